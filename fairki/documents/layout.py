"""What all documents are made of: a paper and its parts, and the paper as Markdown.

A paper knows nothing of python-docx; both writers (the other one is ``word_file``) know every kind of part, so the
two files say the same.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fairki import company
from fairki.documents.de import shared
from fairki.errors import FairkiError
from fairki.speech import day
from fairki.typed import clean

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN_TYPE = "text/markdown"


class EmptyPaperError(FairkiError):
    """There is nothing yet to make a document of."""


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 (below the title), 2 or 3."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Chapter:
    """A heading of level 1 that a list of contents leads to.

    Attributes:
        text: the heading.
        anchor: its name within the file, at most 40 letters, digits and underscores.
        state: one or two words about it in the list of contents.
        new_page: whether it starts a page.
    """

    text: str
    anchor: str
    state: str = ""
    new_page: bool = True


@dataclass(frozen=True)
class Contents:
    """A list of chapters with a title; each line leads to its chapter.

    Attributes:
        chapters: what it leads to.
        title: what stands above it.
        new_page: whether it starts a page.
    """

    chapters: tuple[Chapter, ...]
    title: str = shared.CONTENTS
    new_page: bool = False


@dataclass(frozen=True)
class Prose:
    """A paragraph; ``muted`` ones are remarks."""

    text: str
    muted: bool = False


@dataclass(frozen=True)
class Items:
    """A list with one line per item."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a header row that is repeated on each page.

    Attributes:
        columns: its headers.
        rows: one cell per column; a cell is a text, or (text, remark) with a remark in smaller type below it.
        widths: share of each column in the width of the page (any scale); empty: all the same.
        height: least height of a row in centimetres, for tables that are filled in by hand; they stay on one page.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | tuple[str, str], ...], ...]
    widths: tuple[float, ...] = ()
    height: float = 0.0


@dataclass(frozen=True)
class Pictures:
    """Small pictures (PNG) side by side, each with its alternative text; Markdown leaves them out."""

    pictures: tuple[tuple[bytes, str], ...]


@dataclass(frozen=True)
class Tally:
    """A picture of counts: a row of marks for each, with its words beside it.

    Attributes:
        rows: words, and the marks (PNG) or None where there is nothing to count. The words are the alternative text.
        most: marks in the longest row.
    """

    rows: tuple[tuple[str, bytes | None], ...]
    most: int


Part = Heading | Chapter | Contents | Prose | Items | Table | Pictures | Tally


def cut(text: str, longest: int) -> str:
    """The text, or as many of its words as fit, with „…“ at the end."""
    if len(text) <= longest:
        return text
    head, blank, _ = text[:longest].rpartition(" ")
    return f"{(head if blank else text[: longest - 1]).rstrip(' ,;:')}…"


def own_thoughts(thoughts: Iterable[tuple[str, str]]) -> list[Part]:
    """The learner's own notes (question, answer) below their heading; nothing as long as all are empty."""
    answered = [(question, answer) for question, answer in thoughts if answer]
    if not answered:
        return []
    told = [part for question, answer in answered for part in (Heading(question, 2), Prose(answer))]
    return [Heading(shared.THOUGHTS), *told]


def below(parts: Sequence[Part], level: int) -> list[Part]:
    """The same parts with their highest headings at ``level`` and the others below them."""
    lift = level - min((part.level for part in parts if isinstance(part, Heading)), default=level)
    return [Heading(part.text, part.level + lift) if isinstance(part, Heading) else part for part in parts]


@dataclass(frozen=True)
class Paper:
    """A document.

    Attributes:
        title: its title.
        subtitle: one line below it.
        on: the day it was made; it stands in the footer.
        parts: what it consists of, in order.
    """

    title: str
    subtitle: str
    on: dt.date
    parts: Sequence[Part]

    @property
    def footer(self) -> str:
        """Left part of the footer."""
        firm = company.own()
        return shared.footer(self.title, day(self.on), firm.short if firm else "")


def markdown(paper: Paper) -> str:
    """The paper as Markdown (tables as in GitHub's flavour)."""
    written = [_markdown(part) for part in paper.parts if not isinstance(part, Pictures)]
    parts = [f"# {_escaped(paper.title)}", _escaped(paper.subtitle), *written]
    return "\n\n".join([*parts, f"---\n\n{_escaped(paper.footer)}"]) + "\n"


def _markdown(part: Heading | Chapter | Contents | Prose | Items | Table | Tally) -> str:
    match part:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {_escaped(text)}"
        case Chapter(text):
            return f"## {_escaped(text)}"
        case Contents(chapters, title):
            lines = (f"- {_escaped(one.text)} ({_escaped(one.state)})" for one in chapters)
            return "\n".join([f"**{_escaped(title)}**\n", *lines])
        case Prose(text, muted):
            return f"*{_escaped(text)}*" if muted else _escaped(text)
        case Items(texts):
            return "\n".join(f"- {_escaped(text)}" for text in texts)
        case Tally(rows):
            return "\n".join(f"- {_escaped(words)}" for words, _ in rows)
        case Table(columns, rows):
            head, rule = [_within(column) for column in columns], ["---"] * len(columns)
            cells = [head, rule, *([_cell(cell) for cell in row] for row in rows)]
            return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def _cell(cell: str | tuple[str, str]) -> str:
    text, remark = (cell, "") if isinstance(cell, str) else cell
    return _within(text) + (f"<br>*{_within(remark)}*" if remark else "")


_LISTS = re.compile(r"^(\s*(?:\d+(?=[.)]\s))?)([-+=.)])")
"""What would make a list, a rule or a heading of a text that begins so."""


def _escaped(text: str) -> str:
    """Text that somebody typed means itself, also in Markdown; a line break in it becomes a blank."""
    return _LISTS.sub(r"\1\\\2", _within(text))


def _within(text: str) -> str:
    """The same inside a line, such as in a table: no list begins there, so a date stays as it is."""
    return re.sub(r"([\\`*_~\[\]<>|#]|&(?=#?\w+;))", r"\\\1", clean(text).replace("\n", " "))
