import math

import numpy as np
import pandas as pd
import pytest
from fairlearn.metrics import MetricFrame, count, selection_rate
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from fairki import metrics, models
from fairki.errors import BadAnswerError
from fairki.worlds import recruiting
from fairki.worlds.recruiting import DIVERS, MAN, WOMAN

PEOPLE = st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from([WOMAN, MAN, DIVERS])), max_size=80)


def people(**groups):
    """Decisions and groups from group → (invited, people)."""
    decisions = np.concatenate([np.repeat([1, 0], [k, n - k]) for k, n in groups.values()]).astype(int)
    return decisions, np.repeat(list(groups), [n for _, n in groups.values()])


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_wilson_interval_is_the_one_of_scipy(counts):
    k, n = counts
    expected = binomtest(k, n).proportion_ci(0.95, method="wilson")
    low, high = metrics.wilson(k, n)
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_the_interval_of_a_gap_is_newcombes_published_one():
    """Newcombe 1998, table II, example (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339."""
    decisions, groups = people(männlich=(56, 70), weiblich=(48, 80))
    found = metrics.gap(decisions, groups)
    assert (found.value, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(PEOPLE)
def test_turning_the_comparison_round_turns_the_gap_round(rows):
    decisions, groups = [d for d, _ in rows], [g for _, g in rows]
    one, other = metrics.gap(decisions, groups, MAN, WOMAN), metrics.gap(decisions, groups, WOMAN, MAN)
    assert (one.value, one.low, one.high) == pytest.approx(
        (-other.value, -other.high, -other.low), nan_ok=True
    )


@given(PEOPLE)
def test_a_gap_lies_within_its_interval_and_says_what_it_compares(rows):
    decisions, groups = np.array([d for d, _ in rows], dtype=int), np.array([g for _, g in rows])
    found = metrics.gap(decisions, groups)
    assert (found.n_a, found.n_b) == ((groups == MAN).sum(), (groups == WOMAN).sum())
    assert found.too_small == (min(found.n_a, found.n_b) < 30)
    if found.n_a and found.n_b:
        assert -1 <= found.low <= found.value <= found.high <= 1
    else:
        assert math.isnan(found.value) and (found.low, found.high) == (-1, 1)


@settings(max_examples=25)
@given(PEOPLE)
def test_rates_count_everybody_once_and_agree_with_the_gap(rows):
    decisions, groups = np.array([d for d, _ in rows], dtype=int), [g for _, g in rows]
    rates = metrics.group_rates(decisions, groups).set_index("gruppe")
    assert set(rates.index) == set(groups)
    assert rates["n"].sum() == len(rows) and rates["eingeladen"].sum() == decisions.sum()
    found = metrics.gap(decisions, groups)
    for group, n, rate in ((MAN, found.n_a, found.rate_a), (WOMAN, found.n_b, found.rate_b)):
        if n:
            assert (rates.loc[group, "n"], rates.loc[group, "rate"]) == (n, pytest.approx(rate))


@settings(max_examples=25)
@given(PEOPLE.filter(len))
def test_rates_are_those_of_fairlearn(rows):
    decisions, groups = np.array([d for d, _ in rows]), np.array([g for _, g in rows])
    theirs = MetricFrame(
        metrics={"n": count, "rate": selection_rate},
        y_true=decisions,
        y_pred=decisions,
        sensitive_features=pd.Series(groups, name="gruppe"),
    ).by_group
    ours = metrics.group_rates(decisions, groups).set_index("gruppe")[["n", "rate"]]
    assert ours.to_dict() == theirs.loc[ours.index].to_dict()


def test_rates_are_a_table_with_german_columns_in_a_fixed_order():
    decisions, groups = people(divers=(1, 4), weiblich=(20, 100), männlich=(40, 100), andere=(0, 40))
    rates = metrics.group_rates(decisions, groups)
    assert list(rates.columns) == [
        "gruppe",
        "n",
        "eingeladen",
        "rate",
        "von",
        "bis",
        "zu_klein",
        "ohne_entscheidung",
    ]
    assert rates["gruppe"].tolist() == ["weiblich", "männlich", "divers", "andere"]
    assert rates["eingeladen"].tolist() == [20, 40, 1, 0]
    assert rates["rate"].tolist() == pytest.approx([0.2, 0.4, 0.25, 0])
    assert rates["zu_klein"].tolist() == [False, False, True, False]


def test_an_empty_group_is_shown_as_unknown():
    decisions, groups = people(weiblich=(3, 30), männlich=(9, 30))
    rates = metrics.group_rates(decisions, pd.Categorical(groups, [WOMAN, MAN, DIVERS])).set_index("gruppe")
    assert rates.loc[DIVERS, "n"] == 0 and math.isnan(rates.loc[DIVERS, "rate"])
    assert (rates.loc[DIVERS, "von"], rates.loc[DIVERS, "bis"]) == (0, 1)
    assert rates.loc[DIVERS, "zu_klein"] and not rates.loc[WOMAN, "zu_klein"]


@pytest.mark.parametrize("missing", [None, np.nan])
@pytest.mark.parametrize("categorical", [False, True])
def test_people_without_a_group_are_a_group(missing, categorical):
    groups = pd.Series([WOMAN, missing, MAN, missing], dtype=object)
    groups = groups.astype("category") if categorical else groups
    rates = metrics.group_rates([1, 1, 0, 0], groups).set_index("gruppe")
    assert rates.loc["ohne Angabe", "n"] == 2 and rates["n"].sum() == 4


def test_one_group_alone_and_nobody_at_all_are_answered():
    assert metrics.group_rates([1, 0], [WOMAN, WOMAN])["rate"].tolist() == [0.5]
    assert len(metrics.group_rates([], [])) == 0
    nobody = metrics.group_rates([], pd.Categorical([], [WOMAN, MAN]))
    assert nobody["n"].tolist() == [0, 0] and nobody["zu_klein"].all()


def test_groups_with_a_foreign_index_are_matched_by_place():
    groups = pd.Series([WOMAN, MAN, MAN], index=[7, 3, 9])
    decisions = pd.Series([1, 0, 0], index=[0, 1, 2])
    assert metrics.group_rates(decisions, groups)["rate"].tolist() == [1, 0]
    assert metrics.gap(decisions, groups).value == -1


def test_the_minimum_size_can_be_another_one():
    decisions, groups = people(weiblich=(3, 12), männlich=(3, 9))
    assert metrics.group_rates(decisions, groups, minimum=10)["zu_klein"].tolist() == [False, True]
    assert metrics.gap(decisions, groups, minimum=10).too_small
    assert not metrics.gap(decisions, groups, minimum=9).too_small


@pytest.mark.parametrize(
    ("women", "men", "ratio", "broken"),
    [
        ((39, 100), (50, 100), 0.78, True),
        ((8, 25), (10, 25), 0.8, False),
        ((50, 100), (39, 100), 50 / 39, True),
        ((5, 10), (5, 10), 1.0, False),
        ((5, 10), (0, 10), math.nan, True),
        ((0, 10), (0, 10), math.nan, False),
        ((0, 0), (5, 10), math.nan, False),
    ],
)
def test_the_four_fifths_rule(women, men, ratio, broken):
    decisions, groups = people(weiblich=women, männlich=men)
    assert metrics.ratio(decisions, groups) == pytest.approx(ratio, nan_ok=True)
    assert metrics.breaks_four_fifths(decisions, groups) is broken


@pytest.mark.parametrize(
    ("n", "stated"), [(25, 59.5), (50, 45.7), (100, 29.9), (200, 14.4), (500, 2.1), (1000, 0.1)]
)
def test_how_often_the_four_fifths_rule_cries_wolf(n, stated):
    assert 100 * metrics.four_fifths_false_alarms(n) == pytest.approx(stated, abs=0.05)


def test_false_alarms_are_those_that_the_rule_gives():
    rng = np.random.default_rng(0)
    groups = np.repeat([WOMAN, MAN], 25)
    alarms = [metrics.breaks_four_fifths(rng.random(50) < 0.3, groups) for _ in range(2000)]
    assert np.mean(alarms) == pytest.approx(metrics.four_fifths_false_alarms(25), abs=0.035)


def test_agreement_is_the_share_of_equal_decisions():
    assert metrics.agreement([1, 0, 1, 0], [1, 1, 1, 0]) == 0.75
    assert math.isnan(metrics.agreement([], []))


def test_an_outcome_judges_by_all_yardsticks():
    table = pd.DataFrame(
        {"geschlecht": [WOMAN, MAN, MAN, DIVERS], "eingeladen": [0, 1, 1, 0], "geeignet": [1, 1, 0, 0]}
    )
    found = metrics.outcome([1, 1, 0, 1], table)
    assert (found.gap.value, found.women, found.as_before, found.as_suitable) == (
        -0.5,
        pytest.approx(1 / 3),
        0.25,
        0.75,
    )
    assert math.isnan(metrics.outcome([0, 0, 0, 0], table).women)


def test_deleting_columns_is_judged_on_the_table_itself_or_on_others(years):
    year = years[0]
    usual = metrics.without_columns(year.history, applicants=year.fresh)
    expected = metrics.outcome(year.learnt(recruiting.FEATURES), year.fresh)
    assert usual == expected
    assert metrics.without_columns(year.history) != usual
    only_qualifications = metrics.without_columns(year.history, ["geschlecht", *recruiting.STAND_INS])
    assert abs(only_qualifications.gap.value) < 0.03
    assert only_qualifications.as_suitable > usual.as_suitable


@pytest.mark.parametrize("removed", [recruiting.FEATURES, ["schuhgröße"]])
def test_deleting_too_much_or_something_unknown_is_answered_in_german(years, removed):
    with pytest.raises(BadAnswerError, match="Spalte"):
        metrics.without_columns(years[0].history, removed)


def test_the_share_that_stays_is_a_share_of_what_was_there():
    before, after = (metrics.Gap(v, v, v, 0.5, 0.5 - v, 99, 99, False) for v in (0.2, 0.15))
    none = metrics.Gap(0.0, 0.0, 0.0, 0.5, 0.5, 99, 99, False)
    assert metrics.share_that_stays(before, after) == pytest.approx(0.75)
    assert math.isnan(metrics.share_that_stays(none, after))


def test_a_column_of_accidents_gives_nothing_away_even_in_a_small_table():
    rng = np.random.default_rng(3)
    found = []
    for _ in range(20):
        table = pd.DataFrame({"geschlecht": rng.permutation([WOMAN, MAN] * 20), "x": rng.random(40)})
        found.append(metrics.proxy_auc(table, ["x"]))
    assert np.mean(found) == pytest.approx(0.5, abs=0.08)


def test_a_column_that_tells_everything_is_found_out():
    table = pd.DataFrame({"geschlecht": [WOMAN, MAN] * 20, "anrede": ["Frau", "Herr"] * 20, "x": range(40)})
    ranking = metrics.proxies(table, ["x", "anrede"])
    assert ranking["column"].tolist() == ["anrede", "x"]
    assert ranking["auc"].iloc[0] == 1


def test_proxies_carry_their_german_names(years):
    ranking = metrics.proxies(years[0].history)
    assert set(ranking["column"]) == set(models.WITHOUT_GENDER)
    assert ranking["auc"].is_monotonic_decreasing
    assert ranking.set_index("column").loc["teilzeit", "name"] == "Teilzeit gewünscht"


def test_too_few_people_for_a_proxy_are_answered_in_german():
    table = pd.DataFrame({"geschlecht": [WOMAN, WOMAN, MAN, MAN, MAN], "x": range(5)})
    with pytest.raises(BadAnswerError, match="weniger als drei"):
        metrics.proxy_auc(table, ["x"])
