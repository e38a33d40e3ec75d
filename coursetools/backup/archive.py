"""The file of a backup: a zip with what was kept, and a list of it with lengths and checksums.

Names in it: ``raeume/1.db``, … (databases of rooms), ``noten/gradebook.db`` and ``noten/bewertung/…``, ``betrieb/…``.
"""

import datetime as dt
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from coursetools.backup import de
from fairki.errors import BadFileError

LIST, VERSION = "sicherung.json", 1
ROOMS, GRADES, COMPANY = PARTS = tuple(de.PARTS)
UNFINISHED = ".unfertig"


@dataclass(frozen=True)
class Backup:
    """A backup that can be read.

    Attributes:
        path: the file.
        course: version of the course that made it.
        made: when, local time.
        files: name → (length in bytes, SHA-256).
    """

    path: Path
    course: str
    made: dt.datetime
    files: Mapping[str, tuple[int, str]]

    @property
    def parts(self) -> list[str]:
        """Which of PARTS are in it."""
        return [part for part in PARTS if any(name.startswith(f"{part}/") for name in self.files)]

    def unpack(self, folder: Path) -> None:
        """Put all files into the new folder ``folder``, for its owner alone, and see that they stay there.

        Raises:
            BadFileError: a file is not what the list says.
        """
        folder.mkdir(mode=0o700)
        try:
            with zipfile.ZipFile(self.path) as archive:
                for name, (length, digest) in self.files.items():
                    if archive.getinfo(name).file_size != length:
                        raise BadFileError(*de.damaged(self.path))
                    content = archive.read(name)
                    if hashlib.sha256(content).hexdigest() != digest:
                        raise BadFileError(*de.damaged(self.path))
                    _put(folder / name, content)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError) as error:
            raise BadFileError(*de.damaged(self.path)) from error


def read(path: Path) -> Backup:
    """The backup at ``path``.

    Raises:
        BadFileError: there is none, or it is damaged, or of a newer version.
    """
    if not path.is_file():
        raise BadFileError(*de.no_file(path))
    try:
        with zipfile.ZipFile(path) as archive:
            listed = json.loads(archive.read(LIST))
    except KeyError:
        raise BadFileError(*de.no_backup(path)) from None
    except (zipfile.BadZipFile, OSError, ValueError, zlib.error, EOFError, NotImplementedError):
        raise BadFileError(*(de.damaged if _begins_as_zip(path) else de.no_backup)(path)) from None
    try:
        if listed["version"] > VERSION:
            raise BadFileError(*de.newer(path))
        made = dt.datetime.fromisoformat(listed["made"])
        files = {name: (int(one["bytes"]), str(one["sha256"])) for name, one in listed["files"].items()}
        if not all(map(_is_ours, files)):
            raise ValueError("a name that leads elsewhere")
        return Backup(path, str(listed["course"]), made, files)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadFileError(*de.damaged(path)) from None


def write(target: Path, files: Mapping[str, Path], course: str, made: dt.datetime) -> None:
    """Make a backup at ``target``, for its owner alone: all of it, or nothing.

    Args:
        files: name in the backup → file.

    Raises:
        BadFileError: there is something at ``target``, or it cannot be written.
    """
    unfinished = target.with_name(f".{target.name}{UNFINISHED}")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                listed = {
                    name: _add(archive, name, path.read_bytes()) for name, path in sorted(files.items())
                }
                about = {"version": VERSION, "course": course, "made": made.isoformat(), "files": listed}
                _add(archive, LIST, json.dumps(about, ensure_ascii=False, indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            raise BadFileError(*de.exists(target))
        os.replace(unfinished, target)
    except OSError as error:
        raise BadFileError(*de.not_written(target, error.strerror or str(error))) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Any]:
    archive.writestr(name, content)
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o600)


def _is_ours(name: str) -> bool:
    """Whether a name stays within the folder that it is unpacked into, on every system."""
    path = PurePosixPath(name)
    return (
        len(path.parts) > 1
        and path.parts[0] in PARTS
        and ".." not in path.parts
        and not any(sign in name for sign in "\\:\0")
        and path.as_posix() == name
    )


def _begins_as_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"
