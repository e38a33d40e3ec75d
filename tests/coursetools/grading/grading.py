"""What the tests of grading share: hand-ins as bytes, and what came of them."""

import contextlib
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import psutil
from banks import ROOT, bank, described, made

from coursetools.grading import report
from coursetools.grading.gradebook import Mark, Record
from coursetools.grading.job import Assignment, Job, Limits, Result
from coursetools.grading.runner import Runner, grade_one

LIMITS = Limits(cell_seconds=4, call_seconds=3, total_seconds=60, memory=300 << 20)
"""Short, so that endless loops do not hold the tests up; the memory is a third of the usual."""


def grade_bytes(
    data: bytes, slug: str = "bewusstsein", limits: Limits = LIMITS, sandbox: bool = True
) -> Result:
    exercise = Assignment.load(ROOT, slug)
    return grade_one(exercise, Job(exercise.key, data), limits, sandbox)


@cache
def bank_results(slug: str) -> dict[str, Result]:
    """Name of a hand-in in the bank of an exercise → what came of it."""
    exercise = Assignment.load(ROOT, slug)
    jobs = {path.stem: Job(exercise.key, made(slug, described(path)).encode()) for path in bank(slug)}
    with ThreadPoolExecutor(2) as threads, Runner([exercise], executor=threads, limits=LIMITS) as runner:
        results = {result.key: result for result in runner.map(jobs.values())}
    assert len(results) == len({job.key for job in jobs.values()})
    return {name: results[job.key] for name, job in jobs.items()}


def of_container(name: str) -> list[psutil.Process]:
    """Podman's processes that serve a container."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(
            psutil.NoSuchProcess
        ):  # gone meanwhile, or waiting for somebody to take note
            if process.name() in ("conmon", "podman") and name in process.cmdline():
                found.append(process)
    return found


def looks(slug: str, result: Result) -> list[report.Look]:
    """What the trainer's overview tells of one hand-in."""
    marks = tuple(Mark(one.cell, one.score, one.most, one.remark) for one in result.grades)
    record = Record("abgabe-hhhhh", slug, marks, {}, result.incidents)
    return report.pile(Assignment.load(ROOT, slug), [record]).looks


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
