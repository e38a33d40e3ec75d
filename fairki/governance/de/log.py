"""German of the log of a wrong decision."""

from fairki.speech import count_of

KINDS = {
    "freigabe": "Freigabe",
    "aenderung": "Änderung",
    "alarm": "Alarm",
    "nachgesehen": "Nachgesehen",
    "wert": "Vorschlag",
    "entscheidung": "Entscheidung",
    "beschwerde": "Einspruch",
}
"""What an entry tells of."""
BREAKS = {
    "ohne_freigabe": "eine Änderung ohne Freigabe",
    "alarm_liegt": "ein Alarm ohne Antwort",
    "durchgewinkt": "Absagen ohne Zeit zum Lesen",
}
"""How the chain can break."""
SYSTEM, MONITOR = "Auswahlhilfe", "Überwachung"
FORM, ARRIVALS, RATES = "Formular", "Eingang", "Quoten"
APPLICANT = "Bewerberin"
MAY_SORT = "Die Auswahlhilfe darf Bewerbungen ordnen."
SHORTER = "Das Formular für Teilzeit wird kürzer. Zwei Felder fallen weg."
NOTHING_CAME = "Heute kam keine einzige Bewerbung an."
RUNS_AGAIN = "Die Website war gestört. Sie läuft wieder."
OBJECTION = "„Ich erfülle alles, was in der Anzeige steht. Warum die Absage?“"
APPROVED = "Das kürzere Formular ist geprüft und freigegeben."
BEYOND_LIMIT = "Der Abstand der Quoten liegt über der Grenze."


def case(number: int) -> str:
    """An application by its number."""
    return f"Bewerbung {number}"


def proposal(points: int) -> str:
    """What the program proposes."""
    return f"{points} von 100 Punkten, Vorschlag: Absage."


def confirmed(cases: int, minutes: int) -> str:
    """Many proposals become decisions at once."""
    return (
        f"{count_of(cases, 'Vorschlag', 'Vorschläge')} in {count_of(minutes, 'Minute', 'Minuten')} bestätigt. "
        "Auch diese Absage ist dabei."
    )
