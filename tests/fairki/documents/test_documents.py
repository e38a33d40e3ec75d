"""The documents: one content as Word and as Markdown, in German, well formed, for whatever people typed."""

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fairki import manifest
from fairki.documents import Heading, Items, Paper, Prose, Table, kodex, markdown, marks, word
from fairki.documents.layout import EmptyPaperError, Pictures, Tally
from fairki.kodex import Kodex, Rule
from fairki.kodex.example import EXAMPLE
from fairki.speech import day

TODAY = dt.date(2026, 3, 2)
ASPECTS = manifest.read().aspects
PAPER = Paper(
    "Titel",
    "Untertitel",
    TODAY,
    [
        Heading("Überschrift"),
        Prose("Ein Absatz."),
        Prose("Eine Bemerkung.", muted=True),
        Items(("eins", "zwei")),
        Table(("A", "B"), (("1", ("2", "klein")), ("3", "4")), (1, 3)),
    ],
)


def opened(paper):
    return Document(io.BytesIO(word(paper)))


def texts(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def kodex_paper(rules=EXAMPLE.rules, **more):
    return kodex.paper(Kodex("Unser Kodex", tuple(rules)), TODAY, ASPECTS, **more)


def test_word_has_real_headings_a_list_and_a_table_whose_header_row_is_repeated():
    document = opened(PAPER)
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["Titel"] == "Title"
    assert styles["Überschrift"] == "Heading 1"
    assert styles["eins"] == "List Bullet"
    head, *others = document.tables[0].rows
    assert [cell.text for cell in head.cells] == ["A", "B"]
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)


def test_word_speaks_german_and_its_footer_has_date_and_page():
    document = opened(PAPER)
    assert document.core_properties.language == "de-DE"
    assert document.styles.element.find(".//" + qn("w:lang")).get(qn("w:val")) == "de-DE"
    footer = document.sections[0].footer.paragraphs[0]
    assert "Stand: 2. März 2026" in footer.text
    fields = [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_properties_of_a_table_stand_in_the_order_that_word_asks_for():
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"]  # of the schema CT_TblPr
    found = [child.tag.partition("}")[2] for child in opened(PAPER).tables[0]._tbl.tblPr]
    assert found == [name for name in order if name in found] and "tblBorders" in found


def test_word_says_nothing_about_who_made_it():
    properties = opened(PAPER).core_properties
    assert (properties.author, properties.comments) == ("", "")
    assert properties.created.date() == TODAY


def test_markdown_says_the_same_as_word():
    text = markdown(PAPER)
    assert text.startswith("# Titel\n\nUntertitel\n\n## Überschrift\n")
    assert "| A | B |\n| --- | --- |\n| 1 | 2<br>*klein* |\n| 3 | 4 |" in text
    assert "- eins\n- zwei" in text and "*Eine Bemerkung.*" in text


@given(st.text(st.characters(exclude_categories=[]), max_size=80))
@settings(max_examples=40)
@example("\ud800")  # half an emoji
def test_whatever_people_type_makes_a_readable_document(typed):
    png = marks.row(marks.FOUND, 1)
    parts = [Heading(typed), Prose(typed), Items((typed,)), Table((typed,), (((typed, typed),),))]
    paper = Paper(typed, typed, TODAY, [*parts, Pictures(((png, typed),)), Tally(((typed, png),), 1)])
    opened(paper)
    markdown(paper).encode()


def test_what_people_type_is_no_markup():
    text = markdown(Paper("T", "", TODAY, [Table(("A",), (("a|b <b> *fett*\nneu",),))]))
    assert "a\\|b \\<b\\> \\*fett\\* neu" in text


def test_a_kodex_lists_its_rules_in_order_with_owner_and_channel():
    first, *others = EXAMPLE.rules
    rows = opened(kodex_paper([replace(first, owner="Samira Haddad, IT"), *others])).tables[0].rows
    assert [row.cells[0].text for row in rows[1:]] == [str(n) for n in range(1, len(EXAMPLE.rules) + 1)]
    assert all(rule.sentence in row.cells[1].text for rule, row in zip(EXAMPLE.rules, rows[1:], strict=True))
    assert rows[1].cells[2].text == "Samira Haddad, IT"
    assert rows[2].cells[3].text == kodex.shared.OPEN


def test_a_kodex_names_what_is_still_open():
    found = texts(opened(kodex_paper([Rule("einspruch")], clashes=["Regel 1 und Regel 2 passen nicht."])))
    assert any("Noch nicht verankert" in text and "Regel 1." in text for text in found)
    assert any("Ohne Regel:" in text and "nachhaltig" in text.lower() for text in found)
    assert "Regel 1 und Regel 2 passen nicht." in found


def test_a_finished_kodex_has_no_open_points():
    rule = Rule("einspruch", owner="Eva", channel="Postfach", aspects=tuple(ASPECTS))
    assert "Offene Punkte" not in texts(opened(kodex_paper([rule])))


def test_a_kodex_shows_the_thoughts_that_were_written_down():
    found = texts(opened(kodex_paper(thoughts=[("Was?", "Das hier."), ("Und?", "")])))
    assert "Das hier." in found and "Was?" in found and "Und?" not in found


def test_an_empty_kodex_is_no_document():
    with pytest.raises(EmptyPaperError, match="noch leer"):
        kodex_paper([])


def test_dates_read_as_in_a_letter():
    assert day(dt.date(2026, 5, 3)) == "3. Mai 2026"
