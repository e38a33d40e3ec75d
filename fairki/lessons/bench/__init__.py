"""The bench on which modules examine a Kodex: toy systems of one kind, the Kodex-Baukasten, audits.

One Kodex holds the rules about all kinds of systems. A module that examines systems of one kind shows and counts only
the rules about them; whatever it keeps is the whole Kodex.
"""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from fairki import ui
from fairki.audit import Audit, Finding, Verdict, audit
from fairki.kodex import BROKEN, HELD, UNCLEAR, Kodex, Rule, stored
from fairki.kodex.evidence import AnyEvidence, gather
from fairki.kodex.example import EXAMPLE_KODEX, EXAMPLE_TEXTS
from fairki.kodex.faults import FAULTS
from fairki.kodex.groups import OFFERED
from fairki.lessons.bench import de
from fairki.lessons.scene import Shown
from fairki.systems import DECISIONS, TEXTS, DecisionSystem, System, catalogue
from fairki.texts.text_systems import sixteen

EXAMPLE = EXAMPLE_KODEX.as_example()
EXAMPLES = {DECISIONS: EXAMPLE, TEXTS: EXAMPLE_TEXTS.as_example()}
"""Kind of systems → the Kodex that examines them as long as the learner has no rule about them."""
REMEMBERED = 3
"""Audits that are kept for the next question: the first, the last, and the one that is just made."""
WRITE = ("fair_beurteilung", "alte_texte", "auskunft_ohne_blatt", "crm_raet", "abschrift_dialekt")
"""Systems that write on which each rule is tried: every rule concerns one of them."""
ANSWERS = {HELD: "ja", BROKEN: "nein", UNCLEAR: "offen"}
"""What ``ui.Matrix`` calls the three outcomes."""
NOT_CONCERNED, NEW = "", "neu"
"""What it calls a rule that does not concern a system, and one that there was not."""


def kodex_of(answer: Any, kind: str = "") -> Kodex:
    """The learner's Kodex in an answer to ``stored.KEY``, or the example as long as it has no rule.

    Args:
        answer: the answer.
        kind: the kind of systems that it is to examine: only rules about them count as rules.
    """
    own = stored.kodex_of(answer)
    return own if (own.rules_about(kind) if kind else own.rules) else EXAMPLES[kind or DECISIONS]


def systems(kind: str = DECISIONS) -> tuple[System, ...]:
    """The toy systems of a kind."""
    return sixteen() if kind == TEXTS else _decision_systems()


@cache
def _decision_systems() -> tuple[DecisionSystem, ...]:
    return catalogue()


def decided() -> Shown:
    """Nothing to be seen: all toy systems decide, so that the first audit is as quick as the others."""
    for system in _decision_systems():
        system.decisions  # noqa: B018 - remembered for the audit
    return Shown()


def builder(kind: str = DECISIONS, **block: Any) -> ui.RuleBuilder:
    """The Kodex-Baukasten for systems of a kind; each rule is tried on different ones, so that it shows its teeth."""
    if kind == TEXTS:
        tried_on: Sequence[System] = [system for system in systems(TEXTS) if system.id in WRITE]
    else:
        tried_on = systems()[:12:5]
    return kodex_builder(tried_on, EXAMPLES[kind], **block)


def kodex_builder(tried_on: Sequence[System], example: Kodex, **block: Any) -> ui.RuleBuilder:
    """A Kodex-Baukasten.

    Args:
        tried_on: each rule is tried on these systems, all of one kind; the patterns about this kind are offered.
        example: a Kodex to begin with.
        block: what every block can be given.
    """

    @cache
    def evidence() -> list[AnyEvidence]:
        return [gather(system) for system in tried_on]

    def check(rule: Rule) -> list[list[str] | None]:
        if not any(map(rule.concerns, tried_on)):
            return [None] * len(tried_on)
        return [_tried(rule, one) for one in evidence()]

    return ui.RuleBuilder(
        stored.KEY,
        OFFERED[tried_on[0].kind],
        [[system.name, system.steckbrief.purpose] for system in tried_on],
        check,
        example,
        label=de.BUILDER,
        **block,
    )


def _tried(rule: Rule, one: AnyEvidence) -> list[str] | None:
    if not rule.concerns(one.system):
        return None
    outcome = rule.check(one)
    return [outcome.status, outcome.why]


def audited(kodex: Kodex, kind: str = DECISIONS) -> Audit:
    """The audit of the toy systems of a kind with ``kodex``."""
    return _audited(json.dumps(stored.to_value(kodex)), kind)


@lru_cache(maxsize=REMEMBERED)
def _audited(kodex: str, kind: str) -> Audit:
    return audit(stored.from_value(json.loads(kodex)), systems(kind))


def matrix(last: Audit, first: Audit) -> dict[str, list[Any]]:
    """An audit, compared with the first one, as traits of ``ui.Matrix``."""
    before = {
        (system.id, place): _answer(finding)
        for system, row in zip(first.systems, first.rows, strict=True)
        for place, finding in zip(_places(first), row, strict=True)
    }
    shown = []
    for at, (system, row) in enumerate(zip(last.systems, last.rows, strict=True)):
        cells = []
        for place, finding in zip(_places(last), row, strict=True):
            answer, was = _answer(finding), before.get((system.id, place), NEW)
            why = finding.outcome.why if finding else ""
            cells.append({"answer": answer, "why": why, "changed": "" if was == answer else was})
        shown.append(
            {
                "name": system.name,
                "note": system.steckbrief.purpose,
                "cells": cells,
                "verdict": _told(last.verdicts[at]),
                "first": _told(first.verdicts[at]),
            }
        )
    rules = [
        {"number": number, "title": rule.kind.title, "sentence": rule.sentence} for number, rule in last.rules
    ]
    return {"rules": rules, "systems": shown}


def _told(verdict: Verdict | None) -> dict[str, list[str]] | None:
    """A verdict in words, as ``ui.Matrix`` shows it."""
    if verdict is None:
        return None
    return {
        "found": [FAULTS[fault].name for fault in verdict.found],
        "missed": [FAULTS[fault].name for fault in verdict.missed],
        "accused": list(verdict.accused),
    }


def covered(kind: str) -> dict[str, list[Any]]:
    """The systems of a kind before the first audit, as traits of ``ui.Matrix``: what they are for, no more."""
    shown: list[dict[str, Any]] = [
        {"name": system.name, "note": system.steckbrief.purpose, "cells": [], "verdict": None, "first": None}
        for system in systems(kind)
    ]
    return {"rules": [], "systems": shown}


NO_MATRIX: dict[str, list[Any]] = {"rules": [], "systems": []}
"""Traits of a ``ui.Matrix`` that shows nothing."""


def _answer(finding: Finding | None) -> str:
    return ANSWERS[finding.outcome.status] if finding else NOT_CONCERNED


def _places(audit: Audit) -> list[tuple[str, int]]:
    """For each rule its pattern and the how manieth rule with that pattern it is."""
    seen: dict[str, int] = {}
    places = []
    for _, rule in audit.rules:
        seen[rule.pattern] = seen.get(rule.pattern, 0) + 1
        places.append((rule.pattern, seen[rule.pattern]))
    return places
