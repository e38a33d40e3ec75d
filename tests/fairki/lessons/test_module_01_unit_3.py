"""The reveals of unit 3."""

import pytest

from fairki.lessons.module_01 import unit_3
from fairki.lessons.module_01.de import unit_3 as de


def test_the_gap_of_the_first_and_of_the_last_year_are_told():
    shown = unit_3.what_becomes_of_it({unit_3.YEARS: "weg"})
    assert "Im ersten Jahr" in shown.says and shown.picture.title == de.YEARS_TITLE


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("bleiben", "Von selbst verschwindet er nicht."),
        ("wegbleiben", "dass Menschen fehlen"),
        ("wahrheit", "schon im zweiten Jahr"),
    ],
)
def test_each_assumption_has_its_sentence_and_its_picture(what, said):
    shown = unit_3.what_happens({unit_3.REACTION: what})
    assert said in shown.says and shown.picture is not None


def test_without_a_choice_nothing_happens_yet():
    shown = unit_3.what_happens({unit_3.REACTION: None})
    assert shown.says == de.REACTION_FIRST and shown.picture is None
