"""All German that the blocks say from Python; what their scripts say stands in ``fairki/web/texts``."""

import re
from collections.abc import Callable, Sequence

from fairki import speech

ANSWER_AGAIN = "Bitte antworten Sie noch einmal."
REVEAL = "Auflösen"
CHOICES = (("ja", "Einladen"), ("nein", "Absagen"))
"""Value → text of the button, for decisions on cards."""

PROMISE = (
    "<p>Ihre Antworten bleiben in diesem Browser. Zum Prüfen gehen sie an den Kurs und werden dort nicht"
    " gespeichert. Erst wenn Sie am Ende auf"
    " „Abgabe speichern“ klicken, entsteht eine Datei auf Ihrem Gerät. Sie enthält Ihre Antworten,"
    " aber nicht Ihren Namen.</p>"
)
FINISH = "Prüfen und abgeben"
OFFER = "Unter jeder Aufgabe können Sie jetzt den Lösungsweg aufklappen."
COMPARE = "Vergleichen Sie Ihre Antwort mit dem Lösungsweg."
RESOLVED = "Unter jeder Aufgabe steht jetzt ein Lösungsweg. Springen Sie zu:"
STILL_MISSING = "Bei diesen Aufgaben steht, was noch fehlt:"
SAVED = "Die Datei liegt jetzt bei Ihren Downloads."
SAVE_AGAIN = "Sie können jederzeit noch einmal speichern."
SEEN = "In der Datei steht: Lösung angesehen."

NO_ANSWER_YET = "Hier fehlt noch Ihre Antwort."
FREE_TEXT = "Freie Texte liest Ihre Kursleitung."
FILLED = "Ob die Antwort stimmt, sehen Sie nach der Abgabe."


def no_question(line: str) -> tuple[str, str]:
    """A cell before an answer asks nothing; ``line`` is its first."""
    return (
        f"Vor einer Antwort fehlt die Frage. Die Zelle davor beginnt so: „{line}“.",
        "Schreiben Sie die Frage dort in eine eigene Zeile, zwischen je zwei Sternchen: **Was fällt auf?**",
    )


TOO_LITTLE_MEMORY = (
    "Für diese Datei reicht der Arbeitsspeicher nicht. Nehmen Sie eine Tabelle mit weniger Zeilen oder nur mit den Spalten,"
    " die Sie brauchen."
)


def too_large(most: int) -> str:
    """A file that is larger than ``most`` bytes."""
    return (
        f"Die Datei ist zu groß. Hier gehen höchstens {speech.number(most / 1e6)} MB. "
        "Lassen Sie Spalten weg, die Sie nicht brauchen."
    )


NO_ANSWER = "keine Antwort"
NO_ENTRIES = "ohne Angaben"

_QUOTED = re.compile(r"„([^„“]+)“")
_BLANK_IN_BRACKETS = re.compile(r"“ \(\w+\)")


def refused(label: str) -> str:
    """An answer that does not fit the block with this name ("": it has none)."""
    return f"Die Antwort passt nicht zu {f'„{label}“' if label else 'dieser Frage'}."


def all_answered(count: int) -> str:
    """Every question has an answer."""
    return f"Alle {speech.number(count)} Aufgaben sind beantwortet. Sie können abgeben."


def unanswered(titles: Sequence[str]) -> str:
    """Questions that are handed in without an answer."""
    return f"Ohne Antwort sind noch: {', '.join(titles)}."


def read_on(module: int, unit: str, title: str) -> str:
    """Where to read on."""
    return f"Modul {module}, Einheit {unit}: „{title}“"


def requoted(text: str, word: Callable[[str], str]) -> str:
    """``text`` with ``word(key)`` in place of each key that it quotes."""
    return _QUOTED.sub(lambda quoted: f"„{word(quoted[1])}“", text)


def without_blanks(text: str) -> str:
    """``text`` without the names of blanks that stand in brackets behind what it quotes."""
    return _BLANK_IN_BRACKETS.sub("“", text)
