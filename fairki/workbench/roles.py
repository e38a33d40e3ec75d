"""Which column of a table plays which part in an examination."""

from dataclasses import dataclass, replace

import numpy as np

from fairki.errors import BadAnswerError
from fairki.workbench.de import figures as de
from fairki.workbench.table import Column, Table

MOST_ATTRIBUTES = 3
"""Columns of groups that are looked at together."""
MOST_CROSSINGS = 400
"""People of all groups at once: so many different ones at most."""
SMALLEST = 10
"""People of whom a number is shown at least, unless chosen otherwise."""


@dataclass(frozen=True)
class Roles:
    """What people said about their table.

    Attributes:
        decision: place of its column.
        good: the value that is good for the person.
        groups: places of the columns with groups, at most ``MOST_ATTRIBUTES``.
        truth: place of the column with what came true; None if nobody knows.
        truth_good: its value that speaks for a good decision.
        score: place of a column of numbers on which the decision rests; None if there is none.
        smallest: people of whom a number is shown at least.
    """

    decision: int
    good: str
    groups: tuple[int, ...]
    truth: int | None = None
    truth_good: str = ""
    score: int | None = None
    smallest: int = SMALLEST


@dataclass(frozen=True)
class Parted:
    """The people whose decision is known, and what is known of them.

    Attributes:
        undecided: rows without a decision, which are left out everywhere.
        decisions: 1 for the good one, 0 for any other.
        attributes: per column of groups its name, the names of its groups and the group of each person.
        truth: 1, 0 or NaN where nobody knows; None without such a column.
        scores: a number or NaN; None without such a column.
        others: columns that have no part, with the rows that are kept: they may give a group away.
        left_out: per column of groups the names of those whose people are in no number at all, see `without_few`.
    """

    undecided: int
    decisions: np.ndarray
    attributes: tuple[tuple[str, tuple[str, ...], np.ndarray], ...]
    truth: np.ndarray | None
    scores: np.ndarray | None
    others: tuple[Column, ...]
    left_out: tuple[tuple[str, ...], ...] = ()


def part(table: Table, roles: Roles) -> Parted:
    """The people of a table as ``roles`` say.

    Raises:
        BadAnswerError: the columns do not allow it, for instance because one has two parts.
    """
    used = [roles.decision, *roles.groups, *(at for at in (roles.truth, roles.score) if at is not None)]
    if len(set(used)) < len(used):
        raise BadAnswerError(*de.TWICE)
    if not roles.groups:
        raise BadAnswerError(*de.NO_GROUP)
    if len(roles.groups) > MOST_ATTRIBUTES:
        raise BadAnswerError(*de.too_many_attributes(MOST_ATTRIBUTES))
    decision = table.columns[roles.decision]
    decided = decision.codes >= 0
    attributes = tuple(_attribute(table.columns[at], decided) for at in roles.groups)
    if np.prod([len(names) for _, names, _ in attributes]) > MOST_CROSSINGS:
        raise BadAnswerError(*de.too_many_crossings(MOST_CROSSINGS))
    truth = scores = None
    if roles.truth is not None:
        column = table.columns[roles.truth]
        truth = np.where(column.codes < 0, np.nan, _is(column, roles.truth_good))[decided]
    if roles.score is not None:
        numbers = table.columns[roles.score].numbers
        if numbers is None:
            raise BadAnswerError(*de.no_numbers(table.columns[roles.score].name))
        scores = numbers[decided]
    others = tuple(
        Column(one.name, one.codes[decided], one.values, one.german)
        for at, one in enumerate(table.columns)
        if at not in used
    )
    decisions = _is(decision, roles.good)[decided]
    return Parted(int((~decided).sum()), decisions, attributes, truth, scores, others)


def without_few(parted: Parted, smallest: int) -> Parted:
    """The same people without those in small groups, where a column has fewer than ``smallest`` of them in all.

    They could be computed from a total, so a large group would have to be hidden with them: of a thousand women, a
    thousand men and four others nothing could be compared. In no number at all, nobody can compute them.
    """
    kept = np.ones(len(parted.decisions), dtype=bool)
    before = 0
    while before != kept.sum():
        before = kept.sum()
        for _, names, codes in parted.attributes:
            n = np.bincount(codes[kept], minlength=len(names))
            small = (n > 0) & (n < smallest)
            if n[small].sum() < smallest:
                kept &= ~small[codes]
    if kept.all() or kept.sum() < smallest:
        return parted
    left_out = tuple(
        tuple(name for at, name in enumerate(names) if at in codes and at not in codes[kept])
        for _, names, codes in parted.attributes
    )
    return replace(
        parted,
        decisions=parted.decisions[kept],
        attributes=tuple((name, names, codes[kept]) for name, names, codes in parted.attributes),
        truth=None if parted.truth is None else parted.truth[kept],
        scores=None if parted.scores is None else parted.scores[kept],
        others=tuple(Column(one.name, one.codes[kept], one.values, one.german) for one in parted.others),
        left_out=left_out,
    )


def _is(column: Column, value: str) -> np.ndarray:
    """1 for each row with this value, otherwise 0."""
    if value not in column.values:
        raise BadAnswerError(*de.no_value(column.name))
    found: np.ndarray = (column.codes == column.values.index(value)).astype(float)
    return found


def _attribute(column: Column, decided: np.ndarray) -> tuple[str, tuple[str, ...], np.ndarray]:
    """The groups in a column, those without an entry as one more."""
    grouped = column.grouped
    if grouped is None:
        raise BadAnswerError(*de.no_groups(column.name))
    codes, names = grouped.codes[decided], grouped.values
    if (codes < 0).any():
        if de.NOT_GIVEN not in names:  # somebody may have written it
            names = (*names, de.NOT_GIVEN)
        codes = np.where(codes < 0, names.index(de.NOT_GIVEN), codes)
    return column.name, names, codes
