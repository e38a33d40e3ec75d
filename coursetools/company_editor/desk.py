"""The company's folder on the desk: what its files say, what is wrong with a change, and drafts that wait to be mended.

A file of the company only ever changes to something that fits. What does not fit yet is a draft: kept beside, shown in
the form, never read by the course.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from coursetools import own_company
from coursetools.company_editor.de import pages as de
from coursetools.company_editor.history import HIDDEN, VERSION, History
from coursetools.files import write_atomically
from fairki import company
from fairki.company import files, reading, source
from fairki.company.schema import File
from fairki.company.source import Complaint
from fairki.errors import BadFileError

DRAFTS = "entwuerfe"
LARGEST = 10 * source.LARGEST
"""Bytes of a file that can belong to a company, even if it is too large for the course."""


@dataclass(frozen=True)
class State:
    """A file as it is to be edited.

    Attributes:
        name: such as ``faelle/alltag.toml``.
        text: what it says, or its draft, if there is one.
        stand: what the text was made from; another one means that somebody has changed it.
        draft: whether it is a draft.
        exists: whether there is such a file.
        stale: whether the file has changed since the draft was begun.
    """

    name: str
    text: str
    stand: str
    draft: bool
    exists: bool
    stale: bool


class Desk:
    """One company's folder. ``folder`` has to hold ``betrieb.toml``."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.history = History(self.folder)

    def names(self) -> list[str]:
        """All files that are there, or that the company may have; those with a name of its own only if they are."""
        found = []
        for file in files.FILES:
            if "*" in file.name:
                there = {
                    path.name for path in (self.folder / file.folder).glob(file.name) if path.name[0] != "."
                }
                found += [f"{file.folder}/{one}" for one in sorted(there | self._drafted(file))]
            else:
                found.append(f"{file.folder}/{file.name}".lstrip("/"))
        return [*found, *(f"{reading.PAGES}/{key}{reading.PAGE}" for key in company.de.PAGES)]

    def _drafted(self, file: File) -> set[str]:
        folder = self.folder / HIDDEN / DRAFTS / file.folder
        return {path.name.removesuffix(".json") for path in folder.glob(f"{file.name}.json")}

    def allowed(self, name: str) -> bool:
        """Whether there can be such a file; nothing else is ever read or written."""
        return name in self.names() or kind_of(name) is not None

    def state(self, name: str) -> State:
        """A file, or its draft.

        Raises:
            Complaint: it cannot be read.
        """
        path = self.folder / name
        text = source.text(path) if path.exists() else ""
        disk = _digest(text) if path.exists() else ""
        base, draft = self._draft(name)
        if draft is None:
            return State(name, text, disk, False, path.exists(), False)
        return State(name, draft, f"{disk}.{_digest(draft)}", True, path.exists(), base != disk)

    def save(
        self,
        state: State,
        text: str,
        said: str,
        beside: Mapping[str, bytes] | None = None,
        draft: str | None = None,
    ) -> list[Complaint]:
        """Put a text in the place of a file if it fits, with other files beside it; else keep a draft (or the text).

        Returns what does not fit; no file was changed then.
        """
        wrong = self.complaints({state.name: text.encode("utf-8"), **(beside or {})}, state.name)
        if wrong:
            self._keep(state, text if draft is None else draft)
            return wrong
        path = self.folder / state.name
        bom = b"\xef\xbb\xbf" if path.exists() and path.read_bytes().startswith(b"\xef\xbb\xbf") else b""
        changed = {**(beside or {}), state.name: bom + text.encode("utf-8")}  # a logo before it is named
        new = {name: one for name, one in changed.items() if not self._is(name, one)}
        if new:
            self.history.change(said, new)
        self.drop(state.name)
        return []

    def delete(self, name: str, said: str) -> list[Complaint]:
        """Take a file away, if the others do not need it."""
        wrong = self.complaints({name: None}, name)
        if not wrong:
            self.history.change(said, {name: None})
            self.drop(name)
        return wrong

    def complaints(self, changed: Mapping[str, bytes | None], about: str) -> list[Complaint]:
        """What would be wrong: in the file that this is about, and what of it is new in others."""
        before = {_told(one, self.folder) for one in own_company.complaints(self.folder)}
        with self.copy(changed) as folder:
            found = [(one, _told(one, folder)) for one in own_company.complaints(folder)]
        return [one for one, told in found if told[0] == about or told not in before]

    def unfit(self, changed: Mapping[str, bytes | None]) -> bool:
        """Whether the course would refuse the folder with some files changed."""
        with self.copy(changed) as folder:
            return bool(own_company.complaints(folder))

    def copy(self, changed: Mapping[str, bytes | None]) -> "Copy":
        """The folder with some files changed, elsewhere and for a short time."""
        return Copy(self.folder, changed)

    def drop(self, name: str) -> None:
        """Throw a draft away."""
        self._draft_path(name).unlink(missing_ok=True)

    def has_draft(self, name: str) -> bool:
        """Whether a file waits to be mended."""
        return self._draft(name)[1] is not None

    def _is(self, name: str, content: bytes) -> bool:
        path = self.folder / name
        return path.exists() and path.read_bytes() == content

    def _keep(self, state: State, text: str) -> None:
        kept = {"version": VERSION, "base": state.stand.partition(".")[0], "text": text}
        write_atomically(self.folder / HIDDEN / ".gitignore", "*\n")
        write_atomically(self._draft_path(state.name), json.dumps(kept, ensure_ascii=False), mode=0o600)

    def _draft(self, name: str) -> tuple[str, str | None]:
        path = self._draft_path(name)
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            if kept["version"] > VERSION:
                raise BadFileError(*de.newer(str(path)))
            return str(kept["base"]), str(kept["text"])
        except FileNotFoundError:
            return "", None
        except (ValueError, KeyError, TypeError):
            path.replace(path.with_suffix(".beschaedigt"))
            return "", None

    def _draft_path(self, name: str) -> Path:
        return self.folder / HIDDEN / DRAFTS / f"{name}.json"


class Copy:
    """The company's files in another place, there within a ``with`` or until ``end``; what else lies there stays."""

    def __init__(self, folder: Path, changed: Mapping[str, bytes | None]):
        self.place = Path(tempfile.mkdtemp(prefix="fairki-betrieb-"))
        known = {reading.PAGES, *(file.folder for file in files.FILES)} - {""}
        inside = [path for name in known for path in (folder / name).rglob("*") if _belongs(path)]
        for path in [*pictures(folder), *inside]:
            target = self.place / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        for name, content in changed.items():
            if content is None:
                (self.place / name).unlink(missing_ok=True)
            else:
                write_atomically(self.place / name, content)

    def __enter__(self) -> Path:
        return self.place

    def __exit__(self, *error: object) -> None:
        self.end()

    def end(self) -> None:
        """Take it away."""
        shutil.rmtree(self.place, ignore_errors=True)


def kind_of(name: str) -> File | None:
    """What describes a file, if it is one of forms; a name of its own has small letters, digits, ``-`` and ``_``."""
    folder, _, last = name.rpartition("/")
    for file in files.FILES:
        if file.folder == folder and fnmatch(last, file.name):
            plain = last.removesuffix(".toml").replace("-", "a").replace("_", "a")
            if last == file.name or (plain.isalnum() and plain.isascii() and len(plain) <= 60):
                return file
    return None


def _told(one: Complaint, folder: Path) -> tuple[str, str, str]:
    name = (
        Path(one.path).relative_to(folder).as_posix()
        if Path(one.path).is_relative_to(folder)
        else str(one.path)
    )
    return name, one.what, one.write


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


def pictures(folder: Path) -> list[Path]:
    """What lies in a folder itself and can belong to a company, pictures among it."""
    try:
        there = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in there if _belongs(path)]


def _belongs(path: Path) -> bool:
    if path.name[0] == "." or not path.is_file():
        return False
    return path.stat().st_size <= LARGEST or path.suffix == ".ipynb"  # no exercise without its notebook
