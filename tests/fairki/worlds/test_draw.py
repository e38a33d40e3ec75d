import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki.worlds import draw

SHARE = st.floats(0, 1)


def rng(seed=0):
    return np.random.default_rng(seed)


@given(st.integers(0, 200), SHARE, SHARE, st.integers(0, 100))
def test_groups_have_the_same_size_for_every_seed(n, share, other, seed):
    members = draw.groups(rng(seed), n, {"a": share, "b": other}, rest="c")
    assert len(members) == n
    assert (members == "a").sum() == round(share * n)
    assert (members == "b").sum() == min(round(other * n), n - round(share * n))


def test_values_are_spread_alike_in_every_group():
    members = draw.groups(rng(), 900, {"a": 1 / 3, "b": 1 / 3}, rest="c")
    values = draw.normal_within(rng(), members, ("a", "b", "c"))
    alike = [np.sort(values[members == group]) for group in ("a", "b", "c")]
    assert np.array_equal(alike[0], alike[1]) and np.array_equal(alike[1], alike[2])
    assert values.mean() == pytest.approx(0, abs=1e-12) and values.std() == pytest.approx(1, abs=0.01)


@given(st.lists(SHARE, max_size=60), st.integers(0, 1000))
def test_as_many_get_1_as_the_probabilities_add_up_to(probability, seed):
    probability = np.array(probability)
    members = np.where(np.arange(len(probability)) % 2, "a", "b")
    found = draw.yes_within(rng(seed), probability, members, ("a", "b"))
    assert set(found) <= {0, 1}
    for group in ("a", "b"):
        assert abs(found[members == group].sum() - probability[members == group].sum()) <= 1
    assert (found[probability == 0] == 0).all() and (found[probability == 1] == 1).all()


def test_everybody_keeps_their_probability():
    probability = np.array([0.05, 0.2, 0.5, 0.9])
    members = np.array(["a", "b", "a", "b"])
    draws = [draw.yes_within(rng(seed), probability, members, ("a", "b")) for seed in range(4000)]
    assert np.mean(draws, axis=0) == pytest.approx(probability, abs=0.025)
    plain = [draw.yes(rng(seed), probability, 4) for seed in range(4000)]
    assert np.mean(plain, axis=0) == pytest.approx(probability, abs=0.025)


def test_options_come_with_their_shares():
    found = draw.pick(rng(), {"x": 0.2, "y": 0.8}, 20_000)
    assert (found == "x").mean() == pytest.approx(0.2, abs=0.01)
    assert draw.pick(rng(), {0: 0.5, 3: 0.5}, 10).dtype.kind == "i"


def test_each_group_has_its_value():
    assert draw.by_group(np.array(["b", "a", "b"]), {"a": 1.5, "b": -2.0}).tolist() == [-2.0, 1.5, -2.0]


def test_log_odds_become_probabilities():
    assert draw.logistic([0, np.log(3), -np.log(3)]) == pytest.approx([0.5, 0.75, 0.25])
