"""The bank of an own exercise: hand-ins that somebody made up, and the points that they have to earn.

``proben/<slug>.toml`` has one ``[[probe]]`` each: ``name``; ``grundlage``, ``"loesung"`` or ``"leer"``; ``antworten``,
question → answer as the form holds it (or as code, where the form does not ask); ``punkte``, question → points, or
``"hand"`` where a person decides, of those that differ from the base.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursetools.own_exercises import de
from fairki.company.source import Complaint, Toml
from fairki.errors import BadFileError
from fairki.ui.exercise import Exercise

PROBE = "probe"
SOLVED, UNTOUCHED = "loesung", "leer"
BY_HAND = "hand"
KNOWN = {"name", "grundlage", "antworten", "punkte"}


@dataclass(frozen=True)
class Probe:
    """A hand-in that somebody made up.

    Attributes:
        name: what it is called.
        solved: whether it begins with the solution, else with the untouched exercise.
        answers: question → answer.
        points: question → points, or ``BY_HAND``; of those that differ from the base.
    """

    name: str
    solved: bool
    answers: Mapping[str, Any]
    points: Mapping[str, float | str]

    def made(self, solved: bytes, untouched: bytes) -> bytes:
        """The notebook that is handed in.

        Raises:
            BadFileError: an answer belongs to no question.
        """
        exercise, model = Exercise(json.loads(untouched)), json.loads(solved)
        in_form = {name: answer for name, answer in self.answers.items() if name in exercise.questions}
        notebook = exercise.compose(in_form)
        code = {name: str(answer) for name, answer in self.answers.items() if name not in in_form}
        for cell, right in zip(notebook["cells"], model["cells"], strict=True):
            name = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if name in code:
                cell["source"] = code.pop(name)
            elif self.solved and name not in in_form:
                cell["source"] = right["source"]
        if code:
            raise _no_question(self.name, code)
        return json.dumps(notebook).encode()

    def expected(self, most: Mapping[str, float], by_hand: set[str]) -> dict[str, float | str]:
        """Question → points that it has to earn, given what can be earned and what people mark.

        Raises:
            BadFileError: points belong to no question.
        """
        if unknown := self.points.keys() - most.keys():
            raise _no_question(self.name, unknown)
        base = {
            name: (BY_HAND if name in by_hand else points) if self.solved else 0.0
            for name, points in most.items()
        }
        return base | dict(self.points)


def read(path: Path) -> list[Probe]:
    """The probes in a file; none if it is not there.

    Raises:
        Complaint: it is damaged, or an entry does not fit.
    """
    if not path.is_file():
        return []
    file = Toml(path)
    tables = file.raw.get(PROBE, [])
    for other in file.raw.keys() - {PROBE}:
        raise Complaint(path, file.line(other), *de.ONLY_PROBES)
    if not isinstance(tables, list):
        raise Complaint(path, file.line(PROBE), *de.ONLY_PROBES)
    return [
        _probe(table, Complaint(path, file.line(PROBE, at), *de.PROBE_DOES_NOT_FIT))
        for at, table in enumerate(tables)
    ]


def _probe(given: Any, complaint: Complaint) -> Probe:
    if (
        not isinstance(given, dict)
        or given.keys() - KNOWN
        or given.get("grundlage") not in (SOLVED, UNTOUCHED)
    ):
        raise complaint
    answers, points = given.get("antworten", {}), given.get("punkte", {})
    sound = isinstance(given.get("name"), str) and isinstance(answers, dict) and isinstance(points, dict)
    if not sound or not all(_are_points(one) for one in points.values()):
        raise complaint
    return Probe(given["name"], given["grundlage"] == SOLVED, answers, points)


def _no_question(probe: str, unknown: Iterable[str]) -> BadFileError:
    what, write = de.no_question(probe, sorted(unknown))
    return BadFileError(f"{what}.", write)


def _are_points(given: Any) -> bool:
    return given == BY_HAND or (isinstance(given, int | float) and not isinstance(given, bool))
