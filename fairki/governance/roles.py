"""Who decides, who reviews, who answers: the role table of a firm, and what is wrong with it at first sight.

A table is plain JSON, ``{task: {duty: [role, …]}}`` with the ids of ``TASKS``, ``DUTIES`` and ``ROLES``; what is
left out is held by nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fairki import speech
from fairki.errors import BadAnswerError

KEY = "04.rollen"
"""Name of the learner's role table in the browser store."""

DECIDES, REVIEWS, ANSWERS = "entscheidet", "prueft", "steht_ein"
DUTIES = {DECIDES: "Wer entscheidet?", REVIEWS: "Wer prüft?", ANSWERS: "Wer steht dafür ein?"}
"""What somebody can have to do with a task, id → the question."""


@dataclass(frozen=True)
class Role:
    """A role: its German name and, in one or two sentences, what it is there for."""

    name: str
    does: str


ROLES = {
    "ethikbeauftragte": Role(
        "KI-Ethikbeauftragte",
        "Eine Person für alle Fragen zu fairer KI. Sie prüft, berät und hört zu. Sie darf direkt mit der "
        "Geschäftsführung sprechen.",
    ),
    "algorithmus": Role(
        "Algorithmus-Verantwortliche",
        "Eine Person je System. Sie weiß, wie es rechnet, hält es in Ordnung und meldet, wenn etwas auffällt.",
    ),
    "daten": Role(
        "Data-Governance-Lead",
        "Eine Person für die Daten. Sie klärt, woher sie kommen, wer sie sehen darf und wann sie gelöscht werden.",
    ),
    "ethikrat": Role(
        "KI-Ethikrat",
        "Eine kleine Runde mit verschiedenen Blicken, zum Beispiel Personal, IT, Betriebsrat und eine Person von "
        "außen. Sie berät schwierige Fälle.",
    ),
    "geschaeftsfuehrung": Role(
        "Geschäftsführung", "Sie trägt die Verantwortung für die Firma. Sie kann Aufgaben abgeben."
    ),
    "fachabteilung": Role(
        "Fachabteilung", "Sie arbeitet jeden Tag mit dem System, zum Beispiel die Personalabteilung."
    ),
    "betriebsrat": Role("Betriebsrat", "Er vertritt die Beschäftigten und achtet auf ihre Rechte."),
}
"""The roles of the course, id → role: the four new ones first, then those that a firm has anyway."""

NEW_ROLES = ("ethikbeauftragte", "algorithmus", "daten", "ethikrat")


@dataclass(frozen=True)
class Task:
    """A task around a system: its German name and one sentence on what belongs to it."""

    name: str
    about: str


TASKS = {
    "einsatz": Task("Ein neues System einsetzen", "Darf es in Betrieb gehen? Das ist die Freigabe."),
    "daten": Task("Daten auswählen", "Welche Angaben über Menschen darf das System verwenden?"),
    "ueberwachung": Task(
        "Den Betrieb überwachen", "Jemand sieht regelmäßig nach, wie sich das System auf Menschen auswirkt."
    ),
    "anhalten": Task(
        "Ein auffälliges System anhalten", "Wer darf sofort auf „Stopp“ drücken, auch am Freitagabend?"
    ),
    "aenderung": Task(
        "Ein System weiterentwickeln",
        "Neue Daten, eine neue Grenze, ein neues Modell: Dann ist es ein anderes System.",
    ),
    "fehlentscheidung": Task(
        "Eine Fehlentscheidung berichtigen", "Jemand bekam zu Unrecht eine Absage. Was geschieht jetzt?"
    ),
    "kodex": Task("Den Kodex ändern", "Eine Regel passt nicht mehr, oder eine fehlt."),
    "abschaltung": Task(
        "Ein System abschalten", "Was wird aus den Daten und aus den Fällen, die noch offen sind?"
    ),
}
"""The tasks of the course, id → task."""

FOUNDING_QUESTIONS = (
    ("Wer entscheidet über den Einsatz?", "einsatz", DECIDES),
    ("Wer prüft die Auswirkungen?", "ueberwachung", REVIEWS),
    ("Wer trägt die Verantwortung bei Fehlentscheidungen?", "fehlentscheidung", ANSWERS),
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
KINDS = {GAP: "Lücke", DOUBLE: "doppelt", OWN_REVIEW: "prüft sich selbst"}
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
    return BadAnswerError(
        "Das ist keine Rollentabelle aus diesem Kurs.", "Füllen Sie die Tabelle bitte neu aus."
    )


def holders(table: RoleTable, task: str, duty: str) -> list[str]:
    """Names of the roles that have this duty; empty if nobody has."""
    return [ROLES[role].name for role in table.get(task, {}).get(duty, ())]


def findings(table: RoleTable, task: str) -> list[Finding]:
    """What is not clear about a task: gaps, duties held twice, and reviews of one's own work.

    Several roles may review. Where several decide or answer, nobody has the last word.
    """
    duties = table.get(task, {})
    found = [
        Finding(task, GAP, f"{question} Das ist noch offen.")
        for duty, question in DUTIES.items()
        if not duties.get(duty)
    ]
    for duty, what in ((DECIDES, "entscheiden"), (ANSWERS, "stehen dafür ein")):
        if len(names := holders(table, task, duty)) > 1:
            found.append(
                Finding(
                    task,
                    DOUBLE,
                    f"Mehrere {what}: {speech.together(names)}. Dann wartet leicht jede Seite auf die andere. "
                    "Wer hat das letzte Wort?",
                )
            )
    done = {*duties.get(DECIDES, ()), *duties.get(ANSWERS, ())}
    if own := [ROLES[role].name for role in duties.get(REVIEWS, ()) if role in done]:
        found.append(
            Finding(
                task,
                OWN_REVIEW,
                f"Hier wird die eigene Arbeit geprüft: {speech.together(own)}. Eigene Fehler sieht man schlecht. "
                "Wer könnte von außen darauf sehen?",
            )
        )
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
