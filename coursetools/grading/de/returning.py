"""German of how feedback goes back to where the hand-ins came from."""

from fairki import speech

WORKSHEET = ("ID", "Vollständiger Name", "Bewertung", "Bestwertung", "Zuletzt geändert (Bewertung)")
"""Columns of Moodle's worksheet in a German Moodle; it finds them by these names."""
PARTICIPANT = "Teilnehmer/in"
"""What a German Moodle writes in front of a participant's number."""

NOBODY = "Es gibt noch keine Rückmeldung, die zurückgehen kann."
UNKNOWN_REMEDY = "Nennen Sie die Datei oder den Ordner noch einmal: grade QUELLE --rueckgabe. Bewertet wird dabei nichts doppelt."


def packed(number: int, path: str) -> str:
    return f"Rückgabe: {path} ({speech.count_of(number, 'Rückmeldung', 'Rückmeldungen')})"


def ways(platform: str, sheet: str, most: str) -> str:
    """What to do with the file on the platform that the hand-ins came from; "" if that depends."""
    if platform == "Moodle":
        return (
            "  In Moodle: bei der Aufgabe „Mehrere Feedbackdateien in einer Zip-Datei hochladen“."
            f" Die Punkte stehen in {sheet}: „Bewertungstabelle hochladen“."
            f" Als Höchstpunktzahl muss dort {most} stehen und als Sprache Deutsch eingestellt sein."
        )
    if platform == "ILIAS":
        return "  In ILIAS: bei der Übungseinheit die Rückmeldungen für alle auf einmal hochladen (Multi-Feedback)."
    return ""


def waiting(number: int) -> str:
    return (
        f"  {speech.count_of(number, 'Abgabe hat', 'Abgaben haben')} noch offene Antworten."
        " Solche Abgaben stehen ohne Punkte in der Tabelle, bis Sie sie von Hand bewertet haben."
    )


def unknown(number: int) -> str:
    return (
        f"Bei {speech.count_of(number, 'Abgabe', 'Abgaben')} weiß der Kurs nicht, wo sie"
        f" {'lag' if number == 1 else 'lagen'}. {UNKNOWN_REMEDY}"
    )
