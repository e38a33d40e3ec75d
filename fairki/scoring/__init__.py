"""Readable scores: rules give points, points make an order, and each place has its reasons.

Two lists of the course are made this way: who is called first (``leads``), and what is done first (``tasks``).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

Rules = Mapping[str, Callable[[pd.DataFrame], pd.Series]]
"""Id of a rule → the points that it gives to each row of a table; 0 or more, whole numbers."""


@dataclass(frozen=True)
class Sheet:
    """A table scored by rules, each of which can be switched off.

    Attributes:
        table: what is scored, one row each, in the order of arrival.
        points: one row each, one column per rule: the points that the rule gives.
    """

    table: pd.DataFrame
    points: pd.DataFrame

    def order(self, on: Collection[str]) -> np.ndarray:
        """The rows by the points of these rules, as positions; who came earlier goes first where points are equal."""
        return np.argsort(-self.points[list(on)].sum(axis=1).to_numpy(), kind="stable")

    def first(self, on: Collection[str], share: float) -> pd.DataFrame:
        """The rows at the top: this share of all."""
        return self.table.iloc[self.order(on)[: round(share * len(self.table))]]

    def reasons(self, at: int, on: Collection[str]) -> list[tuple[str, int]]:
        """Which of these rules gave points to a row, and how many; the most first."""
        given = self.points.iloc[at][list(on)]
        return [
            (str(rule), int(n)) for rule, n in given.sort_values(ascending=False, kind="stable").items() if n
        ]

    def part(self, rows: np.ndarray) -> "Sheet":
        """The same for some of the rows."""
        return Sheet(self.table.iloc[rows], self.points.iloc[rows])


def score(table: pd.DataFrame, rules: Rules) -> Sheet:
    """The table with the points of each rule."""
    return Sheet(table, pd.DataFrame({rule: points(table).astype(int) for rule, points in rules.items()}))
