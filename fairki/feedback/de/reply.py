"""German of replies to rejected people: what the look searches for in a text, and what it says about it."""

import re
from collections.abc import Sequence

from fairki.speech import number

HEAVY = (
    "anbetracht",
    "aufgrund",
    "beabsichtigt",
    "berücksichtigung",
    "betreffend",
    "bezüglich",
    "diesbezüglich",
    "gemäß",
    "hinsichtlich",
    "nachstehend",
    "obliegt",
    "seitens",
    "unsererseits",
    "vorbehaltlich",
    "zwecks",
)
"""Words of the office that most people have to read twice."""
VAGUE = (
    "nach sorgfältiger prüfung",
    "aus organisatorischen gründen",
    "anforderungsprofil",
    "passt nicht in unser",
    "besser ins profil",
    "besser zu uns",
    "vielzahl von bewerbungen",
    "vielzahl an bewerbungen",
    "andere entschieden",
    "anderweitig",
)
"""Phrases that sound like a reason and name none."""
PERSON = r"\b(?!(?:Das|Dem|Den|Der|Die|Ein\w*|Ihr\w*|Unser\w*) )[A-ZÄÖÜ][\w-]+ (?!KI\b)[A-ZÄÖÜ][\w-]+"
DECIDER = re.compile(rf"\b[Ee]ntschieden hat(?:te)? {PERSON}|{PERSON} hat (?:\w+ ){{0,4}}entschieden\b")
TITLE = re.compile(
    r"^\W*(?:sehr geehrte\w* |lieber? |guten tag,? |hallo,? )?(?:frau|herrn?|damen)\b", re.IGNORECASE
)
NUMBER = r"(?:\d+|einen|einem|zwei|drei|vier|sechs|acht|zehn|vierzehn|dreißig)"
MONTH = r"(?:\d{1,2}\.|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
SENTENCE_END = re.compile(r"(?<![\s.]\w)(?<!\d)(?<!\bNr)(?<!\bDr)([.!?])\s+(?=[„\"»]?[A-ZÄÖÜ])")

PARTS = {
    "grund": (
        "Ein Grund ist genannt.",
        "Wir finden keinen Grund. Was hat den Ausschlag gegeben? Ein Satz mit „weil“ genügt oft.",
        r"\b(weil|denn|deshalb|daran|grund|gründe\b|ausschlag|gefehlt|fehlten?|fehlt)\b|reicht\w* (?:\w+ ){0,3}nicht"
        r"|nicht (?:aus)?gereicht|punkten?\b|\btest\w*\b|fachkenntnisse|erfahrung\b",
    ),
    "ki": (
        "Die Person erfährt, dass ein Programm mitgewirkt hat.",
        "Hat ein Programm mitentschieden? Dann sagen Sie es.",
        r"\bki\b|künstliche\w* intelligenz|\bprogramm\w*|\bcomputer\w*|\bautomatisch|algorithm",
    ),
    "kontakt": (
        "Es gibt einen Kontakt für Fragen.",
        "Wen kann die Person fragen? Es hilft ein Name mit E-Mail-Adresse oder Telefonnummer.",
        r"\S+@\S+\w|\b0\d[\d /-]{5,}\d|\+\d[\d /-]{7,}\d|\btelefon|\be-mail\b|rufen sie|schreiben sie",
    ),
    "einspruch": (
        "Der Weg zum Einspruch ist genannt.",
        "Kann die Person widersprechen? Sagen Sie ihr, wie.",
        r"einspruch|widerspr|nicht einverstanden|anders sehen|sehen sie (?:das|es) anders|noch einmal (?:\w+ ){0,3}(?:prüf|ansehen|lesen)"
        r"|beschwer",
    ),
    "frist": (
        "Eine Frist ist genannt.",
        "Bis wann hat die Person Zeit? Nennen Sie Tage oder ein Datum.",
        rf"\b{NUMBER}\s+(?:tagen?|wochen?|monaten?|monat)\b|\bbis (?:zum |spätestens )?\d{{1,2}}\.\s?{MONTH}",
    ),
}
"""Part → sentence for a reply that has it, for one that does not seem to, and what is searched for in any case."""

TITLE_HINT = (
    "Die Anrede nennt ein Geschlecht. Wissen Sie, ob die Person so angeredet werden möchte? "
    "„Guten Tag“ mit Vorname und Nachname passt immer."
)


def long_sentence(words: int, sentence: str) -> str:
    """The longest sentence is long."""
    return f"Der längste Satz hat {number(words)} Wörter: „{sentence}“ Zwei kurze Sätze liest man leichter."


def heavy(words: Sequence[str]) -> str:
    """Words that are hard to read."""
    return f"Geht es einfacher? {_quoted(words)}."


def vague(phrases: Sequence[str]) -> str:
    """Phrases that name no reason."""
    return f"Das klingt nach einem Grund, nennt aber keinen: {_quoted(phrases)}."


def decider(words: str) -> str:
    """A person is named as the one who decided."""
    return f"„{words}“: Stimmt das? Hat ein Programm entschieden, dann sollte es so dastehen."


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"„{word}“" for word in words)
