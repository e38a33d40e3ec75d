"""What fairness definitions exclude each other, proved on every world that has scores and outcomes.

Rates are computed by scikit-learn and fairlearn, so that the identities are checked against code of others.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sklearn.metrics import precision_score

from fairki import models
from fairki.worlds import WORLDS, admissions, draw, funding, top_share

TOLERANCE = 1e-12


@dataclass(frozen=True)
class Scored:
    """Outcome, score (probability) and group of every person of a world."""

    outcome: np.ndarray
    score: np.ndarray
    group: np.ndarray


def regression(table, world) -> Scored:
    label = world.TRUTH or world.LABEL
    score = draw.logistic(models.score(models.fit(table, world.FEATURES, table[label]), table))
    return Scored(table[label].to_numpy(), score, table[world.GROUP].to_numpy())


@pytest.fixture(scope="module", params=list(WORLDS.values()), ids=list(WORLDS))
def people(request):
    world = request.param
    table = world.generate(seed=3)
    if world is funding:  # the equation itself is the score
        return Scored(*(table[c].to_numpy() for c in (world.TRUTH, "chance", world.GROUP)))
    return regression(table, world)


def means(values, group):
    return pd.Series(values).groupby(group).mean()


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_chouldechova_holds(people, share):
    """FPR = p/(1−p) · (1−PPV)/PPV · (1−FNR), in every group (Chouldechova 2017)."""
    positive = top_share(people.score, share)
    found = MetricFrame(
        metrics={"FPR": false_positive_rate, "FNR": false_negative_rate, "PPV": precision_score},
        y_true=people.outcome,
        y_pred=positive,
        sensitive_features=people.group,
    ).by_group
    base = means(people.outcome, people.group)
    judged = found[found["PPV"] > 0]
    assert len(judged) >= 2
    for group, rate in judged.iterrows():
        p = base[group]
        expected = p / (1 - p) * (1 - rate["PPV"]) / rate["PPV"] * (1 - rate["FNR"])
        assert rate["FPR"] == pytest.approx(expected, abs=TOLERANCE)


def balances(outcome, score, group):
    """Per group: base rate, mean score of those with outcome 1, and of those with outcome 0."""
    frame = pd.DataFrame({"y": outcome, "s": score, "g": group})
    of = frame.groupby(["g", "y"])["s"].mean().unstack()
    return frame.groupby("g")["y"].mean(), of[1], of[0]


def assert_tied(base, positive, negative):
    difference = (1 - base) * negative - base * (1 - positive)
    assert difference.abs().max() <= TOLERANCE


def calibrated(people: Scored) -> np.ndarray:
    """The score made exactly calibrated: in each group and tenth of the score, the share of outcome 1."""
    tenth = np.ceil(10 * pd.Series(people.score).rank(pct=True))
    return pd.Series(people.outcome).groupby([people.group, tenth]).transform("mean").to_numpy()


def test_kleinberg_mullainathan_and_raghavan_hold(people):
    """A calibrated score ties the two balances to the base rate: (1−p)·negative = p·(1−positive).

    With different base rates both balances can thus be equal only if positive = 1 and negative = 0.
    """
    base, positive, negative = balances(people.outcome, calibrated(people), people.group)
    assert_tied(base, positive, negative)
    for a in base.index:
        for b in base.index:
            if abs(base[a] - base[b]) > 0.02:
                assert max(abs(positive[a] - positive[b]), abs(negative[a] - negative[b])) > 1e-3


RATES = st.integers(1, 9).map(lambda tenths: tenths / 10)
SCORES = st.integers(0, 10).map(lambda tenths: tenths / 10)


@settings(max_examples=200)
@given(RATES, RATES, SCORES, SCORES)
@example(0.2, 0.5, 1.0, 0.0)
def test_both_balances_and_calibration_need_equal_base_rates_or_a_perfect_score(p, q, positive, negative):
    """The theorem itself: of the scores that balance both groups, only the perfect one is calibrated in both."""
    assume(p != q)
    misfit = [abs(base * positive + (1 - base) * negative - base) for base in (p, q)]
    assert (max(misfit) <= TOLERANCE) == ((positive, negative) == (1, 0))


@settings(max_examples=100)
@given(st.integers(0, 10**6), st.integers(2, 4))
def test_the_identities_hold_for_any_scores_and_outcomes(seed, groups):
    rng = np.random.default_rng(seed)
    n = 400
    made = Scored(rng.integers(0, 2, n), rng.random(n).round(2), rng.integers(0, groups, n).astype(str))
    base, positive, negative = balances(made.outcome, calibrated(made), made.group)
    assert_tied(base, positive, negative)


def test_equal_base_rates_let_a_calibrated_score_balance_both_groups():
    outcome = np.array([1, 1, 1, 0, 0, 0, 0, 1] * 2)
    score = np.array([0.75, 0.75, 0.75, 0.75, 0.25, 0.25, 0.25, 0.25] * 2)
    _, positive, negative = balances(outcome, score, np.repeat(["a", "b"], 8))
    assert positive["a"] == positive["b"] and negative["a"] == negative["b"]


@pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
def test_regression_with_the_group_predicts_the_rate_of_every_group(world):
    """Unpenalised logistic regression with a group column: mean prediction = rate in training."""
    people = regression(world.generate(seed=3), world)
    predicted, found = means(people.score, people.group), means(people.outcome, people.group)
    assert predicted.to_dict() == pytest.approx(found.to_dict(), abs=5e-4)


def test_only_berkeley_has_no_known_truth():
    assert [world for world in WORLDS.values() if world.TRUTH is None] == [admissions]
