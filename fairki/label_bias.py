"""Right about the wrong thing: what happens if a model of need learns from costs or minutes instead.

The model is Obermeyer et al. (Science 2019): predictions of the recorded effort are equally good in both groups,
and yet at the same score one group needs more, because it got less for the same need.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairki.worlds.world import World, top_share

SHARE = 0.03
"""Share of people who come first (or are taken into a programme)."""
CLASSES = 10
"""Classes of about equal score in which the groups' needs are compared."""


@dataclass(frozen=True)
class Learnt:
    """What a model that learnt from a label does to the smaller of two groups.

    Attributes:
        label: the column it learnt from.
        share: share of the smaller group among those who come first.
        among_urgent: the same among those with the greatest need.
        among_all: the same among everybody.
        found: share of those with the greatest need who come first.
        ratio: group → recorded label divided by its prediction, in total (1: right on average).
        explained: share of the label's variance that the model explains (R squared, 0 to 1).
        need: mean need of the smaller group divided by that of the larger one at equal score.
    """

    label: str
    share: float
    among_urgent: float
    among_all: float
    found: float
    ratio: dict[str, float]
    explained: float
    need: float


def learn(world: World, table: pd.DataFrame, label: str) -> Learnt:
    """A least squares model of ``label`` from the features of a world of need, judged on the same people.

    Args:
        world: ``worlds.service`` or ``worlds.care``.
        table: as from ``world.generate``.
        label: the world's own label, or ``"bedarf"``.
    """
    features = pd.get_dummies(table[list(world.FEATURES)], dtype=float)
    matrix = np.column_stack([np.ones(len(features)), features.to_numpy()])
    values = table[label].to_numpy(dtype=float)
    predicted = matrix @ np.linalg.lstsq(matrix, values, rcond=None)[0]
    small = (table[world.GROUP] == world.GROUPS[1]).to_numpy()
    first = top_share(predicted, SHARE) == 1
    urgent, need = table["dringend"].to_numpy() == 1, table["bedarf"].to_numpy(dtype=float)
    ranks = np.argsort(np.argsort(predicted, kind="stable"), kind="stable")
    classes = ranks * CLASSES // len(table)
    of_class = np.bincount(classes[~small], need[~small], CLASSES) / np.bincount(
        classes[~small], minlength=CLASSES
    )
    return Learnt(
        label,
        share=float(small[first].mean()),
        among_urgent=float(small[urgent].mean()),
        among_all=float(small.mean()),
        found=float(first[urgent].mean()),
        ratio={
            group: float(values[members].sum() / predicted[members].sum())
            for group, members in zip(world.GROUPS, (~small, small), strict=True)
        },
        explained=float(1 - np.var(values - predicted) / np.var(values)),
        need=float(need[small].mean() / of_class[classes[small]].mean()),
    )
