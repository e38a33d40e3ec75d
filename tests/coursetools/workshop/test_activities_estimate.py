"""Estimates: numbers on a scale, the middle of the room, and the true value."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.workshop.activities import Estimate
from coursetools.workshop.activities.truths import TRUTHS
from fairki.errors import BadAnswerError, BadFileError

SETTINGS = {"question": "Wie viel bleibt?", "unit": "%", "low": 0, "high": 100, "step": 5, "truth": 80}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@given(
    value=st.none()
    | st.booleans()
    | st.text(max_size=5)
    | st.floats()
    | st.integers()
    | st.lists(st.integers())
)
def test_a_vote_is_either_refused_in_german_or_a_number_on_the_scale(value):
    estimate = Estimate(SETTINGS)
    try:
        accepted = estimate.accept(value)
    except BadAnswerError as error:
        assert error.remedy
    else:
        assert 0 <= accepted <= 100 and accepted % 5 == 0
        assert estimate.accept(accepted) == accepted


def test_a_scale_of_tenths_keeps_its_tenths():
    assert Estimate({"question": "?", "low": 0, "high": 1, "step": 0.1}).accept(0.3) == 0.3


@pytest.mark.parametrize("value", [-1, 101, math.nan, math.inf, True, "50"])
def test_what_is_off_the_scale_is_refused(value):
    with pytest.raises(BadAnswerError):
        Estimate(SETTINGS).accept(value)


def test_the_phones_do_not_see_the_true_value():
    assert "truth" not in Estimate(SETTINGS).public()


def test_four_estimates_show_nothing_not_even_the_true_value():
    shown = Estimate(SETTINGS).result([50] * 4)
    assert not shown["enough"] and "80" not in str(shown)


def test_the_room_sees_its_middle_its_spread_and_the_true_value():
    shown = Estimate(SETTINGS).result([10, 20, 30, 40, 50])
    assert "Mitte des Raums liegt bei 30 %" in plain(shown["summary"])
    assert "zwischen 20 % und 40 %" in plain(shown["summary"])
    assert [plain(note) for note in shown["notes"]] == [
        "Richtig ist: 80 %.",
        "Die Mitte des Raums liegt um 50 Punkte darunter.",
    ]
    assert sum(bar["share"] for bar in shown["bars"]) == pytest.approx(1)
    assert len(shown["bars"]) <= 8


@pytest.mark.parametrize("truth", [78.4, 78.5, 78.6, 79.5, 80.4, 80.5, 80.6, 81.5])
def test_how_far_the_middle_is_away_is_the_difference_of_the_two_numbers_that_are_shown(truth):
    notes = [plain(note) for note in Estimate(SETTINGS | {"truth": truth}).result([80] * 5)["notes"]]
    away = 80 - int(re.search(r"Richtig ist: (\d+) %", notes[0])[1])
    if away == 0:
        assert notes[1] == "Die Mitte des Raums trifft genau."
    else:
        unit = "Punkt" if abs(away) == 1 else "Punkte"
        assert notes[1].endswith(f"um {abs(away)} {unit} {'darüber' if away > 0 else 'darunter'}.")


def test_without_a_true_value_nothing_is_called_right():
    settings = {name: value for name, value in SETTINGS.items() if name != "truth"}
    assert "Richtig" not in str(Estimate(settings).result([10] * 5))


def test_a_second_round_says_whether_the_room_came_closer():
    after = [50, 50, 55, 50, 55]
    shown = Estimate(SETTINGS).result(after, {1: [0, 20, 50, 80, 100], 2: after})
    assert any("näher beieinander" in note for note in shown["notes"])
    assert [row[0] for row in shown["table"]["rows"]] == ["Runde 1", "Runde 2", "Richtig"]


@pytest.mark.parametrize("name", TRUTHS)
def test_true_values_of_the_course_are_computed_and_lie_on_their_scale(name):
    estimate = Estimate({"question": "?", "unit": "", "low": 0, "high": 100, "truth": name})
    assert 0 < TRUTHS[name]() < 100
    found = estimate.result([1] * 5)
    assert "Richtig ist" in found["notes"][0] and found["marks"]["notes"] == ["truth"]


@pytest.mark.parametrize(
    "change",
    [
        {"low": 100},
        {"step": 0},
        {"step": 1e-9},
        {"truth": "unbekannt"},
        {"high": math.inf},
        {"high": 10**400},
        {"unit": 3},
    ],
)
def test_settings_that_do_not_fit_are_refused(change):
    with pytest.raises(BadFileError):
        Estimate({**SETTINGS, **change})
