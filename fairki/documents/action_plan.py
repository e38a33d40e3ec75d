"""The action plan: commitments, the room for experiments, what the firm says outside, and when it looks again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fairki import company, speech
from fairki.documents.layout import Heading, Items, Part, Prose, Table
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.speech import day

KEY, ROOM, SENTENCES, AGAIN = "07.zusagen", "07.raum", "07.saetze", "07.wieder"
FIELDS = [
    ["was", "Was sagen wir zu?", "Eine Sache, die man sehen kann."],
    ["wer", "Wer kümmert sich?", "Eine Rolle genügt, zum Beispiel „Leitung Personal“."],
    [
        "zeichen",
        "Woran merken wir, dass es gelungen ist?",
        "Etwas, das auch andere sehen oder zählen können.",
    ],
]
"""Name in the store, question, hint."""
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
"""Rules for trying things safely: stored value → sentence."""
TIMES = {
    "3": "in drei Monaten",
    "6": "in sechs Monaten",
    "12": "in einem Jahr",
}
"""When to look again: stored value → words."""
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
"""Occasion → what the company says outside; taken over as it is, it says nothing about anybody else."""


@dataclass(frozen=True)
class Commitment:
    """What somebody promises; a text is "" and the day None where nothing was entered."""

    what: str
    who: str
    until: dt.date | None
    sign: str

    @property
    def missing(self) -> list[str]:
        """What is not said yet, in German."""
        parts = {"wer sich kümmert": self.who, "bis wann": self.until, "woran man es merkt": self.sign}
        return [name for name, value in parts.items() if not value]


def commitments(value: Any) -> list[Commitment]:
    """The commitments in a value of the browser store; rows without a promise are left out.

    Raises:
        BadAnswerError: it does not have the form of a plan, or names a day that does not exist.
    """
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise BadAnswerError("Die Zusagen sind beschädigt.", "Schreiben Sie sie bitte neu auf.")
    rows = [
        Commitment(_line(row, "was"), _line(row, "wer"), _day(row), _line(row, "zeichen")) for row in value
    ]
    return [row for row in rows if row.what]


def line(answers: Mapping[str, Any]) -> str:
    """The commitments in one line, "" without one. Raises BadAnswerError."""
    made = commitments(answers.get(KEY, []))
    if not made:
        return ""
    whole = sum(not one.missing for one in made)
    return f"Zusagen: {len(made)}, davon {whole or 'keine'} mit Person, Termin und Zeichen"


def room_line(answers: Mapping[str, Any]) -> str:
    """The room for experiments in one line, "" without one. Raises BadAnswerError."""
    chosen = room(answers)
    return f"Raum für Experimente: {speech.count_of(len(chosen), 'Regel', 'Regeln')}" if chosen else ""


def sentences_line(answers: Mapping[str, Any]) -> str:
    """What the firm says outside in one line, "" if nothing. Raises BadAnswerError."""
    own = [sentence for sentence in _sentences(answers) if sentence not in EXAMPLE_SENTENCES.values()]
    return "Nach außen: eigene Sätze" if own else ""


def room(answers: Mapping[str, Any]) -> list[str]:
    """The chosen rules of the room for experiments, as sentences. Raises BadAnswerError."""
    chosen = answers.get(ROOM, [])
    if not isinstance(chosen, list) or not all(isinstance(one, str) and one in RULES for one in chosen):
        raise BadAnswerError("Die Regeln für Experimente sind beschädigt.", "Wählen Sie sie bitte neu aus.")
    return [sentence for name, sentence in RULES.items() if name in chosen]


def _sentences(answers: Mapping[str, Any]) -> list[str]:
    text = answers.get(SENTENCES, "")
    if not isinstance(text, str):
        raise BadAnswerError("Ihre Sätze nach außen sind beschädigt.", "Schreiben Sie sie bitte neu.")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _line(row: Mapping[str, Any], name: str) -> str:
    text = row.get(name, "")
    if not isinstance(text, str):
        raise BadAnswerError("Eine Angabe in den Zusagen ist kein Text.", "Schreiben Sie sie bitte neu.")
    return " ".join(text.split())


def _day(row: Mapping[str, Any]) -> dt.date | None:
    if "bis" not in row:
        return None
    try:
        return dt.datetime.strptime(row["bis"], "%Y-%m-%d").date()
    except (TypeError, ValueError) as error:
        raise BadAnswerError(
            "Eine Zusage nennt einen Tag, den es nicht gibt.", "Wählen Sie den Tag bitte neu."
        ) from error


def _parts(answers: Mapping[str, Any]) -> list[Part]:
    made, rules, sentences = commitments(answers.get(KEY, [])), room(answers), _sentences(answers)
    again = answers.get(AGAIN)
    if again is not None and (not isinstance(again, str) or again not in TIMES):
        raise BadAnswerError("Die Angabe zum nächsten Hinsehen ist beschädigt.", "Wählen Sie sie bitte neu.")
    parts: list[Part] = []
    if made:
        rows = tuple(
            (
                one.what,
                one.who or "noch offen",
                day(one.until) if one.until else "noch offen",
                one.sign or "noch offen",
            )
            for one in made
        )
        columns = ("Was?", "Wer?", "Bis wann?", "Woran merken wir es?")
        parts += [Heading("Unsere Zusagen", 2), Table(columns, rows, (4.5, 3, 2.6, 4))]
    if sentences:
        parts += [Heading("Das sagen wir nach außen", 2), Items(tuple(sentences))]
    if rules:
        parts += [Heading("Unser Raum für Experimente", 2), Items(tuple(rules))]
    if again:
        parts += [
            Heading("Wir sehen wieder hin", 2),
            Prose(
                f"Spätestens {TIMES[again]}, und immer dann, wenn sich ein System, die Daten oder die Aufgabe ändert."
            ),
        ]
    return parts


SECTION = Section("Aktionsplan", "Modul 7, Einheit „Drei Zusagen“", (KEY, SENTENCES, ROOM, AGAIN), _parts)
