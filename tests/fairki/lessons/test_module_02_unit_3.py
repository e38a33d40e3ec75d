"""The Kodex-Baukasten: every pattern is offered once, and each rule is tried on three systems at once."""

import pytest

from fairki.kodex import BROKEN, HELD, UNCLEAR, Rule, patterns
from fairki.kodex.groups import GROUPS
from fairki.lessons.module_02 import unit_3
from fairki.systems import DECISIONS


@pytest.fixture(scope="module")
def builder():
    (block,) = unit_3.build().blocks
    return block


def test_every_sentence_pattern_about_decisions_is_offered_once():
    offered = [pattern for _, _, group in GROUPS for pattern in group]
    assert sorted(offered) == sorted(patterns.about(DECISIONS))


def test_the_examples_are_named_and_say_what_they_are_for(builder):
    assert [name for name, _ in builder.systems] == ["Bewerbungs-Schnelltest", "Angebotspost", "Wartungsplan"]
    assert all(purpose for _, purpose in builder.systems)


@pytest.mark.parametrize(("days", "broken"), [(14, 1), (365, 2)])
def test_a_rule_is_tried_on_each_of_them(builder, days, broken):
    found = builder.check(Rule(patterns.APPEAL, {"frist": days}))
    statuses = [status for status, _ in found]
    assert statuses[0] == BROKEN and statuses[2] == UNCLEAR
    assert statuses.count(BROKEN) == broken and statuses.count(HELD) == 2 - broken
    assert all(why for _, why in found)


def test_two_examples_break_many_rules_and_the_sound_one_breaks_none(builder):
    everything = [builder.check(Rule(pattern)) for pattern in patterns.about(DECISIONS)]
    for system in (0, 1):
        assert sum(found[system][0] == BROKEN for found in everything) >= 3
    assert not any(found[2][0] == BROKEN for found in everything)
