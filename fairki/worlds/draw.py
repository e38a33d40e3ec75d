"""Drawing people: groups of exact size, equal distributions within groups, yes/no with a given probability."""

from collections.abc import Mapping
from functools import lru_cache
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import ArrayLike


def groups(rng: np.random.Generator, n: int, shares: Mapping[str, float], rest: str) -> np.ndarray:
    """The group of each of ``n`` people in random order.

    Args:
        shares: group → its share; the number of people is rounded, so it is the same for every seed.
        rest: group of everybody else.
    """
    ends = np.minimum(np.cumsum([round(share * n) for share in shares.values()]), n)
    sizes = np.diff([0, *ends, n])
    return rng.permutation(np.repeat([*shares, rest], sizes))


def normal_within(rng: np.random.Generator, members: np.ndarray, order: tuple[str, ...]) -> np.ndarray:
    """A standard normal value per person, spread *exactly* alike in every group.

    Each group of ``order`` gets the quantiles of the normal distribution in random order, so that no year
    differs between groups by luck.
    """
    values = np.empty(len(members))
    for group in order:
        here = members == group
        values[here] = rng.permutation(normal_quantiles(here.sum()))
    return values


def yes(rng: np.random.Generator, probability: float | np.ndarray, n: int) -> np.ndarray:
    """1 with the given ``probability`` (one number, or one per person), otherwise 0."""
    drawn: np.ndarray = rng.random(n) < probability
    return drawn.astype(int)


def yes_within(
    rng: np.random.Generator, probability: np.ndarray, members: np.ndarray, order: tuple[str, ...]
) -> np.ndarray:
    """Like ``yes``, but in each group of ``order`` as many people get 1 as its probabilities add up to.

    Systematic sampling: laid end to end in random order, the probabilities of a group make a line; whoever
    lies on one of the marks at distance 1 gets 1. Chance decides who, but hardly how many.
    """
    values = np.zeros(len(members), dtype=int)
    for group in order:
        here = rng.permutation(np.flatnonzero(members == group))
        marks = np.floor(np.cumsum(probability[here]) + rng.random())
        values[here] = np.diff(marks, prepend=0)
    return values


def pick(rng: np.random.Generator, shares: Mapping[Any, float], n: int) -> np.ndarray:
    """One of the options for each of ``n`` people; ``shares`` maps an option to its probability."""
    return rng.choice(np.array(list(shares)), n, p=list(shares.values()))


def by_group(members: np.ndarray, values: Mapping[str, float]) -> np.ndarray:
    """The value of each person's group."""
    return np.select([members == group for group in values], list(values.values()))


def logistic(x: ArrayLike) -> np.ndarray:
    """1 / (1 + e^−x): log-odds to probability."""
    chance: np.ndarray = 1 / (1 + np.exp(-np.asarray(x, dtype=float)))
    return chance


@lru_cache(maxsize=64)
def normal_quantiles(n: int) -> np.ndarray:
    """``n`` values that are spread like the standard normal distribution; do not change them."""
    return np.array([NormalDist().inv_cdf((i + 0.5) / n) for i in range(n)])
