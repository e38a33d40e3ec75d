"""The findings as CSV: one line for each figure, sentence and text, as German spreadsheets open it."""

import csv
import io
from collections.abc import Iterator

from coursetools.workshop.de import exports as de
from coursetools.workshop.exports.findings import Finding, Findings, shares, tells_more
from fairki import speech
from fairki.typed import clean, inert


def table(findings: Findings) -> str:
    """The lines, with ``;`` between cells and a byte order mark at the beginning; nothing in it becomes a formula."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    rows.writerow(de.CSV_COLUMNS)
    for finding in findings.found:
        rows.writerows([inert(clean(cell)) for cell in row] for row in _rows(finding))
    return "\ufeff" + written.getvalue()


def _rows(finding: Finding) -> Iterator[list[str]]:
    result = finding.result
    head = [finding.title, result["title"], speech.number(result["answers"])]
    yield [*head, de.SENTENCE, "", "", "", result["summary"]]
    for bar in shares(result):
        for one in bar["earlier"]:
            yield [*head, de.BAR, bar["label"], one["label"], _percent(one["share"]), one["text"]]
        yield [*head, de.BAR, bar["label"], "", _percent(bar["share"]), bar["text"]]
    if tells_more(result):
        columns = result["table"]["columns"]
        for label, *cells in result["table"]["rows"]:
            for column, cell in zip(columns[1:], cells, strict=True):
                yield [*head, de.TABLE, label, column, "", cell]
    for text in result["texts"]:
        yield [*head, de.TEXT, "", "", "", text]
    for note in result["notes"]:
        yield [*head, de.NOTE, "", "", "", note]


def _percent(share: float) -> str:
    """A number that spreadsheets read, without a sign."""
    return f"{100 * share:.1f}".replace(".", ",")
