"""German of the survey: who is asked, what, and what people write."""

OFFICE, WORKSHOP, TEMPORARY, CUSTOMERS = "Büro", "Werkstatt", "Leiharbeit", "Kundinnen und Kunden"
QUESTIONS = {
    "verstaendlich": "Ich verstehe, wie die KI zu ihrem Ergebnis kommt.",
    "fair": "Ich fühle mich von der KI fair behandelt.",
}
THEMES = {
    "unverstaendlich": (
        "Ich verstehe es nicht",
        (
            "Ich weiß nicht, wie das Programm auf mein Ergebnis kommt.",
            "Die Begründung war ein Satz. Damit kann ich nichts anfangen.",
            "Zu viele Fachwörter. Bitte einfacher erklären.",
        ),
    ),
    "nicht_gewusst": (
        "Ich wusste nichts davon",
        (
            "Ich wusste gar nicht, dass hier KI mitentscheidet.",
            "Davon habe ich erst durch diese Umfrage erfahren.",
            "Warum sagt uns das keiner vorher?",
        ),
    ),
    "angst": (
        "Ich habe Angst vor Nachteilen",
        (
            "Wer sich beschwert, fällt auf. Das lasse ich lieber.",
            "Ich habe Sorge, dass das Programm meine Arbeit überwacht.",
            "Ich schreibe das nur, weil kein Name dabeisteht.",
        ),
    ),
    "mensch": (
        "Ich möchte mit einem Menschen sprechen",
        (
            "Ich hätte gern mit jemandem gesprochen.",
            "Am Telefon kam immer nur die Maschine.",
            "Ein Mensch hätte meinen Fall verstanden.",
        ),
    ),
    "zufrieden": (
        "Ich bin zufrieden",
        (
            "Geht schneller als früher. Gut so.",
            "Ich habe in zwei Tagen Antwort bekommen, prima.",
            "Das Ergebnis passte, und der Grund stand dabei.",
        ),
    ),
}
"""Theme → its name, and sentences about it as people write them."""
