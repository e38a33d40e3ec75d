"""German of the bench: the Kodex-Baukasten, the result of an audit, two audits side by side."""

from collections.abc import Iterable

from fairki.audit import Audit
from fairki.html import NOTHING, Markup, bullets, html, paragraphs, strong, table
from fairki.speech import count_of, number

BUILDER = "Kodex-Baukasten"
WAITING = "Die Prüfung läuft …"
MATRIX = "Der Kodex prüft die Systeme"


NO_RULE_HERE = "Fertig: Ihr Kodex hat noch keine Regel für diese Systeme."


def message(audit: Audit) -> str:
    """The result in a few words."""
    if not audit.rules:
        return NO_RULE_HERE
    score = audit.score
    faults = count_of(score.planted, "Fehler", "Fehlern")
    return f"Fertig: {number(score.found)} von {faults} gefunden, {count_of(score.accused, 'System', 'Systeme')} zu Unrecht beanstandet."


def compared(first: Audit, last: Audit) -> Markup:
    """First and last audit side by side."""
    if first.rules == last.rules:
        return paragraphs("Ändern Sie eine Regel und prüfen Sie noch einmal. Dann steht hier der Vergleich.")
    figures = {
        "Regeln für diese Systeme": (len(first.rules), len(last.rules)),
        "Fehler gefunden": (first.score.found, last.score.found),
        "Fehler übersehen": (first.score.missed, last.score.missed),
        "Systeme zu Unrecht beanstandet": (first.score.accused, last.score.accused),
    }
    rows = [(name, number(was), strong(number(now))) for name, (was, now) in figures.items()]
    return (
        table(("", "Zuerst", "Jetzt"), rows, "fk-audit-table", "Erste und letzte Prüfung")
        + named("Neu gefunden", [pair for pair in last.hits if pair not in first.hits])
        + named("Nicht mehr gefunden", [pair for pair in first.hits if pair not in last.hits])
        + named(
            "Neu zu Unrecht beanstandet", [pair for pair in last.accusations if pair not in first.accusations]
        )
    )


def named(title: str, pairs: Iterable[tuple[str, str]], note: str = "") -> Markup:
    """Systems and what is said about them, below a title; nothing without systems."""
    items = [html("<strong>{}:</strong> {}", system, text) for system, text in pairs]
    return html("<h4>{}</h4>{}{}", title, paragraphs(note), bullets(items)) if items else NOTHING
