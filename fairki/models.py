"""Models that learn whom to invite: fit, score, decide, and which columns a model leans on.

A model here is a scikit-learn pipeline: one-hot for texts, standardised numbers, logistic regression without
penalty. It is small on purpose: whatever unfairness it shows comes from the data, not from its size.
"""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import de, yes_no
from fairki.errors import BadAnswerError
from fairki.worlds.recruiting import FEATURES, LABELS
from fairki.worlds.world import top_share

__all__ = ["WITHOUT_GENDER", "decide", "fit", "importance", "remaining", "score", "top_share", "unfitted"]

WITHOUT_GENDER = FEATURES[1:]
"""All features but the gender: what is left when somebody deletes that column."""


def unfitted(table: pd.DataFrame, columns: Sequence[str]) -> Any:
    """The pipeline for these columns, not yet fitted; its last step is called ``logisticregression``."""
    from sklearn.compose import ColumnTransformer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import Pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    numbers = [c for c in columns if pd.api.types.is_numeric_dtype(table[c])]
    texts = [c for c in columns if c not in numbers]
    # an unseen text is coded as "none of the known ones", so that a fresh year with a new club can be scored
    encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
    prepare = ColumnTransformer([("texts", encoder, texts), ("numbers", StandardScaler(), numbers)])
    # scikit-learn 1.8 (in the browser edition) warns of its own way to say that there is no penalty; 1.9 does not
    warnings.filterwarnings("ignore", "Setting penalty=None will ignore the C", UserWarning, "sklearn")
    # with the default tolerance, fitting ends before a group of twenty people has got its own rate
    regression = LogisticRegression(C=np.inf, tol=1e-6, max_iter=1000)
    return Pipeline([("prepare", prepare), ("logisticregression", regression)])


def fit(
    table: pd.DataFrame, columns: Sequence[str], labels: ArrayLike, weights: ArrayLike | None = None
) -> Any:
    """A model that predicts ``labels`` (1/0 per row of ``table``) from ``columns``.

    Args:
        weights: how much each row counts; None counts all alike.

    Raises:
        BadAnswerError: no columns, unknown columns, or labels that are missing, no yes or no, or all the same.
    """
    columns = list(columns)
    if not columns:
        raise BadAnswerError(*de.NO_COLUMN)
    if unknown := [c for c in columns if c not in table.columns]:
        raise BadAnswerError(*de.unknown_columns(unknown, map(str, table.columns)))
    labels = yes_no.read_all(labels).astype(int)
    yes_no.match(labels, table)
    if len(np.unique(labels)) < 2:
        raise BadAnswerError(*de.ALL_ALIKE)
    model = unfitted(table, columns)
    return model.fit(table[columns], labels, logisticregression__sample_weight=weights)


def score(model: Any, table: pd.DataFrame) -> np.ndarray:
    """The model's score (log-odds) of each row; further columns of ``table`` are ignored."""
    found: np.ndarray = model.decision_function(table[list(model.feature_names_in_)])
    return found


def decide(model: Any, table: pd.DataFrame, share: float = 0.30) -> np.ndarray:
    """Decisions (1/0) of a model that invites the ``share`` of rows with the highest scores."""
    return top_share(score(model, table), share)


def remaining(removed: Sequence[str]) -> list[str]:
    """The features that stay when the columns ``removed`` are deleted.

    Raises:
        BadAnswerError: one of them is no feature.
    """
    if unknown := [c for c in removed if c not in FEATURES]:
        raise BadAnswerError(*de.unknown_columns(unknown, FEATURES))
    return [c for c in FEATURES if c not in removed]


def importance(
    model: Any, table: pd.DataFrame, labels: ArrayLike, seed: int = 0, repeats: int = 5
) -> pd.DataFrame:
    """How much the model loses when one column is shuffled (permutation importance, Breiman 2001).

    Returns:
        One row per column, the most important first: ``column``, ``name`` (German label), ``loss`` (loss of
        accuracy, mean over ``repeats`` shuffles) and ``rank`` (1 = most important). A low rank does not
        mean that the column is harmless: importance is not fairness.
    """
    from sklearn.inspection import permutation_importance

    labels = yes_no.read_all(labels).astype(int)
    yes_no.match(labels, table)
    columns = list(model.feature_names_in_)
    lost = permutation_importance(
        model, table[columns], labels, scoring="accuracy", n_repeats=repeats, random_state=seed
    )
    result = pd.DataFrame(
        {
            "column": columns,
            "name": [LABELS.get(c, c) for c in columns],
            "loss": lost.importances_mean,
        }
    )
    result = result.sort_values("loss", ascending=False, kind="stable", ignore_index=True)
    return result.assign(rank=np.arange(1, len(result) + 1))
