"""The folder and the record of participation in a real browser: what goes in, what comes out, what goes nowhere."""

import io
import json
import zipfile
from urllib.parse import quote

import looks
import pytest
from answers import FULL, KODEX
from docx import Document
from playwright.sync_api import Page, expect
from serving import notebook_server

from fairki import kodex, manifest, reference
from fairki.documents import folder
from fairki.lessons.module_07.end import LAWS

pytestmark = pytest.mark.browser

PAGE = "modul/ende"
CELLS = [
    "# Am Ende",
    "from fairki import ui\nui.Header('01', 'Am Ende', [('1', 'Einheit', 10)])",
    "## Einheit 1: Mitnehmen",
    "ui.Note('01.transfer.arbeit', 'Was frage ich?')",
    "from fairki.lessons.module_07 import Module07\nmodul = Module07()\nmodul.folder()",
    "modul.record()",
    "ui.Store()",
]
COURSE = manifest.read()
DONE = {module.id: {unit.id: True for unit in module.units} for module in COURSE.modules[:2]}
BEGUN = {COURSE.modules[2].id: {COURSE.modules[2].units[0].id: True}}
NAME = "Şükrü <b>O'Brien</b> & Söhne"
STATE = "fairki-mein-stand.json"
NOTES = "Was heißt das für uns?"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = notebook_server(tmp_path_factory.mktemp("mappe"), ende=CELLS)
    yield server
    server.stop()


@pytest.fixture
def page(page_at):
    return page_at(1280, reduced_motion="reduce")


class Wire:
    """Everything that a page sends: addresses and bodies of requests, frames to its kernel."""

    def __init__(self, page: Page):
        self.sent: list[bytes] = []
        page.on("request", lambda r: self.sent.extend((r.url.encode(), r.post_data_buffer or b"")))
        page.on("websocket", lambda socket: socket.on("framesent", self._frame))

    def _frame(self, frame: str | bytes) -> None:
        self.sent.append(frame if isinstance(frame, bytes) else frame.encode())

    def with_(self, text: str) -> list[bytes]:
        """What was sent that contains the text, however it is written."""
        forms = {text.encode(), json.dumps(text)[1:-1].encode(), quote(text).encode()}
        return [one for one in self.sent if any(form in one for form in forms)]


def visit(page: Page, server, answers: dict | None = None, progress: dict | None = None) -> None:
    """Open the page with this in the browser store."""
    kept = {"version": 2, "answers": answers or {}, "progress": progress or {}, "last": None}
    page.add_init_script(
        f"if (!sessionStorage.visited) localStorage.fairki = JSON.stringify({json.dumps(kept)});"
        "sessionStorage.visited = 1;"
    )
    page.goto(server.url + PAGE)
    page.wait_for_selector("html[data-ready]")


def kept(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.fairki ?? 'null'")) or {"answers": {}, "progress": {}}


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download(timeout=60_000) as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def load(page: Page, name: str, content: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus Datei laden").click()
    chooser.value.set_files({"name": name, "mimeType": "application/zip", "buffer": content})


# ---- the folder


def test_the_word_file_holds_the_answers_of_all_pages_and_the_company(page, server):
    visit(page, server, FULL)
    page.get_by_label("Name Ihrer Firma").fill("Muster & Söhne GmbH")
    name, content = saved(page, "Mappe als Word-Datei speichern")
    assert name == "mappe.docx"
    found = words(content)
    for rule in KODEX.rules:
        assert rule.sentence in found
    for chosen in ("Muster & Söhne GmbH", "Auf einen Blick", "Register aushängen", "Herr Winter"):
        assert chosen in found
    assert "Noch offen. So füllen" not in found and "Notiz zu" not in found
    expect(page.get_by_text("Aktionsplan: vorhanden")).to_be_visible()


def test_answers_of_other_pages_reach_the_kernel_with_the_click_and_once(page, server):
    wire = Wire(page)
    visit(page, server, FULL | {"01.karten": {"k0": "GeheimeKarte"}})
    assert not wire.with_("Register aushängen")
    saved(page, "Mappe als Word-Datei speichern")
    assert len(wire.with_("Register aushängen")) == 1
    saved(page, "Alles als Zip-Datei speichern")
    assert not wire.with_("GeheimeKarte")


def test_the_file_holds_what_was_typed_a_moment_ago(page, server):
    visit(page, server, FULL)
    page.get_by_label("Was frage ich?").fill("Frau Kaya aus dem Vertrieb")
    page.get_by_label(NOTES).check()
    found = words(packed(page)[folder.PRIVATE_NAME])
    assert "Frau Kaya aus dem Vertrieb" in found and "Notiz zu 01.transfer.arbeit" not in found


def test_without_answers_the_parts_are_open_on_paper_and_on_the_page(page, server):
    visit(page, server)
    _, content = saved(page, "Mappe als Word-Datei speichern")
    assert words(content).count("Noch offen. So füllen Sie diesen Teil:") == len(folder.SECTIONS) - 1
    expect(page.get_by_text("Rollentabelle: noch offen (Modul 4, Einheit „Wer macht was?“)")).to_be_visible()


def test_a_damaged_part_says_so_and_the_others_are_there(page, server):
    visit(page, server, FULL | {"04.rollen": ["kaputt"]})
    _, content = saved(page, "Mappe als Word-Datei speichern")
    assert "Dieser Teil fehlt. Das ist keine Rollentabelle" in words(content)
    assert "Register aushängen" in words(content)
    expect(page.get_by_text("Rollentabelle: nicht lesbar")).to_be_visible()


def test_too_many_words_are_refused_before_they_are_sent(page, server):
    wire = Wire(page)
    visit(page, server, {"07.saetze": "ü" * 500_000})
    page.get_by_role("button", name="Mappe als Word-Datei speichern").click()
    expect(page.get_by_role("alert").filter(has_text="zu lang für die Mappe")).to_be_visible()
    assert not wire.with_("ü" * 100)


# ---- the choice of parts


def packed(page: Page) -> dict[str, bytes]:
    """The files of the zip, name → content."""
    _, content = saved(page, "Alles als Zip-Datei speichern")
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_notes_are_off_leave_the_page_only_if_chosen_and_lie_in_a_file_of_their_own(page, server):
    wire = Wire(page)
    visit(page, server, FULL)
    note = "Notiz zu 05.transfer.stille"
    expect(page.get_by_label(NOTES)).not_to_be_checked()
    expect(page.get_by_text("In der Mappe stehen sie nie.")).to_be_visible()
    assert folder.PRIVATE_NAME not in packed(page)
    page.get_by_label(NOTES).check()
    _, word = saved(page, "Mappe als Word-Datei speichern")
    assert note not in words(word) and not wire.with_(note)
    files = packed(page)
    assert note in words(files[folder.PRIVATE_NAME]) and note not in words(files[folder.WORD_NAME])
    assert len(wire.with_(note)) == 1


def test_parts_are_chosen_with_the_keyboard_counted_and_kept(page, server):
    wire = Wire(page)
    visit(page, server, FULL)
    all_parts = len(folder.SECTIONS) - 1
    expect(page.get_by_text(f"{all_parts} von {all_parts} Teilen sind gewählt.")).to_be_visible()
    page.get_by_label("Aktionsplan").focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Aktionsplan")).to_be_focused()
    page.get_by_label("Acht Aspekte").uncheck()
    assert kept(page)["answers"]["07.mappe"] == {"aktionsplan": False, "aspekte": False}
    page.reload()
    expect(page.get_by_label("Aktionsplan")).not_to_be_checked()
    expect(page.get_by_text(f"{all_parts - 2} von {all_parts} Teilen sind gewählt.")).to_be_visible()
    _, content = saved(page, "Mappe als Word-Datei speichern")
    assert "Register aushängen" not in words(content) and not wire.with_("Register aushängen")
    page.get_by_label("Aktionsplan").check()
    page.get_by_label("Acht Aspekte").check()
    assert "07.mappe" not in kept(page)["answers"]


def test_a_folder_of_nothing_is_not_made(page, server):
    visit(page, server, FULL | {"07.mappe": {section.id: False for section in folder.SECTIONS}})
    page.get_by_role("button", name="Mappe als Word-Datei speichern").click()
    expect(page.get_by_role("alert").filter(has_text="mindestens einen Teil")).to_be_visible()


# ---- the zip and back


def test_a_zip_brings_everything_back(page, server):
    visit(page, server, FULL | {"01.karten": {"k0": "ja"}}, DONE | BEGUN)
    name, content = saved(page, "Alles als Zip-Datei speichern")
    before = kept(page) | {"last": None}  # where somebody reads follows what they do
    assert name == "mappe.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        assert json.loads(opened.read(STATE)) | {"last": None} == before
        assert kodex.loads(opened.read("kodex.toml").decode()) == KODEX
        assert "Register aushängen" in words(opened.read("mappe.docx"))
        (plan,) = (part for part in opened.namelist() if part.endswith("-aktionsplan.docx"))
        assert "Register aushängen" in words(opened.read(plan))
    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(page.get_by_text("Alles ist gelöscht.")).to_be_visible()
    assert kept(page)["answers"] == {}
    load(page, name, content)
    expect(page.get_by_text("Ihr Stand ist geladen.")).to_be_visible()
    assert kept(page) | {"last": None} == before
    expect(page.get_by_label("Was frage ich?")).to_have_value("Notiz zu 01.transfer.arbeit")


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as opened:
        for name, content in files:
            opened.writestr(name, content)
    return made.getvalue()


def state(**answers) -> bytes:
    return json.dumps({"version": 1, "answers": answers, "progress": {}, "last": None}).encode()


def test_a_zip_that_was_packed_anew_is_read_too(page, server):
    visit(page, server)
    load(
        page,
        "neu.zip",
        zipped(
            ("__MACOSX/Mappe/._" + STATE, b"\x00\x05"),
            ("Mappe/alt/" + STATE, state(alt=1)),
            ("Mappe/" + STATE, state(**{"01.transfer.arbeit": "Grüße"})),
        ),
    )
    expect(page.get_by_label("Was frage ich?")).to_have_value("Grüße")


GOOD = zipped((STATE, state(neu="x" * 500)))
PLAIN = zipped((STATE, state(neu="x" * 500)), method=zipfile.ZIP_STORED)
BOMB = zipped((STATE, b"0" * 30_000_000))
LYING = BOMB.replace((30_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
BAD = {
    "cut off": (GOOD[:-30], "beschädigt"),
    "one letter changed": (PLAIN.replace(b"xxxx", b"xxyx", 1), "beschädigt"),
    "compressed data changed": (GOOD[:60] + bytes(20) + GOOD[80:], "beschädigt"),
    "a document": (zipped(("word/document.xml", b"<a/>")), f"keine {STATE}"),
    "empty": (zipped(), f"keine {STATE}"),
    "locked": (
        GOOD.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
        "Kennwort",
    ),
    "a bomb": (BOMB, "zu groß"),
    "a bomb that lies": (LYING, "zu groß"),
    "too large": (b"PK\x03\x04" + bytes(10_000_001), "zu groß"),
    "a state of something else": (zipped((STATE, b'{"cells": []}')), "stammt nicht aus diesem Kurs"),
}


def test_a_zip_that_cannot_be_used_changes_nothing_and_says_so(page, server):
    visit(page, server, {"01.transfer.arbeit": "bleibt"}, DONE)
    before = kept(page) | {"last": None}  # where somebody reads follows what they do, with or without a file
    alert = page.locator(".fk-store [role=alert]")
    for fault, (content, message) in BAD.items():
        load(page, "mappe.zip", content)
        expect(alert, fault).to_contain_text(message)
        expect(alert, fault).to_contain_text("Ihr Stand wurde nicht verändert.")
        assert kept(page) | {"last": None} == before, fault
        alert.evaluate("(shown) => { shown.textContent = ''; }")


# ---- the record of participation


def record_of(page: Page, content: bytes) -> Page:
    """The record as a browser shows it."""
    shown = page.context.new_page()
    shown.set_content(content.decode())
    return shown


def test_the_record_names_the_finished_modules_and_what_they_teach(page, server):
    visit(page, server, FULL, DONE | BEGUN)
    page.get_by_label("Ihr Name").fill(NAME)
    name, content = saved(page, "Nachweis speichern")
    assert name == "teilnahme-nachweis.html"
    shown = record_of(page, content)
    text = shown.inner_text("body")
    first, second, third = COURSE.modules[:3]
    assert NAME in text and f"{COURSE.title}, Fassung {COURSE.version}" in text
    assert all(goal in text for goal in (*first.goals, *second.goals))
    assert third.goals[0] not in text and third.title not in text
    hours = (first.minutes + second.minutes) // 60
    assert (f"etwa {hours} bis {hours + 1} Stunden" if hours else "bis zu 1 Stunde") in text
    assert "Ein Zertifikat ist nicht vorgeschrieben." in text
    assert all(f"Stand: {law.stand}" in text for law in map(reference.law, LAWS))
    assert shown.evaluate("document.documentElement.lang") == "de"
    assert shown.locator("b, script").count() == 0


def test_a_module_can_be_left_out_and_the_rest_is_counted_anew(page, server):
    visit(page, server, progress=DONE | BEGUN)
    first, second, third = COURSE.modules[:3]
    expect(page.get_by_text(f"„{third.title}“ (1 von {len(third.units)} Einheiten)")).to_be_visible()
    page.get_by_label(second.title).uncheck()
    _, content = saved(page, "Nachweis speichern")
    text = record_of(page, content).inner_text("body")
    assert first.title in text and second.title not in text and "bis zu 1 Stunde" in text
    page.get_by_label(first.title).uncheck()
    page.get_by_role("button", name="Nachweis speichern").click()
    expect(page.get_by_role("alert").filter(has_text="steht noch kein Modul")).to_be_visible()


def test_the_name_goes_nowhere(page, server):
    wire = Wire(page)
    visit(page, server, FULL, DONE)
    page.get_by_label("Ihr Name").fill("Ada Lovelace")
    saved(page, "Nachweis speichern")
    page.get_by_role("button", name="Nachweis drucken").click()
    saved(page, "Alles als Zip-Datei speichern")  # so that all earlier messages are out
    assert wire.sent and not wire.with_("Ada Lovelace") and not wire.with_("Lovelace")
    assert "Lovelace" not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    page.reload()
    expect(page.get_by_label("Ihr Name")).to_have_value("")


def test_the_record_can_be_printed(page, server):
    # some browsers print at once, and the page is gone
    page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    visit(page, server, progress=DONE)
    page.get_by_label("Ihr Name").fill(NAME)
    with page.expect_event("frameattached") as attached:
        page.get_by_role("button", name="Nachweis drucken").click()
    frame = attached.value
    expect(frame.locator("dd.name")).to_have_text(NAME)
    assert frame.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(11, 92, 102)"


def test_where_a_platform_lets_nothing_be_printed_the_page_says_what_to_do(page, server):
    visit(page, server, progress=DONE)
    page.witness.forgive.append("sandbox")
    page.evaluate(
        """() => {
            const frame = Object.assign(document.createElement("iframe"), { src: location.href });
            frame.sandbox = "allow-scripts allow-same-origin";
            document.body.replaceChildren(frame);
        }"""
    )
    framed = page.frame_locator("iframe")
    framed.get_by_role("button", name="Nachweis drucken").click()
    expect(framed.get_by_role("alert").filter(has_text="Speichern Sie den Nachweis")).to_be_visible()


def test_page_and_record_are_accessible_and_fit(page_at, server, accessible):
    page = page_at(looks.PHONE, "dark", reduced_motion="reduce")
    visit(page, server, FULL, DONE | BEGUN)
    shared, mine = page.locator(".fk-folder > fieldset").all()
    assert mine.bounding_box()["y"] - shared.bounding_box()["y"] >= shared.bounding_box()["height"] + 16
    saved(page, "Mappe als Word-Datei speichern")
    accessible(page)
    looks.fits(page)
    _, content = saved(page, "Nachweis speichern")
    shown = record_of(page, content)
    accessible(shown)
    looks.fits(shown)
