"""The everyday cases and the register that a learner makes of them."""

from fairki import register, systems


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
