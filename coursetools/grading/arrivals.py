"""The files that arrive, from a folder or an archive: nothing is trusted, nothing is unpacked to disk.

Names come from all kinds of systems. They are brought to one form here, so that a person has one name whatever
computer packed the archive, and no sign in a name can do anything to a terminal, a table or a page.
"""

import hashlib
import io
import lzma
import stat
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from fairki import speech
from fairki.errors import BadFileError

LARGEST = 64 << 20
"""Bytes of a file with all its saved outputs; without them ours have well under one million."""
LARGEST_ARCHIVE = 1 << 30
"""Bytes that the members of a tar may have together: it can only be read from front to back."""
MOST_FILES = 20_000
"""Entries of one archive."""
MANIFEST = "course.toml"
OF_THE_COURSE = ("benchmarks", "coursetools", "data", "docs", "fairki", "modules", "tests")
"""Folders of the course in which nobody answers anything, though there are notebooks."""
LONGEST_NAME = 120
"""Characters of a file's or a folder's name."""
NO_NOTEBOOK = "Das ist kein Notebook.", "Abgaben haben die Endung .ipynb. Bitten Sie um die richtige Datei."
NO_RIGHTS = (
    "Der Ordner lässt sich nicht öffnen.",
    "Prüfen Sie die Rechte und rufen Sie den Befehl noch einmal auf.",
)
NO_FILE = "Das ist keine gewöhnliche Datei.", "Sie wurde nicht geöffnet. Bitten Sie um das Notebook."

_OF_THE_SYSTEM = {
    "__macosx",
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\u240d",
    "@eadir",
    "$recycle.bin",
}
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"
"""Signs that come into names by copying, and that nobody sees."""
_OTHER_ARCHIVES = {b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "RAR"}
_TAR = {".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz"}
_BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError)


@dataclass(frozen=True)
class Rejected:
    """A file that was not taken in: its name, and in German what is wrong and what to do."""

    name: str
    happened: str
    remedy: str


@dataclass(frozen=True)
class Arrival:
    """A file among the arrivals.

    Attributes:
        place: relative to what the trainer named, with names in one form (see ``shown``).
        size: bytes.
        changed: when it was changed last, for comparing with others of the same source; () if that is unknown.
        read: gives the content; raises ``Refused``.
    """

    place: PurePosixPath
    size: int
    changed: tuple[float, ...]
    read: Callable[[], bytes]


class Refused(Exception):
    """A file that cannot be taken in; the arguments are what is wrong and what to do, in German."""


def shown(name: str, longest: int = LONGEST_NAME) -> str:
    """A name in the form that people and programs see: composed letters, single spaces, no sign that does something.

    One of more than ``longest`` signs ends with a mark that tells it from others that begin like it.
    """
    composed = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode())
    harmless = "".join(_shown_sign(sign) for sign in composed if sign not in _INVISIBLE)
    harmless = " ".join(harmless.split())
    if len(harmless) <= longest:
        return harmless
    return f"{harmless[: longest - 8]}…{hashlib.sha256(harmless.encode()).hexdigest()[:7]}"


def _shown_sign(sign: str) -> str:
    if ord(sign) < 32:
        return chr(0x2400 + ord(sign))  # Unicode has a picture for each of them
    if sign in "\u2028\u2029" or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co"):
        return "\N{REPLACEMENT CHARACTER}"
    return sign


def arrivals(
    source: Path,
    rejected: list[Rejected],
    skipped: list[str],
    leave_out: Callable[[Path], bool] = lambda path: False,
) -> Iterator[Arrival]:
    """The files in ``source`` that may be hand-ins, in a fixed order; the others go to ``rejected`` or ``skipped``.

    Args:
        source: a folder, an archive (zip or tar) or a single file.
        rejected: takes what cannot be taken in.
        skipped: takes the names of what nobody made by hand, see ``of_the_system``, and of the course's own folders;
            a folder counts as one.
        leave_out: folders that are not looked into.

    Raises:
        BadFileError: ``source`` is not there.
    """
    if source.is_dir():
        found = _in_folder(source, rejected, skipped, leave_out)
    elif not source.is_file():
        raise BadFileError(
            f"{shown(str(source))} gibt es nicht.",
            "Nennen Sie einen Ordner, eine Zip-Datei oder ein Notebook.",
        )
    else:
        try:
            found = _in_file(source, rejected)
        except BadFileError as problem:
            rejected.append(Rejected(shown(source.name), problem.happened, problem.remedy))
            return
    for file in found:
        if of_the_system(file.place):
            skipped.append(file.place.name)
        elif unfit := _unfit(file):
            rejected.append(Rejected(str(file.place), *unfit))
        elif file.place.suffix.lower() == ".zip":
            yield from _in_inner_zip(file, rejected, skipped)
        else:
            yield file


def of_the_system(place: PurePosixPath) -> bool:
    """Whether nobody made this file by hand: what macOS, Windows and Jupyter leave behind."""
    return any(
        part.casefold() in _OF_THE_SYSTEM or (part.startswith((".", "~$")) and part != "..")
        for part in place.parts
    )


def courses(places: Iterable[PurePosixPath]) -> set[PurePosixPath]:
    """The folders among ``places`` of files that are the course itself, as somebody cloned or unpacked it."""
    manifests = {place.parent for place in places if place.name == MANIFEST}
    return {folder for folder in manifests if any(folder / "fairki" in place.parents for place in places)}


def of_the_course(place: PurePosixPath, roots: Iterable[PurePosixPath]) -> bool:
    """Whether this lies where a course keeps itself, its tests and what they hand in."""
    return any(root / name in place.parents for root in roots for name in OF_THE_COURSE)


def _in_file(source: Path, rejected: list[Rejected]) -> Iterator[Arrival]:
    with source.open("rb") as file:
        head = file.read(8)
    name, ending = shown(source.name), source.suffix.lower()
    if head.startswith(b"PK") and ending != ".ipynb":
        return _in_zip(source, name, rejected)
    if ending in _TAR or head.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")):
        return _in_tar(source, name)
    if ending == ".zip":
        raise _damaged(name, "unvollständig")
    for beginning, kind in _OTHER_ARCHIVES.items():
        if head.startswith(beginning):
            raise BadFileError(
                f"{name} ist ein {kind}-Archiv. Das kann der Kurs nicht öffnen.",
                "Entpacken Sie es und nennen Sie den Ordner.",
            )
    about = source.stat()
    return iter([Arrival(PurePosixPath(name), about.st_size, (about.st_mtime,), source.read_bytes)])


def _damaged(name: str, how: str) -> BadFileError:
    return BadFileError(
        f"Die Datei {name} ist beschädigt ({how}).",
        "Oft brach nur das Herunterladen ab. Laden Sie sie noch einmal herunter.",
    )


def _unfit(file: Arrival) -> tuple[str, str] | None:
    endings = [suffix.lower() for suffix in file.place.suffixes]
    ending = endings[-1] if endings else ""
    if ending in {".7z", ".rar", *_TAR}:
        return "Ein Archiv in der Abgabe.", "Entpacken Sie es und legen Sie das Notebook daneben."
    # Browsers and Windows add an ending or hide one; what the file really is, its content says.
    if ending not in (".ipynb", ".zip", ".txt", ".json", "") and ".ipynb" not in endings:
        return NO_NOTEBOOK
    if file.size > LARGEST:
        megabytes = speech.number(file.size / (1 << 20))
        return (
            f"Die Datei ist viel zu groß ({megabytes} MB).",
            "Bitten Sie um eine Abgabe ohne gespeicherte Ausgaben.",
        )
    return None


def _in_folder(
    folder: Path, rejected: list[Rejected], skipped: list[str], leave_out: Callable[[Path], bool]
) -> Iterator[Arrival]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except PermissionError:
        rejected.append(Rejected(".", *NO_RIGHTS))
        return
    for path in inside:
        place = PurePosixPath(shown(path.name))
        if path.is_symlink():
            rejected.append(_elsewhere(place))
        elif path.is_dir():
            ours = (
                path.name in OF_THE_COURSE and (folder / MANIFEST).exists() and (folder / "fairki").is_dir()
            )
            if ours or of_the_system(place):
                skipped.append(f"{place}/")
            elif not leave_out(path):
                inner: list[Rejected] = []
                for file in _in_folder(path, inner, skipped, leave_out):
                    yield Arrival(place / file.place, file.size, file.changed, file.read)
                rejected += [Rejected(f"{place}/{one.name}", one.happened, one.remedy) for one in inner]
        elif path.is_file():
            about = path.stat()
            yield Arrival(place, about.st_size, (about.st_mtime,), partial(_of_disk, path))
        else:
            rejected.append(Rejected(str(place), *NO_FILE))


def _of_disk(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            f"Die Datei lässt sich nicht lesen ({error.strerror}).", "Prüfen Sie Datei und Rechte."
        ) from None


# ---- zip ----


def _in_zip(path: Path | io.BytesIO, name: str, rejected: list[Rejected]) -> Iterator[Arrival]:
    try:
        archive = zipfile.ZipFile(path)
        entries = archive.infolist()
    except (*_BROKEN, ValueError, NotImplementedError):
        raise _damaged(name, "unvollständig oder kein Zip") from None
    if len(entries) > MOST_FILES:
        raise BadFileError(
            f"Die Zip-Datei {name} enthält {speech.number(len(entries))} Dateien.",
            f"Mehr als {speech.number(MOST_FILES)} nimmt der Kurs nicht auf einmal. Teilen Sie sie auf.",
        )
    return _entries(archive, entries, rejected)


def _entries(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], rejected: list[Rejected]
) -> Iterator[Arrival]:
    for entry in sorted(entries, key=_name):
        name = _name(entry)
        if name.endswith("/"):
            continue
        link = stat.S_ISLNK(entry.external_attr >> 16)
        if place := _inside(name, link, rejected):
            yield Arrival(place, entry.file_size, tuple(entry.date_time), partial(_unzipped, archive, entry))


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry. Only a flag says UTF-8, and macOS forgets it; Windows writes its own old code page."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode("cp850", "replace")
    return name.replace("\\", "/")


def _inside(name: str, link: bool, rejected: list[Rejected]) -> PurePosixPath | None:
    parts = PurePosixPath(name).parts
    place = PurePosixPath(*map(shown, parts))
    if link or not parts or parts[0].startswith("/") or ".." in parts or ":" in parts[0]:
        rejected.append(_elsewhere(place))
        return None
    return place


def _unzipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry; what it says of its own size is not trusted."""
    try:
        with archive.open(entry) as file:
            content = file.read(LARGEST + 1)
    except (*_BROKEN, RuntimeError, NotImplementedError):
        raise Refused(
            "Die Datei lässt sich nicht entpacken (beschädigt oder mit Passwort).", "Bitten Sie um eine neue."
        ) from None
    if len(content) > LARGEST:
        raise Refused(
            "Die Datei wird beim Entpacken riesig.", "Öffnen Sie sie nicht. Bitten Sie um eine neue."
        )
    return content


def _in_inner_zip(file: Arrival, rejected: list[Rejected], skipped: list[str]) -> Iterator[Arrival]:
    """The files in a zip that somebody handed in; zips within that one are not opened."""
    outer = file.place.with_suffix("")
    inner: list[Rejected] = []
    try:
        for entry in _in_zip(io.BytesIO(file.read()), file.place.name, inner):
            found = Arrival(outer / entry.place, entry.size, entry.changed, entry.read)
            if of_the_system(entry.place):
                skipped.append(entry.place.name)
            elif found.place.suffix.lower() == ".zip":
                inner.append(
                    Rejected(str(entry.place), "Eine Zip-Datei in einer Zip-Datei.", "Entpacken Sie sie.")
                )
            elif problem := _unfit(found):
                inner.append(Rejected(str(entry.place), *problem))
            else:
                yield found
    except Refused as problem:
        rejected.append(Rejected(str(file.place), *problem.args))
    except BadFileError as problem:
        rejected.append(Rejected(str(file.place), problem.happened, problem.remedy))
    rejected += [Rejected(f"{outer}/{one.name}", one.happened, one.remedy) for one in inner]


# ---- tar ----


def _in_tar(path: Path, name: str) -> Iterator[Arrival]:
    """The files of a tar; it is read once, because a compressed one cannot be read out of order."""
    files: list[Arrival] = []
    try:
        with tarfile.open(path) as archive:
            total = 0
            for number, member in enumerate(archive, 1):
                total += member.size
                if number > MOST_FILES or total > LARGEST_ARCHIVE:
                    raise BadFileError(
                        f"Das Archiv {name} ist viel zu groß.", "Entpacken Sie es und nennen Sie den Ordner."
                    )
                if member.isdir():
                    continue
                files.append(_member(archive, member))
    except _BROKEN:
        raise _damaged(name, "unvollständig oder kein Archiv") from None
    return iter(sorted(files, key=lambda file: file.place))


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Arrival:
    place = PurePosixPath(*(shown(part) for part in PurePosixPath(member.name).parts if part != "/"))
    outside = not member.isfile() or member.name.startswith("/") or ".." in PurePosixPath(member.name).parts
    if outside:
        read = partial(_refuse, _elsewhere(place))
        return Arrival(place, 0, (), read)
    if member.size > LARGEST:
        return Arrival(place, member.size, (member.mtime,), lambda: b"")  # named as too large, never read
    inside = archive.extractfile(member)
    content = inside.read() if inside else b""
    return Arrival(place, member.size, (member.mtime,), lambda: content)


def _refuse(rejected: Rejected) -> bytes:
    raise Refused(rejected.happened, rejected.remedy)


def _elsewhere(place: PurePosixPath) -> Rejected:
    return Rejected(
        str(place),
        "Der Eintrag zeigt auf einen Ort außerhalb der Abgaben.",
        "Er wurde nicht geöffnet. Bitten Sie um eine neue Abgabe.",
    )
