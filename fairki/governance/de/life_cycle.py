"""German of a system's life: its phases, their gates, its end."""

from collections.abc import Sequence

from fairki.speech import count_of

PHASES = {
    "freigabe": ("Freigabe", "Freigabe", "Darf das System in Betrieb gehen?"),
    "betrieb": ("Betrieb", "Überwachung", "Darf das System weiterlaufen?"),
    "aenderung": ("Änderung", "Weiterentwicklung", "Ist das neue System so gut wie das alte?"),
    "abschaltung": ("Abschaltung", "Weiterentwicklung", "Was bleibt zurück, und wer räumt auf?"),
}
"""Phase → its name, the process of the course that belongs to it, and what has to be clear at its gate."""
SHUTDOWN = {
    "daten": "Welche Daten werden gelöscht, welche bleiben, und wie lange?",
    "faelle": "Wer bringt Fälle und Einsprüche zu Ende, die noch offen sind?",
    "betroffene": "Wer sagt den Betroffenen und den Beschäftigten Bescheid?",
    "ersatz": "Wer erledigt die Aufgabe ab morgen, und wie?",
    "register": "Wer trägt das System im Register aus?",
}
NOTHING_TO_CHECK = "Im Kodex steht nichts, was hier zu prüfen wäre."
BAD_LIST = ("Diese Liste zur Abschaltung passt nicht zum Kurs.", "Bitte kreuzen Sie noch einmal an.")


def nobody_decides(task: str) -> str:
    """A gate without a keeper."""
    return f"Niemand entscheidet an diesem Tor: „{task}“ ist noch nicht vergeben."


def loose(numbers: Sequence[int]) -> str:
    """Rules of a gate that are not anchored."""
    rules = count_of(len(numbers), "Regel ist", "Regeln sind")
    return f"{rules} nicht verankert: Nr. {', '.join(map(str, numbers))}."
