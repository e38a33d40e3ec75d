"""Grading many hand-ins at once, on any ``concurrent.futures.Executor``."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor

from coursetools.grading.job import Assignment, Job, Limits, Result


def grade_one(
    assignment: Assignment, job: Job, limits: Limits | None = None, sandbox: bool = True
) -> Result:
    """Grade one hand-in; needs nothing but its arguments, so that any worker process can call it.

    The first call in a process starts the sandbox (about two seconds); it stays for the next calls.

    Args:
        assignment, job: see ``coursetools.grading.job``; ``job.assignment`` is ``assignment.key``.
        limits: None: the usual ones.
        sandbox: False only after a person has confirmed it: strangers' code then runs with this process's rights.

    Raises:
        SandboxMissingError: this machine cannot isolate a hand-in; says what to install.
    """
    raise NotImplementedError


class Runner:
    """Grades hand-ins side by side. A context manager: leaving it ends the sandbox.

    Args:
        assignments: every exercise that occurs among the jobs.
        executor: where to run; None: as many threads here as there are processors.
        limits, sandbox: as in ``grade_one``.
    """

    def __init__(
        self,
        assignments: Iterable[Assignment],
        executor: Executor | None = None,
        limits: Limits | None = None,
        sandbox: bool = True,
    ):
        raise NotImplementedError

    def map(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """The results of ``jobs`` as they are ready, in any order; never more than a few jobs wait in the executor."""
        raise NotImplementedError
