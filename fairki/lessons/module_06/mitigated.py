"""The figures behind unit 3: one year of applications, today's program, and what each way of mitigating makes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from fairki import diagnostics, metrics, mitigation, models, worlds
from fairki.worlds import recruiting
from fairki.worlds.recruiting import GROUP
from fairki.worlds.world import MAN, WOMAN

DATA, LEARNING, DECIDING = "daten", "lernen", "entscheidung"
WAYS = {
    "spalte": DATA,
    "gewichte": DATA,
    "umschreiben": DATA,
    "entflechten": DATA,
    "angleichen": DATA,
    "bedingung": LEARNING,
    "ergebnis": LEARNING,
    "grenzen": DECIDING,
}
"""Way of mitigating → where it acts."""
BY_GROUP = ("umschreiben", "entflechten", "angleichen", "bedingung", "grenzen")
"""Ways that treat each group by a rule of its own: whoever is in a group too small for that has to be told."""
MOST_GAP = 0.05
"""The goal: a gap of at most so much, whoever is ahead, and no fewer suitable people invited than today."""


@dataclass(frozen=True)
class Result:
    """What a way of mitigating does in the year.

    Attributes:
        outcome: gap, and agreement with past decisions and with suitability.
        suitable: suitable people among the invited.
        invited: people invited.
    """

    outcome: metrics.Outcome
    suitable: int
    invited: int


@cache
def history() -> pd.DataFrame:
    """The firm's past applications with its decisions."""
    return worlds.load("bewerbungen")


@cache
def fresh_year() -> pd.DataFrame:
    """New applications that no model has seen."""
    return recruiting.fresh_year()


def decide(way: str, past: pd.DataFrame, now: pd.DataFrame) -> np.ndarray:
    """Decisions (1/0) about ``now`` after this way of mitigating what ``past`` teaches; "" is today's program."""

    def learnt(columns: tuple[str, ...]) -> Callable[[pd.DataFrame, pd.DataFrame], np.ndarray]:
        return lambda past, now: models.decide(models.fit(past, columns, past["eingeladen"]), now)

    method: dict[str, Callable[[pd.DataFrame, pd.DataFrame], np.ndarray]] = {
        "": learnt(recruiting.FEATURES),
        "spalte": learnt(models.WITHOUT_GENDER),
        "gewichte": mitigation.reweighing,
        "umschreiben": mitigation.massaging,
        "entflechten": mitigation.correlation_removed,
        "angleichen": mitigation.impact_removed,
        "bedingung": mitigation.reduction,
        "ergebnis": mitigation.true_outcome,
        "grenzen": mitigation.group_thresholds,
    }
    return method[way](past, now)


@cache
def decisions(way: str) -> np.ndarray:
    """Decisions (1/0) about the fresh year after this way of mitigating; "" is today's program."""
    return decide(way, history(), fresh_year())


@cache
def result(way: str) -> Result:
    """What this way does; "" is today's program."""
    made, year = decisions(way), fresh_year()
    suitable = int(year["geeignet"][made == 1].sum())
    return Result(metrics.outcome(made, year), suitable, int(made.sum()))


def reaches_gap(way: str) -> bool:
    """Whether the gap is small enough, whoever is ahead."""
    return abs(result(way).outcome.gap.value) <= MOST_GAP


def keeps_suitable(way: str) -> bool:
    """Whether no fewer suitable people are invited than today."""
    return result(way).suitable >= result("").suitable


@cache
def swapped(way: str) -> pd.DataFrame:
    """Who is invited now and was not, and the other way round.

    Returns:
        One row per side and group: ``new`` (invited now; else no longer), ``gruppe``, ``right`` (people about whom that
        is right: suitable ones who come in, unsuitable ones who go) and ``wrong``.
    """
    before, after, year = decisions(""), decisions(way), fresh_year()
    names, order = metrics.named(year[GROUP])
    suitable = year["geeignet"].to_numpy() == 1
    rows = []
    for new in (True, False):
        moved = after > before if new else after < before
        for group in order:
            there = moved & (names == group)
            good = there & (suitable == new)
            rows.append((new, group, int(good.sum()), int((there & ~good).sum())))
    return pd.DataFrame(rows, columns=["new", "gruppe", "right", "wrong"])


def too_small() -> dict[str, int]:
    """Groups of the past applications that are too small for a rule of their own, and their people."""
    small = mitigation.learnable(history()).too_small
    return {name: int((history()[GROUP] == name).sum()) for name in small}


@dataclass(frozen=True)
class FairFirm:
    """A firm that decided fairly, and mitigates all the same.

    Attributes:
        before, after: the gap of its program, and after the features were made alike.
        others: people who get another answer.
        suitable_before, suitable_after: suitable people among the invited.
        of: people who applied.
    """

    before: metrics.Gap
    after: metrics.Gap
    others: int
    suitable_before: int
    suitable_after: int
    of: int


@cache
def fair_firm() -> FairFirm:
    """The same people in a firm that looked at qualification only."""
    past = recruiting.generate(penalties=recruiting.NO_PENALTIES)
    year = recruiting.fresh_year(penalties=recruiting.NO_PENALTIES)
    plain = models.decide(models.fit(past, recruiting.FEATURES, past["eingeladen"]), year)
    alike = mitigation.impact_removed(past, year)
    before, after = (metrics.gap(one, year[GROUP]) for one in (plain, alike))
    were, are = (int(year["geeignet"][one == 1].sum()) for one in (plain, alike))
    return FairFirm(before, after, int((plain != alike).sum()), were, are, len(year))


@cache
def fields(way: str) -> dict[str, diagnostics.Fields]:
    """Women and men → their decisions against true suitability."""
    year, made = fresh_year(), decisions(way)
    return {
        group: diagnostics.fields(made[there], year["geeignet"][there])
        for group in (WOMAN, MAN)
        if (there := (year[GROUP] == group).to_numpy()).any()
    }


@cache
def odds(way: str) -> diagnostics.OddsRatio:
    """Odds of an invitation for men divided by those for women."""
    return diagnostics.odds_ratio(decisions(way), fresh_year()[GROUP], MAN, WOMAN)


@cache
def calibration() -> pd.DataFrame:
    """Today's program by tenths of its score: what it says, and who is suitable, among women and men."""
    model = models.fit(history(), recruiting.FEATURES, history()["eingeladen"])
    year = fresh_year()[fresh_year()[GROUP].isin([WOMAN, MAN])]
    chances = 1 / (1 + np.exp(-models.score(model, year)))
    return diagnostics.calibration(chances, year["geeignet"], year[GROUP])
