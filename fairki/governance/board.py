"""Cases before the KI-Ethikrat: several perspectives, what can be decided, and what follows from it.

No decision is the right one. Each helps somebody and costs somebody something; the conditions that go with it
matter as much. The company can have cases of its own; answers to each are kept under names of their own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from fairki import company
from fairki.company.main import PEOPLE as PARTS
from fairki.errors import BadAnswerError
from fairki.governance import operation
from fairki.governance.de import board as de

CASE_KEY = "04.fall"
"""Name of the answer which case is decided, where there are several."""
PEOPLE = company.current().people
MONTHS = 3
"""How long the short form was in use, in months."""
_SEED, _SINCE = 41, 4


@dataclass(frozen=True)
class Voice:
    """A perspective on the case: who speaks, for whom, and what they say; ``person``: whoever is of the firm."""

    name: str
    stands_for: str
    says: str
    person: company.Person | None = None


@dataclass(frozen=True)
class Scale:
    """How large the course's case is, counted in a simulated year of operation.

    Attributes:
        rejections: rejections while the form was too short.
        women: women among them.
        missed: invitations that the women did not get, against the same year without the fault.
    """

    rejections: int
    women: int
    missed: int


@cache
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


@dataclass(frozen=True)
class Case:
    """A case and what can be decided about it.

    Attributes:
        id: its name in answers.
        suffix: what stands behind the names of its answers in the browser store.
        title, told: the case in a heading and in paragraphs.
        voices: the perspectives on it.
        decisions: what the board can decide, id → (title, what it means).
        conditions: what can go with a decision, id → German sentence.
        consequences: what each condition brings, and what its lack costs.
        after: decision → what the months after brought.
        size: how large the case is, in a German sentence; "" if nobody has counted.
    """

    id: str
    suffix: str
    title: str
    told: tuple[str, ...]
    voices: tuple[Voice, ...]
    decisions: Mapping[str, tuple[str, str]]
    conditions: Mapping[str, str]
    consequences: Mapping[str, tuple[str, str]]
    after: Callable[[str], Sequence[str]]
    size: Callable[[], str] = str

    @property
    def decision_key(self) -> str:
        """Name of the decision in the browser store."""
        return f"04.beschluss{self.suffix}"

    @property
    def conditions_key(self) -> str:
        """Name of the conditions in the browser store."""
        return f"04.auflagen{self.suffix}"

    @property
    def reason_key(self) -> str:
        """Name of the reason in the browser store."""
        return f"04.begruendung{self.suffix}"

    @property
    def objection_key(self) -> str:
        """Name of the strongest objection in the browser store."""
        return f"04.einwand{self.suffix}"

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of all its answers in the browser store."""
        return self.decision_key, self.conditions_key, self.reason_key, self.objection_key

    def what_followed(self, decision: str, conditions: Sequence[str]) -> list[str]:
        """What the months after brought, in German sentences: first the decision, then each condition or its lack.

        Args:
            decision: key of ``decisions``.
            conditions: keys of ``conditions``.
        """
        told = [yes if key in conditions else no for key, (yes, no) in self.consequences.items()]
        return [*self.after(decision), *told]

    def decision_from(self, value: object) -> str:
        """The decision in a value of the browser store. Raises BadAnswerError if it is none."""
        if not isinstance(value, str) or value not in self.decisions:
            raise _refusal()
        return value

    def conditions_from(self, value: object) -> list[str]:
        """The conditions in a value of the browser store. Raises BadAnswerError if they are none."""
        if not isinstance(value, list) or not all(
            isinstance(one, str) and one in self.conditions for one in value
        ):
            raise _refusal()
        return [key for key in self.conditions if key in value]


OURS = Case(
    "absagen",
    "",
    de.TITLE,
    de.CASE,
    (
        Voice(de.REJECTED_NAME, *de.REJECTED),
        Voice(PEOPLE.hr.name, *de.HR, PEOPLE.hr),
        Voice(PEOPLE.it.name, *de.IT, PEOPLE.it),
        Voice(PEOPLE.council.name, *de.COUNCIL, PEOPLE.council),
    ),
    de.DECISIONS,
    de.CONDITIONS,
    de.CONSEQUENCES,
    lambda decision: de.followed(decision, scale().rejections, scale().missed),
    lambda: de.how_large(scale().rejections, scale().missed),
)
"""The case that the course brings along: four perspectives."""


def _own(case: company.BoardCase) -> Case:
    after = {one.id: one.followed for one in case.decisions}
    return Case(
        case.id,
        f".{case.id}",
        case.title,
        case.told,
        tuple(map(_voice, case.voices)),
        {one.id: (one.title, one.meaning) for one in case.decisions},
        {one.id: one.text for one in case.conditions},
        {one.id: (one.kept, one.lacking) for one in case.conditions},
        after.__getitem__,
    )


def _voice(voice: company.Voice) -> Voice:
    if voice.who not in PARTS:
        return Voice(voice.who, voice.stands_for, voice.says)
    person: company.Person = getattr(PEOPLE, PARTS[voice.who])
    return Voice(person.name, voice.stands_for, voice.says, person)


FIRM = company.current()
OWN = tuple(map(_own, FIRM.board_cases))
"""The cases of the company's own."""
CASES: tuple[Case, ...] = (*OWN, *(() if OURS.id in FIRM.without_board_cases else (OURS,)))
"""What learners choose from, the company's own first; at least one."""
KNOWN = (*OWN, OURS)
"""All cases that there can be answers to: what was decided of the course's is not lost when it is left out."""


def chosen(answers: Mapping[str, Any]) -> Case:
    """The case that a learner decides: the one they chose, or have decided already, or the first one."""
    named = next((case for case in CASES if case.id == answers.get(CASE_KEY)), None)
    begun = next((case for case in CASES if answers.get(case.decision_key) is not None), None)
    return named or begun or CASES[0]


def text_from(value: object) -> str:
    """A reason or an objection in a value of the browser store. Raises BadAnswerError if it is no text."""
    if not isinstance(value, str):
        raise _refusal()
    return value


def _refusal() -> BadAnswerError:
    return BadAnswerError(*de.BAD_DECISION)
