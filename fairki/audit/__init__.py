"""The audit: every rule of a Kodex looks at every system; where the truth is known, the Kodex gets a score."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from fairki.audit import de
from fairki.kodex import BROKEN, UNCLEAR, Kodex, Outcome, Rule
from fairki.kodex.evidence import gather
from fairki.systems import FAULTS, DecisionSystem

KEY = "03.pruefung"
"""Name of a learner's first and last audit in the browser store (``ui.Matrix``)."""
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
        system: the system.
        outcome: held, broken or cannot be judged, with figures and a German sentence.
    """

    rule: Rule
    number: int
    system: DecisionSystem
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
        return self.outcome.status == BROKEN and self.system.faults is not None and not self.points_to


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
    """The findings of a Kodex, rule by rule and system by system."""

    kodex: Kodex
    systems: tuple[DecisionSystem, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def matrix(self) -> pd.DataFrame:
        """Status of each rule (rows: number of the rule and its title) in each system (columns: names)."""
        rows = [f"{number}. {rule.kind.title}" for number, rule in enumerate(self.kodex.rules, 1)]
        names, width = [system.name for system in self.systems], len(self.systems)
        status = [finding.outcome.status for finding in self.findings]
        cells = [status[i * width : (i + 1) * width] for i in range(len(rows))]
        return pd.DataFrame(cells, index=pd.Index(rows, name=RULE), columns=pd.Index(names, name=SYSTEM))

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
    def hits(self) -> tuple[tuple[str, str], ...]:
        """System and name of the fault, for every fault that was found; in the order of the systems."""
        width = len(self.systems)
        return tuple(
            (system.name, FAULTS[fault].name)
            for place, system in enumerate(self.systems)
            for fault in FAULTS
            if any(fault in finding.points_to for finding in self.findings[place::width])
        )

    @property
    def missed(self) -> tuple[str, ...]:
        """Ids of the kinds of faults that no rule found in at least one system."""
        hidden = {
            fault
            for system in self.systems
            for fault in system.faults or ()
            if (system.name, FAULTS[fault].name) not in self.hits
        }
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
        width = len(self.systems)
        for place, system in enumerate(self.systems):
            if system.faults is None:
                continue
            own = self.findings[place::width] if self.findings else ()
            right = {fault for finding in own for fault in finding.points_to}
            wrong = list(dict.fromkeys(finding.rule.kind.title for finding in own if finding.wrong))
            planted, found = planted + len(system.faults), found + len(right)
            accused, sound = accused + bool(wrong), sound + (not system.faults)
            sound_accused += bool(wrong) and not system.faults
            rows.append(
                {
                    SYSTEM: system.name,
                    PLANTED: _names(system.faults),
                    FOUND: _names(right),
                    MISSED: _names(system.faults - right),
                    ACCUSED: ", ".join(wrong),
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
            why=_why(self.kodex, planted, found, accused, len(rows), hits, alarms),
        )


def audit(kodex: Kodex, systems: Sequence[DecisionSystem]) -> Audit:
    """Let every rule of ``kodex`` look at every system; each system decides once.

    A system whose ``faults`` are None (nobody knows the truth) is audited, but does not enter the score.
    """
    evidence = [gather(system) for system in systems]
    findings = tuple(
        Finding(rule, number, one.system, rule.check(one))
        for number, rule in enumerate(kodex.rules, 1)
        for one in evidence
    )
    return Audit(kodex, tuple(systems), findings)


def _names(ids: Collection[str]) -> str:
    return ", ".join(FAULTS[fault].name for fault in FAULTS if fault in ids)


def _why(
    kodex: Kodex, planted: int, found: int, accused: int, systems: int, hits: float, alarms: float
) -> str:
    if not kodex.rules:
        return de.NO_RULES
    result = de.result(planted, found, accused, systems)
    if alarms >= LOW_SHARE:
        return de.too_strict(result)
    if hits < LOW_SHARE:
        return de.too_lax(result)
    return de.neither(result)
