"""When a unit is done: the same rule on the page of a module, on the start page and in the record."""

import json

import pytest
from learner import WHOLE, downloaded, kept, open_module, state, turn_to
from playwright.sync_api import Page, expect
from serving import Server
from test_blocks import Bench

from fairki import manifest, ui

pytestmark = pytest.mark.browser

COURSE = manifest.read()
UNITS = [
    ("1", "Der Anfang", 10, {"01.schaetzung": 1, "01.a|01.b": 2}),
    ("2", "Die Mitte", 10, {}),
    ("3", "Das Ende", 5, {"01.wahl": 1}),
]


@pytest.fixture
def bench(browser):
    context = browser.new_context(viewport={"width": 800, "height": 900}, reduced_motion="reduce")
    bench = Bench(context.new_page())
    yield bench
    assert bench.problems == []
    context.close()


def questions(count: int) -> list[dict]:
    return [
        {
            "id": f"frage{number}",
            "text": f"Frage {number}?",
            "options": [
                {"text": "ja", "right": True, "why": "Darum."},
                {"text": "nein", "right": False, "why": "Darum nicht."},
            ],
        }
        for number in range(count)
    ]


def draw(bench: Bench) -> None:
    """A module of three units."""
    bench.add(ui.Header("01", "Modul", UNITS))
    bench.add(ui.Guess("01.schaetzung", "Wie viele?"), "Der Anfang")
    bench.add(ui.Quiz("01.a", questions=questions(2), label="Fragen zu A"))
    bench.add(ui.Quiz("01.b", questions=questions(2), label="Fragen zu B", visible=False))
    bench.add(ui.Note("01.notiz", label="Was heißt das für uns?"))
    bench.add(ui.UnitEnd("01", "1"))
    bench.add(ui.Text("<p>Nur zu lesen.</p>"), "Die Mitte")
    bench.add(ui.UnitEnd("01", "2"))
    bench.add(
        ui.Guess("01.wahl", "Was meinen Sie?", kind="choice", options=[["x", "X"], ["y", "Y"]]), "Das Ende"
    )
    bench.add(ui.UnitEnd("01", "3"))


def end(page: Page, number: int):
    return page.locator(".fk-unit-end").nth(number - 1)


def answer(page: Page, quiz: str) -> None:
    for box in page.get_by_role("region", name=quiz).locator("fieldset").all():
        turn_to(box)
        box.get_by_label("nein").check()
        box.get_by_role("button", name="Prüfen").click()


def progress(bench: Bench) -> dict:
    return (bench.kept() or {"progress": {}})["progress"]


def test_a_unit_says_what_is_open_and_leads_there(bench):
    draw(bench)
    page = bench.page
    first = end(page, 1)
    expect(first.get_by_role("button", name="Einheit abschließen")).to_have_count(0)
    expect(first.get_by_role("link")).to_have_text(["Wie viele?", "Fragen zu A (noch 2 von 2 Fragen)"])
    first.get_by_role("link", name="Fragen zu A").click()
    assert page.evaluate("document.activeElement.dataset.key") == "01.a"
    first.get_by_role("button", name="Weiter mit Einheit 2: Die Mitte").click()  # nobody is held back
    expect(page.get_by_role("heading", name="Die Mitte")).to_be_focused()
    assert progress(bench) == {}


def test_a_click_that_has_begun_still_leads_on_when_a_script_comes_late(bench):
    draw(bench)
    page = bench.page
    page.get_by_role("link", name="Fragen zu A").hover()
    page.mouse.down()
    page.evaluate("dispatchEvent(new CustomEvent('fairki-ready'))")
    page.mouse.up()
    assert page.evaluate("document.activeElement.dataset.key") == "01.a"


def test_answers_right_or_wrong_complete_a_unit_and_free_texts_do_not(bench):
    draw(bench)
    page = bench.page
    page.get_by_label("Was heißt das für uns?").fill("Viel.")
    page.get_by_label("Was heißt das für uns?").blur()
    page.get_by_role("slider").fill("30")
    page.get_by_role("button", name="Auflösen").first.click()
    expect(end(page, 1).get_by_role("link")).to_have_text(["Fragen zu A (noch 2 von 2 Fragen)"])
    assert progress(bench) == {}
    answer(page, "Fragen zu A")
    expect(end(page, 1).get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_visible()
    expect(page.get_by_text("1 von 3 Einheiten abgeschlossen, noch etwa 15 Minuten")).to_be_visible()
    assert progress(bench) == {"01": {"1": True}}
    assert "01.uebersprungen" not in bench.kept()["answers"]


def test_one_of_several_self_checks_is_enough(bench):
    draw(bench)
    page = bench.page
    bench.put(bench.blocks[2], visible=False)
    bench.put(bench.blocks[3], visible=True)
    answer(page, "Fragen zu B")
    expect(end(page, 1).get_by_role("link")).to_have_text(["Wie viele?"])


def test_what_was_left_on_purpose_is_listed_and_can_still_be_answered(bench):
    draw(bench)
    page = bench.page
    guess = page.get_by_role("group", name="Wie viele?")
    guess.get_by_role("button", name="Weiter ohne Antwort").click()
    expect(guess.get_by_text("Übersprungen. Sie können hier trotzdem noch antworten.")).to_be_focused()
    expect(guess.get_by_role("button", name="Weiter ohne Antwort")).to_have_count(0)
    quiz = page.get_by_role("region", name="Fragen zu A")
    quiz.get_by_label("ja").first.check()
    quiz.get_by_role("button", name="Prüfen").first.click()
    quiz.get_by_role("button", name="Weiter ohne die übrigen Antworten").click()
    expect(end(page, 1).get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_visible()
    expect(end(page, 1)).to_contain_text("Übersprungen (das sehen nur Sie):")
    expect(end(page, 1).get_by_role("link")).to_have_text(["Wie viele?", "Fragen zu A (1 von 2 Fragen)"])
    assert bench.kept()["answers"]["01.uebersprungen"] == ["01.schaetzung", "01.a|01.b"]

    bench.reload()
    draw(bench)
    expect(end(page, 1).get_by_role("link")).to_have_count(2)
    page.get_by_role("slider").fill("30")
    page.get_by_role("button", name="Auflösen").first.click()
    expect(end(page, 1).get_by_role("link")).to_have_text(["Fragen zu A (1 von 2 Fragen)"])


def test_a_unit_that_asks_nothing_is_ended_by_the_learner(bench):
    draw(bench)
    page = bench.page
    end(page, 2).get_by_role("button", name="Einheit abschließen").click()
    expect(end(page, 2)).to_contain_text("Gut gemacht.")
    assert progress(bench) == {"01": {"2": True}}


def test_the_last_unit_names_the_units_that_are_open(bench):
    draw(bench)
    page = bench.page
    last = end(page, 3)
    expect(last).to_contain_text("Im Modul sind außerdem noch offen:")
    expect(last).to_contain_text("Einheit 1: Der Anfang (noch 3 Fragen)")
    page.get_by_role("group", name="Was meinen Sie?").get_by_label("X").check()
    page.get_by_role("group", name="Was meinen Sie?").get_by_role("button", name="Auflösen").click()
    expect(last.get_by_role("button", name="Einheit 3 abgeschlossen")).to_be_visible()
    expect(last).to_contain_text("In diesem Modul sind noch offen:")
    last.get_by_role("link", name="Einheit 2: Die Mitte").click()
    expect(page.get_by_role("heading", name="Die Mitte")).to_be_focused()


def test_units_that_an_earlier_version_marked_as_done_stay_done(bench):
    old = {"version": 1, "answers": {}, "progress": {"01": {"1": True, "2": True}}, "last": None}
    bench.page.evaluate("text => localStorage.setItem('fairki', text)", json.dumps(old))
    bench.reload()
    draw(bench)
    page = bench.page
    expect(end(page, 1).get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_visible()
    expect(end(page, 1).get_by_role("link")).to_have_count(0)
    expect(page.get_by_role("button", name="Weiter ohne Antwort")).to_have_count(1)  # in unit 3
    assert progress(bench) == old["progress"]


def test_answers_without_a_page_count_on_the_start_page_and_a_unit_stays_done(served: Server, page_at):
    page = page_at()
    page.goto(served.url)
    answers = {"00.schaetzung": 5, "00.uebersprungen": ["00.schatten"], "00.selbsttest": {"daten": 1}}
    kept_before = {"version": 1, "answers": answers, "progress": {}, "last": None}
    page.evaluate("text => localStorage.setItem('fairki', text)", json.dumps(kept_before))
    page.reload()
    units = page.locator("[data-module='00'] [data-unit]")
    expect(units.nth(0)).not_to_contain_text("fertig")
    expect(units.nth(1)).to_contain_text(", fertig")
    expect(units.nth(2)).to_contain_text(", noch 4 Fragen offen")
    page.get_by_text("Ihr Stand auf diesem Gerät: sichern, laden, löschen").click()
    expect(page.get_by_text("Zurzeit gespeichert: 2 Antworten, 1 abgeschlossene Einheit.")).to_be_visible()
    assert state(page)["progress"] == {"00": {"2": True}}
    page.evaluate(
        """() => {
            const data = JSON.parse(localStorage.fairki);
            data.answers["00.uebersprungen"] = ["00.schatten", "00.selbsttest"];
            localStorage.fairki = JSON.stringify(data);
        }"""
    )
    page.reload()
    expect(units.nth(2)).to_contain_text(", fertig (2 Fragen übersprungen)")


def test_clicks_at_the_ends_of_units_complete_nothing_that_asks_something(served: Server, page_at):
    page = page_at()
    for module in COURSE.modules:
        open_module(page, served, module.slug)
        ends = page.locator(".fk-unit-end")
        expect(ends).to_have_count(len(module.units))
        for button in ends.get_by_role("button", name="Einheit abschließen").all():
            button.click()
    assert state(page)["progress"] == {"00": {"1": True}}
    assert kept(page) == {}


@pytest.mark.parametrize("at", [1, -1], ids=["within", "last"])
def test_behind_the_last_unit_of_a_module_a_way_leads_on(served: Server, page_at, at):
    page = page_at()
    module = COURSE.modules[at]
    left = [ask for ask, _ in module.units[-1].asks]
    data = {"version": 1, "answers": {f"{module.id}.uebersprungen": left}, "progress": {}, "last": None}
    page.goto(served.url)
    page.evaluate("text => localStorage.setItem('fairki', text)", json.dumps(data))
    open_module(page, served, module.slug)
    onward = page.locator(".fk-unit-end").last.locator("a.fk-button:visible")
    after = COURSE.module_after(module.id)
    says = (
        f"Weiter mit {manifest.called(after.id)}: {after.title}"
        if after
        else "Zur Übersicht: alle Module und Übungen"
    )
    expect(onward).to_have_text(says)
    onward.click()
    expect(page).to_have_url(f"{served.url}modul/{after.slug}.html" if after else served.url)


def test_the_end_of_a_unit_names_its_questions_in_whatever_order_scripts_arrive(served: Server, page_at):
    page = page_at()
    late = []
    page.route("**/guess.js", lambda route: late.append(route))
    page.goto(f"{served.url}modul/01_bewusstsein{WHOLE}", wait_until="domcontentloaded")
    first = page.locator(".fk-unit-open").first
    expect(first).to_contain_text("In dieser Einheit ist noch offen:")
    for route in late:
        route.continue_()
    expect(first).to_contain_text("Wen lädt Ihr Modell häufiger ein?")


def test_the_record_follows_the_same_rule_and_keeps_to_itself_what_was_left(served: Server, page_at):
    page = page_at()
    page.goto(served.url)
    first = COURSE.modules[0]
    left = [ask for unit in first.units for ask, _ in unit.asks]
    answers = {f"{first.id}.uebersprungen": left}
    before = {"version": 1, "answers": answers, "progress": {first.id: {"1": True}}, "last": None}
    page.evaluate("text => localStorage.setItem('fairki', text)", json.dumps(before))
    open_module(page, served, COURSE.modules[-1].slug)
    _, record = downloaded(page, "Nachweis speichern")
    assert first.title in record.decode()
    assert "bersprungen" not in record.decode()
