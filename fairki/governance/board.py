"""A case before the KI-Ethikrat: four perspectives, what can be decided, and what follows from it.

No decision is the right one. Each helps somebody and costs somebody something; the conditions that go with it
matter as much.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from fairki import company
from fairki.errors import BadAnswerError
from fairki.governance import operation
from fairki.governance.de import board as de

DECISION_KEY, CONDITIONS_KEY = "04.beschluss", "04.auflagen"
REASON_KEY, OBJECTION_KEY = "04.begruendung", "04.einwand"
"""Names of the learner's answers in the browser store."""

TITLE, CASE = de.TITLE, de.CASE
"""The case in German sentences."""


@dataclass(frozen=True)
class Voice:
    """A perspective on the case: who speaks, for whom, and what they say; ``person``: whoever is of the firm."""

    name: str
    stands_for: str
    says: str
    person: company.Person | None = None


PEOPLE = company.current().people
VOICES = (
    Voice(de.REJECTED_NAME, *de.REJECTED),
    Voice(PEOPLE.hr.name, *de.HR, PEOPLE.hr),
    Voice(PEOPLE.it.name, *de.IT, PEOPLE.it),
    Voice(PEOPLE.council.name, *de.COUNCIL, PEOPLE.council),
)
"""The four perspectives of the case."""

DECISIONS = de.DECISIONS
"""What the board can decide, id → (title, what it means)."""

CONDITIONS = de.CONDITIONS
"""What can go with a decision, id → German sentence."""

MONTHS = 3
"""How long the short form was in use, in months."""
_SEED, _SINCE = 41, 4


@dataclass(frozen=True)
class Scale:
    """How large the case is, counted in a simulated year of operation.

    Attributes:
        rejections: rejections while the form was too short.
        women: women among them.
        missed: invitations that the women did not get, against the same year without the fault.
    """

    rejections: int
    women: int
    missed: int


def scale() -> Scale:
    """Size of the case: the months with the short form beside the same months of the same year without it."""
    months = range(_SINCE, _SINCE + MONTHS)
    short, usual = (
        year.table[year.table["monat"].isin(months)].sum()
        for year in (operation.year(_SEED, "formular", _SINCE), operation.year(_SEED))
    )
    invited = sum(short[f"eingeladen_{group}"] for group in ("frauen", "maenner", "divers"))
    rate = usual["eingeladen_frauen"] / usual["frauen"]
    return Scale(
        rejections=int(short["bewerbungen"] - invited),
        women=int(short["frauen"] - short["eingeladen_frauen"]),
        missed=round(rate * short["frauen"] - short["eingeladen_frauen"]),
    )


def what_followed(decision: str, conditions: Sequence[str], size: Scale) -> list[str]:
    """What the months after brought, in German sentences: first the decision, then each condition or its lack.

    Args:
        decision: key of ``DECISIONS``.
        conditions: keys of ``CONDITIONS``.
        size: how large the case is.
    """
    told = de.followed(decision, size.rejections, size.missed)
    return told + [yes if key in conditions else no for key, (yes, no) in de.CONSEQUENCES.items()]


def decision_from(value: object) -> str:
    """The decision in a value of the browser store. Raises BadAnswerError if it is none."""
    if not isinstance(value, str) or value not in DECISIONS:
        raise _refusal()
    return value


def conditions_from(value: object) -> list[str]:
    """The conditions in a value of the browser store. Raises BadAnswerError if they are none."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one in CONDITIONS for one in value):
        raise _refusal()
    return [key for key in CONDITIONS if key in value]


def text_from(value: object) -> str:
    """A reason or an objection in a value of the browser store. Raises BadAnswerError if it is no text."""
    if not isinstance(value, str):
        raise _refusal()
    return value


def _refusal() -> BadAnswerError:
    return BadAnswerError(*de.BAD_DECISION)
