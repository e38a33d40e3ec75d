"""The document of a Kodex in words."""

from fairki import manifest, speech
from fairki.documents.de import shared

TITLE = "Unser KI-Kodex"
PLACE = manifest.place("02.3")

PURPOSE = (
    "Dieser Kodex sagt, was wir von Systemen erwarten, die über Menschen entscheiden, solche Entscheidungen"
    " vorbereiten oder für uns schreiben. Jede Regel ist so geschrieben, dass man sie an einem System prüfen kann.",
    "Ein Kodex ist nie fertig. Wir prüfen mindestens einmal im Jahr, ob die Regeln noch passen.",
)
EMPTY = ("Ihr Kodex ist noch leer.", "Nehmen Sie im Kodex-Baukasten zuerst eine Regel auf.")
PURPOSE_TITLE = "Wozu dieser Kodex da ist"
RULES = "Unsere Regeln"
COVERAGE = "Was der Kodex abdeckt"
COVERAGE_COLUMNS = ("Aspekt demokratischer KI", "Regeln")
NO_RULE = "noch keine Regel"
FROM_EXAMPLE = "Diese Regeln stammen aus dem Beispiel. Noch hat sie niemand geändert oder bestätigt."


def subtitle(rules: int) -> str:
    """How many rules there are."""
    return f"{shared.rules(rules)} für den Einsatz von KI"


def titled(title: str, rules: int) -> str:
    """The name of the Kodex and how many rules it has."""
    return f"{title}: {subtitle(rules)}."


def not_anchored(numbers: list[str]) -> str:
    """Rules for which nobody answers, or whose breach can be reported nowhere."""
    return f"Noch nicht verankert (zuständige Person oder Meldeweg fehlt): {shared.of_rules(numbers)}."


def uncovered(names: list[str]) -> str:
    """Aspects without a rule."""
    return f"Ohne Regel: {', '.join(f'„{name}“' for name in names)}."


def more(rules: int) -> str:
    """How many rules the first page leaves out."""
    return f"Dazu {speech.count_of(rules, 'weitere Regel', 'weitere Regeln')} im Kodex."
