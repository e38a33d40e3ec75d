"""Footprint and need in words."""

from fairki import footprint, manifest, need

TITLE = "Fußabdruck und Bedarf"
PLACE = manifest.place("07.2")

KINDS = {
    footprint.WRITE: "Texte schreiben",
    footprint.SORT: "Texte einordnen",
    footprint.DRAW: "Bilder erzeugen",
}
RESULTS = {
    need.NO_AI: "Nein. Hier braucht es keine KI.",
    need.SMALLER: "Es geht kleiner.",
    need.NOT_THIS_WAY: "So noch nicht.",
    need.OPEN: "Noch offen.",
    need.WITH_CARE: "Ja, mit Sorgfalt.",
}
ANOTHER_CASE = "einen anderen Fall"

ASSUMPTIONS = "Unsere Annahmen"
ASSUMPTION_COLUMNS = ("Annahme", "Wert")
KIND = "Aufgabe"
PER_DAY = "Anfragen je Person und Arbeitstag"
PEOPLE = "Personen"
DAYS = "Arbeitstage im Jahr"
GRID = "Strommix"
YEAR = "Ein Jahr, verschieden gerechnet"
YEAR_COLUMNS = ("Wer rechnet wie?", "Strom, etwa", "CO₂, etwa", "Wasser, etwa")
UNKNOWN = "keine Angabe"
SOURCES = (
    "Ohne eigene Angabe zum CO₂ ist mit dem Strommix aus den Annahmen gerechnet. "
    f"Quellen: siehe {manifest.called('07')}."
)
NEED = "Braucht es hier KI?"

USE_DAMAGED = ("Die Annahmen zum Fußabdruck sind beschädigt.", "Stellen Sie sie bitte neu ein.")
UNKNOWN_CASE = ("Diesen Fall kennt der Kurs nicht.", "Wählen Sie bitte einen aus der Liste.")
NEED_DAMAGED = ("Eine Antwort zu „Braucht es hier KI?“ ist beschädigt.", "Antworten Sie bitte neu.")


def line(span: str) -> str:
    """The footprint in one line."""
    return f"Fußabdruck: {span} CO₂ im Jahr"


def need_line(case: str, result: str) -> str:
    """What the question of need came to, in one line."""
    return f"„{NEED}“ für {case}: {result}".rstrip(".")


def case(name: str) -> str:
    """A use that was looked at."""
    return f"„{name}“"


def grid(grams: str) -> str:
    """The mix of electricity."""
    return f"{grams} g CO₂ je Kilowattstunde"


def year(span: str, sources: int) -> str:
    """What a year comes to, and why the span is as it is."""
    why = (
        "Die Spanne ist breit, weil jede Quelle etwas anderes mitzählt."
        if sources > 1
        else "Für diese Aufgabe gibt es hier nur eine Messung."
    )
    return f"Ein Jahr mit unseren Annahmen: {span} CO₂. {why}"


def judged(case: str, result: str) -> str:
    """For what the need was judged, and what came out."""
    return f"Geprüft für {case}. Ergebnis: {result}"


def reason(question: str, todo: str) -> str:
    """A question that decided, and what to do."""
    return f"{question} {todo}"
