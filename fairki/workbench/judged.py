"""A Kodex on people's own data: the rules that these can answer, and what each other rule would need.

Of a table only decisions are known, sometimes a truth and scores. So four patterns can be judged, by the very checks
that judge the course's systems; groups that must not be shown take no part.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from fairki.kodex import Kodex, Rule, patterns
from fairki.kodex.evidence import Evidence
from fairki.kodex.outcome import Outcome
from fairki.systems import DECISIONS, DecisionSystem, Steckbrief
from fairki.workbench.de import judged as de
from fairki.workbench.figures import Findings, key

BY_TRUTH = (patterns.EQUAL_OPPORTUNITY, patterns.EQUAL_MEANING)
"""Patterns that look at people alone of whom somebody knows what came true."""


@dataclass(frozen=True)
class Judged:
    """One rule on one column of groups, or one that cannot be judged.

    Attributes:
        number: place of the rule in its Kodex, from 1.
        rule: the rule.
        attribute: name of the column of groups, or of two that are crossed; "" if it cannot be judged.
        outcome: what came out; None if it cannot be judged.
        needs: what it would need then.
    """

    number: int
    rule: Rule
    attribute: str = ""
    outcome: Outcome | None = None
    needs: str = ""


def judge(kodex: Kodex, findings: Findings) -> tuple[Judged, ...]:
    """What the rules of a Kodex about decisions find, in their order."""
    return tuple(
        one for number, rule in kodex.rules_about(DECISIONS) for one in _judged(number, rule, findings)
    )


def _judged(number: int, rule: Rule, findings: Findings) -> Iterator[Judged]:
    parted, places = findings.parted, range(len(findings.parted.attributes))
    truth, scores = parted.truth is not None, parted.scores is not None
    possible = {
        patterns.SELECTION_RATES: True,
        patterns.CROSSINGS: len(places) > 1,
        patterns.EQUAL_OPPORTUNITY: truth,
        patterns.EQUAL_MEANING: truth and scores,
    }.get(rule.pattern, False)
    if not possible:
        yield Judged(number, rule, needs=de.NEEDS.get(rule.pattern, de.ANYTHING_ELSE))
        return
    tables = combinations(places, 2) if rule.pattern == patterns.CROSSINGS else ((at,) for at in places)
    for table in tables:
        evidence = OwnEvidence(findings, table, rule.pattern)
        yield Judged(number, rule, de.crossed(evidence.names), rule.check(evidence))


class OwnEvidence(Evidence):
    """What checks may ask about people's own data, one column of groups or two that are crossed at a time."""

    def __init__(self, findings: Findings, table: tuple[int, ...], pattern: str):
        parted = findings.parted
        chosen = np.ones(len(parted.decisions), dtype=bool)
        counts_truth = pattern in BY_TRUTH and parted.truth is not None
        if (
            counts_truth
        ):  # other rules concern everybody: often the truth is known of those alone who got a yes
            chosen &= ~np.isnan(cast(np.ndarray, parted.truth))
        if pattern == patterns.EQUAL_MEANING and parted.scores is not None:
            chosen &= ~np.isnan(parted.scores)
        super().__init__(cast(DecisionSystem, _system(findings, chosen if counts_truth else None)))
        self.names = [parted.attributes[at][0] for at in table]
        members = _members(findings, table)
        self.__dict__["decisions"] = parted.decisions[chosen]
        if len(table) > 1:
            self.__dict__["crossings"] = members
            members = {}
        if counts_truth:  # groups of which too few are known to be right or wrong take no part
            members = {name: members[name] for name in members if name in findings.errors[table[0]].fields}
        self.__dict__["members"] = {name: who[chosen] for name, who in members.items()}
        self.__dict__["sizes"] = {name: int(who.sum()) for name, who in self.members.items()}

    @property
    def has_data(self) -> bool:
        """Decisions are what is known here."""
        return True


def _members(findings: Findings, table: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Shown group → True for its people, the largest first."""
    attributes = [findings.parted.attributes[at] for at in table]
    shape = tuple(len(names) for _, names, _ in attributes)
    place = np.ravel_multi_index(tuple(codes for _, _, codes in attributes), shape)
    counts = np.bincount(place, minlength=int(np.prod(shape)))
    found = {}
    for at in np.argsort(-counts, kind="stable"):
        values = tuple(int(value) for value in np.unravel_index(at, shape))
        if counts[at] and key(table, values) not in findings.not_shown:
            found[de.crossed([names[v] for (_, names, _), v in zip(attributes, values, strict=True)])] = (
                place == at
            )
    return found


def _system(findings: Findings, known: np.ndarray | None) -> Any:
    """What checks ask of a system: its words, and for some what came true and the scores of those ``known``."""
    roles, table, parted = findings.roles, findings.table, findings.parted
    truth = parted.truth[known] if parted.truth is not None and known is not None else None
    scores = parted.scores[known] if parted.scores is not None and known is not None else None
    deserving = (
        de.deserving(table.columns[roles.truth].name, roles.truth_good) if roles.truth is not None else ""
    )
    return SimpleNamespace(
        id="own",
        kind=DECISIONS,
        task="",
        name=table.name,
        steckbrief=Steckbrief(table.name, "", "", ""),
        field=SimpleNamespace(positive=de.positive(roles.good), deserving=deserving),
        recipe=None,
        truth_known=truth is not None,
        truth=truth,
        need=truth,
        scores=scores,
    )
