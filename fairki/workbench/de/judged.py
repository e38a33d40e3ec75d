"""The Kodex on own data: how decisions are called in the sentences of the checks, and what rules would need."""

from fairki.workbench.de.figures import crossed as crossed

ANYTHING_ELSE = "Diese Regel braucht mehr, als in einer Tabelle mit Entscheidungen steht."
_STECKBRIEF = "Das steht nicht in den Daten, sondern im Steckbrief des Systems:"
NEEDS = {
    "kreuzungen": "Diese Regel braucht zwei Spalten mit Gruppen.",
    "chancengleichheit": "Diese Regel braucht eine Spalte, in der steht, was am Ende wirklich zutraf.",
    "gleicher_punktwert": (
        "Diese Regel braucht zwei Spalten: eine mit der Punktzahl und eine, in der steht, was am Ende wirklich zutraf."
    ),
    "lernziel": f"{_STECKBRIEF} woraus das System gelernt hat.",
    "mindestgruppe": "Diese Regel braucht die Daten, aus denen das System gelernt hat.",
    "verbotenes_merkmal": (
        "Diese Regel braucht die Liste der Angaben, die das System nutzt. Welche Spalten dieser Tabelle eine Gruppe "
        "verraten, steht weiter oben."
    ),
    "mensch_an_der_grenze": f"{_STECKBRIEF} wie viele Fälle ein Mensch entscheidet.",
    "begruendung": f"{_STECKBRIEF} welche Begründung Abgelehnte bekommen.",
    "hinweis": f"{_STECKBRIEF} wann die Betroffenen von der KI erfahren.",
    "einspruch": f"{_STECKBRIEF} wie lange ein Einspruch möglich ist.",
    "datensparsamkeit": f"{_STECKBRIEF} welche Angaben das System nutzt.",
    "ueberwachung": f"{_STECKBRIEF} wie oft jemand die Ergebnisse prüft.",
    "energie": f"{_STECKBRIEF} wie viel Energie das System braucht.",
    "sensible_daten": f"{_STECKBRIEF} ob das System geschützte Angaben nutzt und ob es sie braucht.",
    "keine_heimliche_nutzung": f"{_STECKBRIEF} ob das System im Register steht.",
    "freie_anrede": f"{_STECKBRIEF} ob jemand ein Geschlecht angeben muss.",
}
"""Id of a pattern about decisions → what it would need."""


def positive(good: str) -> str:
    """The good decision, after „werden … %“."""
    return f"mit „{good}“ entschieden"


def deserving(column: str, good: str) -> str:
    """Whom it is for, after „von den“."""
    return f"Personen mit „{good}“ bei „{column}“"
