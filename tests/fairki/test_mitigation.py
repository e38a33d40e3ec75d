import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import metrics, mitigation, models
from fairki.errors import BadAnswerError
from fairki.worlds.recruiting import DIVERS, MAN, WOMAN

CASES = st.lists(st.tuples(st.sampled_from([WOMAN, MAN, DIVERS]), st.sampled_from([0, 1])), min_size=1)


@given(CASES)
def test_weights_make_group_and_label_independent(cases):
    groups, labels = zip(*cases, strict=True)
    weights = mitigation.reweighing_weights(groups, labels)
    both = pd.DataFrame({"g": groups, "y": labels, "w": weights})
    if len(both.groupby(["g", "y"])) < both["g"].nunique() * both["y"].nunique():
        return  # a combination without people has nobody who could carry its weight
    assert weights.sum() == pytest.approx(len(cases), abs=1e-9)
    rates = both.assign(wy=both["w"] * both["y"]).groupby("g")[["wy", "w"]].sum()
    assert (rates["wy"] / rates["w"]).to_numpy() == pytest.approx(np.mean(labels), abs=1e-12)


def test_weights_are_the_published_formula():
    groups, labels = np.repeat([WOMAN, MAN], [40, 60]), np.repeat([1, 0, 1, 0], [8, 32, 30, 30])
    weights = mitigation.reweighing_weights(groups, labels)
    assert weights[0] == pytest.approx(0.4 * 0.38 / 0.08)
    assert weights[-1] == pytest.approx(0.6 * 0.62 / 0.30)


METHODS = (
    mitigation.reweighing,
    mitigation.massaging,
    mitigation.correlation_removed,
    mitigation.impact_removed,
    mitigation.group_thresholds,
    mitigation.reduction,
    mitigation.true_outcome,
)


@pytest.mark.parametrize("method", METHODS, ids=lambda m: m.__name__)
def test_a_method_gives_one_decision_each_and_no_warning(method, years):
    history, fresh = years[0].history, years[0].fresh.iloc[:500]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        decisions = method(history, fresh)
    assert decisions.shape == (500,) and set(decisions) == {0, 1}
    assert decisions.mean() == pytest.approx(0.3, abs=0.06)
    assert (method(history, fresh) == decisions).all()


@pytest.mark.parametrize(
    "method", [mitigation.group_thresholds, mitigation.reduction], ids=lambda m: m.__name__
)
def test_a_method_that_tosses_coins_depends_on_its_seed(method, years):
    year = years[0]
    assert (method(year.history, year.fresh, seed=1) != method(year.history, year.fresh, seed=2)).any()


def test_massaging_helps_whoever_was_behind_men_too(years):
    year = years[0]
    bar = np.where(year.history["geschlecht"] == WOMAN, 60, 80)
    women_first = year.history.assign(eingeladen=(year.history["test"] > bar).astype(int))
    gap = metrics.gap(mitigation.massaging(women_first, year.fresh), year.fresh["geschlecht"]).value
    untouched = models.fit(women_first, models.WITHOUT_GENDER, women_first["eingeladen"])
    before = metrics.gap(models.decide(untouched, year.fresh), year.fresh["geschlecht"]).value
    assert before < -0.2 and before / 2 < gap < 0


def test_the_group_that_is_too_small_is_named_and_treated_like_the_largest(years):
    history, fresh = years[0].history, years[0].fresh
    assert mitigation.learnable(history) == mitigation.Learnable((MAN, WOMAN), (DIVERS,))
    as_men = fresh.assign(geschlecht=fresh["geschlecht"].replace(DIVERS, MAN))
    assert (mitigation.impact_removed(history, fresh) == mitigation.impact_removed(history, as_men)).all()


def test_a_group_without_a_single_invitation_can_teach_nothing():
    table = pd.DataFrame({"geschlecht": [WOMAN] * 40 + [MAN] * 40, "eingeladen": [0] * 40 + [0, 1] * 20})
    with pytest.raises(BadAnswerError, match="keine zwei Gruppen, aus denen sich lernen lässt"):
        mitigation.learnable(table)


OF_GROUPS = [one for one in METHODS if one not in (mitigation.reweighing, mitigation.true_outcome)]


@pytest.mark.parametrize("method", OF_GROUPS, ids=lambda m: m.__name__)
def test_a_method_brings_any_number_of_groups_nearer_to_each_other(method, years):
    """Four groups, made of two genders and a column that past decisions treated unequally as well."""

    def grouped(table):
        half = np.where(table["nummer"] % 2 == 1, "odd", "even")
        names = np.where(table["geschlecht"] == WOMAN, WOMAN, MAN)
        return table.assign(gruppe=[f"{a} {b}" for a, b in zip(names, half, strict=True)])

    history, fresh = grouped(years[0].history), grouped(years[0].fresh)
    assert len(mitigation.learnable(history, "gruppe").groups) == 4
    rates = metrics.group_rates(method(history, fresh, group="gruppe"), fresh["gruppe"])["rate"]
    plain = models.fit(history, models.WITHOUT_GENDER, history["eingeladen"])
    before = metrics.group_rates(models.decide(plain, fresh), fresh["gruppe"])["rate"]
    assert np.ptp(rates) < np.ptp(before) / 1.5


@given(st.lists(st.integers(0, 9), min_size=5, max_size=60), st.lists(st.integers(0, 9), min_size=5))
def test_repair_makes_means_equal_and_keeps_the_order_within_a_group(one, other):
    values = np.array(one + other, dtype=float)
    groups = np.repeat([WOMAN, MAN], [len(one), len(other)])
    found = mitigation.repaired(values, groups, values, groups)
    for group in (WOMAN, MAN):
        order = np.argsort(values[groups == group], kind="stable")
        assert (np.diff(found[groups == group][order]) > -1e-9).all()
    assert found[groups == WOMAN].mean() == pytest.approx(found[groups == MAN].mean(), abs=1e-6)


def test_repair_by_hand():
    """Two groups of two: 0 and 2 against 4 and 6. The median distribution is 2 and 4; half of the way is the mean."""
    values, groups = np.array([0.0, 2, 4, 6]), np.array(["a", "a", "b", "b"])
    assert mitigation.repaired(values, groups, values, groups) == pytest.approx([2, 4, 2, 4])
    assert mitigation.repaired(values, groups, values, groups, amount=0.5) == pytest.approx([1, 3, 3, 5])
    assert (mitigation.repaired(values, groups, values, groups, amount=0) == values).all()
    # a value that nobody known has lies where its neighbours end
    assert mitigation.repaired(values, groups, np.array([1.0, 9]), np.array(["a", "b"])) == pytest.approx(
        [3, 4], abs=1.01
    )


def test_past_decisions_are_left_untouched(years):
    before = years[0].history.copy()
    mitigation.massaging(years[0].history, years[0].fresh)
    pd.testing.assert_frame_equal(years[0].history, before)
