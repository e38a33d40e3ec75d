"""The planted crossing: over twenty seeds each group alone looks fair, and the rule for crossings sees who loses."""

import numpy as np
import pytest

from fairki.kodex import BROKEN, Rule, patterns
from fairki.kodex.evidence import gather
from fairki.lessons.module_03 import figures
from fairki.systems import DECISIONS, sound, variant
from fairki.worlds.attributes import OLD, YOUNG

SEEDS = range(20)


@pytest.fixture(scope="module")
def crossed():
    """Twenty systems whose only fault is a crossing."""
    return [gather(variant("kreuzung", seed)) for seed in SEEDS]


def test_each_group_alone_looks_fair_and_the_crossing_does_not(crossed):
    alone = [100 * one.rates.value for one in crossed]
    both = [100 * one.crossed_rates(30).value for one in crossed]
    assert np.mean(alone) == pytest.approx(1.5, abs=0.7) and max(alone) < 5
    assert np.mean(both) == pytest.approx(31, abs=2) and min(both) > 15


def test_only_the_rule_for_crossings_finds_it(crossed):
    others = [Rule(pattern) for pattern in patterns.about(DECISIONS) if pattern != "kreuzungen"]
    assert not [rule.pattern for rule in others for one in crossed if rule.check(one).status == BROKEN]
    found = [Rule("kreuzungen").check(one).status == BROKEN for one in crossed]
    assert sum(found) >= 19


def test_the_young_of_the_smaller_group_or_the_old_of_the_larger_one_are_named(crossed):
    for one in crossed:
        larger, smaller = list(one.sizes)[:2]
        assert one.crossed_rates(30).worse in (f"{smaller}, {YOUNG}", f"{larger}, {OLD}")


def test_the_two_systems_of_the_course_differ_in_their_crossings_alone_in_any_year():
    pairs = [figures.two_systems.__wrapped__(seed) for seed in SEEDS]
    assert all((sound.system.people is faulty.system.people) for sound, faulty in pairs)
    alone = [[100 * one.rates.value for one in pair] for pair in pairs]
    both = [[100 * one.crossed_rates(30).value for one in pair] for pair in pairs]
    assert np.mean(alone, axis=0) == pytest.approx([0, 0], abs=3) and np.max(alone) < 5
    assert np.mean(both, axis=0) == pytest.approx([6, 31], abs=3)
    quota, crossings = (Rule(pattern) for pattern in ("auswahlquoten", "kreuzungen"))
    assert not [one for pair in pairs for one in pair if quota.check(one).status == BROKEN]
    accused = np.array([[crossings.check(one).status == BROKEN for one in pair] for pair in pairs]).sum(
        axis=0
    )
    assert accused[0] == 0 and accused[1] >= 19


def test_sound_systems_are_not_accused_for_any_crossing():
    strict = Rule("kreuzungen", {"anzahl": 30, "abstand": 5})
    assert [strict.check(gather(sound(seed))).status for seed in SEEDS].count(BROKEN) == 0
