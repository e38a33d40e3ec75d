"""Four definitions of fairness, and the identity that sets them against each other."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import definitions, models, worlds
from fairki.definitions import DEFINITIONS, rates
from fairki.lessons.module_02 import figures
from fairki.lessons.module_02.figures import THRESHOLDS

PEOPLE = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=60)


@given(PEOPLE)
def test_the_identity_of_chouldechova_holds_for_every_table(people):
    decisions, truth = np.array(people).T
    found = rates(decisions, truth)
    if 0 < found.base < 1 and decisions.any() and found.precision > 0:
        assert found.wrong == pytest.approx(found.wrong_by_identity, abs=1e-12)


@pytest.mark.parametrize("name", [name for name, world in worlds.WORLDS.items() if world.TRUTH])
def test_the_identity_holds_for_a_model_on_every_world_with_a_truth(name):
    world = worlds.WORLDS[name]
    table = world.generate(seed=3)
    truth = table[world.TRUTH].to_numpy()
    model = models.fit(table, list(world.FEATURES), truth)
    decisions = worlds.top_share(models.score(model, table))
    for group in world.GROUPS:
        here = (table[world.GROUP] == group).to_numpy()
        if here.sum() >= 30:
            found = rates(decisions[here], truth[here])
            assert found.wrong == pytest.approx(found.wrong_by_identity, abs=1e-12)


def test_rates_count_what_their_names_say():
    found = rates([1, 1, 1, 0, 0], [1, 1, 0, 1, 0])
    assert (found.n, found.base, found.selected) == (5, 0.6, 0.6)
    assert (found.hit, found.wrong, found.precision) == (2 / 3, 0.5, 2 / 3)
    assert found.odds == pytest.approx(1.5)


def test_what_nobody_can_measure_does_not_hold():
    nobody, somebody = rates([0, 0], [1, 0]), rates([1, 0], [1, 0])
    assert math.isnan(nobody.precision)
    assert not DEFINITIONS["bedeutung"].holds(nobody, somebody)
    assert not DEFINITIONS["bedeutung"].holds(somebody, nobody)


def test_equal_error_rates_ask_for_both_kinds_of_errors():
    one, other = rates([1, 0, 1, 1], [1, 1, 0, 0]), rates([1, 0, 0, 0], [1, 1, 0, 0])
    assert DEFINITIONS["chancen"].holds(one, other)
    assert not DEFINITIONS["fehler"].holds(one, other)
    assert DEFINITIONS["fehler"].gap(one, other) == 1


def test_a_higher_threshold_never_accepts_more():
    found = definitions.at_thresholds([0.1, 0.5, 0.5, 0.9], [0, 1, 0, 1], [0, 0.5, 0.6, 1])
    assert [one.selected for one in found] == [1, 0.75, 0.25, 0]


def held():
    older, younger = figures.rates().values()
    return {
        (i, j): {key for key, one in DEFINITIONS.items() if one.holds(a, b)}
        for i, a in zip(THRESHOLDS, older, strict=True)
        for j, b in zip(THRESHOLDS, younger, strict=True)
    }


def test_no_position_of_the_sliders_satisfies_all_four():
    assert max(map(len, held().values())) == 3


def test_each_definition_alone_can_be_satisfied():
    assert set().union(*held().values()) == set(DEFINITIONS)


def test_with_equal_base_rates_and_equal_scores_all_four_go_together():
    rng = np.random.default_rng(5)
    scores = rng.random(500)
    truth = rng.random(500) < scores
    one, other = (rates(scores >= 0.5, truth) for _ in range(2))
    assert all(definition.holds(one, other) for definition in DEFINITIONS.values())
