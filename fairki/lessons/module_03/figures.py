"""The figures behind the page of module 03, each made when first needed and kept."""

from functools import cache

import pandas as pd

from fairki import explanations, label_bias, metrics, worlds
from fairki.worlds import recruiting

COSTS, NEED = "kosten", "bedarf"
SIZES = (25, 50, 100, 500)
"""People in each of two groups, to compare how often the four-fifths rule cries wolf."""


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
