"""„Was hätte anders sein müssen?“: the smallest changes that turn a decision around, and which trait alone does so.

The search is plain: it tries every combination of allowed steps in at most three columns. Distance is counted in
steps. A step is a change that people understand (five points in the test), and the steps of the recruiting world
are about alike: each is a quarter to a half of the column's spread, so that one step here is about as far as one
step there. What a person can change, and in which direction, is an argument: advice must not say "be younger".
A diagnosis asks the opposite: what if *only* the gender had been different? If that alone turns the decision
around, the decision was unfair.

Concepts: Wachter, Mittelstadt and Russell, "Counterfactual Explanations without Opening the Black Box" (2018);
for what people can change: Ustun, Spangher and Liu, "Actionable Recourse in Linear Classification" (2019).
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from fairki import models, speech
from fairki.feedback.de import counterfactuals as de
from fairki.worlds import recruiting
from fairki.worlds.world import MAN, WOMAN

UP, DOWN, EITHER = 1, -1, 0
"""Directions in which a lever moves a number."""
MOST_COLUMNS = 3
"""Columns that may change at once: more is no advice that anybody could follow."""
SHOWN = 3
"""Ways that a search returns at most."""
ROUNDING = 6
"""Decimals that a changed number keeps, so that 5.3 + 3 · 0.5 is 6.8."""


@dataclass(frozen=True)
class Decider:
    """A way of deciding with a fixed bar, which can be asked about people who do not exist.

    Attributes:
        score: table of people → a number per row, higher is better for the person.
        bar: whoever reaches it gets the positive decision.
    """

    score: Callable[[pd.DataFrame], np.ndarray]
    bar: float

    def invites(self, people: pd.DataFrame) -> np.ndarray:
        """True for each row of ``people`` with the positive decision."""
        return np.asarray(self.score(people)) >= self.bar

    def missing(self, people: pd.DataFrame) -> np.ndarray:
        """How far each row's score lies below the bar; negative for those above it."""
        return self.bar - np.asarray(self.score(people))


def with_bar(score: Callable[[pd.DataFrame], np.ndarray], applicants: pd.DataFrame, share: float) -> Decider:
    """The bar that lets the ``share`` of ``applicants`` with the highest scores pass; nobody if that is none."""
    scores = np.asarray(score(applicants), dtype=float)
    passed = models.top_share(scores, share) == 1
    return Decider(score, float(scores[passed].min()) if passed.any() else float("inf"))


def of_model(model: Any, applicants: pd.DataFrame, share: float = recruiting.SHARE_INVITED) -> Decider:
    """A model (as ``models.fit`` returns it) that invites the best ``share`` of ``applicants``."""
    return with_bar(partial(models.score, model), applicants, share)


@dataclass(frozen=True)
class Lever:
    """A number that may change, in steps.

    Attributes:
        column: its column.
        step: size of one step, in the column's own unit.
        direction: ``UP``, ``DOWN`` or ``EITHER``.
        low, high: the values it cannot leave; the last step before a bound may be shorter.
        most: steps in one direction at most.
        unit: German unit for sentences; "" for none.
    """

    column: str
    step: float
    direction: int
    low: float
    high: float
    most: int
    unit: str = ""

    def levels(self, value: float) -> Iterator[tuple[float, int]]:
        """Every value that it can be moved to from ``value``, and the steps that it takes."""
        for way in (UP, DOWN):
            if self.direction in (way, EITHER):
                before = value
                for steps in range(1, self.most + 1):
                    after = round(min(max(value + way * steps * self.step, self.low), self.high), ROUNDING)
                    if way * (after - before) <= 0:
                        break
                    yield after, steps
                    before = after


@dataclass(frozen=True)
class Switch:
    """A text or a yes/no value that may change to another of its options; each change is one step.

    Attributes:
        column: its column.
        options: the values that it may have.
    """

    column: str
    options: tuple[Any, ...]
    unit: str = ""

    def levels(self, value: Any) -> Iterator[tuple[Any, int]]:
        """Every option but ``value``, one step each."""
        yield from ((option, 1) for option in self.options if option != value)


TEST = Lever("test", 5, UP, 0, 100, 8, de.POINTS)
SKILL = Lever("fachkenntnisse", 0.5, UP, 0, 10, 8, de.POINTS)
EXPERIENCE = Lever("erfahrung", 1, UP, 0, 40, 5, de.YEARS)
CAN_CHANGE = (TEST, SKILL, EXPERIENCE)
"""What an applicant can work on before the next application: only upwards, and not without end."""
GRADE = Lever("abschlussnote", 0.2, DOWN, 1, 4, 8)
GAP = Lever("auszeit_monate", 6, DOWN, 0, 120, 8, de.MONTHS)
PART_TIME = Switch("teilzeit", (1, 0))
GENDER = Switch("geschlecht", (WOMAN, MAN))
ANYTHING = (*CAN_CHANGE, GRADE, GAP, PART_TIME, GENDER)
"""Everything that the system looks at in steps, whether or not somebody can change it: to understand, not as advice."""


@dataclass(frozen=True)
class Change:
    """One changed value.

    Attributes:
        column: the column.
        before, after: its value in the application, and the one that would have been needed.
        steps: how many steps lie between them.
        unit: German unit; "" for none.
    """

    column: str
    before: Any
    after: Any
    steps: int
    unit: str = ""

    @property
    def sentence(self) -> str:
        """Such as „Eignungstest: 75 statt 60 Punkte“."""
        name = recruiting.LABELS.get(self.column, self.column)
        after, before = (shown(self.column, value) for value in (self.after, self.before))
        return de.instead(name, after, before, self.unit)


@dataclass(frozen=True)
class Way:
    """Changes that together turn the decision around.

    Attributes:
        changes: one per changed column, in the order of the levers.
        distance: their steps added up.
    """

    changes: tuple[Change, ...]

    @property
    def distance(self) -> int:
        return sum(change.steps for change in self.changes)

    @property
    def sentence(self) -> str:
        """All changes in one German phrase."""
        return speech.together([change.sentence for change in self.changes])


@dataclass(frozen=True)
class Answer:
    """What a search found.

    Attributes:
        ways: the shortest way for each set of columns, the shortest first; empty if there is none.
        reason: one German sentence that says why there is none; "" if there is one.
    """

    ways: tuple[Way, ...]
    reason: str = ""


def search(
    decider: Decider,
    person: Mapping[str, Any],
    levers: Sequence[Lever | Switch] = CAN_CHANGE,
    most_columns: int = MOST_COLUMNS,
    shown: int = SHOWN,
) -> Answer:
    """The smallest changes with which ``decider`` would have decided for ``person``.

    Args:
        decider: the way of deciding.
        person: column → value (a row of the table); everything that the decider looks at.
        levers: what may change, in which direction and how far.
        most_columns: columns that may change at once.
        shown: ways to return at most.

    Returns:
        For each set of columns its shortest way (equal ones: the earlier lever moves less), without ways that only
        do more of what a shorter one does; the shortest first, then fewer columns, then the order of the levers.
    """
    person = dict(person)
    if decider.invites(pd.DataFrame([person]))[0]:
        return Answer((), de.ALREADY_INVITED)
    tried = list(_ways(person, levers, most_columns))
    if not tried:
        return Answer((), de.NOTHING_TO_CHANGE)
    best: dict[tuple[str, ...], Way] = {}
    works = decider.invites(pd.DataFrame([_changed(person, way) for way in tried]))
    for way in itertools.compress(tried, works):
        columns = tuple(change.column for change in way.changes)
        if columns not in best or way.distance < best[columns].distance:
            best[columns] = way
    if not best:
        return Answer((), de.no_way([recruiting.LABELS.get(lever.column, lever.column) for lever in levers]))
    ways = sorted(best.values(), key=lambda way: (way.distance, len(way.changes)))
    ways = [way for way in ways if not any(_does_more(way, other) for other in ways)]
    return Answer(tuple(ways[:shown]))


def depends_on(decider: Decider, person: Mapping[str, Any], **other: Any) -> bool:
    """Whether the decision would have been the opposite if *only* the values in ``other`` had been different."""
    before, after = decider.invites(pd.DataFrame([dict(person), dict(person) | other]))
    return bool(before != after)


QUESTIONS = de.QUESTIONS
"""Column → the diagnostic question that can be asked about it."""


def asked(person: Mapping[str, Any], column: str) -> dict[str, Any]:
    """What the question about ``column`` in ``QUESTIONS`` changes; {} if there is nothing to change."""
    value = person[column]
    other = {
        "geschlecht": WOMAN if value == MAN else MAN,
        "auszeit_monate": 0,
        "teilzeit": 1 - int(value) if column == "teilzeit" else 0,
    }[column]
    return {} if other == value else {column: other}


def diagnose(decider: Decider, person: Mapping[str, Any]) -> dict[str, bool]:
    """Column of ``QUESTIONS`` → whether its change alone turns the decision around: a sign of unfair treatment."""
    return {column: depends_on(decider, person, **asked(person, column)) for column in QUESTIONS}


def shown(column: str, value: Any) -> str:
    """A value of the recruiting world as German readers expect it."""
    if column == "teilzeit":
        return de.YES if value else de.NO
    if isinstance(value, str):
        return value
    return de.value(value)


def _ways(person: Mapping[str, Any], levers: Sequence[Lever | Switch], most_columns: int) -> Iterator[Way]:
    for count in range(1, most_columns + 1):
        for chosen in itertools.combinations(levers, count):
            moves = [
                [
                    Change(lever.column, person[lever.column], after, steps, lever.unit)
                    for after, steps in lever.levels(person[lever.column])
                ]
                for lever in chosen
            ]
            yield from map(Way, itertools.product(*moves))


def _changed(person: Mapping[str, Any], way: Way) -> dict[str, Any]:
    return dict(person) | {change.column: change.after for change in way.changes}


def _does_more(way: Way, other: Way) -> bool:
    """Whether ``way`` contains all changes of ``other`` (as far or further, in the same direction) and more."""
    further = {change.column: change for change in way.changes}
    return way != other and all(
        change.column in further
        and further[change.column].steps >= change.steps
        and _same_direction(further[change.column], change)
        for change in other.changes
    )


def _same_direction(one: Change, other: Change) -> bool:
    if isinstance(one.after, str) or isinstance(other.after, str):
        return bool(one.after == other.after)
    return bool((one.after > one.before) == (other.after > other.before))
