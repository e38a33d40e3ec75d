"""A button that saves a file which the kernel makes at that moment."""

from collections.abc import Callable, Sequence
from typing import Any

import traitlets as t

from fairki.errors import FairkiError
from fairki.ui.base import Block, Json, script


class Download(Block):
    """Saves a file on the learner's device; nothing of it stays anywhere else.

    Args:
        label: text of the button, such as ``"Als Word-Datei speichern"``.
        filename: name of the file.
        media_type: its media type.
        make: called at each click; returns the bytes of the file. A ``FairkiError`` is shown instead of a file.
            None as long as a page has not said what to do (see ``lessons.scene``).
        sources: blocks whose values go into the file. The browser sends their newest values with each click, so
            that the file never lags behind an answer that is still on its way to a busy kernel.
    """

    _esm = script("download")

    filename = t.Unicode().tag(sync=True)
    media_type = t.Unicode("application/octet-stream").tag(sync=True)
    answers: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self,
        label: str,
        filename: str,
        media_type: str,
        make: Callable[[], bytes] | None = None,
        sources: Sequence[Block] = (),
        **block: Any,
    ) -> None:
        super().__init__(
            label=label,
            filename=filename,
            media_type=media_type,
            **block,
        )
        self.make = make
        self.sources: list[Block] = []
        self.draw_on(sources)
        self.on_msg(self._answer)

    def draw_on(self, sources: Sequence[Block]) -> None:
        """From now on these are the blocks whose values go into the file."""
        self.sources[:] = sources
        self.answers = [source.key for source in sources]

    def _answer(self, _widget: object, content: Json, _buffers: object) -> None:
        match content:
            case {"type": "make", "values": list(values)} if len(values) == len(self.sources):
                for source, value in zip(self.sources, values, strict=True):
                    source.set_state({"value": value})
                if self.make:
                    self._offer(self.make)

    def _offer(self, make: Callable[[], bytes]) -> None:
        try:
            made = make()
        except FairkiError as error:
            self.send({"type": "problem", "text": str(error)})
        else:
            self.send({"type": "file"}, buffers=[made])
