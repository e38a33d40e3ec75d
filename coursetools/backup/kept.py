"""What a course keeps, and where: its rooms, its grades and the folder of its company."""

import re
from contextlib import AbstractContextManager
from pathlib import Path

from coursetools import own_company
from coursetools.backup import de
from coursetools.grading import places
from coursetools.workshop.kept_rooms import FILE as ROOM

GRADES, GRADEBOOK = places.FOLDER, places.GRADEBOOK
NOT_KEPT = {"rueckgabe"}
"""Made anew whenever somebody asks for it."""
_ROOM = re.compile(rf"{re.escape(ROOM.stem)}(-\d+)?{re.escape(ROOM.suffix)}")
_LOGS = ("-wal", "-shm", "-journal", "-reserve")


def alone(root: Path) -> AbstractContextManager[None]:
    """Let nobody grade, back up or restore here meanwhile.

    Raises:
        SetupError: somebody does.
    """
    return places.alone(root, *de.BUSY)


def rooms(root: Path) -> list[Path]:
    """The databases of rooms in files, the first room first."""
    folder = root / ROOM.parent
    found = [path for path in folder.glob(f"*{ROOM.suffix}") if _ROOM.fullmatch(path.name)]
    return sorted(found, key=lambda path: (len(path.name), path.name))


def room(root: Path, number: int) -> Path:
    """Where the database of a room lies; they are counted from 1."""
    return root / (ROOM if number == 1 else ROOM.with_name(f"{ROOM.stem}-{number}{ROOM.suffix}"))


def room_files(root: Path) -> list[Path]:
    """All files of these databases, with logs and ballast."""
    return [
        path
        for one in rooms(root)
        for path in (one, *(one.with_name(one.name + ending) for ending in _LOGS))
        if path.exists()
    ]


def grade_book_files(root: Path) -> list[Path]:
    """The grade book, with its logs."""
    files = (root / f"{GRADEBOOK}{ending}" for ending in ("", *_LOGS))
    return [path for path in files if path.exists()]


def grades(root: Path) -> dict[str, Path]:
    """Name below the course's folder → file: hand-ins, what was made of them, and the mapping; not the grade book."""
    return {
        name: path
        for name, path in _below(root, root / GRADES).items()
        if Path(name).parts[1] not in NOT_KEPT
    }


def company_place(root: Path) -> Path:
    """Where the folder of a company lies beside the course; one elsewhere is somebody else's to keep."""
    return root / own_company.FOLDER


def company(root: Path) -> dict[str, Path]:
    """Name below the course's folder → file of the company that lies beside the course."""
    return _below(root, company_place(root))


def _below(root: Path, folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
