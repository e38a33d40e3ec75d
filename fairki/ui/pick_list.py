"""A long list to pick from, with a second mark on what was picked."""

import re
from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script

ID, MOST = re.compile(r"[a-z][a-z0-9_]{1,39}"), 100
"""What ids of another list look like, and how many of them are kept."""


class PickList(Block):
    """Items in groups to unfold, with a search field; each picked item can be given one further mark.

    ``value`` is ``[{"id": …, <mark>: bool}, …]`` in the order of the items. What was picked of another list (a company
    has its own) stays in it behind them, unseen: when that list is back, nothing is lost.

    Args:
        key: name in the browser store.
        label: the question above the list.
        items: ``{"id", "title", "text", "group"}`` for each item; items of a group follow each other.
        mark: name of the mark in ``value``, and its label.
    """

    _esm = script("pick_list")

    items: t.List[Json] = t.List().tag(sync=True)
    mark: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self,
        key: str = "",
        label: str = "",
        items: Sequence[Json] = (),
        mark: tuple[str, str] = ("", ""),
        **block: Any,
    ) -> None:
        super().__init__(key=key, label=label, items=list(items), mark=list(mark), **block)

    def accept(self, value: Json) -> Json:
        """The items that exist, each once and with its mark; then those of another list."""
        if not isinstance(value, list):
            raise self.refusal()
        mark = self.mark[0]
        picked = {
            line["id"]: line[mark]
            for line in value
            if isinstance(line, dict) and isinstance(line.get("id"), str) and isinstance(line.get(mark), bool)
        }
        here = [item["id"] for item in self.items if item["id"] in picked]
        elsewhere = [id for id in picked if id not in here and ID.fullmatch(id)][:MOST]
        return [{"id": id, mark: picked[id]} for id in (*here, *elsewhere)] or None
