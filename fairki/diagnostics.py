"""What a decision tells about the truth, as medicine asks it of a test: predictive values, likelihood ratios, odds
ratios, and whether a score means what it says.

Every figure compares decisions (or chances) with a truth, 1 for those whom the decision is really for. Which truth that
is makes all the difference: measured against unfair past decisions, a system can look flawless. A decision or truth
that is missing (None, NaN) is neither yes nor no: such a person is not counted. What cannot be computed is NaN.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import de, metrics, yes_no
from fairki.errors import BadAnswerError

CLASSES = 10
"""Classes of about equal score: deciles."""
_Z = 1.959963984540054  # of a normal distribution, 95 % lie within so many standard errors


@dataclass(frozen=True)
class Fields:
    """The four fields of one group: what was decided, and what was true.

    Attributes:
        right_yes: decision 1, truth 1.
        wrong_yes: decision 1, truth 0.
        missed: decision 0, truth 1.
        right_no: decision 0, truth 0.
    """

    right_yes: int
    wrong_yes: int
    missed: int
    right_no: int

    @property
    def n(self) -> int:
        """People whose decision and truth are both known."""
        return self.right_yes + self.wrong_yes + self.missed + self.right_no

    @property
    def ppv(self) -> float:
        """How often a yes is right: right_yes / all yes (positive predictive value; Altman and Bland, BMJ 1994)."""
        return _ratio(self.right_yes, self.right_yes + self.wrong_yes)

    @property
    def npv(self) -> float:
        """How often a no is right: right_no / all no (negative predictive value; Altman and Bland, BMJ 1994)."""
        return _ratio(self.right_no, self.right_no + self.missed)

    @property
    def lr_plus(self) -> float:
        """By how much a yes raises the odds of truth 1: hit rate / rate of wrong yes (LR+; Deeks and Altman, BMJ 2004).

        Infinite where no yes is wrong.
        """
        return _ratio(self._hit, 1 - self._rejected)

    @property
    def lr_minus(self) -> float:
        """By how much a no lowers the odds of truth 1: rate of missed / rate of right no (LR−; Deeks and Altman 2004).

        0 is a no that can be relied upon, 1 a no that says nothing.
        """
        return _ratio(1 - self._hit, self._rejected)

    @property
    def missed_per_wrong(self) -> float:
        """Missed people for each wrong yes; equal in all groups it is treatment equality (Berk et al. 2018).

        Infinite where somebody is missed and no yes is wrong.
        """
        return _ratio(self.missed, self.wrong_yes)

    @property
    def _hit(self) -> float:
        return _ratio(self.right_yes, self.right_yes + self.missed)

    @property
    def _rejected(self) -> float:
        return _ratio(self.right_no, self.right_no + self.wrong_yes)


@dataclass(frozen=True)
class OddsRatio:
    """The odds of a yes in one group divided by those in another.

    Attributes:
        value: 1 is equal odds; NaN if that cannot be computed, infinite if the other group has none.
        low, high: 95 % interval (Woolf 1955, on the logarithm); 0 to infinity where one of the four fields is empty.
        too_small: one of the groups has fewer people than it takes for a judgement.
    """

    value: float
    low: float
    high: float
    too_small: bool


def fields(decisions: ArrayLike, truth: ArrayLike) -> Fields:
    """The four fields of one group from its decisions and its truth (1/0 per person).

    Raises:
        BadAnswerError: an entry that is neither yes nor no, or columns of different length.
    """
    decisions, truth = yes_no.read(decisions), yes_no.read(truth, de.TRUTHS)
    yes_no.match(decisions, truth)
    counts = [
        int(((decisions == decided) & (truth == true)).sum())
        for decided, true in ((1, 1), (1, 0), (0, 1), (0, 0))
    ]
    return Fields(*counts)


def odds_ratio(decisions: ArrayLike, groups: ArrayLike, a: object, b: object) -> OddsRatio:
    """Odds of a yes in group ``a`` divided by the odds in group ``b`` (Bland and Altman, BMJ 2000).

    Raises:
        BadAnswerError: a decision that is neither yes nor no, or columns of different length.
    """
    decisions, groups = yes_no.read(decisions), np.asarray(groups, dtype=object)
    yes_no.match(decisions, groups)
    (yes_a, no_a), (yes_b, no_b) = (
        [int((decisions[metrics.members(groups, group)] == decided).sum()) for decided in (1, 0)]
        for group in (a, b)
    )
    value = _ratio(yes_a * no_b, no_a * yes_b)
    low, high = 0.0, math.inf
    if min(yes_a, no_a, yes_b, no_b):
        error = _Z * math.sqrt(1 / yes_a + 1 / no_a + 1 / yes_b + 1 / no_b)
        low, high = value * math.exp(-error), value * math.exp(error)
    return OddsRatio(value, low, high, min(yes_a + no_a, yes_b + no_b) < metrics.MINIMUM)


def calibration(
    chances: ArrayLike,
    truth: ArrayLike,
    groups: ArrayLike,
    classes: int = CLASSES,
    minimum: int = metrics.MINIMUM,
) -> pd.DataFrame:
    """Whether a stated chance comes true, by classes of about equal chance (deciles of risk; Hosmer and Lemeshow 1980).

    The classes are the same for all groups, so that a row compares people of whom the model says about the same.

    Args:
        chances: what the model says of each person, 0 to 1; a missing one is not counted.
        truth: 1/0 per person.
        groups: group per person; missing ones are the group "ohne Angabe".
        classes: classes with as many people each.

    Returns:
        One row per class and group, the lowest chances first: ``klasse`` (1 …), ``gruppe``, ``n``, ``erwartet`` (mean
        chance), ``rate`` (share with truth 1), ``von``, ``bis`` (95 % Wilson interval) and ``zu_klein``. A group with
        nobody in a class has ``erwartet`` and ``rate`` NaN and interval 0 to 1 there.

    Raises:
        BadAnswerError: a chance outside 0 to 1, a truth that is neither yes nor no, or columns of different length.
    """
    chances, truth = np.asarray(chances, dtype=float), yes_no.read(truth, de.TRUTHS)
    yes_no.match(truth, chances)
    yes_no.match(truth, np.asarray(groups, dtype=object))
    known = ~np.isnan(chances) & ~np.isnan(truth)
    if (odd := chances[known & ((chances < 0) | (chances > 1))]).size:
        raise BadAnswerError(*de.no_chance(float(odd[0])))
    names, order = metrics.named(groups)
    ranks = pd.Series(chances[known]).rank(method="first").to_numpy() - 1
    place = np.full(len(chances), -1)
    place[known] = (ranks * classes // max(int(known.sum()), 1)).astype(int)
    rows = []
    for number in range(classes):
        for group in order:
            there = (place == number) & (names == group)
            n, hits = int(there.sum()), int(truth[there].sum())
            low, high = metrics.wilson(hits, n)
            expected = float(chances[there].mean()) if n else math.nan
            rows.append(
                (number + 1, group, n, expected, _ratio(hits, n), float(low), float(high), n < minimum)
            )
    columns = ["klasse", "gruppe", "n", "erwartet", "rate", "von", "bis", "zu_klein"]
    return pd.DataFrame(rows, columns=columns)


def _ratio(part: float, whole: float) -> float:
    """One divided by the other: infinite where only the second is 0, NaN where both are, or one is NaN."""
    if whole:
        return part / whole
    return math.inf if part > 0 else math.nan
