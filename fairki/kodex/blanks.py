"""The blanks of a sentence pattern: what may be filled in, and how it reads in German."""

from dataclasses import dataclass

from fairki import speech
from fairki.errors import BadAnswerError


@dataclass(frozen=True)
class Number:
    """A blank for a whole number.

    Attributes:
        name: key in a rule and in the file.
        label: German label of the entry field.
        hint: one German sentence that helps to choose.
        unit: (singular, plural) as they read after the number in the pattern's sentence; ("", "") for none.
        low, high: smallest and largest number allowed.
        sensible: range in which the rule neither lets everything pass nor accuses everybody.
        default: suggested number.
        forms: whole phrases for single numbers that would read oddly otherwise.
        phrase: how the others read; ``{}`` is the number with its unit.
    """

    name: str
    label: str
    hint: str
    unit: tuple[str, str]
    low: int
    high: int
    sensible: tuple[int, int]
    default: int
    forms: tuple[tuple[int, str], ...] = ()
    phrase: str = "{}"

    def read(self, value: object) -> int:
        """``value`` if it may stand in the blank. Raises BadAnswerError otherwise."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise BadAnswerError(
                f"„{value}“ passt nicht in die Lücke „{self.label}“.",
                f"Möglich ist eine ganze Zahl von {speech.number(self.low)} bis {speech.number(self.high)}.",
            )
        return value

    def render(self, value: int) -> str:
        """The German words for ``value`` inside the sentence."""
        if value in dict(self.forms):
            return dict(self.forms)[value]
        unit = self.unit[0] if value == 1 else self.unit[1]
        return self.phrase.format(speech.number(value) + (f"\N{NO-BREAK SPACE}{unit}" if unit else ""))


@dataclass(frozen=True)
class Choice:
    """A blank for one of several phrases.

    Attributes:
        name, label, hint: as in ``Number``.
        options: key → the German phrase as it reads in the sentence.
        sensible: keys that make a rule neither lazy nor absurd.
        default: suggested key.
    """

    name: str
    label: str
    hint: str
    options: dict[str, str]
    sensible: tuple[str, ...]
    default: str

    def read(self, value: object) -> str:
        """``value`` if it may stand in the blank. Raises BadAnswerError otherwise."""
        if not isinstance(value, str) or value not in self.options:
            raise BadAnswerError(
                f"„{value}“ passt nicht in die Lücke „{self.label}“.",
                f"Möglich ist: {', '.join(self.options)}.",
            )
        return value

    def render(self, value: str) -> str:
        """The German words for ``value`` inside the sentence."""
        return self.options[value]


Blank = Number | Choice
