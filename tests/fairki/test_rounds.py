import warnings

import numpy as np
import pandas as pd
import pytest
from scipy.stats import beta, kstest

from fairki import metrics, rounds


@pytest.fixture(scope="module")
def twenty():
    """Twenty runs."""
    known = {}

    def runs(**how):
        key = tuple(how.items())
        if key not in known:
            known[key] = [rounds.run(seed=s, **how) for s in range(20)]
        return known[key]

    return runs


@pytest.fixture
def mean(twenty):
    """Mean of twenty runs, one row per round."""
    return lambda **how: pd.concat(twenty(**how)).groupby("round").mean()


def test_a_model_that_learns_from_itself_keeps_the_gap(mean):
    found = mean()
    assert len(found) == 8
    assert (100 * found["gap"]).between(13.7, 16.3).all()
    assert (found["pool"] == 0.45).all()


def test_when_women_stop_applying_the_quality_figure_rises(mean):
    found = mean(reaction=rounds.REACTION)
    assert found["pool"].iloc[0] == 0.45
    assert found["pool"].iloc[-1] == pytest.approx(0.21, abs=0.01)
    assert found["pool"].is_monotonic_decreasing and found["women"].is_monotonic_decreasing
    assert 100 * found["agreement"].iloc[0] == pytest.approx(86.9, abs=0.7)
    assert 100 * found["agreement"].iloc[-1] == pytest.approx(87.9, abs=0.7)
    assert found["agreement"].iloc[-3:].mean() > found["agreement"].iloc[:3].mean() + 0.005


def test_true_outcomes_heal_it_in_one_round(mean):
    found = mean(true_outcomes=True)
    assert 100 * found["gap"].iloc[0] == pytest.approx(14.8, abs=1.3)
    assert (100 * found["gap"].iloc[1:].abs() < 1.5).all()
    assert (found["agreement"].iloc[1:] > found["agreement"].iloc[0] + 0.02).all()


def test_the_first_round_is_the_model_without_gender(years, decided):
    first = rounds.run(rounds=1, seed=4).iloc[0]
    expected = metrics.outcome(decided("model without gender")[4], years[4].fresh)
    assert (first["gap"], first["low"], first["women"], first["agreement"]) == (
        expected.gap.value,
        expected.gap.low,
        expected.women,
        expected.as_suitable,
    )


@pytest.mark.parametrize(("reaction", "n"), [(6.0, 300), (-6.0, 300), (0.3, 40)])
def test_extreme_reactions_and_small_firms_end_without_a_warning(reaction, n):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = rounds.run(reaction=reaction, n=n)
    assert found["pool"].between(0, 1).all() and found["agreement"].notna().all()
    assert np.isfinite(found["low"]).all()


def test_the_same_seed_gives_the_same_rounds():
    pd.testing.assert_frame_equal(rounds.run(rounds=2, seed=9), rounds.run(rounds=2, seed=9))


def test_the_queue_loses_women_and_nobody_else_and_a_part_of_them_was_suitable(twenty):
    for history in twenty(reaction=rounds.REACTION):
        queue = rounds.queue(history)
        women = queue[queue["gender"] == "weiblich"]
        others = queue[queue["gender"] != "weiblich"]
        assert queue[queue["round"] == 1]["here"].sum() == 120
        assert (women["here"] + women["gone"] == women["here"].iloc[0]).all()
        assert women["here"].is_monotonic_decreasing
        assert (others["gone"] == 0).all() and others.groupby("gender")["here"].nunique().eq(1).all()
        assert (queue["invited"] <= queue["here"]).all() and (queue["suitable"] <= queue["gone"]).all()
        assert women["gone"].sum() > 120  # the pile is larger than the queue was
        assert women["suitable"].sum() == round(0.3 * women["gone"].sum())


def test_a_queue_of_few_places_is_of_whole_people_too():
    queue = rounds.queue(rounds.run(n=40), places=10)
    assert queue[queue["round"] == 1]["here"].tolist() == [4, 6, 0] and (queue["invited"] >= 0).all()


@pytest.mark.parametrize(("red", "blue", "added"), [(1, 1, 1), (2, 3, 1), (1, 3, 2)])
def test_an_urn_ends_where_the_known_law_says(red, blue, added):
    ends = rounds.urn(2000, urns=500, seed=7, red=red, blue=blue, added=added)[:, -1]
    assert kstest(ends, beta(red / added, blue / added).cdf).pvalue > 0.01
    assert ends.mean() == pytest.approx(red / (red + blue), abs=0.05)  # on average nothing changes


def test_an_urn_stays_where_its_first_draws_have_brought_it():
    shares = rounds.urn(1000, urns=300)
    assert (shares[:, 0] == 0.5).all()
    early, late = np.abs(np.diff(shares[:, [0, 10]])).mean(), np.abs(np.diff(shares[:, [500, 1000]])).mean()
    assert early > 10 * late
    assert (rounds.urn(20, urns=3, seed=5) == rounds.urn(20, urns=3, seed=5)).all()
