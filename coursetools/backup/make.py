"""Putting a backup together."""

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path

from coursetools import trainer_tools
from coursetools.backup import NothingThereError, archive, databases, de, kept, unfinished
from coursetools.workshop.store import Store
from fairki import manifest
from fairki.errors import BadFileError


def back_up(
    root: Path,
    target: Path | None,
    rooms: str | None = None,
    grades: str | None = None,
    say: Callable[[str], None] = print,
    now: dt.datetime | None = None,
) -> Path:
    """Back up what the course keeps; a workshop may go on meanwhile. Returns where the backup is.

    Args:
        root: the course's folder.
        target: a new file; None: one in ``sicherungen`` with day and time in its name.
        rooms, grades: addresses of databases elsewhere (SQLAlchemy's form); None: the course's own files.
        say: called with each German line about what was done.
        now: the time that the backup is from; None: this moment.

    Raises:
        NothingThereError: there is nothing to back up.
        BadFileError: the file cannot be made.
        SetupError: a database cannot be read, or somebody grades just now.
    """
    root = Path(root).resolve()
    now = now or dt.datetime.now().replace(microsecond=0)
    target = target or _new(root / unfinished.BACKUPS, now)
    if target.exists():
        raise BadFileError(*de.exists(target))
    unfinished.refuse(root)
    with kept.alone(root), tempfile.TemporaryDirectory(prefix="fairki-sicherung-") as folder:
        files = _rooms(root, Path(folder), rooms)
        files |= _grades(root, Path(folder), grades)
        files |= {
            f"{archive.COMPANY}/{Path(name).relative_to(Path(name).parts[0]).as_posix()}": path
            for name, path in kept.company(root).items()
        }
        if not files:
            raise NothingThereError(*de.NOTHING)
        archive.write(target, files, manifest.read(root).version, now)
    parts = archive.read(target).parts
    say(de.done(target, parts, len(files)))
    if archive.GRADES in parts:
        say(de.CONFIDENTIAL)
    if archive.ROOMS in parts:
        say(de.VOTES)
    return target


def _rooms(root: Path, folder: Path, url: str | None) -> dict[str, Path]:
    """Copies of the rooms that were not ended."""
    copies: list[Path] = []
    for one in databases.rooms_at(url).values() if url else kept.rooms(root):
        copy = folder / f"{len(copies) + 1}.db"
        copies.append(copy)
        if isinstance(one, Path):
            databases.copy_of_room(one, copy)
        elif databases.has_rows(one, True, de.PARTS[archive.ROOMS]):
            Store(f"sqlite:///{copy}").close()
            databases.pour(one, f"sqlite:///{copy}", de.PARTS[archive.ROOMS], rooms=True)
    found = [copy for copy in copies if copy.exists() and databases.has_room(copy)]
    return {f"{archive.ROOMS}/{number}.db": copy for number, copy in enumerate(found, 1)}


def _grades(root: Path, folder: Path, url: str | None) -> dict[str, Path]:
    files = {f"{archive.GRADES}/{name}": path for name, path in kept.grades(root).items()}
    book, copy = root / kept.GRADEBOOK, folder / kept.GRADEBOOK
    if url:
        trainer_tools.require()
        from coursetools.grading.gradebook import Gradebook

        with Gradebook(folder):
            pass  # makes the tables
        databases.pour(url, f"sqlite:///{copy}", de.PARTS[archive.GRADES], rooms=False)
    elif book.exists():
        databases.copy_of_grades(book, copy)
    return files | ({f"{archive.GRADES}/{kept.GRADEBOOK}": copy} if copy.exists() else {})


def _new(folder: Path, now: dt.datetime) -> Path:
    target, number = folder / f"fairki-{now:%Y-%m-%d-%H%M}.zip", 2
    while target.exists():
        target, number = folder / f"fairki-{now:%Y-%m-%d-%H%M}-{number}.zip", number + 1
    return target
