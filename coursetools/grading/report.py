"""What a trainer needs to know about a pile of hand-ins, as a page and as tables; and the little a company may know."""

import base64
import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from mistune import create_markdown

from coursetools.grading.arrivals import Rejected
from coursetools.grading.de import overview as de
from coursetools.grading.feedback import Part, parts, title
from coursetools.grading.gradebook import Record
from coursetools.grading.job import Assignment
from coursetools.grading.listing import Entry, entries, reasons, seen, total
from coursetools.grading.pages import in_points, render, script
from coursetools.grading.versions import Versions
from fairki import speech
from fairki.typed import inert

FEWEST = 5
"""Fewest people of whom a company is told a number."""

_MARK_SCHEME = re.compile(r"### BEGIN MARK SCHEME\n(.*?)### END MARK SCHEME", re.DOTALL)


@dataclass(frozen=True)
class Question:
    """How a pile did in one question: points on average and shares of the hand-ins decided so far (0 to 1), and how
    many are decided and still open."""

    title: str
    most: float
    mean: float
    full: float
    some: float
    none: float
    decided: int
    open: int


@dataclass(frozen=True)
class Look:
    """A hand-in that a person should look at, and why, in words."""

    pseudonym: str
    reasons: list[str]


@dataclass(frozen=True)
class Pile:
    """All hand-ins for one exercise as the overview shows them.

    Attributes:
        count: how many there are; ``open`` of them wait for a person to decide.
        mean, most: points on average and points to be reached, of the answers that are decided.
        seen: pseudonyms of those who looked at the worked answers before.
        entries: each hand-in, and who handed nothing in.
    """

    slug: str
    title: str
    count: int
    mean: float
    most: float
    open: int
    questions: list[Question]
    looks: list[Look]
    seen: list[str]
    rubrics: list[str]
    entries: list[Entry]


def overview(
    piles: Sequence[Pile],
    rejected: Sequence[Rejected],
    questions: Sequence[str] = (),
    walls: str = "",
    waiting: Sequence[Entry] = (),
) -> str:
    """The trainer's page as HTML; links lead to ``feedback/<pseudonym>/<slug>.html`` beside it.

    Args:
        walls: what shut in the hand-ins that were graded last, if any were here.
        waiting: hand-ins that have no points yet.
    """
    code = script("overview.js")
    return render(
        "overview.html.j2",
        de=de,
        piles=piles,
        rejected=rejected,
        questions=questions,
        walls=walls,
        entries=[*waiting, *(entry for pile in piles for entry in pile.entries)],
        script=code,
        digest=base64.b64encode(hashlib.sha256(code.encode()).digest()).decode(),
    )


def pile(
    assignment: Assignment,
    records: Sequence[Record],
    versions: Mapping[tuple[str, str], Versions] = MappingProxyType({}),
    everybody: Iterable[str] = (),
) -> Pile:
    """The figures of the hand-ins for one exercise (at least one); see also ``listing.entries``."""
    by_question: dict[str, list[Part]] = {}
    for record in records:
        for part in parts(assignment, record, b""):
            by_question.setdefault(part.title, []).append(part)
    questions = [_question(name, there) for name, there in by_question.items()]
    decided = [question for question in questions if question.decided]
    return Pile(
        assignment.slug,
        title(assignment),
        len(records),
        sum(question.mean for question in decided),
        sum(question.most for question in decided),
        sum(any(mark.score is None for mark in record.marks) for record in records),
        questions,
        [Look(record.pseudonym, why) for record in records if (why := [one.text for one in reasons(record)])],
        [record.pseudonym for record in records if seen(record)],
        _rubrics(assignment),
        entries(assignment, records, versions, everybody),
    )


def workbook(piles: Iterable[tuple[Assignment, Sequence[Record]]]) -> bytes:
    """Points by pseudonym as an Excel file (.xlsx), one sheet per exercise."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for assignment, records in piles:
        sheet = book.create_sheet(assignment.slug)
        for row in table(assignment, records):
            sheet.append(row)
        for cell in chain.from_iterable(sheet):
            if isinstance(cell.value, str):  # openpyxl takes a text that begins with = for a formula
                cell.data_type, cell.quotePrefix = "s", True
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for column in sheet.columns:
            sheet.column_dimensions[column[0].column_letter].width = min(
                40, 2 + max(len(str(c.value or "")) for c in column)
            )
        sheet.freeze_panes = "B2"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def spreadsheet(assignment: Assignment, records: Sequence[Record]) -> str:
    """The same table as CSV, as German Excel reads it: semicolons, decimal commas."""
    return _csv(
        [in_points(cell) if isinstance(cell, float) else cell for cell in row]
        for row in table(assignment, records)
    )


def table(assignment: Assignment, records: Sequence[Record]) -> list[list[str | float | None]]:
    """Points by pseudonym: a header and one row per hand-in; an open question is an empty cell."""
    rows = [list(parts(assignment, record, b"")) for record in records]
    asked = rows[0] if rows else []
    head = [de.HAND_IN, *(de.column(part.title, speech.number(part.most)) for part in asked)]
    found: list[list[str | float | None]] = [[*head, de.TOTAL, de.STILL_OPEN, de.SEEN, de.LOOK]]
    for record, questions in zip(records, rows, strict=True):
        found.append(
            [
                record.pseudonym,
                *(None if part.score is None else float(part.score) for part in questions),
                float(total(record)),
                float(sum(part.most for part in questions if part.score is None)),
                de.YES if seen(record) else "",
                " ".join(one.text for one in reasons(record)),
            ]
        )
    return found


def completion(counts: Sequence[tuple[str, int]]) -> str:
    """What a company may know, as CSV: how many handed an exercise in. No points, no attempts, no persons.

    Args:
        counts: title of an exercise and number of people; fewer than ``FEWEST`` are not told apart.
    """
    rows = [[name, number if number >= FEWEST else de.fewer(FEWEST)] for name, number in counts]
    return _csv([[de.EXERCISE, de.HANDED_IN_BY], *rows])


def _csv(rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    cells = ([inert(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(cells)
    return "\N{ZERO WIDTH NO-BREAK SPACE}" + text.getvalue()


def _question(name: str, found: list[Part]) -> Question:
    decided = [(part.score, part.most) for part in found if part.score is not None]
    most, number = found[0].most, len(decided) or 1
    full = sum(score >= its_most for score, its_most in decided)
    none = sum(score <= 0 for score, _ in decided)
    return Question(
        name,
        most,
        sum(score for score, _ in decided) / number,
        full / number,
        (len(decided) - full - none) / number,
        none / number,
        len(decided),
        len(found) - len(decided),
    )


def _rubrics(assignment: Assignment) -> list[str]:
    """The mark schemes of the free texts as HTML."""
    sources = ("".join(cell["source"]) for cell in json.loads(assignment.source)["cells"])
    render = create_markdown(escape=True, plugins=["strikethrough", "table", "url"])
    return [str(render(scheme)) for source in sources for scheme in _MARK_SCHEME.findall(source)]
