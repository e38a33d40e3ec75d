"""The figures behind the page of module 01, each made when first needed and kept."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from fairki import mirror, worlds
from fairki.worlds import attributes

if TYPE_CHECKING:  # early pages stay light
    from fairki import metrics

GENDER = "geschlecht"
SEED = 2026
"""Who of the fresh year is how old, has which kind of name, and lives with a disability."""


@cache
def history() -> pd.DataFrame:
    """The firm's past applications with its decisions."""
    return worlds.load("bewerbungen")


@cache
def fresh_year() -> pd.DataFrame:
    """New applications that no model has seen."""
    return worlds.recruiting.fresh_year()


@lru_cache(64)
def without(*columns: str) -> "metrics.Outcome":
    """What a model without these columns does in the fresh year (``metrics.Outcome``)."""
    from fairki import metrics

    return metrics.without_columns(history(), columns, fresh_year())


@cache
def cards() -> list[dict[str, Any]]:
    """The sixteen cards."""
    return mirror.cards()


def undecided(decided: Mapping[str, str] | None) -> int:
    """How many cards have no decision yet."""
    return len(cards()) - len(decided or {})


def own_model(decided: Mapping[str, str]) -> mirror.Reflection:
    """What a model learns from the decisions; kept for the next scene that asks."""
    return _own_model(tuple(decided.items()))


@lru_cache(2)
def _own_model(decided: tuple[tuple[str, str], ...]) -> mirror.Reflection:
    return mirror.learn(dict(decided))


def rates_of_groups(own: mirror.Reflection) -> dict[str, pd.DataFrame]:
    """Attribute → how often a model invites each of its groups in the fresh year, as from ``metrics.group_rates``.

    The year stands in random order, so that the structural attributes go with nothing that a model sees.
    """
    from fairki import metrics

    year = mirror.fresh_applicants()
    people = attributes.by_rank(len(year), SEED).assign(**{GENDER: year[GENDER]})
    return {
        name: metrics.group_rates(own.decisions, pd.Categorical(people[name], list(shares)))
        for name, shares in attributes.SHARES.items()
    }


@cache
def stand_ins() -> tuple[pd.DataFrame, float]:
    """How well each column gives the gender away, best first, and how well all do together."""
    from fairki import metrics, models

    return metrics.proxies(history()), metrics.proxy_auc(history(), models.WITHOUT_GENDER)


@cache
def flips() -> list["metrics.Flip"]:
    """The flip test for a model with the column gender, and for one without."""
    from fairki import metrics, models

    invited = history()["eingeladen"]
    columns = models.remaining(()), models.WITHOUT_GENDER
    return [metrics.flip_test(models.fit(history(), seen, invited), fresh_year()) for seen in columns]


@cache
def rounds_of(what: str) -> pd.DataFrame:
    """Eight years under one of the three assumptions."""
    from fairki import rounds

    return rounds.run(
        reaction=rounds.REACTION if what == "wegbleiben" else 0.0, true_outcomes=what == "wahrheit"
    )


@cache
def queue_of(what: str) -> pd.DataFrame:
    """The same eight years as a queue of people (``rounds.queue``)."""
    from fairki import rounds

    return rounds.queue(rounds_of(what))


FIRMS, INVITED_A_YEAR, YEARS = 4, 25, 8


@cache
def urns() -> pd.DataFrame:
    """Share of red in four firms' bags before the first and after each of eight years; a column per firm."""
    from fairki import rounds

    shares = rounds.urn(INVITED_A_YEAR * YEARS, FIRMS)[:, ::INVITED_A_YEAR]
    return pd.DataFrame(shares.T)
