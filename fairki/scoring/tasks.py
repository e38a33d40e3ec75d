"""The order of a day's requests to the service: what is done first. Six readable rules score the world ``anfragen``.

Three rules say something about need. Three measure how loudly somebody asks: capital letters, questions how far it is,
and the telephone. Loudness comes from a stream of its own and is the same whatever the need; who does not write in
German is loud less often. Effect sizes are chosen to be visible; they are not estimates of reality.
"""

from collections.abc import Collection
from functools import cache

import numpy as np
import pandas as pd

from fairki import scoring
from fairki.worlds import draw, service

FAULTS, EMERGENCY, WAITING, CAPITALS, ASKED_AGAIN, PHONE = (
    "stoerungen",
    "notfall",
    "wartezeit",
    "grossbuchstaben",
    "nachfragen",
    "telefon",
)
CAPITALS_SHARE = {service.GERMAN: 0.35, service.OTHER: 0.10}
"""How likely somebody writes in capital letters."""
AGAIN_MEAN = {service.GERMAN: 1.2, service.OTHER: 0.4}
"""How often somebody asks how far it is, on average."""
LONGEST_WAIT = 7
"""Days that a request can have waited; all lengths are equally likely."""
STREAM = 6
"""Loudness is drawn from the seed and this number, so that the world's own columns stay as they are."""
PER_FAULT, FOR_EMERGENCY, PER_DAY, FOR_CAPITALS, PER_QUESTION, FOR_PHONE = 8, 10, 1, 15, 8, 10

RULES: scoring.Rules = {
    FAULTS: lambda table: PER_FAULT * table["stoerungen"],
    EMERGENCY: lambda table: FOR_EMERGENCY * (table["notfaelle"] > 0),
    WAITING: lambda table: PER_DAY * table["tage"],
    CAPITALS: lambda table: FOR_CAPITALS * table["gross"],
    ASKED_AGAIN: lambda table: PER_QUESTION * table["nachfragen"],
    PHONE: lambda table: FOR_PHONE * (table["kanal"] == "Telefon"),
}
LOUD = (CAPITALS, ASKED_AGAIN, PHONE)
"""Rules that say nothing about need, but something about how loudly somebody asks."""
DAY = 10
"""Requests of a day."""
FIRST = 3
"""Those that are done first."""


def without(off: Collection[str]) -> tuple[str, ...]:
    """The rules that stay on."""
    return tuple(rule for rule in RULES if rule not in off)


def generate(n: int = 10_000, seed: int = 2026) -> pd.DataFrame:
    """``n`` requests with the columns of the world ``anfragen``, and ``gross``, ``nachfragen``, ``tage``."""
    table = service.generate(n, seed)
    rng = np.random.default_rng([seed, STREAM])
    language = table["sprache"].to_numpy()
    return table.assign(
        gross=draw.yes(rng, draw.by_group(language, CAPITALS_SHARE), n),
        nachfragen=rng.poisson(draw.by_group(language, AGAIN_MEAN)),
        tage=rng.integers(0, LONGEST_WAIT + 1, n),
    )


@cache
def days(seed: int = 2026) -> list[scoring.Sheet]:
    """The requests, day by day."""
    everybody = scoring.score(generate(seed=seed), RULES)
    return [everybody.part(rows) for rows in np.arange(len(everybody.table)).reshape(-1, DAY)]


def most_in_need(day: scoring.Sheet) -> np.ndarray:
    """Positions of the requests of a day that need most."""
    return np.argsort(-day.table["bedarf"].to_numpy(), kind="stable")[:FIRST]


def found(day: scoring.Sheet, off: Collection[str]) -> int:
    """How many of those in greatest need are among the first."""
    return len({*day.order(without(off))[:FIRST]} & {*most_in_need(day)})


def quiet(day: scoring.Sheet, off: Collection[str]) -> list[int]:
    """Those in greatest need who got no point for loudness and are not among the first."""
    first = {*day.order(without(off))[:FIRST]}
    loud = day.points[list(LOUD)].sum(axis=1).to_numpy()
    return [int(at) for at in most_in_need(day) if at not in first and not loud[at]]


def of_100(off: Collection[str], seed: int = 2026) -> int:
    """Of 100 requests in greatest need: how many are among the first of their day."""
    all_days = days(seed)
    return round(100 * sum(found(day, off) for day in all_days) / (FIRST * len(all_days)))


@cache
def shown() -> scoring.Sheet:
    """The first day on which somebody in need is quiet and both orders find as many as on the average day."""
    loud, need = (round(FIRST * of_100(off) / 100) for off in ((), LOUD))
    return next(
        day
        for day in days()
        if quiet(day, ()) and not quiet(day, LOUD) and (found(day, ()), found(day, LOUD)) == (loud, need)
    )
