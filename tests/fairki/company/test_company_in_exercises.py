"""A form names the company of the course; what it hands in is the exercise as it was given out."""

import json

import pytest

from fairki import manifest
from fairki.company import chosen, marks, reading
from fairki.ui.exercise import Exercise

NOTEBOOK = json.loads(
    (manifest.ROOT / "exercises" / "governance" / "governance.ipynb").read_text(encoding="utf-8")
)
OTHER = manifest.ROOT / "tests" / "cases" / "companies" / "soehne.toml"


@pytest.fixture
def elsewhere(monkeypatch):
    """The course of another company."""
    other = reading.read(OTHER)
    marks._known.cache_clear()
    monkeypatch.setattr(chosen, "current", lambda: other)
    yield other
    marks._known.cache_clear()


def test_an_option_keeps_its_value_under_another_name(elsewhere):
    shipped = chosen.shipped().people
    options = dict(Exercise(NOTEBOOK).questions["a4"].options)
    assert options[shipped.hr.name] == elsewhere.people.hr.name
    assert options[shipped.leader.name] == elsewhere.people.leader.name


def test_a_hand_in_is_the_same_for_every_company(elsewhere, monkeypatch):
    answers = {"a4": dict.fromkeys("1234", chosen.shipped().people.hr.name), "f1": "Guten Tag"}
    there = Exercise(NOTEBOOK).compose(answers)
    monkeypatch.setattr(chosen, "current", chosen.shipped)
    marks._known.cache_clear()
    assert Exercise(NOTEBOOK).compose(answers) == there


def test_a_longer_phrase_is_exchanged_before_a_name_in_it(elsewhere):
    text = marks.exchange_known(
        "Jonas Weber leitet die Personalabteilung. Er schreibt Ihnen: …", "governance"
    )
    assert text == "Gül Öztürk leitet die Personalabteilung. Sie schreibt Ihnen: …"


def test_for_the_shipped_company_every_text_stays_as_it_is():
    text = "Jonas Weber leitet die Personalabteilung. Er schreibt Ihnen: …"
    assert marks.exchange_known(text, "governance") == text
