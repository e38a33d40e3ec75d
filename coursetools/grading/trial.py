"""The trial of an exercise before it is given out: graded like a hand-in, once with the solution and once untouched.

The solution has to earn all points that a computer gives, the untouched exercise none, and neither may look odd. An
own exercise has further hand-ins (``own_exercises.probes``), which have to earn just what they say.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from coursetools.grading import sheet
from coursetools.grading.grader import MANUAL
from coursetools.grading.job import Assignment, Grade, Job, Result, question_of
from coursetools.grading.runner import Runner
from coursetools.grading.wall import SandboxMissingError
from coursetools.own_exercises import de
from coursetools.own_exercises.probes import BY_HAND, Probe
from fairki import speech
from fairki.errors import BadFileError, FairkiError
from fairki.ui.exercise import Exercise

EXPECTED = ("stopped",)
"""Kinds of incidents that an untouched exercise may have: what is to be filled in need not run."""


def complaints(
    assignments: Sequence[Assignment], probes: Mapping[str, Sequence[Probe]] = MappingProxyType({})
) -> dict[str, list[str]]:
    """Slug → German sentences about what is wrong with an exercise; only those that are not fit to be given out.

    Args:
        probes: slug → further hand-ins that have to earn their points.

    Raises:
        SandboxMissingError: hand-ins cannot be graded on this kind of system at all.
    """
    found: dict[str, list[str]] = {}
    sound = []
    for assignment in assignments:
        try:
            sheet.read(assignment)
            _make_form(assignment)
            sound.append(assignment)
        except BadFileError as error:
            found[assignment.slug] = [str(error)]
    if not sound:
        return found
    try:
        return found | _tried(sound, probes, sandbox=True)
    except SandboxMissingError:
        if sys.platform != "linux":
            raise
        return found | _tried(sound, probes, sandbox=False)  # all that runs here is the author's own


def solved(assignment: Assignment) -> bytes:
    """What somebody hands in who writes the solution into each answer."""
    source, notebook = json.loads(assignment.source), json.loads(assignment.released)
    answers = {_marks(cell)["grade_id"]: cell["source"] for cell in source["cells"] if _marks(cell)}
    for cell in notebook["cells"]:
        if _marks(cell).get("solution"):
            cell["source"] = answers[_marks(cell)["grade_id"]]
    return json.dumps(notebook).encode()


def _make_form(assignment: Assignment) -> None:
    """Read an exercise as its page and its feedback do, if it is one of the course.

    Raises:
        BadFileError: a question is missing.
    """
    notebook = json.loads(assignment.released)
    if "fairki" in notebook["metadata"]:
        list(Exercise(notebook).parts)


def _tried(
    assignments: Sequence[Assignment], probes: Mapping[str, Sequence[Probe]], sandbox: bool
) -> dict[str, list[str]]:
    jobs: dict[str, tuple[str, Callable[[Result], Iterable[str]]]] = {}
    waiting: list[Job] = []
    found: dict[str, list[str]] = {}

    def hand_in(assignment: Assignment, data: bytes, complain: Callable[[Result], Iterable[str]]) -> None:
        job = Job(assignment.key, data)
        jobs[job.key] = assignment.slug, complain
        waiting.append(job)

    for assignment in assignments:
        model = solved(assignment)
        hand_in(assignment, model, _of_solution)
        hand_in(assignment, assignment.released, _of_untouched)
        for number, probe in enumerate(probes.get(assignment.slug, ()), 1):
            try:
                made = probe.made(model, assignment.released) + b" " * number  # like no other hand-in
                hand_in(assignment, made, partial(_of_probe, probe))
            except (FairkiError, ValueError, TypeError, AttributeError, LookupError) as error:
                found.setdefault(assignment.slug, []).append(de.answers_do_not_fit(probe.name, str(error)))
    with Runner(assignments, sandbox=sandbox) as runner:
        for result in runner.map(waiting):
            slug, complain = jobs[result.key]
            if said := list(complain(result)):
                found.setdefault(slug, []).extend(said)
    return found | {slug: [str(error)] for slug, error in runner.broken.items()}


def _of_probe(probe: Probe, result: Result) -> Iterator[str]:
    most: dict[str, float] = {}
    earned: dict[str, float | str] = {}
    for grade in result.grades:
        question = question_of(grade.cell)
        most[question] = most.get(question, 0) + grade.most
        before = earned.get(question, 0.0)
        open_still = grade.score is None or isinstance(before, str)
        earned[question] = BY_HAND if open_still else float(before) + (grade.score or 0)
    try:
        wanted = probe.expected(most, {name for name, points in earned.items() if points == BY_HAND})
    except BadFileError as error:
        yield str(error)
        return
    for question, points in wanted.items():
        if earned[question] != points:
            yield de.earns_something_else(
                probe.name, question, de.points(earned[question]), de.points(points)
            )


def _of_solution(result: Result) -> Iterator[str]:
    for grade in result.grades:
        if grade.score is None and grade.remark != MANUAL:
            yield f"Zelle „{grade.cell}“: Die Prüfung gibt mehr Punkte, als die Zelle hat."
        elif grade.score is not None and grade.score < grade.most:
            yield f"Zelle „{grade.cell}“: Die Musterlösung bekommt {_points(grade)}. {grade.remark}".strip()
    for incident in result.incidents:
        yield f"{_place(incident.cell)}Die Musterlösung fällt auf: {incident.text}"


def _of_untouched(result: Result) -> Iterator[str]:
    for grade in result.grades:
        if grade.score is None:
            yield f"Zelle „{grade.cell}“: Die leere Übung gilt schon als Antwort."
        elif grade.score > 0:
            yield f"Zelle „{grade.cell}“: Die leere Übung bekommt schon {_points(grade)}."
    for incident in result.incidents:
        if incident.kind not in EXPECTED:
            yield f"{_place(incident.cell)}Die leere Übung fällt auf: {incident.text}"


def _points(grade: Grade) -> str:
    return (
        f"{speech.number(grade.score or 0.0, 1).removesuffix(',0')} von {speech.number(grade.most)} Punkten"
    )


def _place(cell: str) -> str:
    return f"Zelle „{cell}“: " if cell else ""


def _marks(cell: dict[str, Any]) -> dict[str, Any]:
    marks: dict[str, Any] = cell["metadata"].get("nbgrader", {})
    return marks
