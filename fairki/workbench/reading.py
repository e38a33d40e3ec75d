"""Files as German Excel and other programs save them, read into a table, or refused with a German sentence."""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, islice

from fairki.errors import BadFileError
from fairki.typed import clean
from fairki.workbench.de import reading as de
from fairki.workbench.table import Table, table

MOST_ROWS = 200_000
"""Rows of a text file."""
MOST_COLUMNS = 100
LOOKED_AT = 200
"""Lines by which separator and header are found."""
SEPARATORS = ";\t,|"
"""In the order in which they are believed if they fit equally well."""
EVERY = 20_000
"""Rows between two words about how far the work is."""
CROOKED = 0.1
"""Share of rows with another number of cells from which on the file is refused."""
OTHER_KINDS = {
    b"%PDF": de.PDF,
    b"\xd0\xcf\x11\xe0": de.OLD_EXCEL,
    b"\x1f\x8b": de.ARCHIVE,
    b"7z\xbc\xaf": de.ARCHIVE,
    b"Rar!": de.ARCHIVE,
    b"\x89PNG": de.IMAGE,
    b"\xff\xd8\xff": de.IMAGE,
    b"PAR1": de.NO_TABLE,
    b"SQLite format 3": de.DATABASE,
}
"""How a file begins → what is said of it."""
ZIPPED_KINDS = {
    "xl/workbook.bin": de.BINARY_EXCEL,
    "word/": de.WORD,
    "ppt/": de.SLIDES,
    "content.xml": de.LIBRE,
}
"""Path within a packed file → what is said of it."""
OTHER_TEXTS = {
    "<!doctype": de.WEB_PAGE,
    "<html": de.WEB_PAGE,
    "<table": de.WEB_PAGE,
    "<?xml": de.XML,
    "{\\rtf": de.RTF,
    '{"': de.JSON,
    "[{": de.JSON,
}
"""How a text begins, in small letters → what is said of it."""
_ODD_BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NUMBER = re.compile(r"[+-]?[\d.,]*\d[\d.,]*\s*[%€]?")

Say = Callable[[str], None]
"""Takes a German sentence about how far the work is."""


def read(name: str, content: bytes, say: Say = lambda text: None) -> Table:
    """The table in a file.

    Args:
        name: of the file, for messages; what is in it is found out by its content.
        content: its bytes.
        say: told how far the work is.

    Raises:
        BadFileError: it is no table, or too large.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise BadFileError(*de.EMPTY)
    if content.startswith(b"PK\x03\x04"):
        return _zipped(name, content, say)
    for magic, refusal in OTHER_KINDS.items():
        if content.startswith(magic):
            raise BadFileError(*refusal)
    return _text(name, *_decoded(content), say)


def _zipped(name: str, content: bytes, say: Say) -> Table:
    try:
        inside = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except zipfile.BadZipFile:
        raise BadFileError(*de.DAMAGED) from None
    if "xl/workbook.xml" in inside:
        from fairki.workbench import excel  # openpyxl is loaded when somebody chooses such a file

        return excel.read(name, content, say)
    for path, refusal in ZIPPED_KINDS.items():
        if any(one.startswith(path) for one in inside):
            raise BadFileError(*refusal)
    raise BadFileError(*de.ZIP)


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and a note about its encoding, if there is something to say."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ""
    head = content[:4000]
    if b"\0" in head:
        even, odd = head[::2].count(0), head[1::2].count(0)
        if max(even, odd) < len(head) // 4:
            raise BadFileError(*de.NO_TABLE)
        return content.decode("utf-16-be" if even > odd else "utf-16-le", "replace"), ""
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), de.ANSI


def _text(name: str, text: str, note: str, say: Say) -> Table:
    text = clean(_ODD_BREAKS.sub(" ", text))
    start = text[:200].lstrip().lower()
    for beginning, refusal in OTHER_TEXTS.items():
        if start.startswith(beginning):
            raise BadFileError(*refusal)
    notes = [note] if note else []
    stated = re.match(r"sep=(.)\n", text)  # Excel's own first line
    if stated:
        text = text[stated.end() :]
    try:
        separator, width = (stated[1], 0) if stated else _separator(text)
        # strict: a quotation mark that nobody closes would swallow the rows behind it in silence
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return of_rows(
            name, lines, width, separator != ",", notes, say, MOST_ROWS, de.too_many_rows(MOST_ROWS)
        )
    except csv.Error:
        raise BadFileError(*de.QUOTES) from None


def _separator(text: str) -> tuple[str, int]:
    """The sign between two cells, and how many cells most lines have."""
    sample = text[:200_000]
    if len(text) > len(sample):
        sample = sample[: sample.rfind("\n") + 1]
    best, found = 0.0, (";", 0)
    for sign in SEPARATORS:
        cells = [
            len(row) for row in _filled(islice(csv.reader(io.StringIO(sample), delimiter=sign), LOOKED_AT))
        ]
        width, lines = (
            Counter(n for n in cells if n > 1).most_common(1)[0] if max(cells, default=0) > 1 else (0, 0)
        )
        if width and lines / len(cells) > best:
            best, found = lines / len(cells), (sign, width)
    if not found[1]:
        raise BadFileError(*de.ONE_COLUMN)
    return found


def _filled(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows in which anything stands."""
    return (row for row in rows if any(row) and any(map(str.strip, row)))


def of_rows(
    name: str,
    lines: Iterator[list[str]],
    width: int,
    german: bool,
    notes: list[str],
    say: Say,
    most: int,
    too_many: tuple[str, str],
) -> Table:
    """A table of rows, whatever they were read from; ``width`` 0 is found out."""
    filled = _filled(lines)
    first = list(islice(filled, LOOKED_AT))
    if not first:
        raise BadFileError(*de.EMPTY)
    width = width or Counter(len(row) for row in first).most_common(1)[0][0]
    start, header = _header(first, width)
    width = max(width, len(header))  # the last columns may be empty in most rows
    if start > 1:
        notes.append(de.lines_above(start - 1))
    kept: list[list[str]] = []
    crooked = 0
    for row in chain(first[start:], filled):
        if len(row) < width:
            row = row + [""] * (width - len(row))
        elif len(row) > width:
            if any(map(str.strip, row[width:])):
                crooked += 1
                continue
            row = row[:width]
        kept.append(row)
        if len(kept) % EVERY == 0:
            if len(kept) > most:
                break
            say(de.rows_read(len(kept)))
    if len(kept) > most:
        raise BadFileError(*too_many)
    if crooked > CROOKED * (len(kept) + crooked):
        raise BadFileError(*de.crooked(crooked))
    if not kept:
        raise BadFileError(*de.NO_ROWS)
    if crooked:
        notes.append(de.left_out(crooked))
    columns = list(zip(*kept, strict=True))
    used = [at for at, title in enumerate(header) if title.strip() or any(map(str.strip, columns[at]))]
    if len(used) < 2:
        raise BadFileError(*de.ONE_COLUMN)
    if len(used) > MOST_COLUMNS:
        raise BadFileError(*de.too_many_columns(MOST_COLUMNS))
    return table(name, [header[at] for at in used], [columns[at] for at in used], german, notes)


def _header(rows: list[list[str]], width: int) -> tuple[int, list[str]]:
    """Where the first row of data stands, and the names of the columns ("" for one without)."""
    for place, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        named = [cell for cell in cells[:width] if cell]
        if len(named) >= max(2, (width + 1) // 2):
            if sum(bool(_NUMBER.fullmatch(cell)) for cell in named) > len(named) / 2:
                return place, [""] * width
            used = max(at for at, cell in enumerate(cells, 1) if cell)
            return place + 1, cells[:used] + [""] * (width - used)
    return 0, [""] * width
