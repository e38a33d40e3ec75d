"""German of „Braucht es hier KI?“."""

QUESTIONS = {
    "problem": (
        "Löst die KI hier ein Problem, das jemand wirklich hat?",
        "Fragen Sie die Menschen, die damit arbeiten sollen, was ihnen fehlt.",
    ),
    "einfacher": (
        "Reicht auch ein einfaches Mittel: eine Vorlage, eine feste Regel, eine Suche, ein Gespräch?",
        "Probieren Sie zuerst das einfache Mittel aus, zwei Wochen lang.",
    ),
    "fehler": (
        "Fällt ein Fehler rechtzeitig auf, und kann ihn jemand beheben?",
        "Legen Sie fest, wer Ergebnisse prüft und wie man Fehler meldet.",
    ),
    "daten": (
        "Dürfen Sie die nötigen Daten dafür verwenden?",
        "Klären Sie das mit der Person, die bei Ihnen für Datenschutz zuständig ist.",
    ),
    "offen": (
        "Könnten Sie es den Betroffenen offen sagen?",
        "Schreiben Sie den Hinweis für die Betroffenen. Dann sehen Sie, ob Sie dazu stehen.",
    ),
    "kuemmern": (
        "Hat jemand die Zeit und den Auftrag, sich darum zu kümmern?",
        "Nennen Sie eine zuständige Person und geben Sie ihr Zeit dafür.",
    ),
    "aufwand": (
        "Ist der Nutzen den Aufwand wert: Geld, Strom, Arbeit?",
        "Schätzen Sie beides grob. Vielleicht genügt ein kleineres Modell, oder es genügt einmal pro Woche.",
    ),
}
"""Question → how it is asked, and what to find out or to change."""
BAD_ANSWERS = ("Diese Antworten passen nicht zu den Fragen.", "Bitte antworten Sie noch einmal.")
