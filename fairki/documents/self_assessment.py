"""The eight aspects: how far the firm sees itself, before and today, and what there is in writing about each.

Only what the learner changed or confirmed counts as written: nothing that stands as an example of the course has it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fairki import audit, manifest, register
from fairki.documents import (
    action_plan,
    ethics_board,
    feedback_plan,
    footprint,
    life_cycle,
    review_setup,
)
from fairki.documents.de import self_assessment as de
from fairki.documents.layout import Part, Prose, Table
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.governance import roles
from fairki.kodex import Kodex, Rule, history, stored
from fairki.systems import questions

BEFORE, TODAY = "07.vorher", "07.heute"
"""Beginnings of the keys of the two self-assessments; the aspect follows after a dot."""
AUDITS = (audit.KEY, audit.TEXTS_KEY)
"""Where the audits of both kinds of systems are kept."""
LEVELS = de.LEVELS
"""Stored value → what it means; about the firm, never about a person."""
ASPECTS = manifest.read().aspects


@dataclass(frozen=True)
class Evidence:
    """Something in writing.

    Attributes:
        aspects: keys of the aspects that it can speak for.
        keys: the answers that it is made of.
        line: what it says about an aspect, in one line; "" if it is not there or says nothing about it.
    """

    aspects: tuple[str, ...]
    keys: tuple[str, ...]
    line: Callable[[Mapping[str, Any], str], str]


def _register_line(answers: Mapping[str, Any], _aspect: str) -> str:
    entries = register.entries(register.checked(answers.get(register.KEY, [])))
    if not entries:
        return ""
    return de.register(len(entries), sum(entry.urgent for entry in entries))


def _kodex_line(answers: Mapping[str, Any], aspect: str) -> str:
    numbers = [
        str(number)
        for number, rule in enumerate(_kodex(answers).rules, 1)
        if aspect in (rule.aspects or ()) and not rule.from_example
    ]
    return de.kodex(numbers) if numbers else ""


def _anchored_line(answers: Mapping[str, Any], _aspect: str) -> str:
    rules = [rule for rule in _kodex(answers).rules if not rule.from_example]
    if not rules:
        return ""
    return de.anchored(sum(rule.anchored for rule in rules), len(rules))


def _kodex(answers: Mapping[str, Any]) -> Kodex:
    return stored.from_value(answers[stored.KEY]) if stored.KEY in answers else Kodex()


def _profiles_line(answers: Mapping[str, Any], _aspect: str) -> str:
    profiles = answers.get(questions.KEY, {})
    if not isinstance(profiles, dict):
        raise BadAnswerError(*de.PROFILES_DAMAGED)
    return de.profiles(len(profiles)) if profiles else ""


def _audit_line(answers: Mapping[str, Any], _aspect: str) -> str:
    rules: list[Rule] = []
    for last in (answers.get(key, {}) for key in AUDITS):
        if not isinstance(last, dict):
            raise BadAnswerError(*de.AUDIT_DAMAGED)
        rules += stored.from_value(last["letzte"]).rules if "letzte" in last else ()
    return de.AUDIT if any(not rule.from_example for rule in rules) else ""


def _roles_line(answers: Mapping[str, Any], _aspect: str) -> str:
    table = roles.from_value(answers.get(roles.KEY, {}))
    own = [task for task, duties in table.items() if duties != roles.EXAMPLE.get(task)]
    return de.roles(len(own), len(roles.TASKS)) if own else ""


def untouched(answers: Mapping[str, Any]) -> int:
    """How many rules of the Kodex came with the example and nobody changed or confirmed. Raises BadAnswerError."""
    return sum(rule.from_example for rule in _kodex(answers).rules)


def _history_line(answers: Mapping[str, Any], _aspect: str) -> str:
    changes = history.from_value(answers[history.KEY]).changes if history.KEY in answers else ()
    return de.history(len(changes)) if changes else ""


def _life_cycle_line(answers: Mapping[str, Any], _aspect: str) -> str:
    plan = life_cycle.plan(answers)
    return de.life_cycle(life_cycle.plan_sentences(plan)[0]) if plan else ""


EVIDENCE: list[Evidence] = [
    Evidence(("transparenz", "abwaegen"), (register.KEY,), _register_line),
    Evidence(tuple(ASPECTS), (stored.KEY,), _kodex_line),
    Evidence(("verankern",), (stored.KEY,), _anchored_line),
    Evidence(("transparenz",), (questions.KEY,), _profiles_line),
    Evidence(("diskriminierung",), AUDITS, _audit_line),
    Evidence(("verankern",), (roles.KEY,), _roles_line),
    Evidence(("verankern",), (life_cycle.INTERVAL_KEY, *life_cycle.LIMIT_KEYS.values()), _life_cycle_line),
    Evidence(
        ("teilhabe",),
        ethics_board.SECTION.keys,
        lambda answers, _: de.ETHICS_BOARD if ethics_board.parts(answers) else "",
    ),
    Evidence(
        ("teilhabe", "transparenz"),
        feedback_plan.SECTION.keys,
        lambda answers, _: de.FEEDBACK_PLAN if feedback_plan.parts(answers) else "",
    ),
    Evidence(("werte", "verankern"), (history.KEY,), _history_line),
    Evidence(
        ("abwaegen",),
        review_setup.SECTION.keys,
        lambda answers, _: de.REVIEW_SETUP if review_setup.setup_of(answers) else "",
    ),
    Evidence(("nachhaltigkeit",), footprint.USE_KEYS, lambda answers, _: footprint.line(answers)),
    Evidence(("abwaegen",), footprint.NEED_KEYS, lambda answers, _: footprint.need_line(answers)),
    Evidence(
        ("transparenz",), (action_plan.SENTENCES,), lambda answers, _: action_plan.sentences_line(answers)
    ),
    Evidence(
        ("kompetenzen", "teilhabe"), (action_plan.ROOM,), lambda answers, _: action_plan.room_line(answers)
    ),
    Evidence(("verankern",), (action_plan.KEY,), lambda answers, _: action_plan.line(answers)),
]


def found(answers: Mapping[str, Any]) -> dict[str, list[str]]:
    """What there is in writing about each aspect, key → one line each; the list is empty where there is nothing.

    Raises:
        BadAnswerError: an answer cannot come from this course.
    """
    return {
        aspect: [line for one in EVIDENCE if aspect in one.aspects if (line := one.line(answers, aspect))]
        for aspect in ASPECTS
    }


def level(answers: Mapping[str, Any], when: str, aspect: str) -> str:
    """How far the firm saw itself: a text of ``LEVELS``, "" without an answer. Raises BadAnswerError."""
    value = answers.get(f"{when}.{aspect}")
    if value is None:
        return ""
    if not isinstance(value, str) or value not in LEVELS:
        raise BadAnswerError(*de.damaged(ASPECTS[aspect]))
    return LEVELS[value]


def rows(answers: Mapping[str, Any]) -> list[tuple[str, str, str, Sequence[str]]]:
    """Name of each aspect, the level before and today ("" if there is none), the evidence. Raises BadAnswerError."""
    there = found(answers)
    return [
        (name, level(answers, BEFORE, aspect), level(answers, TODAY, aspect), there[aspect])
        for aspect, name in ASPECTS.items()
    ]


def _parts(answers: Mapping[str, Any]) -> list[Part]:
    lines = rows(answers)
    if not any(before or today for _, before, today, _ in lines):
        return []
    return [
        Prose(de.ABOUT),
        Table(
            de.COLUMNS,
            tuple(
                (name, before or de.NOT_ASKED, today or de.NOT_ASKED, "; ".join(evidence) or de.NO_EVIDENCE)
                for name, before, today, evidence in lines
            ),
            (4.2, 2, 2, 5.8),
        ),
    ]


SECTION = Section(
    "aspekte",
    de.TITLE,
    de.PLACE,
    tuple(
        dict.fromkeys(
            [*(f"{when}.{aspect}" for when in (BEFORE, TODAY) for aspect in ASPECTS)]
            + [key for one in EVIDENCE for key in one.keys]
        )
    ),
    _parts,
)
