"""What a sentence pattern is: one sentence with blanks, and one check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fairki.kodex.blanks import Blank
from fairki.kodex.de.patterns import PATTERNS as WORDS
from fairki.kodex.outcome import Outcome
from fairki.kodex.words import PatternWords
from fairki.systems import DECISIONS, System


@dataclass(frozen=True)
class Pattern:
    """A sentence pattern.

    Attributes:
        id: key in a rule and in the file.
        blanks: its blanks in the order of the sentence.
        aspects: keys of the course's aspects that it serves.
        step: key of the course's step that it belongs to.
        check: what the rule does with the evidence about a system of its kind.
        applies_to: which kind of systems it is about (``fairki.systems.KINDS``).
        tasks: ids of what these systems do (``System.task``), if it is not about all of them.
        own_words: the words of a pattern that is none of the course's.
    """

    id: str
    blanks: tuple[Blank, ...]
    aspects: tuple[str, ...]
    step: str
    check: Callable[[Any, Mapping[str, Any]], Outcome]
    applies_to: str = DECISIONS
    tasks: frozenset[str] = frozenset()
    own_words: PatternWords | None = None

    def concerns(self, system: System) -> bool:
        """Whether there is anything in this system that the rule is about."""
        return system.kind == self.applies_to and (not self.tasks or system.task in self.tasks)

    @property
    def words(self) -> PatternWords:
        """All words of the pattern."""
        return self.own_words or WORDS[self.id]

    @property
    def title(self) -> str:
        """A short name."""
        return self.words.title

    @property
    def template(self) -> str:
        """The sentence, with the name of a blank in braces."""
        return self.words.template

    @property
    def hint(self) -> str:
        """One sentence: what the rule is good for."""
        return self.words.hint

    def sentence(self, values: Mapping[str, int | str] | None = None) -> str:
        """The sentence with these values in its blanks; blanks left out show their default."""
        values = values or {}
        return self.template.format_map(
            {b.name: b.render(values.get(b.name, b.default)) for b in self.blanks}
        )
