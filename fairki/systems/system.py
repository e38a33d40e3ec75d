"""DecisionSystem: it decides about people of a toy world, and says about itself what its Steckbrief says."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from fairki import models
from fairki.remembered import remembered
from fairki.systems.fields import FIELDS, Field
from fairki.systems.kinds import DECISIONS
from fairki.systems.steckbrief import Steckbrief
from fairki.worlds import attributes
from fairki.worlds.world import FRESH_YEAR, top_share

PEOPLE = 2000
"""People whom a system learnt from, and people whom it then decides about."""
REMEMBERED = 64
"""Years of people, and decisions about them, that are kept for the next question."""


@dataclass(frozen=True)
class Recipe:
    """How a system comes to its decisions.

    Attributes:
        label: column it learns from; of numbers that are not 1/0, the highest ``share`` count as 1.
        columns: columns that it scores people by.
        share: share of people with a positive decision.
        only: it learns from rows with a 1 in this column; "" for all rows.
        malus: column of a stand-in → points off for who looks typical (in spreads of the score).
        crossing_malus: crossing (group, value of ``Field.crossed``) → points off.
        group_thresholds: each group has its own bar, so that the deserving of each group get the same rate.
        learnt_at_most: people of the smaller group in its training data; None: as many as there are.
    """

    label: str
    columns: tuple[str, ...]
    share: float
    only: str = ""
    malus: tuple[tuple[str, float], ...] = ()
    crossing_malus: tuple[tuple[str, str, float], ...] = ()
    group_thresholds: bool = False
    learnt_at_most: int | None = None


@dataclass(frozen=True)
class DecisionSystem:
    """A system that decides about people.

    Attributes:
        id: key, unique within a catalogue.
        steckbrief: what is said about it.
        field_id: key of its field of use; "" for a system of which only the Steckbrief is known.
        recipe: how it decides; None for a system of which only the Steckbrief is known.
        seed: picks the people.
        faults: ids of the faults it really has (see ``faults.FAULTS``); None if nobody knows.
        truth_known: whether anybody measured afterwards who was right.
    """

    id: str
    steckbrief: Steckbrief
    field_id: str = ""
    recipe: Recipe | None = None
    seed: int = 0
    faults: frozenset[str] | None = None
    truth_known: bool = True

    @property
    def kind(self) -> str:
        """Its kind among all systems that can be audited."""
        return DECISIONS

    @property
    def task(self) -> str:
        """What it decides about: its field of use."""
        return self.field_id

    @property
    def name(self) -> str:
        """German name."""
        return self.steckbrief.name

    @property
    def field(self) -> Field | None:
        """Its field of use; None if only the Steckbrief is known."""
        return FIELDS.get(self.field_id)

    @property
    def own_field(self) -> Field:
        """Its field of use. KeyError if only the Steckbrief is known."""
        return FIELDS[self.field_id]

    @property
    def own_recipe(self) -> Recipe:
        """How it decides. KeyError if only the Steckbrief is known."""
        if self.recipe is None:
            raise KeyError(self.id)
        return self.recipe

    @property
    def people(self) -> pd.DataFrame:
        """The people whom it decides about (columns of its world); do not change the table."""
        return _year(self.field_id, FRESH_YEAR + self.seed)

    @property
    def groups(self) -> np.ndarray:
        """The protected group of each person."""
        return self.people[self.own_field.group].to_numpy(dtype=object)

    @property
    def crossings(self) -> np.ndarray:
        """The crossing that each person belongs to: the group and the value of the attribute crossed with it."""
        crossed = _crossed(self.field_id, FRESH_YEAR + self.seed)
        return np.array(
            [f"{group}, {value}" for group, value in zip(self.groups, crossed, strict=True)], dtype=object
        )

    @property
    def scores(self) -> np.ndarray:
        """Its score of each person, higher is better for the person; spread about 1."""
        return _decide(self.field_id, self.own_recipe, self.seed)[0]

    @property
    def decisions(self) -> np.ndarray:
        """1 for each person with the positive decision, otherwise 0."""
        return _decide(self.field_id, self.own_recipe, self.seed)[1]

    @property
    def truth(self) -> np.ndarray | None:
        """1 for each person whom the positive decision is really for; None if nobody knows."""
        return self.own_field.truth(self.people) if self.truth_known else None

    @property
    def need(self) -> np.ndarray | None:
        """How much each person needs or deserves it (without a measure: the truth); None if nobody knows."""
        if not self.truth_known:
            return None
        return self.people[self.own_field.need].to_numpy(dtype=float) if self.own_field.need else self.truth

    @property
    def learnt_from(self) -> dict[str, int]:
        """Group → people of that group in the training data, also for groups that are missing there."""
        found = _training(self.field_id, self.own_recipe, self.seed)[self.own_field.group].value_counts()
        return {group: int(found.get(group, 0)) for group in sorted(set(self.groups))}

    def says(self, **entries: Any) -> "DecisionSystem":
        """The same system with other entries in its Steckbrief."""
        return replace(self, steckbrief=replace(self.steckbrief, **entries))


@remembered(REMEMBERED)
def _year(field_id: str, seed: int) -> pd.DataFrame:
    return FIELDS[field_id].generate(PEOPLE, seed)


@remembered(REMEMBERED)
def _crossed(field_id: str, seed: int) -> np.ndarray:
    """The attribute that is crossed with the group; people stand in random order, so it goes with no rank."""
    return attributes.by_rank(PEOPLE, seed)[FIELDS[field_id].crossed].to_numpy()


def _training(field_id: str, recipe: Recipe, seed: int) -> pd.DataFrame:
    table, group = _year(field_id, seed), FIELDS[field_id].group
    if recipe.only:
        table = table[table[recipe.only] == 1]
    if recipe.learnt_at_most is not None:
        smaller = table[group] == table[group].value_counts().index[1]
        table = table[~smaller | (smaller.cumsum() <= recipe.learnt_at_most)]
    return table


@remembered(REMEMBERED)
def _decide(field_id: str, recipe: Recipe, seed: int) -> tuple[np.ndarray, np.ndarray]:
    field = FIELDS[field_id]
    past, people = _training(field_id, recipe, seed), _year(field_id, FRESH_YEAR + seed)
    labels = past[recipe.label].to_numpy(dtype=float)
    if not np.isin(labels, (0, 1)).all():
        labels = top_share(labels, recipe.share)
    if field.bad_label:
        labels = 1 - labels
    model = models.fit(past, recipe.columns, labels)
    raw = models.score(model, people)
    scale, stand_ins = raw.std(), {s.column: s for s in field.stand_ins}

    def less_malus(found: np.ndarray, table: pd.DataFrame) -> np.ndarray:
        for column, points in recipe.malus:
            found = found - points * stand_ins[column].marks(table)
        return found

    scores = less_malus(raw / scale, people)
    for group, value, points in recipe.crossing_malus:
        here = (people[field.group] == group).to_numpy() & (_crossed(field_id, FRESH_YEAR + seed) == value)
        scores = scores - points * here
    if not recipe.group_thresholds:
        return scores, top_share(scores, recipe.share)
    bars = _equal_bars(
        less_malus(models.score(model, past) / scale, past),
        past[field.group].to_numpy(),
        field.truth(past) == 1,
        recipe.share,
    )
    lowest = min(bars.values())
    bar = np.array([bars.get(group, lowest) for group in people[field.group]])
    return scores, (scores >= bar).astype(int)


def _equal_bars(
    scores: np.ndarray, groups: np.ndarray, deserving: np.ndarray, share: float
) -> dict[str, float]:
    """Group → bar, so that the same share of the deserving of each group lies above it.

    That share is chosen so that about ``share`` of all people get the positive decision.
    """
    best: dict[str, float] = {}
    for missed in np.linspace(0, 0.6, 61):
        bars = {g: float(np.quantile(scores[(groups == g) & deserving], missed)) for g in sorted(set(groups))}
        best = bars
        if np.mean(scores >= np.array([bars[g] for g in groups])) <= share:
            break
    return best
