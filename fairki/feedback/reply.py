"""A look at a reply to a rejected person: what is in it, and where it is hard to read.

The look counts and searches; it understands nothing and grades nothing. Bounds follow what guides to plain German
have in common (DIN 8581-1, Einfache Sprache): short sentences, everyday words, the person knows what to do next.
"""

import re
from dataclasses import dataclass

from fairki.feedback.de import reply as de

LONG_SENTENCE = 20
"""Words from which on a sentence is called long."""
LONG_WORD = 20
"""Letters from which on a word is called long."""
FEW_WORDS = 20
"""A text with fewer words is not looked at yet."""


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


PARTS = tuple(Part(id, *words) for id, words in de.PARTS.items())


@dataclass(frozen=True)
class Look:
    """What the look found.

    Attributes:
        words: how many words the text has.
        sentence: its longest sentence.
        length: words of that sentence.
        there: ids of the parts that it seems to have.
        vague: phrases of ``de.VAGUE`` in it.
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
            told.append(de.long_sentence(self.length, self.sentence))
        if self.heavy:
            told.append(de.heavy(self.heavy))
        if self.vague:
            told.append(de.vague(self.vague))
        if self.decider:
            told.append(de.decider(self.decider))
        if self.title:
            told.append(de.TITLE_HINT)
        return told


def look(text: str) -> Look:
    """Look at a reply."""
    low = text.casefold()
    longest = max(sentences(text), key=lambda one: len(words(one)), default="")
    heavy = [
        word
        for word in words(text)
        if word.casefold() in de.HEAVY or (len(word) >= LONG_WORD and "@" not in word)
    ]
    return Look(
        words=len(words(text)),
        sentence=longest,
        length=len(words(longest)),
        there=tuple(part.id for part in PARTS if re.search(part.pattern, text, re.IGNORECASE)),
        vague=tuple(text[at : at + len(phrase)] for phrase in de.VAGUE if (at := low.find(phrase)) >= 0),
        heavy=tuple(dict.fromkeys(heavy)),
        decider=decider[0] if (decider := de.DECIDER.search(text)) else "",
        title=bool(de.TITLE.search(text)),
    )


def words(text: str) -> list[str]:
    """The words of a text; an e-mail address and a hyphenated word count as one."""
    return re.findall(r"[^\W_](?:[\w@-]|\.(?=\w))*", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one as well, a date and an abbreviation do not."""
    ended = de.SENTENCE_END.sub(r"\1\n", text)
    return [line.strip() for line in ended.splitlines() if line.strip()]
