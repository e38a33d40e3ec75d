"""Words that several documents share, and those of the page itself."""

from fairki import speech

OPEN = "noch offen"
CONTENTS = "Inhalt"
THOUGHTS = "Unsere Überlegungen"
OPEN_POINTS = "Offene Punkte"
SIGNED_BY = "Beschlossen von"
SIGNATURE = ("Name und Rolle", "Datum", "Unterschrift")
NO_ADVICE = "Orientierung, keine Rechtsberatung."
ORIGIN = f"Entstanden im Kurs „Fairer und kluger KI-Einsatz“. {NO_ADVICE}"
RULE_COLUMNS = ("Nr.", "Regel", "Zuständig", "Meldeweg")

PAGE = "Seite "
"""Before the number of a page; ``OF`` stands between it and their number."""
OF = " von "


def footer(title: str, day: str, firm: str = "") -> str:
    """What stands at the foot of each page; ``firm``: the own company, if there is one."""
    return " · ".join(part for part in (firm, title, f"Stand: {day}") if part)


def cut(title: str) -> str:
    """Where something stands whole that the first page shortens."""
    return f"Gekürzt. Alles steht im Teil „{title}“."


def rules(count: int) -> str:
    """``3 Regeln``."""
    return speech.count_of(count, "Regel", "Regeln")


def changes(count: int) -> str:
    """``1 Änderung``."""
    return speech.count_of(count, "Änderung", "Änderungen")


def systems(count: int) -> str:
    """``3 Systeme``."""
    return speech.count_of(count, "System", "Systeme")


def of_rules(numbers: list[str]) -> str:
    """``Regeln 1, 3``."""
    return f"{'Regel' if len(numbers) == 1 else 'Regeln'} {', '.join(numbers)}"
