"""What people are beyond women and men: age, disability, kind of name and an open gender, with realistic shares.

These attributes are *structural*: each group is spread evenly over all ranks, so whatever the rank stands for
(suitability, need), no group has more or less of it. Their random numbers are a stream of their own: adding them to a
world changes none of its columns.

The shares are round figures near published ones: women 47 % and people with a migration background 28 % of those in
work (Microcensus 2023: 12.0 of 43.1 million), severely disabled people 9.3 % of everybody, but some 6 % of working
age (Destatis, end of 2023: 3.1 million). How the ages are spread is invented. *divers* is far rarer in the census
(see ``reference``, ``zensus_divers``) than the one in a thousand here.
"""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pandas as pd

from fairki.worlds import leads
from fairki.worlds.world import DIVERS, MAN, WOMAN

GENDER, AGE, DISABILITY, NAME = "geschlecht", "altersgruppe", "behinderung", "name"
YOUNG, MIDDLE, OLD = "unter 30", "30 bis 49", "ab 50"
WITH, WITHOUT = "mit_behinderung", "ohne_behinderung"
GERMAN, OTHER = leads.GERMAN, leads.OTHER

SHARES: Mapping[str, Mapping[str, float]] = {
    GENDER: {WOMAN: 0.47, MAN: 0.529, DIVERS: 0.001},
    AGE: {YOUNG: 0.22, MIDDLE: 0.43, OLD: 0.35},
    DISABILITY: {WITH: 0.06, WITHOUT: 0.94},
    NAME: {GERMAN: 0.72, OTHER: 0.28},
}
"""Attribute → group → share, the groups in the order in which they are shown."""

CENSUS_DIVERS = 0.000027
"""Share of everybody in Germany with the entry *divers* or with none (census of 2022, see ``zensus_divers``)."""
STRETCH = 50
"""Neighbouring ranks among which chance decides who belongs to which group."""

_STREAM = 1607
"""Goes with every seed, so that no world draws the same numbers."""


def by_rank(n: int, seed: int) -> pd.DataFrame:
    """The attributes of ``n`` people, one row per rank, from the lowest to the highest.

    How many people a group has is the same for every seed. Give the rows ranks (``iloc``) or shuffle them.
    """
    rng = np.random.default_rng([_STREAM, seed])
    return pd.DataFrame({name: _spread(rng, n, shares) for name, shares in SHARES.items()})


def _spread(rng: np.random.Generator, n: int, shares: Mapping[str, float]) -> np.ndarray:
    """The group at each of ``n`` places: every ``STRETCH`` of them hold each group by its share, in random order."""
    largest = max(shares, key=lambda group: shares[group])
    smaller = [group for group in shares if group != largest]

    def up_to(place: int) -> np.ndarray:
        counts = [round(shares[group] * place) for group in smaller]
        return np.array([*counts, place - sum(counts)])

    ends = [*range(0, n, STRETCH), n]
    stretches = (
        rng.permutation(np.repeat([*smaller, largest], up_to(end) - up_to(start)))
        for start, end in pairwise(ends)
    )
    return np.concatenate(list(stretches))
