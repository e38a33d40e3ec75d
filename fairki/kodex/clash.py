"""Rules that cannot both hold: with the firm's data, its number of acceptances and its demand on their quality.

**Class of decision rules.** A decision rule gives each person a chance of acceptance that depends on the group and on
the score alone and, within a group, never falls as the score rises; drawing lots is allowed. These are exactly the
mixtures of one threshold per group. What such rules do to a group (accepted deserving and accepted others) is the
convex hull of what its thresholds do, so all questions below are linear programmes over the weights of the thresholds.

**Frame.** The firm accepts as many people as before, and at most ``given_up`` fewer of them (as a share of all
acceptances) are deserving. Without such a frame no two rules would ever clash: whoever rejects everybody, or draws
lots, treats all groups alike.

A clash is claimed only where the linear programme proves that no decision rule of this class keeps both rules within
the frame, by more than ``MARGIN``.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from fairki import metrics
from fairki.kodex import patterns
from fairki.kodex.blanks import Number
from fairki.kodex.rules import Rule

NUMERIC = (patterns.SELECTION_RATES, patterns.EQUAL_OPPORTUNITY)
"""Patterns whose bound is a statement about the decisions themselves; their blank is ``BOUND``."""
BOUND = "abstand"
MARGIN = 0.001
"""Points by which both rules must be missed before that is called a clash (rounding of the solver is far smaller)."""


@dataclass(frozen=True)
class Frame:
    """What the firm knows about its people, and what it does not want to give up.

    Attributes:
        points: group → what each of its thresholds (and accepting nobody or everybody) does: one row per threshold
            with accepted deserving and accepted others, as counts.
        sizes: group → deserving people, other people.
        accepted: how many people the firm accepts in all.
        least_deserving: how many of them have to be deserving.
    """

    points: dict[str, np.ndarray]
    sizes: dict[str, tuple[int, int]]
    accepted: float
    least_deserving: float


@dataclass(frozen=True)
class Clash:
    """Two rules that cannot both hold.

    Attributes:
        one, other: the rules.
        missing: by how many points both bounds together have to be wider at least.
        nearest: the same rules with the nearest whole bounds that can both hold; None if there are none below 100.
        alone: whether each of the two could hold without the other.
    """

    one: Rule
    other: Rule
    missing: float
    nearest: tuple[Rule, Rule] | None
    alone: tuple[bool, bool]


def frame(
    scores: Sequence[float],
    groups: Sequence[str],
    deserving: Sequence[int],
    decisions: Sequence[int],
    given_up: float = 0.01,
) -> Frame:
    """The frame of a firm that has decided so far as in ``decisions``.

    Args:
        scores: higher is better for the person.
        groups: group per person; those with fewer than ``metrics.MINIMUM`` deserving or other people are left out.
        deserving: 1 for those whom the acceptance is really for.
        decisions: 1/0 per person, as the firm decides now.
        given_up: share of the acceptances (0 to 1) that may go to others instead of deserving people.
    """
    score, group_of = np.asarray(scores, dtype=float), np.asarray(groups, dtype=object)
    good, taken = np.asarray(deserving) == 1, np.asarray(decisions) == 1
    points, sizes, counted = {}, {}, np.zeros(len(score), dtype=bool)
    for group in sorted(set(group_of)):
        here = group_of == group
        size = int((here & good).sum()), int((here & ~good).sum())
        if min(size) >= metrics.MINIMUM:
            sizes[group], points[group] = size, _corners(_thresholds(score[here], good[here]))
            counted |= here
    accepted = float((taken & counted).sum())
    return Frame(points, sizes, accepted, float((taken & good & counted).sum()) - given_up * accepted)


def find(one: Rule, other: Rule, firm: Frame) -> Clash | None:
    """The clash between two rules, or None if there is none or if one of them says nothing about decisions."""
    if {one.pattern, other.pattern} - set(NUMERIC) or len(firm.sizes) < 2:
        return None
    missing = _least(firm, (one, other), (1, 1))
    if missing <= MARGIN:
        return None
    alone = out_of_reach(one, firm) == 0, out_of_reach(other, firm) == 0
    return Clash(one, other, missing, _nearest(firm, one, other, missing), alone)


def out_of_reach(rule: Rule, firm: Frame) -> float:
    """By how many points the bound of this rule alone has to be wider; 0 if it can hold or says nothing."""
    if rule.pattern not in NUMERIC or len(firm.sizes) < 2:
        return 0.0
    missing = _least(firm, (rule,), (1,))
    return missing if missing > MARGIN else 0.0


def _nearest(firm: Frame, one: Rule, other: Rule, missing: float) -> tuple[Rule, Rule] | None:
    """Widen both bounds by the same whole number, then narrow again the one where more can be won."""
    step = math.ceil(missing - MARGIN)
    wide_one, wide_other = _wider(one, step), _wider(other, step)
    if wide_one is None or wide_other is None:
        return None
    # only the bound of one rule may grow now; the other one stays wide
    narrow_one = _wider(one, _whole(_least(firm, (one, wide_other), (1, 0))))
    narrow_other = _wider(other, _whole(_least(firm, (wide_one, other), (0, 1))))
    options = []
    if narrow_one is not None:
        options.append((narrow_one, wide_other))
    if narrow_other is not None:
        options.append((wide_one, narrow_other))
    return min(options, key=lambda pair: _bound(pair[0]) + _bound(pair[1]), default=None)


def _whole(missing: float) -> int:
    return max(0, math.ceil(missing - MARGIN))


def _bound(rule: Rule) -> int:
    bound = rule.values[BOUND]
    assert isinstance(bound, int)  # the blank of these patterns is a number
    return bound


def _wider(rule: Rule, points: int) -> Rule | None:
    """The rule with its bound wider by so many points, or None if its blank does not allow that."""
    blank, bound = rule.kind.blanks[0], _bound(rule) + points
    assert isinstance(blank, Number)
    return replace(rule, values={BOUND: bound}) if bound <= blank.high else None


def _least(firm: Frame, rules: tuple[Rule, ...], widened: tuple[int, ...]) -> float:
    """By how many points the bounds of the rules marked with 1 have to be wider at least; infinite if never enough."""
    from scipy.optimize import linprog

    groups = list(firm.sizes)
    starts = np.cumsum([0, *(len(firm.points[group]) for group in groups)])
    n = starts[-1] + 1  # weights of the thresholds of all groups, and the widening in points

    def of(group: str, counts: np.ndarray | float) -> np.ndarray:
        row = np.zeros(n)
        at = groups.index(group)
        row[starts[at] : starts[at + 1]] = counts
        return row

    def rate(group: str, pattern: str) -> np.ndarray:
        deserving, others = firm.points[group].T
        size = firm.sizes[group]
        if pattern == patterns.SELECTION_RATES:
            return of(group, 100 * (deserving + others) / sum(size))
        return of(group, 100 * deserving / size[0])

    equal = [of(group, 1.0) for group in groups]
    total = sum(of(group, firm.points[group].sum(axis=1)) for group in groups)
    right = sum(of(group, firm.points[group][:, 0]) for group in groups)
    below, bounds = [-right], [-firm.least_deserving]
    for rule, wide in zip(rules, widened, strict=True):
        for a, b in combinations(groups, 2):
            difference = rate(a, rule.pattern) - rate(b, rule.pattern)
            for row in (difference, -difference):
                row[-1] = -wide
                below.append(row)
                bounds.append(_bound(rule))
    cost = np.zeros(n)
    cost[-1] = 1
    found = linprog(
        cost,
        A_ub=np.array(below),
        b_ub=bounds,
        A_eq=np.array([*equal, total]),
        b_eq=[1.0] * len(groups) + [firm.accepted],
        bounds=(0, None),
        method="highs",
    )
    return float(found.fun) if found.status == 0 else math.inf


def _thresholds(scores: np.ndarray, deserving: np.ndarray) -> np.ndarray:
    """Accepted deserving and accepted others for each threshold between two different scores, and at both ends."""
    order = np.argsort(-scores, kind="stable")
    good, ranked = np.cumsum(deserving[order]), scores[order]
    last = np.append(ranked[1:] != ranked[:-1], True)
    accepted = np.arange(1, len(scores) + 1)[last]
    counts = np.column_stack([good[last], accepted - good[last]])
    return np.vstack([[0, 0], counts]).astype(float)


def _corners(points: np.ndarray) -> np.ndarray:
    """The corners of the convex hull (Andrew's monotone chain); the others are mixtures of these."""
    ordered = sorted(set(map(tuple, points)))

    def half(sequence: Iterable[tuple[float, ...]]) -> list[tuple[float, float]]:
        kept: list[tuple[float, float]] = []
        for x, y in sequence:
            while len(kept) > 1 and (kept[-1][0] - kept[-2][0]) * (y - kept[-2][1]) <= (
                kept[-1][1] - kept[-2][1]
            ) * (x - kept[-2][0]):
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))
