"""One file with all that was graded, to put away: under pseudonyms, and without what says who is behind them."""

import io
import json
import tempfile
import zipfile
from fnmatch import fnmatch
from pathlib import Path

from coursetools.backup import databases
from coursetools.files import write_atomically
from coursetools.grading import grade, log, origins
from coursetools.grading.gradebook import FILE as GRADEBOOK
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.intake import taken_in
from coursetools.grading.person import SHELVES
from coursetools.grading.pseudonyms import PSEUDONYM
from coursetools.grading.verbs import ARCHIVE
from fairki import manifest
from fairki.errors import BadFileError

HELD = (grade.OVERVIEW, grade.EXCEL, grade.COMPLETION, "punkte_*.csv")
"""What goes in beside the folders in which each person has one. Nothing else does: that could say who somebody is."""
ABOUT, VERSION = "archiv.json", 1
"""Says of which form an archive is, and which version of the course made it."""
_WHEN = (2026, 1, 1, 0, 0, 0)
"""The same results make the same archive, whenever it is made."""


def write(root: Path, target: Path, url: str | None = None) -> int:
    """Pack the grading folder and the gradebook of the course into the zip ``target``; how many hand-ins are in it.

    Reports are written anew before, so that no page names files which were rejected.

    Args:
        root: the course's folder.
        url: the gradebook's address. Only the course's own file is packed; None: that one.

    Raises:
        BadFileError: there is nothing to pack, or ``target`` is something else than such an archive.
        SetupError: another run is under way, or the gradebook cannot be opened.
    """
    root = Path(root).resolve()
    folder = root / grade.FOLDER
    if target.exists() and not _is_ours(target):
        raise BadFileError(
            f"{target} ist kein Archiv des Kurses.",
            "Nennen Sie eine neue Datei, zum Beispiel archiv-2026.zip.",
        )
    with grade.alone(root):
        hand_ins = list(taken_in(folder))
        if not hand_ins:
            raise BadFileError(
                "Es ist noch keine Abgabe da.", "Ein Archiv lohnt sich erst nach dem Bewerten."
            )
        assignments, broken = grade.exercises(root)
        with Gradebook(root, url) as book:
            grade.write_reports(book, assignments, folder, broken=broken)
        files = {
            f"{grade.FOLDER}/{path.relative_to(folder).as_posix()}": path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and _is_held(path.relative_to(folder))
        }
        if url is None:
            files[GRADEBOOK] = _copied(root / GRADEBOOK)
        files[ABOUT] = json.dumps({"version": VERSION, "course": manifest.read(root).version}).encode()
        write_atomically(target, _packed(files), mode=0o600)
        log.note(folder, ARCHIVE, len(hand_ins))
    return len(hand_ins)


def _is_ours(target: Path) -> bool:
    """Whether an archive of a course lies there: a download with hand-ins is a zip, too."""
    try:
        with zipfile.ZipFile(target) as archive:
            return all(
                name in (ABOUT, GRADEBOOK) or name.startswith(f"{grade.FOLDER}/")
                for name in archive.namelist()
            )
    except (OSError, zipfile.BadZipFile):
        return False


def _is_held(path: Path) -> bool:
    if path.name in (origins.SECRET, origins.TIMESTAMP):
        return False  # they lead to the account that handed in
    if path.parts[0] in SHELVES:
        return bool(PSEUDONYM.fullmatch(path.parts[1]))  # nbgrader itself lays down names of accounts
    return any(fnmatch(str(path), name) for name in HELD)


def _copied(gradebook: Path) -> bytes:
    """The gradebook as it stands, with what is still in its log of changes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / GRADEBOOK
        databases.copy_of_grades(gradebook, copy)
        return copy.read_bytes()


def _packed(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _WHEN), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
