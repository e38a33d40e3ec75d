"""What every toy world has in common: the columns of its table, its generator, its datasheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

WOMAN, MAN, DIVERS = "weiblich", "männlich", "divers"
GENDERS = (WOMAN, MAN, DIVERS)
"""What people can state in a form of the company."""

FRESH_YEAR = 100_000
"""Added to a seed to get the year after it: the same world, new people."""


@dataclass(frozen=True)
class Column:
    """One column of a world's table.

    Attributes:
        label: name for screens and prints.
        unit: unit, empty for texts and yes/no values.
        meaning: one sentence for the datasheet.
        digits: decimals that the CSV keeps; None for texts and whole numbers.
    """

    label: str
    unit: str
    meaning: str
    digits: int | None = None


def columns(
    words: Mapping[str, tuple[str, str, str]], digits: Mapping[str, int] | None = None
) -> dict[str, Column]:
    """The columns of a table in order: name → label, unit and meaning; ``digits`` where the CSV keeps decimals."""
    return {name: Column(*said, (digits or {}).get(name)) for name, said in words.items()}


class World(Protocol):
    """A generator of people with known truth and known unfairness; a module can be one."""

    @property
    def NAME(self) -> str:
        """Name of the table, e.g. ``bewerbungen``; also the stem of its files."""

    @property
    def TITLE(self) -> str:
        """Title for screens and the datasheet."""

    @property
    def COLUMNS(self) -> Mapping[str, Column]:
        """The table's columns in order."""

    @property
    def GROUP(self) -> str:
        """The column whose groups are compared."""

    @property
    def GROUPS(self) -> tuple[str, ...]:
        """Its values, in the order in which they are shown."""

    @property
    def FEATURES(self) -> tuple[str, ...]:
        """Columns that are known when a decision is due; all that a model may be given."""

    @property
    def LABEL(self) -> str:
        """What the firm recorded: the column that a model learns from if nobody thinks about it."""

    @property
    def TRUTH(self) -> str | None:
        """1/0: what the firm wants to know; None where nobody knows it."""

    def generate(self, n: int = ..., seed: int = ...) -> pd.DataFrame:
        """A table of ``n`` people with the columns of ``COLUMNS``; the same seed gives the same table."""

    def datasheet(self, table: pd.DataFrame) -> dict[str, str]:
        """Markdown sections (heading → text), every figure computed from ``table``."""


def top_share(scores: ArrayLike, share: float = 0.30) -> np.ndarray:
    """Decisions (1/0) that pick the ``share`` of people with the highest scores.

    The number picked is ``share · n`` rounded half up. Of equal scores the one further up in the table
    is picked, so the same table always gives the same decisions; a missing score is never preferred to
    a number.
    """
    scores = np.asarray(scores, dtype=float)
    picked = np.argsort(-scores, kind="stable")[: int(np.floor(share * len(scores) + 0.5))]
    decisions = np.zeros(len(scores), dtype=int)
    decisions[picked] = 1
    return decisions
