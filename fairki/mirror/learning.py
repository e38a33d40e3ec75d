"""A model learns from decisions about the sixteen applicants, or from the firm's, and is compared with chance.

**What sixteen decisions can teach, and what not.** To see whether the model's gap could be mere chance, the two labels
of a pair are swapped: within a pair, both people are equally qualified, so for somebody who looks at qualification
only, the swapped decisions would have been just as likely. A pair with equal decisions has nothing to swap. With ``k``
pairs decided differently there are 2^k possible swaps, all of which are tried. A gap counts as more than chance if at
most ``RARE`` of the swaps lead to a gap that is at least as large *in the same direction*: for fair decisions that
happens in at most one of twenty cases, both directions together. No result can be rarer than 1 / 2^k, hence fewer than
six such pairs can never prove anything (1/32 = 0.03). Pairs treated alike leave a gap as well, as the model learns from
months out and part-time wishes, too; that gap is in every swap, so it is no evidence. A gap that is not proven is
*open*: it may be chance or not, and it is no certificate of fairness. And a proven gap says what the model learns from
these decisions, not what somebody is like.

**Who is compared.** The cards are pairs of a woman and a man, so swapping can tell these two apart and nobody else. All
groups of the fresh year are counted; one that is too small to measure (``metrics.MINIMUM``) is named as such.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from fairki import worlds
from fairki.errors import BadAnswerError
from fairki.metrics import MINIMUM
from fairki.mirror.applicants import SEEN, applicants
from fairki.mirror.de import learning as de
from fairki.worlds import recruiting
from fairki.worlds.recruiting import SHARE_INVITED
from fairki.worlds.world import MAN, WOMAN

YES, NO = "ja", "nein"
DIFFERENCE = "unterschied"
OPEN = "offen"
NOT_LEARNABLE = "nicht_lernbar"

RARE = 0.025
"""Largest share of the controls that may reach a gap in its direction for it to count as more than chance."""
PULL_TO_ZERO = 2.0
"""Ridge penalty: with sixteen decisions for seven columns, a model without one follows every accident."""
FIRM_SHUFFLES = 200
"""Shuffles of the firm's labels for its control."""
FIRM_STRATUM = 20
"""People of (almost) equal visible qualification among whom the firm's labels are shuffled."""

_CODE = {WOMAN: 1.0, MAN: -1.0}  # any other entry is 0: the model never saw such a person


@dataclass(frozen=True, eq=False)
class Reflection:
    """What a model learns from decisions.

    Attributes:
        verdict: ``DIFFERENCE``, ``OPEN`` or ``NOT_LEARNABLE``.
        reason: one German sentence that says why nothing could be learnt; otherwise empty.
        n: decisions that the model learnt from.
        discordant: pairs whose two people were decided differently; None for the firm, and if nothing could be learnt.
        rates: group → how many of 1,000 of its people the model invites (rounded), for each group of the fresh year
            that is large enough; empty if nothing could be learnt.
        too_small: group of the fresh year that is too small to measure → its people; the smallest first.
        decisions: the model's decisions (1/0) about ``fresh_applicants()``; empty if nothing could be learnt.
        control: the gap of each model that learnt from swapped or shuffled labels; the first one is the real one.
        chance: lowest and highest gap that still counts as chance; 0 is always among them. ``gap`` lies
            outside exactly if the verdict is ``DIFFERENCE``.
        as_far: share of the controls whose gap is at least as large as the real one in the same direction; 1 for a gap
            of 0, or if nothing could be learnt.
    """

    verdict: str
    reason: str
    n: int
    discordant: int | None
    rates: Mapping[str, int]
    too_small: Mapping[str, int]
    decisions: np.ndarray
    control: np.ndarray
    chance: tuple[int, int]
    as_far: float

    @property
    def gap(self) -> int:
        """Rate of men minus rate of women in tenths of a point: the one measure of the mirror.

        Whole numbers, so that what is shown (one decimal) is what is compared. A rate of 30 % of all people is what a
        model invites, so a gap cannot grow beyond some 60 points; the tenths keep apart what comes near that ceiling.
        """
        return self.rates[MAN] - self.rates[WOMAN] if self.rates else 0


def fresh_applicants() -> pd.DataFrame:
    """The 2,000 applicants of a fresh year whom every model of this mirror decides about."""
    return _fresh().copy()


def learn(decisions: Mapping[str, str]) -> Reflection:
    """What a model learns from sixteen decisions (id of the applicant → "ja" or "nein").

    Raises:
        BadAnswerError: an unknown applicant, or a decision that is neither "ja" nor "nein".
    """
    _only_known(decisions)
    if odd := [str(value) for value in decisions.values() if value not in (YES, NO)]:
        raise BadAnswerError(*de.odd_decision(odd[0]))
    return _learn({i: float(decision == YES) for i, decision in decisions.items()})


def learn_shares(shares: Mapping[str, float]) -> Reflection:
    """What a model learns from many people's decisions (id of the applicant → share of them who would invite).

    Each label is a share. That is the same as learning from every single vote, if a vote weighs one over the
    number of votes on its applicant: sixteen applicants stay sixteen, however many people voted on them. For the
    control the shares of a pair are swapped, not single votes: whoever prefers the one for a reason of
    qualification may have many likes in the room, and that is no more evidence than one such pair.

    Raises:
        BadAnswerError: an unknown applicant, or a share that is not between 0 and 1.
    """
    _only_known(shares)
    if odd := [value for value in shares.values() if not 0 <= value <= 1]:
        raise BadAnswerError(*de.odd_share(odd[0]))
    return _learn(shares)


def _only_known(ids: Mapping[str, object]) -> None:
    known = set(applicants()["id"])
    if strangers := [str(i) for i in ids if i not in known]:
        raise BadAnswerError(*de.strangers(strangers))


def _learn(by_id: Mapping[str, float]) -> Reflection:
    people = applicants()
    missing = len(people) - len(by_id)
    people = people[people["id"].isin(list(by_id))].sort_values(["paar", "geschlecht"], ignore_index=True)
    labels = np.array([by_id[i] for i in people["id"]], dtype=float)
    if reason := _not_learnable(labels, missing):
        return _nothing(reason, len(labels))
    first = 2 * np.flatnonzero(labels[0::2] != labels[1::2])  # of each pair that was decided differently
    swapped = _all_subsets(len(first))
    controls = np.repeat(labels[:, None], len(swapped), axis=1)
    for here, there in ((first, first + 1), (first + 1, first)):
        controls[here] = np.where(swapped.T, labels[there, None], labels[here, None])
    return _reflect(people, controls, len(first))


def firm(history: pd.DataFrame | None = None, seed: int = 0) -> Reflection:
    """What the same kind of model learns from the firm's past decisions.

    Args:
        history: past applications (columns as in the world ``bewerbungen``); None: the table of the course.
        seed: for the control, whose labels are shuffled ``FIRM_SHUFFLES`` times among groups of
            ``FIRM_STRATUM`` people of almost equal visible qualification.
    """
    history = worlds.load(recruiting.NAME) if history is None else history
    history = history.iloc[np.argsort(recruiting.visible_qualification(history), kind="stable")]
    labels = history["eingeladen"].to_numpy(dtype=float)
    rng = np.random.default_rng(seed)
    stratum = np.arange(len(history)) // FIRM_STRATUM
    shuffles = [np.lexsort((rng.random(len(labels)), stratum)) for _ in range(FIRM_SHUFFLES)]
    # the real labels stand first among the controls, so that no gap is rarer than 1 / (1 + FIRM_SHUFFLES)
    return _reflect(history, np.column_stack([labels, *(labels[s] for s in shuffles)]), None)


def _not_learnable(labels: np.ndarray, missing: int) -> str:
    if missing:
        return de.missing(missing)
    if (labels == 1).all():
        return de.ALL_INVITED
    if not labels.any():
        return de.ALL_DECLINED
    if np.ptp(labels) == 0:
        return de.ALL_ALIKE
    return ""


def _nothing(reason: str, n: int) -> Reflection:
    return Reflection(
        verdict=NOT_LEARNABLE,
        reason=reason,
        n=n,
        discordant=None,
        rates={},
        too_small=too_small(),
        decisions=np.empty(0, dtype=int),
        control=np.empty(0, dtype=int),
        chance=(0, 0),
        as_far=1.0,
    )


def _reflect(people: pd.DataFrame, controls: np.ndarray, discordant: int | None) -> Reflection:
    """Learn from the real labels and all controls (people × models, the real labels first) and compare."""
    invited = choices(people, controls)
    gaps = gaps_of(invited)
    upward, downward = _at_least(gaps), _at_least(-gaps)
    chance = (
        min(0, int(gaps[downward > RARE].min(initial=0))),
        max(0, int(gaps[upward > RARE].max(initial=0))),
    )
    as_far = 1.0 if gaps[0] == 0 else float(upward[0] if gaps[0] > 0 else downward[0])
    return Reflection(
        verdict=DIFFERENCE if as_far <= RARE else OPEN,
        reason="",
        n=len(people),
        discordant=discordant,
        rates={group: int(of_1000(invited[:1], group)[0]) for group in of_all() if group not in too_small()},
        too_small=too_small(),
        decisions=invited[0].astype(int),
        control=gaps,
        chance=chance,
        as_far=as_far,
    )


def choices(people: pd.DataFrame, labels: np.ndarray) -> np.ndarray:
    """Whom each of these models invites: models × ``fresh_applicants()``, truth values."""
    scores = _ridge(_features(people), labels).T @ _fresh_features().T
    declined = scores.shape[1] - int(SHARE_INVITED * scores.shape[1])
    invited: np.ndarray = scores >= np.partition(scores, declined, axis=1)[:, declined, None]
    return invited


def of_1000(invited: np.ndarray, group: str) -> np.ndarray:
    """How many of 1,000 fresh people of a group each model invites (whole numbers); see ``choices``."""
    there = (_fresh()[recruiting.GROUP] == group).to_numpy(dtype=float)
    rates: np.ndarray = np.rint(1000 * (invited @ there / there.sum())).astype(int)
    return rates


def gaps_of(invited: np.ndarray) -> np.ndarray:
    """The gap of each model (see ``Reflection.gap``), from whom it invites."""
    gaps: np.ndarray = of_1000(invited, MAN) - of_1000(invited, WOMAN)
    return gaps


@lru_cache(maxsize=1)
def of_all() -> Mapping[str, int]:
    """Group → its people in the fresh year, in the order in which groups are shown."""
    found = _fresh()[recruiting.GROUP].value_counts()
    return {group: int(found[group]) for group in recruiting.GROUPS if group in found}


def too_small() -> dict[str, int]:
    """Groups of the fresh year that are too small to measure → their people, the smallest first."""
    return {group: n for group, n in sorted(of_all().items(), key=lambda one: one[1]) if n < MINIMUM}


def _at_least(values: np.ndarray) -> np.ndarray:
    """For each value the share of all values that are at least as large."""
    return (len(values) - np.searchsorted(np.sort(values), values)) / len(values)


def _ridge(features: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Coefficients (features × models) of a ridge regression with intercept, all models in one go.

    The same as scikit-learn's Ridge, without having to load it for the first page of the course.
    """
    features, labels = features - features.mean(axis=0), labels - labels.mean(axis=0)
    penalty = PULL_TO_ZERO * np.eye(features.shape[1])
    return np.linalg.solve(features.T @ features + penalty, features.T @ labels)


def _features(people: pd.DataFrame) -> np.ndarray:
    """What the model sees, in standard deviations of the fresh year; the gender last, as −1, 0 or 1."""
    reference = _fresh()[list(SEEN)]
    seen = (people[list(SEEN)] - reference.mean()) / reference.std()
    gender = [_CODE.get(entry, 0.0) for entry in people["geschlecht"]]
    return np.column_stack([seen.to_numpy(), gender])


def _all_subsets(k: int) -> np.ndarray:
    """All subsets of k things, one per row (2^k × k, boolean), the empty one first."""
    return (np.arange(2**k)[:, None] >> np.arange(k) & 1).astype(bool)


@lru_cache(maxsize=1)
def _fresh() -> pd.DataFrame:
    return recruiting.fresh_year()


@lru_cache(maxsize=1)
def _fresh_features() -> np.ndarray:
    return _features(_fresh())
