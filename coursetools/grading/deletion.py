"""Deleting one person: everything that they handed in and that was made of it, or the next run finishes it.

A note of what is being deleted is written first and removed last. Each step may be done twice.
"""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

from coursetools.backup.unfinished import BACKUPS
from coursetools.files import write_atomically
from coursetools.grading import exchange, grade, log, noted, verbs, versions
from coursetools.grading.arrivals import shown
from coursetools.grading.gradebook import Gradebook, address
from coursetools.grading.intake import SUBMITTED
from coursetools.grading.manual import LOG
from coursetools.grading.origins import FEEDBACK, RETURNED
from coursetools.grading.person import SHELVES, Nobody, Person, find
from coursetools.grading.pseudonyms import LONGEST, PSEUDONYM, Pseudonyms
from fairki.errors import SetupError

NOTE, NOTE_VERSION = "loeschung.json", 1
GONE, GONE_VERSION = "geloescht.json", 1
"""Checksums of the pseudonyms of people who were deleted: a backup must not bring them back."""
MOST_BYTES = 64 << 20
"""Files larger than this are not searched for what is left of a person: the course writes none."""


def delete(root: Path, person: Person, url: str | None = None) -> list[Path]:
    """Delete everything about ``person``; returns files of other people that still mention them.

    Args:
        root: the course's folder.
        person: see ``person.find``.
        url: the gradebook's address; None: the course's own file.

    Raises:
        SetupError: another run is under way, or the gradebook cannot be written or is open elsewhere. What is
            missing, ``finish`` does.
    """
    root = Path(root).resolve()
    with grade.alone(root):
        note = {
            "version": NOTE_VERSION,
            "pseudonym": person.pseudonym,
            "gradebook": address(url) if url else "",
        }
        write_atomically(root / grade.FOLDER / NOTE, json.dumps(note), mode=0o600)
        return _carry_out(root, person, url)


def meant(root: Path, named: str, url: str | None = None) -> Person | None:
    """Whom ``named`` means; None if nothing is here about such a person, as after a deletion.

    Raises:
        BadFileError: see ``person.find``; or somebody may be meant whom the mapping does not know.
        SetupError: the gradebook cannot be opened.
    """
    root = Path(root).resolve()
    try:
        return find(root / grade.FOLDER, named)
    except Nobody as nobody:
        if PSEUDONYM.fullmatch(named.strip()):
            with Gradebook(root, url) as book:
                graded = book.keys()
            known = {pseudonym for pseudonym, _ in graded}
            return Person(named.strip()) if named.strip() in known else None
        if not nobody.surely:
            raise
        return None


def finish(root: Path, url: str | None = None) -> Person | None:
    """Finish a deletion that was interrupted; whose it was, or None if there was none.

    Raises:
        SetupError: see ``delete``; or it began with another gradebook.
        BadFileError: the note about it is damaged.
    """
    root = Path(root).resolve()
    path = root / grade.FOLDER / NOTE
    if not path.exists():
        return None
    with grade.alone(root):
        complaint = (
            f"Eine Löschung wurde unterbrochen, und ihre Notiz ist nicht lesbar ({path}).",
            "Löschen Sie diese Datei. Löschen Sie danach die Person noch einmal.",
        )
        pseudonym, there = noted.read(
            path, NOTE_VERSION, lambda note: (str(note["pseudonym"]), note["gradebook"]), complaint
        )
        people = Pseudonyms(root / grade.FOLDER).people
        person = Person(pseudonym, next((name for name, theirs in people.items() if theirs == pseudonym), ""))
        if there != (address(url) if url else ""):
            raise SetupError(
                f"Eine Löschung ({person}) begann mit einer anderen Notendatei und ist nicht fertig.",
                f"Rufen Sie den Befehl mit jener Notendatei auf: {there or 'der des Kurses, ohne --gradebook'}",
            )
        _carry_out(root, person, url)
    return person


def gone(folder: Path) -> set[str]:
    """Checksums of the pseudonyms of people who were deleted from the grading folder ``folder``.

    Raises:
        BadFileError: the list is damaged, or of a newer version.
    """
    path = folder / GONE
    complaint = (
        f"Die Liste gelöschter Kürzel ist nicht lesbar ({path}).",
        "Benennen Sie sie um. Ohne sie kann eine alte Sicherung Gelöschtes zurückbringen.",
    )
    if not path.exists():
        return set()
    return noted.read(path, GONE_VERSION, lambda kept: {str(one) for one in kept["digests"]}, complaint)


def delete_again(root: Path, digests: set[str], url: str | None = None) -> int:
    """Delete people whom a backup brought back; ``grade.alone`` must be held. Returns how many there were.

    Args:
        root: the course's folder.
        digests: everybody who was ever deleted here, see ``gone``.
        url: the gradebook's address; None: the course's own file.

    Raises:
        SetupError: see ``delete``.
    """
    folder = root / grade.FOLDER
    _remember(folder, digests)
    with Gradebook(root, url) as book:
        graded = book.keys()
    there = {pseudonym for pseudonym, _ in graded}
    there |= set(Pseudonyms(folder).people.values())
    there |= {path.name for shelf in SHELVES for path in (folder / shelf).glob("*")}
    back = sorted(pseudonym for pseudonym in there if _digest(pseudonym) in digests)
    for pseudonym in back:
        _carry_out(root, Person(pseudonym), url)
    return len(back)


def _digest(pseudonym: str) -> str:
    return hashlib.sha256(pseudonym.encode()).hexdigest()


def _remember(folder: Path, digests: set[str]) -> None:
    if digests - gone(folder):
        everybody = sorted(gone(folder) | digests)
        content = json.dumps({"version": GONE_VERSION, "digests": everybody})
        write_atomically(folder / GONE, content, mode=0o600)


def _carry_out(root: Path, person: Person, url: str | None) -> list[Path]:
    folder = root / grade.FOLDER
    _remember(folder, {_digest(person.pseudonym)})
    grade.drop_half_written(folder)
    left = exchange.forget(root, person.name, folder / FEEDBACK / person.pseudonym) if person.name else []
    for shelf in SHELVES:
        shutil.rmtree(folder / shelf / person.pseudonym, ignore_errors=True)
        if (folder / shelf / person.pseudonym).exists():
            raise SetupError(
                f"{folder / shelf / person.pseudonym} lässt sich nicht löschen.",
                "Prüfen Sie die Rechte. Rufen Sie dann den Befehl noch einmal auf: Er löscht den Rest.",
            )
    for collected in exchange.collected(folder / SUBMITTED):
        if person.name and shown(collected.name, LONGEST) == person.name:
            shutil.rmtree(collected)
    (root / LOG).unlink(missing_ok=True)
    versions.forget(folder, person.pseudonym)
    assignments, broken = grade.exercises(root)
    with Gradebook(root, url) as book:
        book.forget(person.pseudonym)
        grade.write_reports(book, assignments, folder, broken=broken)
    for table in folder.glob("punkte_*.csv"):  # also of exercises that are no longer in the course
        _drop_rows(table, person.pseudonym)
    shutil.rmtree(folder / RETURNED, ignore_errors=True)  # packed anew whenever somebody asks for it
    people = Pseudonyms(folder)
    if people.forget(person.pseudonym):
        people.save()
    (folder / NOTE).unlink(missing_ok=True)
    log.note(folder, verbs.DELETE, 1)
    return [*left, *(path for path in _files(root) if _mentions(path, person))]


def _drop_rows(table: Path, pseudonym: str) -> None:
    content = table.read_bytes()
    kept = [line for line in content.splitlines(True) if not line.startswith(f"{pseudonym};".encode())]
    if b"".join(kept) != content:
        write_atomically(table, b"".join(kept))


def _files(root: Path) -> list[Path]:
    """Files in which a trainer or nbgrader may have noted something about people."""
    places = [*root.glob("*"), *(root / grade.FOLDER).rglob("*")]
    small = [path for path in places if path.is_file() and path.stat().st_size <= MOST_BYTES]
    return sorted([*small, *(path for path in (root / BACKUPS).rglob("*") if path.is_file())])


def _mentions(path: Path, person: Person) -> bool:
    if path.stat().st_size > MOST_BYTES and zipfile.is_zipfile(path):  # a backup of a large class
        with zipfile.ZipFile(path) as backup:
            return any(person.pseudonym in name for name in backup.namelist())
    content = path.read_bytes()  # of a zip, the names of its files can be read
    return any(text.encode() in content for text in (person.pseudonym, person.name) if text)
