"""German of the script that calls are checked against."""

POINTS = (
    ("Guten Tag, Sie", "sprechen mit", "dem Kundendienst", "der Firma."),
    ("Darf ich", "Ihre Nummer", "notieren,", "bitte?"),
    ("Nennen Sie", "mir bitte", "Ihren Namen", "und Ihren Betrieb."),
    ("Um welchen", "Artikel geht", "es bei", "Ihrer Frage?"),
    ("Seit wann", "besteht", "das Problem", "bei Ihnen?"),
    ("Haben Sie", "die Anleitung", "schon zur", "Hand?"),
    ("Ich fasse", "Ihr Anliegen", "einmal kurz", "zusammen."),
    ("Wir melden", "uns spätestens", "bis morgen", "Abend."),
    ("Passt Ihnen", "ein Rückruf", "am späten", "Vormittag?"),
    ("Kann ich", "sonst noch", "etwas für", "Sie tun?"),
    ("Sie bekommen", "gleich eine", "Bestätigung", "per E-Mail."),
    ("Vielen Dank", "für Ihren", "Anruf und", "auf Wiederhören."),
)
"""Points of the script, each in its four key parts: the machine recognises a part or not."""

UNHEARD = "…"
"""What a transcript has in place of a part that was not recognised."""


def heard(parts: tuple[str, ...], known: list[bool]) -> str:
    return " ".join(part if recognised else UNHEARD for part, recognised in zip(parts, known, strict=True))
