"""Where grading keeps what it keeps, below the folder of a course, and that one at a time works there.

Loads nothing of nbgrader's: backups ask for this, too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from fairki.errors import SetupError

FOLDER, GRADEBOOK = "bewertung", "gradebook.db"
LOCK = "bewertung.lock"


@contextmanager
def alone(root: Path, happened: str, remedy: str) -> Iterator[None]:
    """Let nobody else grade, back up or restore in this course meanwhile; a run that was killed bars nobody.

    Args:
        root: the course's folder.
        happened, remedy: what is said if somebody does.

    Raises:
        SetupError: somebody does.
    """
    try:
        with FileLock(root / LOCK, timeout=0):
            yield
    except Timeout:
        raise SetupError(happened, remedy) from None
