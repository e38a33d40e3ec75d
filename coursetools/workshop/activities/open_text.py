"""Free text: everybody writes some sentences; the room sees those that the facilitator has let through."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any

from coursetools.workshop.activities import written
from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds
from coursetools.workshop.de import activities as words
from coursetools.workshop.de import own_questions as de

LONGEST = 280
"""Characters of an answer."""


class OpenText(Activity):
    """A question with answers in one's own words.

    Settings: ``question``. A vote is a text of at most ``LONGEST`` characters.
    """

    kind = "text"
    moderated = True

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question")
        self.question = self._text("question")

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {"kind": self.kind, "question": self.question, "longest": LONGEST}

    def accept(self, value: Any, round: int = 1) -> str:
        return written.needed(value, LONGEST)

    def texts_of(self, value: Any) -> tuple[str, ...]:
        return (value,)

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        texts = shuffled(set(rounds[shown]) & approved)
        return self._shape(
            len(rounds[shown]),
            self.question,
            f"{words.answered(len(rounds[shown]))} {de.texts_shown(len(texts))}",
            columns=[words.ANSWER],
            rows=[[text] for text in texts],
            texts=texts,
        )


def shuffled(texts: Collection[str]) -> list[str]:
    """In an order that says nothing about who wrote when."""
    return sorted(texts, key=lambda text: sha256(text.encode()).digest())
