"""People who review a machine's proposals, and what their review changes."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki.people import de
from fairki.worlds.recruiting import (
    DECISION_NOISE,
    NO_PENALTIES,
    PENALTIES,
    SHARE_INVITED,
    Penalties,
    visible_qualification,
)
from fairki.worlds.world import top_share


@dataclass(frozen=True)
class Reviewer:
    """How somebody reviews.

    Attributes:
        name: for screens.
        penalties: what this person takes off for being a woman, for gaps and for part-time wishes.
        rubber_stamps: share of the cases in front of them that they wave through unread.
    """

    name: str
    penalties: Penalties
    rubber_stamps: float = 0.0


FAIR = Reviewer(de.REVIEWERS["fair"], NO_PENALTIES)
RUBBER_STAMPING = Reviewer(de.REVIEWERS["durchwinken"], NO_PENALTIES, rubber_stamps=0.80)
BIASED = Reviewer(
    de.REVIEWERS["einseitig"],
    Penalties(2 * PENALTIES.woman, PENALTIES.gap_year, PENALTIES.part_time),
)
"""Takes off twice as much for being a woman as the firm did on average."""

REVIEWERS = {"fair": FAIR, "durchwinken": RUBBER_STAMPING, "einseitig": BIASED}
"""Id, as in the learner's answers → reviewer."""


def review(
    applicants: pd.DataFrame, proposals: ArrayLike, share: float, reviewer: Reviewer, seed: int = 0
) -> np.ndarray:
    """Decisions (1/0) after somebody has reviewed a random ``share`` (0 to 1) of a model's ``proposals``.

    What the reviewer reads, they decide as they would have decided alone: among all applicants, the best
    30 % in their eyes. What they do not get to see, or wave through, stays as proposed.
    """
    rng = np.random.default_rng(seed)
    errors = rng.normal(0, DECISION_NOISE, len(applicants))
    own = top_share(impressions(applicants, reviewer) + errors, SHARE_INVITED)
    seen = top_share(rng.random(len(applicants)), share) == 1
    read = seen & (rng.random(len(applicants)) >= reviewer.rubber_stamps)
    return np.where(read, own, proposals)


def impressions(applicants: pd.DataFrame, reviewer: Reviewer) -> np.ndarray:
    """How good each applicant is in the reviewer's eyes, in units of suitability, without chance errors."""
    found: np.ndarray = visible_qualification(applicants) - reviewer.penalties.of(applicants)
    return found


def expected_share(start: float, alone: float, share: float, rubber_stamps: float = 0.0) -> float:
    """Share of women among the invited that a review leads to on average.

    The law is linear: start + share · (1 − rubber_stamps) · (alone − start).

    Args:
        start: share of women among the proposals.
        alone: share of women among those the reviewer would invite alone.
        share: share of the proposals that are reviewed.
        rubber_stamps: share of these that are waved through.
    """
    return start + share * (1 - rubber_stamps) * (alone - start)
