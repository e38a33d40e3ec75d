"""The footprint: the published figures come out as published, results are ranges and never too exact."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import footprint
from fairki.errors import BadAnswerError
from fairki.footprint import DRAW, ENERGY_UNITS, MASS_UNITS, SORT, WATER_UNITS, WRITE, Use, about, span, year

ONE = {"per_day": 1, "people": 1, "days": 1}


def test_one_answer_costs_what_was_published():
    found = {one.figure.id: one for one in year(Use(WRITE, **ONE))}
    assert (found["google"].wh, found["google"].grams, found["google"].ml) == (0.24, 0.03, 0.26)
    assert found["altman"].wh == 0.34
    assert (found["mistral"].grams, found["mistral"].ml, found["mistral"].wh) == (1.14, 45, None)
    per_thousand = [year(Use(kind, **ONE))[0].wh for kind in (SORT, WRITE, DRAW)]
    assert per_thousand == [0.002, 0.047, 2.907]  # watt-hours for one run are kilowatt-hours for 1,000


def test_the_same_electricity_has_about_three_times_the_co2_on_the_german_grid():
    found = {one.figure.id: one.grams for one in year(Use(WRITE, **ONE))}
    assert found["google_netz"] == pytest.approx(0.087, abs=0.0005)
    assert 2.5 < found["google_netz"] / found["google"] < 3.5


def test_a_published_co2_figure_does_not_follow_the_slider_for_the_grid():
    green, coal = (
        {one.figure.id: one.grams for one in year(Use(WRITE, **ONE, grid=grid))} for grid in (30, 800)
    )
    assert green["google"] == coal["google"]
    assert green["mistral"] == coal["mistral"]
    assert green["google_netz"] < green["google"] < coal["google_netz"]


def test_a_year_grows_with_answers_people_and_days():
    small, large = (year(Use(WRITE, per_day, 10, 200)) for per_day in (5, 15))
    assert all(b.grams == pytest.approx(3 * a.grams) for a, b in zip(small, large, strict=True))
    assert Use(WRITE, 5, 10, 200).answers == 10_000


@pytest.mark.parametrize(
    ("grams", "words"),
    [
        (0, "etwa 0 g"),
        (0.0871, "etwa 0,087 g"),
        (9.96, "etwa 10 g"),
        (995, "etwa 1,0 kg"),
        (3344, "etwa 3,3 kg"),
        (125_400, "etwa 130 kg"),
        (123_456_789, "etwa 120 t"),
    ],
)
def test_a_result_has_two_significant_digits_and_the_unit_that_suits_it(grams, words):
    assert about(grams, MASS_UNITS).replace("\N{NO-BREAK SPACE}", " ") == words


@given(st.floats(1e-3, 1e8))
def test_no_result_is_more_exact_than_two_digits(value):
    text = about(value, MASS_UNITS).removeprefix("etwa ").split("\N{NO-BREAK SPACE}")[0]
    digits = text.replace(".", "").replace(",", "").lstrip("0").rstrip("0")
    assert len(digits) <= 2
    factor = 1000 ** MASS_UNITS.index(about(value, MASS_UNITS).split("\N{NO-BREAK SPACE}")[1])
    shown = float(text.replace(".", "").replace(",", ".")) * factor
    assert math.isclose(shown, value, rel_tol=0.051)


@pytest.mark.parametrize(
    ("values", "units", "words"),
    [
        ([1878, 3300, 125_400], MASS_UNITS, "etwa 1,9 bis 130 kg"),
        ([None, 28_600, 4_950_000], WATER_UNITS, "etwa 29 bis 5.000 Liter"),
        ([220, 37_400], ENERGY_UNITS, "etwa 220 Wh bis 37 kWh"),
        ([5, 5.01], MASS_UNITS, "etwa 5,0 g"),
        ([None], WATER_UNITS, "keine Angabe"),
    ],
)
def test_a_span_names_both_ends(values, units, words):
    assert span(values, units).replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    "wrong", [{"kind": "tanzen"}, {"per_day": -1}, {"people": "5"}, {"days": math.nan}, {"grid": True}]
)
def test_assumptions_that_make_no_sense_are_refused_in_german(wrong):
    with pytest.raises(BadAnswerError, match="Annahmen"):
        Use(**wrong)


def test_every_figure_says_who_and_what_and_leads_to_a_co2_figure():
    for figures in footprint.KINDS.values():
        for figure in figures:
            assert figure.who
            assert figure.what
            assert figure.co2(footprint.GERMAN_GRID) > 0
