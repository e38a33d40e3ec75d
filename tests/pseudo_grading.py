"""Said to a process that speaks the pseudo-language: grade hand-ins, and print the pages about them."""

import html
import re
from pathlib import Path
from typing import Any

import coursetools  # noqa: F401 (it chooses the language)
from coursetools.grading import feedback, report, runner, sandbox
from coursetools.grading.gradebook import Mark, Record
from coursetools.grading.job import Assignment, Job, Limits, Result


def shown(slug: str, folder: Path) -> dict[str, Any]:
    """Page → the texts that stand between its tags; each file in ``folder`` is one hand-in."""
    sandbox.ENVIRONMENT["PYTHONPATH"] = str(Path.cwd())  # an installed course is found without it
    exercise = Assignment.load(Path.cwd(), slug)
    limits = Limits(cell_seconds=4, call_seconds=3, total_seconds=60)
    pages, records = {}, []
    for file in sorted(folder.glob("*.ipynb")):
        result = runner.grade_one(exercise, Job(exercise.key, file.read_bytes()), limits)
        records.append(_record(slug, file.stem, result))
        pages[file.stem] = _texts(feedback.page(exercise, records[-1], result.notebook))
    pages["overview"] = _texts(report.overview([report.pile(exercise, records)], ()))
    pages["table"] = report.table(exercise, records)
    return pages


def _record(slug: str, pseudonym: str, result: Result) -> Record:
    marks = tuple(Mark(one.cell, one.score, one.most, one.remark) for one in result.grades)
    return Record(pseudonym, slug, marks, {}, result.incidents)


def _texts(page: str) -> list[str]:
    pieces = re.split(r"<style>.*?</style>|<script>.*?</script>|<[^>]*>", page, flags=re.DOTALL)
    return [" ".join(html.unescape(piece).split()) for piece in pieces if piece.strip()]
