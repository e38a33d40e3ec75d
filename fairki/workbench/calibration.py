"""Whether the same score means the same in every group, by classes of about equal score."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairki import diagnostics
from fairki.workbench.suppression import Group, hidden

CLASSES = 5
"""Classes of about equal score, as many people in each."""


@dataclass(frozen=True)
class Calibration:
    """One column of groups.

    Attributes:
        name: of the column.
        chances: whether the scores are chances from 0 to 1, so that a class also has an expected rate.
        classes: one row per class and shown group, as from ``diagnostics.calibration``; ``erwartet`` is the mean score.
    """

    name: str
    chances: bool
    classes: pd.DataFrame


def by_class(
    name: str,
    names: Sequence[str],
    codes: np.ndarray,
    shown: Sequence[int],
    scores: np.ndarray,
    truth: np.ndarray,
    smallest: int,
) -> Calibration:
    """What came true at about the same score, group by group; small crossings of class and group are left out."""
    known = ~np.isnan(scores) & ~np.isnan(truth) & np.isin(codes, list(shown))
    codes, scores, truth = codes[known], scores[known], truth[known]
    chances = bool(len(scores)) and scores.min() >= 0 and scores.max() <= 1
    low, high = (scores.min(), scores.max()) if len(scores) else (0.0, 1.0)
    within = scores if chances else (scores - low) / ((high - low) or 1.0)  # only their order and means count
    groups = pd.Categorical.from_codes(codes, pd.Index(list(names)))
    found = diagnostics.calibration(within, truth, groups, CLASSES)
    found["erwartet"] = found["erwartet"] if chances else found["erwartet"] * ((high - low) or 1.0) + low
    found = found[found["gruppe"].isin([names[one] for one in shown])].reset_index(drop=True)
    return Calibration(name, chances, found[~_small(found, smallest)].reset_index(drop=True))


def _small(found: pd.DataFrame, smallest: int) -> np.ndarray:
    """Rows that are empty or must not be shown: classes and groups are known by their sums."""
    classes, groups = found["klasse"].to_numpy(), found["gruppe"].to_numpy(dtype=object)
    atoms = np.arange(len(found))
    sets = [Group(f"class {one}", "class", classes == one) for one in sorted(set(classes))]
    sets += [Group(f"group {one}", "group", groups == one) for one in sorted(set(groups))]
    totals = {one.name for one in sets}
    sets += [Group(str(at), "both", atoms == at) for at in atoms]
    gone = hidden(sets, found["n"].to_numpy(), smallest, totals)
    result: np.ndarray = np.array([str(at) in gone or not n for at, n in enumerate(found["n"])], dtype=bool)
    return result
