"""What all tests share."""

import os
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import hypothesis
import parts
import pytest
from jupyter_client.manager import KernelManager

from coursetools import execute

# One BLAS thread: with two, they spin on a small machine and slow each other down.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A shell that starts the tests in the background lets them ignore Ctrl-C, and every program that they start, too.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Tests that take turns by the day take the same ones in all processes, also around midnight.
if not os.environ.get("STOCK_DAY"):
    os.environ["STOCK_DAY"] = date.today().isoformat()

# A slow machine fails no test: times belong in benchmarks/.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
LONGEST_NAME = 200
"""Letters of one parameter in the name of a test."""
WAIT_FOR_PROCESSES = [ROOT / "tests" / name for name in ("browser", "coursetools", "test_door.py")]
"""Tests with real browsers, servers, kernels and hand-ins."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the course."""
    return ROOT


@pytest.fixture(scope="session")
def kernel() -> Iterator[KernelManager]:
    """A kernel in which notebooks run."""
    with execute.kernel() as one:
        yield one


def pytest_make_parametrize_id(val: object) -> str | None:
    """Neither bytes nor megabytes name a test.

    The name goes from process to process with every report, and bytes of a zip hold the second of their making: two
    processes would not speak of the same test.
    """
    if isinstance(val, bytes):
        return "bytes"
    return f"{len(val)} letters" if isinstance(val, str) and len(val) > LONGEST_NAME else None


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a file stay in one process, and those that wait for real processes get a second chance.

    What a file makes once (a browser, a server, twenty years of a world) is then made once and not in every process.
    A busy machine can be late; the report counts the second chances.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
        if any(item.path.is_relative_to(folder) for folder in WAIT_FOR_PROCESSES):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("needs"):
        for part in marker.args:
            parts.need(part)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    parts.judge(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    parts.judge(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in German what was not tested, and why."""
    if skipped := terminalreporter.stats.get("skipped"):
        terminalreporter.section("Nicht geprüft")
        for line in parts.closing_lines(skipped):
            terminalreporter.write_line(line)
