"""The bench on which modules examine a Kodex: the toy systems with their decisions, the Kodex-Baukasten, audits."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from fairki import ui
from fairki.audit import Audit, audit
from fairki.kodex import BROKEN, HELD, UNCLEAR, Kodex, Rule, stored
from fairki.kodex.evidence import Evidence, gather
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.kodex.groups import GROUPS
from fairki.lessons.bench import de
from fairki.systems import DecisionSystem, catalogue

EXAMPLE = EXAMPLE_KODEX.as_example()
"""Examines as long as the learner has no Kodex."""
REMEMBERED = 3
"""Audits that are kept for the next question: the first, the last, and the one that is just made."""
ANSWERS = {HELD: "ja", BROKEN: "nein", UNCLEAR: "offen"}
"""What ``ui.Matrix`` calls the three outcomes."""
NEW = "neu"


def kodex_of(answer: Any) -> Kodex:
    """The learner's Kodex in an answer to ``stored.KEY``, or the example as long as it has no rule."""
    own = stored.kodex_of(answer)
    return own if own.rules else EXAMPLE


@cache
def systems() -> tuple[DecisionSystem, ...]:
    """The toy systems, with their decisions made."""
    made = catalogue()
    for system in made:
        system.decisions  # noqa: B018 - so that the first audit is as quick as the others
    return made


def builder() -> ui.RuleBuilder:
    """The Kodex-Baukasten; each rule is tried on a system of three fields of use, so that it shows its teeth."""
    return kodex_builder(systems()[:12:5], EXAMPLE)


def kodex_builder(tried_on: Sequence[DecisionSystem], example: Kodex, **block: Any) -> ui.RuleBuilder:
    """A Kodex-Baukasten.

    Args:
        tried_on: each rule is tried on these systems.
        example: a Kodex to begin with.
        block: what every block can be given.
    """

    @cache
    def evidence() -> list[Evidence]:
        return [gather(system) for system in tried_on]

    def check(rule: Rule) -> list[list[str]]:
        found = [rule.check(one) for one in evidence()]
        return [[outcome.status, outcome.why] for outcome in found]

    return ui.RuleBuilder(
        stored.KEY,
        GROUPS,
        [[system.name, system.steckbrief.purpose] for system in tried_on],
        check,
        example,
        label=de.BUILDER,
        **block,
    )


def audited(kodex: Kodex) -> Audit:
    """The audit of the toy systems with ``kodex``."""
    return _audited(json.dumps(stored.to_value(kodex)))


@lru_cache(maxsize=REMEMBERED)
def _audited(kodex: str) -> Audit:
    return audit(stored.from_value(json.loads(kodex)), systems())


def matrix(last: Audit, first: Audit) -> dict[str, list[Any]]:
    """An audit, compared with the first one, as traits of ``ui.Matrix``."""
    before = {
        (finding.system.id, *place): ANSWERS[finding.outcome.status]
        for finding, place in zip(first.findings, _places(first), strict=True)
    }
    width, places = len(last.systems), _places(last)
    shown = []
    for at, one in enumerate(last.systems):
        cells = []
        for finding, place in zip(last.findings[at::width], places[at::width], strict=True):
            answer = ANSWERS[finding.outcome.status]
            was = before.get((one.id, *place), NEW)
            cells.append(
                {"answer": answer, "why": finding.outcome.why, "changed": "" if was == answer else was}
            )
        shown.append({"name": one.name, "note": one.steckbrief.purpose, "cells": cells})
    rules = [{"title": rule.kind.title, "sentence": rule.sentence} for rule in last.kodex.rules]
    return {"rules": rules, "systems": shown}


NO_MATRIX: dict[str, list[Any]] = {"rules": [], "systems": []}
"""Traits of a ``ui.Matrix`` before the first audit."""


def _places(audit: Audit) -> list[tuple[str, int]]:
    """For each finding its pattern and the how manieth rule with that pattern it belongs to."""
    seen: dict[str, int] = {}
    places = []
    for rule in audit.kodex.rules:
        seen[rule.pattern] = seen.get(rule.pattern, 0) + 1
        places += [(rule.pattern, seen[rule.pattern])] * len(audit.systems)
    return places
