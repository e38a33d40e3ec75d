"""What is looked for in the answers: phrases and lists of words that somebody chose."""

import re
from dataclasses import dataclass
from functools import cached_property

from fairki.errors import BadAnswerError
from fairki.workbench.pairs.de import problems as de
from fairki.workbench.pairs.masking import mask, stems

MOST, LONGEST = 6, 200
"""Phrases that are compared; characters of one."""


@dataclass(frozen=True)
class Phrase:
    """What is looked for.

    Attributes:
        label: as it was typed.
        variants: stems with a blank between them; „*“ at the end of one: any word that begins so.
    """

    label: str
    variants: tuple[str, ...]

    def stands_in(self, words: str) -> bool:
        """Whether one of the variants stands in the stems of a text (with a blank between two)."""
        return bool(self._pattern.search(words))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        variants = "|".join(re.escape(one).replace(r"\*", r"\S*") for one in self.variants)
        return re.compile(rf"(?<!\S)(?:{variants})(?!\S)")


def read(text: str) -> list[Phrase]:
    """The phrases that somebody typed, a line each; „|“ stands between variants that count as one.

    Raises:
        BadAnswerError: more than ``MOST``.
    """
    lines = list(dict.fromkeys(filter(None, (line.strip()[:LONGEST] for line in text.splitlines()))))
    found = [phrase for phrase in (_phrase(line, line.split("|")) for line in lines) if phrase.variants]
    if len(found) > MOST:
        raise BadAnswerError(*de.too_many_phrases(MOST))
    return found


def word_list(label: str, text: str) -> Phrase:
    """A list of words with commas or line breaks between them as one phrase: any of them counts."""
    return _phrase(label, re.split(r"[,;\n]", text))


def _phrase(label: str, variants: list[str]) -> Phrase:
    read = (" ".join(filter(None, map(_part, mask(variant, "").split()))) for variant in variants)
    return Phrase(label, tuple(filter(None, read)))


def _part(word: str) -> str:
    """One word of a phrase as it stands among stems; empty if it is none."""
    if word.endswith("*"):
        begin = re.sub(r"[^\w'’-]", "", word).casefold()
        return f"{begin}*" if begin else ""
    return "".join(stems(word)[:1])
