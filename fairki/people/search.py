"""Looking for set-ups: many years instead of one, and goals that several set-ups reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairki.people.experiment import (
    APPLICATIONS,
    AUTOMATIC,
    CAREFUL_MINUTES,
    COMBINED,
    HUMAN,
    RANDOM,
    WHICH,
    Outcome,
    Setup,
    run,
)
from fairki.people.reviewers import Reviewer

SEEDS = tuple(range(20))
"""The twenty years that the course looks at."""
RELIABLE = 0.8
"""A set-up reaches a goal if it does so in at least this share of the years."""

_MEASURES = ("women", "fit", "invited", "unsuitable", "overlooked", "wrong", "hours", "minutes", "changed")


@dataclass(frozen=True)
class Goal:
    """What a firm wants from its set-up; None: no matter.

    Attributes:
        women: smallest share of women among the invited.
        fit: smallest share of suitable people among the invited.
        wrong: most wrong decisions of both kinds in a year.
        hours: most working hours in a year.
    """

    women: float | None = None
    fit: float | None = None
    wrong: float | None = None
    hours: float | None = None

    def met(self, outcome: Outcome) -> dict[str, bool]:
        """Name of each wish that matters → whether this year fulfils it."""
        wishes = {
            "women": self.women is None or outcome.women >= self.women,
            "fit": self.fit is None or outcome.fit >= self.fit,
            "wrong": self.wrong is None or outcome.wrong <= self.wrong,
            "hours": self.hours is None or outcome.hours <= self.hours,
        }
        return {name: bool(kept) for name, kept in wishes.items() if getattr(self, name) is not None}

    def reached(self, outcome: Outcome) -> bool:
        """Whether this year fulfils every wish."""
        return all(self.met(outcome).values())


@dataclass(frozen=True)
class Band:
    """A measure over several years: mean, and the smallest and largest year."""

    mean: float
    low: float
    high: float


def band(outcomes: Iterable[Outcome], measure: str) -> Band:
    """The band of one attribute of ``Outcome`` (such as ``"women"``) over the years."""
    values = [getattr(outcome, measure) for outcome in outcomes]
    return Band(float(np.mean(values)), float(np.min(values)), float(np.max(values)))


def years_reached(setup: Setup, goal: Goal, seeds: Sequence[int] = SEEDS) -> int:
    """In how many of the years ``setup`` reaches ``goal``."""
    return sum(goal.reached(run(setup, seed)) for seed in seeds)


def years_better(setup: Setup, seeds: Sequence[int] = SEEDS) -> dict[str, int]:
    """In how many of the years ``setup`` beats the machine alone, claim by claim of the founding example.

    Returns:
        ``women``: a larger share of women; ``fit``: at least as large a share of suitable people; ``wrong``: fewer
        wrong decisions; ``all``: all three in the same year.
    """
    counts = dict.fromkeys(("women", "fit", "wrong", "all"), 0)
    for seed in seeds:
        machine, now = run(Setup(AUTOMATIC), seed), run(setup, seed)
        kept = (now.women > machine.women, now.fit >= machine.fit, now.wrong < machine.wrong)
        for name, yes in zip(counts, (*kept, all(kept)), strict=True):
            counts[name] += yes
    return counts


def grid(
    reviewer: Reviewer, step: int = 200, minutes: Sequence[float] = (3.0, CAREFUL_MINUTES)
) -> list[Setup]:
    """Set-ups to search among: automatic, people alone, and the combination with each order of review.

    Args:
        step: distance between the numbers of cases.
        minutes: the times per application.
    """
    cases = range(step, APPLICATIONS + 1, step)
    setups = [Setup(AUTOMATIC, reviewer, 0)]
    for time in minutes:
        setups += [Setup(HUMAN, reviewer, n, RANDOM, time) for n in cases]
        setups += [Setup(COMBINED, reviewer, n, which, time) for which in WHICH for n in cases]
    return setups


def sweep(setups: Iterable[Setup], seeds: Sequence[int] = SEEDS) -> pd.DataFrame:
    """What set-ups lead to.

    Returns:
        One row per set-up and year: ``setup``, ``seed``, and the attributes of ``Outcome`` as columns (women, fit,
        invited, unsuitable, overlooked, wrong, hours, minutes, changed).
    """
    rows = []
    for setup in setups:
        for seed in seeds:
            outcome = run(setup, seed)
            rows.append((setup, seed, *(getattr(outcome, name) for name in _MEASURES)))
    return pd.DataFrame(rows, columns=["setup", "seed", *_MEASURES])


def reaching(goal: Goal, setups: Iterable[Setup], seeds: Sequence[int] = SEEDS) -> list[Setup]:
    """The set-ups that reach ``goal`` in at least ``RELIABLE`` of the years, in their order."""
    return [setup for setup in setups if years_reached(setup, goal, seeds) >= RELIABLE * len(seeds)]
