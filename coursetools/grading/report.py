"""What a trainer needs to know about a pile of hand-ins, as a page and as tables; and the little a company may know."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from coursetools.grading.arrivals import Rejected
from coursetools.grading.de import overview as de
from coursetools.grading.feedback import Part, parts, title
from coursetools.grading.gradebook import Record
from coursetools.grading.job import INCIDENTS, SEEN, Assignment
from coursetools.grading.pages import in_points, render
from coursetools.grading.pseudonyms import harmless
from fairki import speech

NEARLY = 0.9
"""Share of the points from which on a hand-in that is not full deserves a second look."""
MOST_PLACES = 4
"""Cells that are named for one kind of incident."""
DETAILED = ("attack", "object")
"""Kinds of incidents whose own words say what it was."""
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


def overview(
    piles: Sequence[Pile], rejected: Sequence[Rejected], questions: Sequence[str] = (), walls: str = ""
) -> str:
    """The trainer's page as HTML; links lead to ``feedback/<pseudonym>/<slug>.html`` beside it.

    Args:
        walls: what shut in the hand-ins that were graded last, if any were here.
    """
    given = {"piles": piles, "rejected": rejected, "questions": questions, "walls": walls}
    return render("overview.html.j2", de=de, **given)


def pile(assignment: Assignment, records: Sequence[Record]) -> Pile:
    """The figures of the hand-ins for one exercise (at least one)."""
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
        [Look(record.pseudonym, reasons) for record in records if (reasons := list(_reasons(record)))],
        [record.pseudonym for record in records if _seen(record)],
        _rubrics(assignment),
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
                float(_total(record)),
                float(sum(part.most for part in questions if part.score is None)),
                de.YES if _seen(record) else "",
                harmless(" ".join(_reasons(record))),
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
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
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


def _reasons(record: Record) -> Iterable[str]:
    cells: dict[str, list[str]] = {}
    details: dict[str, list[str]] = {}
    stopped = [one for one in record.incidents if one.kind == "stopped"]
    for incident in stopped[:MOST_PLACES]:
        yield f"{incident.cell.upper()}: {incident.text}"
    for incident in (one for one in record.incidents if one.kind != SEEN):
        if incident not in stopped[:MOST_PLACES]:
            cells.setdefault(incident.kind, []).append(incident.cell)
        if incident.kind in DETAILED and incident.text not in ("", INCIDENTS[incident.kind]):
            details.setdefault(incident.kind, []).append(" ".join(incident.text.split()))
    for kind, places in cells.items():
        named = [place for place in dict.fromkeys(places) if place]
        where = ", ".join(named[:MOST_PLACES]) + (" …" if len(named) > MOST_PLACES else "")
        yield f"{INCIDENTS[kind]} ({where})" if where else INCIDENTS[kind]
        yield from list(dict.fromkeys(details.get(kind, [])))[:MOST_PLACES]
    if again := [mark.cell for mark in record.marks if mark.again]:
        yield de.again(", ".join(again[:MOST_PLACES]))
    most = sum(mark.most for mark in record.marks if mark.score is not None)
    reached = _total(record)
    if NEARLY * most <= reached < most:
        yield de.nearly(speech.number(reached, 1), speech.number(most, 1))


def _seen(record: Record) -> bool:
    return any(incident.kind == SEEN for incident in record.incidents)


def _total(record: Record) -> float:
    return sum(mark.score or 0 for mark in record.marks)


def _rubrics(assignment: Assignment) -> list[str]:
    """The mark schemes of the free texts as HTML."""
    sources = ("".join(cell["source"]) for cell in json.loads(assignment.source)["cells"])
    return [
        MarkdownWithMath(IPythonRenderer(exclude_anchor_links=True)).render(scheme)
        for source in sources
        for scheme in _MARK_SCHEME.findall(source)
    ]
