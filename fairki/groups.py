"""Any number of groups: which two are furthest apart, and how many people it takes to measure one.

Where several pairs are compared, each gets its share of the error (Bonferroni), so that an interval of the widest pair
holds for all of them together.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from fairki.metrics import CONFIDENCE, MINIMUM, newcombe


@dataclass(frozen=True)
class Comparison:
    """How far two groups are apart.

    Attributes:
        value: the difference, never negative.
        low, high: interval around it; ``low`` is 0 if no difference can be shown.
        better, worse: the two groups.
        rate_better, rate_worse: their rates.
        n_worse: people in the worse group.
    """

    value: float
    low: float
    high: float
    better: str
    worse: str
    rate_better: float
    rate_worse: float
    n_worse: int


def widest(
    hits: Mapping[str, int], n: Mapping[str, int], confidence: float = CONFIDENCE, minimum: int = MINIMUM
) -> Comparison | None:
    """The pair of groups whose rates differ most surely (Newcombe's interval, Bonferroni over all pairs).

    Args:
        hits, n: group → people with a positive decision, and all people, in the same order.
        minimum: people that a group needs to be compared.

    Returns:
        None if there are no two groups that are large enough.
    """
    large = [group for group in n if n[group] >= minimum]
    if len(large) < 2:
        return None
    pairs = list(combinations(range(len(large)), 2))
    sizes, chosen = np.array([n[group] for group in large]), np.array([hits[group] for group in large])
    rate = chosen / sizes
    ordered = [(i, j) if rate[i] >= rate[j] else (j, i) for i, j in pairs]
    better, worse = (list(side) for side in zip(*ordered, strict=True))
    each = 1 - (1 - confidence) / len(pairs)
    below, above = newcombe(chosen[better], sizes[better], chosen[worse], sizes[worse], each)
    found = [
        Comparison(
            float(rate[i] - rate[j]),
            max(0.0, float(low)),
            float(high),
            better=large[i],
            worse=large[j],
            rate_better=float(rate[i]),
            rate_worse=float(rate[j]),
            n_worse=int(sizes[j]),
        )
        for (i, j), low, high in zip(ordered, below, above, strict=True)
    ]
    return max(found, key=lambda one: (one.low, one.value))


def furthest(
    rates: pd.DataFrame, confidence: float = CONFIDENCE, minimum: int = MINIMUM
) -> Comparison | None:
    """``widest`` of a table as from ``metrics.group_rates``."""
    groups = list(rates["gruppe"])
    n = dict(zip(groups, map(int, rates["n"]), strict=True))
    hits = {g: round(rate * n[g]) if n[g] else 0 for g, rate in zip(groups, rates["rate"], strict=True)}
    return widest(hits, n, confidence, minimum)


def surest(tables: Collection[pd.DataFrame]) -> Comparison | None:
    """Of tables as from ``metrics.group_rates``, one per attribute: the groups that are surely furthest apart.

    The error is shared by all tables, so that what is fair to everybody is accused in one case of twenty.

    Returns:
        None if chance explains all of them.
    """
    each = 1 - (1 - CONFIDENCE) / len(tables)
    found = [furthest(rates, each) for rates in tables]
    sure = [one for one in found if one and one.low > 0]
    return max(sure, key=lambda one: one.low, default=None)


def expected(share: float, n: int) -> float:
    """How many of ``n`` people belong to a group on average that has this share of everybody."""
    return share * n


def people_for(share: float, minimum: int = MINIMUM) -> int:
    """Of how many people a group with this share has ``minimum`` on average: from then on it can be measured."""
    return math.ceil(minimum / share - 1e-9)
