"""Two hundred people whom a model sorts into invited and refused, and what one other decision would have changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Mirror(Block):
    """One mark per person; a click lets the model decide, then single cards can be turned. ``visible`` with data only.

    Args:
        groups: for each group its German ``name``, its dative (``of``: „von 108 Männern“), how many stand in the
            picture (``n``), and whether it is too ``small`` for a rate. There may be any number.
        members: group (its place) of each person.
        suitable: per person 1 or 0, one digit each.
        share: share of all people whom the model invites; the line of equal rates.
        cards: what the model learnt from: ``title``, ``group`` and whether the answer was ``yes``.
        sortings: how the model decides and, card by card, how it would if this one had been decided differently:
            ``invited`` (a digit per person; empty if nothing could then be learnt) and German texts: ``says`` (the
            headline), ``lost`` (who is refused though suitable), ``turned`` (what this card changes), ``rows``.
        columns: heads of the table whose ``rows`` the sortings have.
        range: German sentence about all cards, shown once one was turned.
        note: what the picture stands for.
    """

    _esm = script("mirror")
    _css = text_of("picture.css") + text_of("mirror.css")

    groups: t.List[Json] = t.List().tag(sync=True)
    members: t.List[int] = t.List().tag(sync=True)
    suitable = t.Unicode().tag(sync=True)
    share = t.Float().tag(sync=True)
    cards: t.List[Json] = t.List().tag(sync=True)
    sortings: t.List[Json] = t.List().tag(sync=True)
    columns: t.List[str] = t.List().tag(sync=True)
    range = t.Unicode().tag(sync=True)
    note = t.Unicode().tag(sync=True)

    def __init__(
        self,
        groups: Sequence[Mapping[str, Json]] = (),
        members: Sequence[int] = (),
        suitable: str = "",
        share: float = 0.0,
        cards: Sequence[Mapping[str, Json]] = (),
        sortings: Sequence[Mapping[str, Json]] = (),
        columns: Sequence[str] = (),
        range: str = "",
        note: str = "",
        **block: Any,
    ) -> None:
        super().__init__(
            groups=list(groups),
            members=list(members),
            suitable=suitable,
            share=share,
            cards=list(cards),
            sortings=list(sortings),
            columns=list(columns),
            range=range,
            note=note,
            **block,
        )
