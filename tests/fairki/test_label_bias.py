"""A model of costs is right about costs and wrong about need."""

import numpy as np
import pytest

from fairki import label_bias, worlds

WORLDS = pytest.mark.parametrize("world", [worlds.service, worlds.care], ids=lambda world: world.NAME)


@WORLDS
def test_the_figures_lie_in_their_bands(world):
    learnt = [
        [label_bias.learn(world, world.generate(seed=seed), label) for label in (world.LABEL, "bedarf")]
        for seed in range(6)
    ]
    assert np.mean([effort.share for effort, _ in learnt]) == pytest.approx(0.141, abs=0.03)
    assert np.mean([need.share for _, need in learnt]) == pytest.approx(0.279, abs=0.04)
    assert np.mean([effort.need for effort, _ in learnt]) == pytest.approx(1.54, abs=0.05)
    assert all(need.share > 1.5 * effort.share for effort, need in learnt)


@WORLDS
def test_a_model_of_effort_explains_a_third_of_the_differences(world):
    """Nobody may say that it predicts effort very well; module 03 shows this figure."""
    found = label_bias.learn(world, worlds.load(world.NAME), world.LABEL)
    assert found.explained == pytest.approx(0.34, abs=0.015)


@WORLDS
def test_effort_is_predicted_equally_well_in_both_groups(world):
    for label in (world.LABEL, "bedarf"):
        found = label_bias.learn(world, world.generate(seed=3), label)
        assert list(found.ratio) == list(world.GROUPS)
        assert list(found.ratio.values()) == pytest.approx([1, 1], abs=1e-6)


@WORLDS
def test_who_learns_from_need_finds_more_of_those_in_need(world):
    table = world.generate(seed=4)
    effort, need = (label_bias.learn(world, table, label) for label in (world.LABEL, "bedarf"))
    assert need.found > effort.found
    assert need.need == pytest.approx(1, abs=0.08)
    assert effort.among_all == need.among_all == pytest.approx(0.12)
