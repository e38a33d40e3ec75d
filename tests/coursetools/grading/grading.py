"""What the tests of grading share: hand-ins as bytes, and what came of them."""

import json

from banks import ROOT

from coursetools.grading.job import Assignment, Job, Limits, Result
from coursetools.grading.runner import grade_one

LIMITS = Limits(cell_seconds=4, call_seconds=3, total_seconds=60, memory=300 << 20)
"""Short, so that endless loops do not hold the tests up; the memory is a third of the usual."""


def grade_bytes(
    data: bytes, slug: str = "bewusstsein", limits: Limits = LIMITS, sandbox: bool = True
) -> Result:
    exercise = Assignment.load(ROOT, slug)
    return grade_one(exercise, Job(exercise.key, data), limits, sandbox)


def points(result: Result) -> dict[str, float | str]:
    """Grade id → points, or ``"manual"``; empty if nothing could be graded."""
    return {grade.cell: "manual" if grade.score is None else grade.score for grade in result.grades}


def outputs(result: Result, cell: str = "") -> str:
    """What a cell (or all of them) printed, showed or failed with."""
    texts = []
    for entry in json.loads(result.notebook)["cells"]:
        for output in entry.get("outputs", []) if cell in ("", entry["id"]) else []:
            shown = output.get("data", {}).get("text/plain", "")
            texts += [output.get("text", ""), shown, output.get("evalue", "")]
    return "".join(texts)
