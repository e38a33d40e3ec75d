"""The figures behind unit 4: years of copies of copies, and errors that readers catch. Each is kept once computed."""

from functools import cache

import numpy as np
import pandas as pd

from fairki import charts
from fairki.lessons.module_08.de import unit_4 as de
from fairki.texts import corpus, reading, years
from fairki.texts.corpus import LOB, SIZE
from fairki.texts.reading import Reading
from fairki.texts.years import Year

SEED = 2026
ROADS = {"kopien": (years.TEMPERATURE, 0.0), "halb": (years.TEMPERATURE, 0.5), "bunt": (1.0, 0.0)}
"""Way of learning → temperature at which a model writes, share of new texts by people among those it learns from."""
ALONE = "kopien"
PER_HOUR = (10, 20, 30, 60, 120)
READERS = 2000


@cache
def road(id: str) -> list[Year]:
    """The years with this way of learning."""
    temperature, human_share = ROADS[id]
    return list(years.own_texts(SEED, temperature, human_share))


def praise(year: Year) -> dict[str, float]:
    """Word of praise → share of the texts of a year that have it, 0 to 1; the commonest first."""
    counts = np.bincount(year.texts[:, LOB], minlength=SIZE[LOB]) / len(year.texts)
    named = zip(corpus.options("lob"), map(float, counts), strict=True)
    return dict(sorted(named, key=lambda pair: -pair[1]))


def over_the_years(id: str, title: str) -> charts.Picture:
    """Rare words, and who gets the phrase, year by year."""
    shown = road(id)
    table = pd.DataFrame(
        [[one.year, one.rare / 100, one.shares.women / 100, one.shares.men / 100] for one in shown],
        columns=de.YEARS_COLUMNS,
    )
    return charts.lines(table, title, de.years_summary(table))


@cache
def read(per_hour: int, beside: bool) -> Reading:
    """What many readers catch in an hour, alone or beside the record."""
    return reading.read(per_hour, beside, np.random.default_rng([7, 41, per_hour]), READERS)
