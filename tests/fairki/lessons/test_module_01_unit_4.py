"""The reveals of unit 4."""

import pytest

from fairki.lessons.module_01 import unit_4
from fairki.lessons.module_01.de import unit_4 as de

EVERYBODY = [name for name, *_ in de.WHO_IS_ASKED]


@pytest.mark.parametrize("left_out", EVERYBODY)
def test_whoever_is_not_asked_is_named_with_the_reason(left_out):
    said = unit_4.who_is_missing({unit_4.ASKED: [name for name in EVERYBODY if name != left_out]}).says
    label, why = next((label, why) for name, label, why in de.WHO_IS_ASKED if name == left_out)
    assert said.count("<li>") == 1 and f"<strong>{label}:</strong> {why}" in said


@pytest.mark.parametrize(("chosen", "all_asked"), [(EVERYBODY, True), (None, False)])
def test_who_asks_everybody_is_told_so(chosen, all_asked):
    said = unit_4.who_is_missing({unit_4.ASKED: chosen}).says
    assert ("Sie fragen alle." in said) is all_asked and ("<li>" in said) is not all_asked


def test_the_division_of_tasks_is_described_once_all_have_a_choice():
    answers = dict.fromkeys(unit_4.TASKS, "mensch")
    assert "An 8 von 8 Aufgaben arbeiten weiter Menschen." in unit_4.who_does_what(answers).says
    first = next(iter(answers))
    assert "An 7 von 8" in unit_4.who_does_what(answers | {first: "programm"}).says
    assert "Noch 1 Aufgabe ohne Wahl." in unit_4.who_does_what(answers | {first: None}).says
