"""The edition without a server in a real browser: below a path, from a web server that knows no types."""

import io
import json
import re
import zipfile

import pytest
from learner import COMPUTED, WHOLE, downloaded, kept
from playwright.sync_api import Page, expect
from publishing import edition, published  # noqa: F401 (fixtures)
from test_module_01 import decide, guess, mirrored

pytestmark = pytest.mark.browser

MODULE = f"modul/01_bewusstsein.html{WHOLE}"
SEES = "Auswertungen und Bilder aus Ihren Antworten fehlen."


@pytest.fixture
def page(page_at) -> Page:
    page = page_at(1280, reduced_motion="reduce")
    page.witness.forgive.append("Setting penalty=None")  # scikit-learn in the browser is a version older
    return page


def notice(page: Page):
    return page.locator(".page-notice")


def test_module_01_from_cards_to_mirror_back_after_a_reload_and_anew(page, published):  # noqa: F811
    page.goto(published.url + MODULE)
    decide(page, lambda person: person.geschlecht == "männlich")  # before Python is there
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
    answers = kept(page)
    page.reload()
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
    expect(page.locator(".page-activity")).to_have_text("", timeout=COMPUTED)
    assert kept(page) == answers
    expect(notice(page)).to_be_hidden()
    page.get_by_role("button", name="Noch einmal von vorn").click()
    page.evaluate(
        "() => { window.done = new Promise((go) => addEventListener('fairki-idle', go, {once: true})); }"
    )
    page.get_by_role("button", name="Ja, alle verwerfen").click()
    page.evaluate(
        "() => window.done.then(() => null)"
    )  # Python takes it, and does not say the old ones again
    expect(page.get_by_text("Karte 1 von 16", exact=True)).to_be_visible()
    assert "01.karten" not in kept(page)


def test_an_exercise_is_marked_and_handed_in(page, published):  # noqa: F811
    page.goto(f"{published.url}uebung/bewusstsein.html")
    page.get_by_role("button", name="Alles prüfen").click()
    expect(page.get_by_text("Bei diesen Aufgaben steht, was noch fehlt:")).to_be_visible(timeout=COMPUTED)
    name, content = downloaded(page, "Abgabe speichern")
    assert name.endswith(".ipynb") and json.loads(content)["metadata"]["fairki"]


def test_the_company_folder_is_made_in_the_browser(page, published):  # noqa: F811
    page.goto(f"{published.url}modul/07_verankern.html{WHOLE}")
    page.wait_for_selector("html[data-ready]")
    _, content = downloaded(page, "Mappe als Word-Datei speichern")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_the_start_page_knows_what_was_done_and_leads_on(page, published):  # noqa: F811
    page.goto(published.url)
    page.locator("#weiter").click()
    expect(page).to_have_url(re.compile(r"/modul/00_willkommen\.html$"))
    page.locator(".page-home").click()
    expect(page).to_have_url(f"{published.url}index.html")
    expect(page.locator("footer").get_by_text("Alles bleibt in Ihrem Browser.")).to_be_visible()


def test_opened_as_a_file_a_page_says_why_that_cannot_work(page, edition):  # noqa: F811
    page.witness.forgive += [
        "file:",
        "Access to script",
        "net::ERR_FAILED",
        "called from a CORS-cross-origin",
    ]
    for path in ("index.html", "modul/01_bewusstsein.html"):
        page.goto((edition / path).as_uri())
        expect(page.get_by_role("alert").filter(has_text="als Datei geöffnet")).to_be_visible()
    expect(page.get_by_text("lässt sich hier nicht anzeigen").first).to_be_visible()
    expect(page.get_by_text("Prüfen Sie Ihr Netz")).to_have_count(0)
    expect(page.get_by_role("button", name="Seite neu laden")).to_have_count(0)


@pytest.mark.parametrize(
    ("file", "answer", "cause"),
    [
        ("**/*.asm.wasm", {"status": 404}, "Eine Datei des Kurses fehlt"),
        ("**/fairki-*.zip", {"status": 404}, "Eine Datei des Kurses fehlt"),
        (
            "**/pyodide.js",
            {"content_type": "application/octet-stream", "body": "x"},
            "liefert sie falsch aus",
        ),
        ("**/worker.js", {"status": 404}, "Eine Datei des Kurses fehlt"),
    ],
)
def test_why_nothing_can_be_calculated_is_told_and_what_still_works(page, published, file, answer, cause):  # noqa: F811
    page.witness.forgive += [
        "Python in the browser",
        "Failed to load",
        "status of 404",
        "MIME",
        "wasm",
        "pyodide",
    ]
    page.route(file, lambda route: route.fulfill(**answer))
    page.goto(published.url + MODULE)
    expect(notice(page)).to_contain_text(cause, timeout=20_000)
    expect(notice(page)).to_contain_text(SEES)
    expect(page.locator(".page-activity")).to_have_text("")
    decide(page, lambda person: True)  # what needs no Python goes on
    assert len(kept(page)["01.karten"]) == 16


def test_without_webassembly_the_page_says_so(page, published):  # noqa: F811
    page.witness.forgive.append("Python in the browser")
    worker = next((published.folder / "static").rglob("worker.js")).read_text(encoding="utf-8")
    page.route(
        "**/worker.js",
        lambda route: route.fulfill(
            body=f"delete self.WebAssembly;\n{worker}", content_type="text/javascript"
        ),
    )
    page.goto(published.url + MODULE)
    expect(notice(page)).to_contain_text("führt kein WebAssembly aus", timeout=20_000)


@pytest.mark.parametrize("way", ["served to published", "published to served"])
def test_what_a_learner_saved_in_one_edition_is_loaded_in_the_other(page_at, request, way):
    first, second = map(request.getfixturevalue, way.split(" to "))
    page = page_at(1280, reduced_motion="reduce")
    page.goto(f"{first.url}modul/01_bewusstsein.html{WHOLE}")
    decide(page, lambda person: person.geschlecht == "männlich")
    name, content = downloaded(page, "Als Datei sichern")
    other = page_at(1280, reduced_motion="reduce")
    other.goto(f"{second.url}modul/01_bewusstsein.html{WHOLE}")
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Aus Datei laden").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": content})
    expect(other.get_by_text("Einladen: 8 · Absagen: 8")).to_be_visible()
    assert kept(other) == kept(page)
