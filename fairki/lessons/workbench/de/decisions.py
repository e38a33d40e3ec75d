"""What the first tool says: a table of decisions."""

from collections.abc import Sequence

from markupsafe import Markup

from fairki.html import html
from fairki.speech import capital, count_of, number, percent, together

FILE = "Ihre Tabelle"
FILE_HINT = (
    "Eine CSV-Datei mit höchstens 200.000 Zeilen oder eine Excel-Datei (.xlsx) mit höchstens 50.000. In der ersten Zeile "
    "stehen die Namen der Spalten."
)
HERE = "Die Tabelle ist gelesen. Weiter geht es darunter."
CLOSED = Markup(
    "<p>Hier wählen Sie eine Datei, sobald oben alle Punkte bestätigt sind und der Zweck dasteht. Die Beispiele gehen auch "
    "ohne.</p>"
)
CLOSED_AGAIN = "Bestätigen Sie zuerst wieder alle Punkte von „Darf ich das?“, und nennen Sie den Zweck. Ihre Tabelle liegt noch hier."
WAITING = "Wird gerechnet …"
EXAMPLES = {
    "berkeley": (
        "Beispiel Berkeley 1973",
        "Zulassungen an der Universität Berkeley 1973, sechs Fächer. Die Zahlen sind echt. Geprüft wird nach Geschlecht und "
        "Fach.",
    ),
    "compas": (
        "Beispiel COMPAS",
        "Ein Programm aus den USA schätzte, wer wieder straffällig wird. Die Tabelle ist so gebaut, dass die bekannten Quoten "
        "herauskommen.",
    ),
    "ams": (
        "Beispiel AMS-Gleichung",
        "Eine veröffentlichte Gleichung aus Österreich, angewandt auf ausgedachte Personen: jede Kombination von sieben "
        "Merkmalen einmal.",
    ),
}
"""Id → the button, and what is said when it is there."""
NO_TABLE = Markup("<p>Wählen Sie zuerst eine Tabelle oder ein Beispiel.</p>")
NO_TABLE_YET = "Wählen Sie zuerst eine Tabelle oder ein Beispiel."
DECISION = "In welcher Spalte steht die Entscheidung?"
GOOD = "Welcher Wert ist für die Person günstig?"
TRUTH = "Steht irgendwo, was am Ende wirklich zutraf? (freiwillig)"
TRUTH_GOOD = "Welcher Wert spricht für eine günstige Entscheidung?"
SCORE = "Gibt es eine Punktzahl, auf der die Entscheidung beruht? (freiwillig)"
LEAST = "Ab wie vielen Personen darf eine Gruppe gezeigt werden?"
NO_DECISION = ("Es fehlt die Spalte mit der Entscheidung.", "Wählen Sie sie aus.")
EXAMINE = "Auswerten"
EXAMINED = "Ausgewertet. Das Ergebnis steht darunter."
NOT_YET = Markup("<p>Hier steht das Ergebnis, sobald Sie auf „Auswerten“ drücken.</p>")
OUT_OF_DATE = Markup("<p>Ihre Angaben haben sich geändert. Drücken Sie noch einmal auf „Auswerten“.</p>")
PROXIES = "Was eine Gruppe verrät"
KODEX = "Was der Kodex dazu sagt"
OWN_KODEX = "Geprüft mit den Regeln Ihres Kodex, die von Entscheidungen handeln."
EXAMPLE_KODEX = "Sie haben noch keinen eigenen Kodex mit Regeln über Entscheidungen. Geprüft ist mit dem Beispiel-Kodex aus dem Kurs."
REPORT = "Prüfbericht"
VIEW = "Was möchten Sie sehen?"
REFUSED_AXIS = "Anteil zu Unrecht ungünstig"


def groups(most: int) -> str:
    """Which columns part people into groups."""
    return f"Welche Spalten nennen Gruppen? (höchstens {number(most)})"


def people(n: int) -> str:
    """A size of groups to choose."""
    return f"ab {count_of(n, 'Person', 'Personen')}"


def read(name: str, rows: int, columns: int) -> str:
    """What was read."""
    return f"Gelesen: „{name}“ mit {count_of(rows, 'Zeile', 'Zeilen')} und {count_of(columns, 'Spalte', 'Spalten')}."


def tells_who(names: Sequence[str]) -> str:
    """Columns that say who each person is."""
    where = "In der Spalte" if len(names) == 1 else "In den Spalten"
    return (
        f"{where} {together([f'„{name}“' for name in names])} steht in (fast) jeder Zeile etwas anderes. Sind das Namen "
        "oder Personalnummern? Die Prüfung braucht sie nicht: Löschen Sie sie in Ihrer Datei, und wählen Sie die Datei "
        "noch einmal."
    )


def values(shown: Sequence[str], count: int) -> str:
    """Some values of a column."""
    listed = ("; " if any("," in one for one in shown) else ", ").join(shown)
    return listed if count <= len(shown) else f"{listed} … ({number(count)} Werte)"


def view_of_rates(name: str) -> str:
    """A picture of rates."""
    return f"Quoten: {name}"


def view_of_errors(name: str) -> str:
    """A picture of wrong decisions."""
    return f"Fehler: {name}"


def heading(text: str) -> Markup:
    """A heading of a part of the findings."""
    return html("<h4>{}</h4>", text)


def rule(sentence: str) -> Markup:
    """A rule above what came out."""
    return html("<p><strong>{}</strong></p>", sentence)


def outcome(status: str, why: str) -> str:
    """What came out for one column of groups."""
    return f"{capital(status)}. {why}"


def others(n: int) -> str:
    """The fold of rules that these data cannot answer."""
    return f"{count_of(n, 'Regel', 'Regeln')}, die sich mit diesen Daten nicht prüfen {'lässt' if n == 1 else 'lassen'}"


def calibration(name: str) -> str:
    """The heading of a table of scores."""
    return f"Punktzahl und „{name}“"


def axis(good: str) -> str:
    """An axis of rates."""
    return f"Anteil „{good}“"


def refused(rates: Sequence[tuple[str, float]]) -> str:
    """Wrong refusals of all groups, at most eight."""
    parts = [f"{name} {percent(rate, 1)}" for name, rate in rates[:8]]
    return f"Zu Unrecht ungünstig entschieden: {together(parts)}."
