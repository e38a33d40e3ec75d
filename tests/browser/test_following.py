"""Python goes on from page to page of the edition without a server, and going there is as it always is in a browser."""

import re

import pytest
from learner import COMPUTED, kept, unfold
from playwright.sync_api import Page, expect
from publishing import edition, published  # noqa: F401 (fixtures)
from test_module_01 import decide, guess, mirrored

pytestmark = pytest.mark.browser

FIRST = "modul/00_willkommen.html"


@pytest.fixture
def page(page_at) -> Page:
    page = page_at(1280, reduced_motion="reduce")
    page.started = []
    page.on("request", lambda one: page.started.append(one.url) if one.url.endswith(".wasm") else None)
    return page


def begin(page: Page, address: str) -> None:
    """Open a module and begin there; its Python is on the way."""
    page.goto(address)
    page.wait_for_function("() => globalThis.fairkiPython?.alive")
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("Shift")
    page.wait_for_function("() => JSON.parse(localStorage.fairki ?? '{}').last")


def at(page: Page, way: str) -> None:
    """This page stands there, with its blocks."""
    expect(page).to_have_url(re.compile(way))
    expect(page.locator("html:not([data-leaving])")).to_have_count(1)
    if "/modul/" in page.url:
        expect(page.locator("html[data-ready]")).to_have_count(1)
    if "/index.html" in page.url:
        expect(page.locator("#weiter-ziel")).not_to_be_empty()


def test_one_python_works_for_all_pages_that_a_learner_goes_to(page, published):  # noqa: F811
    begin(page, published.url + FIRST)
    with page.context.expect_page() as beside:
        page.get_by_role("link", name="Wörter").click(modifiers=["ControlOrMeta"])
    expect(beside.value.locator("h1")).to_have_text("Wörter")
    beside.value.close()
    at(page, "/00_willkommen.html$")

    page.locator(".page-home").click()
    at(page, "/index.html$")
    expect(page.locator("h1")).to_be_focused()
    unfold(page.locator(".page-card[data-module='01']")).locator("[data-unit='2'] a").click()
    at(page, "/01_bewusstsein.html#einheit-2$")
    expect(page.locator("#einheit-2 h2").first).to_be_focused()
    expect(page.locator("#einheit-1")).to_be_hidden()
    page.locator(".page-view-all").click()
    at(page, "/01_bewusstsein.html.ansicht=alles#einheit-2$")
    expect(page).to_have_title(re.compile("Spiegel"))
    decide(page, lambda person: person.geschlecht == "männlich")
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein", timeout=COMPUTED)
    answers = kept(page)

    for way in ("/01_bewusstsein.html#einheit-2$", "/index.html$", "/00_willkommen.html$"):
        page.go_back()
        at(page, way)
    expect(page).to_have_title(re.compile("Willkommen"))
    page.locator(".page-home").click()
    at(page, "/index.html$")
    unfold(page.locator(".page-card[data-module='01']")).get_by_text("Als Formular öffnen").click()
    at(page, "/uebung/bewusstsein.html$")
    page.get_by_role("button", name="Alles prüfen").click()
    expect(page.get_by_text("Bei diesen Aufgaben steht, was noch fehlt:")).to_be_visible(timeout=COMPUTED)
    assert len(page.started) == 1
    assert kept(page) == answers
    expect(page.locator(".page-notice")).to_be_hidden()


def test_after_a_reload_the_way_back_still_leads_to_the_page_before(page, published):  # noqa: F811
    begin(page, published.url + FIRST)
    page.locator(".page-home").click()
    at(page, "/index.html$")
    page.reload()
    expect(page.locator(".page-card").first).to_be_visible()
    page.go_back()
    at(page, "/00_willkommen.html$")
    expect(page.locator(".page-course")).to_be_visible()


def test_one_is_as_far_down_as_before_when_one_comes_back(page, published):  # noqa: F811
    begin(page, published.url + FIRST)
    page.get_by_role("link", name="Wörter").scroll_into_view_if_needed()
    down = page.evaluate("scrollY")
    page.get_by_role("link", name="Wörter").click()
    at(page, "/woerter.html$")
    assert page.evaluate("scrollY") == 0 < down
    page.go_back()
    at(page, "/00_willkommen.html$")
    page.wait_for_function("(down) => Math.abs(scrollY - down) < 60", arg=down)


def test_back_and_forth_faster_than_pages_come_leads_to_the_page_in_the_address(page, published):  # noqa: F811
    begin(page, published.url + FIRST)
    page.get_by_role("link", name="Wörter").click()
    at(page, "/woerter.html$")
    page.get_by_role("link", name="Quellen").click()
    at(page, "/quellen.html$")
    held = []
    page.route("**/woerter.html", lambda route: held.append(route))
    page.evaluate("""() => {
      addEventListener("popstate", () => { window.went = true; history.forward(); }, { once: true });
      history.back();
    }""")
    page.wait_for_function("() => window.went && location.pathname.endsWith('/quellen.html')")
    at(page, "/quellen.html$")
    held[0].continue_()
    page.locator(".page-home").click()
    at(page, "/index.html$")
    page.go_back()
    at(page, "/quellen.html$")
    expect(page.locator("h1")).to_have_text("Quellen")


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda route: route.abort(), id="no network"),
        pytest.param(lambda route: route.fulfill(body="<h1>Anmeldung</h1>"), id="another page"),
    ],
)
def test_what_cannot_be_had_in_this_way_the_browser_gets_by_itself(page, published, answer):  # noqa: F811
    page.witness.forgive.append("Failed to load")
    begin(page, published.url + FIRST)
    page.route(
        "**/woerter.html",
        lambda route: answer(route) if route.request.resource_type == "fetch" else route.continue_(),
    )
    page.get_by_role("link", name="Wörter").click()
    expect(page.locator("h1")).to_have_text("Wörter")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].name").endswith("/woerter.html")
