"""Module 00 as an employee meets it: opinions, the own register and its map, the question of secret use."""

import json

import pytest
from learner import WHOLE
from playwright.sync_api import Page, expect

from fairki import reference

pytestmark = pytest.mark.browser

MODULE = f"modul/00_willkommen{WHOLE}"


def open_module(page: Page, served) -> Page:
    page.goto(served.url + MODULE)
    page.wait_for_selector("html[data-ready]")
    return page


def pick(page: Page, name: str, hidden: bool = False) -> None:
    page.evaluate("document.querySelectorAll('.fk-picks-group').forEach((group) => (group.open = true))")
    page.get_by_role("checkbox", name=name).first.check()
    if hidden:
        page.get_by_role("checkbox", name=f"Läuft bei uns unbemerkt ({name})").check()


def map_of(page: Page):
    return page.locator(".page-widget").filter(has=page.locator(".fk-chart-title"))


def kept(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.fairki"))["answers"]


@pytest.fixture
def page(page_at, served):
    return open_module(page_at(1280, reduced_motion="reduce"), served)


def test_each_opinion_is_answered_by_two_voices_and_kept_for_the_end_of_the_course(page):
    expect(page.get_by_text("Noch 3 Fragen ohne Antwort.")).to_be_visible()
    expect(page.get_by_text("Zwei Stimmen aus der Hansen")).to_have_count(0)
    page.get_by_role("group", name="Wer soll bei uns entscheiden").get_by_label("halb und halb").check()
    page.get_by_text("Zwei Stimmen aus der Hansen").click()
    expect(page.get_by_text("Wer die Folgen trägt, muss mitreden können.")).to_be_visible()
    page.get_by_role("group", name="Wie gut kann ich nachvollziehen").get_by_label("gar nicht").check()
    page.get_by_role("group", name="Wie gut passen diese Ergebnisse").get_by_label(
        "weiß ich noch nicht"
    ).check()
    expect(page.get_by_text("Ihre erste Meinung ist festgehalten.")).to_be_visible()
    opinions = {key: value for key, value in kept(page).items() if key.startswith("00.meinung.")}
    assert opinions == {
        "00.meinung.wer": "3",
        "00.meinung.transparenz": "1",
        "00.meinung.werte": "weiss-nicht",
    }


def test_the_list_answers_the_guess(page):
    guess = page.locator(".page-widget").filter(has_text="Wie viele der 24 Fälle")
    guess.get_by_role("slider").fill("2")
    guess.get_by_role("button", name="Schätzung festhalten").click()
    expect(guess).to_contain_text("Gehen Sie jetzt die Liste durch.")
    for name in ("Spamfilter", "Textassistent", "Lead-Scoring"):
        pick(page, name)
    expect(guess).to_contain_text(
        "Gefunden haben Sie bisher 3 Fälle. Das sind mehr, als Sie geschätzt haben."
    )


def test_the_map_says_in_words_and_table_what_it_shows(page):
    expect(page.get_by_text("Wählen Sie in der Liste mindestens einen Fall.")).to_be_visible()
    pick(page, "Spamfilter", hidden=True)
    pick(page, "Planung von Routen")
    expect(map_of(page)).to_contain_text(
        "In 1 von 2 Fällen entscheidet ein System selbst über viele Menschen."
    )
    map_of(page).scroll_into_view_if_needed()
    expect(map_of(page).locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=15_000)
    map_of(page).get_by_text("Zahlen als Tabelle").click()
    expect(
        map_of(page).get_by_role("row", name="1 Spamfilter viele Das System entscheidet unbemerkt")
    ).to_be_visible()
    expect(page.get_by_role("heading", name="Das Register: 2 Einträge")).to_be_visible()
    expect(page.get_by_text("Hier lohnt der erste Blick: Spamfilter.")).to_be_visible()


def test_whoever_has_no_firm_sees_the_map_of_hansen_and_yildiz(page):
    page.get_by_role("checkbox", name="Statt meiner Karte die der Hansen").check()
    expect(page.get_by_role("heading", name="Das Register: 8 Einträge")).to_be_visible()
    page.get_by_role("checkbox", name="Statt meiner Karte die der Hansen").uncheck()
    expect(page.get_by_text("Wählen Sie in der Liste mindestens einen Fall.")).to_be_visible()


def test_the_register_survives_a_reload_as_module_03_will_read_it(page):
    pick(page, "Lead-Scoring", hidden=True)
    pick(page, "Chatbot für Fragen")
    expect(page.get_by_role("heading", name="Das Register: 2 Einträge")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Gewählt: 2 von 24 · Läuft bei uns unbemerkt: 1")).to_be_visible()
    expect(
        page.get_by_role("heading", name="Das Register: 2 Einträge")
    ).to_be_visible()  # a new kernel was told
    assert kept(page)["00.register"] == [
        {"id": "leads", "verborgen": True},
        {"id": "chatbot", "verborgen": False},
    ]


def test_an_estimate_of_secret_use_gets_an_honest_answer(page):
    guess = page.locator(".page-widget").filter(has_text="Wie viele von 10 Kolleginnen und Kollegen")
    guess.get_by_role("slider").fill("4")
    guess.get_by_role("button", name="Auflösen").click()
    expect(guess).to_contain_text("Die Antwort gibt es nur bei Ihnen im Haus.")
    page.get_by_role("checkbox", name="Man ist unsicher").check()
    expect(page.get_by_text("Schulen statt überfordern: kleine Schritte")).to_be_visible()
    expect(page.get_by_text(f"({reference.law('kompetenz').citation})")).to_be_visible()


def test_every_word_of_the_page_with_a_meaning_explains_itself(page):
    for word in ("KI", "algorithmische", "Register", "Schatten-KI"):
        page.get_by_role("button", name=word, exact=True).first.click()
        expect(page.get_by_role("tooltip").filter(visible=True)).to_be_visible()
        page.keyboard.press("Escape")
