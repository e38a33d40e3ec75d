"""A queue of applicants that gets shorter year by year: who is turned away more often stops coming."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Queue(Block):
    """One mark per applicant; every empty place falls into the pile of its year. A slider goes through the years.

    Args:
        groups: German names of the groups, in any number.
        years: for each year ``here``, ``invited`` and ``suitable``: how many of each group stand in the queue,
            are invited, and would have been suitable among those who are missing since the first year.
        table: the same numbers and more: ``{"columns": [...], "rows": [[...], ...]}``, all of it German text.
        note: what the queue stands for.
    """

    _esm = script("queue")
    _css = text_of("picture.css") + text_of("queue.css")

    groups: t.List[str] = t.List().tag(sync=True)
    years: t.List[Json] = t.List().tag(sync=True)
    table: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    note = t.Unicode().tag(sync=True)

    def __init__(
        self,
        groups: Sequence[str] = (),
        years: Sequence[Mapping[str, list[int]]] = (),
        table: Mapping[str, Json] | None = None,
        note: str = "",
        **block: Any,
    ) -> None:
        super().__init__(groups=list(groups), years=list(years), table=dict(table or {}), note=note, **block)
