import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import privacy


def test_postal_area_date_of_birth_and_sex_identify_most_people():
    assert privacy.expected_unique_share(privacy.POSTAL_AREA, privacy.COMBINATIONS) == pytest.approx(
        0.840, abs=5e-4
    )
    assert privacy.expected_unique_share(1, 58_440) == 1
    assert privacy.expected_unique_share(2, 1) == 0


def test_the_formula_is_what_happens():
    rng = np.random.default_rng(0)
    tables = [pd.DataFrame({"zelle": rng.integers(0, 500, 300)}) for _ in range(200)]
    found = np.mean([privacy.unique_share(table, ["zelle"]) for table in tables])
    assert found == pytest.approx(privacy.expected_unique_share(300, 500), abs=0.005)


def test_unique_rows_are_counted():
    table = pd.DataFrame({"ort": ["A", "A", "B", "B", None, None], "jahr": [1, 2, 1, 1, 1, 1]})
    assert privacy.unique_share(table, ["ort"]) == 0
    assert privacy.unique_share(table, ["ort", "jahr"]) == pytest.approx(2 / 6)
    assert privacy.unique_share(table, []) == 0
    assert privacy.unique_share(table.head(1), []) == 1
    assert math.isnan(privacy.unique_share(table.head(0), ["ort"]))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40))
def test_another_column_never_hides_anybody(rows):
    table = pd.DataFrame(rows, columns=["a", "b", "c"])
    shares = [privacy.unique_share(table, list(columns)) for columns in ("", "a", "ab", "abc")]
    assert shares == sorted(shares)


@pytest.mark.parametrize("epsilon", [0.1, 1.0, 3.0])
def test_noise_has_the_stated_mean_and_variance(epsilon):
    noise = privacy.noisy_counts(np.zeros(200_000), epsilon, seed=1)
    assert noise.mean() == pytest.approx(0, abs=0.02 / epsilon)
    assert noise.var() == pytest.approx(2 / epsilon**2, rel=0.03)
    assert (abs(noise) <= privacy.noise_interval(epsilon)).mean() == pytest.approx(0.95, abs=0.005)


def test_one_person_more_changes_no_answer_by_more_than_the_stated_factor():
    epsilon = 0.5
    one, other = (privacy.noisy_counts(np.full(400_000, c), epsilon, seed=c) for c in (20, 21))
    edges = np.arange(14, 28)
    ratio = np.histogram(one, edges)[0] / np.histogram(other, edges)[0]
    assert ratio.max() <= math.exp(epsilon) * 1.04
    assert ratio.min() >= math.exp(-epsilon) / 1.04


def test_noise_is_added_to_every_count_and_depends_on_the_seed():
    counts = pd.Series([3, 50, 1200])
    assert (
        privacy.noisy_counts(counts, 1.0, seed=7).tolist()
        == privacy.noisy_counts(counts, 1.0, seed=7).tolist()
    )
    assert (privacy.noisy_counts(counts, 1.0, seed=7) != privacy.noisy_counts(counts, 1.0, seed=8)).all()
    assert privacy.noisy_counts(counts, 1000.0, seed=7) == pytest.approx(counts.to_numpy(), abs=0.05)
