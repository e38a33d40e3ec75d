"""How few columns identify a person, and what it costs to hide somebody in a count."""

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

POSTAL_AREA, COMBINATIONS = 10_200, 58_440
"""People in a postal area of usual size; dates of birth within 80 years times two sexes."""


def expected_unique_share(people: int, cells: int) -> float:
    """Share of people who are alone with their combination of values, if all combinations are equally likely.

    (1 − 1/cells)^(people − 1): none of the others falls into the same cell. For ``POSTAL_AREA`` and
    ``COMBINATIONS``: 84 %. Real combinations are not equally likely, so that the share in a real town is lower.

    Args:
        people: how many there are, at least one.
        cells: how many combinations there are, at least one.
    """
    return (1 - 1 / cells) ** (people - 1)


def unique_share(table: pd.DataFrame, columns: Sequence[str]) -> float:
    """Share of rows of ``table`` that no other row equals in all of ``columns``; NaN for no rows.

    Without columns nobody differs from anybody. Missing values count as a value of their own.
    """
    if not len(table):
        return math.nan
    if not columns:
        return float(len(table) == 1)
    return float((~table.duplicated(list(columns), keep=False)).mean())


def noisy_counts(counts: ArrayLike, epsilon: float, seed: int) -> np.ndarray:
    """Counts with Laplace noise, so that one person more or less can hardly be noticed.

    The Laplace mechanism (Dwork, McSherry, Nissim and Smith 2006) for counts to which each person contributes
    at most one: any answer is at most e^epsilon times as likely with a person as without. The noise has mean 0
    and variance 2/epsilon². Results are neither rounded nor cut off at 0: both would distort sums.

    Args:
        counts: the true counts.
        epsilon: above 0; small values protect much and disturb much.
    """
    counts = np.asarray(counts, dtype=float)
    noisy: np.ndarray = counts + np.random.default_rng(seed).laplace(0, 1 / epsilon, counts.shape)
    return noisy


def noise_interval(epsilon: float, confidence: float = 0.95) -> float:
    """How far a noisy count is from the true one at most, with probability ``confidence``: ln(1/(1−c))/ε."""
    return -math.log(1 - confidence) / epsilon
