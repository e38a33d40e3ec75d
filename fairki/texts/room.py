"""A room's own texts: everybody writes one sentence about the same person, half under „Frau“, half under „Herr“.

The facts are the same for all. What differs between the halves is the title alone, and chance; so the difference comes
with an interval, and what so few votes can show at all can be said beforehand.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from fairki.texts import measures
from fairki.texts.corpus import ANREDE, AUSBLICK, LOB, MAN, PHRASE, STRONG, VORNAME, WOMAN
from fairki.texts.language_model import LanguageModel, train
from fairki.texts.measures import Estimate

CONFIDENCE = 0.95
"""Nobody is accused here, so the usual level is enough."""
POWER = 0.8
FEWEST = 10
"""Votes below which nothing can be shown."""
_FACTS = (WOMAN, 2, 3, 6, 3, 0, 1, 0, 0, 0)
"""Lager, planning of deliveries, nine years, full-time, sehr gut; with the swap partner's first name for „Herr“."""


@dataclass(frozen=True)
class Half:
    """What one half of the room wrote, and what the model writes now under its title; shares in percent.

    Attributes:
        votes: how many sentences.
        phrase: share of sentences with „Potenzial zur Leitung“.
        strong: share of sentences that praise Tatkraft or Entschlossenheit.
        model: chance that the trained model writes the phrase.
    """

    votes: int
    phrase: float
    strong: float
    model: float


@dataclass(frozen=True)
class Room:
    """What came out in the room; differences are „Herr“ minus „Frau“, in points.

    Attributes:
        women, men: the two halves.
        phrase, strong: difference of their shares, with interval.
        model: what has learnt from the sentences; it writes about ``person``.
    """

    women: Half
    men: Half
    phrase: Estimate
    strong: Estimate
    model: LanguageModel


def person(title: int) -> np.ndarray:
    """The facts as a text (10,) under this title, ``WOMAN`` or ``MAN``."""
    row = np.array(_FACTS)
    row[ANREDE], row[VORNAME] = title, _FACTS[VORNAME] + 8 * (title == MAN)
    return row


def texts(votes: Sequence[tuple[int, int, int, int]]) -> np.ndarray:
    """The room's sentences as texts (n, 10): each vote is title, verb, praise and outlook (numbers of their words)."""
    rows = [[*person(title)[:-3], verb, praise, outlook] for title, verb, praise, outlook in votes]
    return np.array(rows, dtype=int).reshape(-1, len(_FACTS))


def learn(sentences: np.ndarray) -> Room | None:
    """Trains a model on the room's texts; None as long as one of the halves has written nothing."""
    man = sentences[:, ANREDE] == MAN
    if not len(man) or man.all() or not man.any():
        return None
    model = train(sentences)
    phrase, strong = sentences[:, AUSBLICK] == PHRASE, np.isin(sentences[:, LOB], STRONG)
    all_alike = np.zeros(len(man), dtype=int)

    def half(title: int) -> Half:
        here = (sentences[:, ANREDE]) == title
        return Half(
            int(here.sum()),
            100 * float(phrase[here].mean()),
            100 * float(strong[here].mean()),
            100 * model.exact_chance(person(title)),
        )

    return Room(
        half(WOMAN),
        half(MAN),
        measures.stratified(phrase, man, all_alike, CONFIDENCE),
        measures.stratified(strong, man, all_alike, CONFIDENCE),
        model,
    )


def detectable(votes: int) -> float | None:
    """Difference in points that so many votes, half and half, show in ``POWER`` of all cases; None: none at all.

    Formula of Fleiss, Levin and Paik (2003, ch. 4) for two shares around one half, where chance is greatest.
    """
    if votes < FEWEST:
        return None
    normal = NormalDist()
    error, power = normal.inv_cdf(0.5 + CONFIDENCE / 2), normal.inv_cdf(POWER)
    for points in range(1, 101):
        d = points / 100
        needed = ((error * math.sqrt(0.5) + power * math.sqrt(0.5 - d * d / 2)) / d) ** 2
        if votes / 2 >= needed:
            return float(points)
    return None
