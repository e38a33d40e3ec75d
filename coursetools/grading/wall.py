"""What every kind of walls has: children for hand-ins and for the judge, made by stages that were prepared once."""

import json
from dataclasses import dataclass
from typing import Any, Protocol

from coursetools.grading.job import Assignment, Limits
from fairki.errors import BadFileError, SetupError

START_SECONDS = 120


class SandboxMissingError(SetupError):
    """Hand-ins cannot be isolated on this machine."""


class SandboxGone(Exception):
    """What makes the children has ended while it was needed."""


@dataclass(frozen=True)
class End:
    """How a child ended: exit code (minus the signal), CPU seconds, most resident bytes, was its folder full."""

    code: int
    cpu: float
    memory: int
    full: bool


class Child(Protocol):
    """A process for one hand-in."""

    def send(self, kind: bytes, body: bytes = b"", seconds: float = 30) -> None:
        """Send a message; raises ``wire.Gone`` or ``wire.Late``."""

    def receive(self, most: int, deadline: float) -> tuple[bytes, bytes]:
        """The next message; raises ``wire.Gone`` or ``wire.Late`` (``deadline`` is a ``time.monotonic``)."""

    def interrupt(self) -> None:
        """What the stop button of a notebook does."""

    def kill(self) -> None:
        """Kill what is left of it, without waiting."""

    def end(self) -> End:
        """Kill what is left of it, and say how it ended.

        Raises:
            SandboxGone: nobody is left who could say so.
        """


class Stage(Protocol):
    """Makes children for one exercise and one side.

    Attributes:
        found: what its side says of the exercise, see ``inside.judge.prepare``.
    """

    found: dict[str, Any]

    def child(self) -> Child:
        """A new child; raises ``SandboxGone``."""


class Wall(Protocol):
    """What shuts hand-ins in; safe to use from several threads."""

    @property
    def alive(self) -> bool:
        """Whether it can still make children."""

    def ready(self) -> None:
        """Wait until it has loaded everything.

        Raises:
            SandboxMissingError: this machine cannot isolate.
        """

    def stages(self, assignment: Assignment, limits: Limits) -> tuple[Stage, Stage]:
        """The stages for hand-ins and for the judge; the first call for an exercise prepares them.

        Raises:
            BadFileError: the exercise's own cells fail.
            SandboxGone: it has ended.
            SandboxMissingError: as ``ready``.
        """

    def forget(self, assignment: Assignment) -> None:
        """Let the next call of ``stages`` begin anew for this exercise: one of its stages has ended."""

    def close(self) -> None:
        """End everything inside."""


def found_by(slug: str, kind: bytes, body: bytes) -> dict[str, Any]:
    """What a side says when it is prepared.

    Raises:
        BadFileError: the exercise's own cells fail.
    """
    if kind != b"R":
        raise BadFileError(
            f"Die Übung „{slug}“ lässt sich nicht für die Bewertung vorbereiten.",
            f"Prüfen Sie ihre Zellen. Meldung: {body.decode(errors='replace').strip().splitlines()[-1]}",
        )
    found: dict[str, Any] = json.loads(body)
    if found.get("failed"):
        raise BadFileError(
            f"Die Musterlösung der Übung „{slug}“ besteht diese Prüfungen nicht: {', '.join(found['failed'])}.",
            "Berichtigen Sie die Lösung oder die Prüfzellen.",
        )
    return found
