"""How a company's files are described: which entries and sections a file has, and what becomes of them.

What is described here is read (``reading.py``), explained in ``vorlage/`` and edited by forms. The files
themselves are listed in ``files.py``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fairki.company.kinds import MANY, Kind

ID = "id"
"""An entry of this name is a key in people's files: two sections of one list never share it."""
Said = Mapping[str, Any]
"""What stands in a file or section: entries as their kind gives them, None for what is missing."""
Place = tuple[str | int, ...]
"""Where something stands, such as ``("faelle", 0, "id")``; see ``source.Toml.line``."""


@dataclass(frozen=True)
class Entry:
    """An entry: what it is, and whether a section without it is incomplete."""

    kind: Kind
    needed: bool = True


@dataclass(frozen=True)
class One:
    """A section ``[key]``: what stands in it, and whether it has to be there."""

    section: "Section"
    needed: bool = True


@dataclass(frozen=True)
class Many:
    """A list of sections ``[[key]]``: what stands in each, and how many there may be."""

    section: "Section"
    least: int = 0
    most: int = MANY


Section = Mapping[str, Entry | One | Many]


@dataclass(frozen=True)
class Wrong:
    """What no entry alone can tell: where, what is wrong, and what to write."""

    place: Place
    what: str
    write: str


def nothing_wrong(said: Said, folder: Path) -> Iterable[Wrong]:
    """A file of which each entry can be checked for itself."""
    return ()


@dataclass(frozen=True)
class File:
    """A file of the company's folder.

    Attributes:
        folder, name: where it lies, such as ``"faelle"``, ``"alltag.toml"``; ``"*.toml"``: any number of files.
        table: what may stand in it.
        make: from name without ending → what is said there, and the folder, the attributes of ``Company``; only
            called if there is such a file and nothing is wrong anywhere.
        check: what is wrong with it as a whole, given what is said and the folder in which it lies. Of entries that
            do not fit, None stands there.
        may_be_empty: whether a file with nothing but comments counts as none.
        beside: what else may lie in the folder; others read it, and it is none of the company's files.
    """

    folder: str
    name: str
    table: Section
    make: Callable[[Mapping[str, Said], Path], Mapping[str, Any]]
    check: Callable[[Said, Path], Iterable[Wrong]] = field(default=nothing_wrong)
    beside: tuple[str, ...] = ()
    may_be_empty: bool = False
