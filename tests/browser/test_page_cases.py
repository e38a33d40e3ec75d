"""What people met on pages and reported, one case each, by its number; 74 and 77 are in ``test_lying_network``."""

import io
import json
import re
import zipfile

import pytest
from answers import FULL, pasted_over
from docx import Document
from enlarged import cut_off
from learner import downloaded, kept, open_module
from playwright.sync_api import Page, expect
from test_workshop import Workshop, phone, workshop  # noqa: F401 (fixtures)

from fairki.documents import folder

pytestmark = pytest.mark.browser

NOTE = "01.transfer.arbeit"
KEPT = json.dumps({"version": 2, "answers": {NOTE: "Alt"}, "progress": {}, "last": None})
UNREADABLE = {
    "newer": KEPT.replace('"version": 2', '"version": 3'),
    "cut off": KEPT[:-30],
    "odd": KEPT.replace(NOTE, "<b>"),
}


def grow(page: Page, percent: int) -> None:
    page.evaluate("(size) => (document.documentElement.style.fontSize = size)", f"{percent}%")


def test_case_50_word_folder_with_pasted_texts(page_at, served):
    page = page_at(1280, reduced_motion="reduce")
    pasted = {key: pasted_over(value) for key, value in FULL.items()} | {NOTE: "vorn \ud83d hinten"}
    page.goto(f"{served.url}woerter")
    page.evaluate(
        "(answers) => (localStorage.fairki = JSON.stringify({ version: 1, answers, progress: {}, last: null }))",
        pasted,
    )
    open_module(page, served, "07_verankern")
    name, content = downloaded(page, "Mappe als Word-Datei speichern")
    assert name == "mappe.docx"
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    read = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for joined in ("ZeileUmbruch", "SeiteWechsel", "WindowsMac", "MacAlt", "AbsatzEnde"):
        assert joined not in read
    assert "vorn  hinten" not in read and "\N{GRINNING FACE}" in read
    page.get_by_role("group", name="Nur für Sie").get_by_role("checkbox").check()
    name, content = downloaded(page, "Alles als Zip-Datei speichern")
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\ufffe]", made.read("mappe.md").decode())
        notes = Document(io.BytesIO(made.read(folder.PRIVATE_NAME)))
        assert "vorn  hinten" in "\n".join(paragraph.text for paragraph in notes.paragraphs)
    expect(page.get_by_role("alert").filter(has_text="schiefgegangen")).to_have_count(0)


def test_case_66_text_at_200_percent_on_a_phone(page_at, served):
    page = page_at(360, reduced_motion="reduce")
    open_module(page, served, "02_werte")
    for percent in (125, 150, 175, 200):
        grow(page, percent)
        assert cut_off(page) == [], percent


def test_case_69_kept_data_of_another_version_or_damaged(page_at, served):
    page = page_at(360, reduced_motion="reduce")
    page.goto(f"{served.url}woerter")
    for name, text in UNREADABLE.items():
        page.evaluate("(text) => { localStorage.clear(); localStorage.fairki = text }", text)
        open_module(page, served, "00_willkommen")
        notice = page.get_by_role("region", name="Hinweis zu Ihrem Stand")
        expect(notice).to_contain_text("beiseite")
        assert page.evaluate("localStorage.fairki") == text, name
        page.locator(".fk-note textarea:visible").first.fill("Neu")
        page.locator(".fk-note textarea:visible").first.blur()
        assert list(kept(page).values()) == ["Neu"], name
        aside = (
            "Object.entries(localStorage).filter(([key]) => key.includes('beiseite')).map(([, text]) => text)"
        )
        assert page.evaluate(aside) == [text], name


def test_case_76_text_at_200_percent_on_the_vote_page(workshop: Workshop, phone):  # noqa: F811
    workshop.start()
    workshop.order("go", step="spiegel")
    workshop.order("open", step="spiegel", round=1)
    page = phone()
    buttons = [page.get_by_role("button", name=name) for name in ("Einladen", "Absagen")]
    for percent in (150, 200):
        grow(page, percent)
        assert cut_off(page) == [], percent
        for button in buttons:
            box = button.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 360, percent
