"""The recruiting example as an experiment: who decides, who reviews, how many cases, with how much time.

The model of human work is plain and its numbers are assumptions, chosen to be visible, not measured:

- A careful look takes ``CAREFUL_MINUTES``; the reviewer's chance error then has the spread of the world's past
  decisions (``recruiting.DECISION_NOISE``). Half the time doubles the spread.
- The team has ``FRESH_HOURS`` of full attention until the invitations go out. Whatever it reads later it reads
  tired: the spread is ``TIRED`` times as large.
- To wave a proposal through takes ``GLANCE_MINUTES``. Without proposals nobody can wave anything through.
- People alone invite the best 600 of those they have read; who is not read is not invited.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from fairki import models
from fairki.errors import BadAnswerError
from fairki.people import de
from fairki.people.reviewers import FAIR, REVIEWERS, Reviewer, impressions
from fairki.remembered import remembered
from fairki.worlds import recruiting
from fairki.worlds.world import WOMAN, top_share

AUTOMATIC, HUMAN, COMBINED = WAYS = ("automatisch", "mensch", "kombination")
"""The machine decides; people decide without proposals; people review some of the machine's proposals."""
RANDOM, NEAR, DECLINED = WHICH = ("zufall", "grenze", "absagen")
"""Which proposals people review first: drawn by lot; the closest to the bar; rejections only, drawn by lot."""

APPLICATIONS = 2000
"""Applications in a year."""
CAREFUL_MINUTES = 6.0
"""Minutes of a careful look at one application."""
SHORTEST_MINUTES, LONGEST_MINUTES = 1.0, 15.0
"""What a set-up may plan per application."""
FRESH_HOURS = 100.0
"""Hours of full attention that the whole team has."""
TIRED = 3.0
"""How many times larger chance errors are when the team is tired."""
GLANCE_MINUTES = 0.5
"""Minutes that it takes to wave a proposal through."""


@dataclass(frozen=True)
class Setup:
    """How a firm comes to its invitations.

    Attributes:
        way: one of ``WAYS``.
        reviewer: who reviews or decides; no matter with ``AUTOMATIC``.
        cases: applications that people get to see, 0 to ``APPLICATIONS``; with ``DECLINED`` no more than there are
            rejections.
        which: one of ``WHICH``; matters with ``COMBINED`` only.
        minutes: planned time per application, ``SHORTEST_MINUTES`` to ``LONGEST_MINUTES``.

    Raises:
        BadAnswerError: a value outside of these.
    """

    way: str = COMBINED
    reviewer: Reviewer = FAIR
    cases: int = 500
    which: str = NEAR
    minutes: float = CAREFUL_MINUTES

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            raise BadAnswerError(*de.no_way(self.way, WAYS))
        if self.which not in WHICH:
            raise BadAnswerError(*de.no_selection(self.which, WHICH))
        if not _between(self.cases, 0, APPLICATIONS) or self.cases != int(self.cases):
            raise BadAnswerError(*de.wrong_cases(APPLICATIONS))
        if not _between(self.minutes, SHORTEST_MINUTES, LONGEST_MINUTES):
            raise BadAnswerError(*de.wrong_minutes(SHORTEST_MINUTES, LONGEST_MINUTES))

    @classmethod
    def from_value(cls, value: Mapping[str, Any]) -> "Setup":
        """The set-up from its plain form.

        Args:
            value: ``weg``, ``team`` (a key of ``REVIEWERS``), ``faelle``, ``auswahl`` and ``minuten``.

        Raises:
            BadAnswerError: something else, or a value that a set-up cannot have.
        """
        if not isinstance(value, Mapping) or set(value) != {"weg", "team", "faelle", "auswahl", "minuten"}:
            raise BadAnswerError(*de.UNREADABLE)
        if value["team"] not in tuple(REVIEWERS):
            raise BadAnswerError(*de.no_team(value["team"], REVIEWERS))
        return cls(
            value["weg"], REVIEWERS[value["team"]], value["faelle"], value["auswahl"], value["minuten"]
        )

    def to_value(self) -> dict[str, Any]:
        """The plain form; the reviewer has to be one of ``REVIEWERS``."""
        team = next(id for id, reviewer in REVIEWERS.items() if reviewer == self.reviewer)
        return {
            "weg": self.way,
            "team": team,
            "faelle": int(self.cases),
            "auswahl": self.which,
            "minuten": self.minutes,
        }


@dataclass(frozen=True)
class Outcome:
    """What a set-up leads to in one year of 2,000 applications, of which 600 are suitable.

    Attributes:
        women: share of women among the invited (diversity); NaN if nobody is invited.
        fit: share of suitable people among the invited; NaN if nobody is invited.
        invited: people invited.
        unsuitable: invited, but not suitable.
        overlooked: suitable, but declined.
        hours: working hours of all people together.
        changed: decisions that differ from the machine's proposals.
    """

    women: float
    fit: float
    invited: int
    unsuitable: int
    overlooked: int
    hours: float
    changed: int

    @property
    def wrong(self) -> int:
        """Wrong decisions of both kinds."""
        return self.unsuitable + self.overlooked

    @property
    def minutes(self) -> float:
        """Human working time per application, in minutes."""
        return 60 * self.hours / APPLICATIONS


@dataclass(frozen=True)
class Year:
    """A year's applicants and what the machine proposes.

    Attributes:
        applicants: the table of ``recruiting.fresh_year``.
        scores: the machine's score of each; it learnt from the firm's past decisions, without the gender.
        proposals: its decisions (1/0), the best 30 %.
    """

    applicants: pd.DataFrame
    scores: np.ndarray
    proposals: np.ndarray


@remembered(64)
def year(seed: int) -> Year:
    """The year with this seed: past, machine and fresh applicants; kept, because learning takes a moment."""
    past = recruiting.generate(APPLICATIONS, seed)
    fresh = recruiting.fresh_year(APPLICATIONS, seed)
    scores = models.score(models.fit(past, models.WITHOUT_GENDER, past["eingeladen"]), fresh)
    return Year(fresh, scores, top_share(scores, recruiting.SHARE_INVITED))


@remembered(256)
def _impressions(seed: int, reviewer: Reviewer) -> np.ndarray:
    return impressions(year(seed).applicants, reviewer)


@lru_cache(maxsize=20_000)
def run(setup: Setup, seed: int) -> Outcome:
    """What ``setup`` leads to in the year with this seed; the same seed gives the same people and the same luck."""
    this = year(seed)
    decisions, hours = _decide(setup, this, _impressions(seed, setup.reviewer), np.random.default_rng(seed))
    invited = decisions == 1
    suitable = (this.applicants["geeignet"] == 1).to_numpy()
    women = (this.applicants["geschlecht"] == WOMAN).to_numpy()
    count = int(invited.sum())
    return Outcome(
        women=float(women[invited].mean()) if count else float("nan"),
        fit=float(suitable[invited].mean()) if count else float("nan"),
        invited=count,
        unsuitable=int((invited & ~suitable).sum()),
        overlooked=int((suitable & ~invited).sum()),
        hours=hours,
        changed=int((decisions != this.proposals).sum()),
    )


def _decide(
    setup: Setup, this: Year, impression: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, float]:
    """Decisions (1/0) and working hours."""
    if setup.way == AUTOMATIC:
        return this.proposals, 0.0
    n = len(this.applicants)
    queue = _queue(setup, this, rng)
    # a proposal can be waved through, an application alone cannot
    waved = rng.random(len(queue)) < setup.reviewer.rubber_stamps * (setup.way == COMBINED)
    used = np.cumsum(np.where(waved, GLANCE_MINUTES, setup.minutes)) / 60
    spread = np.full(n, recruiting.DECISION_NOISE)
    spread[queue] *= CAREFUL_MINUTES / setup.minutes * np.where(used > FRESH_HOURS, TIRED, 1.0)
    judged = impression + spread * rng.standard_normal(n)
    read = np.zeros(n, dtype=bool)
    read[queue[~waved]] = True
    hours = float(used[-1]) if len(queue) else 0.0
    if setup.way == HUMAN:
        places = min(round(recruiting.SHARE_INVITED * n), len(queue))
        return top_share(np.where(read, judged, -np.inf), places / n), hours
    return np.where(read, top_share(judged, recruiting.SHARE_INVITED), this.proposals), hours


def _queue(setup: Setup, this: Year, rng: np.random.Generator) -> np.ndarray:
    """Row numbers of the applications that people get to see, in the order in which they see them."""
    lot = rng.permutation(len(this.applicants))
    if setup.way == COMBINED and setup.which == DECLINED:
        lot = lot[this.proposals[lot] == 0]
    elif setup.way == COMBINED and setup.which == NEAR:
        ranked = np.sort(this.scores)
        bar = ranked[len(ranked) - int(this.proposals.sum())]
        lot = np.argsort(abs(this.scores - bar), kind="stable")
    return lot[: int(setup.cases)]


def _between(value: object, low: float, high: float) -> bool:
    """Whether ``value`` is a number in the range; a truth value is none, NaN is not in it."""
    return isinstance(value, Real) and not isinstance(value, bool) and low <= float(value) <= high
