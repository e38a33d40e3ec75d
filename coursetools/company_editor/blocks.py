"""Sections of a TOML file as blocks of lines: switched on and off, added, moved, taken away."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from coursetools.company_editor import statements
from coursetools.company_editor.statements import COMMENTED_HEAD, COMMENTED_KEY, Place, Statement, lines_of


@dataclass
class Draft:
    """A text that is being edited, with what stands where."""

    lines: list[str]
    ending: str
    statements: list[Statement] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Draft":
        """The draft of a text; its last line gets an end."""
        ending = "\r\n" if "\r\n" in text else "\n"
        draft = cls(lines_of(text if not text or text.endswith("\n") else text + ending), ending)
        draft.read()
        return draft

    def read(self) -> None:
        """Look again what stands where."""
        self.statements = statements.found(self.lines)

    def replace(self, first: int, end: int, lines: Sequence[str]) -> None:
        """Put other lines in the place of some."""
        self.lines[first:end] = lines
        self.read()

    @property
    def text(self) -> str:
        """The whole."""
        return "".join(self.lines)

    def entry(self, place: Place) -> Statement | None:
        """Where an entry stands, if it does."""
        return next((one for one in self.statements if one.place == place and not one.head), None)

    def head(self, place: Place) -> Statement | None:
        """Where a section begins, if it has a line of its own."""
        return next((one for one in self.statements if one.place == place and one.head), None)

    def within(self, place: Place) -> list[Statement]:
        """All that belongs to a section, with the sections in it."""
        return [one for one in self.statements if one.place[: len(place)] == place]

    def next_head(self, line: int) -> int:
        """The line of the next section, whether it holds or is switched off."""
        for at in range(line, len(self.lines)):
            if COMMENTED_HEAD.fullmatch(self.lines[at].strip()):
                return at
            if any(one.head and one.first == at for one in self.statements):
                return at
        return len(self.lines)

    def lead(self, line: int) -> int:
        """Where the comment begins that belongs to the section in this line."""
        first = line
        while (
            first
            and statements.is_comment(self.lines[first - 1])
            and not statements.is_code(self.lines[first - 1])
        ):
            first -= 1
        return first or line  # what stands at the very beginning is about the whole file


def comment_out(draft: Draft, first: int, end: int) -> None:
    """Keep lines as a comment."""
    kept = [
        line if not line.strip() or statements.is_comment(line) else f"# {line}"
        for line in draft.lines[first:end]
    ]
    draft.replace(first, end, kept)


def add_entry(draft: Draft, place: Place, order: Sequence[str], written: str) -> None:
    """Put an entry into its section: in the place of its commented line, else behind the one before it in order."""
    *section, key = place
    head = draft.head(tuple(section))
    first = head.end if head else 0
    end = draft.next_head(first)
    for at in range(first, end):
        found = COMMENTED_KEY.fullmatch(draft.lines[at].strip())
        if found and found[1] == key:
            line = statements.uncommented(draft.lines[at].lstrip())
            known = statements.found([line]) if _is_whole(line) else []
            if known:
                start, stop = known[0].value
                draft.replace(at, at + 1, [line[:start] + written + line[stop:]])
                return
    before = [draft.entry((*section, one)) for one in order[: list(order).index(str(key))]]
    there = [one.end for one in before if one]
    below = max(there) if there else first
    draft.replace(below, below, [f"{key} = {written}{draft.ending}"])


def _is_whole(line: str) -> bool:
    try:
        tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return False
    return True


def switch_off(draft: Draft, place: Place) -> None:
    """Keep a section as a comment."""
    inside = draft.within(place)
    comment_out(draft, inside[0].first, _end(draft, inside))


def switch_on(draft: Draft, place: Place, *, many: bool) -> None:
    """Begin a section: where it stands as a comment, else behind all others."""
    name = ".".join(str(one) for one in place if isinstance(one, str))
    written = f"[[{name}]]" if many else f"[{name}]"
    parent = place[: -1 - many]
    inside = draft.within(parent) if parent else []
    first, end = (inside[0].first, _end(draft, inside)) if inside else (0, len(draft.lines))
    others = [one.first for one in draft.statements if one.first >= end]
    for at in range(first, min(others, default=len(draft.lines)) if inside else end):
        found = COMMENTED_HEAD.fullmatch(draft.lines[at].strip())
        if found and found[1].replace(" ", "") == written:
            draft.replace(at, at + 1, [statements.uncommented(draft.lines[at].lstrip())])
            return
    gap = [draft.ending] if end and draft.lines[end - 1].strip() else []
    draft.replace(end, end, [*gap, written + draft.ending])


def _end(draft: Draft, inside: list[Statement]) -> int:
    """The line behind a section, with its entries that are switched off."""
    end = statements.last_line(inside)
    while end < len(draft.lines) and COMMENTED_KEY.fullmatch(draft.lines[end].strip()):
        end += 1
    return end


def arrange(draft: Draft, place: Place, count: int, origins: Sequence[int | None]) -> None:
    """Bring the sections of a list into another order; without those that are not named, and with new ones (None).

    What stands between two sections, blank lines above all, stays where it is.
    """
    spans = []
    for at in range(count):
        inside = draft.within((*place, at))
        if not inside or not inside[0].head:
            return  # written within one line
        spans.append((draft.lead(inside[0].first), _end(draft, inside)))
    taken = [draft.lines[first:end] for first, end in spans]
    gaps = [draft.lines[one[1] : two[0]] for one, two in pairwise(spans)]
    kept = [origin for origin in origins if origin is not None]
    if spans:
        lines: list[str] = []
        for at, origin in enumerate(kept):
            if at:
                lines += gaps[at - 1]
            lines += taken[origin]
        for gap in gaps[max(0, len(kept) - 1) :]:  # comments between them are nobody's
            lines += gap if any(line.strip() for line in gap) else []
        first, end = spans[0][0], spans[-1][1]
        if not kept:
            while end < len(draft.lines) and not draft.lines[end].strip():
                end += 1
        draft.replace(first, end, lines)
    for number, wanted in enumerate(origins):
        if wanted is None:
            _insert(draft, place, number)


def _insert(draft: Draft, place: Place, at: int) -> None:
    """Begin a new section at this place of a list; those before it are there already."""
    before = draft.within((*place, at - 1)) if at else []
    after = draft.within((*place, at))
    name = f"[[{'.'.join(str(one) for one in place if isinstance(one, str))}]]{draft.ending}"
    if before:
        line = _end(draft, before)
        draft.replace(line, line, [draft.ending, name])
    elif after:
        line = draft.lead(after[0].first)
        draft.replace(line, line, [name, draft.ending])
    else:
        switch_on(draft, (*place, 0), many=True)
