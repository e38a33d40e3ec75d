"""A company's own exercises: each file in ``uebungen/`` is one, and its name is the exercise's for good.

Beside it lie the instructor's notebook ``<name>.ipynb`` and, in ``proben/``, what hand-ins have to earn. Both are read
by ``coursetools.own_exercises`` alone: they hold solutions, and no page may show them.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fairki.company import de, kinds
from fairki.company.firm import OwnExercise, WayToSolve
from fairki.company.kinds import LINE, Misfit, kind
from fairki.company.schema import Entry, File, Many, Place, Said, Section, Wrong

FOLDER = "uebungen"
TITLE, MINUTES, MODULE, WAYS, QUESTION, TEXT, UNIT = (
    *("titel", "minuten", "modul", "loesungswege", "frage", "text", "einheit"),
)
BESIDE = ("*.ipynb", "proben")
"""What lies there as well and is not read here."""
MOST_MINUTES = 120


@kind(kinds.NUMBER)
def minutes(value: object) -> int:
    """How long an exercise takes."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_MINUTES:
        raise Misfit(de.write_so_long(MOST_MINUTES))
    return value


@kind(LINE)
def module(value: object) -> str:
    """The id of a module of the course; whether there is one, the manifest knows."""
    return _like(r"\d\d", value, de.WRITE_MODULE)


@kind(LINE)
def unit(value: object) -> str:
    """A unit of the course, such as ``"02.1"``."""
    return _like(r"\d\d\.\d", value, de.WRITE_UNIT)


def _like(pattern: str, value: object, write: str) -> str:
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        raise Misfit(write)
    return value


TABLE: Section = {
    TITLE: Entry(kinds.name),
    MINUTES: Entry(minutes),
    MODULE: Entry(module),
    WAYS: Many({QUESTION: Entry(kinds.identifier), TEXT: Entry(kinds.prose), UNIT: Entry(unit)}),
}


def _wrong(said: Said, folder: Path) -> Iterable[Wrong]:
    """Of each question it is told once how it is solved."""
    asked = [one[QUESTION] for one in said[WAYS]]
    for at, question in enumerate(asked):
        if question is not None and question in asked[:at]:
            place: Place = (WAYS, at, QUESTION)
            yield Wrong(place, *de.told_twice(question))


def _made(found: Mapping[str, Said], folder: Path) -> Mapping[str, Any]:
    return {
        "exercises": tuple(
            OwnExercise(
                name,
                said[TITLE],
                said[MODULE],
                said[MINUTES],
                {one[QUESTION]: WayToSolve(one[TEXT], one[UNIT]) for one in said[WAYS]},
                folder,
            )
            for name, said in found.items()
        )
    }


FILE = File(FOLDER, "*.toml", TABLE, _made, _wrong, beside=BESIDE, may_be_empty=True)
