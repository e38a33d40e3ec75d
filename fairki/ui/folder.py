"""The folder that a company keeps, made from the answers of all pages at the moment of the click."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import traitlets as t

from fairki.errors import FairkiError
from fairki.ui.base import Block, Json, script

Make = Callable[[str, dict[str, Json], str, list[str]], tuple[dict[str, bytes], dict[str, str]]]
"""What makes the files of a folder, see ``Folder``."""


@dataclass(frozen=True)
class Choosable:
    """A part that may go into the folder.

    Attributes:
        id: its name in the browser store.
        title: what it is called.
        place: where in the course it is made.
        keys: names of the answers that it needs.
        private: it is the learner's alone: off at first, and never in the document for others.
    """

    id: str
    title: str
    place: str
    keys: tuple[str, ...]
    private: bool


class Folder(Block):
    """What belongs to the folder, and two buttons that make it: one document, or a zip with everything.

    ``value`` is the company's name as the learner typed it; it goes on the first page. The answers come from the
    browser store in one message per click; the kernel keeps nothing of them. The browser adds the file with the
    learner's whole state to the zip, so that the kernel never sees it.

    The learner chooses the parts. All are chosen at first but private ones, which go into the zip alone; the browser
    keeps what was changed, and sends the answers of chosen parts only.

    Args:
        key: name of the company's name in the browser store.
        chosen_key: name of the choice there: id of a part → whether it is in.
        label: heading of the panel.
        parts: the parts in their order.
        make: called at each click with the kind (``"word"`` or ``"zip"``), the answers (name → plain JSON), the
            company's name and the ids of the chosen parts; returns the files (name → bytes, for ``"word"`` exactly
            one) and the state of each chosen part in a word or two, id → state. A ``FairkiError`` is shown instead.
        media_type: media type of the document.
        longest: characters of the company's name.
    """

    _esm = script("folder")

    parts: t.List[Json] = t.List().tag(sync=True)
    chosen_key = t.Unicode().tag(sync=True)
    longest = t.Int().tag(sync=True)

    def __init__(
        self,
        key: str,
        chosen_key: str,
        label: str,
        parts: Sequence[Choosable],
        make: Make,
        media_type: str,
        longest: int,
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            label=label,
            chosen_key=chosen_key,
            parts=list(map(asdict, parts)),
            longest=longest,
            **block,
        )
        self.make, self.media_type = make, media_type
        self.on_msg(self._answer)

    def accept(self, value: Json) -> Json:
        """One line of text that is not too long."""
        if not isinstance(value, str) or len(value) > self.longest:
            raise self.refusal()
        return " ".join(value.split()) or None

    def _answer(self, _widget: object, content: Json, _buffers: object) -> None:
        match content:
            case {
                "type": "make",
                "kind": "word" | "zip" as kind,
                "company": str(company),
                "answers": dict(values),
                "parts": list(chosen),
            }:
                parts = [part for part in self.parts if part["id"] in chosen]
                needed = {key: values[key] for part in parts for key in part["keys"] if key in values}
                self._make(kind, needed, company, [part["id"] for part in parts])

    def _make(self, kind: str, answers: dict[str, Json], company: str, chosen: list[str]) -> None:
        try:
            made, states = self.make(kind, answers, company[: self.longest], chosen)
        except FairkiError as error:
            self.send({"type": "problem", "text": str(error)})
        else:
            self.send(
                {
                    "type": "files",
                    "kind": kind,
                    "names": list(made),
                    "states": states,
                    "media_type": self.media_type,
                },
                buffers=list(made.values()),
            )
