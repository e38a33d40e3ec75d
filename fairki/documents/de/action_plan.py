"""The action plan in words."""

from fairki import company, manifest
from fairki.documents.de import shared

TITLE = "Aktionsplan"
PLACE = manifest.place("07.4")

FIELDS = {
    "was": ("Was sagen wir zu?", "Eine Sache, die man sehen kann."),
    "wer": ("Wer kümmert sich?", "Eine Rolle genügt, zum Beispiel „Leitung Personal“."),
    "zeichen": (
        "Woran merken wir, dass es gelungen ist?",
        "Etwas, das auch andere sehen oder zählen können.",
    ),
}
"""Name in the store → question, hint."""
DAY = "Bis wann?"
ROWS = ("Erste Zusage", "Zweite Zusage", "Dritte Zusage")
RULES = {
    "daten": "Wir nehmen nur erfundene oder dafür freigegebene Daten.",
    "menschen": "Kein Versuch entscheidet über einen Menschen.",
    "ende": "Jeder Versuch hat einen Anfang und ein Ende.",
    "sichtbar": "Alle im Team wissen, was gerade ausprobiert wird.",
    "freiwillig": "Mitmachen ist freiwillig, auch das Aufhören.",
    "person": "Eine Person ist da, die man fragen kann.",
    "fehler": "Wir erzählen auch von dem, was nicht geklappt hat.",
    "danach": "Am Ende entscheiden wir gemeinsam: aufhören, ändern oder freigeben.",
}
NO_COMMITMENT = "Noch keine Zusage."
TIMES = {
    "3": "in drei Monaten",
    "6": "in sechs Monaten",
    "12": "in einem Jahr",
}
HR = company.current().people.hr.name
EXAMPLE_SENTENCES = {
    "text": f"Diesen Text hat ein KI-Programm entworfen. {HR} hat ihn geprüft und verantwortet ihn.",
    "bild": "Dieses Bild hat ein KI-Programm erzeugt. Es zeigt keine wirklichen Menschen.",
    "chat": "Hier antwortet ein Programm. Sie möchten lieber mit einem Menschen sprechen? Rufen Sie uns an, werktags "
    "von 9 bis 15 Uhr.",
    "auswahl": "Ein Programm schlägt uns eine Reihenfolge der Bewerbungen vor. Über jede Einladung entscheidet ein "
    f"Mensch. Sie haben Fragen oder widersprechen? Schreiben Sie an {HR}.",
    "uebersetzung": "Diese Seite hat ein Programm übersetzt. Fehler können vorkommen. Es gilt die deutsche Fassung.",
    "werte": "Bei uns entscheidet kein Programm allein über eine Bewerbung. Zweimal im Jahr prüfen wir, ob das stimmt. "
    "Das Ergebnis steht auf dieser Seite.",
}

MISSING = {"wer": "wer sich kümmert", "bis": "bis wann", "zeichen": "woran man es merkt"}
"""Field of a commitment → what is not said yet."""

COMMITMENTS = "Unsere Zusagen"
COLUMNS = ("Was?", "Wer?", "Bis wann?", "Woran merken wir es?")
OUTSIDE = "Das sagen wir nach außen"
ROOM = "Unser Raum für Experimente"
AGAIN = "Wir sehen wieder hin"
OWN_SENTENCES = "Nach außen: eigene Sätze"

COMMITMENTS_DAMAGED = ("Die Zusagen sind beschädigt.", "Schreiben Sie sie bitte neu auf.")
RULES_DAMAGED = ("Die Regeln für Experimente sind beschädigt.", "Wählen Sie sie bitte neu aus.")
SENTENCES_DAMAGED = ("Ihre Sätze nach außen sind beschädigt.", "Schreiben Sie sie bitte neu.")
NO_TEXT = ("Eine Angabe in den Zusagen ist kein Text.", "Schreiben Sie sie bitte neu.")
NO_DAY = ("Eine Zusage nennt einen Tag, den es nicht gibt.", "Wählen Sie den Tag bitte neu.")
TIME_DAMAGED = ("Die Angabe zum nächsten Hinsehen ist beschädigt.", "Wählen Sie sie bitte neu.")


def commitments(made: int, whole: int) -> str:
    """The commitments in one line: how many there are, and how many say all that is needed."""
    return f"Zusagen: {made}, davon {whole or 'keine'} mit Person, Termin und Zeichen"


def room(rules: int) -> str:
    """The room for experiments in one line."""
    return f"Raum für Experimente: {shared.rules(rules)}"


def again(when: str) -> str:
    """When to look again."""
    return f"Spätestens {when}, und immer dann, wenn sich ein System, die Daten oder die Aufgabe ändert."


def commitment(what: str, who: str, until: str) -> str:
    """A commitment in one line."""
    return f"{what} (wer: {who}, bis: {until})"
