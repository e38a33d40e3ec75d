"""Letters to people about whom something was decided: that of the course, and those of the company's own.

Answers to each are kept under names of their own, so that no letter is lost when the company's files change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fairki import company
from fairki.company.letters import PARTS
from fairki.feedback.de import letter as de

LETTER_KEY = "05.briefwahl"
"""Name of the answer which letter is written, where there are several."""


@dataclass(frozen=True)
class Letter:
    """A letter that learners write.

    Attributes:
        id: its name in answers.
        title: what kind of letter it is.
        own: what the company says about it; None for the course's.
    """

    id: str
    title: str
    own: company.Letter | None = None

    @property
    def reply_key(self) -> str:
        """Name of the learner's own text in the browser store."""
        return f"05.brief_{self.id}" if self.own else "05.brief"

    @property
    def salutation_key(self) -> str:
        """Name of the salutation in the browser store."""
        return f"{self.reply_key}.anrede"

    @property
    def part_keys(self) -> Mapping[str, str]:
        """Part → name of the chosen text in the browser store."""
        return {part: f"{self.reply_key}.{part}" for part in PARTS}

    @property
    def keys(self) -> tuple[str, ...]:
        """Names of all its answers in the browser store."""
        return self.reply_key, self.salutation_key, *self.part_keys.values()


OURS = Letter("bewerbung", de.OURS)
"""The letter that the course brings along, to a rejected applicant."""
FIRM = company.current()
OWN = tuple(Letter(one.id, one.title, one) for one in FIRM.letters)
LETTERS: tuple[Letter, ...] = (*OWN, *(() if OURS.id in FIRM.without_letters else (OURS,)))
"""What learners choose from, the company's own first; at least one."""
KNOWN = (*OWN, OURS)
"""All letters that there can be answers to."""
SEVERAL = len(LETTERS) > 1


def chosen(answers: Mapping[str, Any]) -> Letter:
    """The letter that a learner writes: the one they chose, or have begun, or the first one."""
    named = next((one for one in LETTERS if one.id == answers.get(LETTER_KEY)), None)
    begun = next((one for one in LETTERS if any(answers.get(key) is not None for key in one.keys)), None)
    return named or begun or LETTERS[0]
