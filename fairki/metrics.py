"""How decisions fall on groups: rates, gaps and what may stand behind them, never without uncertainty.

A *gap* is the rate of group ``a`` minus the rate of group ``b`` (men minus women unless said otherwise), as a
share between −1 and 1. Groups of fewer than ``MINIMUM`` people are shown and marked, never dropped. Decisions are 1/0
or true/false; a missing one (None, NaN) is neither yes nor no: it is left out of rates and counted on its own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import de, models, yes_no
from fairki.errors import BadAnswerError
from fairki.worlds.recruiting import LABELS
from fairki.worlds.world import GENDERS, MAN, WOMAN

MINIMUM = 30
"""People a group needs before a judgement about it is worth anything."""
CONFIDENCE = 0.95
"""How often the intervals below contain the true value."""
FOUR_FIFTHS = 0.8
"""US Uniform Guidelines 1978: a rate below four fifths of the highest one is a sign of discrimination."""
NOT_GIVEN = de.NOT_GIVEN
"""Group of those for whom the group is missing."""


@dataclass(frozen=True)
class Gap:
    """Difference between the rates of two groups.

    Attributes:
        value: rate of a minus rate of b; NaN if a group is empty.
        low, high: 95 % interval (Newcombe); −1 to 1 if a group is empty.
        rate_a, rate_b: the two rates; NaN for an empty group.
        n_a, n_b: people in the two groups about whom there is a decision.
        too_small: one of the groups has fewer of them than the minimum size.
        undecided: people in the two groups about whom a decision is missing.
    """

    value: float
    low: float
    high: float
    rate_a: float
    rate_b: float
    n_a: int
    n_b: int
    too_small: bool
    undecided: int = 0


def wilson(
    successes: ArrayLike, n: ArrayLike, confidence: float = CONFIDENCE
) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper bound of a share's interval (Wilson 1927), 95 % by default; 0 to 1 where ``n`` is 0."""
    successes, n = np.broadcast_arrays(np.asarray(successes, dtype=float), np.asarray(n, dtype=float))
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share = np.divide(successes, n, out=np.full(n.shape, 0.5), where=n > 0)
    # multiplied by n throughout, so that an empty group comes out as 0 to 1 without a division by zero
    middle = (n * share + z**2 / 2) / (n + z**2)
    half = z * np.sqrt(n * share * (1 - share) + z**2 / 4) / (n + z**2)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


def newcombe(
    hits_a: ArrayLike, n_a: ArrayLike, hits_b: ArrayLike, n_b: ArrayLike, confidence: float = CONFIDENCE
) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper bound of share a minus share b (Newcombe 1998, method 10), 95 % by default; no group is empty."""
    (low_a, high_a), (low_b, high_b) = wilson(hits_a, n_a, confidence), wilson(hits_b, n_b, confidence)
    a, b = np.divide(hits_a, n_a), np.divide(hits_b, n_b)
    return a - b - np.hypot(a - low_a, high_b - b), a - b + np.hypot(high_a - a, b - low_b)


def group_rates(decisions: ArrayLike, groups: ArrayLike, minimum: int = MINIMUM) -> pd.DataFrame:
    """Rate of positive decisions in each group.

    Args:
        decisions: 1/0 per person; missing ones (None, NaN) do not count for the rate.
        groups: group per person. A categorical keeps its order and its empty groups; texts are ordered
            weiblich, männlich, divers, then alphabetically. Missing entries form the group "ohne Angabe".
        minimum: people a group needs for a judgement.

    Returns:
        One row per group: ``gruppe``, ``n`` (people with a decision), ``eingeladen`` (count), ``rate``, ``von``,
        ``bis`` (95 % Wilson interval), ``zu_klein`` (fewer than ``minimum``) and ``ohne_entscheidung`` (people
        whose decision is missing). A group without any decision has rate NaN and interval 0 to 1.

    Raises:
        BadAnswerError: a decision that is neither yes nor no, or columns of different length.
    """
    decisions = yes_no.read(decisions)
    groups, order = named(groups)
    yes_no.match(decisions, groups)
    decided = ~np.isnan(decisions)
    by_group = pd.Series(decisions[decided]).groupby(groups[decided], sort=False)
    found = by_group.agg(["size", "sum"]).reindex(order, fill_value=0).astype(int)
    undecided = [int((groups[~decided] == group).sum()) for group in order]
    return rates_of_counts(order, found["size"], found["sum"], minimum).assign(ohne_entscheidung=undecided)


def rates_of_counts(
    groups: Sequence[Any], n: ArrayLike, invited: ArrayLike, minimum: int = MINIMUM
) -> pd.DataFrame:
    """``group_rates`` of people who are counted already, in the same columns without ``ohne_entscheidung``."""
    n, invited = np.asarray(n, dtype=int), np.asarray(invited, dtype=int)
    low, high = wilson(invited, n)
    return pd.DataFrame(
        {
            "gruppe": list(groups),
            "n": n,
            "eingeladen": invited,
            "rate": np.divide(invited, n, out=np.full(len(n), np.nan), where=n > 0),
            "von": low,
            "bis": high,
            "zu_klein": n < minimum,
        }
    )


def gap(decisions: ArrayLike, groups: ArrayLike, a: str = MAN, b: str = WOMAN, minimum: int = MINIMUM) -> Gap:
    """Rate of group ``a`` minus rate of group ``b`` with Newcombe's score interval (1998, method 10).

    Raises:
        BadAnswerError: a decision that is neither yes nor no, or columns of different length.
    """
    decisions, groups = yes_no.read(decisions), np.asarray(groups, dtype=object)
    yes_no.match(decisions, groups)
    decided = ~np.isnan(decisions)
    in_a, in_b = members(groups, a), members(groups, b)
    n = np.array([(decided & in_a).sum(), (decided & in_b).sum()])
    invited = np.array([(decisions[in_a] == 1).sum(), (decisions[in_b] == 1).sum()])
    rate_a, rate_b = (k / m if m else math.nan for k, m in zip(invited.tolist(), n.tolist(), strict=True))
    value, low, high = rate_a - rate_b, -1.0, 1.0
    if n.all():
        low, high = map(float, newcombe(invited[0], n[0], invited[1], n[1]))
    undecided = int((~decided & (in_a | in_b)).sum())
    return Gap(value, low, high, rate_a, rate_b, int(n[0]), int(n[1]), bool(n.min() < minimum), undecided)


def ratio(decisions: ArrayLike, groups: ArrayLike, a: str = MAN, b: str = WOMAN) -> float:
    """Rate of group ``b`` divided by rate of group ``a``; NaN if that cannot be computed."""
    found = gap(decisions, groups, a, b)
    return found.rate_b / found.rate_a if found.rate_a else math.nan


def breaks_four_fifths(decisions: ArrayLike, groups: ArrayLike, a: str = MAN, b: str = WOMAN) -> bool:
    """Whether the lower of two rates is below four fifths of the higher one.

    It says nothing about chance: see ``four_fifths_false_alarms``. Without any positive decision, or with
    an empty group, the rule says nothing and the answer is False.
    """
    found = gap(decisions, groups, a, b)
    # 8/25 is exactly four fifths of 10/25, but not in floating point
    return min(found.rate_a, found.rate_b) < FOUR_FIFTHS * max(found.rate_a, found.rate_b) - 1e-12


def four_fifths_false_alarms(n: int, rate: float = 0.30) -> float:
    """How often the four-fifths rule is broken by chance alone.

    Args:
        n: people in each of two groups.
        rate: the true rate, the same in both, above 0 and below 1.

    Returns:
        Exact probability that the lower of two binomial counts is below four fifths of the higher.
    """
    return four_fifths_by_chance([n, n], rate)


def four_fifths_by_chance(sizes: Sequence[int], rate: float) -> float:
    """How often the lowest of any number of rates is below four fifths of the highest by chance alone.

    Args:
        sizes: people in each group, at least one.
        rate: the true rate, the same in all groups.

    Returns:
        Exact probability. Each case counts once, by the first group that has the highest rate.
    """
    if not 0 < rate < 1:
        return 0.0
    chances = [_binomial(n, rate) for n in sizes]
    below = [np.append(0.0, np.cumsum(chance)) for chance in chances]  # fewer than so many
    kept = 0.0
    for i, (n, chance) in enumerate(zip(sizes, chances, strict=True)):
        highest = np.arange(n + 1)
        together = chance.copy()
        for j, (m, fewer) in enumerate(zip(sizes, below, strict=True)):
            if j != i:  # in whole numbers: exactly four fifths is no breach
                least = -(-4 * highest * m // (5 * n))
                most = highest * m // n + 1 if j > i else -(-highest * m // n)
                together *= np.clip(fewer[np.maximum(most, least)] - fewer[least], 0, 1)
        kept += together.sum()
    return float(max(0.0, 1.0 - kept))


def _binomial(n: int, rate: float) -> np.ndarray:
    """Probability of each count from 0 to ``n``."""
    counts = np.arange(n + 1)
    # with logarithms, because the number of ways to choose 500 of 1,000 people is too large for a float
    factorials = np.append(0.0, np.cumsum(np.log(np.arange(1, n + 1))))
    ways = factorials[n] - factorials - factorials[::-1]
    probability: np.ndarray = np.exp(ways + counts * math.log(rate) + (n - counts) * math.log1p(-rate))
    return probability


def agreement(decisions: ArrayLike, others: ArrayLike) -> float:
    """Share of people for whom two decisions are the same; NaN for nobody.

    Whoever lacks one of the two does not count: a missing decision agrees with nothing and contradicts nothing.

    Raises:
        BadAnswerError: a decision that is neither yes nor no, or columns of different length.
    """
    decisions, others = yes_no.read(decisions), yes_no.read(others)
    yes_no.match(decisions, others)
    both = ~np.isnan(decisions) & ~np.isnan(others)
    return float((decisions == others)[both].mean()) if both.any() else math.nan


@dataclass(frozen=True)
class Outcome:
    """What decisions mean in a world with known truth.

    Attributes:
        gap: men minus women.
        women: share of women among the invited; NaN if nobody is invited.
        as_before: agreement with the firm's past decisions.
        as_suitable: agreement with true suitability, which no real firm knows.
    """

    gap: Gap
    women: float
    as_before: float
    as_suitable: float


def outcome(decisions: ArrayLike, table: pd.DataFrame) -> Outcome:
    """Judge ``decisions`` (1/0 per row) about ``table`` (columns geschlecht, eingeladen, geeignet)."""
    decisions = yes_no.read(decisions)
    yes_no.match(decisions, table)
    women = members(table["geschlecht"].to_numpy(dtype=object), WOMAN)[decisions == 1]
    return Outcome(
        gap=gap(decisions, table["geschlecht"]),
        women=float(women.mean()) if len(women) else math.nan,
        as_before=agreement(decisions, table["eingeladen"]),
        as_suitable=agreement(decisions, table["geeignet"]),
    )


def without_columns(
    history: pd.DataFrame, removed: Sequence[str] = (), applicants: pd.DataFrame | None = None
) -> Outcome:
    """What a model does that learns from ``history`` without the columns ``removed``.

    Args:
        history: past applications with their decisions (column eingeladen).
        removed: features that are deleted before the model learns.
        applicants: people it then decides about; None: the ones in ``history``.

    Raises:
        BadAnswerError: an unknown column, or none left.
    """
    applicants = history if applicants is None else applicants
    model = models.fit(history, models.remaining(removed), history["eingeladen"])
    return outcome(models.decide(model, applicants), applicants)


def share_that_stays(before: Gap, after: Gap) -> float:
    """Share of the gap ``before`` that is still there ``after``; NaN if there was none."""
    return after.value / before.value if before.value else math.nan


def proxy_auc(
    table: pd.DataFrame, columns: Sequence[str], group: str = "geschlecht", a: str = MAN, b: str = WOMAN
) -> float:
    """How well ``columns`` together give away whether somebody belongs to ``a`` or ``b``.

    Returns:
        Area under the ROC curve: the chance that, of one person from each group, the columns tell who is
        who. 0.5 is a toss of a coin. Each person is judged by a model that did not learn from them (mean of
        three folds), so that small tables do not look more telling than they are.

    Raises:
        BadAnswerError: fewer than three people in a group, or no columns.
    """
    from sklearn.metrics import roc_auc_score
    from sklearn.model_selection import StratifiedKFold

    rows = table[table[group].isin([a, b])]
    is_b = (rows[group] == b).to_numpy().astype(int)
    if min(is_b.sum(), len(is_b) - is_b.sum()) < 3:
        raise BadAnswerError(*de.too_few(a, b))
    found = []
    for learn, judge in StratifiedKFold(3, shuffle=True, random_state=0).split(rows, is_b):
        model = models.fit(rows.iloc[learn], columns, is_b[learn])
        found.append(roc_auc_score(is_b[judge], models.score(model, rows.iloc[judge])))
    return float(np.mean(found))


def proxies(table: pd.DataFrame, columns: Sequence[str] = models.WITHOUT_GENDER) -> pd.DataFrame:
    """How well each single column gives away the gender, the most telling first.

    Returns:
        ``column``, ``name`` (German label) and ``auc`` as in ``proxy_auc``.
    """
    found = pd.DataFrame(
        {
            "column": list(columns),
            "name": [LABELS.get(c, c) for c in columns],
            "auc": [proxy_auc(table, [c]) for c in columns],
        }
    )
    return found.sort_values("auc", ascending=False, kind="stable", ignore_index=True)


@dataclass(frozen=True)
class Flip:
    """The same CVs with another gender.

    Attributes:
        rate_as_a, rate_as_b: share invited if everybody were in group a, or in group b.
        changed: share of people whose decision depends on which of the two they are.
    """

    rate_as_a: float
    rate_as_b: float
    changed: float


def flip_test(model: Any, table: pd.DataFrame, a: str = MAN, b: str = WOMAN, share: float = 0.30) -> Flip:
    """Judge everybody in ``table`` once as ``a`` and once as ``b``, everything else unchanged.

    The bar is the score of the last person whom the model invites from the real table. A model without the
    column geschlecht passes by construction, whatever its gap: the test sees direct unequal treatment only.
    """
    scores = models.score(model, table)
    invited = models.top_share(scores, share) == 1
    bar = scores[invited].min() if invited.any() else math.inf
    as_a, as_b = (models.score(model, table.assign(geschlecht=group)) >= bar for group in (a, b))
    return Flip(float(as_a.mean()), float(as_b.mean()), float((as_a != as_b).mean()))


def named(groups: Any) -> tuple[np.ndarray, list[Any]]:
    """The group of each person, "ohne Angabe" where it is missing, and the order of ``group_rates``."""
    groups = pd.Series(groups)
    categorical = isinstance(groups.dtype, pd.CategoricalDtype)
    names = groups.astype(object).where(groups.notna(), NOT_GIVEN).to_numpy()
    if categorical:
        order = list(groups.cat.categories)
    else:
        seen = set(names) - {NOT_GIVEN}
        order = [g for g in GENDERS if g in seen] + sorted(seen - set(GENDERS), key=str)
    if NOT_GIVEN in names and NOT_GIVEN not in order:
        order.append(NOT_GIVEN)
    return names, order


def members(groups: np.ndarray, group: object) -> np.ndarray:
    """Who is in ``group``; whose group is missing (None, NaN, pandas.NA) is in none."""
    known = pd.notna(groups)
    found = np.zeros(len(groups), dtype=bool)
    found[known] = groups[known] == group
    return found
