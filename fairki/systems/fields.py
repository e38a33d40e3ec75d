"""The fields of use: which people a system decides about, what it may look at, and what the truth is.

A field joins a toy world with the words and columns that systems, rules and findings need.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairki.worlds import recruiting
from fairki.worlds.world import World

GENDER, ORIGIN, OTHER = "Geschlecht", "Herkunft", "anderes"


@dataclass(frozen=True)
class StandIn:
    """A column that says nothing about the matter, but something about the group.

    Attributes:
        column: its name.
        typical: the texts that are typical of the smaller group, or the number from which on it is typical.
    """

    column: str
    typical: tuple[str, ...] | float

    def marks(self, people: pd.DataFrame) -> np.ndarray:
        """True for each person who looks typical of the smaller group."""
        values = people[self.column]
        if isinstance(self.typical, tuple):
            return values.isin(self.typical).to_numpy()
        return (values >= self.typical).to_numpy()


@dataclass(frozen=True)
class Field:
    """A field of use.

    Attributes:
        id: key.
        title: German name.
        world: the toy world whose people are decided about.
        group: column of the protected group.
        attribute: what that group is about: ``GENDER``, ``ORIGIN`` or ``OTHER``.
        features: columns that say something about the matter.
        stand_ins: columns that say something about the group.
        truth: column → who (1/0) the positive decision is really for; a function of the people.
        need: column that measures how much somebody needs or deserves it; "" if the truth is only yes or no.
        label, label_name: column that a sound system learns from, and its German name.
        biased, biased_name: column with the firm's own past decisions; "" if the world has none.
        wrong, wrong_name: column with costs or effort in place of the matter itself; "" if there is none.
        only: column whose 1 marks the rows that a sound system learns from; "" for all.
        share: share of people with a positive decision.
        positive: German participle of the positive decision ("eingeladen").
        deserving: German words for those whom it is really for, after "von den" ("tatsächlich Geeigneten").
        sensitive: German names of sensitive data that nobody needs here.
    """

    id: str
    title: str
    world: World
    group: str
    attribute: str
    features: tuple[str, ...]
    stand_ins: tuple[StandIn, ...]
    truth: Callable[[pd.DataFrame], np.ndarray]
    need: str
    label: str
    label_name: str
    biased: str
    biased_name: str
    wrong: str
    wrong_name: str
    only: str
    share: float
    positive: str
    deserving: str
    sensitive: tuple[str, ...]

    def labels(self, columns) -> tuple[str, ...]:
        """The German names of columns."""
        return tuple(self.world.COLUMNS[c].label for c in columns)


def _column(name: str) -> Callable[[pd.DataFrame], np.ndarray]:
    return lambda people: people[name].to_numpy()


RECRUITING = Field(
    id="bewerbung",
    title="Auswahl von Bewerbungen",
    world=recruiting,
    group="geschlecht",
    attribute=GENDER,
    features=recruiting.QUALIFICATIONS,
    stand_ins=(
        StandIn("auszeit_monate", 6),
        StandIn("teilzeit", 1),
        StandIn("studienfach", ("Psychologie", "Germanistik")),
        StandIn("verein", ("Chor", "Reiten")),
    ),
    truth=_column("geeignet"),
    need="",
    label="geeignet",
    label_name="Bewährung im Beruf",
    biased="eingeladen",
    biased_name="frühere Einladungen",
    wrong="",
    wrong_name="",
    only="",
    share=0.30,
    positive="eingeladen",
    deserving="tatsächlich Geeigneten",
    sensitive=("Schwangerschaft", "Krankheitstage", "Religion"),
)

FIELDS: dict[str, Field] = {field.id: field for field in (RECRUITING,)}
"""id → field of use."""
