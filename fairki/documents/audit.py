"""The audit report: what was examined, what was found, what is still open, and what the audit cannot show."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from fairki import register, speech
from fairki.audit import TEXTS_KEY, Audit, Finding, audit
from fairki.documents import marks
from fairki.documents.de import audit as de
from fairki.documents.de import shared
from fairki.documents.layout import (
    EmptyPaperError,
    Heading,
    Items,
    Paper,
    Part,
    Prose,
    Table,
    Tally,
    own_thoughts,
)
from fairki.documents.section import Section
from fairki.kodex import BROKEN, HELD, UNCLEAR, Kodex, stored
from fairki.systems import DECISIONS, TEXTS, DecisionSystem, catalogue, questions
from fairki.texts.text_systems import sixteen

OWN_TITLE = de.OWN_TITLE


def paper(
    audit: Audit,
    on: dt.date,
    own: Audit | None = None,
    first: Audit | None = None,
    thoughts: Sequence[tuple[str, str]] = (),
    own_title: str = OWN_TITLE,
    texts: Audit | None = None,
) -> Paper:
    """The report of an audit.

    Args:
        audit: the last audit of the course's systems, those that decide or those that write.
        on: today.
        own: the same Kodex on the systems of a register, of which only the Steckbriefe are known.
        first: the first audit, to compare with.
        thoughts: the learner's own notes: question, answer.
        own_title: whose systems the ones of the register are.
        texts: the last audit of the systems that write, beside one of those that decide.

    Raises:
        EmptyPaperError: the Kodex has no rules, so that nothing was examined.
    """
    if not audit.rules:
        raise EmptyPaperError(*de.NOTHING_YET)
    practice = [audit, texts] if texts else [audit]
    numbered = sorted((pair for one in practice for pair in one.rules), key=lambda pair: pair[0])
    rules = tuple((str(number), rule.sentence, rule.owner or shared.OPEN) for number, rule in numbered)
    parts: list[Part] = [
        Heading(de.IN_SHORT),
        Items(tuple(_summary(practice, own, first))),
        Heading(de.WITH_WHAT),
        Table(de.WITH_WHAT_COLUMNS, rules, (0.8, 10, 3)),
        *_own(own, own_title),
        *_practice(practice),
        Heading(de.BROKEN, 2),
        *_details(practice, BROKEN),
        Heading(de.UNCLEAR, 2),
        *_details(practice, UNCLEAR),
        *_limits(),
    ]
    parts += [*own_thoughts(thoughts), Prose(shared.ORIGIN, muted=True)]
    return Paper(de.REPORT, de.subtitle(audit.kodex.title), on, parts)


def _section(answers: Mapping[str, Any]) -> list[Part]:
    """The register and the audit as a part of the folder, both as the answers are now.

    Rules stand in the Kodex, and of the systems to practise on only the overview is kept.
    """
    lines, profiles = _listed(answers)
    parts = _register(lines, profiles) if lines else []
    practice, own = _audits(answers)
    if not practice:
        return [*parts, Prose(de.NO_RULES)] if parts else []
    return [
        *parts,
        Heading(de.IN_SHORT),
        Items(tuple(_summary(practice, own))),
        *_own(own, OWN_TITLE),
        *_practice(practice),
        *_limits(),
    ]


def _short(answers: Mapping[str, Any]) -> list[Part]:
    """What was found among the systems of the register and among both kinds to practise on."""
    practice, own = _audits(answers)
    if not practice:
        return [Prose(f"{de.NO_RULES} {de.NO_PICTURE}", muted=True)]
    parts: list[Part] = [
        Items(tuple(_summary(practice, own))),
        Prose(de.COUNTED, muted=True),
        _tally(practice),
    ]
    missing = [kind for kind in (DECISIONS, TEXTS) if kind not in map(_kind, practice)]
    return [*parts, *(Prose(de.NOT_AUDITED[kind], muted=True) for kind in missing)]


def _tally(practice: Sequence[Audit]) -> Tally:
    """The picture of the first page: what was found, missed, wrongly accused and rightly left alone, in all audits."""
    verdicts = [verdict for one in practice for verdict in one.verdicts if verdict]
    counts = {
        marks.FOUND: sum(len(one.found) for one in verdicts),
        marks.MISSED: sum(len(one.missed) for one in verdicts),
        marks.ACCUSED: sum(bool(one.accused) for one in verdicts),
        marks.ALONE: sum(not (one.found or one.missed or one.accused) for one in verdicts),
    }
    rows = tuple(
        (de.TALLY[mark](count), marks.row(mark, count) if count else None) for mark, count in counts.items()
    )
    return Tally(rows, max(counts.values()))


def _listed(answers: Mapping[str, Any]) -> tuple[list[register.Entry], Mapping[str, Mapping[str, Any]]]:
    """The systems of the register, and what is known about them."""
    lines = register.entries(register.checked(answers.get(register.KEY, [])))
    return lines, questions.checked(answers.get(questions.KEY, {}))


def _audits(answers: Mapping[str, Any]) -> tuple[list[Audit], Audit]:
    """The audits of the systems to practise on, none without rules, and the one of the register."""
    kodex = stored.from_value(answers[stored.KEY]) if stored.KEY in answers else Kodex()
    lines, profiles = _listed(answers)
    practice = [audit(kodex, _catalogue())] if kodex.rules_about(DECISIONS) else []
    if kodex.rules_about(TEXTS) and TEXTS_KEY in answers:
        practice.append(audit(kodex, sixteen()))
    return practice, audit(
        kodex, [questions.system(line.use, profiles.get(line.use.id, {})) for line in lines]
    )


SECTION = Section(
    "pruefung",
    de.TITLE,
    de.PLACE,
    (stored.KEY, register.KEY, questions.KEY, TEXTS_KEY),
    _section,
    _short,
)


@cache
def _catalogue() -> tuple[DecisionSystem, ...]:
    return catalogue()


def _register(lines: list[register.Entry], profiles: Mapping[str, Mapping[str, Any]]) -> list[Part]:
    """The systems of a register with what is known about them, those to look at first at the top."""
    rows = []
    for line in lines:
        given = profiles.get(line.use.id, {})
        known = [_answer(asked, given[asked["id"]]) for asked in questions.QUESTIONS if asked["id"] in given]
        total = len(questions.QUESTIONS)
        missing = de.still_open(total - len(known), total) if len(known) < total else ""
        rows.append(
            (
                (line.use.name, de.about(line.use.area, line.use.affected, line.hidden)),
                ("\n".join(known), missing) if known else missing,
            )
        )
    return [
        Heading(de.REGISTER),
        Prose(de.REGISTER_ORDER),
        Table(de.REGISTER_COLUMNS, tuple(rows), (5, 9)),
    ]


def _answer(asked: Mapping[str, Any], given: Any) -> str:
    label = next(label for value, label in asked["options"] if value == given)
    return de.answered(asked["label"], label)


def _own(own: Audit | None, title: str) -> list[Part]:
    """What was found about the systems of the register."""
    if own is None or not own.rules:
        return []
    return [
        Heading(title),
        Prose(de.OWN_BASIS),
        _overview(own),
        Heading(de.BROKEN, 2),
        *_details([own], BROKEN),
        Heading(shared.OPEN_POINTS, 2),
        *_to_clear_up(own),
    ]


def _practice(audits: Sequence[Audit]) -> list[Part]:
    """The systems to practise on, without details."""
    parts: list[Part] = []
    for one in audits:
        parts += [Heading(de.PRACTICE[_kind(one)]), Prose(de.PRACTICE_BASIS), _overview(one)]
    return parts


def _kind(audit: Audit) -> str:
    return audit.systems[0].kind


def _limits() -> list[Part]:
    return [Heading(de.LIMITS_TITLE), Items(de.LIMITS)]


def _summary(practice: Sequence[Audit], own: Audit | None, first: Audit | None = None) -> list[str]:
    lines = []
    if own is not None and own.rules:
        broken, unclear = len(_with(own, BROKEN)), len(own.open_points)
        lines.append(de.own(len(own.systems), len(own.rules), broken, unclear))
    lines += [de.practice(_kind(one), len(one.systems), one.score.why) for one in practice]
    if first is not None and first.rules != practice[0].rules:
        lines.append(de.first(first.score.why))
    return lines


def _overview(audit: Audit) -> Table:
    rows: list[tuple[str | tuple[str, str], ...]] = []
    for system, row in zip(audit.systems, audit.rows, strict=True):
        found = [finding.outcome.status for finding in row if finding]
        counts = [found.count(status) for status in (BROKEN, UNCLEAR, HELD)]
        rows.append(((system.name, system.steckbrief.area), *map(speech.number, counts)))
    return Table(de.OVERVIEW_COLUMNS, tuple(rows), (6, 2.5, 3.5, 3))


def _details(audits: Sequence[Audit], status: str) -> list[Part]:
    """The findings with this status, system by system."""
    rows, named = [], None
    for finding in (finding for one in audits for finding in _with(one, status)):
        name = "" if finding.system is named else finding.system.name
        named = finding.system
        rows.append((name, _rule(finding), (finding.outcome.why, _affected(finding))))
    return [Table(de.DETAIL_COLUMNS, tuple(rows), (3.4, 3.3, 7.3))] if rows else [Prose(de.NONE)]


def _to_clear_up(audit: Audit) -> list[Part]:
    """What is missing, each once, with its rules and systems, and room for who finds it out until when."""
    missing: dict[str, tuple[dict[str, bool], dict[str, bool]]] = {}
    for finding in audit.open_points:
        rules, systems = missing.setdefault(finding.outcome.why, ({}, {}))
        rules[str(finding.number)] = systems[finding.system.name] = True
    rows = tuple(
        (why, ", ".join(rules), _names(list(systems), [one.name for one in audit.systems]), "")
        for why, (rules, systems) in missing.items()
    )
    return [Table(de.MISSING_COLUMNS, rows, (4.4, 1.8, 4.4, 3.4))] if rows else [Prose(de.NONE)]


def _names(some: list[str], all_of_them: list[str]) -> str:
    """Names of systems, in the shorter way."""
    return de.names(some, [name for name in all_of_them if name not in some])


def _with(audit: Audit, status: str) -> list[Finding]:
    found = [f for f in audit.findings if f.outcome.status == status]
    return sorted(found, key=lambda f: audit.systems.index(f.system))


def _rule(finding: Finding) -> str:
    return f"{finding.number}. {finding.rule.kind.title}"


def _affected(finding: Finding) -> str:
    return de.affected(finding.outcome.affected) if finding.outcome.affected else ""
