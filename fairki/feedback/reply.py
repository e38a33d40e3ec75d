"""A look at a reply to a rejected person: what is in it, and where it is hard to read.

The look counts and searches; it understands nothing and grades nothing. Bounds follow what guides to plain German
have in common (DIN 8581-1, Einfache Sprache): short sentences, everyday words, the person knows what to do next.
"""

import re
from dataclasses import dataclass

from fairki import speech

LONG_SENTENCE = 20
"""Words from which on a sentence is called long."""
LONG_WORD = 20
"""Letters from which on a word is called long."""
FEW_WORDS = 20
"""A text with fewer words is not looked at yet."""

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
_PERSON = r"\b(?!(?:Das|Dem|Den|Der|Die|Ein\w*|Ihr\w*|Unser\w*) )[A-ZÄÖÜ][\w-]+ (?!KI\b)[A-ZÄÖÜ][\w-]+"
_DECIDER = re.compile(rf"\b[Ee]ntschieden hat(?:te)? {_PERSON}|{_PERSON} hat (?:\w+ ){{0,4}}entschieden\b")
_TITLE = re.compile(
    r"^\W*(?:sehr geehrte\w* |lieber? |guten tag,? |hallo,? )?(?:frau|herrn?|damen)\b", re.IGNORECASE
)
_NUMBER = r"(?:\d+|einen|einem|zwei|drei|vier|sechs|acht|zehn|vierzehn|dreißig)"
_MONTH = r"(?:\d{1,2}\.|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"


@dataclass(frozen=True)
class Part:
    """Something that helps a rejected person.

    Attributes:
        id: key.
        there: German sentence for a reply that has it.
        missing: German sentence for a reply that does not seem to have it: what would help.
        pattern: what the look searches for, upper and lower case alike.
    """

    id: str
    there: str
    missing: str
    pattern: str


PARTS = (
    Part(
        "grund",
        "Ein Grund ist genannt.",
        "Wir finden keinen Grund. Was hat den Ausschlag gegeben? Ein Satz mit „weil“ genügt oft.",
        r"\b(weil|denn|deshalb|daran|grund|gründe\b|ausschlag|gefehlt|fehlten?|fehlt)\b|reicht\w* (?:\w+ ){0,3}nicht"
        r"|nicht (?:aus)?gereicht|punkten?\b|\btest\w*\b|fachkenntnisse|erfahrung\b",
    ),
    Part(
        "ki",
        "Die Person erfährt, dass ein Programm mitgewirkt hat.",
        "Hat ein Programm mitentschieden? Dann sagen Sie es.",
        r"\bki\b|künstliche\w* intelligenz|\bprogramm\w*|\bcomputer\w*|\bautomatisch|algorithm",
    ),
    Part(
        "kontakt",
        "Es gibt einen Kontakt für Fragen.",
        "Wen kann die Person fragen? Es hilft ein Name mit E-Mail-Adresse oder Telefonnummer.",
        r"\S+@\S+\w|\b0\d[\d /-]{5,}\d|\+\d[\d /-]{7,}\d|\btelefon|\be-mail\b|rufen sie|schreiben sie",
    ),
    Part(
        "einspruch",
        "Der Weg zum Einspruch ist genannt.",
        "Kann die Person widersprechen? Sagen Sie ihr, wie.",
        r"einspruch|widerspr|nicht einverstanden|anders sehen|noch einmal (?:\w+ ){0,3}(?:prüf|ansehen|lesen)"
        r"|beschwer",
    ),
    Part(
        "frist",
        "Eine Frist ist genannt.",
        "Bis wann hat die Person Zeit? Nennen Sie Tage oder ein Datum.",
        rf"\b{_NUMBER}\s+(?:tagen?|wochen?|monaten?|monat)\b|\bbis (?:zum |spätestens )?\d{{1,2}}\.\s?{_MONTH}",
    ),
)


@dataclass(frozen=True)
class Look:
    """What the look found.

    Attributes:
        words: how many words the text has.
        sentence: its longest sentence.
        length: words of that sentence.
        there: ids of the parts that it seems to have.
        vague: phrases of ``VAGUE`` in it.
        heavy: words of the office and very long words, as they stand in the text.
        decider: the words that name a person as the one who decided; "" if there are none.
        title: whether the salutation says „Frau“, „Herr“ or „Damen und Herren“.
    """

    words: int
    sentence: str
    length: int
    there: tuple[str, ...]
    vague: tuple[str, ...]
    heavy: tuple[str, ...]
    decider: str = ""
    title: bool = False

    @property
    def short(self) -> bool:
        """Whether the text is too short for a look."""
        return self.words < FEW_WORDS

    @property
    def plain(self) -> bool:
        """Whether nothing in it is hard to read."""
        return self.length <= LONG_SENTENCE and not self.heavy

    @property
    def complete(self) -> bool:
        """Whether it has all parts and no phrase that only sounds like a reason."""
        return len(self.there) == len(PARTS) and not self.vague

    @property
    def hints(self) -> list[str]:
        """German sentences: what would make the text easier to read, and what to make sure of."""
        told = []
        if self.length > LONG_SENTENCE:
            told.append(
                f"Der längste Satz hat {speech.number(self.length)} Wörter: „{self.sentence}“"
                " Zwei kurze Sätze liest man leichter."
            )
        if self.heavy:
            told.append(f"Geht es einfacher? {', '.join(f'„{word}“' for word in self.heavy)}.")
        if self.vague:
            told.append(
                f"Das klingt nach einem Grund, nennt aber keinen: {', '.join(f'„{phrase}“' for phrase in self.vague)}."
            )
        if self.decider:
            told.append(
                f"„{self.decider}“: Stimmt das? Hat ein Programm entschieden, dann sollte es so dastehen."
            )
        if self.title:
            told.append(
                "Die Anrede nennt ein Geschlecht. Wissen Sie, ob die Person so angeredet werden möchte? "
                "„Guten Tag“ mit Vorname und Nachname passt immer."
            )
        return told


def look(text: str) -> Look:
    """Look at a reply."""
    low = text.casefold()
    longest = max(sentences(text), key=lambda one: len(words(one)), default="")
    heavy = [
        word
        for word in words(text)
        if word.casefold() in HEAVY or (len(word) >= LONG_WORD and "@" not in word)
    ]
    return Look(
        words=len(words(text)),
        sentence=longest,
        length=len(words(longest)),
        there=tuple(part.id for part in PARTS if re.search(part.pattern, text, re.IGNORECASE)),
        vague=tuple(text[at : at + len(phrase)] for phrase in VAGUE if (at := low.find(phrase)) >= 0),
        heavy=tuple(dict.fromkeys(heavy)),
        decider=decider[0] if (decider := _DECIDER.search(text)) else "",
        title=bool(_TITLE.search(text)),
    )


def words(text: str) -> list[str]:
    """The words of a text; an e-mail address and a hyphenated word count as one."""
    return re.findall(r"[^\W_](?:[\w@-]|\.(?=\w))*", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one as well, a date and an abbreviation do not."""
    ended = re.sub(r"(?<![\s.]\w)(?<!\d)(?<!\bNr)(?<!\bDr)([.!?])\s+(?=[„\"»]?[A-ZÄÖÜ])", r"\1\n", text)
    return [line.strip() for line in ended.splitlines() if line.strip()]
