"""The figures behind unit 1: models are trained when somebody first asks, and kept."""

from functools import cache
from typing import Any

import numpy as np

from fairki.texts import corpus, language_model, measures, probe
from fairki.texts.corpus import ANREDE, AUSBLICK, LOB, PHRASE
from fairki.texts.language_model import LanguageModel
from fairki.texts.measures import Estimate
from fairki.ui.writer import weights_of

SEED = 3
"""Of the twenty seeds that were looked at, one whose figures lie near the means of all."""
CONFIDENCE = 0.95
PAST, FAIR, REVERSED = 1.0, 0.0, -1.0
"""Worlds: biased as the firm's past, without a difference, and with men who pay."""
PASSES = (0, 1, 5, 20, language_model.STEPS)
"""Passes through all texts after which the page looks at the model."""


def texts(bias: float = PAST) -> np.ndarray:
    """What the firm wrote, or what it would have written in another world."""
    return corpus.human_texts(SEED, bias=bias)


@cache
def model(bias: float = PAST) -> LanguageModel:
    """The model that learnt from these texts."""
    return language_model.train(texts(bias))


@cache
def stages() -> dict[int, LanguageModel]:
    """Passes → the model after them."""
    return dict(language_model.learning(texts(), PASSES))


@cache
def hits() -> dict[int, float]:
    """Passes → in how many percent of new texts the likeliest praise is the one that a person wrote."""
    people = corpus.people(8000, SEED)
    return {
        passes: 100 * float((stage.write(people, 0, _rng())[:, LOB] == people[:, LOB]).mean())
        for passes, stage in stages().items()
    }


@cache
def weights() -> dict[str, Any]:
    """The finished model for the browser."""
    return weights_of(model())


@cache
def written(bias: float = PAST) -> np.ndarray:
    """What the model writes about fresh people."""
    return probe.written(model(bias), SEED)


def share(of: np.ndarray, anrede: int) -> Estimate:
    """How many of the texts with this Anrede have the phrase, in percent, with interval."""
    has = of[of[:, ANREDE] == anrede, AUSBLICK] == PHRASE
    return measures.share(int(has.sum()), len(has), CONFIDENCE)


def gap(of: np.ndarray) -> Estimate:
    """Men minus women at equal assessment, in points, with interval."""
    return probe.outcome(of, CONFIDENCE)


@cache
def clues() -> list[probe.Clue]:
    """What is left of the gap when words are struck out."""
    return probe.without_clues(texts(), SEED)


@cache
def heats() -> list[probe.Heat]:
    """The model at several temperatures."""
    return probe.by_temperature(model(), SEED)


@cache
def pair() -> probe.Pair:
    """One person twice, as Herr and as Frau."""
    return probe.swap_pair(model(), SEED)


def _rng() -> np.random.Generator:
    return np.random.default_rng([SEED, 8])
