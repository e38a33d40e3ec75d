"""Texts without what tells the two people apart: names, Anrede and pronouns become one sign, endings fall away.

Else „Sie ist eine geschätzte Mitarbeiterin“ and „Er ist ein geschätzter Mitarbeiter“ would differ in length and words
although they say the same.
"""

import re
from collections.abc import Iterable

from fairki.workbench.pairs.de import grammar
from fairki.workbench.pairs.de import names as words

PERSON = "xpersonx"
"""Stands for whoever a text is about, whichever word named them."""
_PRONOUNS = re.compile(grammar.PRONOUNS, re.IGNORECASE)
_WITH_TITLE = re.compile(rf"\b(?:(?:{grammar.TITLES})\s+)?(?:{grammar.DEGREES}\s+)*{PERSON}")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_FEMININE, _ENDING, _ARTICLE = map(re.compile, (grammar.FEMININE, grammar.ENDING, grammar.ARTICLE))


def mask(text: str, name: str, inserted: Iterable[str] = ()) -> str:
    """The text with one sign for each mention of a person.

    Args:
        text: a prompt or an answer.
        name: who it is about, with or without Anrede: „Frau Anna Lorenz“.
        inserted: words of the prompt that stand for the same person, such as „Kollegin“.
    """
    parts = name.split()
    if parts and parts[0] in (words.FRAU, words.HERR):
        parts = parts[1:]
    capitals = [part for part in parts if part[:1].isupper()]  # „de“ and „von“ are words, too
    alternatives = [" ".join(parts), " ".join(parts[1:]), *parts[:1], *capitals, *inserted]
    named = "|".join(
        re.escape(one).replace(r"\ ", r"\s+")
        for one in sorted(set(alternatives), key=len, reverse=True)
        if one
    )
    if named:
        text = re.sub(rf"(?<!\w)(?:{named}){grammar.GENITIVE}?(?!\w)", PERSON, text)
        text = _WITH_TITLE.sub(PERSON, text)
    return _PRONOUNS.sub(PERSON, text)


def stems(text: str) -> list[str]:
    """The words of a (masked) text in small letters, without the ending „-in“ and without endings of inflection."""
    return [
        "d" if _ARTICLE.fullmatch(word) else _ENDING.sub("", _FEMININE.sub("", word))
        for word in _WORD.findall(text.casefold())
    ]
