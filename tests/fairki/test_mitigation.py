import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import metrics, mitigation
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
    mitigation.group_thresholds,
    mitigation.reduction,
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


def test_massaging_has_nothing_to_do_where_the_past_was_fair(years):
    year = years[0]
    women_first = year.history.assign(
        eingeladen=(year.history["geschlecht"] == WOMAN) & (year.history["test"] > 60)
    )
    women_first["eingeladen"] = women_first["eingeladen"].astype(int)
    decisions = mitigation.massaging(women_first, year.fresh)
    assert metrics.gap(decisions, year.fresh["geschlecht"]).value < -0.2


def test_past_decisions_are_left_untouched(years):
    before = years[0].history.copy()
    mitigation.massaging(years[0].history, years[0].fresh)
    pd.testing.assert_frame_equal(years[0].history, before)
