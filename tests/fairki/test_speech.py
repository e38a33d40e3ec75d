"""Numbers as people type them in German, one table of cases for Python and the browser."""

import datetime as dt
import json
import subprocess
import sys
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


def test_dates_are_written_as_in_a_letter():
    at = dt.datetime(2026, 3, 1, 9, 5)
    assert speech.day(at.date()) == speech.day(at) == "1. März 2026"
    assert (speech.month(at), speech.day_of_year(at), speech.time(at)) == ("März 2026", "1. März", "9:05 Uhr")


def test_an_enumeration_ends_with_und():
    assert [speech.together("abc"[:n]) for n in range(4)] == ["", "a", "a und b", "a, b und c"]


def test_a_word_takes_the_form_that_its_number_asks_for():
    assert [speech.count_of(n, "Karte", "Karten") for n in (0, 1, 2, 1000)] == [
        "0 Karten",
        "1 Karte",
        "2 Karten",
        "1.000 Karten",
    ]


def test_an_amount_has_groups_of_digits_and_whole_euros():
    assert [speech.euros(n) for n in (1, 600, 1234567)] == ["1 Euro", "600 Euro", "1.234.567 Euro"]


OPENED = """
import datetime as dt, sys
from pathlib import Path

opened = set()
sys.addaudithook(lambda event, args: event == "open" and opened.add(str(args[0])))
from fairki import speech

speech.percent(0.453, 1), speech.euros(1234), speech.count_of(2, "Karte", "Karten")
speech.together("abc"), speech.either("abc"), speech.day(dt.date(2026, 5, 3)), speech.time(dt.datetime(2026, 5, 3, 9))
print(*sorted(Path(one).name for one in opened if one.endswith(".dat")))
"""


def test_german_needs_four_files_of_babels_thousand():
    """The browser edition has no others."""
    said = subprocess.run([sys.executable, "-c", OPENED], check=True, capture_output=True, text=True).stdout
    assert said.split() == ["de.dat", "de_DE.dat", "global.dat", "root.dat"]
