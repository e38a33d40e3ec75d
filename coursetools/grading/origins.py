"""From where each hand-in came, so that feedback finds the way back. For the trainer only: places hold names."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from coursetools.files import write_atomically
from fairki.errors import BadFileError

FILE, VERSION = "herkunft.json", 1
RETURNED = "rueckgabe"
"""The folder for feedback that goes back; its files name people, too."""


@dataclass(frozen=True)
class Origin:
    """Where a hand-in lay, what said whose it is (see ``layouts.Owner.by``), and the person's number there, or ""."""

    place: str
    by: str
    number: str


class Origins:
    """What is known in the grading folder ``folder``: by pseudonym and exercise.

    Raises:
        BadFileError: the file is there but damaged, or of a newer version.
    """

    def __init__(self, folder: Path):
        self.path = Path(folder) / FILE
        self._known = self._read()

    def of(self, pseudonym: str, slug: str) -> Origin | None:
        return self._known.get(pseudonym, {}).get(slug)

    def remember(self, pseudonym: str, slug: str, origin: Origin) -> None:
        self._known.setdefault(pseudonym, {})[slug] = origin

    def forget(self, pseudonym: str) -> None:
        if self._known.pop(pseudonym, None):
            self.save()

    def save(self) -> None:
        """Write everything down, readable for its owner only."""
        people = {
            pseudonym: {slug: asdict(origin) for slug, origin in sorted(theirs.items())}
            for pseudonym, theirs in sorted(self._known.items())
        }
        content = json.dumps({"version": VERSION, "hand_ins": people}, indent=1, ensure_ascii=False)
        write_atomically(self.path, content, mode=0o600)

    def _read(self) -> dict[str, dict[str, Origin]]:
        if not self.path.exists():
            return {}
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            if kept["version"] != VERSION:
                raise ValueError("written by another version of the course")
            return {
                pseudonym: {slug: Origin(**origin) for slug, origin in theirs.items()}
                for pseudonym, theirs in kept["hand_ins"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BadFileError(
                f"Die Datei {self.path} ist beschädigt oder aus einer neueren Fassung des Kurses.",
                "Benennen Sie sie um. Danach nennen Sie bei grade die Abgaben noch einmal: So weiß der Kurs wieder,"
                " wohin die Rückmeldungen gehören. Punkte gehen nicht verloren.",
            ) from None
