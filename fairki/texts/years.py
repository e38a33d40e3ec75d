"""Copies of copies: each year a model learns from what the last one wrote."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from fairki.texts import corpus, probe
from fairki.texts.corpus import LOB, TEXTS
from fairki.texts.language_model import train
from fairki.texts.probe import Shares
from fairki.texts.streams import stream

YEARS = 6
TEMPERATURE = 0.7


@dataclass(frozen=True)
class Year:
    """The texts of one year.

    Attributes:
        year: 0 for the texts of people with which all begins.
        shares: who gets the phrase.
        rare: share of texts with a rare word of praise, in percent.
        in_use: how many words of praise occur at all.
        texts: (n, 10).
    """

    year: int
    shares: Shares
    rare: float
    in_use: int
    texts: np.ndarray


def own_texts(
    seed: int,
    temperature: float = TEMPERATURE,
    human_share: float = 0.0,
    years: int = YEARS,
    bias: float = 1.0,
    words: float = 1.0,
) -> Iterator[Year]:
    """The years one after the other; each is computed when it is asked for.

    Args:
        temperature: at which every model writes.
        human_share: share of new texts by people among those that a model learns from, 0 to 1.
        bias, words: of the texts by people, see ``corpus.draw``.
    """
    texts = corpus.human_texts(seed, bias=bias, words=words)
    yield _year(0, texts)
    rng = stream(10, seed)
    human = round(human_share * TEXTS)
    for year in range(1, years + 1):
        learnt_from = np.concatenate([texts[human:], corpus.draw(human, rng, bias, words)])
        texts = train(learnt_from).write(corpus.draw(TEXTS, rng), temperature, rng)
        yield _year(year, texts)


def _year(year: int, texts: np.ndarray) -> Year:
    return Year(year, probe.shares(texts), probe.wording(texts).rare, len(np.unique(texts[:, LOB])), texts)
