"""Which company leads through the course: the shipped one, or the one that was chosen when the program started."""

from functools import cache
from pathlib import Path

from fairki.company import reading
from fairki.company.firm import Company, OwnExercise

VARIABLE = "FAIRKI_BETRIEB"
"""The environment variable from which ``coursetools`` takes the folder or file of a company."""
SHIPPED = Path(__file__).with_name("betrieb.toml")
_chosen = SHIPPED


@cache
def shipped() -> Company:
    """The company that comes with the course; notebooks and exercises are written about it."""
    return reading.read(SHIPPED)


@cache
def current() -> Company:
    """The company of this course, the same as long as the program runs."""
    return reading.read(_chosen)


def own_exercises() -> tuple[OwnExercise, ...]:
    """The exercises that the chosen company brings along; settles nothing as long as none is chosen."""
    return () if _chosen == SHIPPED else current().exercises


def own() -> Company | None:
    """The company that took the place of the shipped one, if there is one."""
    return None if current() == shipped() else current()


def use(path: Path | str) -> None:
    """Take the company in this folder or file; only before anybody has asked for one, because sentences are made once.

    Raises:
        BadFileError: it is missing or damaged, or an entry does not fit.
        RuntimeError: somebody has asked.
    """
    global _chosen
    reading.read(Path(path))
    if current.cache_info().currsize:
        raise RuntimeError("the company is chosen before pages are read")
    _chosen = Path(path)
