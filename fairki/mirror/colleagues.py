"""A hundred colleagues with the same sixteen cards: what the gap of one model says about who decided, and what not.

Half of them look at qualification only, half take off what the firm took off. They are the invented people of
``power``, in equal parts of all its settings: some err more, some less, some invite few, some many.
"""

from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from fairki.mirror.power import INVITED, SCATTERS, decide, gaps_of
from fairki.worlds.recruiting import NO_PENALTIES, PENALTIES, Penalties

EACH = 50
"""Colleagues of each kind."""
SMALL = 50
"""A gap below that (tenths of a point, in both directions) is called small."""
SEED = 2055
"""Of the seeds 2020 to 2059 the one whose hundred are most like the average: mean and spread of both kinds."""


@dataclass(frozen=True, eq=False)
class Colleagues:
    """The gaps (tenths of a point) of their models.

    Attributes:
        fair: of those who look at qualification only.
        biased: of those who take off what the firm took off.
    """

    fair: np.ndarray
    biased: np.ndarray


@cache
def colleagues(seed: int = SEED) -> Colleagues:
    """The colleagues of the course; another seed gives others of the same kinds."""
    rng = np.random.default_rng(seed)
    return Colleagues(_gaps(rng, NO_PENALTIES), _gaps(rng, PENALTIES))


def _gaps(rng: np.random.Generator, penalties: Penalties) -> np.ndarray:
    settings = list(product(SCATTERS, INVITED))
    people = [len(part) for part in np.array_split(np.arange(EACH), len(settings))]
    decisions = [
        decide(rng, n, penalties, scatter, invited)
        for n, (scatter, invited) in zip(people, settings, strict=True)
    ]
    return gaps_of(np.concatenate(decisions))


def as_far(gaps: np.ndarray, gap: int) -> int:
    """How many gaps are at least as large as this one in its direction; how many are small, if it is small itself."""
    if abs(gap) < SMALL:
        return int((abs(gaps) < SMALL).sum())
    return int((np.sign(gap) * gaps >= abs(gap)).sum())
