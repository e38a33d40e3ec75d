"""The reveals of unit 2: the guess, the map, the register."""

import pytest

from fairki import register
from fairki.lessons.module_00 import unit_2
from fairki.lessons.module_00.de import unit_2 as de


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["spam"], "In diesem Fall entscheidet ein System selbst über viele Menschen."),
        (["spam", "touren"], "In 1 von 2 Fällen entscheidet"),
        (["touren"], "In keinem Fall entscheidet"),
    ],
)
def test_the_title_of_the_map_says_how_many_decide_about_many(ids, expected):
    found = register.entries([{"id": name, "verborgen": False} for name in ids])
    assert unit_2.map_of(found).title.startswith(expected)


@pytest.mark.parametrize(
    ("guessed", "found", "expected"),
    [
        (5, 0, "Festgehalten."),
        (5, 1, "<strong>1 Fall</strong>. Das sind weniger"),
        (5, 6, "Das sind mehr"),
        (5, 5, "Das passt"),
    ],
)
def test_the_list_answers_the_guess(guessed, found, expected):
    kept = [{"id": use.id, "verborgen": False} for use in register.USES[:found]]
    assert expected in unit_2.what_was_found({unit_2.GUESS: guessed, unit_2.REGISTER: kept}).says


def test_an_overlooked_case_is_pointed_out_only_while_it_is_not_marked():
    for hidden in (True, False):
        kept = [{"id": "spam", "verborgen": hidden}]
        html = unit_2.where_to_look_first({unit_2.EXAMPLE: None, unit_2.REGISTER: kept}).says
        assert ("Hier lohnt der erste Blick" in html) == hidden
        assert ("Schauen Sie noch einmal hin" in html) != hidden


def test_without_a_case_there_is_no_map_but_the_firms_can_be_seen():
    shown = unit_2.where_to_look_first({unit_2.EXAMPLE: None, unit_2.REGISTER: None})
    assert shown.says == de.NO_CASE and shown.picture is None
    shown = unit_2.where_to_look_first({unit_2.EXAMPLE: ["betrieb"], unit_2.REGISTER: None})
    assert f"Das Register: {len(register.EXAMPLE)} Einträge" in shown.says and shown.picture
