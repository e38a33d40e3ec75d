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
) -> Paper:
    """The report of an audit.

    Args:
        audit: the last audit of the course's systems.
        on: today.
        own: the same Kodex on the learner's own systems, of which only the Steckbriefe are known.
        first: the first audit, to compare with.
        thoughts: the learner's own notes: question, answer.

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
            Heading("Unsere eigenen Systeme"),
            Prose("Grundlage sind nur die Steckbriefe. Daten über Entscheidungen lagen nicht vor."),
            _overview(own),
            *_details(own, "Verletzte Regeln bei unseren Systemen"),
            *_open(own, "Offene Punkte bei unseren Systemen"),
        ]
    parts += [
        Heading("Die Systeme aus dem Kurs"),
        Prose("Zum Üben: Bei diesen Systemen ist bekannt, welche Fehler darin stecken."),
        _overview(audit),
        *_details(audit, "Verletzte Regeln"),
        *_open(audit, "Offene Punkte"),
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
        systems = german.count_of(len(own.systems), "eigenes System", "eigene Systeme")
        broken = german.count_of(len(_with(own, BROKEN)), "Verstoß", "Verstöße")
        points = german.count_of(len(own.open_points), "offener Punkt", "offene Punkte")
        lines.append(f"{systems}, geprüft mit {rules}: {broken}, {points}.")
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


def _details(audit: Audit, title: str) -> list[Part]:
    rows = tuple((f.system.name, _rule(f), (f.outcome.why, _affected(f))) for f in _with(audit, BROKEN))
    if not rows:
        return [Heading(title, 2), Prose("Keine.")]
    return [Heading(title, 2), Table(("System", "Regel", "Befund"), rows, (3, 3.6, 7.4))]


def _open(audit: Audit, title: str) -> list[Part]:
    """Each open point once, with the systems that it concerns and room for who finds it out, until when."""
    systems: dict[tuple[str, str], list[str]] = {}
    for finding in audit.open_points:
        systems.setdefault((_rule(finding), finding.outcome.why), []).append(finding.system.name)
    if not systems:
        return [Heading(title, 2), Prose("Keine.")]
    rows = tuple((rule, why, ", ".join(names), "") for (rule, why), names in systems.items())
    columns = ("Regel", "Warum kein Urteil möglich ist", "Systeme", "Wer klärt es, bis wann?")
    return [Heading(title, 2), Table(columns, rows, (3, 4.6, 3.4, 3))]


def _with(audit: Audit, status: str) -> list[Finding]:
    found = [f for f in audit.findings if f.outcome.status == status]
    return sorted(found, key=lambda f: audit.systems.index(f.system))


def _rule(finding: Finding) -> str:
    return f"{finding.number}. {finding.rule.kind.title}"


def _affected(finding: Finding) -> str:
    if not finding.outcome.affected:
        return ""
    return f"Betroffen: etwa {german.count_of(finding.outcome.affected, 'Person', 'Personen')}"
