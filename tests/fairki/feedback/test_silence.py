"""Silence follows its formula, channels change it as they should, and complaints do not show where the harm is."""

import itertools
import math

import numpy as np
import pytest

from fairki.errors import BadAnswerError
from fairki.feedback import silence
from fairki.feedback.silence import FORM, LANGUAGES, LETTER, NOTICE, TRUSTED

ONE = silence.Group("Beispiel", 1000, 0.1, 0.5, 0.4, 0.6, ((LETTER, 0.5), (FORM, 0.25), (TRUSTED, 0.8)))


@pytest.mark.parametrize(
    ("offered", "chance"),
    [
        ((), 0),
        ((NOTICE, LANGUAGES), 0),
        ((LETTER,), 0.5 * 0.4 * 0.3),
        ((LETTER, NOTICE), 0.9 * 0.4 * 0.3),
        ((LETTER, NOTICE, LANGUAGES), 0.9 * 0.9 * 0.3),
        ((LETTER, FORM), 0.5 * 0.4 * (1 - 0.7 * 0.85)),
        ((TRUSTED,), 0.5 * 0.4 * 0.8 * 0.85),
    ],
)
def test_the_chance_of_a_complaint_is_computed_by_hand(offered, chance):
    assert silence.complaint_probability(ONE, offered) == pytest.approx(chance)


@pytest.mark.parametrize("group", silence.GROUPS, ids=lambda g: g.name)
def test_no_measure_ever_makes_anybody_more_silent(group):
    for count in range(len(silence.MEASURES)):
        for offered in itertools.combinations(silence.MEASURES, count):
            for more in silence.MEASURES.keys() - set(offered):
                before = silence.complaint_probability(group, offered)
                assert before <= silence.complaint_probability(group, (*offered, more)) <= 1


def test_simulated_years_agree_with_the_expected_values():
    offered = (LETTER, FORM, NOTICE)
    years = [silence.simulate(offered, seed) for seed in range(400)]
    expected = silence.expected(offered)
    for column in ("betroffen", "melden_sich", "einsprueche"):
        found = np.array([year[column] for year in years], dtype=float)
        error = found.std(axis=0) / math.sqrt(len(years))
        assert (np.abs(found.mean(axis=0) - expected[column]) < 4 * error + 1e-9).all()


def test_with_a_letter_only_the_least_harmed_group_complains_most():
    table = silence.expected([LETTER]).set_index("gruppe")
    practised, other = table.loc["Übung mit Ämtern"], table.loc["Andere Erstsprache"]
    assert practised["anteil_einsprueche"] > 0.7 > 2 * practised["anteil_betroffen"]
    assert other["anteil_einsprueche"] < 0.05 < 0.25 < other["anteil_betroffen"]
    assert table["anteil_betroffen"].sum() == pytest.approx(1)


def test_a_letter_reaches_few_and_everything_together_reaches_most():
    assert silence.reached([LETTER]) < 0.12
    assert silence.reached(silence.MEASURES) > 0.55
    assert silence.reached([NOTICE, LANGUAGES]) == 0


def test_for_those_who_fear_for_their_job_only_somebody_outside_helps():
    inside = silence.GROUPS[3]
    assert silence.complaint_probability(inside, [LETTER, FORM, NOTICE]) < 0.1
    assert silence.complaint_probability(inside, [TRUSTED, NOTICE]) > 0.45


def test_without_complaints_there_are_no_shares_of_them():
    table = silence.expected([NOTICE])
    assert table["einsprueche"].sum() == 0
    assert table["anteil_einsprueche"].isna().all()


def test_other_years_are_near_and_follow_their_seed():
    assert silence.year(3) == silence.year(3) != silence.year(4)
    for group, other in zip(silence.GROUPS, silence.year(5), strict=True):
        assert 0.8 * group.harmed <= other.harmed <= 1.2 * group.harmed
        assert max(other.knows, other.writes, other.dares, *dict(other.uses).values()) <= 0.99
    assert silence.simulate([LETTER], 1).equals(silence.simulate([LETTER], 1))


def test_few_complaints_can_stand_for_many_harmed_people():
    assert silence.estimated_harm(3, 0.1) == pytest.approx(30)
    with pytest.raises(BadAnswerError):
        silence.estimated_harm(3, 0)


def test_measures_cost_what_they_say_and_unknown_ones_are_turned_down():
    assert silence.cost([LETTER, NOTICE]) == silence.MEASURES[LETTER].days + silence.MEASURES[NOTICE].days
    for ask in (silence.cost, silence.expected, silence.reached):
        with pytest.raises(BadAnswerError):
            ask(["rauchzeichen"])
