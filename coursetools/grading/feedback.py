"""What learners get back: one page per hand-in that needs nothing else and shows no hidden test."""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from coursetools.grading.de import feedback as de
from coursetools.grading.de.remarks import MANUAL, TOO_MUCH
from coursetools.grading.gradebook import Mark, Record
from coursetools.grading.inside.prepared import parsed
from coursetools.grading.job import INCIDENTS, SEEN, Assignment, question_of
from coursetools.grading.pages import render
from fairki.company.marks import exchange_known
from fairki.ui import in_words
from fairki.ui.exercise import Exercise, Question

TOLD = ("timeout", "crash", "exit", "memory", "output", "changed", "answer", "metadata", "unreadable",
        "moved", "copies", "template", "picture")  # fmt: skip
"""Kinds of incidents that learners are told of; the others are for the trainer alone."""
LONGEST = 5_000
"""Characters of an answer that the page repeats."""

_HEADING = re.compile(r"^#{2,3} (.+?)(?: \(\d+ \w+\))?$")


@dataclass(frozen=True)
class Part:
    """One question as the page shows it.

    Attributes:
        title: its heading in the exercise.
        score, most: points; ``score`` None as long as a person has to decide.
        answer: lines of what was handed in.
        code: whether the answer is code (else words).
        remarks: what the checks say, each once.
        comment: what a person wrote.
    """

    title: str
    score: float | None
    most: float
    answer: list[str]
    code: bool
    remarks: list[str]
    comment: str

    @property
    def state(self) -> str:
        """In words what the points mean."""
        if self.score is None:
            return de.OPEN
        return de.STATES[2 if self.score >= self.most else 1 if self.score > 0 else 0]


def page(assignment: Assignment, record: Record, notebook: bytes) -> str:
    """The page for one hand-in as HTML.

    Args:
        assignment: the exercise.
        record: points, remarks and comments.
        notebook: the autograded notebook (JSON), or b"" if the file was none.
    """
    shown = list(parts(assignment, record, notebook))
    reached = sum(mark.score or 0 for mark in record.marks)
    return render(
        "feedback.html.j2",
        de=de,
        title=title(assignment),
        pseudonym=record.pseudonym,
        parts=shown,
        reached=reached,
        most=sum(part.most for part in shown),
        open=sum(part.most for part in shown if part.score is None),
        seen=any(one.kind == SEEN for one in record.incidents),
        incidents=list(dict.fromkeys(INCIDENTS[one.kind] for one in record.incidents if one.kind in TOLD)),
    )


def parts(assignment: Assignment, record: Record, notebook: bytes) -> Iterator[Part]:
    """The questions of an exercise with what a hand-in has reached, in order."""
    questions, titles = _outline(assignment)
    handed_in = _cells(notebook)
    by_question: dict[str, list[Mark]] = {}
    for mark in record.marks:
        by_question.setdefault(question_of(mark.cell), []).append(mark)
    for name, marks in by_question.items():
        cell = handed_in.get(name)
        answer, code = _answer(cell, questions.get(name)) if cell else ([], False)
        undecided = any(mark.score is None for mark in marks)
        remarks = dict.fromkeys(mark.remark for mark in marks if mark.remark and not _outdated(mark))
        yield Part(
            titles.get(name, name.upper()),
            None if undecided else sum(mark.score for mark in marks if mark.score is not None),
            sum(mark.most for mark in marks),
            answer,
            code,
            [questions[name].spoken(remark) if name in questions else remark for remark in remarks],
            record.comments.get(name, ""),
        )


def _outdated(mark: Mark) -> bool:
    """Whether the remark announces a person who has decided since."""
    return mark.score is not None and mark.remark in (MANUAL, TOO_MUCH)


def title(assignment: Assignment) -> str:
    """The exercise's title."""
    first = json.loads(assignment.released)["cells"][0]
    return _source(first).partition("\n")[0].removeprefix("# ")


@lru_cache(maxsize=32)
def _outline(assignment: Assignment) -> tuple[Mapping[str, Question], Mapping[str, str]]:
    """The questions that the form asks, and the titles of all, by grade id."""
    released = json.loads(assignment.released)
    exercise = Exercise(released)
    titles = {name: exchange_known(one, exercise.slug) for name, one in _titles(released).items()}
    return exercise.questions, titles


def _titles(released: dict[str, Any]) -> dict[str, str]:
    """Grade id of an answer → the last heading above it, without its points."""
    found, heading = {}, ""
    for cell in released["cells"]:
        if cell["cell_type"] == "markdown":
            lines = [match[1] for line in _source(cell).splitlines() if (match := _HEADING.match(line))]
            heading = lines[-1] if lines else heading
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            found[_grade_id(cell)] = heading
    return found


def _cells(notebook: bytes) -> dict[str, dict[str, Any]]:
    """Grade id → cell of an autograded notebook; nothing if somebody damaged the file."""
    try:
        return {_grade_id(cell): cell for cell in json.loads(notebook)["cells"]} if notebook else {}
    except (ValueError, LookupError, TypeError):
        return {}


def _answer(cell: Mapping[str, Any], question: Question | None) -> tuple[list[str], bool]:
    """What was handed in, in words where the form could have asked it; and whether it is code."""
    source = _source(cell)[:LONGEST]
    if cell["cell_type"] != "code":
        return source.splitlines(), False
    value = _value(source, question.name) if question else None
    if question is None or value is None:
        return source.splitlines(), True
    return in_words.lines(question, value), False


def _value(source: str, name: str) -> Any:
    """The plain value that the last assignment to ``name`` gives; None if it is no plain value."""
    try:
        assigned = [
            node.value
            for node in parsed(source).body
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
        ]
        return ast.literal_eval(assigned[-1])
    except (SyntaxError, ValueError, TypeError, IndexError, RecursionError, MemoryError):
        return None


def _grade_id(cell: Mapping[str, Any]) -> str:
    name: str = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return name


def _source(cell: Mapping[str, Any]) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
