"""The files that arrive, from a folder or a zip: nothing is trusted, nothing is unpacked to disk."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from fairki import german
from fairki.errors import BadFileError

LARGEST = 20 << 20
"""Bytes of a notebook; ours have well under one million."""
MOST_FILES = 20_000
"""Entries of one zip."""

_OF_THE_SYSTEM = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints"}


@dataclass(frozen=True)
class Rejected:
    """A file that was not taken in: its name, and in German what is wrong and what to do."""

    name: str
    happened: str
    remedy: str


@dataclass(frozen=True)
class Arrival:
    """A file among the arrivals; ``place`` is relative to what the trainer named."""

    place: PurePosixPath
    size: int
    read: Callable[[], bytes]


class Refused(Exception):
    """A file that cannot be taken in; the arguments are what is wrong and what to do, in German."""


def arrivals(source: Path, rejected: list[Rejected]) -> Iterator[Arrival]:
    """The files in ``source`` that may be hand-ins, in a fixed order; the others go to ``rejected``."""
    if source.is_dir():
        found = _in_folder(source, rejected)
    elif zipfile.is_zipfile(source) and source.suffix.lower() != ".ipynb":
        found = _in_zip(source, rejected)
    elif source.is_file():
        found = iter([Arrival(PurePosixPath(source.name), source.stat().st_size, source.read_bytes)])
    else:
        raise BadFileError(
            f"{source} gibt es nicht.", "Nennen Sie einen Ordner, eine Zip-Datei oder ein Notebook."
        )
    for file in found:
        if _OF_THE_SYSTEM.isdisjoint(file.place.parts) and not file.place.name.startswith("."):
            if problem := _unfit(file):
                rejected.append(Rejected(str(file.place), *problem))
            else:
                yield file


def _unfit(file: Arrival) -> tuple[str, str] | None:
    if file.place.suffix.lower() == ".zip":
        return "Eine Zip-Datei in der Abgabe.", "Entpacken Sie sie und legen Sie das Notebook daneben."
    if file.place.suffix.lower() != ".ipynb":
        return "Das ist kein Notebook.", "Abgaben haben die Endung .ipynb. Bitten Sie um die richtige Datei."
    if file.size > LARGEST:
        megabytes = german.number(file.size / (1 << 20))
        return (
            f"Die Datei ist viel zu groß ({megabytes} MB).",
            "Bitten Sie um eine Abgabe ohne gespeicherte Ausgaben.",
        )
    return None


def _in_folder(folder: Path, rejected: list[Rejected]) -> Iterator[Arrival]:
    for path in sorted(folder.rglob("*")):
        place = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_symlink():
            rejected.append(_elsewhere(place))
        elif path.is_file():
            yield Arrival(place, path.stat().st_size, path.read_bytes)


def _in_zip(path: Path, rejected: list[Rejected]) -> Iterator[Arrival]:
    try:
        archive = zipfile.ZipFile(path)
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise BadFileError(
            f"Die Zip-Datei {path.name} ist beschädigt ({error}).", "Laden Sie sie noch einmal herunter."
        ) from error
    if len(entries) > MOST_FILES:
        raise BadFileError(
            f"Die Zip-Datei {path.name} enthält {german.number(len(entries))} Dateien.",
            f"Mehr als {german.number(MOST_FILES)} nimmt der Kurs nicht auf einmal. Teilen Sie sie auf.",
        )
    for entry in sorted(entries, key=lambda entry: entry.filename):
        place = PurePosixPath(entry.filename.replace("\\", "/"))
        if entry.is_dir():
            continue
        if (
            place.is_absolute()
            or ".." in place.parts
            or ":" in place.parts[0]
            or stat.S_ISLNK(entry.external_attr >> 16)
        ):
            rejected.append(_elsewhere(place))
        else:
            yield Arrival(place, entry.file_size, partial(_unpacked, archive, entry))


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry; what it says of its own size is not trusted."""
    try:
        with archive.open(entry) as file:
            content = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError):
        raise Refused(
            "Die Datei lässt sich nicht entpacken (beschädigt oder mit Passwort).", "Bitten Sie um eine neue."
        ) from None
    if len(content) > LARGEST:
        raise Refused(
            "Die Datei wird beim Entpacken riesig.", "Öffnen Sie sie nicht. Bitten Sie um eine neue."
        )
    return content


def _elsewhere(place: PurePosixPath) -> Rejected:
    return Rejected(
        str(place),
        "Der Eintrag zeigt auf einen Ort außerhalb der Abgaben.",
        "Er wurde nicht geöffnet. Bitten Sie um eine neue Abgabe.",
    )
