"""Which groups of a report are hidden, so that nobody in a small one can be read off.

A group of fewer people than the chosen number is hidden. That is not enough: where one group of a table is hidden, its
people are the total minus all others. So further groups are hidden until no small group can be computed from what is
shown: neither one that is hidden, nor any crossing of the attributes, nor what remains of a group when its parts are
taken away, all of them shown or computed. What is looked for is what can be computed exactly (by adding and
subtracting); a mixture of groups that takes several such steps, bounds on a count, or what somebody knows from
elsewhere, are not.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

EXACT = 1e-9
"""What is left of a vector that can be written as a sum of others, beside rounding."""


@dataclass(frozen=True)
class Group:
    """People of whom a number may be shown.

    Attributes:
        name: unique among all.
        table: the groups of one table part its people.
        members: True for each atom (smallest crossing of all attributes) that belongs to it.
    """

    name: str
    table: str
    members: np.ndarray


def hidden(
    groups: Sequence[Group], counts: np.ndarray, smallest: int, totals: Collection[str] = ()
) -> set[str]:
    """Names of the groups that must not be shown.

    Args:
        groups: all groups of all tables.
        counts: people in each atom.
        smallest: people of whom a number may be shown at least.
        totals: names of groups that are shown in any case, such as everybody.
    """
    there = counts > 0
    groups = [Group(one.name, one.table, one.members[there]) for one in groups]
    counts = counts[there]
    size = {one.name: int(counts[one.members].sum()) for one in groups}
    gone = {one.name for one in groups if 0 < size[one.name] < smallest and one.name not in totals}
    while groups:
        leaking = _leaking(groups, counts, size, smallest, gone)
        if leaking is None:
            return gone
        shown = [one for one in groups if one.name not in gone]
        free = sorted(
            (one for one in shown if one.name not in totals and size[one.name]),
            key=lambda one: (size[one.name], one.name),
        )
        same = [one for one in free if one.table == leaking.table]
        near = [one for one in same if (one.members & leaking.members).any()]
        candidates = near or same or free
        if not candidates:
            return gone
        helps = (one for one in candidates if not _known([leaking], [two for two in shown if two is not one]))
        gone.add(next(helps, candidates[0]).name)
    return gone


def _leaking(
    groups: Sequence[Group], counts: np.ndarray, size: Mapping[str, int], smallest: int, gone: set[str]
) -> Group | None:
    """A small group that can be computed from what is shown; its ``members`` say where to hide more."""
    shown = [one for one in groups if one.name not in gone]
    if rest := _rest(groups, counts, smallest, shown):
        return rest
    small = [one for one in groups if one.name in gone and size[one.name] < smallest]
    finest = max({one.table for one in groups}, key=lambda table: sum(one.table == table for one in groups))
    atoms = [
        Group("", finest, np.arange(len(counts)) == at) for at, n in enumerate(counts) if 0 < n < smallest
    ]
    if computed := _known(small + atoms, shown):
        return computed[0]
    large = [one for one in groups if one.name in gone and size[one.name] >= smallest]
    return _rest(groups, counts, smallest, [*shown, *_known(large, shown)])


def _rest(groups: Sequence[Group], counts: np.ndarray, smallest: int, known: Sequence[Group]) -> Group | None:
    """A known group of which too few are left when the known parts of it are taken away."""
    for whole in known:
        for table in {one.table for one in groups} - {whole.table}:
            parts = [one for one in known if one.table == table and not (one.members & ~whole.members).any()]
            rest = whole.members & ~np.any([one.members for one in parts], axis=0) if parts else None
            if rest is not None and 0 < counts[rest].sum() < smallest:
                return Group(whole.name, table, whole.members)
    return None


def _known(secret: Sequence[Group], shown: Sequence[Group]) -> list[Group]:
    """Those of ``secret`` that can be computed from what is shown."""
    if not secret or not shown:
        return []
    basis = _basis(np.array([one.members for one in shown], dtype=float))
    wanted = np.array([one.members for one in secret], dtype=float)
    left = np.abs(wanted - wanted @ basis.T @ basis).max(axis=1)
    return [one for one, rest in zip(secret, left, strict=True) if rest < EXACT]


def _basis(rows: np.ndarray) -> np.ndarray:
    """Orthonormal rows that span what can be computed from ``rows`` by adding and subtracting."""
    _, weights, directions = np.linalg.svd(rows, full_matrices=False)
    found: np.ndarray = directions[weights > EXACT * max(1.0, weights.max(initial=0.0)) * max(rows.shape)]
    return found
