"""Year after year: a model that learns from its own decisions, and people who react to it."""

import math

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import metrics, models
from fairki.worlds import recruiting
from fairki.worlds.world import DIVERS, FRESH_YEAR, MAN, WOMAN

REACTION = 0.3
"""How strongly applicants react in the course's example, see ``run``."""
RATES = {WOMAN: "women_rate", MAN: "men_rate", DIVERS: "divers_rate"}
"""Gender → column with its rate of invitations, see ``run``."""


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
        share among the invited), ``gap`` (men minus women) with ``low`` and ``high`` (95 % interval),
        ``agreement`` (share of decisions that agree with true suitability), ``suitable`` (share of the
        applicants who are suitable) and the rate of each gender (``RATES``; NaN if nobody of it applied).
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
        rates = [_rate(decisions, applicants["geschlecht"] == gender) for gender in RATES]
        suitable = applicants["geeignet"].mean()
        found = (number, pool, result.women, gap.value, gap.low, gap.high, result.as_suitable, suitable)
        rows.append((*found, *rates))
        ratio = gap.rate_b / gap.rate_a if gap.rate_a else math.nan
        if not math.isnan(ratio):  # with nobody left to compare, nobody reacts
            odds = pool / (1 - pool) * ratio**reaction
            pool = odds / (1 + odds)
        past = applicants
        labels = applicants["geeignet"] if true_outcomes else decisions
    known = ["round", "pool", "women", "gap", "low", "high", "agreement", "suitable"]
    return pd.DataFrame(rows, columns=[*known, *RATES.values()])


def queue(history: pd.DataFrame, places: int = 120) -> pd.DataFrame:
    """The rounds as a queue of whole people: who stands in it, who is invited, who stays away.

    In ``run`` every year has as many applications, and men take the places of the women who stay away. Here men
    and the others come every year as in the first one, and the women's number follows their odds of applying.

    Args:
        history: as from ``run``.
        places: people in the first year.

    Returns:
        One row per round and gender (in the order of ``RATES``): ``round``, ``gender``, ``here``, ``invited``,
        ``gone`` (missing since the first year) and ``suitable`` (those of them who are suitable).
    """
    first = history.iloc[0]
    women, others = round(places * first["pool"]), round(places * recruiting.SHARE_DIVERS)
    gone_before = 0
    rows = []
    for year in history.to_dict("records"):
        odds = year["pool"] / (1 - year["pool"]) * (1 - first["pool"]) / first["pool"]
        here = {WOMAN: round(women * odds), MAN: places - women - others, DIVERS: others}
        gone = max(0, women - here[WOMAN])
        share = year["suitable"]
        suitable = round(share * (gone_before + gone)) - round(share * gone_before)
        gone_before += gone
        for gender, rate in RATES.items():
            invited = 0 if math.isnan(year[rate]) else round(here[gender] * year[rate])
            missing = (gone, suitable) if gender == WOMAN else (0, 0)
            rows.append((year["round"], gender, here[gender], invited, *missing))
    return pd.DataFrame(rows, columns=["round", "gender", "here", "invited", "gone", "suitable"])


def urn(
    draws: int, urns: int = 1, seed: int = 2026, *, red: float = 1, blue: float = 1, added: float = 1
) -> np.ndarray:
    """The feedback loop in its simplest form: Pólya's urn (Eggenberger and Pólya 1923).

    A ball is drawn at random and put back, together with ``added`` more of its colour. Nobody prefers a colour, and
    yet the first draws decide: in the long run the share of red stays where it is. *Where* that is, is chance alone:
    it is distributed as Beta(red / added, blue / added); with one ball of each and one added, all shares are alike.

    Args:
        draws: how often a ball is drawn from each urn.
        urns: urns that begin alike.
        red, blue: balls at the beginning.

    Returns:
        Share of red before the first and after each draw, shape (urns, draws + 1).
    """
    rng = np.random.default_rng(seed)
    reds = np.full(urns, float(red))
    shares = np.empty((urns, draws + 1))
    for drawn in range(draws + 1):
        shares[:, drawn] = reds / (red + blue + added * drawn)
        reds += added * (rng.random(urns) < shares[:, drawn])
    return shares


def _rate(decisions: np.ndarray, members: pd.Series) -> float:
    """Share of the members with decision 1; NaN without any."""
    return float(decisions[members.to_numpy()].mean()) if members.any() else math.nan
