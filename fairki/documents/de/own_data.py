"""What the audit report about people's own data says."""

from fairki.speech import count_of, number

TITLE = "Prüfbericht: eigene Daten"
NOTHING_YET = (
    "Es gibt noch nichts zu berichten.",
    "Wählen Sie oben eine Tabelle oder ein Beispiel, und drücken Sie auf „Auswerten“.",
)
IN_SHORT = "Das Wichtigste"
WHAT = "Was geprüft wurde"
WHAT_COLUMNS = ("Frage", "Antwort")
PURPOSE, FILE, DECISION, GROUPS = "Zweck", "Datei", "Entscheidung", "Gruppen"
TRUTH, SCORE = "Wahres Ergebnis", "Punktzahl"
RATES = "Quoten"
ERRORS = "Über wen zu Unrecht günstig oder ungünstig entschieden wurde"
CALIBRATION = "Was die Punktzahl bedeutet"
PROXIES = "Was eine Gruppe verrät"
RULES = "Die Regeln des Kodex"
OWN_KODEX = "Geprüft mit dem eigenen Kodex. Es stehen nur Regeln da, die von Entscheidungen handeln."
EXAMPLE_KODEX = "Geprüft mit dem Beispiel-Kodex aus dem Kurs, weil es noch keinen eigenen gibt."
METHOD = "Wie gerechnet wurde"
LIMITS = "Was dieser Bericht nicht zeigt"
TO_DO = "Was wir daraus machen"
TO_DO_COLUMNS = ("Maßnahme", "Wer", "Bis wann")


def file(name: str, rows: int) -> str:
    """The file and its rows."""
    return f"{name}, {count_of(rows, 'Zeile', 'Zeilen')}"


def column(name: str, good: str) -> str:
    """A column and its good value."""
    return f"Spalte „{name}“; günstig ist „{good}“"


def methods(smallest: int) -> tuple[str, ...]:
    """How figures come about; ``smallest``: people of whom a number is shown."""
    return (
        "Quoten: 95-%-Bereich nach Wilson (1927). Abstand zweier Gruppen: nach Newcombe (1998); bei mehreren Paaren "
        "teilen sie sich den Fehler (Bonferroni).",
        "Vier-Fünftel-Regel: niedrigste Quote geteilt durch die höchste. Sie ist eine Faustregel. Der Fehlalarm ist genau "
        "berechnet für Gruppen dieser Größe mit derselben Quote.",
        "Was eine Gruppe verrät: Fläche unter der ROC-Kurve. Jede Hälfte der Personen wird nach dem beurteilt, was die andere "
        "zeigt.",
        "Regeln des Kodex: mit 99 % Sicherheit. Verletzt ist eine Regel erst, wenn der ganze Bereich jenseits der Grenze liegt.",
        f"Gruppen mit weniger als {number(smallest)} Personen sind verborgen, und so viele weitere, dass sie sich nicht aus "
        "Summen berechnen lassen. Unter 30 Personen steht „zu klein“: Dann ist ein Urteil nicht möglich.",
        "Im Bericht stehen keine einzelnen Personen.",
    )
