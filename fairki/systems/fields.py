"""The fields of use: which people a system decides about, what it may look at, and what the truth is.

A field joins a toy world with the words and columns that systems, rules and findings need.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from fairki.systems import de
from fairki.worlds import attributes, care, credit, leads, need, recruiting, service
from fairki.worlds.need import Setting
from fairki.worlds.world import World, top_share

GENDER, ORIGIN, AGE, HOME = de.GENDER, de.ORIGIN, de.AGE, de.HOME


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
        title: name.
        world: the toy world whose people are decided about.
        group: column of the protected group.
        attribute: what that group is about: ``GENDER``, ``ORIGIN``, ``AGE`` or ``HOME``.
        crossed: structural attribute (``worlds.attributes``) that is crossed with the group.
        features: columns that say something about the matter.
        stand_ins: columns that say something about the group.
        truth: column → who (1/0) the positive decision is really for; a function of the people.
        need: column that measures how much somebody needs or deserves it; "" if the truth is only yes or no.
        label, label_name: column that a sound system learns from, and its name.
        biased, biased_name: column with the firm's own past decisions; "" if the world has none.
        wrong, wrong_name: column with costs or effort in place of the matter itself; "" if there is none.
        wrong_columns: columns that go with that label.
        only: column whose 1 marks the rows that a sound system learns from; "" for all.
        share: share of people with a positive decision.
        positive: participle of the positive decision ("eingeladen").
        deserving: words for those whom it is really for, after "von den" ("tatsächlich Geeigneten").
        sensitive: names of sensitive data that nobody needs here.
        needed: names of sensitive data that the matter itself calls for.
        bad_label: the label says what should not happen: those with a 0 count as good.
        group_thresholds: the groups really differ, so a sound system has one bar per group.
        setting: how the groups of a world of need differ; None for the other worlds.
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
    wrong_columns: tuple[str, ...]
    only: str
    share: float
    positive: str
    deserving: str
    sensitive: tuple[str, ...]
    needed: tuple[str, ...] = ()
    bad_label: bool = False
    group_thresholds: bool = False
    crossed: str = attributes.AGE
    setting: Setting | None = None

    def generate(self, n: int, seed: int) -> pd.DataFrame:
        """``n`` people of this field: a table of its world."""
        if self.setting is None:
            return self.world.generate(n, seed)
        generate: Callable[..., pd.DataFrame] = self.world.generate  # those of need take their setting, too
        return generate(n, seed, self.setting)

    def labels(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The names of columns."""
        return tuple(self.world.COLUMNS[c].label for c in columns)


def _column(name: str) -> Callable[[pd.DataFrame], np.ndarray]:
    return lambda people: people[name].to_numpy()


URGENT = 0.20
"""Share of people whose need counts as greatest, and who come first; large enough to compare groups among them."""


def _greatest_need(people: pd.DataFrame) -> np.ndarray:
    return top_share(people["bedarf"], URGENT)


RECRUITING = Field(
    id="bewerbung",
    title=de.FIELDS["bewerbung"],
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
    label_name=de.LABELS["bewerbung"],
    biased="eingeladen",
    biased_name=de.PAST["bewerbung"],
    wrong="",
    wrong_name="",
    wrong_columns=(),
    only="",
    share=0.30,
    positive=de.POSITIVE["bewerbung"],
    deserving=de.DESERVING["bewerbung"],
    sensitive=de.SENSITIVE_DATA["bewerbung"],
)

LEADS = Field(
    id="leads",
    title=de.FIELDS["leads"],
    world=leads,
    group=leads.GROUP,
    attribute=ORIGIN,
    features=leads.BEHAVIOUR,
    stand_ins=(StandIn("gebiet", ("Nord",)), StandIn("englisch", 1), StandIn("abends", 1)),
    truth=_column(leads.TRUTH),
    need="",
    label="abschluss",
    label_name=de.LABELS["leads"],
    biased="abschluss",
    biased_name=de.PAST["leads"],
    wrong="",
    wrong_name="",
    wrong_columns=(),
    only="kontaktiert",
    share=0.20,
    positive=de.POSITIVE["leads"],
    deserving=de.DESERVING["leads"],
    sensitive=de.SENSITIVE_DATA["leads"],
)

APPROACH = replace(
    LEADS,
    id="ansprache",
    title=de.FIELDS["ansprache"],
    share=0.35,
    positive=de.POSITIVE["ansprache"],
)

CREDIT = Field(
    id="kredit",
    title=de.FIELDS["kredit"],
    world=credit,
    group=credit.GROUP,
    attribute=AGE,
    features=("einkommen", "mietanteil", "mahnungen"),
    stand_ins=(),
    truth=lambda people: 1 - people[credit.TRUTH].to_numpy(),
    need="",
    label=credit.LABEL,
    label_name=de.LABELS["kredit"],
    biased="",
    biased_name="",
    wrong="",
    wrong_name="",
    wrong_columns=(),
    only="",
    share=0.70,
    positive=de.POSITIVE["kredit"],
    deserving=de.DESERVING["kredit"],
    sensitive=de.SENSITIVE_DATA["kredit"],
    bad_label=True,
    group_thresholds=True,
    crossed=attributes.NAME,
)

SERVICE = Field(
    id="aufgaben",
    title=de.FIELDS["aufgaben"],
    world=service,
    group=service.GROUP,
    attribute=ORIGIN,
    features=("stoerungen", "notfaelle"),
    stand_ins=(),
    truth=_greatest_need,
    need="bedarf",
    label="bedarf",
    label_name=de.LABELS["aufgaben"],
    biased="",
    biased_name="",
    wrong="minuten",
    wrong_name=de.EFFORT["aufgaben"],
    wrong_columns=("minuten_vorjahr",),
    only="",
    share=URGENT,
    positive=de.POSITIVE["aufgaben"],
    deserving=de.DESERVING["aufgaben"],
    setting=need.EQUAL_NEED,
    sensitive=de.SENSITIVE_DATA["aufgaben"],
)

CARE = Field(
    id="versorgung",
    title=de.FIELDS["versorgung"],
    world=care,
    group=care.GROUP,
    attribute=HOME,
    features=("erkrankungen", "notaufnahmen"),
    stand_ins=(),
    truth=_greatest_need,
    need="bedarf",
    label="bedarf",
    label_name=de.LABELS["versorgung"],
    biased="",
    biased_name="",
    wrong="kosten",
    wrong_name=de.EFFORT["versorgung"],
    wrong_columns=("kosten_vorjahr",),
    only="",
    share=URGENT,
    positive=de.POSITIVE["versorgung"],
    deserving=de.DESERVING["versorgung"],
    setting=need.EQUAL_NEED,
    sensitive=de.SENSITIVE_DATA["versorgung"],
    needed=de.NEEDED_DATA["versorgung"],
)

FIELDS: dict[str, Field] = {field.id: field for field in (RECRUITING, LEADS, APPROACH, SERVICE, CREDIT, CARE)}
"""id → field of use."""
