"""Multinomial logistic regression by hand: what every model of this package learns with.

Fast enough to be trained while somebody waits, and every weight can be looked at.
"""

from collections.abc import Sequence

import numpy as np

from fairki.remembered import looked_up

MISSING = -1
"""In place of a word: nothing stands there, so there is no feature for it."""


def softmax(scores: np.ndarray) -> np.ndarray:
    """Scores to probabilities, row by row."""
    raised = np.array(scores.T, order="C")  # numpy is several times faster along few long rows
    raised -= raised.max(axis=0)
    np.exp(raised, out=raised)
    raised /= raised.sum(axis=0)
    found: np.ndarray = raised.T
    return found


def one_hot(rows: np.ndarray, slots: Sequence[int], size: Sequence[int]) -> np.ndarray:
    """Features of texts: a constant, then one column for each word of each slot.

    Args:
        rows: one text per row, the number of its word per slot, or ``MISSING``.
        slots: which slots make features, in this order.
        size: how many words each slot of ``rows`` has.
    """
    features = np.zeros((len(rows), 1 + sum(size[slot] for slot in slots)))
    features[:, 0] = 1
    at = 1
    for slot in slots:
        there = np.flatnonzero(rows[:, slot] >= 0)
        features[there, at + rows[there, slot]] = 1
        at += size[slot]
    return features


def fit(
    features: np.ndarray,
    words: np.ndarray,
    count: int,
    weights: np.ndarray | None = None,
    ridge: float = 1.0,
    steps: int = 80,
) -> np.ndarray:
    """Weights of a softmax regression, one row per feature and one column per word.

    Minimises the mean weighted cross-entropy + ``ridge`` / (2n) · ‖W‖² (not on the constant) with Nesterov's method
    (FISTA momentum), starting at the logarithms of the frequencies.

    Args:
        features: from ``one_hot``; the first column is the constant.
        words: the word to be learnt in each row, 0 … ``count`` − 1.
        weights: how much each row counts; by themselves all alike.
    """
    return looked_up(_fit, features, words, count, weights, ridge, steps)


def _fit(
    features: np.ndarray, words: np.ndarray, count: int, weights: np.ndarray | None, ridge: float, steps: int
) -> np.ndarray:
    n = len(words)
    share = np.full(n, 1 / n) if weights is None else weights / weights.sum()
    wanted = np.asfortranarray(np.eye(count)[words])  # laid out as softmax lays out
    found = np.zeros((features.shape[1], count))
    found[0] = np.log((n * share @ wanted + 0.5) / n)
    second = (features * share[:, None]).T @ features
    direction = np.ones(features.shape[1])
    for _ in range(15):  # power iteration: the largest eigenvalue bounds the step
        direction = second @ direction
        direction /= np.linalg.norm(direction)
    step = 1 / (0.5 * direction @ second @ direction * 1.05 + ridge / n)
    pull = np.full((features.shape[1], 1), ridge / n)
    pull[0] = 0
    ahead, momentum = found, 1.0
    weighted = (features * share[:, None]).T
    for _ in range(steps):
        new = ahead - step * (weighted @ (softmax(features @ ahead) - wanted) + pull * ahead)
        following = (1 + (1 + 4 * momentum * momentum) ** 0.5) / 2
        ahead = new + (momentum - 1) / following * (new - found)
        found, momentum = new, following
    return found


def draw(probabilities: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One word per row, by its probabilities: one uniform number per row, so equal generators draw alike."""
    above = rng.random((len(probabilities), 1)) > probabilities.cumsum(axis=1)
    words: np.ndarray = above.sum(axis=1).clip(0, probabilities.shape[1] - 1)
    return words
