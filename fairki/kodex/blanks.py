"""The blanks of a sentence pattern: what may be filled in, and how it reads in the sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairki import speech
from fairki.errors import BadAnswerError
from fairki.kodex.de import kodex as de
from fairki.kodex.de.patterns import PATTERNS, UNITS
from fairki.kodex.words import ChoiceWords, NumberWords


@dataclass(frozen=True)
class _Named:
    """What every blank has.

    Attributes:
        pattern: id of the pattern in whose sentence it stands; with the name, it leads to the words.
        name: key in a rule and in the file.
    """

    pattern: str
    name: str

    @property
    def words(self) -> NumberWords | ChoiceWords:
        """All words of the blank."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """The label of the entry field."""
        return self.words.label

    @property
    def hint(self) -> str:
        """One sentence that helps to choose."""
        return self.words.hint


@dataclass(frozen=True)
class Number(_Named):
    """A blank for a whole number.

    Attributes:
        unit: key of the unit's words; "" for none.
        low, high: smallest and largest number allowed.
        sensible: range in which the rule neither lets everything pass nor accuses everybody.
        default: suggested number.
        own_words, own_units: those of a pattern that is none of the course's.
    """

    unit: str
    low: int
    high: int
    sensible: tuple[int, int]
    default: int
    own_words: NumberWords | None = None
    own_units: tuple[str, str] | None = None

    @property
    def words(self) -> NumberWords:
        """All words of the blank."""
        return self.own_words or PATTERNS[self.pattern].numbers[self.name]

    @property
    def forms(self) -> tuple[tuple[int, str], ...]:
        """Whole phrases for single numbers that would read oddly otherwise."""
        return tuple(self.words.forms.items())

    @property
    def units(self) -> tuple[str, str]:
        """(one, several) of the unit, as they read after the number in the sentence."""
        return self.own_units or UNITS[self.unit]

    def read(self, value: object) -> int:
        """``value`` if it may stand in the blank. Raises BadAnswerError otherwise."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise BadAnswerError(de.does_not_fit(value, self.label), de.whole_number(self.low, self.high))
        return value

    def render(self, value: int | str) -> str:
        """The words for ``value`` inside the sentence. Raises BadAnswerError if it may not stand there."""
        number = self.read(value)
        if number in self.words.forms:
            return self.words.forms[number]
        unit = self.units[0 if number == 1 else 1]
        return self.words.phrase.format(speech.number(number) + (f"\N{NO-BREAK SPACE}{unit}" if unit else ""))


@dataclass(frozen=True)
class Choice(_Named):
    """A blank for one of several phrases.

    Attributes:
        keys: what may be chosen, in the order in which it is offered.
        sensible: keys that make a rule neither lazy nor absurd.
        default: suggested key.
        own_words: those of a pattern that is none of the course's.
    """

    keys: tuple[str, ...]
    sensible: tuple[str, ...]
    default: str
    own_words: ChoiceWords | None = None

    @property
    def words(self) -> ChoiceWords:
        """All words of the blank."""
        return self.own_words or PATTERNS[self.pattern].choices[self.name]

    @property
    def options(self) -> Mapping[str, str]:
        """Key → the phrase as it reads in the sentence."""
        return {key: self.words.options[key] for key in self.keys}

    def read(self, value: object) -> str:
        """``value`` if it may stand in the blank. Raises BadAnswerError otherwise."""
        if not isinstance(value, str) or value not in self.keys:
            raise BadAnswerError(de.does_not_fit(value, self.label), de.one_of(self.keys))
        return value

    def render(self, value: int | str) -> str:
        """The words for ``value`` inside the sentence. Raises BadAnswerError if it may not stand there."""
        return self.words.options[self.read(value)]


Blank = Number | Choice
