"""Five situations and the works council: every step fits one of them, the law is quoted, and one needs nothing."""

import pytest

from fairki import reference
from fairki.lessons.module_04 import works_council
from fairki.lessons.module_04.de import works_council as de

CARDS = {card["id"]: card for card in works_council.cards()}


def test_every_step_fits_one_situation_and_one_of_them_needs_none():
    assert sorted(one.step for one in de.SITUATIONS.values()) == sorted(id for id, *_ in de.STEPS)
    assert [id for id, one in de.SITUATIONS.items() if not one.law] == ["wetter"]
    assert CARDS["wetter"]["reply"]["answer"] == "nichts"


@pytest.mark.parametrize("id", [id for id, one in de.SITUATIONS.items() if one.law])
def test_a_reply_quotes_the_law_with_its_source(id):
    law = reference.law(de.SITUATIONS[id].law)
    assert law.part == "Betriebsrat"
    assert law.text in CARDS[id]["reply"]["why"] and law.citation in CARDS[id]["reply"]["why"]


def test_the_scene_asks_all_of_them_without_a_clock():
    (block,) = works_council.works_council().blocks
    assert block.seconds == 0 and block.asks == len(de.SITUATIONS)
    assert [choice[0] for choice in block.choices] == [id for id, *_ in de.STEPS]
