"""The figures behind the page of module 03, each made when first needed and kept."""

from functools import cache

import pandas as pd

from fairki import explanations, label_bias, metrics, worlds
from fairki.kodex.evidence import Evidence
from fairki.systems import FAULTS
from fairki.systems.catalogue import ENTRIES, sound_of
from fairki.systems.faults import CROSSING
from fairki.worlds import crossings, recruiting
from fairki.worlds.world import WOMAN

COSTS, NEED = "kosten", "bedarf"
SIZES = (25, 50, 100, 500)
"""People in each of two groups, to compare how often the four-fifths rule cries wolf."""
YEARS = 100
"""Years of which it is counted in how many a disadvantage is seen."""


@cache
def learnt(label: str) -> label_bias.Learnt:
    """What a model that learnt from costs or from need does to people in the country."""
    return label_bias.learn(worlds.care, worlds.load("versorgung"), label)


@cache
def false_alarms(size: int) -> float:
    """Share of fair firms in which the four-fifths rule is broken by chance; people in each of two groups."""
    return metrics.four_fifths_false_alarms(size)


@cache
def case() -> explanations.Case:
    """A rejected person, and two explanations of the same decision."""
    return explanations.case()


@cache
def applications() -> pd.DataFrame:
    """The firm's past applications."""
    return worlds.load("bewerbungen")


@cache
def invited() -> pd.Series:
    """Gender → number of people who were invited."""
    return applications().groupby(explanations.GENDER)[recruiting.LABEL].sum()


@cache
def crossed() -> pd.DataFrame:
    """A year of a firm in which each group alone looks fair and two crossings do not."""
    return crossings.generate()


@cache
def two_systems(seed: int = 2026) -> tuple[Evidence, Evidence]:
    """A sound system, and the same with a fault that shows in crossings alone; both decide about the same people."""
    sound = sound_of(ENTRIES[0], seed)
    return Evidence(sound), Evidence(FAULTS[CROSSING].inject(sound, seed))


def names_apart(table: pd.DataFrame) -> metrics.Gap:
    """Women with a German name minus women with a Turkish one."""
    german, turkish = (crossings.label((WOMAN, name)) for name in crossings.NAMES)
    return metrics.gap(table[recruiting.LABEL], crossings.crossing(table).astype(object), german, turkish)


@cache
def years_seen(size: int) -> tuple[int, int]:
    """In how many of ``YEARS`` with ``size`` applications the whole interval of ``names_apart`` lies above 0.

    First for the firm of ``crossed``, then for one in which nobody is at a disadvantage.
    """
    firms = (crossings.WOMEN_LOSE, crossings.NOBODY_LOSES)
    disadvantaged, fair = (
        sum(names_apart(crossings.generate(size, seed, penalties=lost)).low > 0 for seed in range(YEARS))
        for lost in firms
    )
    return disadvantaged, fair
