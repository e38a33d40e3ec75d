"""People who change sides of a line: who is invited now and was not, and who no longer is."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Swaps(Block):
    """One mark per person; after a click, those who come cross the line upwards and those who go cross it downwards.

    Args:
        groups: German names of the groups, in any number.
        come: for each group, how many of those who are invited now are suitable, and how many are not.
        go: for each group, how many of those who no longer are were not suitable, and how many were.
        headline: the sentence that the picture proves.
        more: what stands below it.
        table: the same numbers: ``{"columns": [...], "rows": [[...], ...]}``, all of it German text.
    """

    _esm = script("swaps")
    _css = text_of("picture.css") + text_of("swaps.css")

    groups: t.List[str] = t.List().tag(sync=True)
    come: t.List[Json] = t.List().tag(sync=True)
    go: t.List[Json] = t.List().tag(sync=True)
    headline = t.Unicode().tag(sync=True)
    more = t.Unicode().tag(sync=True)
    table: "t.Dict[str, Json]" = t.Dict().tag(sync=True)

    def __init__(
        self,
        groups: Sequence[str] = (),
        come: Sequence[Sequence[int]] = (),
        go: Sequence[Sequence[int]] = (),
        headline: str = "",
        more: str = "",
        table: Mapping[str, Json] | None = None,
        **block: Any,
    ) -> None:
        super().__init__(
            groups=list(groups),
            come=[list(counts) for counts in come],
            go=[list(counts) for counts in go],
            headline=headline,
            more=more,
            table=dict(table or {}),
            **block,
        )
