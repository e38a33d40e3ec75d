"""Cards: one decision after the other, under mild time pressure or with a reply to each."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui import de
from fairki.ui.base import Block, Json, script


class Cards(Block):
    """Shows one card at a time and asks for a decision on each.

    ``value`` is ``{card id: choice}`` and grows with each decision; see ``complete``.

    Args:
        key: name in the browser store.
        cards: for each card ``{"id", "title", "facts": [[label, value], …], "note", "reply"}``; no need of a note, nor
            of a reply: ``{"answer": the suggested choice, "why", "more", "known": whether the answer is known to be
            right}`` is told after the decision, before the next card, and once more at the end. No need of more or
            known.
        choices: ``[[value, button text, sign], …]``; the first letter of a value is its key on the keyboard, no need
            of a sign.
        seconds: length of the time bar per card; it never decides, and 0 leaves it out.
    """

    _esm = script("cards")

    cards: t.List[Json] = t.List().tag(sync=True)
    choices: t.List[Json] = t.List().tag(sync=True)
    seconds = t.Int(20).tag(sync=True)

    def __init__(
        self,
        key: str = "",
        cards: Sequence[Json] = (),
        choices: Sequence[Sequence[str]] = de.CHOICES,
        seconds: int = 20,
        **block: Any,
    ) -> None:
        cards = [dict(card) for card in cards]
        if len({card["id"] for card in cards}) < len(cards):
            raise ValueError("two cards have the same id")
        super().__init__(
            key=key,
            cards=cards,
            choices=[list(choice) for choice in choices],
            seconds=seconds,
            asks=len(cards),
            **block,
        )

    @property
    def complete(self) -> bool:
        """Whether every card is decided."""
        return len(self.value or {}) == len(self.cards)

    def accept(self, value: Json) -> Json:
        """The decisions on cards that exist, with choices that exist."""
        if not isinstance(value, dict):
            raise self.refusal()
        ids = {card["id"] for card in self.cards}
        choices = [choice for choice, *_ in self.choices]
        return {card: choice for card, choice in value.items() if card in ids and choice in choices} or None
