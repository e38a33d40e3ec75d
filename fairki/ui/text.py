"""Text that Python writes while the learner works."""

from typing import Any

import traitlets as t

from fairki.ui.base import Block, script


class Text(Block):
    """Formatted text that may change; changes are read out by screen readers.

    Args:
        html: HTML from our own Python only; anything a person typed must be escaped before.
        live: whether a change is announced.
    """

    _esm = script("text")

    html = t.Unicode().tag(sync=True)
    live = t.Bool(True).tag(sync=True)

    def __init__(self, html: str = "", live: bool = True, **block: Any) -> None:
        super().__init__(html=html, live=live, **block)
