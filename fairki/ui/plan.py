"""Commitments to write down: what, who, by when, and how one will notice."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of

LONGEST = 300  # characters of a line; a commitment fits into a sentence or two
EARLIEST, LATEST = dt.date(2020, 1, 1), dt.date(2099, 12, 31)


class Plan(Block):
    """A few commitments, each with a day.

    ``value`` is ``[{<field>: text, "bis": "2026-11-30"}, …]``, one per row; empty fields are left out.

    Args:
        key: name in the browser store.
        label: the name above the rows.
        rows: name of each row.
        fields: ``[[name, label, hint], …]`` of the lines to fill in.
        day: label of the day.
    """

    _esm = script("plan")
    _css = text_of("plan.css")

    rows = t.List(t.Unicode()).tag(sync=True)
    fields: t.List[Json] = t.List().tag(sync=True)
    day = t.Unicode().tag(sync=True)
    longest = t.Int(LONGEST).tag(sync=True)
    days = t.List([EARLIEST.isoformat(), LATEST.isoformat()]).tag(sync=True)

    def __init__(
        self,
        key: str = "",
        label: str = "",
        rows: Sequence[str] = (),
        fields: Sequence[Sequence[str]] = (),
        day: str = "",
        **block: Any,
    ) -> None:
        super().__init__(
            key=key, label=label, rows=list(rows), fields=[list(one) for one in fields], day=day, **block
        )

    def accept(self, value: Json) -> Json:
        """As many rows as there are, texts cut to the longest length, days that exist."""
        if not isinstance(value, list) or len(value) > len(self.rows):
            raise self.refusal()
        rows = [self._row(row) for row in value]
        rows += [{}] * (len(self.rows) - len(rows))
        return rows if any(rows) else None

    def _row(self, row: Json) -> dict[str, Json]:
        if not isinstance(row, dict):
            raise self.refusal()
        texts = {name: row[name] for name, *_ in self.fields if isinstance(row.get(name), str)}
        kept = {name: text[: self.longest] for name, text in texts.items() if text.strip()}
        return kept | ({"bis": row["bis"]} if is_day(row.get("bis")) else {})


def is_day(text: object) -> bool:
    """Whether a value is a day of this century as ``2026-11-30``."""
    try:
        return isinstance(text, str) and len(text) == 10 and EARLIEST <= dt.date.fromisoformat(text) <= LATEST
    except ValueError:
        return False
