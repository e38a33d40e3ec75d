"""Who is behind which pseudonym: one table, for the trainer only, that can be deleted at any time.

Beside it lies what tells people of one name apart: the numbers that a learning platform gave them.
"""

import csv
import io
import json
import re
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coursetools.files import write_atomically
from coursetools.grading import noted, origins
from coursetools.grading.arrivals import shown
from fairki.errors import BadFileError

FILE = "zuordnung.csv"
COLUMNS = ("Pseudonym", "Person")
NUMBERS, NUMBERS_VERSION = "kennungen.json", 1
SIGNS = "abcdefghkmnpqrstuvwxyz23456789"
"""Signs that nobody mistakes for each other."""
PSEUDONYM = re.compile(rf"abgabe-[{SIGNS}]{{5}}")
_ROUNDED = re.compile(r"(\d(?:[,.]\d+)?)E\+(\d+)")
LONGEST = 1000
"""Signs of a person's name in the mapping: it may be made of those of several folders."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Pseudonyms:
    """The mapping of people to pseudonyms in the grading folder ``folder``.

    Pseudonyms are drawn at random: their order says nothing about names or about who handed in when.

    Attributes:
        numbers: person → slug → the number that a learning platform gave the person for that exercise.

    Raises:
        BadFileError: the file is there but damaged.
    """

    def __init__(self, folder: Path):
        self.path = Path(folder) / FILE
        self._by_person = self._read()
        self.numbers = self._read_numbers()

    def __contains__(self, pseudonym: str) -> bool:
        return pseudonym in self._by_person.values()

    @property
    def people(self) -> dict[str, str]:
        """Person → pseudonym."""
        return dict(self._by_person)

    def of(self, person: str, taken: set[str]) -> str:
        """The pseudonym of this person: the one they have, or a new one that is not in ``taken``."""
        while person not in self._by_person:
            drawn = "abgabe-" + "".join(secrets.choice(SIGNS) for _ in range(5))
            if drawn not in taken and drawn not in self._by_person.values():
                self._by_person[person] = drawn
        return self._by_person[person]

    def recognise(self, people: Iterable[str]) -> None:
        """Give those of ``people`` their names back which a spreadsheet changed when it saved the file."""
        people = set(people)
        rounded = [name for name in self._by_person if _ROUNDED.fullmatch(name)]
        for person in people - set(self._by_person):
            possible = {_in_few_letters(person)}
            if person.isdigit():
                possible |= {person.lstrip("0"), *(name for name in rounded if _is_rounded(name, person))}
            changed = [name for name in possible if name in self._by_person and name not in people]
            if len(changed) == 1:
                self._by_person[person] = self._by_person.pop(changed[0])
                self.numbers[person] = self.numbers.pop(changed[0], {})

    def remember(self, person: str, slug: str, number: str) -> None:
        """Keep the number that a platform gave the person for the exercise ``slug``."""
        if number:
            self.numbers.setdefault(person, {})[slug] = number

    def forget(self, pseudonym: str) -> bool:
        """Forget who is behind ``pseudonym``; whether anybody was."""
        people = [person for person, theirs in self._by_person.items() if theirs == pseudonym]
        for person in people:
            del self._by_person[person]
            self.numbers.pop(person, None)
        return bool(people)

    def save(self) -> None:
        """Write the mapping, readable for its owner only."""
        text = io.StringIO()
        rows = csv.writer(text, delimiter=";", lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(sorted((pseudonym, harmless(person)) for person, pseudonym in self._by_person.items()))
        write_atomically(self.path, "\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue(), mode=0o600)
        kept = {p: self.numbers[person] for person, p in self._by_person.items() if self.numbers.get(person)}
        if kept or self.path.with_name(NUMBERS).exists():
            content = json.dumps({"version": NUMBERS_VERSION, "numbers": kept}, indent=1, sort_keys=True)
            write_atomically(self.path.with_name(NUMBERS), content, mode=0o600)

    def _read(self) -> dict[str, str]:
        if not self.path.exists():
            return {}
        rows = _rows(self.path.read_bytes())
        head = tuple(cell.strip() for cell in rows[0]) if rows else ()
        if head[:2] != COLUMNS or any(len(row) < 2 for row in rows):
            raise BadFileError(
                f"Die Zuordnung der Pseudonyme ist beschädigt ({self.path}).",
                "Jede Zeile braucht Pseudonym und Person, getrennt durch ein Semikolon. Lässt sich das nicht"
                " richten? Dann benennen Sie die Datei um. Punkte gehen nicht verloren, und dieselben Abgaben"
                " erkennt der Kurs am Inhalt wieder.",
            )
        names = (
            (shown(_as_written(person), LONGEST), pseudonym.strip()) for pseudonym, person, *_ in rows[1:]
        )
        return dict(names)

    def _read_numbers(self) -> dict[str, dict[str, str]]:
        path = self.path.with_name(NUMBERS)
        if not path.exists():
            return {}

        def theirs(kept: dict[str, Any]) -> dict[str, dict[str, str]]:
            numbers = kept["numbers"]
            return {person: dict(numbers[p]) for person, p in self._by_person.items() if p in numbers}

        complaint = (
            f"Die Kennungen der Personen sind beschädigt oder aus einer neueren Fassung des Kurses ({path}).",
            "Benennen Sie die Datei um. Ohne sie fragt der Kurs nach, wenn zwei Personen gleich heißen.",
        )
        return noted.read(path, NUMBERS_VERSION, theirs, complaint)


def _rows(content: bytes) -> list[list[str]]:
    """The rows of a mapping, also of one that a spreadsheet saved: other encoding, separator, line ends."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", shown("\r")).split("\n")
    separator = max(";,\t", key=lines[0].count)
    try:
        return [row for row in csv.reader(lines, delimiter=separator) if any(cell.strip() for cell in row)]
    except csv.Error:
        return []


def _is_rounded(kept: str, person: str) -> bool:
    """Whether a spreadsheet makes ``kept``, such as 1,23457E+11, of the number ``person``."""
    if not (match := _ROUNDED.fullmatch(kept)):
        return False
    figures, exponent = match.groups()
    digits = len(figures) - 2 if len(figures) > 1 else 0
    exact = f"{int(person):.{digits}E}".replace(".", ",")
    return exact == f"{figures.replace('.', ',')}E+{int(exponent):02d}"


def _in_few_letters(person: str) -> str:
    """A name as „ANSI“ writes it: letters that it has not become question marks."""
    return "".join(sign if _of_ansi(sign) else "?" for sign in person)


def _of_ansi(sign: str) -> bool:
    try:
        sign.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def delete(folder: Path) -> bool:
    """Delete the mapping in ``folder``; nobody can then say whose hand-in is whose. False if there was none."""
    path = Path(folder) / FILE
    for beside in (NUMBERS, origins.FILE):
        path.with_name(beside).unlink(missing_ok=True)
    shutil.rmtree(path.with_name(origins.RETURNED), ignore_errors=True)
    origins.forget_exchange(folder)
    if not path.exists():
        return False
    path.unlink()
    return True


def harmless(text: str) -> str:
    """Text that a spreadsheet shows and does not run; ``_as_written`` takes it back."""
    return f"'{text}" if text.startswith((*FORMULA, "'")) else text


def _as_written(text: str) -> str:
    """What ``harmless`` was given. Older files hold names that begin with an apostrophe as they are."""
    return text[1:] if text.startswith("'") and text[1:].startswith((*FORMULA, "'")) else text
