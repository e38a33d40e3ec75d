"""Prompts to copy into an assistant, one at a time, each with a field for what it answers."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.typed import clean
from fairki.ui.base import Block, Json, script, text_of

LONGEST_ANSWER = 30_000
"""Characters of an answer that is pasted."""


class Prompts(Block):
    """Shows prompts one at a time, in their order. It has no key: nothing of it is kept.

    ``value`` is the number of answers that Python has got since the page was opened, for those who want to react; the
    answers themselves are in ``given`` (one message each, so that a long test never becomes one large message).

    Args:
        label: its heading.

    Traits:
        prompts: (id, text), in the order in which they are to be asked; the page keeps what was pasted for others.

    Attributes:
        given: id → answer, also of prompts that are not shown any more.
    """

    _esm = script("prompts")
    _css = text_of("prompts.css")

    prompts: t.List[Json] = t.List().tag(sync=True)
    longest = t.Int(LONGEST_ANSWER).tag(sync=True)
    typed = False

    def __init__(self, label: str, prompts: Sequence[tuple[str, str]] = (), **block: Any) -> None:
        super().__init__(label=label, prompts=[list(one) for one in prompts], **block)
        self.given: dict[str, str] = {}
        self.on_msg(self._answered)

    def _answered(self, _widget: object, content: Json, _buffers: object) -> None:
        match content:
            case {"type": "answer", "id": str(id), "text": str(text)} if any(
                id == one for one, _ in self.prompts
            ):
                answer = clean(text[: self.longest]).strip()
                if answer:
                    self.given[id] = answer
                else:
                    self.given.pop(id, None)
                self.value = (self.value or 0) + 1
