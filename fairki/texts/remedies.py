"""What one can do about a model that has learnt a bias: copies, weights, filters, other texts, fewer clues."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from fairki.texts import corpus, probe
from fairki.texts.corpus import ANREDE, AUSBLICK, PHRASE, WARM
from fairki.texts.language_model import LanguageModel, train
from fairki.texts.probe import Shares

FEW, HEAVY = 200, 10.0
"""So few fair texts, and how much each of them may weigh against an old one."""
NOTHING, COPIES, WEIGHTS, FILTER = "nichts", "kopien", "gewichte", "wortfilter"
FEW_ALONE, FEW_ADDED, FEW_HEAVY, NO_CLUES = "nur_faire", "faire_dazu", "faire_gewichtet", "hinweise_weg"
REMEDIES = (NOTHING, COPIES, WEIGHTS, FILTER, FEW_ALONE, FEW_ADDED, FEW_HEAVY, NO_CLUES)


@dataclass(frozen=True)
class Remedied:
    """What a remedy leaves.

    Attributes:
        id: one of ``REMEDIES``.
        shares: who gets the phrase from the remedied model.
        swap: what the name alone still does, in points, men minus women.
    """

    id: str
    shares: Shares
    swap: float


def copies(texts: np.ndarray) -> np.ndarray:
    """The texts and their swapped copies: a model that learns from both cannot tell Frau and Herr apart."""
    return np.concatenate([texts, corpus.swap(texts)])


def weights(texts: np.ndarray) -> np.ndarray:
    """Weight (n,) of each text that makes group and phrase independent: P(g)·P(y) / P(g, y).

    Kamiran and Calders (2012), "Data preprocessing techniques for classification without discrimination".
    """
    group, phrase = texts[:, ANREDE], texts[:, AUSBLICK] == PHRASE
    found = np.ones(len(texts))
    for one in np.unique(group):
        for value in (False, True):
            both = (group == one) & (phrase == value)
            if both.any():
                found[both] = (group == one).mean() * (phrase == value).mean() / both.mean()
    return found


def remedied(id: str, seed: int) -> LanguageModel:
    """The model of the firm with this seed after a remedy; the word filter changes only how it writes.

    Raises:
        KeyError: there is no such remedy.
    """
    old, fair = corpus.human_texts(seed), corpus.human_texts(seed, FEW, bias=0.0)
    both = np.concatenate([old, fair])
    heavy = np.repeat([1.0, HEAVY], [len(old), len(fair)])
    learn: dict[str, Callable[[], LanguageModel]] = {
        NOTHING: lambda: train(old),
        COPIES: lambda: train(copies(old)),
        WEIGHTS: lambda: train(old, weights=weights(old)),
        FILTER: lambda: train(old),
        FEW_ALONE: lambda: train(fair),
        FEW_ADDED: lambda: train(both),
        FEW_HEAVY: lambda: train(both, weights=heavy),
        NO_CLUES: lambda: train(old, hide=[slot for more in probe.CLUES for slot in more]),
    }
    return learn[id]()


def compare(seed: int, chosen: Sequence[str] = REMEDIES) -> list[Remedied]:
    """What the remedies leave, each on the same texts of the firm."""
    found = []
    for id in chosen:
        model, forbid = remedied(id, seed), WARM if id == FILTER else ()
        found.append(
            Remedied(
                id, probe.expected(model, seed, forbid=forbid), probe.swap_effect(model, seed, forbid=forbid)
            )
        )
    return found
