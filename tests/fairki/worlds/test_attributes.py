"""Age, disability, name and an open gender: realistic shares, no group with more suitability, numbers of their own."""

import numpy as np
import pandas as pd
import pytest

from fairki.worlds import attributes
from fairki.worlds.attributes import GENDER, SHARES
from fairki.worlds.world import DIVERS


@pytest.mark.parametrize("n", [1, 49, 500, 2000])
def test_a_group_has_as_many_people_as_its_share_says_for_every_seed(n):
    sizes = [attributes.by_rank(n, seed).apply(pd.Series.value_counts) for seed in range(3)]
    assert all(one.equals(sizes[0]) for one in sizes)
    for column, shares in SHARES.items():
        assert sum(shares.values()) == pytest.approx(1)
        counts = attributes.by_rank(n, 0)[column].value_counts()
        assert set(counts.index) <= set(shares) and counts.sum() == n
        for group, share in shares.items():
            assert abs(counts.get(group, 0) - share * n) <= len(shares) / 2


def test_nobody_has_the_third_entry_in_a_firm_of_500():
    assert [
        int((attributes.by_rank(n, 4)[GENDER] == DIVERS).sum()) for n in (100, 500, 1000, 2000, 10_000)
    ] == [0, 0, 1, 2, 10]


def test_no_group_has_more_of_what_the_rank_stands_for():
    n = 2000
    table = attributes.by_rank(n, 3).assign(rank=np.linspace(0, 1, n))
    for column, shares in SHARES.items():
        for group in set(shares) - {DIVERS}:
            ranks = table.loc[table[column] == group, "rank"]
            for share in (0.1, 0.3, 0.5, 0.9):
                assert (ranks < share).mean() == pytest.approx(share, abs=1 / len(ranks) + 1e-9), group


def test_attributes_do_not_hang_together():
    table = attributes.by_rank(10_000, 8)
    for column in SHARES:
        for other in set(SHARES) - {column, GENDER}:
            within = pd.crosstab(table[column], table[other], normalize="index").drop(DIVERS, errors="ignore")
            assert (within - table[other].value_counts(normalize=True)).abs().to_numpy().max() < 0.04


def test_seeds_give_other_people_and_the_same_seed_the_same_ones():
    assert attributes.by_rank(300, 1).equals(attributes.by_rank(300, 1))
    assert not attributes.by_rank(300, 1).equals(attributes.by_rank(300, 2))
