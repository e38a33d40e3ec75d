"""Intervals, against values computed by hand and against what they promise."""

import numpy as np
import pytest

from fairki.texts import measures


def yes(*parts):
    return np.repeat([value for value, _ in parts], [n for _, n in parts]).astype(bool)


def test_a_paired_difference_is_that_of_bonett_and_price():
    # 30 pairs only the first, 10 only the second, 60 alike: p12 = 31/102, p21 = 11/102
    first = yes((1, 30), (0, 10), (1, 60))
    second = yes((0, 30), (1, 10), (1, 60))
    found = measures.paired(first, second, 0.95)
    assert found.value == pytest.approx(100 * 20 / 102) and found.n == 100
    half = 1.959964 * np.sqrt((42 / 102 - (20 / 102) ** 2) / 102)
    assert (found.low, found.high) == pytest.approx((found.value - 100 * half, found.value + 100 * half))


@pytest.mark.parametrize("every", [True, False])
def test_no_paired_difference_reaches_beyond_all(every):
    found = measures.paired(np.full(50, every), np.full(50, not every), 0.99)
    assert (found.high if every else -found.low) == 100 and abs(found.value) == pytest.approx(100 * 50 / 52)


def test_a_share_has_wilsons_interval():
    found = measures.share(5, 50, 0.95)
    assert (found.value, found.low, found.high) == pytest.approx((10, 4.348, 21.36), abs=0.01)
    assert measures.share(0, 300, 0.99).low == pytest.approx(0)


def test_a_stratified_difference_compares_equals_with_equals():
    # stratum 0: 6 of 8 against 2 of 8; stratum 1: 1 of 8 against 1 of 8; both half of all
    answers = yes((1, 6), (0, 2), (1, 2), (0, 6), (1, 1), (0, 7), (1, 1), (0, 7))
    first = yes((1, 8), (0, 8), (1, 8), (0, 8))
    strata = np.repeat([0, 1], 16)
    found = measures.stratified(answers, first, strata, 0.95)
    assert found.value == pytest.approx(100 * (0.5 * (7 / 10 - 3 / 10) + 0.5 * 0))
    half = 1.959964 * np.sqrt(0.25 * (2 * 0.21 / 10) + 0.25 * (2 * 0.16 / 10))
    assert found.high - found.value == pytest.approx(100 * half)


def test_a_difference_between_strata_is_none_between_groups():
    strata = np.repeat([0, 1], 1000)
    first = np.concatenate([np.arange(1000) < 800, np.arange(1000) < 200])
    answers = np.concatenate([np.arange(1000) % 10 < 8, np.arange(1000) % 10 < 2])
    assert abs(measures.stratified(answers, first, strata, 0.95).value) < 0.5


def test_speakers_are_counted_not_words():
    first, second = np.array([4.0, 6.0, 8.0, 6.0]), np.array([3.0, 5.0, 4.0])
    found = measures.speakers(first, second, 0.95)
    assert found.value == pytest.approx(2) and found.n == 7
    # Welch: 8/3/4 + 1/3, 4.913 degrees of freedom; scipy.stats.t.ppf(0.975, 4.913) = 2.5856
    assert found.high - found.value == pytest.approx(2.5856, abs=0.02)


def test_an_interval_holds_what_it_promises():
    rng = np.random.default_rng(1)
    hit = 0
    for _ in range(2000):
        pairs = rng.random(200)
        found = measures.paired(pairs < 0.3, (pairs < 0.2) | (pairs > 0.95), 0.95)
        hit += found.low <= 5 <= found.high
    assert 0.935 < hit / 2000 < 0.97
