"""The audit: every rule of a Kodex looks at every system; where the truth is known, the Kodex gets a score."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from fairki.audit import de
from fairki.kodex import BROKEN, UNCLEAR, Kodex, Outcome, Rule
from fairki.kodex.evidence import gather
from fairki.kodex.faults import FAULTS
from fairki.systems import System

KEY, TEXTS_KEY = "03.pruefung", "08.pruefung"
"""Names of a learner's first and last audit in the browser store (``ui.Matrix``): of systems that decide, and that
write."""
RULE, SYSTEM = de.RULE, de.SYSTEM
PLANTED, FOUND, MISSED, ACCUSED = de.PLANTED, de.FOUND, de.MISSED, de.ACCUSED
"""Columns of tables."""
LOW_SHARE = 0.5
"""Share of faults found, or of systems accused wrongly, from which on ``Score.why`` says what is wrong."""


@dataclass(frozen=True)
class Finding:
    """What one rule says about one system.

    Attributes:
        rule: the rule.
        number: place of the rule in the Kodex, from 1.
        system: a system that the rule concerns.
        outcome: held, broken or cannot be judged, with figures and a German sentence.
    """

    rule: Rule
    number: int
    system: System
    outcome: Outcome

    @property
    def points_to(self) -> frozenset[str]:
        """The planted faults that a broken rule points to rightly; empty if it was not broken."""
        if self.outcome.status != BROKEN:
            return frozenset()
        return frozenset(f for f in self.system.faults or () if self.rule.pattern in FAULTS[f].found_by)

    @property
    def wrong(self) -> bool:
        """Whether it accuses a system of something that is not there (never if the truth is unknown)."""
        if self.outcome.status != BROKEN or self.system.faults is None or self.points_to:
            return False
        return not any(self.rule.pattern in FAULTS[fault].also for fault in self.system.faults)


@dataclass(frozen=True)
class Verdict:
    """What a Kodex said rightly and wrongly about a system whose faults are known.

    Attributes:
        found, missed: ids of planted faults, in the order of all faults.
        accused: titles of the rules that accuse it of something that is not there.
    """

    found: tuple[str, ...]
    missed: tuple[str, ...]
    accused: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """How well a Kodex told sound from faulty.

    Attributes:
        systems: one row per system of known truth: ``System``, ``Fehler`` (planted), ``Gefunden``, ``Übersehen``
            (names of faults), ``Zu Unrecht beanstandet`` (titles of rules), each joined by commas.
        planted, found, missed: faults.
        accused: systems that at least one rule accused of something that is not there.
        sound, sound_accused: systems without fault, and how many of them were accused.
        value: share of the faults found minus share of the systems accused wrongly, at least 0 (Youden's index).
        why: one German sentence.
    """

    systems: pd.DataFrame
    planted: int
    found: int
    missed: int
    accused: int
    sound: int
    sound_accused: int
    value: float
    why: str


@dataclass(frozen=True)
class Audit:
    """The findings of a Kodex, rule by rule and system by system; only where a rule concerns a system."""

    kodex: Kodex
    systems: tuple[System, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def rules(self) -> tuple[tuple[int, Rule], ...]:
        """The rules about the kinds of these systems, with their places in the Kodex; the others rest."""
        return self.kodex.rules_about(*{system.kind for system in self.systems})

    @cached_property
    def rows(self) -> tuple[tuple[Finding | None, ...], ...]:
        """One row per system, one place per rule of ``rules``: the finding, or None where they do not meet."""
        found = {(finding.number, id(finding.system)): finding for finding in self.findings}
        return tuple(
            tuple(found.get((number, id(system))) for number, _ in self.rules) for system in self.systems
        )

    @cached_property
    def matrix(self) -> pd.DataFrame:
        """Status of each of ``rules`` (rows: number of the rule and its title) in each system (columns: names).

        A rule that does not concern a system has ``de.NOT_CONCERNED`` there.
        """
        rules = [f"{number}. {rule.kind.title}" for number, rule in self.rules]
        names = [system.name for system in self.systems]
        cells = [[_status(row[at]) for row in self.rows] for at in range(len(rules))]
        return pd.DataFrame(cells, index=pd.Index(rules, name=RULE), columns=pd.Index(names, name=SYSTEM))

    @cached_property
    def table(self) -> pd.DataFrame:
        """One row per finding: number of the rule, rule, system, status, reason, people affected (NaN: unknown)."""
        return pd.DataFrame(
            {
                de.NUMBER: [f.number for f in self.findings],
                RULE: [f.rule.sentence for f in self.findings],
                SYSTEM: [f.system.name for f in self.findings],
                de.RESULT: [f.outcome.status for f in self.findings],
                de.WHY: [f.outcome.why for f in self.findings],
                de.AFFECTED: pd.array([f.outcome.affected for f in self.findings], dtype="Float64"),
            }
        )

    @property
    def open_points(self) -> tuple[Finding, ...]:
        """Findings that could not be judged: what somebody has to find out."""
        return tuple(f for f in self.findings if f.outcome.status == UNCLEAR)

    @cached_property
    def verdicts(self) -> tuple[Verdict | None, ...]:
        """For each system what was found, missed and wrongly accused; None if nobody knows the truth."""
        return tuple(map(_verdict, self.systems, self.rows))

    @cached_property
    def hits(self) -> tuple[tuple[str, str], ...]:
        """System and name of the fault, for every fault that was found; in the order of the systems."""
        return tuple(
            (system.name, FAULTS[fault].name)
            for system, verdict in zip(self.systems, self.verdicts, strict=True)
            if verdict
            for fault in verdict.found
        )

    @property
    def missed(self) -> tuple[str, ...]:
        """Ids of the kinds of faults that no rule found in at least one system."""
        hidden = {fault for verdict in self.verdicts if verdict for fault in verdict.missed}
        return tuple(fault for fault in FAULTS if fault in hidden)

    @property
    def accusations(self) -> tuple[tuple[str, str], ...]:
        """System and titles of the rules that accuse it of something that is not there."""
        pairs = self.score.systems[[SYSTEM, ACCUSED]].itertuples(index=False, name=None)
        return tuple((system, titles) for system, titles in pairs if titles)

    @cached_property
    def score(self) -> Score:
        """How well the Kodex did on the systems whose faults are known."""
        rows, found, planted, accused, sound, sound_accused = [], 0, 0, 0, 0, 0
        for system, verdict in zip(self.systems, self.verdicts, strict=True):
            if verdict is None:
                continue
            faults = {*verdict.found, *verdict.missed}
            planted, found = planted + len(faults), found + len(verdict.found)
            accused, sound = accused + bool(verdict.accused), sound + (not faults)
            sound_accused += bool(verdict.accused) and not faults
            rows.append(
                {
                    SYSTEM: system.name,
                    PLANTED: _names(faults),
                    FOUND: _names(verdict.found),
                    MISSED: _names(verdict.missed),
                    ACCUSED: ", ".join(verdict.accused),
                }
            )
        columns = [SYSTEM, PLANTED, FOUND, MISSED, ACCUSED]
        hits, alarms = found / planted if planted else 1.0, accused / len(rows) if rows else 0.0
        return Score(
            systems=pd.DataFrame(rows, columns=columns),
            planted=planted,
            found=found,
            missed=planted - found,
            accused=accused,
            sound=sound,
            sound_accused=sound_accused,
            value=max(0.0, hits - alarms),
            why=_why(self, planted, found, accused, len(rows), hits, alarms),
        )


def audit(kodex: Kodex, systems: Sequence[System]) -> Audit:
    """Let every rule of ``kodex`` look at every system that it concerns; each system decides or writes once.

    A system whose ``faults`` are None (nobody knows the truth) is audited, but does not enter the score.
    """
    evidence = [gather(system) for system in systems]
    findings = tuple(
        Finding(rule, number, system, rule.check(one))
        for number, rule in enumerate(kodex.rules, 1)
        for system, one in zip(systems, evidence, strict=True)
        if rule.concerns(system)
    )
    return Audit(kodex, tuple(systems), findings)


def _verdict(system: System, row: Sequence[Finding | None]) -> Verdict | None:
    if system.faults is None:
        return None
    own = [finding for finding in row if finding]
    right = {fault for finding in own for fault in finding.points_to}
    return Verdict(
        tuple(fault for fault in FAULTS if fault in right),
        tuple(fault for fault in FAULTS if fault in system.faults - right),
        tuple(dict.fromkeys(finding.rule.kind.title for finding in own if finding.wrong)),
    )


def _status(finding: Finding | None) -> str:
    return finding.outcome.status if finding else de.NOT_CONCERNED


def _names(ids: Collection[str]) -> str:
    return ", ".join(FAULTS[fault].name for fault in FAULTS if fault in ids)


def _why(
    audit: Audit, planted: int, found: int, accused: int, systems: int, hits: float, alarms: float
) -> str:
    if not audit.rules:
        return de.NO_RULES_HERE if audit.kodex.rules and audit.systems else de.NO_RULES
    result = de.result(planted, found, accused, systems)
    if alarms >= LOW_SHARE:
        return de.too_strict(result)
    if hits < LOW_SHARE:
        return de.too_lax(result)
    return de.neither(result)
