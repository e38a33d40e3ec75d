"""Guesses with one right answer: the page's verdict follows the figures; opinions and numbers get none."""

import pytest

from fairki.lessons import misconceptions
from fairki.lessons.misconceptions import AFTER, BEFORE, EARLIER
from fairki.lessons.misconceptions import de as cases
from fairki.lessons.module_01 import unit_2 as m01_2
from fairki.lessons.module_01 import unit_3 as m01_3
from fairki.lessons.module_02 import unit_1 as m02_1
from fairki.lessons.module_03 import scored, unit_1, unit_3, unit_4


@pytest.mark.parametrize(
    ("reveal", "key", "right", "wrong"),
    [
        (m01_2.what_gives_it_away, m01_2.STAND_IN, "verein", "testpunkte"),
        (m01_2.what_the_test_sees, m01_2.FLIP, "nichts", "weg"),
        (m01_3.what_becomes_of_it, m01_3.YEARS, "gleich", "doppelt"),
        (m02_1.how_many_go_together, m02_1.TOGETHER, "3", "4"),
        (unit_1.what_the_law_says, unit_1.RISK, "hoch", "verboten"),
        (scored.what_each_rule_does, scored.GUILTY, "gebiet", "newsletter"),
        (unit_3.what_crossings_show, unit_3.CROSSED, "ja", "nein"),
        (unit_3.which_one_is_right, unit_3.CASE, "beide", "a"),
    ],
)
def test_the_right_guess_is_right_and_another_is_not(reveal, key, right, wrong):
    assert reveal({key: right}).hit is True
    assert reveal({key: wrong}).hit is False


def test_a_number_and_an_opinion_are_not_judged():
    assert unit_1.what_nobody_knew({unit_1.KNOWN: 3}).hit is None
    assert unit_1.both_scales({unit_1.LEVEL: "4"}).hit is None
    assert unit_4.how_many_are_unique({unit_4.UNIQUE: 5}).hit is None


@pytest.mark.parametrize("one", sorted(BEFORE))
def test_not_to_know_is_no_wrong_answer(one):
    (scene,) = [scene for scene in misconceptions.after(one) if scene.asks]
    case = cases.AFTER[one]
    for id, _ in case.options:
        hit = scene.reveal({AFTER[one]: id, BEFORE[one]: None, EARLIER: None}).hit
        assert hit is (None if id == cases.OPEN[0] else id == case.right)
