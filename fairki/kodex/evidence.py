"""What the checks look at: a system's decisions, counted once and never without uncertainty.

Stated error rate: an interval contains the true value in ``CONFIDENCE`` of all cases; where several pairs of groups
are compared, each gets its share of the remaining error (Bonferroni), so that the error rate holds for the check
as a whole. Groups of fewer than ``metrics.MINIMUM`` people are named, but not judged.
"""

import math
from functools import cached_property, lru_cache
from statistics import NormalDist
from typing import cast

import numpy as np
import pandas as pd

from fairki import metrics
from fairki.groups import Comparison, widest
from fairki.systems import DecisionSystem, Steckbrief, System
from fairki.texts.text_evidence import TextEvidence
from fairki.texts.text_systems import TextSystem

CONFIDENCE = 0.99
"""How often an interval contains the true value: an accusation needs more than the usual 95 %."""
REMEMBERED = 64
"""Systems whose evidence is kept: a Kodex looks at the same ones again and again, rule by rule and answer by answer."""
BINS = 20
"""Classes of (almost) equal score, as many people in each."""


class Evidence:
    """Everything that checks may ask about one system; counted when first asked for, and only once."""

    def __init__(self, system: DecisionSystem):
        self.system = system

    @property
    def steckbrief(self) -> Steckbrief:
        """What is said about the system."""
        return self.system.steckbrief

    @property
    def has_data(self) -> bool:
        """Whether decisions are known; otherwise there is only the Steckbrief."""
        return self.system.recipe is not None

    @property
    def truth_known(self) -> bool:
        """Whether anybody measured afterwards who was right."""
        return self.system.truth_known

    @cached_property
    def decisions(self) -> np.ndarray:
        """1/0 per person."""
        return self.system.decisions

    @cached_property
    def sizes(self) -> dict[str, int]:
        """Group → people, the largest first."""
        return {str(g): int(n) for g, n in pd.Series(self.system.groups).value_counts().items()}

    @cached_property
    def members(self) -> dict[str, np.ndarray]:
        """Group → True for its people."""
        groups = self.system.groups
        return {group: groups == group for group in self.sizes}

    @cached_property
    def learnt_from(self) -> dict[str, int]:
        """Group → people of that group in the training data."""
        return self.system.learnt_from

    @property
    def people(self) -> int:
        """How many people the system decided about."""
        return len(self.decisions)

    @property
    def rejected(self) -> int:
        """How many people got a negative decision."""
        return int(self.people - self.decisions.sum())

    @cached_property
    def rates(self) -> Comparison | None:
        """The two groups whose rates of positive decisions differ most clearly; None if there are no two."""
        return self._widest(np.ones(self.people, dtype=bool))

    @cached_property
    def crossings(self) -> dict[str, np.ndarray]:
        """Crossing of the group with another attribute → True for its people, the largest first."""
        crossings = self.system.crossings
        return {str(one): crossings == one for one in pd.Series(crossings).value_counts().index}

    def crossed_rates(self, minimum: int) -> Comparison | None:
        """As ``rates``, of crossings that have at least ``minimum`` people."""
        n = {one: int(members.sum()) for one, members in self.crossings.items()}
        hits = {one: int(self.decisions[members].sum()) for one, members in self.crossings.items()}
        return widest(hits, n, CONFIDENCE, minimum)

    @cached_property
    def chances(self) -> Comparison | None:
        """The same among those whom the decision is really for; None if too few, or if nobody knows them."""
        truth = self.system.truth
        return None if truth is None else self._widest(truth == 1)

    @cached_property
    def small_groups(self) -> list[str]:
        """Groups with too few people for a judgement."""
        return [group for group, n in self.sizes.items() if n < metrics.MINIMUM]

    @cached_property
    def meaning(self) -> Comparison | None:
        """How far, at equal scores, the truth of two groups is apart, as a share of the lower one.

        The larger group says how much need (or how often the truth) belongs to each of ``BINS`` classes of scores;
        the other group's total is compared with what these classes make one expect. The interval is that of a
        ratio of two sums (logarithm, normal approximation). None if too few people, or if nobody knows the truth.
        """
        need, large = self.system.need, [g for g in self.sizes if g not in self.small_groups]
        if need is None or len(large) < 2:
            return None
        order = np.argsort(np.argsort(self.system.scores, kind="stable"), kind="stable")
        classes = order * BINS // self.people
        found, z = [], _z(len(large) - 1)
        first = self.members[large[0]]
        of_class = np.bincount(classes[first], need[first], BINS) / np.maximum(
            np.bincount(classes[first], minlength=BINS), 1
        )
        expected = of_class[classes]
        left = (need - expected) ** 2
        for group in large[1:]:
            here = self.members[group]
            if min(need[here].sum(), expected[here].sum()) <= 0:
                continue
            log = math.log(need[here].sum() / expected[here].sum())
            error = math.hypot(*(math.sqrt(left[m].sum()) / need[m].sum() for m in (here, first)))
            worse, better = (group, large[0]) if log > 0 else (large[0], group)
            low, high = max(0.0, abs(log) - z * error), abs(log) + z * error
            value, low, high = (math.expm1(x) for x in (abs(log), low, high))
            found.append(
                Comparison(value, low, high, better, worse, 1.0, math.exp(abs(log)), self.sizes[worse])
            )
        return max(found, key=lambda c: (c.low, c.value), default=None)

    @cached_property
    def stand_ins(self) -> Comparison | None:
        """In how many of 100 comparisons the columns in use tell two people of different groups apart.

        ``value`` is the area under the ROC curve (0.5 to 1) of a least squares model that judges people whom it did
        not learn from, with the interval of Hanley and McNeil (1982); of the largest group and that other one which
        is told apart most surely. None if there are no two groups that are large enough.
        """
        recipe = self.system.recipe
        assert recipe is not None, "asked only where decisions are known"
        first, *others = [g for g in self.sizes if g not in self.small_groups] or [""]
        columns = list(dict.fromkeys([*recipe.columns, *(c for c, _ in recipe.malus)]))
        found = [self._told_apart(first, other, columns, _z(len(others))) for other in others]
        return max(found, key=lambda c: (c.low, c.value), default=None)

    def _told_apart(self, first: str, second: str, columns: list[str], z: float) -> Comparison:
        rows = self.members[first] | self.members[second]
        is_second = self.members[second][rows]
        auc = _separation(self.system.people.loc[rows, columns], is_second)
        n = is_second.sum(), (~is_second).sum()
        q1, q2 = auc / (2 - auc), 2 * auc**2 / (1 + auc)
        variance = auc * (1 - auc) + (n[0] - 1) * (q1 - auc**2) + (n[1] - 1) * (q2 - auc**2)
        half = z * math.sqrt(max(variance, 0) / (n[0] * n[1]))
        low, high = max(0.0, auc - half), min(1.0, auc + half)
        return Comparison(auc, low, high, first, second, math.nan, math.nan, self.sizes[second])

    def _widest(self, counted: np.ndarray) -> Comparison | None:
        """Newcombe's interval for each pair of groups among ``counted``; the pair whose difference is surest."""
        n = {group: int((members & counted).sum()) for group, members in self.members.items()}
        hits = {
            group: int(self.decisions[members & counted].sum()) for group, members in self.members.items()
        }
        return widest(hits, n, CONFIDENCE)


AnyEvidence = Evidence | TextEvidence
"""The evidence about a system of any kind."""


def gather(system: System) -> AnyEvidence:
    """The evidence about a system of any kind."""
    if isinstance(system, DecisionSystem):
        return _evidence(system)
    if isinstance(system, TextSystem):
        return TextEvidence(system)
    return Evidence(cast(DecisionSystem, system))


@lru_cache(REMEMBERED)
def _evidence(system: DecisionSystem) -> Evidence:
    return Evidence(system)


def _z(comparisons: int) -> float:
    return NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / 2 / comparisons)


def _separation(table: pd.DataFrame, is_second: np.ndarray) -> float:
    """Mean area under the ROC curve over two halves, each judged by what was learnt from the other."""
    parts = [np.ones((len(table), 1))]
    for name in table:
        values = table[name]
        if pd.api.types.is_numeric_dtype(values):
            numbers = values.to_numpy(dtype=float)
            parts.append(((numbers - numbers.mean()) / (numbers.std() or 1.0))[:, None])
        else:
            codes, options = pd.factorize(values)
            parts.append(np.eye(len(options))[codes])
    matrix, half = np.hstack(parts), np.arange(len(table)) % 2 == 0
    found = []
    for learn in (half, ~half):
        weights = np.linalg.lstsq(matrix[learn], is_second[learn].astype(float), rcond=None)[0]
        ranks = pd.Series(matrix[~learn] @ weights).rank().to_numpy()
        second = is_second[~learn]
        n = second.sum()
        found.append((ranks[second].sum() - n * (n + 1) / 2) / (n * (len(second) - n)))
    # a model that is worse than a coin says no more than a coin
    return float(max(0.5, np.mean(found)))
