"""Comments that a trainer wants to use again: a file that grows, without anybody's name."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from coursetools.files import set_aside, write_atomically
from coursetools.grading.pseudonyms import Pseudonyms

FILE, VERSION = "kommentare.json", 1
MOST, LONGEST = 200, 1_000
"""Comments for one question, and characters of one."""
_PSEUDONYM = re.compile(r"\babgabe-[a-z0-9]{5}\b")
_SHORTEST_NAME = 3


class Named(Exception):
    """A comment in which a name stands; the argument is what stands there."""


class Full(Exception):
    """There is no room for another one."""


class Bank:
    """The comments in the grading folder ``folder``, by question."""

    def __init__(self, folder: Path):
        self.folder = Path(folder)
        self.path = self.folder / FILE

    def of(self, question: str) -> list[str]:
        """The comments for a question, the newest last."""
        return list(self._read().get(question, []))

    def add(self, question: str, text: str, sure: bool = False) -> None:
        """Keep a comment.

        Args:
            sure: somebody looked whether the word that is like a name is one.

        Raises:
            Named: somebody's name stands in it.
            Full: there are too many.
        """
        text = text.strip()[:LONGEST]
        if found := _PSEUDONYM.search(text.casefold()):
            raise Named(found[0])
        if not sure:
            _refuse_names(text, Pseudonyms(self.folder).people)
        comments = self._read()
        there = comments.setdefault(question, [])
        if text and text not in there:
            if len(there) >= MOST:
                raise Full
            there.append(text)
            self._write(comments)

    def remove(self, question: str, text: str) -> None:
        """Forget a comment."""
        comments = self._read()
        if text in comments.get(question, []):
            comments[question].remove(text)
            self._write(comments)

    def _read(self) -> dict[str, list[str]]:
        """What is kept. A file that is damaged or newer is set aside, and a new one begins."""
        try:
            kept: Any = json.loads(self.path.read_text(encoding="utf-8"))
            if kept["version"] != VERSION:
                raise ValueError("written by another version of the course")
            comments: dict[str, list[str]] = kept["comments"]
            if not all(isinstance(text, str) for texts in comments.values() for text in texts):
                raise ValueError("damaged")
            return comments
        except FileNotFoundError:
            return {}
        except (ValueError, LookupError, TypeError, AttributeError):
            set_aside(self.path)
            return {}

    def _write(self, comments: Mapping[str, list[str]]) -> None:
        content = json.dumps({"version": VERSION, "comments": comments}, indent=1, ensure_ascii=False)
        write_atomically(self.path, content)


def _refuse_names(text: str, people: Iterable[str]) -> None:
    words = set(re.findall(r"\w+", text.casefold()))
    for person in people:
        for part in re.findall(r"[^\W\d_]+", person):
            if len(part) >= _SHORTEST_NAME and part.casefold() in words:
                raise Named(part)
