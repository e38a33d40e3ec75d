"""German of unit 2, the Kodex examines: in the order of the page."""

from collections.abc import Sequence

from fairki import company
from fairki.audit import FOUND, PLANTED, SYSTEM, Audit, Score
from fairki.html import NOTHING, Markup, bullets, folded, html, icon, paragraphs, strong, table
from fairki.kodex import BROKEN, PATTERNS, Kodex
from fairki.lessons.bench.de import named
from fairki.speech import count_of, number
from fairki.systems import DECISIONS, FAULTS

HINTS = 2
"""Kinds of hidden faults that a hint names at once."""


def found(planted: int) -> str:
    """The question; number of planted faults."""
    return f"Was schätzen Sie: Wie viele der {planted} Fehler findet der Kodex?"


def of(planted: int) -> str:
    """The unit behind the guess."""
    return f"von {planted}"


KEEP_GUESS = "Schätzung festhalten"
START_NOW = paragraphs("Gut. Starten Sie jetzt die Prüfung.")


def first_audit(found: int) -> Markup:
    """How many faults the first audit found."""
    return paragraphs(html("In Ihrer ersten Prüfung waren es {}.", strong(number(found))))


START, AGAIN = "Prüfung starten", "Noch einmal prüfen"


def kodex(kodex: Kodex, own: bool, begun: bool) -> Markup:
    """Which Kodex examines, and its rules about these systems to unfold.

    Args:
        kodex: the Kodex.
        own: whether it is the learner's.
        begun: whether the learner has one at all, perhaps with rules about other systems.
    """
    numbered = kodex.rules_about(DECISIONS)
    title, count = strong(kodex.title), count_of(len(numbered), "Regel", "Regeln")
    first = (
        html("Es prüft: {} mit {}.", title, count)
        if own
        else html(
            "{} Es prüft: der {} mit {}. Er ist gut gemeint, aber noch nicht gut.",
            "Ihr Kodex hat noch keine Regel für Systeme, die entscheiden."
            if begun
            else "Sie haben noch keinen eigenen Kodex.",
            title,
            count,
        )
    )
    rules = NOTHING.join(html('<li value="{}">{}</li>', number, rule.sentence) for number, rule in numbered)
    return paragraphs(first) + folded("Die Regeln lesen", html("<ol>{}</ol>", rules))


def score(audit: Audit) -> Markup:
    """What was found, missed and wrongly accused; missed faults without the name of their system."""
    score = audit.score
    found = [(row[SYSTEM], row[FOUND]) for _, row in score.systems.iterrows() if row[FOUND]]
    of_systems = count_of(len(score.systems), "System", "Systemen")
    tiles = (
        _tile("✓", score.found, f"von {count_of(score.planted, 'Fehler', 'Fehlern')} gefunden"),
        _tile("?", score.missed, "Fehler übersehen"),
        _tile("✗", score.accused, f"von {of_systems} zu Unrecht beanstandet"),
    )
    return (
        paragraphs(strong(score.why))
        + html('<div class="fk-scores">{}</div>', NOTHING.join(tiles))
        + named("Gefunden", found)
        + named(
            "Zu Unrecht beanstandet",
            audit.accusations,
            "Diese Systeme haben den Fehler nicht, auf den die Regel zielt.",
        )
    )


def _tile(sign: str, figure: int, text: str) -> Markup:
    return html(
        '<p class="fk-score">{} {} <span>{}</span></p>',
        icon(sign),
        strong(number(figure)),
        text,
    )


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
            "Ausprobiert an je 100 anderen Systemen mit diesem Fehler. In den Lücken stand, was der Kodex-Baukasten vorschlägt. So viele von 100 fand die Regel:"
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


OWN_MATRIX = "Der Kodex prüft die Systeme aus dem Register"


def own(audit: Audit, own: bool) -> Markup:
    """What the Kodex says about the systems of the register; whether it is the learner's."""
    broken = sum(finding.outcome.status == BROKEN for finding in audit.findings)
    points = count_of(len(audit.open_points), "offener Punkt", "offene Punkte")
    return paragraphs(
        html(
            "Der Kodex prüft {} aus {}: {}. Hier gibt es keine Daten, nur die Steckbriefe aus Einheit 1. "
            "Deshalb bleibt viel offen. Je mehr Sie dort ausfüllen, desto weniger bleibt offen.",
            count_of(len(audit.systems), "System", "Systeme"),
            "Ihrem Register" if own else f"dem Register {company.current().genitive}",
            strong(f"{count_of(broken, 'Verstoß', 'Verstöße')}, {points}"),
        )
    )
