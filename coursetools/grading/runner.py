"""Grading many hand-ins at once, on any ``concurrent.futures.Executor``."""

import contextlib
import itertools
import os
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ThreadPoolExecutor, wait

from coursetools.grading import sandbox as walls
from coursetools.grading.grader import grade
from coursetools.grading.job import INCIDENTS, Assignment, Incident, Job, Limits, Result
from coursetools.grading.wall import SandboxGone, Wall
from fairki.errors import BadFileError, FairkiError, SetupError

ATTEMPTS = 2


def grade_one(assignment: Assignment, job: Job, limits: Limits | None = None, sandbox: bool = True) -> Result:
    """Grade one hand-in; needs nothing but its arguments, so that any worker process can call it.

    The first call in a process starts the sandbox (about two seconds); it stays for the next calls. If the sandbox
    ends, another hand-in may be the reason, so this one is tried again, at last in a sandbox of its own; if that ends
    as well, the result says ``failed``.

    Args:
        assignment, job: see ``coursetools.grading.job``; ``job.assignment`` is ``assignment.key``.
        limits: None: the usual ones.
        sandbox: False only after a person has confirmed it: strangers' code then runs with this process's rights.

    Raises:
        SandboxMissingError: this machine cannot isolate a hand-in; says what to install.
        BadFileError: the exercise itself cannot be graded.
    """
    if job.assignment != assignment.key:
        raise ValueError(f"a job for {job.assignment}, not for {assignment.key}")
    limits, started = limits or Limits(), time.monotonic()
    for _ in range(ATTEMPTS):
        shared = walls.shared(sandbox)
        try:
            return grade(assignment, job, shared, limits)
        except SandboxGone:
            shared.forget(assignment)
    own = walls.opened(sandbox)
    try:
        _prepared_alone(own, assignment, limits)
        return grade(assignment, job, own, limits)
    except SandboxGone:
        incident = Incident("failed", "", INCIDENTS["failed"])
        return Result(job.key, (), (incident,), b"", 0.0, time.monotonic() - started)
    finally:
        own.close()


def _prepared_alone(sandbox: Wall, assignment: Assignment, limits: Limits) -> None:
    """Prepare an exercise where no hand-in can be the reason if that fails."""
    try:
        sandbox.stages(assignment, limits)
    except SandboxGone:
        raise BadFileError(
            f"Die Übung „{assignment.slug}“ lässt sich nicht für die Bewertung vorbereiten: Eine ihrer eigenen Zellen"
            " beendet den Prozess, endet nie oder braucht zu viel Speicher.",
            f"Prüfen Sie Lösung und Prüfzellen in solutions/{assignment.slug}/{assignment.slug}.ipynb.",
        ) from None


def _result(future: Future[Result], key: str) -> Result:
    """What became of a job; one that breaks the grader or its machine must not keep the others from their points."""
    try:
        return future.result()
    except (FairkiError, walls.Halted):
        raise
    except CancelledError:
        raise SetupError(
            "Die Rechner, die bewerten, sind nicht mehr da.",
            "Was bewertet ist, bleibt. Rufen Sie denselben Befehl noch einmal auf, sobald sie wieder laufen.",
        ) from None
    except Exception as error:
        text = f"{INCIDENTS['failed']} ({type(error).__name__})"
        return Result(key, (), (Incident("failed", "", text),), b"", 0.0, 0.0)


def _warm_up(assignment: Assignment, limits: Limits | None, sandbox: bool) -> None:
    """Start what the first hand-in of an exercise needs; what goes wrong here, that hand-in will say."""
    with contextlib.suppress(FairkiError, SandboxGone, walls.Halted):
        walls.shared(sandbox).stages(assignment, limits or Limits())


class Runner:
    """Grades hand-ins side by side. A context manager: entering it starts the sandbox here, leaving it ends it.

    Args:
        assignments: every exercise that occurs among the jobs.
        executor: where to run; None: as many threads here as the machine can bear.
        limits, sandbox: as in ``grade_one``.

    Attributes:
        broken: slug of an exercise that cannot be graded → why. Its hand-ins have no result; the others go on.
    """

    def __init__(
        self,
        assignments: Iterable[Assignment],
        executor: Executor | None = None,
        limits: Limits | None = None,
        sandbox: bool = True,
    ):
        self._assignments = {assignment.key: assignment for assignment in assignments}
        self._own = executor is None
        self._executor = executor or ThreadPoolExecutor(walls.at_once(sandbox))
        self._limits, self._sandbox = limits, sandbox
        self.broken: dict[str, BadFileError] = {}

    def __enter__(self) -> "Runner":
        if self._own:
            walls.resume()
            for assignment in self._assignments.values():
                self._executor.submit(_warm_up, assignment, self._limits, self._sandbox)
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        if self._own:
            if kind is not None:
                walls.halt()  # Ctrl-C or a full disk: nobody waits for an endless loop to reach its limit
            self._executor.shutdown(cancel_futures=True)
            walls.close_shared()

    def map(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """The results of ``jobs`` as they are ready, in any order, without those of ``broken`` exercises.

        Never more than a few jobs wait in the executor.
        """
        waiting: dict[Future[Result], tuple[str, str]] = {}
        jobs = iter(jobs)
        window = 4 * max(os.cpu_count() or 1, getattr(self._executor, "_max_workers", 64))
        try:
            while True:
                possible = (job for job in jobs if self._assignments[job.assignment].slug not in self.broken)
                for job in itertools.islice(possible, window - len(waiting)):
                    assignment = self._assignments[job.assignment]
                    future = self._executor.submit(grade_one, assignment, job, self._limits, self._sandbox)
                    waiting[future] = assignment.slug, job.key
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    slug, key = waiting.pop(future)
                    try:
                        yield _result(future, key)
                    except BadFileError as error:
                        self.broken[slug] = error
        finally:
            for future in waiting:
                future.cancel()
