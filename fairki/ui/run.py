"""A button for work that takes the kernel a moment, with a live message about it."""

from collections.abc import Callable
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Run(Block):
    """Runs something at each click; meanwhile the button waits and the page says so.

    Args:
        label: text of the button.
        waiting: said while it runs.
        run: called at each click; returns the message that is said afterwards. None as long as a page has not said
            what to do (see ``lessons.scene``).
    """

    _esm = script("run")
    _css = text_of("audit.css")

    waiting = t.Unicode().tag(sync=True)
    message = t.Unicode().tag(sync=True)

    def __init__(self, label: str, waiting: str, run: Callable[[], str] | None = None, **block: Any) -> None:
        super().__init__(label=label, waiting=waiting, **block)
        self.run = run
        self.on_msg(self._answer)

    def _answer(self, _widget: object, content: Json, _buffers: object) -> None:
        if content == {"type": "run"} and self.run:
            self.say(self.run())

    def say(self, message: str) -> None:
        """Say something; also the same once more."""
        self.message = ""
        self.message = message
