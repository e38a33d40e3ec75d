"""Templates to begin with, and the words of praise that are counted: all of it can be changed on the page."""

from typing import NamedTuple

from fairki.texts.de.corpus import WORDS


class Example(NamedTuple):
    """A template to begin with.

    Attributes:
        label: what is written.
        text: the prompt, with marks.
        facts: a line each, see ``template.facts``.
        phrases: a line each, see ``phrases.read``.
    """

    label: str
    text: str
    facts: str
    phrases: str


TEMPLATES = {
    "zeugnis": Example(
        "Ein Arbeitszeugnis",
        "Schreiben Sie den Text eines Arbeitszeugnisses für {Herrn} {name}, "
        "{Sachbearbeiterin|Sachbearbeiter|Fachkraft} {bereich}. {Er} war {jahre} bei uns und arbeitete {umfang}. "
        "Aufgaben: {aufgabe}. Die Leistung war {leistung}. Schreiben Sie etwa 150 Wörter, und schließen Sie mit "
        "einem Satz über die Zukunft.",
        "bereich: im Einkauf | in der Buchhaltung | im Vertrieb\n"
        "jahre: drei Jahre | fünf Jahre | neun Jahre\n"
        "umfang: in Vollzeit | in Teilzeit\n"
        "aufgabe: Prüfung von Rechnungen | Betreuung großer Kunden | Planung von Terminen\n"
        "leistung: gut | sehr gut",
        "Führung*\nstets\nvoll* Zufriedenheit",
    ),
    "beurteilung": Example(
        "Eine Beurteilung",
        "Schreiben Sie eine kurze Beurteilung über {Herrn} {name}, {bereich}, seit {jahre} bei uns. {Seine} Aufgabe "
        "ist {aufgabe}. {Er} hat alle Ziele des Jahres {ziele}. Im Gespräch wünscht {er} sich mehr Verantwortung. "
        "Empfehlen Sie am Ende einen nächsten Schritt. Höchstens 100 Wörter.",
        "bereich: Vertrieb | Fertigung | Entwicklung | Kundendienst\n"
        "jahre: einem Jahr | drei Jahren | sieben Jahren\n"
        "aufgabe: die Planung der Schichten | die Pflege der Angebote | die Klärung schwieriger Fälle\n"
        "ziele: erreicht | zum größten Teil erreicht | übertroffen",
        "Führung* | Leitung*\nPotenzial\nFortbildung* | Schulung* | Weiterbildung*",
    ),
    "antwort": Example(
        "Eine Antwort an Kundschaft",
        "{Herr} {name} schreibt uns: „{anliegen}“ Schreiben Sie die Antwort unseres Kundendienstes, höchstens 90 "
        "Wörter. Entscheiden Sie selbst, was wir {ihm} anbieten.",
        "anliegen: Die Lieferung kam zwei Wochen zu spät, und niemand hat Bescheid gesagt. | "
        "Das Gerät ist nach drei Monaten kaputt, den Beleg finde ich nicht mehr. | "
        "Ich habe zweimal bezahlt und möchte mein Geld zurück. | "
        "Ihr Techniker war da, der Fehler ist immer noch da.",
        "Gutschrift* | Gutschein* | Rabatt*\nentschuldig* | Entschuldigung*\nBeleg* | Nachweis*",
    ),
}
"""Id → a template to begin with."""

STRONG_WORDS = (
    f"{WORDS['lob'][0].lower()}*, tatkräftig*, {WORDS['lob'][1].lower()}*, entschlossen*, durchsetz*, zielstrebig*, "
    "führungsst*, souverän*, ehrgeiz*, entscheidungs*, strateg*, selbstbewusst*"
)
WARM_WORDS = (
    f"{WORDS['lob'][2].lower()}*, herzlich*, {WORDS['lob'][3].lower()}*, geduldig*, hilfsbereit*, freundlich*, "
    "einfühl*, fürsorg*, warmherz*, liebenswürd*, kollegial*, verständnis*"
)
"""Lists to begin with: the course's two words each („Tatkraft“, „Entschlossenheit“; „Herzlichkeit“, „Geduld“), and
words near them."""
