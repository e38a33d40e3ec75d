"""The life-cycle plan as a document: four gates with their keepers and rules, and how the operation is watched."""

import math
from collections.abc import Mapping
from typing import Any

from fairki import speech
from fairki.documents.de import life_cycle as de
from fairki.documents.de import shared
from fairki.documents.layout import Heading, Items, Part, Table
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.governance import life_cycle, operation, roles
from fairki.kodex import Kodex, stored

INTERVAL_KEY = "04.plan.abstand"
LIMIT_KEYS = {
    "abstand": "04.plan.quoten",
    "pool": "04.plan.pool",
    "fehlend": "04.plan.fehlend",
}
"""Names of the learner's limits in the browser store, by what they watch (see ``operation.MEASURES``)."""
START = {INTERVAL_KEY: 6, "04.plan.quoten": 15, "04.plan.pool": 15, "04.plan.fehlend": 20}
"""The plan as long as the learner has not moved a slider: neither good nor useless."""


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The gates, the rules, the plan for the operation, and what is missing.

    Raises:
        BadAnswerError: an answer cannot come from this course.
    """
    kodex = stored.from_value(answers[stored.KEY]) if answers.get(stored.KEY) else Kodex()
    table = roles.from_value(answers.get(roles.KEY) or {})
    settled = life_cycle.settled_from(answers.get(life_cycle.SHUTDOWN_KEY) or [])
    watched = plan(answers)
    if not (kodex.rules or table or settled or watched):
        return []
    gates = life_cycle.gates(kodex, table, settled)
    made: list[Part] = [Heading(de.GATES, 2), _gates(gates)]
    if kodex.rules:
        made += [Heading(de.RULES, 2), _rules(kodex)]
    if settled:
        made += [
            Heading(de.SHUTDOWN, 2),
            Items(tuple(life_cycle.SHUTDOWN[key] for key in settled)),
        ]
    if watched:
        made += [Heading(de.WATCHED, 2), Items(tuple(plan_sentences(watched)))]
    if points := [
        de.point(life_cycle.PHASES[gate.phase].title, point) for gate in gates for point in gate.open_points
    ]:
        made += [Heading(de.MISSING, 2), Items(tuple(points))]
    return made


def plan(answers: Mapping[str, Any]) -> operation.Plan | None:
    """The learner's plan for watching the operation; None as long as no slider was moved.

    Each look counts all months since the one before.

    Raises:
        BadAnswerError: a number that no plan can have.
    """
    kept = {key: answers[key] for key in START if answers.get(key) is not None}
    if not kept:
        return None
    if any(type(value) not in (int, float) or not math.isfinite(value) for value in kept.values()):
        raise BadAnswerError(*de.PLAN_DAMAGED)
    numbers = {key: int(value) for key, value in (START | kept).items()}
    interval = numbers[INTERVAL_KEY]
    return operation.Plan(
        interval, {name: numbers[key] for name, key in LIMIT_KEYS.items()}, months=min(max(interval, 1), 12)
    )


def plan_sentences(plan: operation.Plan) -> list[str]:
    """The plan in words."""
    return [de.often(plan.interval)] + [
        operation.MEASURES[name].meaning.format(limit=speech.number(limit))
        for name, limit in plan.limits.items()
    ]


def _gates(gates: list[life_cycle.Gate]) -> Table:
    phases = [life_cycle.PHASES[gate.phase] for gate in gates]
    rows = tuple(
        (
            (phase.title, de.process(phase.process)),
            phase.question,
            ", ".join(gate.keepers) or shared.OPEN,
            ", ".join(str(number) for number, _ in gate.rules) or de.NO_RULE,
        )
        for phase, gate in zip(phases, gates, strict=True)
    )
    return Table(de.GATE_COLUMNS, rows, (3.2, 4, 3.6, 2.2))


def _rules(kodex: Kodex) -> Table:
    rows = tuple(
        (str(number), rule.sentence, rule.owner or shared.OPEN, rule.channel or shared.OPEN)
        for number, rule in enumerate(kodex.rules, 1)
    )
    return Table(shared.RULE_COLUMNS, rows, (0.8, 6, 3.3, 3.3))


SECTION = Section(
    "lebensweg",
    de.TITLE,
    de.PLACE,
    (stored.KEY, roles.KEY, life_cycle.SHUTDOWN_KEY, INTERVAL_KEY, *LIMIT_KEYS.values()),
    parts,
)
