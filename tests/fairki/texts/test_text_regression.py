import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from fairki.texts import regression
from fairki.texts.regression import MISSING


def learning(seed=3, n=400):
    """Two facts with three and two words, and a word that depends on them."""
    rng = np.random.default_rng(seed)
    rows = np.column_stack([rng.integers(0, 3, n), rng.integers(0, 2, n)])
    return rows, (rows.sum(axis=1) + rng.integers(0, 2, n)) % 3


def test_features_are_a_constant_and_one_column_per_word():
    rows = np.array([[2, 0], [MISSING, 1]])
    assert regression.one_hot(rows, (0, 1), (3, 2)).tolist() == [[1, 0, 0, 1, 1, 0], [1, 0, 0, 0, 0, 1]]
    assert regression.one_hot(rows, (1,), (3, 2)).tolist() == [[1, 1, 0], [1, 0, 1]]


def test_probabilities_are_those_of_scikit_learn_once_all_is_learnt():
    rows, words = learning()
    features = regression.one_hot(rows, (0, 1), (3, 2))
    ours = regression.softmax(features @ regression.fit(features, words, 3, steps=5000))
    theirs = LogisticRegression(C=1, max_iter=5000, tol=1e-10).fit(features[:, 1:], words)
    assert np.abs(ours - theirs.predict_proba(features[:, 1:])).max() < 1e-4


def test_a_row_of_double_weight_counts_as_two_rows():
    rows, words = learning()
    features = regression.one_hot(rows, (0, 1), (3, 2))
    twice = np.where(np.arange(len(words)) < 100, 2.0, 1.0)
    more = np.concatenate([np.arange(len(words)), np.arange(100)])
    weighted = regression.fit(features, words, 3, weights=twice, ridge=0, steps=3000)
    repeated = regression.fit(features[more], words[more], 3, ridge=0, steps=3000)
    assert regression.softmax(features @ weighted) == pytest.approx(
        regression.softmax(features @ repeated), abs=2e-3
    )


def test_a_word_is_drawn_as_often_as_its_probability_says():
    likely = np.tile([0.2, 0.5, 0.3], (20_000, 1))
    words = regression.draw(likely, np.random.default_rng(1))
    assert np.bincount(words) / len(words) == pytest.approx([0.2, 0.5, 0.3], abs=0.01)


def test_equal_generators_draw_equal_words():
    likely = np.tile([0.2, 0.5, 0.3], (50, 1))
    first, again = (regression.draw(likely, np.random.default_rng(1)) for _ in range(2))
    assert (first == again).all()
