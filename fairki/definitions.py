"""Four definitions of fairness for yes-or-no decisions, and the identity that sets them against each other.

A decision is 1 for the good one (a loan, an invitation), the truth is 1 for those whom it is really for. Every
definition compares rates of two groups. Chouldechova (2017): a group's share of wrong acceptances follows from its
base rate, the precision of its acceptances and its hit rate; with different base rates not all can be equal.
A missing decision or truth (None, NaN) is neither yes nor no: such a person is not counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fairki import de, yes_no

TOLERANCE = 0.02
"""How far two rates may be apart and still count as equal."""


@dataclass(frozen=True)
class Rates:
    """What decisions do to one group; shares from 0 to 1, NaN where nobody is counted.

    Attributes:
        n: people whose decision and truth are both known.
        base: share of people with truth 1.
        selected: share of people with decision 1.
        hit: share with decision 1 among those with truth 1 (true positive rate).
        wrong: share with decision 1 among those with truth 0 (false positive rate).
        precision: share with truth 1 among those with decision 1 (positive predictive value).
    """

    n: int
    base: float
    selected: float
    hit: float
    wrong: float
    precision: float

    @property
    def odds(self) -> float:
        """People with truth 1 for each one with truth 0; no decision changes this."""
        return self.base / (1 - self.base)

    @property
    def wrong_by_identity(self) -> float:
        """``wrong`` from the three other figures: odds · (1 − precision) / precision · hit (Chouldechova 2017)."""
        return self.odds * (1 - self.precision) / self.precision * self.hit


@dataclass(frozen=True)
class Definition:
    """One definition of fairness.

    Attributes:
        id: key.
        rates: the attributes of ``Rates`` that have to be equal in both groups.
    """

    id: str
    rates: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name."""
        return de.DEFINITIONS[self.id]

    def gap(self, one: Rates, other: Rates) -> float:
        """Largest difference of the rates it compares (0 to 1); NaN if one of them cannot be measured."""
        return float(np.max([abs(getattr(one, name) - getattr(other, name)) for name in self.rates]))

    def holds(self, one: Rates, other: Rates, tolerance: float = TOLERANCE) -> bool:
        """Whether the gap is within the tolerance; what cannot be measured does not hold."""
        return self.gap(one, other) <= tolerance


DEFINITIONS: dict[str, Definition] = {
    definition.id: definition
    for definition in (
        Definition("quoten", ("selected",)),
        Definition("chancen", ("hit",)),
        Definition("fehler", ("hit", "wrong")),
        Definition("bedeutung", ("precision",)),
    )
}
"""id → definition: equal selection rates, equal opportunity, equal error rates, equal precision (calibration)."""


def rates(decisions: ArrayLike, truth: ArrayLike) -> Rates:
    """The rates of one group from its decisions and its truth (1/0 per person).

    Raises:
        BadAnswerError: an entry that is neither yes nor no, or columns of different length.
    """
    decisions, truth = yes_no.read(decisions), yes_no.read(truth, de.TRUTHS)
    yes_no.match(decisions, truth)
    known = ~np.isnan(decisions) & ~np.isnan(truth)
    yes: np.ndarray = decisions[known] == 1
    deserving: np.ndarray = truth[known] == 1
    return Rates(
        n=len(yes),
        base=_share(deserving),
        selected=_share(yes),
        hit=_share(yes[deserving]),
        wrong=_share(yes[~deserving]),
        precision=_share(deserving[yes]),
    )


def at_thresholds(scores: ArrayLike, truth: ArrayLike, thresholds: Sequence[float]) -> list[Rates]:
    """The rates of one group for each threshold: decision 1 for a score that reaches it, none without a score."""
    scores = np.asarray(scores, dtype=float)
    return [rates(np.where(np.isnan(scores), np.nan, scores >= threshold), truth) for threshold in thresholds]


def _share(flags: np.ndarray) -> float:
    return float(flags.mean()) if len(flags) else float("nan")
