"""What every block shares: its traits, its script and the border between browser and kernel."""

from functools import cache
from typing import Any

import anywidget
import traitlets as t

from fairki import web
from fairki.errors import BadAnswerError
from fairki.typed import clean
from fairki.ui import de

Json = Any
"""Plain JSON as it comes from a browser: of any shape, until a block has accepted it."""


@cache
def text_of(name: str) -> str:
    """The text of one file in ``fairki/ui/static``; empty where nobody asks for it."""
    return (web.BLOCKS / name).read_text(encoding="utf-8") if web.wanted else ""


def script(block: str) -> str:
    """The complete ES module of a block, with all that it imports."""
    return web.module(web.BLOCKS / f"{block}.js")


class Block(anywidget.AnyWidget):
    """A part of a page that a learner reads or answers.

    Python reacts with ``block.observe(function, "value")``. The browser keeps the value under ``key``
    and hands it back when the page is opened again.

    Traits:
        key: name in the browser store, such as ``"01.karten"``; empty: the value is not kept.
        value: the answer as plain JSON; None as long as there is none.
        label: the visible name of the block.
        visible: a hidden block shows nothing but still restores its value.
        feeds: ids of the units further down that show something of this block; when a learner comes back to one
            of them, this block is restored before it.
        asks: how many answers complete it; the next step of a page waits for them. 0: it waits for none.
    """

    key = t.Unicode("").tag(sync=True)
    value = t.Any(None, allow_none=True).tag(sync=True)
    label = t.Unicode("").tag(sync=True)
    visible = t.Bool(True).tag(sync=True)
    feeds = t.List(t.Unicode()).tag(sync=True)
    asks = t.Int(0).tag(sync=True)

    unsure = False
    """Whether the page may show other traits than Python knows, because it was drawn by another process."""
    typed = True
    """Whether a person gives the answer, in the browser; if not, only the kernel writes it."""

    def accept(self, value: Json) -> Json:
        """The value as this block can use it, corrected where that is harmless.

        Raises:
            BadAnswerError: the value cannot come from this block (a damaged or foreign file, for instance).
        """
        raise self.refusal()

    def tell(self, **traits: Any) -> None:
        """Set traits, in one message; to a page that may show something else also those that stay the same."""
        with self.hold_sync():
            for name, value in traits.items():
                self.set_trait(name, value)
            if self.unsure:
                self._states_to_send.update(traits)  # where ipywidgets notes what it sends at the end

    def refusal(self) -> BadAnswerError:
        """The error for a value that does not fit this block."""
        return BadAnswerError(
            de.refused(self.label),
            de.ANSWER_AGAIN,
        )

    def set_state(self, sync_data: dict[str, Json]) -> None:
        """Take from the browser the value and nothing else, its texts cleaned, and only if it fits this block."""
        if "value" not in sync_data:
            return
        received = sync_data["value"]
        try:
            accepted = None if received is None else self.accept(clean(received))
        except BadAnswerError:
            self.send_state("value")
            return
        super().set_state({"value": accepted})
        if accepted != received:
            self.send_state("value")
