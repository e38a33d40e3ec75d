"""200 answers: exactly as many as said, biased as said, and read with their uncertainty."""

import math

import numpy as np
import pandas as pd
import pytest

from fairki.feedback import survey
from fairki.feedback.survey import CUSTOMERS, FAIR, OFFICE, TEMPORARY, UNDERSTANDABLE, WORKSHOP


@pytest.fixture(scope="module")
def years():
    return [survey.generate(seed) for seed in range(40)]


def test_400_people_are_asked_and_200_answer_in_every_year(years):
    for table in years[:10]:
        assert table["gruppe"].value_counts().to_dict() == survey.SIZES
        assert table["geantwortet"].sum() == table[FAIR].notna().sum() == survey.ANSWERS
        assert table[FAIR].dropna().isin(range(1, 6)).all()
        assert (
            table.loc[table["geantwortet"] == 1, FAIR]
            == table.loc[table["geantwortet"] == 1, "fair_wirklich"]
        ).all()
        assert (table.loc[table["geantwortet"] == 0, "text"] == "").all()
    assert sum(survey.SIZES[g] for g in (OFFICE, WORKSHOP, TEMPORARY)) == 240
    pd.testing.assert_frame_equal(years[3], survey.generate(3))


def test_the_naive_mean_flatters_and_the_weighted_one_less(years):
    for question in survey.QUESTIONS:
        truth = np.array([survey.truth(t, question) for t in years])
        naive = np.array([survey.naive(t, question).value for t in years])
        weighted = np.array([survey.weighted(t, question).value for t in years])
        assert 0.15 < (naive - truth).mean() < 0.45
        assert abs((weighted - truth).mean()) < 0.35 * (naive - truth).mean()


def test_weighting_does_not_heal_that_the_dissatisfied_stay_silent(years):
    """What is left has the expected sign and is more than chance."""
    left = np.array([survey.weighted(t).value - survey.truth(t) for t in years])
    assert left.mean() > 2 * left.std() / math.sqrt(len(left))


def test_groups_answer_as_readily_as_said(years):
    found = sum(survey.by_group(t).set_index("gruppe")["antworten"] for t in years) / len(years)
    rate = found / pd.Series(survey.SIZES)
    assert rate[OFFICE] > 0.8 > 0.6 > rate[CUSTOMERS] > 0.45 > 0.35 > rate[WORKSHOP] > 0.2
    assert 4 < found[TEMPORARY] < 9


def test_a_mean_has_students_interval():
    found = survey.mean([1, 2, 3, 4, 5, np.nan])
    assert (found.value, found.n, found.too_small) == (3, 5, True)
    assert found.high - found.value == pytest.approx(2.776 * math.sqrt(2.5 / 5), abs=0.001)
    assert survey.mean([5] * 40) == survey.Mean(5, 5, 5, 40, False)


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(0)
    opinions = survey.generate(1)["fair_wirklich"].to_numpy()
    held = 0
    for _ in range(400):
        found = survey.mean(rng.choice(opinions, 60))
        held += found.low <= opinions.mean() <= found.high
    assert 0.92 <= held / 400 <= 0.98


def test_too_few_answers_say_nothing():
    assert survey.mean([4]) == survey.Mean(4, 1, 5, 1, True)
    assert math.isnan(survey.mean([]).value)


def test_small_and_empty_groups_are_shown_and_marked(years):
    table = survey.by_group(years[0]).set_index("gruppe")
    assert list(table.index) == list(survey.GROUPS)
    assert table.loc[TEMPORARY, "zu_klein"] and not table.loc[CUSTOMERS, "zu_klein"]
    empty = years[0][years[0]["gruppe"] == OFFICE].astype(
        {"gruppe": pd.CategoricalDtype([OFFICE, "Niemand"])}
    )
    nobody = survey.by_group(empty).set_index("gruppe").loc["Niemand"]
    assert nobody["gefragt"] == 0 and math.isnan(nobody["ruecklauf"]) and math.isnan(nobody["mittel"])
    assert (nobody["ruecklauf_von"], nobody["ruecklauf_bis"]) == (0, 1)


def test_weights_are_the_shares_of_those_asked():
    table = pd.DataFrame(
        {
            "gruppe": list("AAAABBBBBB"),
            FAIR: [5, 5, 5, 5, 1, 1, *[np.nan] * 4],
            "geantwortet": [1] * 6 + [0] * 4,
        }
    )
    assert survey.naive(table).value == pytest.approx(22 / 6)
    assert survey.weighted(table).value == pytest.approx(0.4 * 5 + 0.6 * 1)
    assert survey.possible(table) == (pytest.approx(26 / 10), pytest.approx(42 / 10))


def test_a_group_without_answers_leaves_the_weighted_mean_open():
    table = pd.DataFrame({"gruppe": list("AAB"), FAIR: [4, 5, np.nan], "geantwortet": [1, 1, 0]})
    assert math.isnan(survey.weighted(table).value)
    assert math.isnan(survey.weighted(table.head(0)).value)


def test_one_answer_in_a_group_borrows_the_spread_of_all():
    table = pd.DataFrame({"gruppe": list("AAB"), FAIR: [2, 4, 3], "geantwortet": [1, 1, 1]})
    found = survey.weighted(table)
    assert found.value == pytest.approx(3) and found.low < 3 < found.high


def test_the_truth_lies_within_what_is_possible(years):
    for table in years[:10]:
        low, high = survey.possible(table, UNDERSTANDABLE)
        assert low < survey.truth(table, UNDERSTANDABLE) < high


def test_themes_add_up_and_nobody_content_writes_of_fear(years):
    table = years[0]
    found = survey.themes(table)
    assert found["anzahl"].sum() == (table["text"] != "").sum() == found[list(survey.GROUPS)].to_numpy().sum()
    assert found["anzahl"].is_monotonic_decreasing
    assert set(found["thema"]) == set(survey.THEMES)
    assert (table.loc[table["thema"] == "angst", FAIR] <= 3).all()
    for _, row in table[table["text"] != ""].iterrows():
        assert row["text"] in survey.THEMES[row["thema"]][1]
