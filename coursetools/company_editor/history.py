"""Versions of a company's files, so that each saved change can be taken back and made again.

They lie in a hidden folder inside the company's: nobody reads it but this editor. A change is noted first, then made,
then counted. Whoever pulls the plug in between loses nothing: what was noted and not made can be made again.
"""

import json
import shutil
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from coursetools.company_editor.de import pages as de
from coursetools.files import write_atomically
from fairki.errors import BadFileError, FairkiError

HIDDEN = ".bearbeiten"
"""In the folder of a company; git is told to leave it out."""
VERSIONS, COUNT, VERSION = "versionen", "stand.json", 1
MOST = 100
"""So many changes can be taken back; a change holds the files that it touched, each of at most 200 kB."""


@dataclass(frozen=True)
class Change:
    """A saved change: what was done, in words, and each file before and after (None: there was none)."""

    number: int
    said: str
    files: Mapping[str, tuple[bytes | None, bytes | None]]


class ChangedMeanwhileError(FairkiError):
    """A file is not as this editor left it: somebody else has written it."""


class History:
    """The changes of one company's folder, as far as they are kept."""

    def __init__(self, folder: Path):
        self.folder, self.hidden = folder, folder / HIDDEN

    def change(self, said: str, files: Mapping[str, bytes | None]) -> None:
        """Write files, or delete those that are None, so that it can be taken back."""
        done = self._done()
        for number in self._numbers():
            if number > done:
                self._path(number).unlink(missing_ok=True)
        both = {name: (self._now(name), content) for name, content in files.items()}
        self._note(Change(done + 1, said, both))
        self._make({name: after for name, (_, after) in both.items()}, done + 1)
        for number in self._numbers():
            if number <= done + 1 - MOST:
                self._path(number).unlink(missing_ok=True)

    def last(self) -> Change | None:
        """What would be taken back."""
        return self._read(self._done())

    def next(self) -> Change | None:
        """What would be made again."""
        return self._read(self._done() + 1)

    def undo(self) -> Change | None:
        """Take the last change back.

        Raises:
            ChangedMeanwhileError: one of its files is not as the change left it.
        """
        change = self.last()
        if change:
            self._may(change)
            self._make({name: before for name, (before, _) in change.files.items()}, change.number - 1)
        return change

    def redo(self) -> Change | None:
        """Make the change again that was taken back last.

        Raises:
            ChangedMeanwhileError: one of its files is not as it was before.
        """
        change = self.next()
        if change:
            self._may(change)
            self._make({name: after for name, (_, after) in change.files.items()}, change.number)
        return change

    def _may(self, change: Change) -> None:
        for name, both in change.files.items():
            if self._now(name) not in both:  # either side: it was interrupted after this file
                raise ChangedMeanwhileError(*de.changed_outside(name))

    def _make(self, files: Mapping[str, bytes | None], number: int) -> None:
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink(missing_ok=True)
            else:
                mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
                write_atomically(path, content, mode)
        self._write(COUNT, {"version": VERSION, "done": number})

    def _now(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def _note(self, change: Change) -> None:
        files = {name: [_packed(before), _packed(after)] for name, (before, after) in change.files.items()}
        self._write(
            f"{VERSIONS}/{change.number:06d}.json", {"version": VERSION, "said": change.said, "files": files}
        )

    def _write(self, name: str, content: Any) -> None:
        if not (self.hidden / ".gitignore").exists():
            write_atomically(self.hidden / ".gitignore", "*\n")
        write_atomically(self.hidden / name, json.dumps(content, ensure_ascii=False), mode=0o600)

    def _read(self, number: int) -> Change | None:
        try:
            kept = json.loads(self._path(number).read_text(encoding="utf-8"))
            _known(kept, self._path(number))
            files = {
                _within(name): (_unpacked(one), _unpacked(two)) for name, (one, two) in kept["files"].items()
            }
            return Change(number, str(kept["said"]), files)
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, AttributeError):
            self._set_aside()
            return None

    def _done(self) -> int:
        path = self.hidden / COUNT
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            _known(kept, path)
            return int(kept["done"])
        except FileNotFoundError:
            return 0
        except (ValueError, KeyError, TypeError):
            self._set_aside()
            return 0

    def _set_aside(self) -> None:
        """What is damaged is kept, but begins anew; the company's files themselves are whole."""
        aside = self.hidden / "beschaedigt"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True, exist_ok=True)
        for name in (VERSIONS, COUNT):
            with suppress(FileNotFoundError):
                (self.hidden / name).rename(aside / name)

    def _numbers(self) -> list[int]:
        return sorted(int(path.stem) for path in (self.hidden / VERSIONS).glob("[0-9]*.json"))

    def _path(self, number: int) -> Path:
        return self.hidden / VERSIONS / f"{number:06d}.json"


def _known(kept: Any, path: Path) -> None:
    """Refuse what a newer version of the course wrote."""
    if int(kept["version"]) > VERSION:
        raise BadFileError(*de.newer(str(path)))


def _within(name: str) -> str:
    """The name of a file of the company; a folder that came from elsewhere may name any other, and gets none."""
    parts = PurePosixPath(name).parts
    if "\\" in name or ":" in name or any(part.startswith((".", "/")) for part in parts):
        raise ValueError(name)
    return name


def _packed(content: bytes | None) -> str | None:
    return None if content is None else b64encode(content).decode()


def _unpacked(content: str | None) -> bytes | None:
    return None if content is None else b64decode(content, validate=True)
