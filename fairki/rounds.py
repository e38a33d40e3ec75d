"""Year after year: a model that learns from its own decisions, and people who react to it."""

import math

import pandas as pd
from numpy.typing import ArrayLike

from fairki import metrics, models
from fairki.worlds import recruiting
from fairki.worlds.world import FRESH_YEAR

REACTION = 0.3
"""How strongly applicants react in the course's example, see ``run``."""


def run(
    rounds: int = 8,
    reaction: float = 0.0,
    true_outcomes: bool = False,
    n: int = 2000,
    seed: int = 2026,
) -> pd.DataFrame:
    """Rounds of learning and deciding, each a fresh year of ``n`` applications.

    The first model learns from the firm's past decisions, every further one from the decisions of the round
    before. No model sees the gender.

    Args:
        reaction: women's odds of applying are multiplied each year by (rate of women / rate of men) to this
            power; 0 means that nobody reacts, ``REACTION`` is the course's example.
        true_outcomes: each further model learns from who of the applicants of the round before *was*
            suitable. A toy world knows that of everybody; a firm at best of those it took.

    Returns:
        One row per round: ``round`` (1 …), ``pool`` (share of women among the applicants), ``women`` (their
        share among the invited), ``gap`` (men minus women) with ``low`` and ``high`` (95 % interval), and
        ``agreement`` (share of decisions that agree with true suitability).
    """
    past = recruiting.generate(n, seed)
    labels: ArrayLike = past["eingeladen"]
    pool = recruiting.SHARE_WOMEN
    rows = []
    for number in range(1, rounds + 1):
        applicants = recruiting.generate(n, seed + number * FRESH_YEAR, share_women=pool)
        decisions = models.decide(models.fit(past, models.WITHOUT_GENDER, labels), applicants)
        result = metrics.outcome(decisions, applicants)
        gap = result.gap
        rows.append((number, pool, result.women, gap.value, gap.low, gap.high, result.as_suitable))
        ratio = gap.rate_b / gap.rate_a if gap.rate_a else math.nan
        if not math.isnan(ratio):  # with nobody left to compare, nobody reacts
            odds = pool / (1 - pool) * ratio**reaction
            pool = odds / (1 + odds)
        past = applicants
        labels = applicants["geeignet"] if true_outcomes else decisions
    return pd.DataFrame(rows, columns=["round", "pool", "women", "gap", "low", "high", "agreement"])
