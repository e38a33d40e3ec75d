"""Two rules about texts that cannot both hold as long as stand-ins stay in the texts a model learns from.

**Class of models.** The course's language model, trained on the firm's old assessments with the weights of Kamiran and
Calders (``remedies.weights``) in any strength from 0 (the texts as they are) to 1 (group and outlook independent).
Along this way the outcomes of men and women come closer; but the model learns that from the names, not from the
stand-ins, so that in the end the name alone acts the other way.

A clash is claimed only where no strength keeps both bounds, by more than ``MARGIN``. Both effects are measured for a
few strengths and interpolated between them.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from fairki.kodex import patterns
from fairki.kodex.rules import Rule
from fairki.texts import corpus, probe, remedies, text_systems
from fairki.texts.language_model import LanguageModel, train

BOUND, OUTLOOK, PHRASE = "abstand", "wendung", "potenzial"
"""Blanks of both rules, and the outlook that the old texts are biased in."""
STRENGTHS = (0.0, 0.5, 1.0)
STEPS = 401
MARGIN = 0.5
"""Points by which both rules must be missed: interpolation and the people whom a model is tried on move less."""
STRUCK = tuple(slot for more in probe.CLUES for slot in more)
"""What is struck out of the texts on the way out: names and everything that stands in for them."""


@dataclass(frozen=True)
class Effects:
    """What a model does, in points, men minus women.

    Attributes:
        swap: what the name alone changes.
        outcome: what people get in the end.
    """

    swap: float
    outcome: float


@dataclass(frozen=True)
class TextClash:
    """Two rules that cannot both hold.

    Attributes:
        missing: by how many points both bounds together have to be wider at least.
        nearest: whole bounds of the rules, in this order, that can both hold.
        equal: the effects at full weights, where the outcome is closest.
        nameless: the effects where the name alone changes nothing.
        struck: the effects of a model that has learnt without stand-ins.
    """

    missing: float
    nearest: tuple[int, int]
    equal: Effects
    nameless: Effects
    struck: Effects


def find(swap: Rule, outcome: Rule) -> TextClash | None:
    """The clash between a rule on the name alone and one on the outcome; None if they can both hold.

    None, too, if they are no such rules, or not about the outlook that the old texts are biased in.
    """
    asked = (swap.pattern, outcome.pattern) == (patterns.NAME_SWAP, patterns.EQUAL_OUTCOME)
    if not asked or any(rule.values[OUTLOOK] != PHRASE for rule in (swap, outcome)):
        return None
    bounds = int(swap.values[BOUND]), int(outcome.values[BOUND])
    swaps, outcomes = _way()
    missing = float(np.maximum(abs(swaps) - bounds[0], abs(outcomes) - bounds[1]).min())
    if missing <= MARGIN:
        return None
    at = int(abs(swaps).argmin())
    return TextClash(
        missing,
        _nearest(*bounds),
        Effects(float(swaps[-1]), float(outcomes[-1])),
        Effects(float(swaps[at]), float(outcomes[at])),
        _struck(),
    )


def _nearest(swap: int, outcome: int) -> tuple[int, int]:
    """The bounds with the smallest sum, neither below the given one, that some strength keeps."""
    swaps, outcomes = (abs(effects) for effects in _way())
    highest = int(np.ceil(swaps.max()))
    pairs = [
        (bound, max(outcome, int(np.ceil(outcomes[swaps <= bound].min()))))
        for bound in range(swap, highest + 1)
        if (swaps <= bound).any()
    ]
    return min(pairs, key=sum)


@cache
def _way() -> tuple[np.ndarray, np.ndarray]:
    """Both effects for ``STEPS`` strengths from 0 to 1."""
    weights = remedies.weights(_old())
    found = [_effects(train(_old(), weights=weights**strength)) for strength in STRENGTHS]
    every = np.linspace(0, 1, STEPS)
    return (
        np.interp(every, STRENGTHS, [one.swap for one in found]),
        np.interp(every, STRENGTHS, [one.outcome for one in found]),
    )


@cache
def _struck() -> Effects:
    return _effects(train(_old(), hide=STRUCK))


def _effects(model: LanguageModel) -> Effects:
    seed = text_systems.SEED
    return Effects(probe.swap_effect(model, seed), probe.expected(model, seed).gap)


def _old() -> np.ndarray:
    return corpus.human_texts(text_systems.SEED)
