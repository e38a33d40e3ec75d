"""German of unit 2, the Kodex examines: in the order of the page."""

from fairki import company
from fairki.audit import Audit
from fairki.html import Markup, html, paragraphs, strong
from fairki.kodex import BROKEN
from fairki.speech import count_of, number


def found(planted: int) -> str:
    """The question; number of planted faults."""
    return (
        f"Es sind {planted} Fehler. In manchen Systemen stecken mehrere, in anderen keiner. "
        "Was schätzen Sie: Wie viele Fehler findet der Kodex?"
    )


def of(planted: int) -> str:
    """The unit behind the guess."""
    return f"von {planted}"


KEEP_GUESS = "Schätzung festhalten"
START_NOW = paragraphs("Gut. Starten Sie jetzt die Prüfung.")


def first_audit(found: int) -> Markup:
    """How many faults the first audit found."""
    return paragraphs(html("In Ihrer ersten Prüfung waren es {}.", strong(number(found))))


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
