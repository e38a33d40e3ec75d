"""The story at the start of the course: an application is refused, and nobody can say why."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Opener(Block):
    """Six pictures that the learner starts, steps through or skips; it asks nothing and keeps nothing.

    The pictures are drawn by the script: an application comes, is sorted, the question goes from the first person to
    the second, to the third and fourth, back to the first, and remains.

    Args:
        captions: what each of the six pictures says, German text.
        people: the four who are asked, in this order: ``name`` (short), ``initials`` and ``face`` (an address that
            holds the drawing, or empty).
    """

    _esm = script("opener")
    _css = text_of("picture.css") + text_of("opener.css")

    captions: t.List[str] = t.List().tag(sync=True)
    people: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self, captions: Sequence[str] = (), people: Sequence[dict[str, str]] = (), **block: Any
    ) -> None:
        super().__init__(captions=list(captions), people=list(people), **block)
