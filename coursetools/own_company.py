"""The company's folder on the command line: which one a call means, a new one, and what is wrong with one."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from coursetools import MENDS
from coursetools.files import write_atomically
from fairki import company
from fairki.company import reading
from fairki.company.schema import File
from fairki.company.source import Complaint
from fairki.errors import BadFileError

OPTION, VERB, FOLDER = "--betrieb", MENDS, "betrieb"
FOR_PEOPLE = ("serve", "workshop", "grade", "publish", "paket", "uebung")
"""Verbs that show the course to people, or add to it; authors' verbs work on the shipped company."""
TEMPLATE = Path(company.__file__).with_name("vorlage")
"""What lies in a new folder, beside a copy of the shipped company's file."""


def choose(arguments: Sequence[str], root: Path) -> None:
    """Take the company that a call names with `OPTION`, else that of the environment, else the folder in ``root``.

    To be called before any words are loaded. A company that does not fit ends the program: nothing half-valid is used.
    """
    if arguments[:1] == [VERB]:
        return
    named = _named(arguments)
    if named is None and company.VARIABLE not in os.environ:
        beside = root / FOLDER
        if not (arguments[:1] and arguments[0] not in FOR_PEOPLE) and beside.is_dir():
            named = str(beside)
    if named is not None:
        take(named)


def take(named: str) -> None:
    """Let this process and all that it starts work with the company in a folder or file."""
    path = os.environ[company.VARIABLE] = os.path.abspath(named)  # kernels run in other folders
    try:
        company.use(path)
    except BadFileError as error:
        sys.exit(str(error))


def usual(root: Path) -> Path:
    """The folder that a call would take which names none, whether it is there or not."""
    return Path(os.environ.get(company.VARIABLE) or root / FOLDER)


def _named(arguments: Sequence[str]) -> str | None:
    for at, one in enumerate(arguments):
        if one.startswith(f"{OPTION}="):
            return one.partition("=")[2]
        if one == OPTION and at + 1 < len(arguments):
            return arguments[at + 1]
    return None


def new(folder: Path) -> list[str]:
    """Make a folder with comments, ready to be used and to be changed; returns the files in it.

    Raises:
        BadFileError: something lies there already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadFileError(
            f"Dort liegt schon etwas: {folder}.",
            "Nennen Sie einen Ordner, den es noch nicht gibt, oder einen leeren.",
        )
    files = {reading.FILE: company.chosen.SHIPPED.read_bytes()}
    for path in sorted(TEMPLATE.rglob("*")):
        if path.is_file():
            files[path.relative_to(TEMPLATE).as_posix()] = path.read_bytes()
    for name, content in files.items():
        write_atomically(folder / name, content)
    return list(files)


def complaints(path: Path) -> list[Complaint]:
    """All that is wrong with the company in a folder or file."""
    from coursetools import own_exercises  # `choose` runs before any words are loaded
    from coursetools.workshop import composed

    found, wrong = reading.check(path)
    broken: tuple[File, ...] = ()
    if found is None:  # what the others name is looked up all the same
        made, broken = reading.in_part(path)
        found = replace(company.shipped(), **made)
    return [*wrong, *composed.misfits(found, broken), *own_exercises.misfits(found)]
