"""A table of people as it was read: columns of texts, each distinct one kept once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from fairki.typed import clean
from fairki.workbench.de import reading as de

MISSING = {"", "-", "–", ".", "na", "n/a", "#n/a", "#nv", "nan", "null", "none", "k.a.", "k. a."}
"""What people and programs write where nothing is known; in small letters."""
MOST_GROUPS = 20
"""Distinct values that a column may have to be one of groups or decisions."""
BANDS = 3
"""A column of many numbers becomes groups of about equal size: so many."""
MANY_DIFFERENT, ALMOST_ALL = 20, 0.9
"""Rows from which on a column may say who each person is; and the share of different texts then: some share a name."""
_BLANKS = re.compile("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")
_GERMAN = re.compile(r"[+-]?(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?([eE][+-]?\d+)?\s*[%€]?")
_ENGLISH = re.compile(r"[+-]?(\d+|[1-9]\d{0,2}(,\d{3})+)(\.\d+)?([eE][+-]?\d+)?\s*[%€]?")


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: from the header row.
        codes: per row the place in ``values``, −1 where nothing is known.
        values: distinct texts in the order in which they come.
        german: whether a number that could be read in two ways is read as Germans write it.
    """

    name: str
    codes: np.ndarray
    values: tuple[str, ...]
    german: bool = True

    @cached_property
    def counts(self) -> np.ndarray:
        """Rows with each of ``values``."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.values))

    @property
    def missing(self) -> int:
        """Rows in which nothing is known."""
        return int((self.codes < 0).sum())

    @cached_property
    def numbers(self) -> np.ndarray | None:
        """The number of each row, NaN where nothing is known; None if the column holds anything else."""
        texts = [_BLANKS.sub("", value) for value in self.values]
        ways = [(_GERMAN, ".", ","), (_ENGLISH, ",", ".")]
        for pattern, thousands, decimal in ways if self.german else reversed(ways):
            if texts and all(map(pattern.fullmatch, texts)):
                plain = (text.rstrip("%€ ").replace(thousands, "").replace(decimal, ".") for text in texts)
                found: np.ndarray = np.append([float(text) for text in plain], np.nan)[self.codes]
                return None if np.isinf(found).any() else found
        return None

    @property
    def parts(self) -> bool:
        """Whether it can part people into groups or decisions: few values, and more than one."""
        return 2 <= len(self.values) <= MOST_GROUPS

    @property
    def tells_who(self) -> bool:
        """Whether it may say who each person is: many rows, something else in almost each, and no measured numbers."""
        known, different = len(self.codes) - self.missing, len(self.values)
        if known < MANY_DIFFERENT or different < ALMOST_ALL * known:
            return False
        if self.numbers is None:
            return True
        return known == different and bool((self.numbers % 1 == 0)[self.codes >= 0].all())

    @cached_property
    def grouped(self) -> "Column | None":
        """The same as groups: as it is, or a column of many numbers in bands; None if it is neither."""
        if self.parts:
            return self
        numbers = self.numbers
        if numbers is None or len(self.values) < 2:
            return None
        known = np.sort(numbers[~np.isnan(numbers)])
        ends = np.unique(known[[len(known) * part // BANDS for part in range(1, BANDS)]])
        ends = ends[ends > known[0]]
        if not len(ends):
            return None
        bands = np.where(np.isnan(numbers), -1, np.searchsorted(ends, numbers, side="right"))
        return Column(self.name, bands.astype(np.int32), de.bands(self.name, list(map(float, ends))))


@dataclass(frozen=True)
class Table:
    """What was read.

    Attributes:
        name: of the file.
        columns: in their order, names all different.
        rows: people or cases.
        notes: German sentences about what was done with the file.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    notes: tuple[str, ...] = field(default=())


def table(
    name: str,
    header: Sequence[str],
    columns: Sequence[Sequence[str]],
    german: bool,
    notes: Sequence[str] = (),
) -> Table:
    """A table of texts, column by column."""
    made = [column(title, texts, german) for title, texts in zip(_different(header), columns, strict=True)]
    return Table(name, tuple(made), len(columns[0]) if columns else 0, tuple(notes))


def column(name: str, texts: Sequence[str], german: bool = True) -> Column:
    """A column of texts."""
    codes, found = pd.factorize(np.asarray(texts, dtype=object))
    tidy = [text.strip() for text in found]
    places: dict[str, int] = {}
    for text in tidy:
        if text.casefold() not in MISSING:
            places.setdefault(text, len(places))
    again = np.array([places.get(text, -1) for text in tidy] or [-1], dtype=np.int32)
    return Column(name, again[codes] if len(codes) else np.empty(0, np.int32), tuple(places), german)


def _different(header: Sequence[str]) -> list[str]:
    """Names of columns, none of them empty and none twice."""
    names: list[str] = []
    for place, title in enumerate(header, 1):
        wanted = name = clean(title).strip() or de.column(place)
        number = 1
        while name in names:
            number += 1
            name = f"{wanted} ({number})"
        names.append(name)
    return names
