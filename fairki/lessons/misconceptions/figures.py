"""The figures behind the cases, each made when first needed and kept."""

from functools import cache
from math import comb
from typing import NamedTuple

import numpy as np

from fairki import metrics, mirror, worlds
from fairki.mirror.power import power
from fairki.worlds import attributes, credit, firms
from fairki.worlds.attributes import OLD, WITH, WITHOUT, YOUNG
from fairki.worlds.world import MAN, WOMAN

EACH = 100
"""Women and men who apply at a firm that treats them alike."""
CHANCE = 0.30
"""Everybody's chance there."""
STRICT = 0.02
"""From this gap on, the cautious rule sounds an alarm."""
USUAL_RISK, CAUTIOUS_RISK = 0.20, 0.05
"""Up to this risk of default, a bank lends; usually, and once it is cautious."""


class Colleagues(NamedTuple):
    """Of invented colleagues with the same sixteen cards: how many were unfair, and how many models look alike.

    Attributes:
        each: of each kind, fair and unfair.
        unfair, fair: of these, with a model that invites both almost equally often.
        unfair_ahead, fair_ahead: of these, with a model that invites men more often than that.
        small: percentage points below which that is said.
    """

    each: int
    unfair: int
    fair: int
    unfair_ahead: int
    fair_ahead: int
    small: float


@cache
def colleagues() -> Colleagues:
    """Small gaps among a hundred models, and those in favour of men."""
    both = mirror.colleagues()
    return Colleagues(
        each=len(both.biased),
        unfair=mirror.as_far(both.biased, 0),
        fair=mirror.as_far(both.fair, 0),
        unfair_ahead=mirror.as_far(both.biased, mirror.SMALL),
        fair_ahead=mirror.as_far(both.fair, mirror.SMALL),
        small=mirror.SMALL / 1000,
    )


def noticed() -> int:
    """Of 100 people as unfair as the firm, those of whom the mirror says more than „offen“, at most."""
    return power().alone


@cache
def rates(firm: firms.Firm) -> dict[str, float]:
    """Group → share of it that a firm invites."""
    year = firms.generate(firm=firm)
    found = (metrics.group_rates(year["eingeladen"], year[name]) for name in attributes.SHARES)
    return {
        str(group): float(rate)
        for table in found
        for group, rate in zip(table["gruppe"], table["rate"], strict=True)
    }


class Alike(NamedTuple):
    """A firm that invites women and men almost equally often, and what else it does."""

    women: float
    men: float
    young: float
    old: float


@cache
def firms_alike() -> tuple[Alike, Alike]:
    """The one that looks at certificates, and the one that looks at suitability only."""
    found = map(rates, (firms.AGE_FILTER, firms.OPEN_DOOR))
    one, other = (Alike(*(of[group] for group in (WOMAN, MAN, YOUNG, OLD))) for of in found)
    return one, other


class Tested(NamedTuple):
    """Whom a firm with a test against the clock invites."""

    women: float
    men: float
    young: float
    old: float
    disabled: float
    others: float


@cache
def tested() -> Tested:
    """The firm whose test takes longer with a disability."""
    of = rates(firms.TEST_TIME)
    return Tested(*(of[group] for group in (WOMAN, MAN, YOUNG, OLD, WITH, WITHOUT)))


@cache
def alarms() -> float:
    """Share of firms that treat all alike and still have a gap of at least ``STRICT``."""
    return alarm_share(EACH, STRICT)


def milder_alarms() -> float:
    """The same with the four-fifths rule."""
    return metrics.four_fifths_false_alarms(EACH, CHANCE)


def alarm_share(each: int, gap: float) -> float:
    """How likely two groups of ``each`` with the same chance differ by ``gap`` or more: two binomial draws, exactly."""
    p = np.array([comb(each, k) * CHANCE**k * (1 - CHANCE) ** (each - k) for k in range(each + 1)])
    invited = np.arange(each + 1)
    far = abs(invited[:, None] - invited) >= round(gap * each)
    return float((p[:, None] * p)[far].sum())


class Refused(NamedTuple):
    """Of those who would have paid back, who get no loan; and of all loans, those that are not paid back.

    Each: usually, and once the bank is cautious.
    """

    good: tuple[float, float]
    lost: tuple[float, float]


@cache
def refused() -> Refused:
    """What caution costs a bank that knows everybody's true risk."""
    people = worlds.fresh_year(credit.NAME)
    good = people[credit.TRUTH] == 0
    lent = [people["risiko"] <= limit for limit in (USUAL_RISK, CAUTIOUS_RISK)]
    usual, cautious = (((~one)[good].mean(), (~good)[one].mean()) for one in lent)
    return Refused((usual[0], cautious[0]), (usual[1], cautious[1]))
