"""Any number of groups: the widest gap with an interval that holds for all pairs, and how many people it takes."""

import numpy as np
import pandas as pd
import pytest

from fairki import groups, metrics
from fairki.worlds import attributes
from fairki.worlds.attributes import SHARES
from fairki.worlds.world import DIVERS, MAN, WOMAN


def test_of_two_groups_the_widest_is_the_gap_between_them():
    found = groups.widest({WOMAN: 48, MAN: 56}, {WOMAN: 80, MAN: 70})
    gap = metrics.gap(
        np.repeat([1, 0, 1, 0], [56, 14, 48, 32]), np.repeat([MAN, MAN, WOMAN, WOMAN], [56, 14, 48, 32])
    )
    assert (found.value, found.low, found.high) == pytest.approx((gap.value, gap.low, gap.high))
    assert (found.better, found.worse, found.n_worse) == (MAN, WOMAN, 80)


def test_more_groups_make_the_interval_wider():
    two = groups.widest({"a": 90, "b": 60}, {"a": 200, "b": 200})
    four = groups.widest({"a": 90, "b": 60, "c": 75, "d": 75}, dict.fromkeys("abcd", 200))
    assert (four.better, four.worse, four.value) == (two.better, two.worse, two.value)
    assert four.low < two.low and four.high > two.high


def test_a_gap_that_is_sure_counts_more_than_one_that_is_wide():
    found = groups.widest({"a": 300, "b": 200, "c": 5}, {"a": 1000, "b": 1000, "c": 30})
    assert (found.better, found.worse) == ("a", "b")


@pytest.mark.parametrize("sizes", [{}, {"a": 500}, {"a": 500, "b": 29}])
def test_groups_that_are_too_small_are_compared_with_nobody(sizes):
    assert groups.widest(dict.fromkeys(sizes, 0), sizes) is None


def test_equal_groups_are_called_unequal_in_at_most_one_of_twenty_tables():
    rng = np.random.default_rng(0)
    hits = rng.binomial(200, 0.3, (1000, 5))
    names = list("abcde")
    alarms = [
        groups.widest(dict(zip(names, map(int, row), strict=True)), dict.fromkeys(names, 200)).low > 0
        for row in hits
    ]
    assert np.mean(alarms) <= 0.05


def test_a_table_of_rates_is_read_as_it_stands():
    decisions = np.repeat([1, 0, 1, 0, 1], [30, 70, 60, 40, 3])
    rates = metrics.group_rates(decisions, np.repeat(["a", "a", "b", "b", "c"], [30, 70, 60, 40, 3]))
    assert groups.furthest(rates) == groups.widest({"a": 30, "b": 60, "c": 3}, {"a": 100, "b": 100, "c": 3})
    empty = metrics.group_rates([1, 0], pd.Categorical(["a", "a"], ["a", "b"]))
    assert groups.furthest(empty) is None


def test_nobody_with_the_third_entry_is_to_be_expected_among_500():
    share = SHARES["geschlecht"][DIVERS]
    assert groups.expected(share, 500) == pytest.approx(0.5)
    assert groups.people_for(share) == 30_000
    assert groups.people_for(SHARES["behinderung"][attributes.WITH]) == 500
