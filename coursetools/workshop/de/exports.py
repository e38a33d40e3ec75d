"""German of the files that a facilitator takes along."""

from collections.abc import Sequence

from fairki.speech import count_of, together

CSV_COLUMNS = ("Schritt", "Frage", "Antworten", "Art", "Bezeichnung", "Spalte", "Prozent", "Text")
SENTENCE, BAR, TABLE, TEXT, NOTE = "Satz", "Balken", "Tabelle", "Freier Text", "Hinweis"

OVERVIEW = "Überblick"
OVERVIEW_COLUMNS = ("Blatt", "Frage", "Ergebnis", "Antworten")
ANSWER, AS_TEXT = "Antwort", "Anzahl und Anteil"
TEXTS, NOTES = "Freigegebene Texte", "Hinweise"
NOTHING_YET = "Noch gibt es keine Abstimmung mit genug Antworten."
NO_KODEX = (
    "Der Raum hat noch keinen Kodex.",
    "Lassen Sie den Raum im Schritt „Kodex“ Regeln wählen, und schließen Sie die Abstimmung.",
)


def made_on(day: str, firm: str) -> str:
    """When a file was made, and where."""
    return f"Ergebnisse aus dem Workshop, {firm}, Stand {day}."


def sums_alone(fewest: int) -> str:
    """What a file leaves out."""
    return f"Hier stehen nur Summen, und nur ab {fewest} Antworten. Namen hat der Workshop nie erfragt."


def method(answers: int) -> str:
    """How a figure came about."""
    return (
        f"So entstand die Zahl: anonyme Abstimmung im Workshop, {count_of(answers, 'Antwort', 'Antworten')}. "
        "Gefragt wurde dieser Raum. Für die ganze Belegschaft steht das nicht."
    )


def asked(question: str) -> str:
    """What was asked."""
    return f"Thema: {question}"


def shown(rounds: int) -> str:
    """The name of what is shown, alone or beside others."""
    return "Anteil" if rounds == 1 else "Jetzt, alle"


def goes_on(title: str, again: bool) -> str:
    """The title of a slide that has its table; `again`: after another slide about the same."""
    return f"{title} (Tabelle)" if again else title


def texts_about(question: str) -> str:
    """The title of a slide with texts."""
    return f"Was geschrieben wurde: {question}"


def quoted(text: str) -> str:
    """Words that somebody wrote."""
    return f"„{text}“"


def chart_says(title: str, bars: Sequence[tuple[str, str]]) -> str:
    """A chart in words."""
    return f"Balkendiagramm: {title} " + "; ".join(f"{label}: {text}" for label, text in bars)


def table_says(title: str, columns: Sequence[str]) -> str:
    """A table in words."""
    return f"Tabelle: {title} Spalten: {together(columns)}."
