"""What goes into grading one hand-in and what comes out: plain data that any worker anywhere can take.

An ``Assignment`` and a ``Job`` are everything that a worker needs; a ``Result`` is everything that the gradebook,
the feedback and the trainer's overview need. None of them holds a path, a name of a person or an open file.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coursetools.grading.de import exercise
from coursetools.grading.de import incidents as de
from fairki.errors import BadFileError
from fairki.home import COMMAND

SEEN = "seen"
"""The kind of incident that is no fault: the worked answers were looked at before this was handed in."""

INCIDENTS = de.INCIDENTS
"""Kinds of incidents and what they mean, in words."""


@dataclass(frozen=True)
class Assignment:
    """One exercise as graders need it.

    Attributes:
        slug: its name.
        source: the instructor's notebook with solutions and hidden tests (JSON); never reaches a hand-in's process.
        released: the notebook that learners got (JSON).
        seed: what hidden tests draw their inputs from (``fairki.fresh``); one per grade book. It is no part of
            ``version``: who is graded already stays graded.
    """

    slug: str
    source: bytes
    released: bytes
    seed: int = 0

    @cached_property
    def version(self) -> str:
        """Changes whenever one of the two notebooks does."""
        return hashlib.sha256(self.source + b"\0" + self.released).hexdigest()[:16]

    @property
    def key(self) -> str:
        """Slug and version."""
        return f"{self.slug}@{self.version}"

    @classmethod
    def load(cls, root: Path, slug: str) -> "Assignment":
        """The exercise ``slug`` of the course in ``root``.

        Raises:
            BadFileError: one of its notebooks is missing or cannot be read.
        """
        from coursetools.own_exercises import home_of  # late: a sandbox starts before
        from coursetools.release import SOURCE, TARGET

        home = home_of(root, slug)
        source, released = (home / folder / slug / f"{slug}.ipynb" for folder in (SOURCE, TARGET))
        try:
            return cls(slug, source.read_bytes(), released.read_bytes())
        except OSError as error:
            missing = exercise.notebook_missing(slug, str(error.filename), COMMAND)
            raise BadFileError(*missing) from None


@dataclass(frozen=True)
class Job:
    """One hand-in to grade: the key of its assignment and the bytes of the file that was handed in."""

    assignment: str
    hand_in: bytes

    @cached_property
    def key(self) -> str:
        """The same for the same bytes and the same version of the exercise, and for nothing else."""
        return hashlib.sha256(self.assignment.encode() + b"\0" + self.hand_in).hexdigest()


@dataclass(frozen=True)
class Grade:
    """What a graded cell earned.

    Attributes:
        cell: its grade id.
        score: points, or None if a person has to decide.
        most: points that can be reached.
        remark: one or two German sentences: what was expected and what to read again; "" for full points.
            Never holds code of a hidden test.
    """

    cell: str
    score: float | None
    most: float
    remark: str = ""


@dataclass(frozen=True)
class Incident:
    """Something a trainer should know: a kind from ``INCIDENTS``, the grade id (or "") and a German sentence."""

    kind: str
    cell: str
    text: str


@dataclass(frozen=True)
class Result:
    """What grading one hand-in found.

    Attributes:
        key: the job's key.
        grades: one for each graded cell of the exercise, in its order; empty if the file is no notebook.
        incidents: in the order of the notebook.
        notebook: the autograded notebook in nbgrader's form (JSON with outputs, instructor's test cells with their
            hidden parts, checksums); empty if the file is no notebook. Outputs of a hand-in's own code are text and
            pictures only, never HTML or scripts.
        cpu_seconds, wall_seconds: what the hand-in took, start and end of its processes included.
    """

    key: str
    grades: tuple[Grade, ...]
    incidents: tuple[Incident, ...]
    notebook: bytes
    cpu_seconds: float
    wall_seconds: float


@dataclass(frozen=True)
class Limits:
    """What one hand-in may use, and how long our own exercise may take.

    Attributes:
        prepare_seconds: wall time for one of our own cells when an exercise is prepared, before any hand-in.
        cell_seconds: wall time for one cell.
        call_seconds: wall time for one call of a function that was handed in.
        total_seconds: wall time, and also CPU time of the hand-in's process, for the whole hand-in.
        memory: bytes of address space on top of what the loaded libraries take.
        folder: bytes in the private work folder, and of one file.
        threads: threads of the process; further processes are never allowed.
        output: characters that are kept of the outputs of one cell; a cell that writes 20 times as much is stopped.
        message: bytes that the hand-in's process may send at once.
        restarts: how often a hand-in that killed its own process goes on with the next cell in a new one.
    """

    prepare_seconds: float = 120
    cell_seconds: float = 30
    call_seconds: float = 10
    total_seconds: float = 180
    memory: int = 1 << 30
    folder: int = 64 << 20
    threads: int = 16
    output: int = 50_000
    message: int = 32 << 20
    restarts: int = 3


def question_of(cell: str) -> str:
    """The question that a graded cell belongs to: ``a1`` for ``a1-test-2``."""
    return cell.partition("-")[0]
