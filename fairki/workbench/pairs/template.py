"""A prompt with marked places, filled in for one person and one set of facts.

A mark stands in braces. It is one of ``MARKS`` (Anrede and pronouns are called as the masculine ones, with a capital
where a sentence begins, as in ``fairki.company.marks``), two or three words for her, him and somebody without a pronoun
(``{Kollegin|Kollege|Person im Team}``), or the name of a fact.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fairki.company.de import ENDINGS, NONE
from fairki.company.firm import Person
from fairki.errors import BadAnswerError
from fairki.speech import capital
from fairki.workbench.pairs.de import problems as de
from fairki.workbench.pairs.names import TITLES, TO

LONGEST = 8000
"""Most characters of a template."""
MOST_FACTS, MOST_VALUES = 20, 200
NAMES = ("name", "vorname", "nachname", "genitiv")
"""Marks that tell a name; a template has one of them at least, or the two prompts of a pair were equal."""
_MARK = re.compile(r"\{([^{}]*)\}")


def _forms(person: Person) -> dict[str, str]:
    return {
        "herr": TITLES[person.pronoun],
        "herrn": TO[person.pronoun],
        "name": person.name,
        "vorname": person.given,
        "nachname": person.family,
        "genitiv": person.genitive,
        "er": person.he,
        "ihm": person.to_him,
        "ihn": person.him,
        **{f"sein{ending}": person.his(ending) for ending in ENDINGS},
    }


MARKS = tuple(_forms(Person("", "", "", NONE)))
"""Marks that tell something of the person."""


@dataclass(frozen=True)
class Prompt:
    """A filled template.

    Attributes:
        text: what the assistant is asked.
        inserted: words that stand for the person beside name and pronouns, such as „Kollegin“.
    """

    text: str
    inserted: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A prompt with marks, and the facts that may stand in it.

    Attributes:
        text: with marks in braces.
        facts: name → its values; each pair gets one of them, the same for both names.

    Raises:
        BadAnswerError: no text or too much, no name in it, a mark that is not known or stays open.
    """

    text: str
    facts: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        if not self.text.strip() or len(self.text) > LONGEST:
            raise BadAnswerError(*de.template_length(LONGEST))
        if "{" in (rest := _MARK.sub("", self.text)) or "}" in rest:
            raise BadAnswerError(*de.LOOSE_BRACE)
        marks = _MARK.findall(self.text)
        if not any(mark.lower() in NAMES for mark in marks):
            raise BadAnswerError(*de.NO_NAME)
        for mark in marks:
            if "|" in mark:
                if mark.count("|") > 2 or not all(word.strip() for word in mark.split("|")):
                    raise BadAnswerError(*de.odd_choice(mark))
            elif mark not in self.facts and mark.lower() not in MARKS:
                raise BadAnswerError(*de.unknown_mark(mark, [*MARKS, *self.facts]))

    def fill(self, person: Person, facts: Mapping[str, str]) -> Prompt:
        """The prompt about one person; ``facts``: name → the value that holds for this pair.

        Raises:
            BadAnswerError: somebody without a pronoun, and no third word for that.
        """
        forms, inserted = _forms(person), []

        def says(found: re.Match[str]) -> str:
            mark = found[1]
            if "|" in mark:
                inserted.append(_chosen(mark, person))
                return inserted[-1]
            if mark in facts:
                return facts[mark]
            return forms[mark] if mark in forms else capital(forms[mark.lower()])

        text = re.sub(
            r"(?<=\S) {2,}(?=\S)|(?m:^ +)", lambda gap: " " if gap.start() else "", _MARK.sub(says, self.text)
        )
        return Prompt(text.strip(), tuple(dict.fromkeys(inserted)))


def facts(text: str) -> dict[str, tuple[str, ...]]:
    """The facts that somebody typed, a line each: ``jahre: zwei Jahre | fünf Jahre``.

    Raises:
        BadAnswerError: a line without a colon or without a value, the same name twice, a name that is a mark.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, rest = line.partition(":")
        name, values = name.strip(), tuple(filter(None, map(str.strip, rest.split("|"))))
        if not (colon and name and values) or re.search(r"[{}|]", name) or len(values) > MOST_VALUES:
            raise BadAnswerError(*de.odd_fact(line))
        if name in found or name.lower() in MARKS:
            raise BadAnswerError(*de.fact_twice(name))
        found[name] = values
    if len(found) > MOST_FACTS:
        raise BadAnswerError(*de.too_many_facts(MOST_FACTS))
    return found


def _chosen(mark: str, person: Person) -> str:
    she, he, *neutral = (word.strip() for word in mark.split("|"))
    if person.pronoun == NONE and not neutral:
        raise BadAnswerError(*de.third_word(mark, person.name))
    return person.word(she, he, neutral[0] if neutral else "")
