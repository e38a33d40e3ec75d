"""From where hand-ins came, so that feedback finds the way back.

Places hold names, and nothing but the mapping keeps those. So only the sources that a trainer named are remembered, and
looked at again when feedback goes back.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from coursetools.files import write_atomically
from coursetools.grading import noted

FILE, VERSION = "quellen.json", 1
RETURNED = "rueckgabe"
"""The folder for feedback that goes back; its files name people."""
FEEDBACK = "feedback"
"""The folder of all feedback, by pseudonym."""
SECRET, TIMESTAMP = "submission_secret.txt", "timestamp.txt"
"""What nbgrader's exchange keeps beside a hand-in and its feedback: what names the feedback, and when it came."""


@dataclass(frozen=True)
class Origin:
    """Where a hand-in lay, what said whose it is (see ``layouts.Owner.by``), and the person's number there, or ""."""

    place: str
    by: str
    number: str


def remember(folder: Path, source: Path) -> None:
    """Note in the grading folder ``folder`` that hand-ins came from a folder or an archive.

    A single notebook is not noted: it may be called like the person.

    Raises:
        BadFileError: see ``sources``.
    """
    known = sources(folder)
    source = Path(source).resolve()
    if source.suffix == ".ipynb" or source in known:
        return
    content = {"version": VERSION, "sources": [str(path) for path in (*known, source)]}
    write_atomically(Path(folder) / FILE, json.dumps(content, indent=1, ensure_ascii=False), mode=0o600)


def sources(folder: Path) -> list[Path]:
    """The sources that hand-ins in the grading folder ``folder`` came from, in this order.

    Raises:
        BadFileError: the note is damaged, or of a newer version.
    """
    path = Path(folder) / FILE
    if not path.exists():
        return []
    complaint = (
        f"Die Datei {path} ist beschädigt oder aus einer neueren Fassung des Kurses.",
        "Benennen Sie sie um. Danach nennen Sie bei grade die Abgaben noch einmal: So weiß der Kurs wieder,"
        " wohin die Rückmeldungen gehören. Punkte gehen nicht verloren.",
    )
    return noted.read(path, VERSION, lambda kept: [Path(source) for source in kept["sources"]], complaint)


def way_to_exchange(feedback: Path, pseudonym: str, slug: str) -> Path | None:
    """The folder whose feedback ``nbgrader release_feedback`` takes; None if the hand-in came another way.

    Args:
        feedback: the folder of all feedback.
    """
    home = feedback / pseudonym / slug
    return home if (home / SECRET).exists() else None


def forget_exchange(folder: Path) -> None:
    """Forget in the grading folder ``folder`` which account gets which feedback: a secret leads to it."""
    for secret in (Path(folder) / FEEDBACK).glob(f"*/*/{SECRET}"):
        shutil.rmtree(secret.parent)  # nbgrader would miss it there, and give nobody's feedback back
