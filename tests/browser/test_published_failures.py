"""The edition without a server where something fails: the page says what does not work, and why; all else works."""

import json
from collections.abc import Iterator

import pytest
from failing_server import FailingServer, Fault
from learner import COMPUTED, WHOLE, check_oneself, downloaded, kept
from playwright.sync_api import Page, expect
from publishing import edition  # noqa: F401 (a fixture)
from test_module_01 import decide, guess, mirrored

from fairki.lessons import self_checks

pytestmark = pytest.mark.browser

MODULE = f"modul/01_bewusstsein.html{WHOLE}"
QUESTION = self_checks.questions("01")[:1]
GOES_ON = "Lesen, Wissensfragen und Drucken gehen weiter."
KEEPS_NOTHING = "Ihre neuen Antworten lassen sich auf diesem Gerät nicht speichern"
WORKER = r"/worker\.js"
HTML = {"type": "text/html", "body": "<html>Bitte melden Sie sich an.</html>"}
"""What stands between a browser and a server in some houses."""


@pytest.fixture(scope="module")
def server(edition) -> Iterator[FailingServer]:  # noqa: F811
    one = FailingServer(edition)
    yield one
    one.stop()


@pytest.fixture
def page(page_at, server) -> Iterator[Page]:
    page = page_at(1280, reduced_motion="reduce")
    page.witness.forgive.append("")  # the browser itself tells of every fault
    yield page
    server.faults.clear()


def notice(page: Page):
    return page.locator(".page-notice")


def open_with(page: Page, server: FailingServer, *faults: Fault) -> None:
    server.faults[:] = faults
    page.goto(server.url + MODULE)


def goes_on(page: Page) -> None:
    """A learner reads, checks what they know, and has it kept."""
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    check_oneself(page, QUESTION)
    assert kept(page)["01.selbsttest"]


def test_on_paper_stands_all_of_a_page_that_cannot_calculate(page, server):
    open_with(page, server, Fault(WORKER, 404))
    expect(notice(page)).to_contain_text(GOES_ON)
    page.evaluate(
        """addEventListener("beforeprint", () => {
          const all = (selector) => [...document.querySelectorAll(selector)];
          const units = all(".page-unit").filter((one) => one.checkVisibility());
          window.onPaper = [units.length, all("details:not([open])").length];
        })"""
    )
    assert page.pdf().startswith(b"%PDF")
    assert page.evaluate("onPaper") == [4, 0]


# ---- Python cannot be had

BLOCKED = "Das Rechnen im Hintergrund (Web Worker) ist gesperrt. Fragen Sie Ihre IT"
NO_WASM = "Dieser Browser führt kein WebAssembly aus, oder es ist gesperrt. Fragen Sie Ihre IT"
MEMORY = "Der Arbeitsspeicher reicht nicht. Schließen Sie andere Tabs"
MISSING = "Eine Datei des Kurses fehlt, oder der Server liefert sie falsch aus."
NETWORK = "Eine Datei des Kurses kam nicht an. Prüfen Sie Ihr Netz"


def policy(files: str, rules: str) -> Fault:
    """A rule of the house, sent along by the server."""
    return Fault(files, headers={"Content-Security-Policy": rules})


def lacks(code: str) -> Fault:
    """A browser that refuses something to the worker."""
    return Fault(WORKER, before=f"{code};\n")


REFUSED = "() { throw new RangeError('could not allocate memory'); }"
CASES = {
    "no WebAssembly": (lacks("delete self.WebAssembly"), NO_WASM),
    "WebAssembly is forbidden": (policy(WORKER, "script-src 'self'"), NO_WASM),
    "workers are forbidden": (policy("01_bewusstsein", "worker-src 'none'"), BLOCKED),
    "no memory at the start": (lacks(f"WebAssembly.Memory = function {REFUSED}"), MEMORY),
    "no memory for a module": (lacks(f"WebAssembly.instantiate = async function {REFUSED}"), MEMORY),
    "no memory later": (lacks(f"WebAssembly.Memory.prototype.grow = function {REFUSED}"), MEMORY),
    "the worker is missing": (Fault(WORKER, 404), MISSING),
    "the worker does not arrive": (Fault(WORKER, 0), NETWORK),
    "the worker has the wrong type": (Fault(WORKER, type="application/octet-stream"), MISSING),
    "Pyodide has the wrong type": (Fault(r"/pyodide\.js", type="application/octet-stream"), MISSING),
    "Pyodide is another page": (Fault(r"/pyodide\.asm\.js", **HTML), MISSING),
    "its core is missing": (Fault(r"\.wasm", 404), MISSING),
    "its core is cut off": (Fault(r"\.wasm", part=0.5), MISSING),
    "its core breaks off": (Fault(r"\.wasm", part=0.5, breaks=True), NETWORK),
    "its core is another page": (Fault(r"\.wasm", **HTML), MISSING),
    "its list is another page": (Fault(r"pyodide-lock", **HTML), MISSING),
    "its library is cut off": (Fault("python_stdlib", part=0.5), MISSING),
    "a library is missing": (Fault("/pandas", 404), MISSING),
    "a library is cut off": (Fault("/numpy", part=0.9), MISSING),
    "a library breaks off": (Fault("/numpy", part=0.5, breaks=True), NETWORK),
    "the way there is missing": (Fault("transport_worker", 404), "Eine Datei des Kurses kam nicht an."),
}


@pytest.mark.parametrize(("fault", "cause"), CASES.values(), ids=CASES)
def test_why_nothing_can_be_calculated_is_told_and_the_rest_goes_on(page, server, fault, cause):
    open_with(page, server, fault)
    expect(notice(page)).to_contain_text(f"nichts berechnen: {cause}", timeout=20_000)
    expect(notice(page)).to_contain_text(GOES_ON)
    expect(page.locator(".page-activity")).to_have_text("")
    goes_on(page)


def test_a_page_whose_scripts_never_start_says_so_and_can_be_read(page, server):
    open_with(page, server, Fault(r"/page\.js", 404))
    stuck = page.locator(".page-stuck")
    expect(stuck).to_be_hidden()
    [delay] = page.evaluate(
        "document.querySelector('.page-stuck').getAnimations().map((one) => one.effect.getTiming().delay)"
    )
    assert delay < 20_000
    page.evaluate("document.querySelector('.page-stuck').getAnimations()[0].finish()")
    expect(stuck).to_be_visible()
    expect(stuck).to_contain_text("Diese Seite kommt nicht in Gang")
    expect(page.get_by_role("heading", level=2).first).to_be_visible()


def test_without_its_style_a_page_says_that_something_is_missing(page, server):
    open_with(page, server, Fault(r"\.css", 404))
    page.wait_for_selector("html[data-ready]")
    expect(page.locator(".page-stuck")).to_be_visible()
    goes_on(page)


def test_a_part_whose_script_does_not_arrive_says_so_and_spares_the_rest(page, server):
    open_with(page, server, Fault(r"/cards\.js", 0))
    expect(page.get_by_text("Dieser Teil ist nicht angekommen. Prüfen Sie Ihr Netz")).to_be_visible()
    goes_on(page)


def calculates(page: Page) -> None:
    """Python is there."""
    expect(page.locator(".page-activity")).to_contain_text("Rechnen wird vorbereitet")
    expect(page.locator(".page-activity")).to_have_text("", timeout=COMPUTED)


def test_when_the_server_goes_a_page_goes_on_and_later_finds_everything(page, server):
    open_with(page, server)
    calculates(page)
    server.faults[:] = [Fault(".", 0)]
    decide(page, lambda person: person.geschlecht == "männlich")
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
    expect(
        page.get_by_text("Dieser Teil ist nicht angekommen.").first
    ).to_be_visible()  # a picture, first seen now
    goes_on(page)
    answers = kept(page)
    server.faults.clear()
    page.reload()
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
    expect(page.get_by_text("Dieser Teil ist nicht angekommen.")).to_have_count(0)
    assert kept(page) == answers


def test_what_an_answer_needs_and_does_not_arrive_is_told_and_asked_for_again(page, server):
    server.faults[:] = [Fault(r"/docx\.zip", part=0.5, breaks=True)]
    page.goto(f"{server.url}modul/07_verankern.html{WHOLE}")
    calculates(page)
    page.get_by_role("button", name="Mappe als Word-Datei speichern").click()
    expect(notice(page)).to_contain_text("Ein Baustein zum Rechnen kam nicht an.")
    expect(page.locator(".page-activity")).to_have_text("")
    server.faults.clear()
    name, _ = downloaded(page, "Mappe als Word-Datei speichern")
    assert name == "mappe.docx"
    expect(notice(page)).to_be_hidden()


# ---- the browser keeps nothing

FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
})"""
"""Cookies are blocked: already to ask for the store fails."""
NO_ROOM = """Storage.prototype.setItem = () => { throw new DOMException("The quota is 0.", "QuotaExceededError"); }"""
"""Private windows of older Safaris: there is a store, and nothing fits into it."""
FULL = """localStorage.setItem("anderes", "x".repeat(5 * 2 ** 20 - "anderes".length))"""
"""Others on the same server have filled the store, to the last letter."""


@pytest.mark.parametrize(
    "browser_has", [FORBIDDEN, NO_ROOM, FULL], ids=["no store", "no room", "a full store"]
)
def test_answers_that_cannot_be_kept_can_be_taken_along_and_do_not_vanish_silently(page, server, browser_has):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.add_init_script(browser_has)
    open_with(page, server, Fault(WORKER, 404))
    check_oneself(page, QUESTION)
    told = page.get_by_role("region", name="Hinweis zu Ihrem Stand")
    expect(told).to_contain_text(KEEPS_NOTHING)
    above, below = told.bounding_box(), notice(page).bounding_box()
    assert above["y"] + above["height"] <= below["y"]  # neither lies over the other
    notice(page).get_by_role("button", name="Schließen").click()
    page.locator(".page-home").click()
    assert asked == ["beforeunload"] and page.url == server.url + MODULE
    with page.expect_download() as download:
        told.get_by_role("button", name="Als Datei sichern").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert list(saved["answers"]["01.selbsttest"]) == [QUESTION[0]["id"]]
    page.locator(".page-home").click()
    expect(page).to_have_url(f"{server.url}index.html")
    assert asked == ["beforeunload"]
