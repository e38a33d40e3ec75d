"""What a room writes about one person: half of it about a woman, half about a man, and a model that learns from that.

Everything else that stands in the texts is the same, so a difference between the halves can only come from the Anrede
or from chance. ``detectable`` says beforehand what so many texts can show. One outlook is compared, and which one is
fixed beforehand: whoever compares every word finds one that differs by chance.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np

from fairki.metrics import newcombe
from fairki.texts import corpus, language_model
from fairki.texts.corpus import ANREDE, AUSBLICK, LOB, MAN, PHRASE, VERB, WOMAN

OFFERED = {
    VERB: tuple(range(corpus.SIZE[VERB])),
    LOB: (*corpus.STRONG, *corpus.WARM, corpus.NEUTRAL),
    AUSBLICK: tuple(range(corpus.SIZE[AUSBLICK])),
}
"""Slot that people fill → the words that they can choose; rare praise is left out."""
FACTS = (16, 0, 1, 2, 0, 1)
"""Kim, Vertrieb, Pflege der Angebote, five years, full time, sehr gut: what stands in every text after the Anrede."""
SAME = tuple(slot for slot in corpus.FACTS if slot != ANREDE)
POWER = 0.8
"""How often a difference has to be found to count as visible."""
SEED = 8


@dataclass(frozen=True)
class Half:
    """Texts with one Anrede.

    Attributes:
        n: how many.
        promised: how many of them end with ``PHRASE``.
        chance: probability that the model ends so, over all verbs and praises.
        text: what the model writes at temperature 0 (ten numbers).
    """

    n: int
    promised: int
    chance: float
    text: tuple[int, ...]

    @property
    def share(self) -> float:
        """Share of the texts that end with ``PHRASE``."""
        return self.promised / self.n


@dataclass(frozen=True)
class Room:
    """The two halves, and how far apart they are.

    Attributes:
        women, men: the halves.
        gap: share of the men minus share of the women, in points.
        low, high: its 95 % interval (Newcombe 1998, method 10), in points.
    """

    women: Half
    men: Half
    gap: float
    low: float
    high: float

    @property
    def proven(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def person(anrede: int) -> np.ndarray:
    """The row of the person with one Anrede; the words to write are not there yet."""
    return np.array([anrede, *FACTS, *[-1] * len(corpus.WRITTEN)])


def texts(votes: Iterable[tuple[int, int, int, int]]) -> np.ndarray:
    """Rows from what people chose: Anrede that they read, verb, praise, outlook."""
    return np.array([[anrede, *FACTS, *written] for anrede, *written in votes])


def learn(rows: np.ndarray) -> Room:
    """What there is in the texts, and what a model makes of them; both halves must have one."""
    model = language_model.train(rows, hide=SAME)
    women, men = (_half(model, rows, anrede) for anrede in (WOMAN, MAN))
    low, high = newcombe(men.promised, men.n, women.promised, women.n)
    return Room(women, men, 100 * (men.share - women.share), 100 * float(low), 100 * float(high))


@cache
def detectable(women: int, men: int) -> int | None:
    """Smallest true difference (whole points) that so many texts reveal in ``POWER`` of rooms; None for none.

    For shares of the same distance from one half, where chance is largest. Exact, from all possible outcomes.
    """
    found = bisect_left(range(1, 101), POWER, key=lambda points: chance_to_see(points, women, men)) + 1
    return found if found <= 100 else None


def chance_to_see(points: float, women: int, men: int) -> float:
    """How often the interval is above 0 if the true difference is so many points, see ``detectable``."""
    low, _ = newcombe(np.arange(men + 1)[:, None], men, np.arange(women + 1)[None, :], women)
    less, more = 0.5 - points / 200, 0.5 + points / 200
    return float((_binomial(men, more)[:, None] * _binomial(women, less)[None, :])[low > 0].sum())


def _half(model: language_model.LanguageModel, rows: np.ndarray, anrede: int) -> Half:
    own = rows[rows[:, ANREDE] == anrede]
    row = person(anrede)
    written = model.write(row[None, :], 0, np.random.default_rng(SEED))[0]
    promised = int((own[:, AUSBLICK] == PHRASE).sum())
    return Half(len(own), promised, model.exact_chance(row), tuple(written.tolist()))


def _binomial(n: int, p: float) -> np.ndarray:
    return np.array([math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)])
