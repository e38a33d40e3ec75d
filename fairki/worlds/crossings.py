"""A year of applications in which each group alone looks fair and a crossing of two groups does not.

Two attributes cross: gender and the kind of name, each name borne by half of the women and half of the men. Past
decisions took points off in two crossings that share neither gender nor name. So each gender and each name has one
crossing that lost and one that did not, and the rates of each group alone are alike. Suitability is spread *exactly*
alike in all crossings. Effect sizes are chosen to be visible; they are not estimates of reality. The world has no
table that is shipped, and random numbers of its own.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from fairki.worlds import draw
from fairki.worlds.world import DIVERS, MAN, WOMAN, top_share

GERMAN, TURKISH = "de", "tr"
NAMES = (GERMAN, TURKISH)
"""Language that a name comes from (ISO 639)."""
Crossing = tuple[str, str]
"""Gender and kind of name."""
SEPARATOR = ", "
CROSSINGS: tuple[Crossing, ...] = tuple((gender, name) for gender in (WOMAN, MAN) for name in NAMES)
"""The crossings that are large enough to be compared."""

SHARE_DIVERS = 0.001
"""Share of people with the gender entry *divers*: so few that no table of a firm can measure them. The entry is rarer
still in the census of 2022 (969 people in Germany)."""
SHARE_INVITED = 0.30
"""Share of applicants who are invited."""
DECISION_NOISE = 0.20
"""Spread of the chance part in a past decision, in units of suitability."""
PENALTY = 0.5
"""Points of suitability that past decisions took off, where they took any."""

WOMEN_LOSE: Mapping[Crossing, float] = {(WOMAN, TURKISH): PENALTY, (MAN, GERMAN): PENALTY}
"""Women with a Turkish name and men with a German one lose."""
MEN_LOSE: Mapping[Crossing, float] = {(MAN, TURKISH): PENALTY, (WOMAN, GERMAN): PENALTY}
"""The other way round: men with a Turkish name and women with a German one lose."""
NOBODY_LOSES: Mapping[Crossing, float] = {}
"""A firm that looked at suitability only."""

_STREAM = 1603
"""Goes with every seed, so that no other world draws the same numbers."""


def generate(
    n: int = 2000, seed: int = 2026, *, penalties: Mapping[Crossing, float] = WOMEN_LOSE
) -> pd.DataFrame:
    """A year of ``n`` applications: ``geschlecht``, ``name``, ``eignung`` (standard normal) and ``eingeladen`` (1/0).

    The people depend on ``n`` and ``seed`` only: other ``penalties`` give the same people other decisions.
    """
    rng = np.random.default_rng([_STREAM, seed])
    divers = round(SHARE_DIVERS * n)
    kinds = (*CROSSINGS, *((DIVERS, name) for name in NAMES))
    sizes = [(n - divers + place) // 4 for place in range(4)] + [divers - divers // 2, divers // 2]
    kind = rng.permutation(np.repeat(np.arange(len(kinds)), sizes))
    suitability = draw.normal_within(rng, kind.astype(str), tuple(map(str, range(len(kinds)))))
    lost = np.array([penalties.get(one, 0.0) for one in kinds])[kind]
    judged = suitability - lost + rng.normal(0, DECISION_NOISE, n)
    gender, name = (np.array(part)[kind] for part in zip(*kinds, strict=True))
    return pd.DataFrame(
        {
            "geschlecht": gender,
            "name": name,
            "eignung": suitability,
            "eingeladen": top_share(judged, SHARE_INVITED),
        }
    )


def crossing(table: pd.DataFrame) -> pd.Series:
    """The crossing of each row, a category such as ``weiblich, tr`` in the order of ``CROSSINGS``; or missing."""
    both = table["geschlecht"] + SEPARATOR + table["name"]
    labels = [label(one) for one in CROSSINGS]
    return both.where(both.isin(labels)).astype(pd.CategoricalDtype(labels))


def label(one: Crossing) -> str:
    """The category of a crossing."""
    return SEPARATOR.join(one)
