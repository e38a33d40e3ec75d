"""A swarm of models along one line, with the learner's own: what one number tells about who decided, and what not."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Swarm(Block):
    """First all models are alike; a click tells two kinds apart. ``visible`` with data only.

    Args:
        kinds: German ``name`` and ``values`` of the models of each kind; of the first, marks become rings.
        own: the learner's model: ``value``, ``name``, and its value as German ``text``.
        views: what is said before and after the click: ``headline``, ``more``, and the table's ``columns``, ``rows``.
        axis: what stands at the left end of the line, at zero and at the right end.
        question: the words of the button.
        unsorted: what the marks are before the click.
        note: who these models are.
    """

    _esm = script("swarm")
    _css = text_of("picture.css") + text_of("swarm.css")

    kinds: t.List[Json] = t.List().tag(sync=True)
    own: "t.Dict[str, Json]" = t.Dict().tag(sync=True)
    views: t.List[Json] = t.List().tag(sync=True)
    axis: t.List[str] = t.List().tag(sync=True)
    question = t.Unicode().tag(sync=True)
    unsorted = t.Unicode().tag(sync=True)
    note = t.Unicode().tag(sync=True)

    def __init__(
        self,
        kinds: Sequence[Mapping[str, Json]] = (),
        own: Mapping[str, Json] | None = None,
        views: Sequence[Mapping[str, Json]] = (),
        axis: Sequence[str] = (),
        question: str = "",
        unsorted: str = "",
        note: str = "",
        **block: Any,
    ) -> None:
        super().__init__(
            kinds=list(kinds),
            own=dict(own or {}),
            views=list(views),
            axis=list(axis),
            question=question,
            unsorted=unsorted,
            note=note,
            **block,
        )
