"""A module page shows one unit, and in it one step after the other."""

import looks
import pytest
from learner import open_module, remember, state, unfold, widget
from playwright.sync_api import Page, expect
from serving import Server, notebook_server, wait_for

pytestmark = pytest.mark.browser

HEAD = """
from fairki import ui
text = ui.Text("Noch nichts.")
asks = {"p.a": 1, "p.quiz": 2}
ui.Header("p", "Probe", [("1", "Einheit A", 10, asks), ("2", "Einheit B", 10), ("3", "Einheit C", 10, {"p.c": 1})])
"""
GUESS = """
import time
guess = ui.Guess("p.a", "Wie viele?")
later = ui.Choice("p.wahl", "Und jetzt?", [["x", "X"], ["y", "Y"]], visible=False)

def reveal(change):
    time.sleep(0.5)
    later.visible = True
guess.observe(reveal, "value")
guess
"""
QUIZ = """
options = [{"text": "ja", "right": True, "why": "Darum."}, {"text": "nein", "right": False, "why": "Darum nicht."}]
ui.Quiz("p.quiz", [{"id": id, "text": f"Frage {id}?", "options": options} for id in "ab"], label="Fragen")
"""
CELLS = [
    "# Probe\n\nDarum geht es.",
    HEAD,
    "## Einheit A: der Anfang\n\nText.",
    GUESS,
    "later",
    "### Nur zu lesen\n\nText.",
    "### Zwei Fragen",
    QUIZ,
    "#### Zum Schluss",
    "ui.Note('p.notiz', 'Notiz')",
    "ui.UnitEnd('p', '1')",
    "## Einheit B",
    "ui.Slider('p.regler', 'Anteil')",
    "### Danach",
    "ui.UnitEnd('p', '2')",
    "## Einheit C",
    "ui.Guess('p.c', 'Wie oft?')",
    "### Noch zu lesen",
    "### Ganz am Ende",
    "ui.UnitEnd('p', '3', beyond=['danach', 'Modul 9: Danach'])",
    "## Ihr Stand\n\nText dazu.",
    "### Wörter",
    "ui.Text('<dl><dt id=\"glossar-wort\">Wort</dt><dd>Bedeutung</dd></dl>')",
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> Server:
    server = notebook_server(tmp_path_factory.mktemp("schritte"), probe=CELLS)
    yield server
    server.stop()


@pytest.fixture
def page(page_at):
    return page_at(360, reduced_motion="reduce")


def bar(page: Page):
    return page.locator(".page-bar")


def headings(page: Page) -> list[str]:
    """What a learner sees of the units."""
    seen = page.locator(".page-unit :is(h2, h3, h4)")
    return [one.inner_text() for one in seen.all() if one.is_visible()]


def go_on(page: Page, name: str) -> None:
    bar(page).get_by_role("button", name=name, exact=True).click()


def guess(page: Page, question: str = "Wie viele?") -> None:
    block = widget(page, question)
    block.get_by_role("slider").press("End")
    block.get_by_role("button", name="Auflösen").click()


def test_an_answer_opens_the_next_step_only_when_all_is_said_and_moves_nothing(shared, page):
    open_module(page, shared, "probe", view="")
    assert headings(page) == ["Einheit A: der Anfang"]
    expect(bar(page)).to_contain_text("Schritt 1 von 4")
    guess(page)
    focused = page.evaluate("document.activeElement.textContent")
    before = page.evaluate("scrollY")
    expect(
        page.get_by_role("group", name="Und jetzt?")
    ).to_be_visible()  # a question that comes with the answer
    page.wait_for_timeout(300)
    assert headings(page) == ["Einheit A: der Anfang"]
    expect(bar(page).get_by_role("button")).to_have_text("Weiter ohne die übrigen Antworten")
    page.get_by_label("X", exact=True).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    page.get_by_label("X", exact=True).check()
    expect(page.get_by_role("heading", name="Nur zu lesen")).to_be_visible()
    assert page.evaluate("scrollY") == before
    assert focused == "Neu schätzen" and page.evaluate("document.activeElement.type") == "radio"
    expect(
        page.get_by_role("status").filter(has_text="Schritt 2 ist jetzt offen: Nur zu lesen")
    ).to_have_count(1)
    expect(bar(page)).to_contain_text("Schritt 2 von 4")


def test_the_bar_leads_on_without_answers_and_the_questions_count_as_left(shared, page):
    open_module(page, shared, "probe", view="")
    go_on(page, "Weiter ohne Antwort")
    expect(page.get_by_role("heading", name="Nur zu lesen")).to_be_focused()
    assert state(page)["answers"]["p.uebersprungen"] == ["p.a"]
    go_on(page, "Weiter")
    expect(page.get_by_role("heading", name="Zwei Fragen")).to_be_focused()
    go_on(page, "Weiter ohne Antwort")
    expect(page.get_by_role("heading", name="Zum Schluss")).to_be_focused()
    expect(bar(page)).to_have_count(0)
    expect(page.get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_visible()
    page.get_by_label("Notiz").fill("Etwas")
    page.get_by_role("button", name="Weiter mit Einheit 2: Einheit B").click()  # typed, and at once further
    expect(page.get_by_role("heading", name="Einheit B")).to_be_focused()
    assert headings(page) == ["Einheit B"]


def test_a_press_counts_although_an_answer_moves_the_button_away_meanwhile(shared, page):
    open_module(page, shared, "probe", view="")
    for moved, heading in ((40, "Einheit A: der Anfang"), (0, "Nur zu lesen")):
        button = bar(page).get_by_role("button")
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate("document.querySelector('.page-bar').before(Object.assign(new Image(), {height: 200}))")
        page.mouse.move(x + moved, y)  # let go elsewhere: it was not meant
        page.mouse.up()
        assert headings(page)[-1] == heading
    expect(page.get_by_role("heading", name="Nur zu lesen")).to_be_focused()
    expect(bar(page)).to_contain_text("Schritt 2 von 4")  # once, not twice


def test_who_comes_back_finds_the_same_steps_open(shared, page):
    open_module(page, shared, "probe", view="")
    go_on(page, "Weiter ohne Antwort")
    go_on(page, "Weiter")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert headings(page) == ["Einheit A: der Anfang", "Nur zu lesen", "Zwei Fragen"]
    kept = state(page)["answers"]
    page.evaluate("localStorage.clear()")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert headings(page) == ["Einheit A: der Anfang"]
    assert list(kept["p.schritte"]) == ["1"]


def test_a_unit_whose_questions_are_answered_still_goes_step_by_step(shared, page):
    open_module(page, shared, "probe", view="")
    page.locator(".fk-step").nth(2).click()
    guess(page, "Wie oft?")
    expect(page.get_by_role("heading", name="Noch zu lesen")).to_be_visible()
    wait_for(lambda: state(page)["progress"].get("p", {}).get("3"), 5, "the unit is done")
    assert headings(page) == ["Einheit C", "Noch zu lesen"]
    go_on(page, "Weiter")
    expect(page.get_by_role("link", name="Weiter mit Modul 9: Danach")).to_have_attribute(
        "href", "/modul/danach.html"
    )


def test_what_an_earlier_version_kept_opens_its_steps(shared, page):
    remember(page, **{"p.quiz": {"a": 0}})
    open_module(page, shared, "probe", view="")
    assert headings(page) == ["Einheit A: der Anfang", "Nur zu lesen", "Zwei Fragen"]
    assert "p.schritte" not in state(page)["answers"]


def test_the_back_button_leads_through_the_units(shared, page):
    open_module(page, shared, "probe", view="")
    steps = page.locator(".fk-step")
    steps.nth(1).click()
    expect(page).to_have_url(f"{shared.url}modul/probe#einheit-2")
    expect(page.get_by_text("Darum geht es.")).to_be_hidden()  # it was read before the first unit
    expect(steps.nth(1)).to_have_attribute("aria-current", "step")
    steps.nth(2).press("Enter")
    expect(page.get_by_role("heading", name="Einheit C")).to_be_focused()
    wait_for(lambda: state(page)["last"] == {"module": "p", "unit": "3"}, 5, "the place is kept")
    page.go_back()
    expect(page.get_by_role("heading", name="Einheit B")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Einheit A")).to_be_visible()
    expect(page.get_by_text("Darum geht es.")).to_be_visible()
    steps.nth(1).click()
    wait_for(lambda: state(page)["last"]["unit"] == "2", 5, "the place is kept")
    page.goto("about:blank")
    open_module(page, shared, "probe", view="")  # without a unit in the address: where the learner was
    assert headings(page) == ["Einheit B"]


def test_the_end_is_folded_and_opens_for_what_a_link_leads_to(shared, page):
    open_module(page, shared, "probe", view="")
    expect(page.get_by_text("Bedeutung")).to_be_hidden()
    page.evaluate("location.hash = 'glossar-wort'")
    expect(page.get_by_text("Bedeutung")).to_be_visible()
    assert headings(page) == ["Einheit A: der Anfang"]


def test_the_whole_module_can_be_seen_and_is_printed(shared, page):
    open_module(page, shared, "probe", view="")
    everything = [
        "Einheit A: der Anfang",
        "Nur zu lesen",
        "Zwei Fragen",
        "Zum Schluss",
        "Einheit B",
        "Danach",
        "Einheit C",
        "Noch zu lesen",
        "Ganz am Ende",
    ]
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert headings(page) == everything
    expect(page.get_by_text("Bedeutung")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert headings(page) == ["Einheit A: der Anfang"]
    expect(page.get_by_text("Bedeutung")).to_be_hidden()
    page.get_by_role("link", name="Alles auf einer Seite").click()
    page.wait_for_selector("html[data-ready]")
    assert headings(page) == everything
    expect(bar(page)).to_have_count(0)
    page.get_by_role("link", name="Eine Einheit nach der anderen").click()
    page.wait_for_selector("html[data-ready]")
    assert headings(page) in (
        ["Einheit A: der Anfang"],
        ["Einheit C"],
    )  # the link stands at the end: who scrolled was in C


@pytest.mark.parametrize(("slug", "unit"), [("02_werte", "2"), ("03_pruefen", "3")])
def test_a_unit_is_accessible_at_its_first_step_and_with_all_that_can_be_opened(
    page_at, served, accessible, slug, unit
):
    page = page_at(looks.PHONE, "dark", reduced_motion="reduce")
    open_module(page, served, slug, view=f"#einheit-{unit}")
    expect(bar(page)).to_contain_text("Schritt 1 von")
    accessible(page)
    on = bar(page).get_by_role("button")
    while on.count():
        on.click()
    for extra in page.locator(".page-here .page-extra").all():
        unfold(extra)
    page.set_viewport_size({"width": looks.SCREEN, "height": 900})
    page.emulate_media(color_scheme="light")
    accessible(page)
    looks.fits(page)


def test_the_whole_module_and_the_way_back_are_found_at_the_top(page_at, served):
    page = page_at(looks.PHONE)
    open_module(page, served, "01_bewusstsein", view="#einheit-2")
    link = page.get_by_role("link", name="Alles auf einer Seite")
    heading = page.locator("#einheit-2 h2")
    assert link.bounding_box()["y"] < heading.bounding_box()["y"] < 900
    link.click()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("#einheit-1")).to_be_visible()
    back = page.get_by_role("link", name="Eine Einheit nach der anderen")
    assert back.bounding_box()["height"] >= 24
    back.click()
    page.wait_for_selector("html[data-ready]")
    expect(heading).to_be_visible()
    expect(page.locator("#einheit-1")).to_be_hidden()
