"""Self-check: questions with an explanation for every answer, right or wrong."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script


class Quiz(Block):
    """Questions with one right answer each; every option says why it is right or not.

    ``value`` is ``{question id: index of the option that was checked}``.

    Args:
        key: name in the browser store.
        questions: ``{"id", "text", "options": [{"text", "right", "why"}, …]}`` for each question.
    """

    _esm = script("quiz")

    questions: t.List[Json] = t.List().tag(sync=True)

    def __init__(self, key: str = "", questions: Sequence[Json] = (), **block: Any) -> None:
        super().__init__(key=key, questions=list(questions), asks=len(questions), **block)

    @property
    def complete(self) -> bool:
        """Whether every question was answered (rightly or not)."""
        return len(self.value or {}) == len(self.questions)

    def accept(self, value: Json) -> Json:
        """The answers to questions that exist, as indices of options that exist."""
        if not isinstance(value, dict):
            raise self.refusal()
        options = {question["id"]: len(question["options"]) for question in self.questions}
        return {
            question: index
            for question, index in value.items()
            if type(index) is int and 0 <= index < options.get(question, 0)
        } or None
