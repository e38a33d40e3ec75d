"""A paper as a Word file: the look that all documents share."""

import datetime as dt
import io
from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from fairki import company
from fairki.documents.de import shared
from fairki.documents.layout import (
    Chapter,
    Contents,
    Heading,
    Items,
    Paper,
    Part,
    Pictures,
    Prose,
    Table,
    Tally,
)
from fairki.speech import TAG
from fairki.typed import clean

if TYPE_CHECKING:  # python-docx is loaded when somebody writes a document
    from docx.document import Document
    from docx.section import Section as Page
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.parfmt import ParagraphFormat

FONT = "Arial"
STOCK_STYLES = {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Header", "Footer"}
"""What we use of the styles of python-docx's template, beside its defaults; the rest is left out."""
INK, MUTED, PETROL, SOFT, LINE = "1B2430", "55606D", "0B5C66", "E4F0F1", "C9D3D6"
"""Colours as Word writes them: the course's ink and petrol on white."""
WIDTH = 16.0
"""Centimetres between the margins of an A4 page."""
LOGO = 0.9
"""Centimetres of a company's logo at the top of each page."""
HEAD = 1.7
"""Centimetres of a small picture."""
MARK, WORDS = 0.4, 6.6
"""Centimetres of a mark in a row, if the row is not too long, and of the words before it."""
LONGEST_TITLE = 255
"""Characters that fit into a Word file's property."""


def word(paper: Paper) -> bytes:
    """The paper as a Word file (.docx), A4, in German."""
    from docx import Document

    document = Document()
    _set_up(document, paper)
    document.add_paragraph(clean(paper.title), style="Title")
    document.add_paragraph(clean(paper.subtitle), style="Subtitle")
    for part, following in zip_longest(paper.parts, paper.parts[1:]):
        _write(document, part)
        if isinstance(part, Prose) and isinstance(following, Items | Table | Tally):
            document.paragraphs[-1].paragraph_format.keep_with_next = True
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _write(document: "Document", part: Part) -> None:
    match part:
        case Heading(text, level):
            document.add_heading(clean(text), level)
        case Chapter():
            _write_chapter(document, part)
        case Contents(chapters, title, new_page):
            above = document.add_paragraph(clean(title), style="Contents Title")
            above.paragraph_format.page_break_before = new_page
            for chapter in chapters:
                _write_line_of_contents(document, chapter)
        case Prose(text, muted):
            document.add_paragraph(clean(text), style="Remark" if muted else "Normal")
        case Items(texts):
            for text in texts:
                document.add_paragraph(clean(text), style="List Bullet")
        case Table():
            _write_table(document, part)
        case Pictures(pictures):
            _write_pictures(document, pictures)
        case Tally():
            _write_tally(document, part)


def _write_pictures(document: "Document", pictures: Iterable[tuple[bytes, str]]) -> None:
    from docx.shared import Cm

    line = document.add_paragraph()
    line.paragraph_format.keep_with_next = True
    for content, words in pictures:
        run = line.add_run()
        run.add_picture(io.BytesIO(content), height=Cm(HEAD))._inline.docPr.set("descr", clean(words))
        run.add_text(" ")


def _write_tally(document: "Document", part: Tally) -> None:
    from docx.shared import Cm, Pt

    height = min(MARK, (WIDTH - WORDS) / max(part.most, 1))
    lines = [document.add_paragraph(clean(words), style="Tally") for words, _ in part.rows]
    for line, (words, content) in zip(lines, part.rows, strict=True):
        line.paragraph_format.keep_with_next = line is not lines[-1]
        if content:
            run = line.add_run("\t")
            run._r.get_or_add_rPr().append(_lowered())
            run.add_picture(io.BytesIO(content), height=Cm(height))._inline.docPr.set("descr", clean(words))
    lines[-1].paragraph_format.space_after = Pt(6)


def _lowered() -> Any:
    """Marks stand on the line; 2 points lower they are level with its letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    position = OxmlElement("w:position")
    position.set(qn("w:val"), "-4")
    return position


def _write_chapter(document: "Document", chapter: Chapter) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    heading = document.add_heading(clean(chapter.text), 1)
    heading.paragraph_format.page_break_before = chapter.new_page
    number = str(len(document.element.findall(".//" + qn("w:bookmarkStart"))) + 1)
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), number)
    start.set(qn("w:name"), chapter.anchor)
    heading._p.insert(1, start)  # behind the paragraph's properties
    heading._p.append(end)


def _write_line_of_contents(document: "Document", chapter: Chapter) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = document.add_paragraph(style="Contents")
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), chapter.anchor)
    run = line.add_run(clean(chapter.text))
    run.style = "Link"
    link.append(run._r)
    line._p.append(link)
    line.add_run(f"\t{clean(chapter.state)}")


def _write_table(document: "Document", part: Table) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
    from docx.shared import Cm

    shares = part.widths or (1,) * len(part.columns)
    widths = [Cm(WIDTH * share / sum(shares)) for share in shares]
    table = document.add_table(rows=1, cols=len(part.columns))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _borders(table)
    head = table.rows[0]
    for cell, text in zip(head.cells, part.columns, strict=True):
        cell.paragraphs[0].style = "Table Head"
        cell.paragraphs[0].text = clean(text)
        _shade(cell, PETROL)
    _row_property(head, "tblHeader")
    _row_property(head, "cantSplit")
    for texts in part.rows:
        row = table.add_row()
        _row_property(row, "cantSplit")
        if part.height:
            row.height, row.height_rule = Cm(part.height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, content in zip(row.cells, texts, strict=True):
            text, remark = (content, "") if isinstance(content, str) else content
            cell.paragraphs[0].style = "Table Text"
            cell.paragraphs[0].text = clean(text)
            if remark:
                cell.add_paragraph(clean(remark), style="Table Remark")
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    # The header stays with the first row; what is filled in by hand stays on one page.
    for row in table.rows[:-1] if part.height else table.rows[:1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    document.add_paragraph(style="After Table")


def _set_up(document: "Document", paper: Paper) -> None:
    from docx.shared import Cm

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm((21 - WIDTH) / 2)
    page.top_margin, page.bottom_margin = Cm(2.3), Cm(2.2)
    properties = document.core_properties
    properties.title = clean(paper.title)[:LONGEST_TITLE]
    properties.author = properties.comments = ""
    properties.language = TAG
    properties.created = properties.modified = dt.datetime.combine(paper.on, dt.time())
    _styles(document)
    _footer(page, paper.footer)
    if firm := company.own():
        _header(page, firm)


def _header(page: "Page", firm: company.Company) -> None:
    """The own company's logo, with its name as what is said of the picture; without one the name."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    line = page.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if firm.look.picture:
        picture = line.add_run().add_picture(str(firm.look.picture), height=Cm(LOGO))
        picture._inline.docPr.set("descr", firm.name)
    else:
        line.add_run(firm.name)


def _styles(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Cm, RGBColor

    styles = document.styles
    # each paragraph looks through all of them: the 164 stock ones take two thirds of the time
    for style in list(styles):
        if style.name.removesuffix(" Char") not in STOCK_STYLES and not style.element.default:
            style.delete()
    language = styles.element.find(".//" + qn("w:lang"))
    for name in ("val", "eastAsia"):
        language.set(qn(f"w:{name}"), TAG)
    for name in (
        "Contents Title",
        "Contents",
        "Remark",
        "Table Text",
        "Table Remark",
        "Table Head",
        "After Table",
        "Tally",
    ):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    _style(styles["Normal"], 11, INK, after=6, line=1.2)
    _style(styles["Title"], 26, PETROL, bold=True, after=4)
    _style(styles["Subtitle"], 12, MUTED, after=18)
    _style(styles["Heading 1"], 15, PETROL, bold=True, before=20, after=6, keep=True)
    _style(styles["Heading 2"], 12, INK, bold=True, before=12, after=4, keep=True)
    _style(styles["Heading 3"], 10.5, MUTED, bold=True, before=10, after=3, keep=True)
    _style(styles["Contents Title"], 15, PETROL, bold=True, before=20, after=6, keep=True)
    _style(styles["Contents"], 11, INK, after=4, line=1.2)
    _end_of_line(styles["Contents"].paragraph_format, leader=True)
    link = styles.add_style("Link", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(PETROL), True
    _style(styles["List Bullet"], 11, INK, after=3, line=1.2)
    _style(styles["Remark"], 10, MUTED, after=6, line=1.2)
    _style(styles["Table Text"], 10.5, INK, before=3, after=3, line=1.15)
    _style(styles["Table Remark"], 9, MUTED, after=3, line=1.1)
    _style(styles["Table Head"], 10, "FFFFFF", bold=True, before=3, after=3)
    _style(styles["After Table"], 6, INK, after=0)
    _style(styles["Tally"], 10.5, INK, after=1)
    styles["Tally"].paragraph_format.tab_stops.add_tab_stop(Cm(WORDS))
    _style(styles["Header"], 9, MUTED)
    _style(styles["Footer"], 9, MUTED)
    # the stock template draws a line below the title and sets its own tabs in the footer
    for name, tag in (("Title", "w:pBdr"), ("Footer", "w:tabs")):
        for stock in styles[name].element.findall(".//" + qn(tag)):
            stock.getparent().remove(stock)


def _style(
    style: Any,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    keep: bool = False,
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size = FONT, Pt(size)
    style.font.bold, style.font.italic = bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):  # theme fonts would win over the named one
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for tag in ("w:spacing", "w:kern"):  # letter-spacing of the stock titles
        for node in style.element.rPr.findall(qn(tag)):
            style.element.rPr.remove(node)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.keep_with_next = keep


def _end_of_line(shape: "ParagraphFormat", leader: bool = False) -> None:
    """What follows a tab stands at the right margin; a leader is a line of dots up to there."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    dots = WD_TAB_LEADER.DOTS if leader else WD_TAB_LEADER.SPACES
    shape.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, dots)


def _footer(page: "Page", text: str) -> None:
    line = page.footer.paragraphs[0]
    _end_of_line(line.paragraph_format)
    line.add_run(f"{clean(text)}\t{shared.PAGE}")
    _field(line, "PAGE")
    line.add_run(shared.OF)
    _field(line, "NUMPAGES")


def _field(paragraph: "Paragraph", code: str) -> None:
    """A number that Word fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)


def _row_property(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _shade(cell: "_Cell", colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _borders(table: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", LINE)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    # Word wants the properties of a table in the order of its schema: borders before layout and look.
    behind = [qn("w:tblLayout"), qn("w:tblCellMar"), qn("w:tblLook")]
    next(one for one in table._tbl.tblPr if one.tag in behind).addprevious(borders)
