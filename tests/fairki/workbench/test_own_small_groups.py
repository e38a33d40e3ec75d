"""Nobody in a small group can be read off, whatever is added and subtracted."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki.workbench.suppression import Group, hidden


def tables(shape):
    """Everybody, each attribute, each pair."""
    places = np.stack(np.unravel_index(np.arange(np.prod(shape)), shape))
    groups = [Group("alle", "alle", np.ones(np.prod(shape), dtype=bool))]
    for table in [(at,) for at in range(len(shape))] + list(combinations(range(len(shape)), 2)):
        for values in np.ndindex(*(shape[at] for at in table)):
            members = np.all([places[at] == value for at, value in zip(table, values, strict=True)], axis=0)
            groups.append(Group(f"{table}{values}", str(table), members))
    return groups


def shown(shape, counts, smallest):
    groups = tables(shape)
    gone = hidden(groups, np.array(counts), smallest, {"alle"})
    return groups, [one for one in groups if one.name not in gone]


def test_large_groups_stay():
    _, kept = shown((3,), [40, 50, 60], 10)
    assert len(kept) == 4


def test_a_small_group_takes_the_smallest_other_with_it():
    groups, kept = shown((4,), [40, 3, 12, 60], 10)
    assert {one.name for one in groups} - {one.name for one in kept} == {"(0,)(1,)", "(0,)(2,)"}


def test_small_groups_that_are_many_enough_together_need_no_other():
    groups, kept = shown((4,), [40, 6, 7, 60], 10)
    assert {one.name for one in groups} - {one.name for one in kept} == {"(0,)(1,)", "(0,)(2,)"}


def test_of_two_groups_one_of_them_small_none_is_shown():
    _, kept = shown((2,), [40, 3], 10)
    assert [one.name for one in kept] == ["alle"]


def test_what_is_hidden_does_not_come_back_through_the_other_table():
    """Rows and columns of a crossing are known: each hidden cell needs another one in its row and in its column."""
    _, kept = shown((2, 3), [3, 50, 60, 70, 80, 90], 10)
    cells = {one.name for one in kept if one.table == "(0, 1)"}
    assert len(cells) == 2


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from([(3,), (5,), (2, 2), (2, 4), (3, 3), (2, 2, 3)]).flatmap(
        lambda shape: st.tuples(
            st.just(shape),
            st.lists(
                st.one_of(st.just(0), st.integers(1, 12), st.integers(10, 90)),
                min_size=int(np.prod(shape)),
                max_size=int(np.prod(shape)),
            ),
        )
    ),
    st.sampled_from([5, 10]),
)
def test_no_small_group_can_be_computed(case, smallest):
    """Property: with what is shown there are two different tables for every small group; so nobody can know it."""
    shape, counts = case
    counts = np.array(counts)
    if counts.sum() < smallest:
        return
    groups, kept = shown(shape, counts, smallest)
    assert all(counts[one.members].sum() >= smallest for one in kept if counts[one.members].sum())
    there = counts > 0
    equations = np.array([one.members[there] for one in kept], dtype=float)
    for one in groups:
        members = one.members[there].astype(float)
        if 0 < counts[one.members].sum() < smallest:
            solution, *_ = np.linalg.lstsq(equations.T, members, rcond=None)
            assert np.abs(equations.T @ solution - members).max() > 1e-6, one.name
    for table in {one.table for one in kept} - {"alle"}:
        rest = ~np.any([one.members for one in kept if one.table == table], axis=0)
        assert not 0 < counts[rest].sum() < smallest


@pytest.mark.parametrize("counts", [[0, 0, 50], [0, 12, 0]])
def test_empty_groups_hide_nothing(counts):
    _, kept = shown((3,), counts, 10)
    assert len(kept) == 4


@pytest.mark.parametrize(
    ("shape", "counts"),
    [
        ((3, 3), [27, 43, 10, 20, 21, 3, 5, 7, 3]),  # of the third column 6 are left without the first row
        ((3, 3), [44, 24, 11, 16, 21, 4, 4, 3, 5]),
        ((2, 4), [30, 12, 25, 11, 4, 40, 5, 20]),
    ],
)
def test_no_few_people_are_left_of_a_group_whose_large_parts_are_computed(shape, counts):
    """Every set of small groups is tried."""
    _, kept = shown(shape, counts, 10)
    equations = np.array([one.members for one in kept], dtype=float)
    chosen = [np.array(one, dtype=bool) for one in product([0, 1], repeat=len(counts)) if any(one)]
    few = np.array([one for one in chosen if np.array(counts)[one].sum() < 10], dtype=float)
    solutions, *_ = np.linalg.lstsq(equations.T, few.T, rcond=None)
    assert (np.abs(equations.T @ solutions - few.T).max(axis=0) > 1e-6).all()
