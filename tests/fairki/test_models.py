import warnings

import numpy as np
import pandas as pd
import pytest

from fairki import models
from fairki.errors import BadAnswerError
from fairki.worlds import recruiting


def test_a_model_without_penalty_keeps_the_rate_of_every_group_it_knows(years):
    """The score equations of logistic regression: with a dummy per group, mean prediction = group rate."""
    for year in years[:5]:
        model = models.fit(year.history, recruiting.FEATURES, year.history["eingeladen"])
        predicted = 1 / (1 + np.exp(-models.score(model, year.history)))
        groups = year.history["geschlecht"]
        off = pd.Series(predicted).groupby(groups).mean() - year.history["eingeladen"].groupby(groups).mean()
        assert off.abs().max() < 0.0001


def test_equal_weights_change_nothing_and_weight_zero_means_absent(years):
    history, labels = years[0].history, years[0].history["eingeladen"]
    plain = models.score(models.fit(history, ["test", "verein"], labels), history)
    doubled = models.score(
        models.fit(history, ["test", "verein"], labels, np.full(len(history), 2.0)), history
    )
    assert doubled == pytest.approx(plain, abs=1e-3)
    half = np.arange(len(history)) < 1000
    absent = models.fit(history, ["test"], labels, half.astype(float))
    only = models.fit(history[half], ["test"], labels[half])
    assert models.score(absent, history) == pytest.approx(models.score(only, history), abs=1e-3)


def test_deciding_picks_the_best_scores(years):
    year = years[0]
    model = models.fit(year.history, ["test"], year.history["eingeladen"])
    decisions = models.decide(model, year.fresh)
    assert decisions.sum() == 600
    assert year.fresh.loc[decisions == 1, "test"].min() >= year.fresh.loc[decisions == 0, "test"].max()
    assert models.decide(model, year.fresh, share=0.1).sum() == 200


def test_a_text_that_was_never_seen_is_scored_without_a_warning(years):
    year = years[0]
    model = models.fit(year.history, ["verein", "test"], year.history["eingeladen"])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scores = models.score(model, year.fresh.assign(verein="Schach"))
    assert np.isfinite(scores).all()


@pytest.mark.parametrize(
    ("columns", "labels", "message"),
    [
        ([], [0, 1, 1], "Ohne eine einzige Spalte"),
        (["test", "alter"], [0, 1, 1], "gibt es nicht: alter"),
        (["test"], [1, 1, 1], "Alle Entscheidungen sind gleich"),
    ],
)
def test_what_cannot_be_learnt_is_said_in_german(columns, labels, message):
    with pytest.raises(BadAnswerError, match=message):
        models.fit(pd.DataFrame({"test": [1, 2, 3]}), columns, labels)


def test_the_remaining_columns_keep_their_order():
    assert tuple(models.remaining(["geschlecht"])) == models.WITHOUT_GENDER
    with pytest.raises(BadAnswerError, match="alter"):
        models.remaining(["alter"])


def test_importance_ranks_what_the_model_leans_on(years):
    history = years[0].history
    model = models.fit(history, ["test", "wortstil"], history["eingeladen"])
    found = models.importance(model, history, history["eingeladen"])
    assert found["column"].tolist() == ["test", "wortstil"]
    assert found["name"].tolist() == ["Eignungstest", "Wortstil"]
    assert found["rank"].tolist() == [1, 2]
    assert found["loss"].iloc[0] > 0.05 > found["loss"].iloc[1]
    pd.testing.assert_frame_equal(found, models.importance(model, history, history["eingeladen"]))


@pytest.mark.parametrize(
    ("said", "by", "heard"),
    [
        (
            "Setting penalty=None will ignore the C and l1_ratio parameters",
            "sklearn.linear_model._logistic",
            0,
        ),
        ("Setting penalty=None will ignore the C and l1_ratio parameters", "eigenes", 1),
        ("Something else", "sklearn.linear_model._logistic", 1),
    ],
)
def test_only_the_one_warning_of_an_older_scikit_learn_is_not_passed_on(said, by, heard):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        models.unfitted(recruiting.generate(10), ["test"])
        warnings.warn_explicit(said, UserWarning, "datei.py", 1, by)
    assert len(found) == heard
