"""Who is behind which pseudonym: one file, for the trainer only, that can be deleted at any time."""

import csv
import io
import os
import secrets
from pathlib import Path

from coursetools.files import write_atomically
from fairki.errors import BadFileError

FILE = "zuordnung.csv"
COLUMNS = ("Pseudonym", "Person")
SIGNS = "abcdefghkmnpqrstuvwxyz23456789"
"""Signs that nobody mistakes for each other."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Pseudonyms:
    """The mapping of people to pseudonyms in the grading folder ``folder``.

    Pseudonyms are drawn at random: their order says nothing about names or about who handed in when.

    Raises:
        BadFileError: the file is there but damaged.
    """

    def __init__(self, folder: Path):
        self.path = Path(folder) / FILE
        self._by_person = self._read()

    def __contains__(self, pseudonym: str) -> bool:
        return pseudonym in self._by_person.values()

    def of(self, person: str, taken: set[str]) -> str:
        """The pseudonym of this person: the one they have, or a new one that is not in ``taken``."""
        while person not in self._by_person:
            drawn = "abgabe-" + "".join(secrets.choice(SIGNS) for _ in range(5))
            if drawn not in taken and drawn not in self._by_person.values():
                self._by_person[person] = drawn
        return self._by_person[person]

    def save(self) -> None:
        """Write the mapping, readable for its owner only."""
        text = io.StringIO()
        rows = csv.writer(text, delimiter=";", lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(sorted((pseudonym, harmless(person)) for person, pseudonym in self._by_person.items()))
        write_atomically(self.path, "\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue(), mode=0o600)

    def _read(self) -> dict[str, str]:
        if not self.path.exists():
            return {}
        try:
            rows = list(csv.reader(io.StringIO(self.path.read_text(encoding="utf-8-sig")), delimiter=";"))
        except (UnicodeDecodeError, csv.Error):
            rows = []
        if not rows or tuple(rows[0]) != COLUMNS or any(len(row) != 2 for row in rows):
            raise BadFileError(
                f"Die Zuordnung der Pseudonyme ist beschädigt ({self.path}).",
                "Stellen Sie die Datei wieder her oder löschen Sie sie; die Noten gehen dabei nicht verloren.",
            )
        return {person.removeprefix("'"): pseudonym for pseudonym, person in rows[1:]}


def delete(folder: Path) -> bool:
    """Delete the mapping in ``folder``; nobody can then say whose hand-in is whose. False if there was none."""
    path = Path(folder) / FILE
    if not path.exists():
        return False
    os.unlink(path)
    return True


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not run."""
    return f"'{text}" if text.startswith(FORMULA) else text
