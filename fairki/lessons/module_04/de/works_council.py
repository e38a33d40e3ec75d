"""German of the situations in which the works council has a say, or none is needed."""

from typing import NamedTuple

from fairki.reference import Law

LABEL = "Fünf Lagen"
HAPPENS = "Das geschieht"
STEPS = [
    ["informieren", "Früh unterrichten und beraten", ""],
    ["mitbestimmen", "Erst einigen, dann starten", ""],
    ["zustimmen", "Zustimmung zu den Richtlinien holen", ""],
    ["fachleute", "Fachliche Hilfe dazuholen", ""],
    ["nichts", "Hier ist nichts nötig", ""],
]


class Situation(NamedTuple):
    """What happens, which of ``STEPS`` fits, the statement of the law behind it ("" for none) and what it means."""

    title: str
    happens: str
    step: str
    law: str
    means: str


SITUATIONS = {
    "planung": Situation(
        "Ein Plan",
        "Die Firma plant: Im nächsten Jahr soll KI die Anfragen im Lager ordnen. Gekauft ist noch nichts.",
        "informieren",
        "planung",
        "Der Betriebsrat kann Vorschläge machen, solange sie noch etwas ändern.",
    ),
    "gespraeche": Situation(
        "Gespräche am Telefon",
        "Ein Programm soll zählen, wie lange jede Kollegin und jeder Kollege telefoniert.",
        "mitbestimmen",
        "mitbestimmung",
        "Mitbestimmen heißt: Die Firma entscheidet das nicht allein. Der Betriebsrat kann auch Nein sagen.",
    ),
    "richtlinie": Situation(
        "Eine neue Richtlinie",
        "Die Personalabteilung schreibt auf, wonach sie künftig auswählt. Eine KI hilft beim Schreiben der Richtlinie.",
        "zustimmen",
        "auswahlrichtlinien",
        "Zustimmung heißt: Ohne ein Ja geht es nicht.",
    ),
    "rat": Situation(
        "Niemand kennt sich aus",
        "Der Betriebsrat soll ein KI-System beurteilen. Mit der Technik hatte dort noch niemand zu tun.",
        "fachleute",
        "sachverstand",
        "Um die Frage, ob das nötig ist, muss man dann nicht mehr streiten.",
    ),
    "wetter": Situation(
        "Das Wetter auf dem Bildschirm",
        "Im Eingang zeigt ein Bildschirm die Vorhersage eines Wetterdienstes. Über Beschäftigte erfasst er nichts.",
        "nichts",
        "",
        "Er ändert keine Arbeit und überwacht niemanden. Nicht jedes Programm ist ein Fall für den Betriebsrat.",
    ),
}
"""Situation → what it asks for; one of them for nothing."""


def why(one: Situation, law: Law | None) -> str:
    """What the law says of a situation and where it stands, and what that means."""
    return one.means if law is None else f"{law.text} ({law.citation}) {one.means}"
