"""The figures behind the page of module 06: twenty simulated years of each set-up, kept once computed."""

from collections.abc import Mapping
from functools import cache

import pandas as pd

from fairki import charts, people
from fairki.documents.review_setup import MEASURES
from fairki.lessons.module_06.de import shared as de
from fairki.people import AUTOMATIC, COMBINED, HUMAN, RANDOM, Band, Outcome, Setup

MACHINE = Setup(AUTOMATIC)
ALONE = Setup(HUMAN, people.FAIR, people.APPLICATIONS, RANDOM)
EXAMPLE = Setup()
"""The combination that the page shows: 500 proposals near the bar, six minutes each."""
SETUPS = {AUTOMATIC: MACHINE, HUMAN: ALONE, COMBINED: EXAMPLE}
YEARS = len(people.SEEDS)


def years(setup: Setup) -> list[Outcome]:
    """The twenty years of a set-up."""
    return [people.run(setup, seed) for seed in people.SEEDS]


def band(setup: Setup, measure: str) -> Band:
    """A measure of ``people.Outcome`` over the twenty years: mean, smallest, largest."""
    return people.band(years(setup), measure)


def mean(setup: Setup, measure: str) -> float:
    """A measure of ``people.Outcome`` on average over the twenty years."""
    return band(setup, measure).mean


def mean_gain(setup: Setup) -> float:
    """How much larger the share of women is than with the machine alone, on average."""
    return mean(setup, "women") - mean(MACHINE, "women")


@cache
def outcomes(team: str) -> dict[Setup, list[Outcome]]:
    """Every set-up of the grid with this team, and its twenty years."""
    return {setup: years(setup) for setup in people.grid(people.REVIEWERS[team])}


def reliable(goal: people.Goal, outcomes: list[Outcome]) -> bool:
    """Whether the goal is reached in enough of the years."""
    return sum(map(goal.reached, outcomes)) >= people.RELIABLE * len(outcomes)


def side_by_side(setups: Mapping[str, Setup]) -> dict[str, dict[str, Band]]:
    """Measure → name of a set-up → its twenty years."""
    return {measure: {name: band(setup, measure) for name, setup in setups.items()} for measure in MEASURES}


def share_of_women(title: str, setups: Mapping[str, Setup]) -> charts.Picture:
    """The share of women among the invited as bars with the span of the years."""
    bands = {name: band(setup, "women") for name, setup in setups.items()}
    shares = pd.DataFrame(
        [[name, one.mean, one.low, one.high] for name, one in bands.items()], columns=de.WOMEN_COLUMNS
    )
    return charts.bars(shares, title=title, summary=de.women_summary(bands), axis_title=de.WOMEN)
