"""``python -m graded_elsewhere COURSE PILE``: grades a pile with a worker that can read no hand-in."""

import sys
from concurrent.futures import Executor, Future
from pathlib import Path

from rich.console import Console

from coursetools.grading.grade import grade
from coursetools.grading.job import Incident, Result


class Elsewhere(Executor):
    """A worker that can read no hand-in."""

    def submit(self, work, assignment, job, *_):
        done = Future()
        done.set_result(Result(job.key, (), (Incident("unreadable", "", "unlesbar"),), b"", 0.0, 0.0))
        return done


if __name__ == "__main__":
    root, pile = map(Path, sys.argv[1:])
    grade(root, pile, Console(width=200), executor=Elsewhere())
