"""German of the bench: the Kodex-Baukasten, the result of an audit, two audits side by side."""

from collections.abc import Iterable, Sequence

from fairki.audit import PLANTED, SYSTEM, Audit, Score
from fairki.html import NOTHING, Markup, bullets, folded, html, paragraphs, strong, table
from fairki.kodex import PATTERNS, Kodex
from fairki.kodex.faults import FAULTS
from fairki.speech import count_of, number
from fairki.systems import DECISIONS, TEXTS

BUILDER = "Kodex-Baukasten"
WAITING = "Die Prüfung läuft …"
MATRIX = "Der Kodex prüft die Systeme"
CHANGED = "Nach Ihrer Änderung"


START, AGAIN = "Prüfung starten", "Noch einmal prüfen"
HINTS = 2
"""Kinds of hidden faults that a hint names at once."""
_NO_RULE_ABOUT = {
    DECISIONS: "Ihr Kodex hat noch keine Regel für Systeme, die entscheiden.",
    TEXTS: "Ihr Kodex hat noch keine Regel für Systeme, die schreiben.",
}


def kodex(kodex: Kodex, kind: str, own: bool, begun: bool) -> Markup:
    """Which Kodex examines, and its rules about these systems to unfold.

    Args:
        kodex: the Kodex.
        kind: of the systems.
        own: whether it is the learner's.
        begun: whether the learner has one at all, perhaps with rules about other systems.
    """
    numbered = kodex.rules_about(kind)
    title, count = strong(kodex.title), count_of(len(numbered), "Regel", "Regeln")
    first = (
        html("Es prüft: {} mit {}.", title, count)
        if own
        else html(
            "{} Es prüft: der {} mit {}. Er ist gut gemeint, aber noch nicht gut.",
            _NO_RULE_ABOUT[kind] if begun else "Sie haben noch keinen eigenen Kodex.",
            title,
            count,
        )
    )
    rules = NOTHING.join(html('<li value="{}">{}</li>', number, rule.sentence) for number, rule in numbered)
    return paragraphs(first) + folded("Die Regeln lesen", html("<ol>{}</ol>", rules))


NOTHING_HIDDEN = paragraphs(
    html(
        "{} Besser geht es nicht. Bei neuen Systemen können andere Fehler vorkommen. Deshalb prüft man immer wieder.",
        strong("Alle Fehler gefunden, nichts zu Unrecht beanstandet."),
    )
)


def still_hidden(missed: Sequence[str]) -> Markup:
    """What kinds of faults are still hidden, without the systems; their ids."""
    kinds = count_of(len(missed), "Art von Fehler", "Arten von Fehlern")
    shown = "Das ist noch verborgen" if len(missed) <= HINTS else "Zwei davon"
    return (
        paragraphs(html("Noch nicht gefunden: {}. {}:", strong(kinds), shown))
        + bullets(FAULTS[fault].harm for fault in missed[:HINTS])
        + paragraphs(
            "Welche Regel könnte das finden? Nehmen Sie sie in Ihren Kodex auf, oder machen Sie eine Regel strenger."
        )
        + _finders(missed[:HINTS])
    )


def _finders(faults: Sequence[str]) -> Markup:
    """Which patterns find faults of these kinds, and how often with the suggested blanks."""
    items = []
    for fault in (FAULTS[id] for id in faults):
        often = sorted(fault.found_by.items(), key=lambda pair: -pair[1])
        patterns = ", ".join(f"„{PATTERNS[pattern].title}“ {found}" for pattern, found in often if found)
        items.append(html("{} {}", strong(f"{fault.name}:"), patterns))
    return folded(
        "Welche Regel findet das?",
        paragraphs(
            "Ausprobiert an anderen Systemen mit diesem Fehler. In den Lücken stand, was der Kodex-Baukasten vorschlägt. So viele von 100 fand die Regel:"
        ),
        bullets(items),
    )


TOO_STRICT = paragraphs(
    "Manche Systeme werden zu Unrecht beanstandet. Dann ist eine Regel zu streng: Machen Sie sie etwas weiter."
)


def solution(score: Score) -> Markup:
    """Which fault is where, to unfold."""
    rows = [(row[SYSTEM], row[PLANTED] or "kein Fehler") for _, row in score.systems.iterrows()]
    return folded(
        "Auflösung: Welcher Fehler steckt wo?", table(("System", "Eingebauter Fehler"), rows, "fk-solution")
    )


NO_RULE_HERE = "Fertig: Ihr Kodex hat noch keine Regel für diese Systeme."


def examined(audit: Audit) -> str:
    """An audit is over; what it found, the cards say."""
    if not audit.rules:
        return NO_RULE_HERE
    systems, rules = (
        count_of(len(audit.systems), "System", "Systeme"),
        count_of(len(audit.rules), "Regel", "Regeln"),
    )
    return f"Fertig: {systems} geprüft, mit {rules}."


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
