"""A ranked list with its rules: each can be switched off, and places and reasons move."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Ranking(Block):
    """Rules with switches, and below them a list in order of their points, with reasons for each place.

    ``value`` is the list of rules that are off, None as long as all are on. Whatever is switched is fine, so that a
    page waits for none.

    Args:
        key: name in the browser store.
        label: what the list is.
        question: stands above the switches.
        rules: ``[[id, name, what it gives], …]``.
        items: for each line of the list its ``name``, the ``group`` that its mark's shape shows, and ``yes``: whether
            it truly belongs to the top.
        legend: names of the groups, in any number.
        truth: what is said of an item that belongs to the top, and of one that does not.
        end: stands where the top ends.
        columns: German names of the columns of the table.
        ranking: the list with the rules that are on: ``lines``, the items in order as
            ``[item, points, [[reason, points], …]]``; ``top``: how many of them are at the top; ``headline`` and
            ``more``, which say what that means; ``rows`` of the table.
    """

    _esm = script("ranking")
    _css = text_of("picture.css") + text_of("ranking.css")

    question = t.Unicode().tag(sync=True)
    rules: t.List[Json] = t.List().tag(sync=True)
    items: t.List[Json] = t.List().tag(sync=True)
    legend: t.List[str] = t.List().tag(sync=True)
    truth: t.List[str] = t.List().tag(sync=True)
    end = t.Unicode().tag(sync=True)
    columns: t.List[str] = t.List().tag(sync=True)
    ranking: "t.Dict[str, Json]" = t.Dict().tag(sync=True)

    def __init__(
        self,
        key: str = "",
        label: str = "",
        question: str = "",
        rules: Sequence[Sequence[str]] = (),
        items: Sequence[Json] = (),
        legend: Sequence[str] = (),
        truth: Sequence[str] = (),
        end: str = "",
        columns: Sequence[str] = (),
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            label=label,
            question=question,
            rules=[list(rule) for rule in rules],
            items=list(items),
            legend=list(legend),
            truth=list(truth),
            end=end,
            columns=list(columns),
            **block,
        )

    def accept(self, value: Json) -> Json:
        """Rules that exist, each once."""
        if not isinstance(value, list):
            raise self.refusal()
        return [rule[0] for rule in self.rules if rule[0] in value] or None
