"""A file of a company as it lies on the disk: what it says, and in which line.

Every complaint names the file, the line, what is wrong and what to write instead.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from fairki.company import de, misspelt
from fairki.errors import BadFileError

LARGEST = 200_000
"""Bytes of a file that people write by hand."""
_HEAD = re.compile(r"\s*(\[\[?)([^\[\]#]+)\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w-]+)\s*=""")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Complaint(BadFileError):
    """What is wrong in which line of a company's file, and what to write; ``line`` 0: the file as a whole.

    ``place`` is where the entry stands or should, such as ``("personen", "leitung", "rolle")``; empty: the whole file.
    """

    def __init__(self, path: Path, line: int, what: str, write: str, place: tuple[str | int, ...] = ()):
        super().__init__(de.bad_file(path, line, what), write)
        self.path, self.line, self.what, self.write, self.place = path, line, what, write, place


def text(path: Path, largest: int = LARGEST) -> str:
    """What a text file says.

    Raises:
        BadFileError: it is missing, too large, or not UTF-8.
    """
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError:
        raise Complaint(path, 0, *de.MISSING) from None
    if len(content) > largest:
        raise Complaint(path, 1, *de.too_large(largest))
    if content.startswith(_UTF16) or b"\0" in content:
        raise Complaint(path, 1, *de.UTF16)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Complaint(path, content[: error.start].count(b"\n") + 1, *de.NOT_UTF8) from None


class Toml:
    """A TOML file: ``raw`` is what it says.

    Raises:
        BadFileError: as ``text``, or it is no TOML.
    """

    def __init__(self, path: Path):
        self.path, written = path, text(path)
        self._last = max(1, len(written.splitlines()))
        self._lines = _lines(written)
        try:
            self.raw: dict[str, Any] = tomllib.loads(written)
        except (
            ValueError,
            RecursionError,
        ) as error:  # not only TOML's own: a number can have too many digits
            found = re.search(r"line (\d+)", str(error))
            number = int(found[1]) if found else self._last
            line = written.split("\n")[
                number - 1 : number
            ]  # a number at the end can be beyond: other ends of line
            raise Complaint(path, number, *misspelt.slip("".join(line), str(error))) from None

    def line(self, *place: str | int) -> int:
        """Where an entry stands, or the section in which it should; the last line if not even that is there.

        Args:
            place: sections and key, such as ``("personen", "leitung", "rolle")``, and numbers for lists of sections.
        """
        for end in range(len(place), 0, -1):
            if place[:end] in self._lines:
                return self._lines[place[:end]]
        return self._last


def _lines(written: str) -> dict[tuple[str | int, ...], int]:
    """Place → its line, for sections and for keys at the beginning of a line."""
    found: dict[tuple[str | int, ...], int] = {}
    counts: dict[tuple[str | int, ...], int] = {}  # place of a list of sections → how many there are so far
    section: tuple[str | int, ...] = ()
    within = False  # a text of several lines
    for number, line in enumerate(written.splitlines(), 1):
        begun, within = within, within ^ bool((line.count('"""') + line.count("'''")) % 2)
        if begun:
            continue
        if head := _HEAD.fullmatch(line):
            section = ()
            for part in head[2].strip().split("."):
                if section in counts:  # in the newest section of that list
                    section = (*section, counts[section] - 1)
                section = (*section, part.strip(" \"'"))
                found.setdefault(section, number)
            if head[1] == "[[":
                counts[section] = counts.get(section, 0) + 1
                section = (*section, counts[section] - 1)
            found.setdefault(section, number)
        elif key := _KEY.match(line):
            found.setdefault((*section, key[1].strip("\"'")), number)
    return found
