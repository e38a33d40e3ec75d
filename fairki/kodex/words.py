"""What has to be said in words about a sentence pattern, in any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class NumberWords:
    """A blank for a whole number, in words.

    Attributes:
        label: of the entry field.
        hint: one sentence that helps to choose.
        forms: whole phrases for single numbers that would read oddly otherwise.
        phrase: how the others read; ``{}`` is the number with its unit.
    """

    label: str
    hint: str
    forms: Mapping[int, str] = field(default_factory=dict)
    phrase: str = "{}"


@dataclass(frozen=True)
class ChoiceWords:
    """A blank for one of several phrases, in words.

    Attributes:
        label, hint: as in ``NumberWords``.
        options: key → the phrase as it reads in the sentence, in the order in which they are offered.
    """

    label: str
    hint: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class PatternWords:
    """A sentence pattern in words.

    Attributes:
        title: a short name.
        template: the sentence, with the name of a blank in braces.
        hint: one sentence: what the rule is good for.
        numbers, choices: name of a blank → its words.
    """

    title: str
    template: str
    hint: str
    numbers: Mapping[str, NumberWords] = field(default_factory=dict)
    choices: Mapping[str, ChoiceWords] = field(default_factory=dict)
