"""Complaints against declined applications, with known truth: four to decide one by one, and a year's pile to sort.

The system that decided has learnt from the firm's past decisions, with all columns. What *should* have happened is
known, because the world is made up: a firm without any penalty invites the best 30 % by visible qualification
(``recruiting.visible_qualification``), judged by the documents and not by what somebody typed in. The rates below
are chosen to be visible; they are no estimates of reality.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from fairki import models
from fairki.errors import BadAnswerError
from fairki.feedback import counterfactuals
from fairki.feedback.counterfactuals import Answer, Decider, Lever, Switch
from fairki.feedback.de import complaints as de
from fairki.remembered import remembered
from fairki.worlds import recruiting
from fairki.worlds.world import FRESH_YEAR, MAN, WOMAN

DIRECT, STAND_IN, UNFOUNDED, WRONG_DATA = "direkt", "stellvertreter", "unbegruendet", "datenfehler"
KINDS = (DIRECT, STAND_IN, UNFOUNDED, WRONG_DATA)
"""What a complaint can be in truth: declined for the gender, for a stand-in (a gap), rightly, or by a typing error."""

TREATED_UNFAIRLY, CORRECT_DATA, STANDS = "benachteiligt", "daten", "bleibt"
VERDICTS = de.VERDICTS
"""Key → what one can decide about a complaint."""
RIGHT_VERDICT = {
    DIRECT: TREATED_UNFAIRLY,
    STAND_IN: TREATED_UNFAIRLY,
    UNFOUNDED: STANDS,
    WRONG_DATA: CORRECT_DATA,
}
"""Kind → the verdict that fits."""

TYPO_LOSS = 27
"""Points that a test score loses at least when its two digits are exchanged (82 becomes 28)."""
CLEARLY_BELOW = 0.25
"""How far below the fair bar (in units of suitability) a rightly declined complaint lies at least."""
LONGEST_GAP = 36
"""Months of gap of the person who was declined for it, at most: a gap as many people have one."""
POOL = 20_000
"""Applicants among whom the four complaints are looked for: so many that each kind is there in every year."""
YEAR = 2000
"""Applicants of a year whose complaints make a pile."""
TYPOS = 0.04
"""Share of the test scores that are mistyped, among those that lose enough points by it."""
COMPLAINS = {True: 0.5, False: 0.08}
"""How likely somebody complains: wrongly declined, rightly declined."""
NEAR = 1.0
"""Below the bar by less than this (log-odds) counts as close."""


@dataclass(frozen=True)
class Complaint:
    """Somebody objects to a rejection.

    Attributes:
        number: running number, from 1.
        kind: the truth, one of ``KINDS``.
        text: what the person writes (German); a suspicion in it may be right or wrong.
        recorded: column → value as the system saw it (``recruiting.COLUMNS``).
        documents: column → value as the person's documents say.
        decider: the system that decided.
    """

    number: int
    kind: str
    text: str
    recorded: dict[str, Any]
    documents: dict[str, Any]
    decider: Decider

    @property
    def differing(self) -> dict[str, tuple[Any, Any]]:
        """Column → (recorded, in the documents), where the two differ."""
        return {
            column: (value, self.documents[column])
            for column, value in self.recorded.items()
            if value != self.documents[column]
        }

    def ways(self, levers: Sequence[Lever | Switch] = counterfactuals.CAN_CHANGE) -> Answer:
        """What would have had to be different, judged by the recorded application."""
        return counterfactuals.search(self.decider, self.recorded, levers)

    def diagnosis(self) -> dict[str, bool]:
        """Column → whether it alone turned the decision, see ``counterfactuals.diagnose``."""
        return counterfactuals.diagnose(self.decider, self.recorded)

    def invited_by_documents(self) -> bool:
        """What the same system decides once the recorded values are corrected."""
        return bool(self.decider.invites(pd.DataFrame([self.documents]))[0])


@dataclass(frozen=True)
class Judgement:
    """What a verdict means in truth.

    Attributes:
        right: it is the verdict that fits.
        harm_left: somebody who should have been invited still is not.
        text: German sentences: what was true, and what the verdict leads to.
    """

    right: bool
    harm_left: bool
    text: str


def judge(complaint: Complaint, verdict: str) -> Judgement:
    """What a ``verdict`` (key of ``VERDICTS``) on a complaint means in truth.

    Raises:
        BadAnswerError: there is no such verdict.
    """
    if verdict not in VERDICTS:
        raise BadAnswerError(*de.no_such_verdict(VERDICTS))
    healed = {
        DIRECT: {TREATED_UNFAIRLY},
        STAND_IN: {TREATED_UNFAIRLY},
        UNFOUNDED: set(VERDICTS),
        WRONG_DATA: {TREATED_UNFAIRLY, CORRECT_DATA},
    }
    return Judgement(
        right=verdict == RIGHT_VERDICT[complaint.kind],
        harm_left=verdict not in healed[complaint.kind],
        text=f"{de.TRUE[complaint.kind]} {de.LEADS_TO[complaint.kind, verdict]}",
    )


@remembered(16)
def four(seed: int = 2026) -> tuple[Complaint, ...]:
    """Four complaints, one of each kind, in an order that the seed decides; do not change them.

    By construction, in every year and for every seed:

    - ``DIRECT``: a woman who should have been invited; only the gender alone turns the decision around.
    - ``STAND_IN``: somebody with a gap who should have been invited; only the gap alone turns it around.
    - ``UNFOUNDED``: clearly below the fair bar; neither gender, gap nor part-time wish turn it around, not even
      together, and the record is right. Better test or skills would have helped.
    - ``WRONG_DATA``: two digits of the test score are exchanged; with the right score the system invites, and so
      would a fair firm. Gender, gap and part-time wish alone turn nothing around.
    """
    rng = np.random.default_rng(seed)
    people = recruiting.generate(POOL, FRESH_YEAR + seed)
    decider = counterfactuals.of_model(_model(), people)
    recorded = dict.fromkeys(KINDS, people) | {WRONG_DATA: people.assign(test=_exchanged(people["test"]))}
    found = []
    for kind in KINDS:
        places = np.flatnonzero(_fits(kind, decider, recorded[kind], people))
        place = _pick(rng, kind, decider, recorded[kind], places)
        text = str(rng.choice(de.TEXTS[kind]))
        found.append((kind, text, recorded[kind].iloc[place].to_dict(), people.iloc[place].to_dict()))
    return tuple(
        Complaint(number, kind, _filled(text, record), record, documents, decider)
        for number, i in enumerate(rng.permutation(len(found)), 1)
        for kind, text, record, documents in [found[i]]
    )


def occasion(kept: str) -> str:
    """What a changed rule was changed for, in words.

    Args:
        kept: a kind of complaint; anything else is somebody's own words and stays as it is.
    """
    return de.occasion(kept) if kept in KINDS else kept


SIGNS = de.SIGNS
"""Sign that can be seen when a complaint arrives → German sentence."""
LOUD = {"lang": (0.40, 0.40), "anwalt": (0.06, 0.18), "spaet": (0.30, 0.30)}
"""Sign that has nothing to do with harm → how likely it is for wrongly and for rightly declined people. Whoever can
afford a lawyer was harmed a little less often in this world."""


def pile(seed: int = 2026) -> pd.DataFrame:
    """The complaints of a year with ``YEAR`` applicants, one row each, in the order of the application numbers.

    Returns:
        ``nummer``, ``geschlecht``, one column of True/False per sign of ``SIGNS``, and the truth: ``zu_unrecht``
        (True: a fair firm would have invited, judged by the documents).
    """
    return _pile(seed).copy()


@remembered(16)
def _pile(seed: int) -> pd.DataFrame:
    rng, n = np.random.default_rng(seed), YEAR
    people = recruiting.fresh_year(n, seed)
    mistyped = (rng.random(n) < TYPOS) & _can_be_mistyped(people["test"])
    recorded = people.assign(test=np.where(mistyped, _exchanged(people["test"]), people["test"]))
    decider = counterfactuals.of_model(_model(), recorded)
    declined, should = ~decider.invites(recorded), _should(people)
    other_gender = np.where(recorded["geschlecht"] == MAN, WOMAN, MAN)
    signs = {
        "daten": mistyped,
        "anderes_geschlecht": decider.invites(recorded.assign(geschlecht=other_gender)),
        "ohne_auszeit": decider.invites(recorded.assign(auszeit_monate=0)),
        "ohne_teilzeit": decider.invites(recorded.assign(teilzeit=0)),
        "knapp": decider.missing(recorded) < NEAR,
    }
    signs |= {name: rng.random(n) < np.where(should, *likely) for name, likely in LOUD.items()}
    table = recorded[["nummer", "geschlecht"]].assign(**signs, zu_unrecht=should)
    complains = rng.random(n) < np.where(should, COMPLAINS[True], COMPLAINS[False])
    return table[declined & complains].reset_index(drop=True)


@dataclass(frozen=True)
class Triage:
    """What comes of looking closely at some complaints only.

    Attributes:
        complaints: complaints in the pile.
        looked_at: those that are looked at closely.
        harmed: wrongly declined people in the pile.
        found: wrongly declined people among those looked at.
    """

    complaints: int
    looked_at: int
    harmed: int
    found: int

    @property
    def recall(self) -> float:
        """Share of the wrongly declined people who are found; NaN if there are none."""
        return self.found / self.harmed if self.harmed else float("nan")

    @property
    def precision(self) -> float:
        """Share of the close looks that find somebody; NaN if nobody is looked at."""
        return self.found / self.looked_at if self.looked_at else float("nan")

    def __add__(self, other: "Triage") -> "Triage":
        """Two piles taken together."""
        return Triage(
            self.complaints + other.complaints,
            self.looked_at + other.looked_at,
            self.harmed + other.harmed,
            self.found + other.found,
        )


def triage(complaints: pd.DataFrame, signs: Iterable[str]) -> Triage:
    """Look closely at the ``complaints`` (as ``pile`` returns them) that show at least one of ``signs``.

    Raises:
        BadAnswerError: a sign that there is not.
    """
    signs = list(signs)
    if unknown := [sign for sign in signs if sign not in SIGNS]:
        raise BadAnswerError(*de.no_such_sign(unknown, SIGNS))
    looked_at = complaints[signs].any(axis=1).to_numpy(dtype=bool)
    harmed = complaints["zu_unrecht"].to_numpy(dtype=bool)
    return Triage(len(complaints), int(looked_at.sum()), int(harmed.sum()), int((looked_at & harmed).sum()))


@remembered(None)
def _model() -> Any:
    """The firm's system: learnt from the past decisions that the course ships, with all columns."""
    past = recruiting.generate()
    return models.fit(past, recruiting.FEATURES, past["eingeladen"])


def _should(people: pd.DataFrame) -> np.ndarray:
    """True for everybody whom a firm without penalties would invite."""
    return np.asarray(
        models.top_share(recruiting.visible_qualification(people), recruiting.SHARE_INVITED) == 1
    )


def _can_be_mistyped(test: pd.Series) -> np.ndarray:
    return ((test < 100) & (test - _exchanged(test) >= TYPO_LOSS)).to_numpy()


def _exchanged(test: pd.Series) -> pd.Series:
    """Scores of two digits with these exchanged; 100 stays."""
    return test.where(test >= 100, 10 * (test % 10) + test // 10)


def _fits(kind: str, decider: Decider, recorded: pd.DataFrame, people: pd.DataFrame) -> np.ndarray:
    """True for each row that is a complaint of this kind by construction."""
    declined, should = ~decider.invites(recorded), _should(people)
    is_woman = (recorded["geschlecht"] == WOMAN).to_numpy()
    by_gender = is_woman & decider.invites(recorded.assign(geschlecht=MAN))
    by_gap = decider.invites(recorded.assign(auszeit_monate=0))
    by_part_time = decider.invites(recorded.assign(teilzeit=0))
    by_none = ~by_gender & ~by_gap & ~by_part_time
    if kind == DIRECT:
        return np.asarray(declined & should & by_gender & ~by_gap & ~by_part_time)
    if kind == STAND_IN:
        usual = (recorded["auszeit_monate"] <= LONGEST_GAP).to_numpy()
        return np.asarray(declined & should & usual & by_gap & ~by_gender & ~by_part_time)
    if kind == WRONG_DATA:
        right = decider.invites(people) & _can_be_mistyped(people["test"])
        return np.asarray(declined & should & right & by_none)
    qualification = recruiting.visible_qualification(people)
    clearly = qualification < qualification[should].min() - CLEARLY_BELOW
    without_all = recorded.assign(
        geschlecht=np.where(is_woman, MAN, recorded["geschlecht"]), auszeit_monate=0, teilzeit=0
    )
    return np.asarray(declined & clearly & by_none & ~decider.invites(without_all))


def _pick(
    rng: np.random.Generator, kind: str, decider: Decider, recorded: pd.DataFrame, places: np.ndarray
) -> int:
    """One of the ``places`` by chance; of rightly declined people, one for whom there is a way."""
    for place in rng.permutation(places):
        if kind != UNFOUNDED or counterfactuals.search(decider, recorded.iloc[place].to_dict()).ways:
            return int(place)
    raise AssertionError(f"no complaint of the kind {kind} among {len(recorded)} people")


def _filled(text: str, row: dict[str, Any]) -> str:
    return text.format(
        test=counterfactuals.shown("test", row["test"]),
        note=counterfactuals.shown("abschlussnote", row["abschlussnote"]),
        auszeit=counterfactuals.shown("auszeit_monate", row["auszeit_monate"]),
    )
