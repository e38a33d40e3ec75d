"""The first sheet with a table in an Excel file (.xlsx)."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from fairki.errors import BadFileError
from fairki.typed import clean
from fairki.workbench import reading
from fairki.workbench.de import reading as de
from fairki.workbench.table import Table

MOST_ROWS = 50_000
"""Rows of an Excel file: it is read in pieces, and still takes many times as long as text."""
UNPACKED = 400_000_000
"""Bytes that the parts of the file may have when they are unpacked."""
EVERY = 2_000
"""Rows between two words about how far the work is."""


def read(name: str, content: bytes, say: reading.Say) -> Table:
    """The table of the first visible sheet that has one.

    Raises:
        BadFileError: the file is damaged, protected by a password, without a table, or too large.
    """
    import openpyxl

    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        if sum(part.file_size for part in inside.infolist()) > UNPACKED:
            raise BadFileError(*de.too_many_in_excel(MOST_ROWS))
    say(de.OPENING_EXCEL)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            sheet.reset_dimensions()  # what the file says of its size may be wrong
            if sum(1 for _ in zip(sheet.iter_rows(max_row=10), range(2), strict=False)) < 2:
                continue
            notes = [de.other_sheets(sheet.title)] if len(sheets) > 1 else []
            rows = _rows(sheet.iter_rows(values_only=True), say)
            too_many = de.too_many_in_excel(MOST_ROWS)
            return reading.of_rows(name, rows, 0, True, notes, say, MOST_ROWS, too_many)
    except BadFileError:
        raise
    except Exception as error:  # openpyxl lets through whatever its parts raise about a damaged file
        raise BadFileError(*de.DAMAGED) from error
    raise BadFileError(*de.EMPTY)


def _rows(rows: Iterator[tuple[Any, ...]], say: reading.Say) -> Iterator[list[str]]:
    """The rows as texts, none longer than its last cell with anything in it."""
    for number, row in enumerate(rows, 1):
        if number % EVERY == 0:
            say(de.rows_read(number))
        texts = [_text(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        yield texts


def _text(cell: Any) -> str:
    """What stands in a cell, as it would stand in a German text file."""
    match cell:
        case None:
            return ""
        case str():
            return str(clean(cell)).strip()
        case bool():
            return de.TRUE if cell else de.FALSE
        case float() if cell.is_integer():
            return str(int(cell))
        case int() | float():
            return repr(cell).replace(".", ",")
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
    return str(cell)
