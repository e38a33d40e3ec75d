"""A part of the folder that a company keeps: what it is called, which answers it needs, and what it says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fairki.documents.layout import Part


@dataclass(frozen=True)
class Section:
    """One part of the folder.

    Attributes:
        id: its name in the browser store and on the wire.
        title: its heading.
        place: where in the course it is made, such as ``"Modul 4, Einheit „Wer macht was?“"``.
        keys: names of the answers in the browser store that it needs.
        parts: makes its content (headings of level 2 at most) from the answers that are there, key → plain JSON;
            an empty list as long as nothing has been answered. Raises BadAnswerError for an answer that cannot
            come from this course.
        short: makes the few lines about it on the first page, from the same answers, once ``parts`` has made
            something of them; None: the first page does not speak of it.
        private: it is the learner's own and never goes into the document that others read.
    """

    id: str
    title: str
    place: str
    keys: tuple[str, ...]
    parts: Callable[[Mapping[str, Any]], list[Part]]
    short: Callable[[Mapping[str, Any]], list[Part]] | None = None
    private: bool = False
