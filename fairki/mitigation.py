"""Ways to reduce what a model inherits from unfair decisions.

Every function takes ``history`` (past applications with the column eingeladen) and ``applicants``, and
returns decisions (1/0) about ``applicants``. ``group`` is the column of the groups, any number of them. A group
that is too small to learn a rule of its own from is treated like the largest one; ``learnable`` says which groups
that concerns, and whoever shows the result has to say so, too.

Nothing here repairs the past. What a method costs depends on the yardstick, so judge it with
``metrics.outcome`` against the past decisions *and* against suitability.
"""

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import de, metrics, models, yes_no
from fairki.errors import BadAnswerError
from fairki.worlds.recruiting import FEATURES, GROUP

PARITY = "demographic_parity"
"""Equal rates of invitation."""
EQUALIZED_ODDS = "equalized_odds"
"""Equal rates of invitation among those the labels call suitable, and among those they do not."""
PARITY_TOLERANCE = 0.01
"""How far a group's rate may lie from the overall rate while ``reduction`` learns."""
_STEPS = 1000  # places at which ``repaired`` looks at a distribution


@dataclass(frozen=True)
class Learnable:
    """Which groups of past applications can get a rule of their own.

    Attributes:
        groups: those with at least ``metrics.MINIMUM`` people, some of them invited and some not; the largest first.
        too_small: all others; they are treated like the first of ``groups``.
    """

    groups: tuple[str, ...]
    too_small: tuple[str, ...]


def learnable(history: pd.DataFrame, group: str = GROUP) -> Learnable:
    """The groups of ``history`` that a method can tell apart, and those that it cannot.

    Raises:
        BadAnswerError: there are no two groups to tell apart, or a past decision is neither yes nor no.
    """
    labels, (names, order) = yes_no.read_all(history["eingeladen"]), metrics.named(history[group])
    found = {name: labels[names == name] for name in order}
    large = [name for name, one in found.items() if len(one) >= metrics.MINIMUM and 0 < one.mean() < 1]
    if len(large) < 2:
        raise BadAnswerError(*de.too_few_to_learn(metrics.MINIMUM))
    large.sort(key=lambda name: -len(found[name]))  # stable: of equals, the first in the usual order
    return Learnable(tuple(large), tuple(name for name in found if name not in large))


def reweighing_weights(groups: ArrayLike, labels: ArrayLike) -> np.ndarray:
    """Weight w(g, y) = P(g)·P(y) / P(g, y) of each person (Kamiran and Calders 2012, "Reweighing").

    With these weights group and label are independent; the weights sum to the number of people. Those for whom the
    group is missing are a group of their own.

    Raises:
        BadAnswerError: a label is missing or neither yes nor no, or the columns are of different length.
    """
    groups = pd.Series(groups).astype(object)
    labels = yes_no.read_all(labels)
    yes_no.match(labels, groups)
    counts = pd.DataFrame({"g": groups.where(groups.notna(), metrics.NOT_GIVEN).to_numpy(), "y": labels})
    of_group = counts.groupby("g")["y"].transform("size")
    of_label = counts.groupby("y")["g"].transform("size")
    of_both = counts.groupby(["g", "y"])["y"].transform("size")
    return (of_group * of_label / (len(counts) * of_both)).to_numpy()


def reweighing(history: pd.DataFrame, applicants: pd.DataFrame, group: str = GROUP) -> np.ndarray:
    """Learn with all columns from people who count as much as ``reweighing_weights`` says."""
    weights = reweighing_weights(history[group], history["eingeladen"])
    columns = list(dict.fromkeys([group, *FEATURES]))
    return models.decide(models.fit(history, columns, history["eingeladen"], weights), applicants)


def massaging(history: pd.DataFrame, applicants: pd.DataFrame, group: str = GROUP) -> np.ndarray:
    """Learn without the group after relabelling the closest cases (Kamiran and Calders 2012, "Massaging").

    A first model ranks the past applications. In each group below the overall rate, as many of those rejected become
    invited (those with the best scores) as it takes to reach that rate; in each group above it, those invited with the
    lowest scores become rejected. The second model learns from that. Groups too small to learn from stay as they are.

    Raises:
        BadAnswerError: as ``learnable``.
    """
    columns = _without(group)
    labels = yes_no.read_all(history["eingeladen"]).astype(int)
    scores = models.score(models.fit(history, columns, labels), history)
    groups = history[group].to_numpy(dtype=object)
    members = [metrics.members(groups, name) for name in learnable(history, group).groups]
    overall = labels[np.logical_or.reduce(members)].mean()
    for there in members:
        change = round((overall - labels[there].mean()) * there.sum())
        open_ = np.flatnonzero(there & (labels == (change < 0)))
        closest = np.argsort(-scores[open_] if change > 0 else scores[open_], kind="stable")
        labels[open_[closest[: abs(change)]]] = int(change > 0)
    return models.decide(models.fit(history, columns, labels), applicants)


def correlation_removed(history: pd.DataFrame, applicants: pd.DataFrame, group: str = GROUP) -> np.ndarray:
    """Learn from features out of which everything that goes linearly with the group was taken.

    The group has to be known of the applicants, too (fairlearn's CorrelationRemover).
    """
    from fairlearn.preprocessing import CorrelationRemover

    rest = learnable(history, group).groups[
        1:
    ]  # who is in none of them is in the first one, or treated like it
    past, present = (
        np.column_stack([table, *([_told(people, group) == name for name in rest])]).astype(float)
        for table, people in zip(_prepared(history, applicants, group), (history, applicants), strict=True)
    )
    ids = list(range(past.shape[1] - len(rest), past.shape[1]))
    remover = CorrelationRemover(sensitive_feature_ids=ids).fit(past)
    return _learnt(remover.transform(past), history, remover.transform(present))


def impact_removed(
    history: pd.DataFrame, applicants: pd.DataFrame, group: str = GROUP, amount: float = 1.0
) -> np.ndarray:
    """Learn from features that are spread alike in all groups (disparate-impact remover, Feldman et al. 2015).

    Each feature of a person is moved to the place that a person of the same rank has in the median of the groups'
    distributions (``repaired``). Within a group nobody overtakes anybody. Texts are repaired as the yes-or-no columns
    of their entries. The group has to be known of the applicants, too.

    Args:
        amount: 1 repairs fully, 0 not at all.
    """
    found = learnable(history, group)
    groups, present_groups = (_merged(table, group, found) for table in (history, applicants))
    past, present = _prepared(history, applicants, group)
    both = [
        repaired(past[:, at], groups, values[:, at], whose, amount)
        for values, whose in ((past, groups), (present, present_groups))
        for at in range(past.shape[1])
    ]
    width = past.shape[1]
    return _learnt(np.column_stack(both[:width]), history, np.column_stack(both[width:]))


def repaired(
    known: np.ndarray, known_groups: np.ndarray, values: np.ndarray, groups: np.ndarray, amount: float = 1.0
) -> np.ndarray:
    """One feature after the repair of Feldman et al. (2015, "geometric repair").

    Args:
        known, known_groups: the feature and the group of the people from whom the distributions are learnt.
        values, groups: those to be repaired; every group has to be one of ``known_groups``.
        amount: 1 gives every group the median of the groups' distributions, 0 changes nothing.

    Returns:
        (1 − amount) · value + amount · the median distribution at the value's rank in its group. A value that several
        people share covers a range of ranks and gets the mean over that range, so that repaired means are equal.
    """
    ranks = (np.arange(_STEPS) + 0.5) / _STEPS
    sorted_ = {name: np.sort(known[known_groups == name]) for name in dict.fromkeys(known_groups)}
    # ranks lie between the steps of a distribution or within one: the value there is the one below
    median = np.median([one[(ranks * len(one)).astype(int)] for one in sorted_.values()], axis=0)
    summed, places = np.concatenate([[0], median.cumsum() / _STEPS]), np.linspace(0, 1, _STEPS + 1)
    target = np.empty(len(values))
    for name, one in sorted_.items():
        there = groups == name
        low, high = (np.searchsorted(one, values[there], side) / len(one) for side in ("left", "right"))
        width = high - low
        # whoever has a value that nobody known has lies between two ranks
        at_a_point = np.interp((low + high) / 2, ranks, median)
        over_a_range = np.interp(high, places, summed) - np.interp(low, places, summed)
        target[there] = np.divide(over_a_range, width, out=at_a_point, where=width > 0)
    return (1 - amount) * values + amount * target


def group_thresholds(
    history: pd.DataFrame,
    applicants: pd.DataFrame,
    constraint: str = PARITY,
    seed: int = 0,
    group: str = GROUP,
) -> np.ndarray:
    """A model without the group, then one bar per group (Hardt et al. 2016; fairlearn's ThresholdOptimizer).

    Near the bar the method tosses coins, so the decisions depend on ``seed`` and the share invited is only
    about 30 %. With ``EQUALIZED_ODDS`` it makes errors equal *as the past decisions define them*: where
    these are unfair, it repairs nothing.
    """
    from fairlearn.postprocessing import ThresholdOptimizer

    columns, found = _without(group), learnable(history, group)
    labels = history["eingeladen"]
    optimizer = ThresholdOptimizer(
        estimator=models.fit(history, columns, labels),
        constraints=constraint,
        predict_method="predict_proba",
        prefit=True,
    )
    optimizer.fit(history[columns], labels, sensitive_features=_merged(history, group, found))
    decisions = optimizer.predict(
        applicants[columns], sensitive_features=_merged(applicants, group, found), random_state=seed
    )
    return np.asarray(decisions, dtype=int)


def reduction(
    history: pd.DataFrame, applicants: pd.DataFrame, seed: int = 0, group: str = GROUP
) -> np.ndarray:
    """A lottery over models with about equal rates (Agarwal et al. 2018; fairlearn's ExponentiatedGradient).

    The group is needed to learn, not to decide. Each decision is made by one of several models drawn at
    random, so the decisions depend on ``seed`` and the share invited is only about 30 %.
    """
    from fairlearn.reductions import DemographicParity, ExponentiatedGradient
    from pandas.errors import Pandas4Warning

    columns, labels = _without(group), yes_no.read_all(history["eingeladen"]).astype(int)
    groups = _merged(history, group, learnable(history, group))
    # weights do not matter for the preparation, so it is made once and not for each model
    prepare, regression = models.unfitted(history, columns).named_steps.values()
    past, present = prepare.fit_transform(history[columns]), prepare.transform(applicants[columns])
    learner = ExponentiatedGradient(regression, DemographicParity(difference_bound=PARITY_TOLERANCE))
    with warnings.catch_warnings():
        # fairlearn 0.15 grows its own Series in ways that pandas 4 will forbid; the results are right
        warnings.filterwarnings("ignore", "Setting (a value|an item)", Pandas4Warning)
        learner.fit(past, labels, sensitive_features=groups)
    return np.asarray(learner.predict(present, random_state=seed), dtype=int)


def true_outcome(
    history: pd.DataFrame, applicants: pd.DataFrame, invited_only: bool = False, group: str = GROUP
) -> np.ndarray:
    """Learn without the group from who really was suitable (column geeignet) in place of who was invited.

    Args:
        invited_only: learn from those alone who were invited: of all others no real firm gets to know it.

    Raises:
        BadAnswerError: a truth is missing, or everybody to learn from is alike.
    """
    known = history[history["eingeladen"] == 1] if invited_only else history
    return models.decide(models.fit(known, _without(group), known["geeignet"]), applicants)


def _without(group: str) -> list[str]:
    """The features without the group."""
    return [column for column in models.WITHOUT_GENDER if column != group]


def _told(table: pd.DataFrame, group: str) -> np.ndarray:
    """The group of each person, "ohne Angabe" where it is missing."""
    names, _ = metrics.named(table[group])
    return names


def _merged(table: pd.DataFrame, group: str, found: Learnable) -> np.ndarray:
    """The group whose rule each person gets."""
    names = _told(table, group)
    return np.where(np.isin(names, found.groups), names, found.groups[0])


def _prepared(history: pd.DataFrame, applicants: pd.DataFrame, group: str) -> tuple[np.ndarray, np.ndarray]:
    """The features without the group as numbers, as a model learns from them: of the past, and of the applicants."""
    columns = _without(group)
    prepare = models.unfitted(history, columns).named_steps["prepare"].fit(history[columns])
    return prepare.transform(history[columns]), prepare.transform(applicants[columns])


def _learnt(past: np.ndarray, history: pd.DataFrame, present: np.ndarray) -> np.ndarray:
    """Decisions of a model that learnt the past decisions from these features."""
    labels = yes_no.read_all(history["eingeladen"]).astype(int)
    regression = models.unfitted(history, models.WITHOUT_GENDER).named_steps["logisticregression"]
    return models.top_share(regression.fit(past, labels).decision_function(present))
