"""Inputs that nobody knows: hidden tests draw them anew for each grading, and the same for everybody in it.

Grading sets ``seed`` where the tests run, and nowhere else: a seed drawn once per grade book, so that grading again
gives equal points. Learners, and nbgrader by itself, have the seed 0.
"""

import zlib
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

seed = 0
_LETTERS = list("bdfgklmnprst"), list("aeiou")


def dice(name: str) -> np.random.Generator:
    """The generator for a draw of this name (such as ``"B1 Lücken"``); the same each time in one grading."""
    return np.random.default_rng([seed, zlib.crc32(name.encode())])


def names(draw: np.random.Generator, count: int) -> list[str]:
    """So many different made-up names, for columns, groups or rows, in alphabetical order."""
    found: set[str] = set()
    while len(found) < count:
        found.add("".join(draw.choice(_LETTERS[place % 2]) for place in range(6)))
    return sorted(found)


def table(
    draw: np.random.Generator, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> pd.DataFrame:
    """The rows in an order drawn by lot, as a table with these columns."""
    given = list(rows)
    return pd.DataFrame([given[place] for place in draw.permutation(len(given))], columns=list(columns))


def rates(draw: np.random.Generator, groups: int, least: int = 0) -> list[tuple[int, int]]:
    """For each group how many there are (4 to 9), and how many of them say yes; no two groups have the same rate.

    Args:
        draw: see ``dice``.
        groups: how many groups, at least 2.
        least: so many say yes in every group, and so many no.
    """
    while True:
        sizes = [int(size) for size in draw.integers(4, 10, size=groups)]
        found = [(size, int(draw.integers(least, size + 1 - least))) for size in sizes]
        if len({yes / size for size, yes in found}) == groups:
            return found


def people(group: str, size: int, yes: int) -> list[tuple[str, int]]:
    """The rows of a group: its name, and 1 or 0."""
    return [(group, int(place < yes)) for place in range(size)]
