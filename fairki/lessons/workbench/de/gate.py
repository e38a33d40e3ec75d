"""What „Darf ich das?“ says."""

from collections.abc import Sequence

from markupsafe import Markup

from fairki.html import html

SETTLED = "Bestätigen Sie jeden Punkt"
POINTS = {
    "zweck": (
        "Der Zweck steht fest.",
        "Wir prüfen, ob Entscheidungen oder Texte Gruppen verschieden behandeln. Niemand wird dabei einzeln beurteilt.",
    ),
    "sensibel": (
        "Geschützte Angaben sind geklärt.",
        "Steht etwas über Gesundheit, Herkunft, Religion oder Ähnliches in der Datei? Dann haben wir geklärt, ob und mit "
        "welchen Auflagen wir es nutzen dürfen.",
    ),
    "betriebsrat": (
        "Der Betriebsrat weiß Bescheid.",
        "Geht es um Beschäftigte, haben wir vorher mit ihm gesprochen. Gibt es keinen, haben wir die Betroffenen informiert.",
    ),
    "datenschutz": (
        "Die oder der Datenschutzbeauftragte weiß Bescheid.",
        "Wir haben gesagt, welche Daten wir nehmen, wer den Bericht bekommt und wann die Datei gelöscht wird.",
    ),
    "wenig": (
        "In der Datei steht nur, was nötig ist.",
        "Namen, Adressen, Geburtstage und Personalnummern sind gelöscht.",
    ),
}
"""Id → the point and what it means."""
PURPOSE = "Wozu prüfen Sie?"
PURPOSE_HINT = "Ein Satz genügt. Er steht später im Bericht. Zum Beispiel: „Wir prüfen die Einladungen des letzten Jahres.“"
STILL_OPEN = Markup(
    "<p>Hier können Sie eine Datei wählen, sobald oben alle Punkte bestätigt sind und der Zweck genannt ist.</p>"
)


def about(laws: Sequence[tuple[str, str]]) -> Markup:
    """The legal statements (text, source) that belong to the question."""
    said = Markup("").join(html("<li>{} <cite>{}</cite></li>", text, source) for text, source in laws)
    return html(
        "<details><summary>Was das Recht dazu sagt</summary><ul>{}</ul>"
        "<p>Das ist eine Orientierung und keine Rechtsberatung. Fragen Sie im Zweifel Ihre Fachleute.</p></details>",
        said,
    )
