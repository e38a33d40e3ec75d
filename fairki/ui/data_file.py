"""A file from the learner's device, handed to this page's Python in parts and kept nowhere."""

from collections.abc import Callable
from typing import Any

import traitlets as t

from fairki.errors import FairkiError
from fairki.ui import de
from fairki.ui.base import Block, Json, script

LARGEST = 60_000_000
"""Bytes that a file may have, unless said otherwise."""
PART = 512_000
"""Bytes of a part: a page may send its Python messages of 1 MB (``coursetools.serve.guard``)."""
LONGEST_NAME = 200

Take = Callable[[str, bytes, Callable[[str], None]], str]
"""Gets the name of the file, its bytes, and what says how far the work is; returns what is said at the end."""


class DataFile(Block):
    """Chooses a file. It has no key: neither the browser nor the learner's file keeps anything of it.

    Args:
        label: the question above the field.
        hint: what kind of file, in one sentence.
        endings: of the files that are offered, such as ``(".csv", ".xlsx")``.
        largest: bytes that it may have.
        take: called with each complete file, see ``Take``. A ``FairkiError`` is shown instead of what it returns. None
            as long as a page has not said what to do.
    """

    _esm = script("data_file")

    hint = t.Unicode().tag(sync=True)
    endings = t.List(t.Unicode()).tag(sync=True)
    largest = t.Int(LARGEST).tag(sync=True)
    part = t.Int(PART).tag(sync=True)
    typed = False

    def __init__(
        self,
        label: str,
        hint: str = "",
        endings: tuple[str, ...] = (".csv", ".txt", ".xlsx"),
        largest: int = LARGEST,
        take: Take | None = None,
        **block: Any,
    ) -> None:
        super().__init__(label=label, hint=hint, endings=list(endings), largest=largest, **block)
        self.take = take
        self._name, self._number = "", 0  # of the file that is on its way
        self._parts: list[bytes] = []
        self.on_msg(self._arrived)

    def _arrived(self, _widget: object, content: Json, buffers: Any) -> None:
        match content:
            case {"type": "begin", "number": int(number), "name": str(name)}:
                self._name, self._number, self._parts = name[:LONGEST_NAME], number, []
                self._say("go")
            case {"type": "part", "number": self._number, "last": bool(last)} if len(buffers or ()) == 1:
                self._parts.append(bytes(buffers[0]))
                if sum(map(len, self._parts)) > self.largest:
                    self._parts = []
                    self._say("problem", de.too_large(self.largest))
                elif last:
                    self._complete()
                else:
                    self._say("go")

    def _complete(self) -> None:
        content, self._parts = b"".join(self._parts), []
        if self.take is None:
            return
        try:
            text = self.take(self._name, content, self._progress)
        except FairkiError as error:
            self._say("problem", str(error))
        except MemoryError:
            self._say("problem", de.TOO_LITTLE_MEMORY)
        else:
            self._say("done", text)

    def _progress(self, text: str) -> None:
        self._say("progress", text)

    def _say(self, type: str, text: str = "") -> None:
        self.send({"type": type, "number": self._number, "text": text})
