"""The findings as slides for PowerPoint: charts and tables that stay editable; the sentence is the title."""

import io
from collections.abc import Sequence
from typing import Any

from coursetools.workshop.de import exports as de
from coursetools.workshop.exports.findings import Finding, Findings, series, shares, tells_more
from fairki import company
from fairki.speech import day
from fairki.typed import clean

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WIDTH, HEIGHT, EDGE, TITLE = 13.333, 7.5, 0.6, 1.5
"""Inches of a slide (16:9), of its margin, and of the room for its title."""
MOST_BARS, MOST_ROWS, MOST_TEXTS = 16, 9, 8
"""So many stand on one slide; of more bars the first ones, of rows and texts the rest on the next slide."""
LONG, LONGEST = 110, 260
"""Characters from which on a title gets smaller letters, and from which on its sentences stand in the note."""
INK, PETROL, SOFT, EARLIER = "1B2430", "0B5C66", "E4F0F1", ("9DB6BA", "C4833A", "6E7F95")
FONT = "Arial"


def slides(findings: Findings) -> bytes:
    """The presentation (.pptx): a title, and for each finding a chart, and a table or texts where there are any.

    python-pptx is loaded when somebody asks for the file. Its own types are half there, so its objects are ``Any``.
    """
    from pptx import Presentation
    from pptx.util import Inches

    show: Any = Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    about = show.core_properties
    about.title, about.author, about.last_modified_by = clean(findings.title), company.current().name, ""
    about.language, about.comments, about.keywords = "de-DE", "", ""
    note = f"{de.made_on(day(findings.day), company.current().name)} {de.sums_alone(findings.fewest)}"
    first = _slide(show, findings.title, note)
    _text(first, [de.made_on(day(findings.day), company.current().name), de.sums_alone(findings.fewest)])
    for finding in findings.found:
        _describe(show, finding)
    if not findings.found:
        _slide(show, de.NOTHING_YET, note)
    written = io.BytesIO()
    show.save(written)
    return written.getvalue()


def _describe(show: Any, finding: Finding) -> None:
    result = finding.result
    note = " ".join(
        [de.asked(result["title"]), result["summary"], de.method(result["answers"]), *result["notes"]]
    )
    title = result["summary"] if len(result["summary"]) <= LONGEST else result["title"]
    bars = shares(result)
    if bars:
        _chart(_slide(show, title, note), result)
    if tells_more(result):
        rows = result["table"]["rows"]
        for begin in range(0, len(rows), MOST_ROWS):
            slide = _slide(show, de.goes_on(title, bool(bars) or begin > 0), note)
            _table(slide, result, rows[begin : begin + MOST_ROWS])
    for begin in range(0, len(result["texts"]), MOST_TEXTS):
        slide = _slide(show, de.texts_about(result["title"]), note)
        _text(slide, [de.quoted(text) for text in result["texts"][begin : begin + MOST_TEXTS]])
    if not (bars or tells_more(result) or result["texts"]):
        _text(_slide(show, title, note), [result["title"], *result["notes"]])


def _slide(show: Any, title: str, note: str) -> Any:
    """A slide with a title, and with what the speaker has to know as its note."""
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Inches, Pt

    slide = show.slides.add_slide(show.slide_layouts.get_by_name("Title Only", show.slide_layouts[5]))
    head = slide.shapes.title
    head.left, head.top = Inches(EDGE), Inches(0.35)
    head.width, head.height = Inches(WIDTH - 2 * EDGE), Inches(TITLE)
    frame = head.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    _write(frame.paragraphs[0], title, 22 if len(title) > LONG else 28, bold=True)
    notes = slide.notes_slide.notes_text_frame
    notes.text = clean(note)
    for paragraph in notes.paragraphs:
        for run in paragraph.runs:
            run.font.language_id = _german()
    footer = slide.shapes.add_textbox(
        Inches(EDGE), Inches(HEIGHT - 0.5), Inches(WIDTH - 2 * EDGE), Inches(0.35)
    )
    _write(footer.text_frame.paragraphs[0], company.current().name, Pt(11).pt)
    return slide


def _chart(slide: Any, result: dict[str, Any]) -> None:
    """Horizontal bars: what the room sees, as a chart with its own numbers behind it."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
    from pptx.util import Pt

    bars, rounds = result["bars"][:MOST_BARS], series(result)
    data: Any = CategoryChartData(number_format="0%")  # type: ignore[no-untyped-call]  # has no types
    data.categories = [clean(bar["label"]) for bar in bars]
    for name, parts in rounds.items():
        data.add_series(clean(name) or de.shown(len(rounds)), parts[:MOST_BARS])
    place = _place()
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    _described(frame, de.chart_says(result["title"], [(bar["label"], bar["text"]) for bar in bars]))
    chart = frame.chart
    _without_formulas(chart)
    chart.font.size, chart.font.name = Pt(14 if len(bars) < 9 else 12), FONT
    chart.has_title, chart.has_legend = False, len(rounds) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.category_axis.reverse_order = True  # the first answer stands above
    chart.category_axis.format.line.color.rgb = _colour("8A949B")
    axis = chart.value_axis
    axis.visible, axis.has_major_gridlines, axis.minimum_scale, axis.maximum_scale = False, False, 0, 1
    plot = chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 45, 0, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0%", False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    for at, one in enumerate(plot.series):
        colour = PETROL if at == len(rounds) - 1 else EARLIER[at % len(EARLIER)]
        one.format.fill.solid()
        one.format.fill.fore_color.rgb = _colour(colour)


def _without_formulas(chart: Any) -> None:
    """In the workbook behind a chart words stay words; python-pptx takes those that begin with ``=`` for formulas."""
    from openpyxl import load_workbook

    behind = chart.part.chart_workbook
    book: Any = load_workbook(io.BytesIO(behind.xlsx_part.blob))
    for row in book.active.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type, cell.quotePrefix = "s", True
    written = io.BytesIO()
    book.save(written)
    behind.update_from_xlsx_blob(written.getvalue())


def _table(slide: Any, result: dict[str, Any], rows: Sequence[Sequence[str]]) -> None:
    from pptx.util import Inches

    columns = result["table"]["columns"]
    left, top, width, _ = _place()
    frame = slide.shapes.add_table(len(rows) + 1, len(columns), left, top, width, Inches(0.4))
    _described(frame, de.table_says(result["title"], columns))
    longest = [max(len(row[at]) for row in [columns, *rows]) for at in range(len(columns))]
    shares = [min(max(one, 8), 60) for one in longest]
    for at, share in enumerate(shares):
        frame.table.columns[at].width = int(width * share / sum(shares))
    for number, row in enumerate([columns, *rows]):
        for at, text in enumerate(row):
            cell = frame.table.cell(number, at)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _colour("FFFFFF" if number else SOFT)
            _write(cell.text_frame.paragraphs[0], text, 13, bold=not number)


def _text(slide: Any, lines: Sequence[str]) -> None:
    from pptx.util import Pt

    frame = slide.shapes.add_textbox(*_place()).text_frame
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(10)
        _write(paragraph, line, 18)


def _write(paragraph: Any, text: str, size: float, bold: bool = False) -> None:
    from pptx.util import Pt

    run = paragraph.add_run()
    run.text = clean(text)
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = _colour(INK)
    run.font.language_id = _german()


def _colour(digits: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(digits)  # type: ignore[no-untyped-call]  # python-pptx has no types there


def _german() -> Any:
    from pptx.enum.lang import MSO_LANGUAGE_ID

    return MSO_LANGUAGE_ID.GERMAN


def _place() -> tuple[int, int, int, int]:
    """Left, top, width and height of what stands below the title."""
    from pptx.util import Inches

    top = TITLE + 0.55
    return Inches(EDGE), Inches(top), Inches(WIDTH - 2 * EDGE), Inches(HEIGHT - top - 0.7)


def _described(frame: Any, text: str) -> None:
    """What a screen reader says instead of the picture."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(text))
