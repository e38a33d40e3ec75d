"""Somebody edits a company's folder in a browser: an error, mended; a look at the course; taken back; by keyboard."""

import pytest
from editing import edited_by_hand
from looks import PHONE, SCREEN, fits
from playwright.sync_api import expect

from coursetools import own_company
from coursetools.company_editor.de import pages as de
from coursetools.files import write_atomically
from coursetools.own_exercises import new
from coursetools.workshop.de import pages as de_of_phones
from coursetools.workshop.de import papers
from fairki.company import reading


@pytest.fixture
def folder(tmp_path):
    """A new folder of a company."""
    own_company.new(tmp_path / "wir")
    return tmp_path / "wir"


@pytest.fixture
def editor(folder):
    """Its page."""
    with edited_by_hand(folder) as editor:
        yield editor


def test_a_contact_is_entered_corrected_previewed_saved_and_taken_back(folder, editor, page_at, accessible):
    before = (folder / reading.FILE).read_bytes()
    page = page_at(SCREEN)
    page.witness.forgive += [
        "422",
        "postMessage",
    ]  # what does not fit; axe speaks to the frame of the preview
    page.goto(editor.address)
    accessible(page)
    fits(page)
    page.get_by_role("link", name="Kontakt").click()
    page.get_by_label("Person", exact=True).fill("Ayşe <b>Demir")
    page.get_by_label("So ist die Person erreichbar").fill("Telefon <b>1234</b>")
    page.get_by_label("Wohin mit einer Beschwerde").fill("zum Personalrat")
    page.get_by_role("button", name=de.SAVE).click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(de.DRAFT_KEPT)
    accessible(page)
    fits(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.get_by_label("Person", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert (folder / reading.FILE).read_bytes() == before
    field.fill("Ayşe Demir")

    with page.context.expect_page() as opened:
        page.get_by_role("button", name=de.PREVIEW).click()
    preview = opened.value
    expect(preview.get_by_role("status")).to_have_text(de.PREVIEW_READY, timeout=60_000)
    shown = preview.frame_locator("iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text("Bei uns")
    expect(shown.get_by_text("Ayşe Demir: Telefon <b>1234</b>")).to_be_visible()
    accessible(preview)
    preview.close()
    assert (folder / reading.FILE).read_bytes() == before

    page.get_by_role("button", name=de.SAVE).click()
    expect(page.get_by_role("status")).to_be_focused()
    assert reading.read(folder).contact.person == "Ayşe Demir"
    page.get_by_role("button", name=de.UNDO).click()
    expect(page.get_by_role("status")).to_have_text(de.SAID["zurueck"])
    assert (folder / reading.FILE).read_bytes() == before
    expect(page.get_by_role("button", name=de.REDO)).to_be_visible()


def test_a_case_is_added_and_moved_by_keyboard_on_a_phone(folder, editor, page_at, accessible):
    page = page_at(PHONE, "dark")
    page.goto(f"{editor.address}datei/faelle/alltag.toml")
    add = page.get_by_role("button", name="Fall hinzufügen")
    for number in (1, 2):
        add.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text(de.ROWS_SAID["neu"])
        expect(page.locator("summary", has_text=f"{number}.")).to_be_focused()  # the page's script has run
    accessible(page)
    fits(page)
    page.locator("[id='faelle.1.name']").fill("Der zweite")
    page.get_by_role("button", name=f"{de.UP}: 2.").press("Enter")
    expect(page.locator("summary", has_text="1. Der zweite")).to_be_focused()
    said = []
    page.on("dialog", lambda dialog: (said.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name=de.TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(de.TITLE)
    assert said == ["beforeunload"] and reading.read(folder).cases == ()


def test_questions_agendas_and_exercises_are_previewed_as_people_will_see_them(
    folder, editor, page_at, accessible
):
    """A question as on a phone, an agenda as its run sheet, an exercise as its form; nothing was saved or tried."""
    for name, content in new.files("schichtplan").items():
        write_atomically(folder / "uebungen" / name, content)
    asked = '[[fragen]]\nid = "zuerst"\nart = "rangfolge"\nfrage = "Was zuerst?"\nantworten = ["Regeln", "Technik"]\n'
    page = page_at(SCREEN)
    page.witness.forgive.append("postMessage")
    page.goto(f"{editor.address}text/fragen/team.toml")
    page.get_by_label(de.TEXT_LABEL).fill(asked)
    with page.context.expect_page() as opened:
        page.get_by_role("button", name=de.PREVIEW).click()
    preview = opened.value
    expect(preview.get_by_role("status")).to_have_text(de.PREVIEW_READY, timeout=90_000)
    chosen = preview.get_by_label(de.PREVIEW_PAGES)
    expect(chosen.locator("option:checked")).to_have_text("Frage: Was zuerst?")
    shown = preview.frame_locator("iframe")
    expect(shown.get_by_role("listitem")).to_have_count(2)
    shown.get_by_role("button", name="Abgeben").click()
    expect(shown.get_by_text(de_of_phones.QUESTION_ANSWERED)).to_be_visible()
    accessible(preview)
    chosen.select_option(label="Ablauf: 30 Minuten: Teamrunde")
    expect(shown.get_by_role("heading", level=1)).to_have_text(papers.RUN_SHEET)
    expect(shown.get_by_role("heading", name=papers.step("Ankommen", 5))).to_be_visible()
    chosen.select_option(label="Übung: Darf das hinein?")
    expect(shown.get_by_role("radio")).to_have_count(3, timeout=60_000)
    preview.close()
    assert not (folder / "fragen" / "team.toml").exists()
