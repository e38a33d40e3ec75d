"""The life of a system, from its release to its end: four phases, each with a gate made of the Kodex's rules."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairki.errors import BadAnswerError
from fairki.governance import roles
from fairki.governance.de import life_cycle as de
from fairki.kodex import Kodex, Rule, patterns

SHUTDOWN_KEY = "04.abschaltung"
"""Name of the answer in the browser store: which of ``SHUTDOWN`` is settled."""


@dataclass(frozen=True)
class Phase:
    """A phase of a system's life.

    Attributes:
        title: its German name.
        process: the process of the course that belongs to it.
        question: what has to be clear at its gate.
        task: the task of the role table; whoever decides it keeps the gate.
    """

    title: str
    process: str
    question: str
    task: str


RELEASE, OPERATION, CHANGE, END = "freigabe", "betrieb", "aenderung", "abschaltung"
_TASKS = {RELEASE: "einsatz", OPERATION: "ueberwachung", CHANGE: "aenderung", END: "abschaltung"}
PHASES = {id: Phase(*de.PHASES[id], task) for id, task in _TASKS.items()}
"""The phases in order, id → phase."""

_DESIGN = (RELEASE, CHANGE)
_ALWAYS = (RELEASE, OPERATION, CHANGE)
GATES = {
    patterns.SELECTION_RATES: _ALWAYS,
    patterns.EQUAL_OPPORTUNITY: _ALWAYS,
    patterns.CROSSINGS: _ALWAYS,
    patterns.EQUAL_MEANING: _ALWAYS,
    patterns.LABEL: _DESIGN,
    patterns.MINIMUM_GROUP: _DESIGN,
    patterns.FORBIDDEN_FEATURE: _DESIGN,
    patterns.HUMAN_NEAR_THRESHOLD: (RELEASE, OPERATION),
    patterns.REASON: (RELEASE, OPERATION),
    patterns.NOTICE: (RELEASE, OPERATION),
    patterns.APPEAL: (RELEASE, OPERATION, END),
    patterns.DATA_MINIMISATION: _DESIGN,
    patterns.MONITORING: (OPERATION,),
    patterns.ENERGY: _ALWAYS,
    patterns.SENSITIVE_DATA: _DESIGN,
    patterns.FREE_SALUTATION: _DESIGN,
    patterns.NO_SECRET_USE: (RELEASE, END),
    patterns.NAME_SWAP: _ALWAYS,
    patterns.EQUAL_OUTCOME: _ALWAYS,
    patterns.WORDING: _ALWAYS,
    patterns.NOTHING_INVENTED: _ALWAYS,
    patterns.RIGHT_FACTS: _ALWAYS,
    patterns.SAME_ANSWER: _DESIGN,
    patterns.SECRET: (*_DESIGN, END),
    patterns.VARIETY: _ALWAYS,
    patterns.HUMAN_TEXTS: _DESIGN,
    patterns.UNDERSTANDING: _ALWAYS,
    patterns.HUMAN_READS: (RELEASE, OPERATION),
}
"""At which gates a rule is looked at, by its pattern: what is built in at release and change, what shows in
operation there, what outlives the system at its end. Rules of packages are looked at always."""

SHUTDOWN = de.SHUTDOWN
"""What no rule of a Kodex asks but every end does, id → German question."""


@dataclass(frozen=True)
class Gate:
    """The gate of a phase.

    Attributes:
        phase: id of the phase.
        keepers: names of the roles that decide; empty if nobody does.
        rules: (number in the Kodex, rule) of the rules that are looked at here.
        questions: questions beside the rules that are not settled.
    """

    phase: str
    keepers: tuple[str, ...]
    rules: tuple[tuple[int, Rule], ...]
    questions: tuple[str, ...] = ()

    @property
    def loose(self) -> tuple[int, ...]:
        """Numbers of the rules that are not anchored: nobody answers for them, or a breach has nowhere to go."""
        return tuple(number for number, rule in self.rules if not rule.anchored)

    @property
    def open_points(self) -> list[str]:
        """What is missing, as German sentences; empty if the gate can be used."""
        phase = PHASES[self.phase]
        points = []
        if not self.keepers:
            points.append(de.nobody_decides(roles.TASKS[phase.task].name))
        if not self.rules and not self.questions:
            points.append(de.NOTHING_TO_CHECK)
        if self.loose:
            points.append(de.loose(self.loose))
        return [*points, *self.questions]


def gates(kodex: Kodex, table: roles.RoleTable, settled: Sequence[str] = ()) -> list[Gate]:
    """The gates of the four phases, in order.

    Args:
        kodex: the rules.
        table: who decides what (see ``roles``).
        settled: ids of ``SHUTDOWN`` that are settled.
    """
    numbered = list(enumerate(kodex.rules, 1))
    return [
        Gate(
            id,
            tuple(roles.holders(table, phase.task, roles.DECIDES)),
            tuple((number, rule) for number, rule in numbered if id in GATES.get(rule.pattern, _ALWAYS)),
            tuple(text for key, text in SHUTDOWN.items() if key not in settled) if id == END else (),
        )
        for id, phase in PHASES.items()
    ]


def settled_from(value: object) -> list[str]:
    """The settled questions in a value of the browser store. Raises BadAnswerError if it is no such list."""
    if not isinstance(value, list) or not all(isinstance(one, str) and one in SHUTDOWN for one in value):
        raise BadAnswerError(*de.BAD_LIST)
    return [key for key in SHUTDOWN if key in value]
