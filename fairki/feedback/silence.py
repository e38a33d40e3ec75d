"""Who never complains: silence is no approval, and what a channel changes about it.

Somebody who was harmed complains only if all of this comes together: they know that AI took part, they can write it
down in the language that is asked for, and at least one open channel is one that they would use and dare to use:

    P(complains) = knows · can write · (1 − Π over channels of (1 − uses · dares))

The groups and all shares are assumptions, chosen to be visible; they are no estimates of reality.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki.errors import BadAnswerError
from fairki.feedback.de import silence as de

LETTER, FORM, TRUSTED, NOTICE, LANGUAGES = "brief", "formular", "vertrauensperson", "hinweis", "sprachen"


@dataclass(frozen=True)
class Measure:
    """Something that the firm can offer.

    Attributes:
        name: German name.
        sentence: German: what it is.
        days: working days per year that it costs.
        channel: one can complain through it; the others only help a channel.
    """

    name: str
    sentence: str
    days: int
    channel: bool


MEASURES: dict[str, Measure] = {
    LETTER: Measure(*de.MEASURES[LETTER], days=2, channel=True),
    FORM: Measure(*de.MEASURES[FORM], days=6, channel=True),
    TRUSTED: Measure(*de.MEASURES[TRUSTED], days=14, channel=True),
    NOTICE: Measure(*de.MEASURES[NOTICE], days=3, channel=False),
    LANGUAGES: Measure(*de.MEASURES[LANGUAGES], days=9, channel=False),
}
"""Key → measure."""
GESTURES: dict[str, Measure] = {
    "bericht": Measure(*de.GESTURES["bericht"], days=5, channel=False),
    "plakat": Measure(*de.GESTURES["plakat"], days=2, channel=False),
    "siegel": Measure(*de.GESTURES["siegel"], days=4, channel=False),
}
"""Key → what looks well and reaches nobody: those who were declined see neither booklet nor entrance hall."""
OFFERS = MEASURES | GESTURES
"""Key → whatever the firm can spend its days on."""
KNOWS_WITH_NOTICE = 0.90
"""Share of any group who know that AI took part once every rejection says so."""
WRITES_WITH_LANGUAGES = 0.90
"""Share of any group who can put it into words once there is help in their language."""
DARES_WITH_TRUSTED = 0.85
"""Share of any group who dare to speak to somebody outside the department that declined them."""
WITHOUT_HARM = 0.15
"""How likely a rightly declined person complains, as a share of what it would be with harm."""


@dataclass(frozen=True)
class Group:
    """People who were declined.

    Attributes:
        name: German name.
        people: how many in a year.
        harmed: share who were wrongly declined.
        knows: share who know that AI took part, without any notice.
        writes: share who can put a complaint into German words on their own.
        dares: share who dare to complain to the department that declined them.
        uses: channel → share who would use it if it were open.
    """

    name: str
    people: int
    harmed: float
    knows: float
    writes: float
    dares: float
    uses: tuple[tuple[str, float], ...]


GROUPS = (
    Group(
        de.USED_TO_OFFICES,
        600,
        0.05,
        0.60,
        0.98,
        0.80,
        ((LETTER, 0.5), (FORM, 0.7), (TRUSTED, 0.3)),
    ),
    Group(de.OTHER_LANGUAGE, 300, 0.16, 0.25, 0.40, 0.45, ((LETTER, 0.1), (FORM, 0.5), (TRUSTED, 0.6))),
    Group(
        de.GAP_OR_PART_TIME,
        350,
        0.16,
        0.35,
        0.95,
        0.60,
        ((LETTER, 0.2), (FORM, 0.6), (TRUSTED, 0.4)),
    ),
    Group(
        de.OWN_HOUSE,
        150,
        0.10,
        0.70,
        0.90,
        0.15,
        ((LETTER, 0.3), (FORM, 0.3), (TRUSTED, 0.7)),
    ),
)
"""The declined people of a year."""


def year(seed: int) -> tuple[Group, ...]:
    """The groups of another year: each share and number up to a fifth smaller or larger."""
    rng = np.random.default_rng(seed)

    def near(value: float) -> float:
        return min(0.99, float(value * rng.uniform(0.8, 1.2)))

    return tuple(
        replace(
            group,
            people=round(group.people * rng.uniform(0.8, 1.2)),
            harmed=near(group.harmed),
            knows=near(group.knows),
            writes=near(group.writes),
            dares=near(group.dares),
            uses=tuple((channel, near(share)) for channel, share in group.uses),
        )
        for group in GROUPS
    )


def cost(offered: Iterable[str]) -> int:
    """Working days per year that ``offered`` (keys of ``OFFERS``) cost.

    Raises:
        BadAnswerError: there is no such offer.
    """
    return sum(OFFERS[key].days for key in _known(offered))


def complaint_probability(group: Group, offered: Iterable[str]) -> float:
    """How likely a harmed person of this group complains when these measures are offered (see the head of the file).

    Raises:
        BadAnswerError: there is no such measure.
    """
    offered = _known(offered)
    knows = max(group.knows, KNOWS_WITH_NOTICE) if NOTICE in offered else group.knows
    writes = max(group.writes, WRITES_WITH_LANGUAGES) if LANGUAGES in offered else group.writes
    dares = {TRUSTED: max(group.dares, DARES_WITH_TRUSTED)}
    silent = math.prod(
        1 - uses * dares.get(channel, group.dares) for channel, uses in group.uses if channel in offered
    )
    return knows * writes * (1 - silent)


def expected(offered: Iterable[str], groups: Iterable[Group] = GROUPS) -> pd.DataFrame:
    """What to expect in a year.

    Returns:
        One row per group: ``gruppe``, ``menschen``, ``betroffen`` (wrongly declined), ``melden_sich`` (of these),
        ``einsprueche`` (all complaints), ``anteil_betroffen`` and ``anteil_einsprueche`` (the group's share of all
        harm, and of all complaints; NaN if there are none), ``chance`` (how likely a harmed person complains).
    """
    offered, groups = _known(offered), list(groups)
    chance = np.array([complaint_probability(group, offered) for group in groups])
    people = np.array([group.people for group in groups], dtype=float)
    harmed = people * [group.harmed for group in groups]
    heard = harmed * chance
    return _table(groups, people, harmed, heard, heard + (people - harmed) * chance * WITHOUT_HARM, chance)


def simulate(offered: Iterable[str], seed: int, groups: Iterable[Group] = GROUPS) -> pd.DataFrame:
    """One year drawn by chance, with the columns of ``expected``; ``chance`` is the share who really complained."""
    offered, groups = _known(offered), list(groups)
    rng = np.random.default_rng(seed)
    people = np.array([group.people for group in groups])
    chance = np.array([complaint_probability(group, offered) for group in groups])
    harmed = rng.binomial(people, [group.harmed for group in groups])
    heard = rng.binomial(harmed, chance)
    others = rng.binomial(people - harmed, chance * WITHOUT_HARM)
    shown = np.divide(heard, harmed, out=np.full(len(groups), np.nan), where=harmed > 0)
    return _table(groups, people, harmed, heard, heard + others, shown)


def reached(offered: Iterable[str], groups: Iterable[Group] = GROUPS) -> float:
    """Share (0 to 1) of all wrongly declined people who complain, on average."""
    table = expected(offered, groups)
    return float(table["melden_sich"].sum() / table["betroffen"].sum())


def estimated_harm(complaints: float, chance: float) -> float:
    """Harmed people behind a number of founded ``complaints``, if each harmed one complains with this ``chance``.

    Raises:
        BadAnswerError: with a chance of 0 no number of complaints tells anything.
    """
    if not 0 < chance <= 1:
        raise BadAnswerError(*de.NO_CHANCE)
    return complaints / chance


def _table(
    groups: Sequence[Group],
    people: ArrayLike,
    harmed: ArrayLike,
    heard: ArrayLike,
    complaints: ArrayLike,
    chance: ArrayLike,
) -> pd.DataFrame:
    def share(counts: ArrayLike) -> np.ndarray:
        counts = np.asarray(counts, dtype=float)
        return counts / counts.sum() if counts.sum() else np.full(len(counts), np.nan)

    return pd.DataFrame(
        {
            "gruppe": [group.name for group in groups],
            "menschen": people,
            "betroffen": harmed,
            "melden_sich": heard,
            "einsprueche": complaints,
            "anteil_betroffen": share(harmed),
            "anteil_einsprueche": share(complaints),
            "chance": chance,
        }
    )


def _known(offered: Iterable[str]) -> set[str]:
    offered = set(offered)
    if unknown := sorted(map(str, offered - OFFERS.keys())):
        raise BadAnswerError(*de.no_such_offer(unknown, OFFERS))
    return offered
