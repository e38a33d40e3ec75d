"""The folder that a company keeps, made from the answers of all pages at the moment of the click."""

from collections.abc import Callable, Sequence
from typing import Any

import traitlets as t

from fairki.errors import FairkiError
from fairki.ui.base import Block, Json, script


class Folder(Block):
    """What belongs to the folder, and two buttons that make it: one document, or a zip with everything.

    ``value`` is the company's name as the learner typed it; it goes on the first page. The answers come from the
    browser store in one message per click; the kernel keeps nothing of them. The browser adds the file with the
    learner's whole state to the zip, so that the kernel never sees it.

    Args:
        key: name of the company's name in the browser store.
        label: heading of the panel.
        parts: title of each part, and where in the course it is made.
        answers: names of the answers that are needed.
        make: called at each click with the kind (``"word"`` or ``"zip"``), the answers (name → plain JSON) and the
            company's name; returns the files (name → bytes, for ``"word"`` exactly one) and the state of each part
            in a word or two. A ``FairkiError`` is shown instead.
        media_type: media type of the document.
        longest: characters of the company's name.
    """

    _esm = script("folder")

    parts: t.List[Json] = t.List().tag(sync=True)
    answers: t.List[Json] = t.List().tag(sync=True)
    longest = t.Int().tag(sync=True)

    def __init__(
        self,
        key: str,
        label: str,
        parts: Sequence[tuple[str, str]],
        answers: Sequence[str],
        make: Callable[[str, dict[str, Json], str], tuple[dict[str, bytes], list[str]]],
        media_type: str,
        longest: int,
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            label=label,
            parts=list(map(list, parts)),
            answers=list(answers),
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
            }:
                self._make(kind, {key: values[key] for key in self.answers if key in values}, company)

    def _make(self, kind: str, answers: dict[str, Json], company: str) -> None:
        try:
            made, states = self.make(kind, answers, company[: self.longest])
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
