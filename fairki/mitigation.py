"""Ways to reduce what a model inherits from unfair decisions.

Every function takes ``history`` (past applications with the column eingeladen) and ``applicants``, and
returns decisions (1/0) about ``applicants``. Where a method knows two groups only, it knows women and
everybody else: the few people with the entry *divers* are too few to learn a rule of their own from.

Nothing here repairs the past. What a method costs depends on the yardstick, so judge it with
``metrics.outcome`` against the past decisions *and* against suitability.
"""

import warnings

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import de, metrics, models, yes_no
from fairki.errors import BadAnswerError
from fairki.worlds.recruiting import FEATURES
from fairki.worlds.world import MAN, WOMAN

PARITY = "demographic_parity"
"""Equal rates of invitation."""
EQUALIZED_ODDS = "equalized_odds"
"""Equal rates of invitation among those the labels call suitable, and among those they do not."""
PARITY_TOLERANCE = 0.01
"""How far a group's rate may lie from the overall rate while ``reduction`` learns."""


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


def reweighing(history: pd.DataFrame, applicants: pd.DataFrame) -> np.ndarray:
    """Learn with all columns from people who count as much as ``reweighing_weights`` says."""
    weights = reweighing_weights(history["geschlecht"], history["eingeladen"])
    return models.decide(models.fit(history, FEATURES, history["eingeladen"], weights), applicants)


def massaging(history: pd.DataFrame, applicants: pd.DataFrame) -> np.ndarray:
    """Learn without the gender after relabelling the closest cases (Kamiran and Calders 2012, "Massaging").

    A first model ranks the past applications. As many women with the best scores among the rejected become
    invited, and men with the lowest scores among the invited become rejected, as it takes to make the two
    past rates equal. The second model learns from that.

    Raises:
        BadAnswerError: no women or no men in ``history``, or a past decision is missing or neither yes nor no.
    """
    labels = yes_no.read_all(history["eingeladen"]).astype(int)
    scores = models.score(models.fit(history, models.WITHOUT_GENDER, labels), history)
    women, men = ((history["geschlecht"] == group).to_numpy() for group in (WOMAN, MAN))
    if not (women.any() and men.any()):
        raise BadAnswerError(*de.ONE_GENDER)
    gap = labels[men].mean() - labels[women].mean()
    swaps = max(0, round(gap * women.sum() * men.sum() / (women.sum() + men.sum())))
    rejected = np.flatnonzero(women & (labels == 0))
    invited = np.flatnonzero(men & (labels == 1))
    labels[rejected[np.argsort(-scores[rejected], kind="stable")[:swaps]]] = 1
    labels[invited[np.argsort(scores[invited], kind="stable")[:swaps]]] = 0
    return models.decide(models.fit(history, models.WITHOUT_GENDER, labels), applicants)


def correlation_removed(history: pd.DataFrame, applicants: pd.DataFrame) -> np.ndarray:
    """Learn from features out of which everything that goes linearly with being a woman was taken.

    The gender has to be known of the applicants, too (fairlearn's CorrelationRemover).
    """
    from fairlearn.preprocessing import CorrelationRemover

    labels = history["eingeladen"]
    model = models.fit(history, models.WITHOUT_GENDER, labels)
    prepare, regression = model.named_steps.values()
    past, present = (
        np.column_stack([prepare.transform(table[list(models.WITHOUT_GENDER)]), _is_woman(table)])
        for table in (history, applicants)
    )
    remover = CorrelationRemover(sensitive_feature_ids=[past.shape[1] - 1]).fit(past)
    regression.fit(remover.transform(past), labels)
    return models.top_share(regression.decision_function(remover.transform(present)))


def group_thresholds(
    history: pd.DataFrame, applicants: pd.DataFrame, constraint: str = PARITY, seed: int = 0
) -> np.ndarray:
    """A model without the gender, then one bar per group (Hardt et al. 2016; fairlearn's ThresholdOptimizer).

    Near the bar the method tosses coins, so the decisions depend on ``seed`` and the share invited is only
    about 30 %. With ``EQUALIZED_ODDS`` it makes errors equal *as the past decisions define them*: where
    these are unfair, it repairs nothing.
    """
    from fairlearn.postprocessing import ThresholdOptimizer

    columns = list(models.WITHOUT_GENDER)
    labels = history["eingeladen"]
    optimizer = ThresholdOptimizer(
        estimator=models.fit(history, columns, labels),
        constraints=constraint,
        predict_method="predict_proba",
        prefit=True,
    )
    optimizer.fit(history[columns], labels, sensitive_features=_is_woman(history))
    decisions = optimizer.predict(
        applicants[columns], sensitive_features=_is_woman(applicants), random_state=seed
    )
    return np.asarray(decisions, dtype=int)


def reduction(history: pd.DataFrame, applicants: pd.DataFrame, seed: int = 0) -> np.ndarray:
    """A lottery over models with about equal rates (Agarwal et al. 2018; fairlearn's ExponentiatedGradient).

    The gender is needed to learn, not to decide. Each decision is made by one of several models drawn at
    random, so the decisions depend on ``seed`` and the share invited is only about 30 %.
    """
    from fairlearn.reductions import DemographicParity, ExponentiatedGradient
    from pandas.errors import Pandas4Warning

    columns, labels = list(models.WITHOUT_GENDER), yes_no.read_all(history["eingeladen"]).astype(int)
    # weights do not matter for the preparation, so it is made once and not for each model
    prepare, regression = models.unfitted(history, columns).named_steps.values()
    past, present = prepare.fit_transform(history[columns]), prepare.transform(applicants[columns])
    learner = ExponentiatedGradient(regression, DemographicParity(difference_bound=PARITY_TOLERANCE))
    with warnings.catch_warnings():
        # fairlearn 0.15 grows its own Series in ways that pandas 4 will forbid; the results are right
        warnings.filterwarnings("ignore", "Setting (a value|an item)", Pandas4Warning)
        learner.fit(past, labels, sensitive_features=_is_woman(history))
    return np.asarray(learner.predict(present, random_state=seed), dtype=int)


def _is_woman(table: pd.DataFrame) -> np.ndarray:
    return (table["geschlecht"] == WOMAN).to_numpy().astype(int)
