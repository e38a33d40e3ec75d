"""What a test needs of the machine, and what happens where that is missing: nothing is skipped without a reason.

A test says ``@pytest.mark.needs(machine.POSTGRESQL)``, a fixture calls ``need``. The parts stand in
``coursetools.machine``. A skip for any other reason, or because somebody did not install a part, is a failure
where ``CI`` is set; elsewhere the closing lines name it.
"""

import os

import pytest

from coursetools.machine import Part

excuses: set[str] = set()
"""The reasons that were seen on this machine and that nobody can change by installing something."""


def strict() -> bool:
    """Whether a machine that somebody maintains for tests runs them."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def need(part: Part) -> None:
    """Skip the test that runs if this machine cannot do what ``part`` stands for."""
    if not part.there():
        reason = f"{part.name} fehlt auf diesem Rechner"
        if not part.packages:
            excuses.add(reason)
        pytest.skip(reason)
    if refusal := part.refuses():
        reason = f"{part.name} {refusal}"
        excuses.add(reason)
        pytest.skip(reason)


def judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip without an excuse into a failure where that counts."""
    if not (strict() and report.skipped) or hasattr(report, "wasxfail"):
        return
    reason = reason_of(report)
    if reason not in excuses:
        report.outcome = "failed"
        report.longrepr = f"Skipped without an entry in coursetools.machine that excuses it: {reason}"


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Why a test was skipped."""
    return report.longrepr[2].removeprefix("Skipped: ")


def closing_lines(skipped: list[pytest.TestReport | pytest.CollectReport]) -> list[str]:
    """One German line for each reason, with the number of tests."""
    reasons = [reason_of(report) for report in skipped]
    return [f"{reasons.count(reason)} × {reason}" for reason in sorted(set(reasons))]
