"""What a facilitator takes along: whole, editable, without formulas, and only sums of enough answers."""

import asyncio
import csv
import datetime as dt
import io
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from served import AGENDA, OPTIONS, Served
from test_figures_and_votes import ballots

from coursetools.workshop import agenda
from coursetools.workshop.activities import Cloud, KodexVote, Poll, Ranking
from coursetools.workshop.exports import csv_file, excel_file, slides_file
from coursetools.workshop.exports.findings import Finding, Findings
from fairki import kodex
from fairki.typed import inert

EVIL = ["=1+1", "+SUM(A1)", "-2", "@cmd", "\t=1", " =HYPERLINK(1)"]
ANYWHERE = ("ergebnisse", "ergebnisse.xlsx", "ergebnisse.pptx", "tabelle", "kodex")


def findings(*results: dict) -> Findings:
    found = [Finding(f"schritt-{at}", f"Schritt {at}", result) for at, result in enumerate(results)]
    return Findings("=Ablauf", dt.date(2026, 11, 30), 5, found)


def evil() -> Findings:
    """A finding whose every word begins like a formula."""
    poll = Poll({"question": EVIL[0], "options": [[str(at), text] for at, text in enumerate(EVIL)]})
    result = poll.result(["0"] * 6 + ["1"], {1: ["0"] * 6, 2: ["0"] * 6 + ["1"]})
    return findings(result | {"summary": "=2+2", "texts": EVIL, "notes": EVIL})


def two_rounds() -> Findings:
    poll = Poll({"question": "Ist das fair?", "options": OPTIONS})
    return findings(poll.result(["ja"] * 6 + ["nein"] * 2, {1: ["ja"] * 8, 2: []}))


def test_in_the_csv_every_cell_that_looks_like_a_formula_stays_text():
    text = csv_file.table(evil())
    assert text.startswith("\ufeff") and "\r\n" in text
    cells = [cell for row in csv.reader(io.StringIO(text[1:]), delimiter=";") for cell in row]
    assert {inert(text) for text in EVIL} <= set(cells) and not set(EVIL) & set(cells)
    assert all(not cell.strip()[:1] or cell.strip()[0] not in "=+-@" for cell in cells)


def test_in_the_workbook_every_text_is_text():
    made = excel_file.workbook(evil())
    book = load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book for row in sheet for cell in row if isinstance(cell.value, str)]
    assert all(cell.data_type == "s" for cell in cells)
    assert {"=1+1", "@cmd", "=2+2"} <= {cell.value for cell in cells}
    assert all(b"<f>" not in ZipFile(io.BytesIO(made)).read(f"xl/worksheets/sheet{n}.xml") for n in (1, 2))


def test_the_workbook_has_shares_as_numbers_for_each_round():
    first, sheet = load_workbook(io.BytesIO(excel_file.workbook(two_rounds()))).worksheets
    assert [cell.value for cell in first[6]][:2] == ["1 Schritt 0", "Ist das fair?"]
    rows = [[cell.value for cell in row] for row in sheet]
    assert ["Ja", 1, 0.75] in [row[:3] for row in rows] and ["Nein", 0, 0.25] in [row[:3] for row in rows]


def test_what_is_no_share_is_never_given_as_percent():
    ranking = Ranking({"question": "Was zuerst?", "options": OPTIONS}).result([["ja", "nein"]] * 6)
    points = KodexVote({"question": "Welche Regeln?", "rules": 3}).result([["einspruch"]] * 6)
    made = findings(ranking, points)
    rows = list(csv.reader(io.StringIO(csv_file.table(made)[1:]), delimiter=";"))
    assert {row[6] for row in rows[1:]} == {""} and "1,0" in {row[7] for row in rows}
    book = load_workbook(io.BytesIO(excel_file.workbook(made)))
    assert all("%" not in cell.number_format for sheet in book for row in sheet for cell in row)
    show = Presentation(io.BytesIO(slides_file.slides(made)))
    shapes = [shape for slide in show.slides for shape in slide.shapes]
    assert not any(shape.has_chart for shape in shapes) and sum(shape.has_table for shape in shapes) >= 2


def test_a_word_of_the_cloud_has_its_share_of_all_who_answered():
    cloud = Cloud({"question": "Woran denken Sie?"}).result(
        [["fair"]] * 3 + [["Zeit"]] * 3, approved=["fair"]
    )
    assert ";50,0;3 (50" in csv_file.table(findings(cloud))


def test_slides_have_the_sentence_as_title_a_native_chart_its_words_and_the_method():
    show = Presentation(io.BytesIO(slides_file.slides(two_rounds())))
    slide = show.slides[1]
    result = two_rounds().found[0].result
    assert slide.shapes.title.text_frame.text == result["summary"]
    frame = next(shape for shape in slide.shapes if shape.has_chart)
    plot = frame.chart.plots[0]
    assert list(plot.categories) == ["Ja", "Nein"]
    assert [tuple(one.values) for one in plot.series] == [(1.0, 0.0), (0.75, 0.25)]
    description = frame._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "Ist das fair?" in description and "Nein: 2 (25" in description
    note = slide.notes_slide.notes_text_frame.text
    assert "8 Antworten" in note and "Gefragt wurde dieser Raum" in note
    assert show.core_properties.author != "Steve Canny" and not show.core_properties.last_modified_by


def test_evil_words_on_slides_are_words_in_the_chart_s_own_workbook_too():
    show = Presentation(io.BytesIO(slides_file.slides(evil())))
    charts = [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        assert [cell.data_type for row in book.active for cell in row if cell.value == "=1+1"] == ["s"]
    assert len(charts) == 1


def test_a_long_table_goes_on_on_further_slides_and_loses_no_row():
    vote = KodexVote({"question": "Welche Regeln?", "rules": 3})
    choice = list(vote.public()["patterns"])[:5]
    result = vote.result([[one["id"] for one in choice]] * 6)
    show = Presentation(io.BytesIO(slides_file.slides(findings(result))))
    tables = [shape.table for slide in show.slides for shape in slide.shapes if shape.has_table]
    titles = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert titles == [row[0] for row in result["table"]["rows"]] and len(tables) > 1


def test_files_hold_nothing_below_the_least_number_and_nothing_that_still_runs(served):
    served.open()
    ballots(served, 4)
    served.order("close", step="meinung")
    assert served.request("GET", "/leitung/ergebnisse", served.facilitator)[1]["results"] == []
    served.order("open", step="meinung", round=1)
    ballots(served, 1)
    assert asyncio.run(served.room.whole_result("meinung")) is None
    assert served.request("GET", "/leitung/ergebnisse", served.facilitator)[1]["results"] == []
    served.order("close", step="meinung")
    (one,) = served.request("GET", "/leitung/ergebnisse", served.facilitator)[1]["results"]
    assert one["step"] == "Ihre Meinung" and one["result"]["answers"] == 5
    table = served.request("GET", "/leitung/tabelle", served.facilitator)[1]
    assert table["name"] == "ergebnisse.csv" and "Ist das fair?" in table["text"]
    for name in ("ergebnisse.xlsx", "ergebnisse.pptx"):
        status, content = served.request("GET", f"/leitung/{name}", served.facilitator)
        assert status == 200 and ZipFile(io.BytesIO(content)).testzip() is None


@pytest.mark.parametrize("path", ANYWHERE)
def test_only_who_leads_gets_a_file(served, path):
    phone, wall = served.join(), served.room.projector
    for token in ("", phone, wall):
        assert served.request("GET", f"/leitung/{path}", token)[0] == 401
    served.order("end", confirm="beenden")
    assert served.request("GET", f"/leitung/{path}", served.facilitator)[0] == 410


def test_the_room_s_kodex_is_a_file_that_the_course_opens(url, monkeypatch):
    step = agenda.plain(agenda.steps()["kodex"])
    monkeypatch.setitem(AGENDA, "steps", [*AGENDA["steps"], step])
    served = Served(url)
    try:
        status, answer = served.request("GET", "/leitung/kodex", served.facilitator)
        assert (status, answer["code"]) == (409, "no_kodex") and "Kodex" in answer["error"]
        members = [served.join() for _ in range(5)]
        served.open("kodex")
        picked = ["einspruch", "auswahlquoten"]
        for token in members:
            assert served.vote(token, picked, "kodex")[0] == 200
        assert served.request("GET", "/leitung/kodex", served.facilitator)[1]["code"] == "no_kodex"
        served.order("close", step="kodex")
        answer = served.request("GET", "/leitung/kodex", served.facilitator)[1]
        opened = kodex.loads(answer["text"])
        assert answer["name"].endswith(".toml") and [rule.pattern for rule in opened.rules] == picked
        assert opened.dumps() == answer["text"]
        served.order("open", step="kodex", round=2)
        for token in members:
            assert served.vote(token, {"einspruch": {"frist": 30}}, "kodex", 2, "nonce-02")[0] == 200
        served.order("reveal", step="kodex")
        filled = kodex.loads(served.request("GET", "/leitung/kodex", served.facilitator)[1]["text"])
        assert [rule.values["frist"] for rule in filled.rules if rule.pattern == "einspruch"] == [30]
    finally:
        served.stop()
