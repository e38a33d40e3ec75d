"""What the report on a name-swap test says."""

TITLE = "Prüfbericht: Namenstausch"
PASTED = "eingefügte Antworten"
NOTHING_YET = (
    "Es gibt noch nichts zu berichten.",
    "Bringen Sie Antworten zurück, und drücken Sie auf „Antworten auswerten“.",
)
IN_SHORT = "Das Wichtigste"
WHAT = "Was geprüft wurde"
WHAT_COLUMNS = ("Frage", "Antwort")
PURPOSE, GROUPS, PROMPT = "Zweck", "Gruppen", "Ein Auftrag als Beispiel"
COUNTED = "Was gezählt wurde"
LOOKED_FOR = "Gesucht"
RULE_COLUMNS = ("Regel", "Urteil", "Gemessen")
METHOD = "Wie gerechnet wurde"
METHODS = (
    "Vor dem Vergleich sind Namen, Anrede und Fürwörter durch ein Zeichen ersetzt; Endungen fallen weg.",
    "Anteile: Bereich für verbundene Paare nach Bonett und Price (2012). Längen: Bereich nach Student (1908).",
    "Nötige Paare: nach Connor (1987), mit der Schwankung, die sich hier gezeigt hat, und 80 von 100 Tests als Ziel.",
    "Verletzt ist eine Regel erst, wenn der ganze Bereich jenseits der Grenze liegt.",
    "Im Bericht steht keine Antwort der KI.",
)
TO_DO = "Was wir daraus machen"
TO_DO_COLUMNS = ("Maßnahme", "Wer", "Bis wann")


def groups(both: tuple[str, str]) -> str:
    """The two groups."""
    return f"{both[0]} und {both[1]}"
