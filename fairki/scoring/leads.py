"""The list of a CRM assistant: who is called first. Seven readable rules score the world ``leads``.

The name gives no points. Three rules stand in for it, three say something about interest, and one gives the same to
everybody. A real assistant learns its points; here people set them, so that each can be seen and switched off.
"""

from collections.abc import Collection
from functools import cache

import numpy as np
import pandas as pd

from fairki import scoring
from fairki.worlds import leads

PAGES, SIZE, NEWSLETTER, AREA, LANGUAGE, DAY, REQUEST = (
    "seiten",
    "groesse",
    "newsletter",
    "gebiet",
    "sprache",
    "tageszeit",
    "anfrage",
)
AREAS = NORTH, SOUTH = "Nord", "Süd"
"""What the world's column ``gebiet`` holds."""
PER_PAGE, PAGES_AT_MOST = 2, 20
"""Points for each visited page, and for all of them."""
LARGE = 3.5
"""From this index of size on, a firm counts as large."""
FOR_LARGE, FOR_NEWSLETTER, FOR_SOUTH, FOR_GERMAN, FOR_DAY, FOR_REQUEST = 10, 10, 15, 10, 5, 5


def pages(table: pd.DataFrame) -> pd.Series:
    """How many pages each lead visited; the world keeps the logarithm."""
    return pd.Series(np.expm1(table["aktivitaet"]).round().astype(int))


RULES: scoring.Rules = {
    PAGES: lambda table: (PER_PAGE * pages(table)).clip(upper=PAGES_AT_MOST),
    SIZE: lambda table: FOR_LARGE * (table["firmengroesse"] >= LARGE),
    NEWSLETTER: lambda table: FOR_NEWSLETTER * table["newsletter"],
    AREA: lambda table: FOR_SOUTH * (table["gebiet"] == SOUTH),
    LANGUAGE: lambda table: FOR_GERMAN * (1 - table["englisch"]),
    DAY: lambda table: FOR_DAY * (1 - table["abends"]),
    REQUEST: lambda table: pd.Series(FOR_REQUEST, table.index),
}
STAND_INS = (AREA, LANGUAGE, DAY)
"""Rules that say nothing about interest, but something about the name."""

CALLED = 1 / 3
"""Share of the list that sales can call in a day."""
SHOWN = 12
"""Leads in the picture: 8 with a German name, 4 with another."""
DRAWN = 300
"""Samples among which the most typical is looked for."""
TYPICAL = ((), (AREA,), (AREA, LANGUAGE), (SIZE, NEWSLETTER, *STAND_INS), (PAGES, SIZE, NEWSLETTER))
"""Rules switched off together: then, too, the sample shows what the whole list does."""


def without(off: Collection[str]) -> tuple[str, ...]:
    """The rules that stay on."""
    return tuple(rule for rule in RULES if rule not in off)


@cache
def everybody() -> scoring.Sheet:
    """All leads of the world, scored."""
    return scoring.score(leads.generate(), RULES)


def top(sheet: scoring.Sheet, on: tuple[str, ...]) -> tuple[float, float]:
    """Among those who are called: the share who would buy, and the share whose name sounds different."""
    called = sheet.first(on, CALLED)
    return called[leads.TRUTH].mean(), (called[leads.GROUP] == leads.OTHER).mean()


@cache
def shown() -> scoring.Sheet:
    """Twelve leads that stand for all: as many who would buy in both groups, and of ``DRAWN`` such samples the one
    whose first third is most like the first third of the whole list, for all sets of rules in ``TYPICAL``."""
    whole = everybody()
    rng = np.random.default_rng(2026)
    kinds = {
        (group, buys): np.flatnonzero(
            (whole.table[leads.GROUP] == group) & (whole.table[leads.TRUTH] == buys)
        )
        for group in leads.GROUPS
        for buys in (0, 1)
    }
    want = {on: np.array(top(whole, on)) for on in map(without, TYPICAL)}

    def draw() -> scoring.Sheet:
        each = {leads.GERMAN: SHOWN // 3, leads.OTHER: SHOWN // 6}
        rows = [rng.choice(rows, each[group], replace=False) for (group, _), rows in kinds.items()]
        return whole.part(rng.permutation(np.concatenate(rows)))

    def away(sample: scoring.Sheet) -> float:
        return sum(float(((np.array(top(sample, on)) - want[on]) ** 2).sum()) for on in want)

    return min((draw() for _ in range(DRAWN)), key=away)
