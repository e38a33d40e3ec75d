"""Who the two prompts of a pair are about: two people with nothing unlike but what their names signal."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from fairki.company.de import HE, NONE, SHE
from fairki.company.firm import Person
from fairki.errors import BadAnswerError
from fairki.workbench.pairs.de import names as words
from fairki.workbench.pairs.de import problems as de

MOST = 200
"""Most names that somebody may type for one group."""
TITLES = {SHE: words.FRAU, HE: words.HERR, NONE: ""}
"""Pronoun → Anrede."""
TO = TITLES | {HE: words.HERRN}
"""The same after „für“ or „an“."""
_FORMS = {words.FRAU: SHE, words.HERR: HE, words.HERRN: HE}


@dataclass(frozen=True)
class Swap:
    """Two groups, and people of theirs who are exchanged.

    Attributes:
        first, second: what the groups are called.
        people: (one of the first group, the partner in the second).
    """

    first: str
    second: str
    people: tuple[tuple[Person, Person], ...]


def women_and_men(kind: str) -> Swap:
    """The same family name, as Frau and as Herr; ``kind`` is a key of ``KINDS``."""
    names = words.KINDS[kind]
    people = tuple(
        (_person(woman, family, SHE), _person(man, family, HE))
        for (woman, man), family in product(zip(names.women, names.men, strict=True), names.families)
    )
    return Swap(words.WOMEN, words.MEN, people)


def kinds(first: str, second: str) -> Swap:
    """Women with women and men with men, whose names sound different; both are keys of ``KINDS``.

    Raises:
        BadAnswerError: it is the same kind twice.
    """
    if first == second:
        raise BadAnswerError(*de.SAME_KIND)
    a, b = words.KINDS[first], words.KINDS[second]
    people = tuple(
        (_person(one, family, pronoun), _person(other, partner, pronoun))
        for pronoun, ones, others in ((SHE, a.women, b.women), (HE, a.men, b.men))
        for (one, other), (family, partner) in product(
            zip(ones, others, strict=True), zip(a.families, b.families, strict=True)
        )
    )
    return Swap(a.label, b.label, people)


def own(first: str, first_names: str, second: str, second_names: str) -> Swap:
    """Names that somebody typed, one a line, such as „Frau Anna Lorenz“; those of the same line are exchanged.

    Raises:
        BadAnswerError: a label or a name is missing, a line has no family name, or there is not a partner for each.
    """
    labels = first.strip(), second.strip()
    if not all(labels) or labels[0] == labels[1]:
        raise BadAnswerError(*de.TWO_LABELS)
    groups = [
        [_typed(line) for line in names.splitlines() if line.strip()] for names in (first_names, second_names)
    ]
    if not all(groups) or len(groups[0]) != len(groups[1]):
        raise BadAnswerError(*de.partners(*(len(group) for group in groups)))
    if len(groups[0]) > MOST:
        raise BadAnswerError(*de.too_many_names(MOST))
    return Swap(*labels, tuple(zip(*groups, strict=True)))


def _typed(line: str) -> Person:
    parts: Sequence[str] = line.split()
    pronoun = _FORMS.get(parts[0], NONE)
    if pronoun != NONE:
        parts = parts[1:]
    if len(parts) < 2:
        raise BadAnswerError(*de.whole_name(line.strip()))
    return _person(parts[0], " ".join(parts[1:]), pronoun)


def _person(given: str, family: str, pronoun: str) -> Person:
    return Person(given, family, "", pronoun)
