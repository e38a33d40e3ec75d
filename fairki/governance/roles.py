"""Who decides, who reviews, who answers: the role table of a firm, and what is wrong with it at first sight.

A table is plain JSON, ``{task: {duty: [role, …]}}`` with the ids of ``TASKS``, ``DUTIES`` and ``ROLES``; what is
left out is held by nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairki.errors import BadAnswerError
from fairki.governance.de import roles as de

KEY = "04.rollen"
"""Name of the learner's role table in the browser store."""

DECIDES, REVIEWS, ANSWERS = "entscheidet", "prueft", "steht_ein"
DUTIES = de.DUTIES
"""What somebody can have to do with a task, id → the question."""


@dataclass(frozen=True)
class Role:
    """A role: its German name and, in one or two sentences, what it is there for."""

    name: str
    does: str


ROLES = {id: Role(*words) for id, words in de.ROLES.items()}
"""The roles of the course, id → role: the four new ones first, then those that a firm has anyway."""

NEW_ROLES = ("ethikbeauftragte", "algorithmus", "daten", "ethikrat")


@dataclass(frozen=True)
class Task:
    """A task around a system: its German name and one sentence on what belongs to it."""

    name: str
    about: str


TASKS = {id: Task(*words) for id, words in de.TASKS.items()}
"""The tasks of the course, id → task."""

FOUNDING_QUESTIONS = (
    (de.WHO_USES, "einsatz", DECIDES),
    (de.WHO_REVIEWS, "ueberwachung", REVIEWS),
    (de.WHO_ANSWERS, "fehlentscheidung", ANSWERS),
)
"""The questions of the course's founding texts and where the table answers them: (question, task, duty)."""

EXAMPLE = {
    "einsatz": {DECIDES: ["fachabteilung"], REVIEWS: ["fachabteilung"], ANSWERS: ["geschaeftsfuehrung"]},
    "daten": {DECIDES: ["fachabteilung"]},
    "ueberwachung": {DECIDES: ["fachabteilung"], ANSWERS: ["fachabteilung"]},
    "anhalten": {DECIDES: ["geschaeftsfuehrung", "fachabteilung"], ANSWERS: ["geschaeftsfuehrung"]},
    "aenderung": {DECIDES: ["fachabteilung"], REVIEWS: ["betriebsrat"], ANSWERS: ["geschaeftsfuehrung"]},
    "fehlentscheidung": {DECIDES: ["fachabteilung"], REVIEWS: ["fachabteilung"]},
    "kodex": {
        DECIDES: ["geschaeftsfuehrung"],
        REVIEWS: ["betriebsrat"],
        ANSWERS: ["geschaeftsfuehrung", "fachabteilung"],
    },
}
"""The table of the company as it has come about by itself: something to mend."""

GAP, DOUBLE, OWN_REVIEW = "luecke", "doppelt", "selbst"
KINDS = de.KINDS
"""Kinds of findings, id → German name."""

RoleTable = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Finding:
    """Something that is not clear about a task.

    Attributes:
        task: id of the task.
        kind: ``GAP``, ``DOUBLE`` or ``OWN_REVIEW``.
        why: what it is and why it matters, in German.
    """

    task: str
    kind: str
    why: str


def from_value(value: object) -> dict[str, dict[str, list[str]]]:
    """The table in a value of the browser store, without empty places and in the order of this file.

    Raises:
        BadAnswerError: it is none, or names a task, a duty or a role that the course does not know.
    """
    if not isinstance(value, dict) or not set(value) <= set(TASKS):
        raise _refusal()
    table = {}
    for task in TASKS:
        duties = value.get(task, {})
        if not isinstance(duties, dict) or not set(duties) <= set(DUTIES):
            raise _refusal()
        held = {duty: _roles(duties[duty]) for duty in DUTIES if duty in duties}
        if held := {duty: roles for duty, roles in held.items() if roles}:
            table[task] = held
    return table


def _roles(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(role, str) and role in ROLES for role in value):
        raise _refusal()
    return [role for role in ROLES if role in value]


def _refusal() -> BadAnswerError:
    return BadAnswerError(*de.BAD_TABLE)


def holders(table: RoleTable, task: str, duty: str) -> list[str]:
    """Names of the roles that have this duty; empty if nobody has."""
    return [ROLES[role].name for role in table.get(task, {}).get(duty, ())]


def findings(table: RoleTable, task: str) -> list[Finding]:
    """What is not clear about a task: gaps, duties held twice, and reviews of one's own work.

    Several roles may review. Where several decide or answer, nobody has the last word.
    """
    duties = table.get(task, {})
    found = [
        Finding(task, GAP, de.gap(question)) for duty, question in DUTIES.items() if not duties.get(duty)
    ]
    for duty, what in ((DECIDES, de.DECIDE), (ANSWERS, de.ANSWER)):
        if len(names := holders(table, task, duty)) > 1:
            found.append(Finding(task, DOUBLE, de.several(what, names)))
    done = {*duties.get(DECIDES, ()), *duties.get(ANSWERS, ())}
    if own := [ROLES[role].name for role in duties.get(REVIEWS, ()) if role in done]:
        found.append(Finding(task, OWN_REVIEW, de.own_review(own)))
    return found


def clear_tasks(table: RoleTable) -> list[str]:
    """Ids of the tasks about which nothing is unclear."""
    return [task for task in TASKS if not findings(table, task)]


def bottlenecks(table: RoleTable) -> list[str]:
    """Names of the roles that decide more than half of the tasks: everything waits for them."""
    return [
        role.name
        for id, role in ROLES.items()
        if sum(id in table.get(task, {}).get(DECIDES, ()) for task in TASKS) > len(TASKS) / 2
    ]


def without_task(table: RoleTable) -> list[str]:
    """Names of the roles that stand nowhere in the table."""
    used = {role for duties in table.values() for roles in duties.values() for role in roles}
    return [role.name for id, role in ROLES.items() if id not in used]
