"""A small language model, really trained: it chooses each next word by what stands before it.

For every slot one softmax regression on all earlier slots, facts and words already written. No interactions, so that
every weight can be read: what a word adds to the chance of another one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from fairki.texts import regression
from fairki.texts.corpus import AUSBLICK, LOB, PHRASE, SIZE, SLOTS, VERB, WRITTEN

STEPS = 80
"""Rounds of learning after which a model is done."""
SHOWN = (0, 1, 2, 5, 10, 20, 40, STEPS)
"""Rounds after which one can look at it."""
_NEVER = -1e9


@dataclass(frozen=True)
class Influence:
    """What one word adds to the choice of another slot's word.

    Attributes:
        slot, value: the earlier word.
        weights: logit that it adds to each word of the later slot.
    """

    slot: str
    value: int
    weights: np.ndarray


class LanguageModel:
    """Writes the words of some slots, one after the other.

    Attributes:
        weights: slot that is written → (earlier slots in use, weights of shape (features, words)).
    """

    def __init__(self, weights: Mapping[int, tuple[tuple[int, ...], np.ndarray]]):
        self.weights = weights

    def next_words(self, known: Mapping[str, int], slot: str, temperature: float = 1.0) -> np.ndarray:
        """Probability of each word of ``slot`` after a beginning.

        Args:
            known: slot → number of its word; what is not known, or stands later, is no feature.
            temperature: 1 as learnt; lower prefers the likely ones more; 0 takes the likeliest alone.
        """
        row = np.array([[known.get(name, regression.MISSING) for name in SLOTS]])
        found: np.ndarray = self._probabilities(row, SLOTS.index(slot), temperature)[0]
        return found

    def write(
        self, texts: np.ndarray, temperature: float, rng: np.random.Generator, forbid: Sequence[int] = ()
    ) -> np.ndarray:
        """The same texts with new words in the slots that the model writes.

        One random number per text and slot: equal generators give two versions of a text the same numbers.

        Args:
            forbid: praise (values of ``lob``) that must not appear.
        """
        texts = texts.copy()
        for slot in self.weights:
            texts[:, slot] = regression.draw(self._probabilities(texts, slot, temperature, forbid), rng)
        return texts

    def chances(self, texts: np.ndarray, temperature: float = 1.0, outlook: int = PHRASE) -> np.ndarray:
        """Probability (n,) of an outlook after all that stands in each text before it."""
        found: np.ndarray = self._probabilities(texts, AUSBLICK, temperature)[:, outlook]
        return found

    def exact_chance(self, row: np.ndarray, temperature: float = 1.0, outlook: int = PHRASE) -> float:
        """Probability of an outlook for the facts of one text, over all verbs and praises that could come before."""
        verbs = np.tile(row, (SIZE[VERB], 1))
        verbs[:, VERB] = range(SIZE[VERB])
        p_verb = self._probabilities(verbs[:1], VERB, temperature)[0]
        both = np.repeat(verbs, SIZE[LOB], axis=0)
        both[:, LOB] = np.tile(range(SIZE[LOB]), SIZE[VERB])
        p_both = (p_verb[:, None] * self._probabilities(verbs, LOB, temperature)).ravel()
        return float(p_both @ self.chances(both, temperature, outlook))

    def influence(self, slot: str) -> list[Influence]:
        """What each earlier word adds to the choice of this slot's word, in the order of the slots."""
        used, weights = self.weights[SLOTS.index(slot)]
        rows = iter(weights[1:])
        return [
            Influence(SLOTS[earlier], value, next(rows)) for earlier in used for value in range(SIZE[earlier])
        ]

    def _probabilities(
        self, texts: np.ndarray, slot: int, temperature: float, forbid: Sequence[int] = ()
    ) -> np.ndarray:
        used, weights = self.weights[slot]
        logits = regression.one_hot(texts, used, SIZE) @ weights
        if slot == LOB and len(forbid):
            logits[:, list(forbid)] = _NEVER
        if temperature == 0:
            likeliest: np.ndarray = np.eye(SIZE[slot])[logits.argmax(axis=1)]
            return likeliest
        return regression.softmax(logits / temperature)


def train(
    texts: np.ndarray,
    hide: Sequence[int] = (),
    weights: np.ndarray | None = None,
    ridge: float = 1.0,
    steps: int = STEPS,
    slots: Sequence[int] = WRITTEN,
) -> LanguageModel:
    """A model that has learnt from ``texts``.

    Args:
        hide: slots that are struck out of the texts, for learning and for writing.
        weights: how much each text counts.
        ridge: pull of all weights towards 0.
        slots: slots that it learns to write.
    """
    learnt = {}
    for slot in slots:
        used = tuple(earlier for earlier in range(slot) if earlier not in hide)
        features = regression.one_hot(texts, used, SIZE)
        learnt[slot] = (
            used,
            regression.fit(features, texts[:, slot], SIZE[slot], weights, ridge, steps),
        )
    return LanguageModel(learnt)


def learning(texts: np.ndarray, shown: Sequence[int] = SHOWN) -> Iterator[tuple[int, LanguageModel]]:
    """The model while it learns: after each of these rounds of learning as it is then."""
    for steps in shown:
        yield steps, train(texts, steps=steps)
