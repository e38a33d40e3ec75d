"""German of the page with which learners get their hand-in back."""

KIND = "Rückmeldung"
SEEN = "Lösung angesehen:"
SEEN_MEANS = "Vor dieser Abgabe wurden die Lösungswege geöffnet. An den Punkten ändert das nichts."
NOTICED = "Beim Ausführen ist etwas aufgefallen"
AT_A_GLANCE = "Auf einen Blick"
TASK = "Aufgabe"
POINTS = "Punkte"
STATE = "Stand"
STILL_OPEN = "Noch offen"
YOUR_ANSWER = "Ihre Antwort"
NO_ANSWER = "Hier lag keine Antwort vor."
MISSING = "Was noch fehlt"
ALL_RIGHT = "Alles richtig."
COMMENT = "Kommentar Ihrer Kursleitung"

OPEN = "noch offen: Das bewertet Ihre Kursleitung."
STATES = ("noch nicht", "teilweise", "vollständig")
"""What the points for an answer mean: none of them; some; all."""


def heading(title: str) -> str:
    """The title of the browser's tab."""
    return f"{KIND}: {title}"


def points(score: str, most: str) -> str:
    """Points of those that can be reached, in the table."""
    return f"{score} von {most}"


def in_all(score: str, most: str) -> str:
    """The same with the word."""
    return f"{score} von {most} Punkten"


def still_open(most: str) -> str:
    """Points of an answer that waits for a person."""
    return f"{most} Punkte sind noch offen: Diese Antwort bewertet Ihre Kursleitung."


def for_you(pseudonym: str) -> str:
    """Whose page it is, and who does not see it."""
    return f"Abgabe {pseudonym}. Diese Seite ist für Sie. Ihre Vorgesetzten bekommen keine Punkte zu sehen."
