"""German of the feedback plan."""

from fairki import company

_PEOPLE = company.current().people
DECISIONS: dict[str, tuple[str, str, dict[str, str], str]] = {
    "frist": (
        "Wie lange ist ein Einspruch möglich?",
        "Frist für den Einspruch",
        {"14": "14 Tage", "30": "30 Tage", "90": "3 Monate", "offen": "ohne Frist"},
        "",
    ),
    "eingang": (
        "Bis wann bestätigen wir, dass der Einspruch da ist?",
        "Bestätigung",
        {"1": "am nächsten Arbeitstag", "3": "nach 3 Arbeitstagen", "7": "nach einer Woche"},
        "",
    ),
    "antwort": (
        "Bis wann bekommt die Person eine Antwort?",
        "Antwort",
        {"7": "nach 7 Tagen", "14": "nach 14 Tagen", "30": "nach 30 Tagen"},
        "",
    ),
    "umfrage": (
        "Wie oft fragen wir die Betroffenen, auch die Stillen?",
        "Umfrage",
        {"3": "alle 3 Monate", "6": "alle 6 Monate", "12": "einmal im Jahr"},
        "",
    ),
    "annahme": (
        "Wer nimmt Einsprüche an und antwortet?",
        "Annahme und Antwort",
        {},
        f"Name und Rolle, zum Beispiel: {_PEOPLE.hr.signed}.",
    ),
    "pruefung": (
        "Wer prüft den Einspruch, ohne vorher entschieden zu haben?",
        "Prüfung",
        {},
        f"Zum Beispiel: {_PEOPLE.it.signed}, zusammen mit {_PEOPLE.council.signed}.",
    ),
    "regel": (
        "Wer fragt nach jedem berechtigten Einspruch: Welche Regel fehlt?",
        "Vom Einspruch zur Regel",
        {},
        "Zum Beispiel: der KI-Ethikrat in seiner nächsten Sitzung.",
    ),
}
"""What there is to settle → the question, its name in the plan, option → words, and a hint for a line of one's own."""
