"""Numbers as people type them in German, one table of cases for Python and the browser."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import speech

CASES = json.loads((Path(__file__).parents[1] / "cases" / "typed_numbers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case["typed"]))
def test_a_typed_number_is_read_as_people_mean_it(case):
    assert list(speech.readings(case["typed"])) == case["readings"]


@given(st.text(alphabet="0123456789.,' −-+%½", max_size=12))
def test_any_text_has_at_most_two_readings(text):
    found = speech.readings(text)
    assert len(found) <= 2 and (len(found) < 2 or abs(found[0]) > abs(found[1]))


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_what_the_course_spells_can_mean_only_one_thing(digits, places):
    value = digits / 10**places
    assert speech.readings(speech.spelling(value)) == pytest.approx((value,))


def test_an_ambiguous_number_is_asked_back_with_both_readings():
    asked = [case for case in CASES if len(case["readings"]) > 1]
    assert [speech.which(case["typed"]) for case in asked] == [case["asks"] for case in asked]
    assert speech.which("1.000") == "„1.000“ ist nicht eindeutig. Meinen Sie 1000 oder 1?"
    assert speech.which(" 12,345 ") == "„12,345“ ist nicht eindeutig. Meinen Sie 12345 oder 12,3450?"
    assert speech.which("−1,500 %") == "„−1,500 %“ ist nicht eindeutig. Meinen Sie −1500 oder −1,5?"


def test_even_the_largest_number_can_be_written():
    assert speech.number(1e26, 2) == "100.000.000.000.000.000.000.000.000,00"
    assert speech.number(-1.7e308, 1).startswith("−17")
