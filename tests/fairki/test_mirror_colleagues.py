"""A hundred colleagues: on average the unfair ones lie apart, and still one gap says little about one of them."""

import numpy as np
import pytest

from fairki import mirror
from fairki.mirror.colleagues import EACH, SEED


@pytest.fixture(scope="module")
def twenty() -> list[mirror.Colleagues]:
    return [mirror.colleagues(seed) for seed in range(20)]


def test_the_fair_scatter_around_zero_and_the_biased_to_the_side_of_the_men(twenty):
    fair, biased = (
        np.array([getattr(one, kind).mean() / 10 for one in twenty]) for kind in ("fair", "biased")
    )
    assert all(len(one.fair) == len(one.biased) == EACH for one in twenty)
    assert fair.min() > -7 and fair.max() < 3 and -4 < fair.mean() < 0
    assert biased.min() > 11 and biased.max() < 25 and 14 < biased.mean() < 20


def test_both_scatter_so_widely_that_many_of_one_kind_lie_where_the_other_kind_lies(twenty):
    for one in twenty:
        assert 90 < one.fair.std() < 210 and 110 < one.biased.std() < 220
        middle = np.median(one.biased)
        assert 1 <= mirror.as_far(one.fair, int(middle)) <= 14  # fair, and as far as half of the biased
        assert 2 <= (one.biased <= 0).sum() <= 14  # biased, and no man ahead
    assert np.mean([mirror.as_far(one.biased, 0) for one in twenty]) > 5  # biased, and the gap is small


def test_far_out_there_are_more_biased_than_fair(twenty):
    for gap in (100, 200, 300):
        fair, biased = (
            np.mean([mirror.as_far(getattr(one, kind), gap) for one in twenty]) for kind in ("fair", "biased")
        )
        assert biased > 2 * fair


def test_the_hundred_of_the_course_are_typical():
    forty = [mirror.colleagues(seed) for seed in range(2020, 2060)]

    def figures(one: mirror.Colleagues) -> np.ndarray:
        return np.array([one.fair.mean(), one.fair.std(), one.biased.mean(), one.biased.std()])

    away = [abs(figures(one) - np.mean(list(map(figures, forty)), axis=0)).sum() for one in forty]
    assert 2020 + int(np.argmin(away)) == SEED
    assert np.array_equal(mirror.colleagues().fair, forty[SEED - 2020].fair)


@pytest.mark.parametrize(
    ("gap", "as_far"), [(120, 2), (-120, 1), (400, 0), (-300, 1), (0, 2), (49, 2), (-49, 2), (50, 2)]
)
def test_as_far_looks_in_the_direction_of_the_gap_and_small_ones_are_compared_with_small_ones(gap, as_far):
    assert mirror.as_far(np.array([-300, -40, 10, 120, 200]), gap) == as_far
