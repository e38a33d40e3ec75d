"""How long a unit takes: reading what everybody on the path reads, and doing what its blocks ask.

Both are assumptions, the same for all units: 180 words a minute for a text that one has to understand, and for each
kind of block the seconds of ``SECONDS``. Extra steps („Wenn Sie mögen: …“), folded notes and what stands in
``<details>`` count nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from nbformat import NotebookNode

from fairki import ui

WORDS_A_MINUTE = 180
TABLE = 20
"""Seconds to find in a table what it is about; its cells are not read one by one."""
SECONDS: dict[type[ui.Block], int] = {
    ui.Anchors: 60,  # one rule gets its person and its place
    ui.Chart: 40,
    ui.Choice: 15,
    ui.Guess: 30,  # to guess, and to compare with what comes
    ui.Matrix: 90,  # to look at it, and to open two or three systems
    ui.Mirror: 60,  # to see it once, and to turn two or three cards
    ui.Months: 120,
    ui.Note: 90,
    ui.Opener: 60,
    ui.PickList: 120,  # two dozen cases, five seconds each: do we have this?
    ui.Plan: 240,  # three commitments of four fields, twenty seconds a field on a phone
    ui.Profiles: 160,  # two systems, ten seconds a question
    ui.Queue: 90,
    ui.Ranking: 90,  # three or four switches, and a look at the list after each
    ui.RoleTable: 240,  # eight tasks, three choices each
    ui.RuleBuilder: 135,  # three rules
    ui.Run: 15,
    ui.Slider: 40,
    ui.Swaps: 30,
    ui.Swarm: 40,  # as a chart
    ui.Thresholds: 180,
    ui.Writer: 180,
} | dict.fromkeys(
    (ui.Download, ui.Folder, ui.Header, ui.Kept, ui.KodexHistory, ui.Record, ui.Store, ui.Text, ui.UnitEnd), 0
)
"""Kind of block → seconds to do what it asks or to look at what it shows, beside reading it."""
CARD, QUESTION, SEVERAL = 5, 30, 40
"""Seconds to decide on one card that has been read, for one question of a self-check, and to tick several options."""

_WORD = re.compile(r"\w+(?:[-’',.]\w+)*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Count:
    """What a unit takes: words that are read, seconds in which something is done or looked at."""

    words: int = 0
    seconds: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.words + other.words, self.seconds + other.seconds)

    @property
    def minutes(self) -> float:
        """Reading and doing together."""
        return self.words / WORDS_A_MINUTE + self.seconds / 60


def of_page(cells: Iterable[tuple[NotebookNode, Sequence[object]]]) -> dict[str, Count]:
    """Unit id → what it takes; the head of a page counts to its first unit.

    Args:
        cells: each cell of a module's notebook and what it shows, once everything is answered.
    """
    found, now, extra = {}, Count(), False
    for cell, shown in cells:
        if cell.cell_type == "markdown":
            if cell.source.startswith("#"):
                extra = "extra" in cell.metadata.get("tags", ())
            now += Count() if extra else text(cell.source)
        for thing in shown:
            if isinstance(thing, ui.UnitEnd):
                found[thing.unit], now, extra = now, Count(), False
            elif not extra:
                now += block(thing) if isinstance(thing, ui.Block) else text(getattr(thing, "data", ""))
    return found


def block(one: ui.Block) -> Count:
    """What one block takes with the answers that it has; what is hidden or folded takes nothing.

    Raises:
        KeyError: nobody has said yet how long this kind of block takes.
    """
    if not one.visible or (isinstance(one, ui.Note) and one.optional):
        return Count()
    return Count(seconds=_seconds(one)) + sum(map(text, _texts(one)), Count())


def text(html: str) -> Count:
    """What a text takes, as HTML or Markdown."""
    reader = _Reader()
    reader.feed(_LINK.sub(r"\1", html))
    reader.close()
    return Count(len(_WORD.findall(" ".join(reader.said))), TABLE * reader.tables)


def _seconds(one: ui.Block) -> int:
    match one:
        case ui.Cards():
            return CARD * len(one.cards)
        case ui.Quiz():
            return QUESTION * len(one.questions)
        case ui.Choice(kind="checkbox"):
            return SEVERAL
        case ui.Chart(figure_json=None):
            return 0
    kinds = [
        kind for kind in type(one).__mro__ if kind in SECONDS
    ]  # anywidget gives each block a class of its own
    if not kinds:
        raise KeyError(type(one).__name__)
    return SECONDS[kinds[0]]


def _texts(one: ui.Block) -> list[str]:
    """What is read of a block: its question and options, and what it says once it is answered."""
    match one:
        case ui.Guess():
            return [one.question, *_words(one.options), one.answer]
        case ui.Quiz():
            return [part for asked in one.questions for part in _asked(asked)]
        case ui.Choice():
            return [one.label, *_words(one.options)]
        case ui.Text():
            return [one.html]
        case ui.Chart():
            return [one.title, one.summary]
        case ui.Note():
            return [one.label, one.hint]
        case ui.PickList():
            return [one.label, *(part for item in one.items for part in (item["title"], item["text"]))]
        case ui.Cards():
            return [one.label, *(part for card in one.cards for part in _card(card))]
        case ui.RuleBuilder():
            return [one.label, *_words(one.groups), *(pattern["title"] for pattern in one.patterns)]
        case ui.Plan():
            return [*_words(one.fields), one.day]
        case ui.Profiles():
            return [question["label"] for question in one.questions]
        case ui.Ranking():
            return [one.label, one.question, *_words(one.rules), one.ranking["headline"], one.ranking["more"]]
        case ui.RoleTable():
            return [*_words(one.tasks), *_words(one.duties)]
    return [one.label]


def _words(options: Iterable[Sequence[object]]) -> list[str]:
    """Of options or fields, each with its stored name first: what is shown."""
    return [part for _, *shown in options for part in shown if isinstance(part, str)]


def _asked(question: dict[str, Any]) -> list[str]:
    right = next(option["why"] for option in question["options"] if option["right"])
    return [question["text"], *(option["text"] for option in question["options"]), right]


def _card(card: dict[str, Any]) -> list[str]:
    reply = card.get("reply") or {"why": ""}
    return [
        card["title"],
        *(part for fact in card["facts"] for part in fact),
        card.get("note", ""),
        reply["why"],
    ]


class _Reader(HTMLParser):
    """Takes the text out of HTML, without tables, drawings and what is folded."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tables = 0
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("table", "details", "svg", "style"):
            self.tables += tag == "table" and not self._silent
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)
