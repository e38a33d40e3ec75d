"""What a decision tells about the truth: values by hand, and what scikit-learn and scipy say."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats.contingency import odds_ratio as scipys
from sklearn.calibration import calibration_curve
from sklearn.metrics import class_likelihood_ratios, precision_score

from fairki import diagnostics
from fairki.diagnostics import Fields
from fairki.errors import BadAnswerError

BY_HAND = Fields(right_yes=40, wrong_yes=10, missed=20, right_no=130)


def table(right_yes, wrong_yes, missed, right_no):
    """Decisions and truth of so many people."""
    counts = [right_yes, wrong_yes, missed, right_no]
    return np.repeat([1, 1, 0, 0], counts), np.repeat([1, 0, 1, 0], counts)


def test_every_figure_by_hand():
    assert diagnostics.fields(*table(40, 10, 20, 130)) == BY_HAND
    assert BY_HAND.n == 200
    assert BY_HAND.ppv == pytest.approx(40 / 50)
    assert BY_HAND.npv == pytest.approx(130 / 150)
    assert BY_HAND.lr_plus == pytest.approx((40 / 60) / (10 / 140))
    assert BY_HAND.lr_minus == pytest.approx((20 / 60) / (130 / 140))
    assert BY_HAND.missed_per_wrong == pytest.approx(2)


@given(st.tuples(*[st.integers(1, 40)] * 4))
def test_the_figures_are_those_of_scikit_learn(counts):
    decisions, truth = table(*counts)
    found = diagnostics.fields(decisions, truth)
    assert (found.lr_plus, found.lr_minus) == pytest.approx(class_likelihood_ratios(truth, decisions))
    assert found.ppv == pytest.approx(precision_score(truth, decisions))
    assert found.npv == pytest.approx(precision_score(truth, decisions, pos_label=0))


@pytest.mark.parametrize(
    ("counts", "name", "value"),
    [
        ((0, 0, 0, 0), "ppv", math.nan),
        ((0, 0, 3, 4), "ppv", math.nan),
        ((3, 4, 0, 0), "npv", math.nan),
        ((3, 0, 1, 4), "lr_plus", math.inf),
        ((0, 0, 1, 4), "lr_plus", math.nan),
        ((3, 4, 1, 0), "lr_minus", math.inf),
        ((3, 4, 0, 0), "lr_minus", math.nan),
        ((0, 4, 0, 4), "lr_minus", math.nan),
        ((3, 0, 1, 4), "missed_per_wrong", math.inf),
        ((3, 0, 0, 4), "missed_per_wrong", math.nan),
    ],
)
def test_an_empty_field_is_no_crash(counts, name, value):
    found = getattr(diagnostics.fields(*table(*counts)), name)
    assert found == value or (math.isnan(found) and math.isnan(value))


def test_who_lacks_decision_or_truth_is_not_counted():
    assert diagnostics.fields([1, None, 0, 1], [1, 1, None, 0]) == Fields(1, 1, 0, 0)
    with pytest.raises(BadAnswerError, match="weder Ja noch Nein"):
        diagnostics.fields([1, 2], [1, 0])


def test_odds_are_compared_with_the_interval_that_scipy_gives():
    decisions, groups = np.repeat([1, 0, 1, 0], [60, 40, 30, 70]), np.repeat(["a", "b"], 100)
    found = diagnostics.odds_ratio(decisions, groups, "a", "b")
    expected = scipys([[60, 40], [30, 70]], kind="sample")
    assert found.value == pytest.approx(expected.statistic)
    assert (found.low, found.high) == pytest.approx(expected.confidence_interval(0.95), rel=1e-6)
    assert found.low < found.value < found.high and not found.too_small


@pytest.mark.parametrize(
    ("yes_no_a", "yes_no_b", "value"),
    [((3, 0), (2, 2), math.inf), ((0, 3), (2, 2), 0), ((0, 0), (2, 2), math.nan)],
)
def test_odds_with_an_empty_field_can_be_anything(yes_no_a, yes_no_b, value):
    decisions = np.repeat([1, 0, 1, 0], [*yes_no_a, *yes_no_b])
    found = diagnostics.odds_ratio(decisions, ["a"] * sum(yes_no_a) + ["b"] * sum(yes_no_b), "a", "b")
    assert found.value == value or (math.isnan(found.value) and math.isnan(value))
    assert (found.low, found.high, found.too_small) == (0, math.inf, True)


def test_calibration_compares_groups_within_the_same_tenth():
    rng = np.random.default_rng(4)
    chances = rng.random(4000)
    truth, groups = rng.random(4000) < chances, rng.choice(["a", "b"], 4000)
    found = diagnostics.calibration(chances, truth, groups)
    assert found.groupby("klasse")["n"].sum().tolist() == [400] * 10
    assert found["von"].lt(found["rate"]).all() and found["bis"].gt(found["rate"]).all()
    honest = found["erwartet"].between(found["von"], found["bis"])
    assert honest.sum() >= 17  # 95 % of 20 are 19; with this seed that holds
    of_all = diagnostics.calibration(chances, truth, ["a"] * 4000)
    shares, means = calibration_curve(truth, chances, n_bins=10, strategy="quantile")
    assert of_all["rate"].to_numpy() == pytest.approx(shares, abs=0.003)
    assert of_all["erwartet"].to_numpy() == pytest.approx(means, abs=0.003)


def test_a_class_without_anybody_of_a_group_says_so():
    found = diagnostics.calibration([0.1, 0.2, 0.8, 0.9, None], [0, 0, 1, 1, 1], ["a", "a", "b", "b", "b"], 2)
    empty = found.iloc[1]
    assert (empty["klasse"], empty["gruppe"], empty["n"]) == (1, "b", 0)
    assert math.isnan(empty["rate"]) and (empty["von"], empty["bis"]) == (0, 1) and empty["zu_klein"]
    assert found["n"].sum() == 4
    with pytest.raises(BadAnswerError, match="steht 1,20"):
        diagnostics.calibration([1.2], [1], ["a"])
