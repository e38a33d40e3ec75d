"""A short way through the course, served and as plain files, in Firefox and in WebKit, the engine of Safari.

One day Firefox meets the server and WebKit the files, the next day the other way round (``tests/turns.py``).
"""

import engines
import pytest
from parts import need
from publishing import edition, published  # noqa: F401 (fixtures)
from turns import on_turn

from coursetools import machine

KEPT = "(JSON.parse(localStorage.fairki ?? 'null')?.answers ?? {})"
MIRRORED = """(() => {
  const said = [...document.querySelectorAll(".fk-guess")].find((one) => one.innerText.includes("Wen lädt Ihr Modell"))
    ?.querySelector(".fk-answer .fk-prose")?.innerText ?? "";
  return said.includes("Einen Moment") ? "" : said;
})()"""
"""What the mirror says once it has been computed."""
PYTHON = "globalThis.fairkiPython?.pages ?? null"
"""For how many pages one Python has worked, where it is the browser's own."""


WAYS = [("firefox", "served"), ("firefox", "published"), ("webkit", "published"), ("webkit", "served")]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize(("visitor", "site"), on_turn(WAYS, rounds=2), indirect=True),
]


@pytest.fixture
def site(request):
    """The course of this run, with or without a server behind it."""
    return request.getfixturevalue(request.param)


SAVED = """(() => {
  const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
  let blob;
  URL.createObjectURL = (made) => make.call(URL, blob = made);
  HTMLAnchorElement.prototype.click = function () {
    if (this.download) {
      window.saved = [this.download, blob.size];
      blob.text().then((text) => { window.savedText = text; });
    }
    click.call(this);
  };
})()"""
"""Notes what a page hands to the browser to be saved: name and bytes, and the content as text."""
GIVEN = """(() => {
  const given = new DataTransfer(), input = document.querySelector(".fk-store input[type=file]");
  given.items.add(new File([window.savedText], "stand.json"));
  input.files = given.files;
  input.dispatchEvent(new Event("change"));
})()"""
"""Gives that file back; choosing it is done by a window of the system, which no driver of both can lead."""


@pytest.fixture(scope="module")
def visitor(request):
    """The browser of this run, which keeps its store from one test to the next."""
    need({"firefox": machine.FIREFOX, "webkit": machine.WEBKIT}[request.param])
    with getattr(engines, request.param)() as visitor:
        yield visitor


def test_cards_by_keyboard_teach_the_mirror_and_come_back(visitor, site):
    visitor.open(f"{site.url}modul/01_bewusstsein.html")
    visitor.press("Tab")
    assert visitor.run("document.activeElement.innerText") == "Zum Inhalt springen"
    visitor.press("Enter")
    visitor.tab_to(".fk-choice")
    for number in range(16):
        visitor.until(f"Object.keys({KEPT}['01.karten'] ?? {{}}).length === {number}")
        visitor.press("jn"[number % 2])
    visitor.click("label", "Sie waren fair.")
    visitor.click("button", "Antwort festhalten")
    visitor.click("label", "Männer deutlich häufiger")
    visitor.click("button", "Auflösen")
    said = visitor.until(MIRRORED)
    visitor.reload()
    assert visitor.until(MIRRORED) == said
    visitor.until("document.querySelectorAll('canvas').length")
    visitor.follow(".page-home", ".page-card")
    visitor.follow(".page-card[data-module='01'] .page-units a", ".fk-guess")
    assert visitor.until(MIRRORED) == said
    assert visitor.run(PYTHON) in (None, 2)
    visitor.back(".page-card")
    visitor.check()


def test_a_rule_is_built_comes_back_from_a_file_and_examines_the_systems(visitor, site):
    visitor.open(f"{site.url}modul/02_werte.html#einheit-3")
    visitor.click(".page-bar button", "Weiter")
    visitor.click("label", "Gleiche Quoten")
    visitor.click("button", "In meinen Kodex")
    visitor.until(f"{KEPT}['02.kodex']")
    visitor.open(f"{site.url}modul/02_werte.html?ansicht=alles")
    visitor.run(SAVED)
    before = visitor.run(KEPT)
    visitor.click(".fk-store button", "Als Datei sichern")
    visitor.until("window.savedText")
    visitor.click(".fk-store button", "Alles löschen")
    visitor.click("dialog button", "Alles löschen")
    visitor.until(f"!('02.kodex' in {KEPT})")
    visitor.run(GIVEN)
    visitor.until(f"{KEPT}['02.kodex']")
    assert visitor.run(KEPT) == before
    visitor.open(f"{site.url}modul/03_pruefen.html#einheit-2")
    visitor.click(".fk-guess input[type=range]")
    visitor.click("button", "Schätzung festhalten")
    visitor.click("button", "Prüfung starten")
    visitor.until("document.querySelectorAll('.fk-audit-card').length")
    covered = (
        "[...document.querySelectorAll('.fk-audit-card')].filter((one) => one.ariaLabel.includes('verdeckt'))"
    )
    visitor.until(f"{covered}.length === 0")
    visitor.check()


def test_the_folder_is_saved_and_paper_shows_every_unit(visitor, site):
    visitor.open(f"{site.url}modul/07_verankern.html#einheit-4")
    visitor.run(SAVED)
    visitor.click(".page-end summary")
    visitor.click("button", "Mappe als Word-Datei speichern")
    name, size = visitor.until("window.saved")
    assert name == "mappe.docx" and size > 20_000
    seen = "[...document.querySelectorAll('.page-unit')].filter((one) => one.checkVisibility()).length"
    assert visitor.run(seen) == 1
    visitor.run(f"addEventListener('beforeprint', () => {{ window.onPaper = {seen}; }})")
    visitor.print()
    assert visitor.until("window.onPaper") == 4
    visitor.until(f"{seen} === 1")
    visitor.check()
