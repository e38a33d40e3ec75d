"""The answers of a notebook or form, looked up by name, and the complaints about them."""

import sys
from functools import cache
from types import FrameType
from typing import Any, NoReturn

from fairki.checks import de
from fairki.errors import BadAnswerError

complaints: dict[tuple[str, str], str] = {}
"""(question, part of it) → the last complaint, empty if there was none; what ``summary`` reports."""


class NotYetRight(BadAnswerError, AssertionError):
    """An answer that does not earn the points of a check (yet).

    Args:
        question: the question's name, such as ``"A1"``.
        happened, remedy: as in FairkiError.
    """

    def __init__(self, question: str, happened: str, remedy: str):
        super().__init__(happened, remedy)
        self.question = question

    def __str__(self) -> str:
        return f"{self.question}: {self.happened} {self.remedy}".strip()

    def _render_traceback_(self) -> list[str]:
        """What Jupyter shows instead of a traceback."""
        return [f"{self.question} – {self.happened}", self.remedy]


class OnlyTheExample(NotYetRight):
    """A function that is right for what the exercise shows, and for nothing new: perhaps learnt by heart."""


def names() -> dict[str, Any]:
    """The names of the notebook (or form) that called into this package."""
    frame: FrameType | None = sys._getframe(1)
    while frame and id(frame.f_globals) in _ours():
        frame = frame.f_back
    return frame.f_globals if frame else {}


@cache
def _ours() -> frozenset[int]:
    """The names of all files of this package, by identity."""
    package = __name__.rpartition(".")[0]
    return frozenset(
        id(vars(module))
        for name, module in list(sys.modules.items())
        if name == package or name.startswith(f"{package}.")
    )


def lookup(name: str) -> Any:
    """The value of ``name`` in the notebook (or form) that called into this package; None if there is none."""
    return names().get(name)


def given(question: str, part: str, remedy: str, name: str = "") -> Any:
    """The value of the answer ``name`` (by itself ``part``); refused if there is none."""
    value = lookup(name or part)
    if value is None:
        refuse(question, part, de.missing(name or part), remedy)
    return value


def accept(question: str, part: str) -> None:
    """There is nothing to complain about."""
    complaints[question, part] = ""


def refuse(question: str, part: str, happened: str, remedy: str) -> NoReturn:
    """Raise what is wrong, and keep it for ``summary``."""
    complaints[question, part] = f"{happened} {remedy}".strip()
    raise NotYetRight(question, happened, remedy)


def forget() -> None:
    """Forget all complaints: somebody else's answers are next."""
    complaints.clear()
