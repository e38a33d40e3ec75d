"""The findings as an Excel workbook: a first sheet about all, and one sheet for each step."""

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coursetools.workshop.de import exports as de
from coursetools.workshop.exports.findings import Finding, Findings, series, shares, tells_more
from fairki import company
from fairki.speech import day
from fairki.typed import clean

if TYPE_CHECKING:  # openpyxl is loaded when somebody asks for the file
    from openpyxl.worksheet.worksheet import Worksheet

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_NAME = 31
"""Characters of a sheet's name."""
WIDE, NARROW = 60, 18
"""Widths of columns, in characters."""


def workbook(findings: Findings) -> bytes:
    """The workbook (.xlsx). All texts are texts, whatever they begin with; only shares are numbers."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator, book.properties.title = company.current().name, clean(findings.title)
    first = book.active
    assert first is not None  # a new workbook has a sheet
    first.title = de.OVERVIEW
    _line(first, [findings.title], bold=True)
    _line(first, [de.made_on(day(findings.day), company.current().name)])
    _line(first, [de.sums_alone(findings.fewest)])
    _line(first, [])
    _line(first, de.OVERVIEW_COLUMNS, bold=True)
    names: list[str] = []
    for finding in findings.found:
        names.append(_name(f"{len(names) + 1} {finding.title}"))
        result = finding.result
        _line(first, [names[-1], result["title"], result["summary"], result["answers"]])
    _widths(first, (NARROW + 12, WIDE, WIDE, NARROW))
    for name, finding in zip(names, findings.found, strict=True):
        _sheet(book.create_sheet(name), finding)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(sheet: "Worksheet", finding: Finding) -> None:
    result = finding.result
    _line(sheet, [result["title"]], bold=True)
    _line(sheet, [result["summary"]])
    _line(sheet, [de.method(result["answers"])])
    if bars := shares(result):
        rounds = series(result)
        _line(sheet, [])
        _line(sheet, [de.ANSWER, *(name or de.shown(len(rounds)) for name in rounds), de.AS_TEXT], bold=True)
        for bar, *parts in zip(bars, *rounds.values(), strict=True):
            _line(sheet, [bar["label"], *parts, bar["text"]])
            for cell in sheet[sheet.max_row][1:-1]:
                cell.number_format = "0.0%"
    if tells_more(result):
        _line(sheet, [])
        _line(sheet, result["table"]["columns"], bold=True)
        for row in result["table"]["rows"]:
            _line(sheet, row)
    for title, texts in ((de.TEXTS, result["texts"]), (de.NOTES, result["notes"])):
        if texts:
            _line(sheet, [])
            _line(sheet, [title], bold=True)
            for text in texts:
                _line(sheet, [text])
    _widths(sheet, (WIDE, *[NARROW + 6] * 5))


def _line(sheet: "Worksheet", cells: Sequence[Any], bold: bool = False) -> None:
    """A further row; openpyxl would take a text that begins with ``=`` for a formula."""
    from openpyxl.styles import Alignment, Font

    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 1
    if not cells:
        sheet.cell(row, 1).value = " "  # an empty row would be written over by the next one
    for column, value in enumerate(cells, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = clean(value)
            cell.data_type, cell.quotePrefix = "s", True
            cell.alignment = Alignment(wrap_text=len(cells) > 1, vertical="top")
        else:
            cell.value = value
            cell.alignment = Alignment(vertical="top")
        if bold:
            cell.font = Font(bold=True)


def _widths(sheet: "Worksheet", widths: Sequence[int]) -> None:
    for letter, width in zip("ABCDEFG", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def _name(title: str) -> str:
    """A name that Excel takes for a sheet; the number at its beginning keeps names apart."""
    return re.sub(r"[\\/*?:\[\]']", " ", clean(title))[:LONGEST_NAME].strip()
