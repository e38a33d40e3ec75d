"""The everyday cases and the register that a learner makes of them."""

import pytest

from fairki import register, systems
from fairki.lessons import module_00


def test_there_are_24_different_cases():
    for attribute in ("id", "name", "description"):
        assert len({getattr(use, attribute) for use in register.USES}) == 24


def test_each_case_is_classed_with_known_words():
    for use in register.USES:
        assert use.area in register.AREAS
        assert use.how_many in (register.FEW, register.MANY)
        assert use.autonomy in (register.SUGGESTS, register.DECIDES)
        assert use.resembles in (*register.KINDS, "")


def test_a_case_resembles_only_fields_that_the_toy_systems_have():
    assert set(register.KINDS) == set(systems.FIELDS)


def test_the_cases_of_an_area_follow_each_other():
    areas = [use.area for use in register.USES]
    assert areas == sorted(areas, key=register.AREAS.index)
    assert set(areas) == set(register.AREAS)


def test_every_corner_of_the_map_and_every_kind_of_system_occurs():
    assert len({(use.how_many, use.autonomy) for use in register.USES}) == 4
    assert {use.resembles for use in register.USES} == {*register.KINDS, ""}


def test_a_description_is_one_sentence():
    for use in register.USES:
        assert use.description.rstrip("“").endswith(".")
        assert len(use.description) <= 90


def test_what_decides_about_many_stands_at_the_top_of_the_register():
    stored = [{"id": use.id, "verborgen": use.often_hidden} for use in register.USES]
    found = register.entries(stored)
    assert {entry.use.id for entry in found} == {use.id for use in register.USES}
    urgent = [entry.urgent for entry in found]
    assert urgent == sorted(urgent, reverse=True)
    assert sum(urgent) == 9


def test_a_register_keeps_what_its_owner_marked():
    (entry,) = register.entries([{"id": "spam", "verborgen": False}])
    assert (entry.use.id, entry.hidden, entry.use.often_hidden) == ("spam", False, True)


def test_nothing_stored_is_an_empty_register():
    assert register.entries(None) == []


def test_the_example_is_a_register_with_seen_and_unseen_entries():
    found = register.entries(register.EXAMPLE)
    assert len(found) == len(register.EXAMPLE)
    assert {entry.hidden for entry in found} == {True, False}


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
    assert module_00.map_of(found).title.startswith(expected)


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
    assert expected in module_00.guess_sentence(guessed, found)


def test_an_overlooked_case_is_pointed_out_only_while_it_is_not_marked():
    for hidden in (True, False):
        html = module_00.register_html(register.entries([{"id": "spam", "verborgen": hidden}]))
        assert ("Hier lohnt der erste Blick" in html) == hidden
        assert ("Schauen Sie noch einmal hin" in html) != hidden


def test_an_estimate_of_secret_use_is_never_judged_right_or_wrong():
    for guessed in range(11):
        assert "Ob das stimmt, wissen wir nicht." in module_00.shadow_sentences(guessed)[0]
    assert "96 Menschen" in module_00.shadow_sentences(4)[2]
