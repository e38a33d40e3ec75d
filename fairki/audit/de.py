"""German of the audit: the columns of its tables, and the sentence under a score."""

from fairki.speech import count_of, number

RULE, SYSTEM = "Regel", "System"
NUMBER, RESULT, WHY, AFFECTED = "Nummer", "Ergebnis", "Warum", "Betroffene"
PLANTED, FOUND, MISSED, ACCUSED = "Fehler", "Gefunden", "Übersehen", "Zu Unrecht beanstandet"
NO_RULES = "Ihr Kodex hat keine Regel: Er beanstandet nichts, findet aber auch keinen Fehler."

NO_RULES_HERE = (
    "Ihr Kodex hat keine Regel für diese Systeme: Er beanstandet nichts, findet aber auch keinen Fehler."
)
NOT_CONCERNED = "–"


def result(planted: int, found: int, accused: int, systems: int) -> str:
    """What a Kodex found and accused wrongly; the sentence has no end yet."""
    return (
        f"Ihr Kodex findet {number(found)} von {count_of(planted, 'Fehler', 'Fehlern')} und beanstandet "
        f"{number(accused)} von {count_of(systems, 'System', 'Systemen')} zu Unrecht"
    )


def too_strict(result: str) -> str:
    """Many are accused wrongly."""
    return f"{result}: Wer so viel beanstandet, trifft auch Fehler, hilft aber niemandem, sie zu erkennen."


def too_lax(result: str) -> str:
    """Many faults are missed."""
    return (
        f"{result}: Für mehr als die Hälfte der Fehler fehlt noch eine Regel, oder ihre Grenze ist zu weit."
    )


def neither(result: str) -> str:
    """A sentence without more."""
    return f"{result}."
