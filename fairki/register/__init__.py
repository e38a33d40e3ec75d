"""Where AI takes part in everyday work: 24 cases to choose from, and the register that a learner makes of them.

The cases and how they are classed are the course's own rough orientation, no finding; a firm may differ.
"""

from dataclasses import dataclass
from typing import Any

from fairki import company
from fairki.errors import BadAnswerError
from fairki.register import de

KEY = "00.register"
"""Name of the learner's register in the browser store."""

FEW, MANY = de.FEW, de.MANY
SUGGESTS, DECIDES = de.SUGGESTS, de.DECIDES
AREAS = STAFF, SALES, SERVICE, MONEY, WORKS, OFFICE = (
    de.STAFF,
    de.SALES,
    de.SERVICE,
    de.MONEY,
    de.WORKS,
    de.OFFICE,
)

APPLICATIONS, LEADS, APPROACH, TASKS, CREDIT, CARE = (
    "bewerbung",
    "leads",
    "ansprache",
    "aufgaben",
    "kredit",
    "versorgung",
)
KINDS = (APPLICATIONS, LEADS, APPROACH, TASKS, CREDIT, CARE)
"""Fields of the toy systems that a case can resemble."""


@dataclass(frozen=True)
class Use:
    """An everyday use of AI.

    Attributes:
        id: key in the stored register.
        name: short German name.
        description: one German sentence.
        area: where it happens, one of ``AREAS``.
        affected: the people it is about, in German.
        how_many: ``FEW`` or ``MANY`` people affected, as a rough orientation.
        autonomy: whether it usually ``SUGGESTS`` or ``DECIDES``.
        often_hidden: whether those affected usually do not notice it.
        resembles: the field of the toy systems that comes closest, one of ``KINDS``; "" if none does.
    """

    id: str
    name: str
    description: str
    area: str
    affected: str
    how_many: str
    autonomy: str
    often_hidden: bool
    resembles: str


@dataclass(frozen=True)
class Entry:
    """A line of a register: the use, and whether it goes unnoticed there (as its owner sees it)."""

    use: Use
    hidden: bool

    @property
    def urgent(self) -> bool:
        """Whether to look here first: the system decides, and about many people."""
        return self.use.autonomy == DECIDES and self.use.how_many == MANY


def _use(id: str, area: str, how_many: str, autonomy: str, often_hidden: bool, resembles: str = "") -> Use:
    name, description, affected = de.USES[id]
    return Use(id, name, description, area, affected, how_many, autonomy, often_hidden, resembles)


def _own(case: company.Case) -> Use:
    return Use(
        case.id,
        case.name,
        case.text,
        case.area,
        case.affected,
        MANY if case.many else FEW,
        DECIDES if case.decides else SUGGESTS,
        case.hidden,
        "",
    )


OURS = (
    _use("bewerbungen", STAFF, MANY, SUGGESTS, True, APPLICATIONS),
    _use("eignungstest", STAFF, MANY, SUGGESTS, False, APPLICATIONS),
    _use("stellenanzeigen", STAFF, MANY, DECIDES, True, APPROACH),
    _use("schichtplan", STAFF, MANY, SUGGESTS, False, TASKS),
    _use("kennzahlen", STAFF, MANY, SUGGESTS, True, TASKS),
    _use("weiterbildung", STAFF, MANY, SUGGESTS, False, APPROACH),
    _use("leads", SALES, MANY, SUGGESTS, True, LEADS),
    _use("werbung", SALES, MANY, DECIDES, True, APPROACH),
    _use("preise", SALES, MANY, DECIDES, True, APPROACH),
    _use("empfehlungen", SALES, MANY, DECIDES, False, APPROACH),
    _use("chatbot", SERVICE, MANY, DECIDES, False, TASKS),
    _use("anfragen", SERVICE, MANY, DECIDES, True, TASKS),
    _use("anrufe", SERVICE, MANY, DECIDES, False, TASKS),
    _use("betreuung", SERVICE, MANY, SUGGESTS, True, CARE),
    _use("zahlung", MONEY, MANY, DECIDES, True, CREDIT),
    _use("betrug", MONEY, FEW, DECIDES, True, CREDIT),
    _use("rechnungen", MONEY, FEW, SUGGESTS, False),
    _use("touren", WORKS, FEW, SUGGESTS, False, TASKS),
    _use("wartung", WORKS, FEW, SUGGESTS, False),
    _use("kamera", WORKS, FEW, DECIDES, False),
    _use("texte", OFFICE, MANY, SUGGESTS, True),
    _use("uebersetzung", OFFICE, FEW, SUGGESTS, True),
    _use("mitschrift", OFFICE, FEW, SUGGESTS, True),
    _use("spam", OFFICE, MANY, DECIDES, True),
)

"""The everyday uses that the course brings along."""

FIRM = company.current()
_OWN = tuple(map(_own, FIRM.cases))
_BY_ID = {use.id: use for use in (*OURS, *_OWN)}


def _offered() -> tuple[Use, ...]:
    left = {*FIRM.without, *(use.id for use in _OWN)}
    uses = (*_OWN, *(use for use in OURS if use.id not in left))
    areas = list(dict.fromkeys(use.area for use in uses))
    return tuple(sorted(uses, key=lambda use: areas.index(use.area)))


USES = _offered()
"""What a learner chooses from: the company's own uses first, in areas that hold together."""

_EXAMPLE = [
    {"id": "stellenanzeigen", "verborgen": True},
    {"id": "leads", "verborgen": True},
    {"id": "anfragen", "verborgen": True},
    {"id": "zahlung", "verborgen": False},
    {"id": "rechnungen", "verborgen": False},
    {"id": "wartung", "verborgen": False},
    {"id": "texte", "verborgen": True},
    {"id": "spam", "verborgen": False},
]
EXAMPLE: list[dict[str, Any]] = [
    *({"id": case.id, "verborgen": case.hidden} for case in FIRM.cases if case.listed),
    *(line for line in _EXAMPLE if line["id"] in {use.id for use in USES} - {use.id for use in _OWN}),
]
"""The register of the company, in the stored form, for whoever has none of their own."""


def checked(value: Any) -> list[dict[str, Any]]:
    """The register in a value of the browser store; uses that the course does not know are left out.

    Raises:
        BadAnswerError: it does not have the form of a register.
    """
    if not isinstance(value, list) or not all(
        isinstance(line, dict) and isinstance(line.get("id"), str) and isinstance(line.get("verborgen"), bool)
        for line in value
    ):
        raise BadAnswerError(*de.DAMAGED)
    return [line for line in value if line["id"] in _BY_ID]


def entries(stored: list[dict[str, Any]] | None) -> list[Entry]:
    """The lines of a register as the browser keeps it; those to look at first stand at the top.

    Args:
        stored: ``[{"id", "verborgen": bool}, …]``; None is an empty register. Uses of another company are left out.
    """
    found = [Entry(_BY_ID[line["id"]], line["verborgen"]) for line in stored or [] if line["id"] in _BY_ID]
    places = {use.id: at for at, use in enumerate((*USES, *OURS))}
    return sorted(
        found,
        key=lambda e: (not e.urgent, e.use.autonomy != DECIDES, e.use.how_many != MANY, places[e.use.id]),
    )
