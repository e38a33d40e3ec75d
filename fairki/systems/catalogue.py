"""The catalogue: toy systems of the company and its partners, sound ones and faulty ones.

``catalogue`` gives the systems that everybody audits in the course; ``sound`` and ``variant`` give as many fresh
ones as there are seeds, for exercises and tests. What is wrong with a system stands in ``system.faults``.
"""

from dataclasses import dataclass, replace

import numpy as np

from fairki import company
from fairki.errors import BadAnswerError
from fairki.systems import de, faults
from fairki.systems import steckbrief as words
from fairki.systems.faults import FAULTS
from fairki.systems.fields import FIELDS
from fairki.systems.steckbrief import Steckbrief
from fairki.systems.system import DecisionSystem, Recipe

FIRM = company.current()
HOUSE, PEOPLE = FIRM.name, FIRM.people
BANK, INSURER = de.BANK, de.INSURER
SEED = 2026
"""Seed of the catalogue that the course shows."""


@dataclass(frozen=True)
class Entry:
    """What is fixed about a system: who uses it for what, and which faults it has in the catalogue."""

    id: str
    field: str
    organisation: str
    owner: str
    faults: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called."""
        return de.SYSTEMS[self.id]

    @property
    def purpose(self) -> str:
        """What it is used for: a sentence."""
        return de.PURPOSES[self.id]


ENTRIES = (
    Entry(
        "bewerbungskompass",
        "bewerbung",
        HOUSE,
        PEOPLE.hr.signed,
    ),
    Entry(
        "azubi_start",
        "bewerbung",
        HOUSE,
        PEOPLE.hr.signed,
        (faults.PROXY,),
    ),
    Entry(
        "schnellsichtung",
        "bewerbung",
        de.ORGANISATIONS["schnellsichtung"],
        de.RESPONSIBLE["schnellsichtung"],
        (faults.BIASED_LABEL, faults.NO_REASON),
    ),
    Entry(
        "lead_ampel",
        "leads",
        HOUSE,
        PEOPLE.sales.signed,
        (faults.BIASED_LABEL,),
    ),
    Entry(
        "messekontakte",
        "leads",
        HOUSE,
        PEOPLE.sales.signed,
    ),
    Entry(
        "haendlerliste",
        "leads",
        de.ORGANISATIONS["haendlerliste"],
        de.RESPONSIBLE["haendlerliste"],
        (faults.NO_MONITORING, faults.NO_HUMAN),
    ),
    Entry(
        "angebotshelfer",
        "ansprache",
        HOUSE,
        PEOPLE.marketing.signed,
        (faults.SECRET_USE, faults.NO_NOTICE),
    ),
    Entry(
        "treuepost",
        "ansprache",
        HOUSE,
        PEOPLE.marketing.signed,
    ),
    Entry(
        "ticketlotse",
        "aufgaben",
        HOUSE,
        PEOPLE.it.signed,
        (faults.WRONG_LABEL,),
    ),
    Entry(
        "wartungsplan",
        "aufgaben",
        HOUSE,
        PEOPLE.it.signed,
    ),
    Entry(
        "ratenkredit",
        "kredit",
        BANK,
        de.RESPONSIBLE["ratenkredit"],
        (faults.ONE_THRESHOLD,),
    ),
    Entry(
        "leasing",
        "kredit",
        BANK,
        de.RESPONSIBLE["leasing"],
    ),
    Entry(
        "fallbegleitung",
        "versorgung",
        INSURER,
        de.RESPONSIBLE["fallbegleitung"],
        (faults.WRONG_LABEL, faults.NO_APPEAL),
    ),
    Entry(
        "reha_vorschlag",
        "versorgung",
        INSURER,
        de.RESPONSIBLE["reha_vorschlag"],
        (faults.MISSING_GROUP, faults.SENSITIVE_DATA),
    ),
)


NOT_KNOWN = {"treuepost": {"energy_wh": None}, "wartungsplan": {"appeal_days": None}}
"""System → entries that nobody filled in: an audit has to say so instead of guessing."""

TRUTH_NOT_KNOWN = ("haendlerliste",)
"""Systems of which nobody measured afterwards who was right."""


def catalogue(seed: int = SEED) -> tuple[DecisionSystem, ...]:
    """The systems of the course, in fixed order, with the faults of their entries."""
    return tuple(_built(entry, seed + number) for number, entry in enumerate(ENTRIES))


def sound(seed: int) -> DecisionSystem:
    """A system without faults; other seeds give other fields of use, people and Steckbriefe."""
    return sound_of(ENTRIES[np.random.default_rng([seed, 1]).integers(len(ENTRIES))], seed)


def variant(fault: str, seed: int) -> DecisionSystem:
    """A system whose only fault is ``fault`` (a key of ``FAULTS``), in a field of use that it fits.

    Raises:
        BadAnswerError: there is no such fault.
    """
    if fault not in FAULTS:
        raise BadAnswerError(*de.no_fault(fault, FAULTS))
    rng = np.random.default_rng([seed, 2])
    for number in rng.permutation(len(ENTRIES)):
        system = sound_of(ENTRIES[number], seed)
        if FAULTS[fault].fits(system):
            return FAULTS[fault].inject(system, seed)
    raise LookupError(fault)


def _built(entry: Entry, seed: int) -> DecisionSystem:
    system = sound_of(entry, seed).says(**NOT_KNOWN.get(entry.id, {}))
    for fault in entry.faults:
        system = FAULTS[fault].inject(system, seed)
    return replace(system, truth_known=entry.id not in TRUTH_NOT_KNOWN)


def sound_of(entry: Entry, seed: int) -> DecisionSystem:
    """The entry's system without any fault."""
    field = FIELDS[entry.field]
    rng = np.random.default_rng([seed, *entry.id.encode()])
    near = rng.random() < 0.7
    steckbrief = Steckbrief(
        name=entry.name,
        area=field.title,
        organisation=entry.organisation,
        purpose=entry.purpose,
        features=field.labels(field.features),
        label=field.label_name,
        label_kind=words.FROM_RESULT,
        human_step=words.HUMAN_NEAR if near else words.HUMAN_ALL,
        human_share=float(rng.integers(20, 36)) / 100 if near else 1.0,
        human_for_small_groups=True,
        gender_optional=True,
        notice=words.NOTICE_BEFORE,
        reason=words.REASON_PERSONAL,
        appeal_days=int(rng.integers(30, 61)),
        owner=entry.owner,
        energy_wh=round(float(rng.uniform(2, 45)), 1),
        monitoring_months=int(rng.integers(1, 4)),
        sensitive=field.needed,
        sensitive_needed=True if field.needed else None,
        in_register=True,
    )
    recipe = Recipe(
        field.label, field.features, field.share, only=field.only, group_thresholds=field.group_thresholds
    )
    return DecisionSystem(entry.id, steckbrief, entry.field, recipe, seed, frozenset())
