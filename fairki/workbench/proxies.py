"""Which columns give away to which group somebody belongs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairki import metrics
from fairki.workbench.table import MOST_GROUPS, Column

MOST_VALUES = 60
"""Distinct texts that a column may have; names and numbers of people say nothing about a group of others."""
BINS = 20
"""Classes of about equal size that a column of many numbers is parted into."""


@dataclass(frozen=True)
class Proxy:
    """One column that gives a group away.

    Attributes:
        column: its name.
        attribute: name of the column of groups.
        group: the group that it tells best from all others.
        auc: the chance that, of one person of this group and one other, the column tells who is who; 0.5 is a coin.
    """

    column: str
    attribute: str
    group: str
    auc: float


def strongest(
    column: Column, attribute: str, names: Sequence[str], codes: np.ndarray, shown: Sequence[int]
) -> Proxy | None:
    """How well a column gives a group away, for the one of ``shown`` that it tells best.

    A person is judged by what was learnt from the other half: the rate of the group at each value.

    Returns:
        None if the column has too many different values, or no group is large enough.
    """
    values = _classes(column)
    if values is None:
        return None
    count = int(values.max()) + 1
    half = np.random.default_rng(0).permutation(len(values)) % 2
    place = (half * count + values) * len(names) + codes
    table = np.bincount(place, minlength=2 * count * len(names)).reshape(2, count, len(names))
    found = []
    for group in shown:
        inside = table[:, :, group]
        outside = table.sum(axis=2) - inside
        if min(inside.sum(), outside.sum()) >= metrics.MINIMUM:
            halves = [_auc(inside[1 - at], outside[1 - at], inside[at], outside[at]) for at in (0, 1)]
            found.append(Proxy(column.name, attribute, names[group], max(0.5, sum(halves) / 2)))
    return max(found, key=lambda one: one.auc, default=None)


def _classes(column: Column) -> np.ndarray | None:
    """The value of each row as a small number, nothing known as one more."""
    if len(column.values) <= MOST_GROUPS or (column.numbers is None and len(column.values) <= MOST_VALUES):
        return column.codes + 1
    numbers = column.numbers
    if numbers is None:
        return None
    ends = np.unique(np.nanquantile(numbers, np.linspace(0, 1, BINS + 1)[1:-1]))
    return np.where(np.isnan(numbers), 0, np.searchsorted(ends, numbers, side="right") + 1)


def _auc(learn_in: np.ndarray, learn_out: np.ndarray, inside: np.ndarray, outside: np.ndarray) -> float:
    """Area under the ROC curve of the other half's rates; a value that it never saw counts as its average."""
    known = learn_in + learn_out
    average = learn_in.sum() / max(known.sum(), 1)
    rate = np.where(known > 0, learn_in / np.maximum(known, 1), average)
    levels, place = np.unique(rate, return_inverse=True)
    yes = np.bincount(place, inside, len(levels))
    no = np.bincount(place, outside, len(levels))
    pairs = yes.sum() * no.sum()
    if not pairs:
        return 0.5
    return float((yes * (np.cumsum(no) - no / 2)).sum() / pairs)
