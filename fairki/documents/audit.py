"""The audit report: what was examined, what was found, what is still open, and what the audit cannot show."""

import datetime as dt
from collections.abc import Sequence

from fairki import german
from fairki.audit import Audit, Finding
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table
from fairki.kodex import BROKEN, HELD, UNCLEAR

LIMITS = (
    "Geprüft wurde nur, was im Kodex steht. Eine Frage ohne Regel hat niemand gestellt.",
    "„Eingehalten“ heißt: In den Daten ist kein Verstoß nachweisbar. Ein Beweis für Fairness ist das nicht.",
    "Bei kleinen Gruppen ist oft kein Urteil möglich. Diese Punkte bleiben offen.",
    "Ein System, das heute eine Regel einhält, kann sie morgen verletzen. Wiederholen Sie die Prüfung.",
)


def paper(
    audit: Audit,
    on: dt.date,
    own: Audit | None = None,
    first: Audit | None = None,
    thoughts: Sequence[tuple[str, str]] = (),
    own_title: str = "Unsere eigenen Systeme",
) -> Paper:
    """The report of an audit.

    Args:
        audit: the last audit of the course's systems.
        on: today.
        own: the same Kodex on the systems of a register, of which only the Steckbriefe are known.
        first: the first audit, to compare with.
        thoughts: the learner's own notes: question, answer.
        own_title: whose systems the ones of the register are.

    Raises:
        EmptyPaperError: the Kodex has no rules, so that nothing was examined.
    """
    if not audit.kodex.rules:
        raise EmptyPaperError("Es ist noch nichts geprüft.", "Starten Sie zuerst in Einheit 2 die Prüfung.")
    parts: list[Part] = [
        Heading("Kurz gesagt"),
        Items(tuple(_summary(audit, own, first))),
        Heading("Womit geprüft wurde"),
        Table(
            ("Nr.", "Regel", "Zuständig"),
            tuple(
                (str(number), rule.sentence, rule.owner or "noch offen")
                for number, rule in enumerate(audit.kodex.rules, 1)
            ),
            (0.8, 10, 3),
        ),
    ]
    if own is not None and own.systems:
        parts += [
            Heading(own_title),
            Prose("Grundlage sind nur die Steckbriefe. Daten über Entscheidungen lagen nicht vor."),
            _overview(own),
            Heading("Verletzte Regeln", 2),
            *_details(own, BROKEN),
            Heading("Offene Punkte", 2),
            *_to_clear_up(own),
        ]
    parts += [
        Heading("Die Systeme aus dem Kurs"),
        Prose("Zum Üben: Bei diesen Systemen ist bekannt, welche Fehler darin stecken."),
        _overview(audit),
        Heading("Verletzte Regeln", 2),
        *_details(audit, BROKEN),
        Heading("Nicht beurteilbar", 2),
        *_details(audit, UNCLEAR),
        Heading("Was diese Prüfung nicht zeigt"),
        Items(LIMITS),
    ]
    answered = [(question, answer) for question, answer in thoughts if answer]
    if answered:
        parts.append(Heading("Unsere Überlegungen"))
        for question, answer in answered:
            parts += [Heading(question, 2), Prose(answer)]
    parts.append(
        Prose(
            "Entstanden im Kurs „Fairer und kluger KI-Einsatz“. Orientierung, keine Rechtsberatung.",
            muted=True,
        )
    )
    return Paper("Prüfbericht", f"Geprüft mit: {audit.kodex.title}", on, parts)


def _summary(audit: Audit, own: Audit | None, first: Audit | None) -> list[str]:
    rules = german.count_of(len(audit.kodex.rules), "Regel", "Regeln")
    lines = []
    if own is not None and own.systems:
        systems = german.count_of(len(own.systems), "System", "Systeme")
        broken = german.count_of(len(_with(own, BROKEN)), "Verstoß", "Verstöße")
        points = german.count_of(len(own.open_points), "offener Punkt", "offene Punkte")
        lines.append(f"{systems} aus dem Register, geprüft mit {rules}: {broken}, {points}.")
    lines.append(f"Übung an {german.number(len(audit.systems))} Systemen aus dem Kurs: {audit.score.why}")
    if first is not None and first.kodex != audit.kodex:
        lines.append(f"Zum Vergleich die erste Prüfung: {first.score.why}")
    return lines


def _overview(audit: Audit) -> Table:
    rows = []
    for place, system in enumerate(audit.systems):
        findings = audit.findings[place :: len(audit.systems)]
        counts = [sum(f.outcome.status == status for f in findings) for status in (BROKEN, UNCLEAR, HELD)]
        rows.append(((system.name, system.steckbrief.area), *map(german.number, counts)))
    return Table(("System", "Verletzt", "Nicht beurteilbar", "Eingehalten"), tuple(rows), (6, 2.5, 3.5, 3))


def _details(audit: Audit, status: str) -> list[Part]:
    """The findings with this status, system by system."""
    rows, named = [], None
    for finding in _with(audit, status):
        name = "" if finding.system is named else finding.system.name
        named = finding.system
        rows.append((name, _rule(finding), (finding.outcome.why, _affected(finding))))
    return [Table(("System", "Regel", "Befund"), tuple(rows), (3.4, 3.3, 7.3))] if rows else [Prose("Keine.")]


def _to_clear_up(audit: Audit) -> list[Part]:
    """What is missing, each once, with its rules and systems, and room for who finds it out until when."""
    missing: dict[str, tuple[dict, dict]] = {}
    for finding in audit.open_points:
        rules, systems = missing.setdefault(finding.outcome.why, ({}, {}))
        rules[str(finding.number)] = systems[finding.system.name] = True
    rows = tuple(
        (why, ", ".join(rules), _names(list(systems), [one.name for one in audit.systems]), "")
        for why, (rules, systems) in missing.items()
    )
    columns = ("Was fehlt", "Regel Nr.", "Bei welchen Systemen", "Wer klärt es, bis wann?")
    return [Table(columns, rows, (4.4, 1.8, 4.4, 3.4))] if rows else [Prose("Keine.")]


def _names(some: list[str], all_of_them: list[str]) -> str:
    """Names of systems, in the shorter way."""
    others = [name for name in all_of_them if name not in some]
    if not others:
        return "alle"
    return f"alle außer {', '.join(others)}" if len(others) < len(some) else ", ".join(some)


def _with(audit: Audit, status: str) -> list[Finding]:
    found = [f for f in audit.findings if f.outcome.status == status]
    return sorted(found, key=lambda f: audit.systems.index(f.system))


def _rule(finding: Finding) -> str:
    return f"{finding.number}. {finding.rule.kind.title}"


def _affected(finding: Finding) -> str:
    if not finding.outcome.affected:
        return ""
    return f"Betroffen: etwa {german.count_of(finding.outcome.affected, 'Person', 'Personen')}"
