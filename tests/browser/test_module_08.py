"""Module 08 as an employee meets it: a model writes while one looks on, and what is kept comes back."""

import re

import looks
import pytest
from learner import check_oneself, downloaded, kept, lines, open_module, resolve, state, widget
from playwright.sync_api import Page, expect
from turns import on_turn

from fairki import reference
from fairki.lessons.module_08.de.self_check import QUESTIONS

pytestmark = pytest.mark.browser

MODULE = "08_schreiben"
KEYWORDS = "Ihr Anfang in Stichwörtern"
UNIT_1 = {
    "Wie oft trifft es das Wort?": 30,
    "Zwei Menschen haben die gleiche Leistung.": "Bei beiden etwa gleich oft",
    "Wie viel Prozent vom Abstand bleiben?": 20,
    "Wie viele von 100 sind es dann bei Männern?": 70,
    "Bei wem schreibt es dann öfter von Leitung?": "Bei beiden etwa gleich oft",
}
UNIT_2 = {
    "die in der Notiz fehlen": 50,
    "Wie viele von 100 erfundenen Angaben findet er so?": 90,
    "Wie viele von 100 Antworten sind trotzdem falsch?": 5,
    "ist es genau das richtige Blatt?": 20,
}


@pytest.fixture
def page(page_at):
    return page_at(1280, reduced_motion="reduce")


def shares(page: Page) -> dict[str, int]:
    """The bars: word → its chance in percent."""
    bars = page.locator(".fk-writer-words button")
    names = [bar.get_attribute("aria-label") for bar in bars.all()]
    return {
        word: int(share) for word, share in (re.match(r"(.+), (\d+)\s%", name).groups() for name in names)
    }


def begun(page: Page, served) -> None:
    """The page, with the model sent to the block that writes."""
    open_module(page, served, MODULE)
    page.get_by_role("button", name="Nächstes Wort zeigen").click()
    expect(page.get_by_role("heading", name="Nächstes Wort: Tätigkeit")).to_be_visible()


def test_chances_change_with_the_beginning_and_unknown_words_get_a_friendly_answer(page, served):
    begun(page, served)
    assert sum(shares(page).values()) == pytest.approx(100, abs=3)
    field = page.get_by_label(KEYWORDS)
    field.fill("Frau Leyla, Kundendienst, Teilzeit, Ballett")
    expect(page.locator(".fk-writer-text")).to_contain_text(
        "Frau Leyla Lorenz arbeitet seit … in Teilzeit im Kundendienst."
    )
    woman = shares(page)
    field.blur()
    expect(page.get_by_text("„Ballett“ steht in keinem der gelernten Texte.")).to_be_visible()
    page.get_by_role("button", name="Frau und Herr tauschen").click()
    expect(page.locator(".fk-writer-text")).to_contain_text("Herr Emre")
    expect(field).to_have_value("Herr, Emre, Kundendienst, Teilzeit")
    assert shares(page)["verantwortet"] > woman["verantwortet"] + 5
    expect(page.get_by_text(f"vorher {woman['verantwortet']}\N{NO-BREAK SPACE}%").first).to_be_visible()
    page.get_by_role("button", name="Voll- und Teilzeit tauschen").click()
    expect(page.locator(".fk-writer-text")).to_contain_text("in Vollzeit im Kundendienst")


def test_words_are_taken_by_keyboard_drawn_and_taken_back(page, served):
    begun(page, served)
    text = page.locator(".fk-writer-text")
    page.get_by_role("button", name="unterstützt").press("Enter")
    expect(text).to_contain_text("unterstützt")
    expect(page.get_by_role("heading", name="Nächstes Wort: Lob")).to_be_visible()
    expect(page.get_by_text("8 seltene Wörter zusammen:")).to_be_visible()
    page.get_by_role("button", name="Ein Wort zurück").click()
    expect(page.get_by_role("heading", name="Nächstes Wort: Tätigkeit")).to_be_visible()
    page.get_by_role("button", name="Weiterschreiben").click()
    expect(page.get_by_role("heading", name="Der Text ist fertig.")).to_be_visible()
    expect(text).not_to_contain_text("…")
    heard = page.locator(".fk-writer [role=status].fk-only-heard")
    expect(heard).to_have_text(text.inner_text())


def test_who_writes_with_the_keyboard_alone_stays_where_the_next_word_is(page, served):
    open_module(page, served, MODULE)
    page.get_by_role("button", name="Nächstes Wort zeigen").press("Enter")
    for slot in ("Tätigkeit", "Lob", "Ausblick"):
        expect(page.get_by_role("heading", name=f"Nächstes Wort: {slot}")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Der Text ist fertig.")).to_be_focused()
    for _ in range(3):
        page.get_by_role("button", name="Ein Wort zurück").press("Enter")
    expect(page.get_by_role("heading", name="Nächstes Wort: Tätigkeit")).to_be_focused()


def test_what_contradicts_itself_or_is_far_too_long_is_said_in_one_sentence(page, served):
    begun(page, served)
    field = page.get_by_label(KEYWORDS)
    field.fill("Frau Leyla, Lager, Teilzeit, Vollzeit, die Planung der Schichten")
    expect(page.get_by_text("zählt deshalb nicht: „Vollzeit“, „die Planung der Schichten“.")).to_be_visible()
    expect(page.locator(".fk-writer-text")).to_contain_text("in Teilzeit im Lager.")
    field.fill("")
    field.focus()
    page.keyboard.insert_text("<b>Ballett</b> 😀 " * 6_000)
    expect(page.get_by_text("„b“, „Ballett“")).to_be_visible()
    assert len(field.input_value()) <= 500


def test_at_temperature_0_there_is_one_word_and_one_text(page, served):
    begun(page, served)
    page.get_by_label("Temperatur", exact=True).fill("0")
    assert sorted(shares(page).values()) == [0, 0, 0, 0, 100]
    page.get_by_role("button", name="Weiterschreiben").click()
    text = page.locator(".fk-writer-text")
    first = text.inner_text()
    for _ in range(3):
        page.get_by_role("button", name="Noch einmal schreiben").click()
        expect(text).to_have_text(first)


def test_keywords_can_be_chosen_and_a_task_goes_with_its_area(page, served):
    begun(page, served)
    page.get_by_text("Stichwörter auswählen statt tippen").click()
    page.get_by_label("Bereich", exact=True).select_option("Lager")
    expect(page.locator(".fk-writer-text")).to_contain_text("im Lager. Sie … die Planung der Lieferungen")
    page.get_by_label("Anrede", exact=True).select_option("nicht gesagt")
    expect(page.locator(".fk-writer-text")).to_contain_text("… Leyla Lorenz")


@pytest.mark.parametrize("width", on_turn([looks.PHONE, looks.SCREEN], rounds=2))
def test_one_learner_walks_units_1_and_2_with_a_reload_in_the_middle(page_at, served, accessible, width):
    page = page_at(width, reduced_motion="reduce")
    open_module(page, served, MODULE)
    for question, guess in UNIT_1.items():
        resolve(page, question, guess)
    expect(
        widget(page, "Ihr Anfang in Stichwörtern").get_by_role("button", name="unterstützt")
    ).to_be_visible()
    page.get_by_label(KEYWORDS).fill("Herr Emre, Lager")
    expect(page.locator(".fk-writer-text")).to_contain_text("Herr Emre")
    page.get_by_role("group", name="So oft hat das Modell alle Texte gelesen").get_by_text("5-mal").click()
    expect(widget(page, "Die beiden Spalten liegen jetzt bis zu")).to_be_visible()
    expect(page.get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_visible()
    before = kept(page)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.get_by_role("button", name="Einheit 1 abgeschlossen")).to_be_visible()
    expect(page.get_by_label(KEYWORDS)).to_have_value("Herr, Emre, Lager")
    expect(widget(page, "Ihre Schätzung: 30").locator(".fk-answer")).to_contain_text("Gut geschätzt")
    for question, guess in UNIT_2.items():
        resolve(page, question, guess)
    expect(page.get_by_role("button", name="Einheit 2 abgeschlossen")).to_be_visible()
    assert {key: kept(page)[key] for key in before} == before
    assert state(page)["answers"]["08.anfang"]["row"][:3] == [1, 8, 3]
    looks.fits(page, width)
    accessible(page)


UNIT_3 = {
    "der 20 Letzten auf der Liste gehören zu Gruppe B?": 8,
    "Was davon ist am Arbeitsplatz verboten?": "Zählen, wie oft sie sich an den Leitfaden halten",
    "Firmen kommt der Code heraus?": 30,
}
UNIT_4 = {
    "Wie viele dieser Wörter benutzt es nach": 9,
    "Wie viele von 100 Fehlern findet sie?": 80,
    "Was zeigte die Uhr?": "Sie waren langsamer.",
}


def sort_cards(page: Page) -> None:
    """All cards: the first one as suggested, the others wherever the keys lead."""
    cards = page.locator(".fk-cards")
    cards.get_by_role("button", name="frei").focus()
    for at, case in enumerate(reference.data_cases()):
        expect(cards.get_by_role("heading", name=case.title)).to_be_visible()
        page.keyboard.press("fwn"[at % 3])
        expect(cards.get_by_text(case.why, exact=True)).to_be_visible()
        page.keyboard.press("Enter")
    expect(cards.get_by_role("heading", name="Ihre 20 Entscheidungen")).to_be_focused()


@pytest.mark.parametrize("width", on_turn([looks.PHONE, looks.SCREEN], rounds=2))
def test_one_learner_walks_units_3_and_4_with_a_reload_in_the_middle(page_at, served, accessible, width):
    page = page_at(width, reduced_motion="reduce")
    open_module(page, served, MODULE)
    for question, guess in UNIT_3.items():
        resolve(page, question, guess)
    page.get_by_label("Fehler bei Gruppe B auf 100 Wörter").fill("6")
    expect(page.get_by_text("Dann trifft es keine Gruppe mehr als die andere.")).to_be_visible()
    sort_cards(page)
    expect(page.get_by_text("Karten kommt es auf den Vertrag mit dem Anbieter an.")).to_be_visible()
    expect(page.get_by_role("button", name="Einheit 3 abgeschlossen")).to_be_visible()
    before = kept(page)
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.get_by_role("heading", name="Ihre 20 Entscheidungen")).to_be_visible()
    for question, guess in UNIT_4.items():
        resolve(page, question, guess)
    page.get_by_label("Mit diesen Wörtern lobt das Modell im Jahr").fill("6")
    expect(page.get_by_text("Im Jahr 6 gibt es noch:")).to_be_visible()
    resolve(page, "Wie viele davon findet der Kodex", 7, button="Schätzung festhalten")
    page.get_by_role("button", name="Prüfung starten").click()
    expect(page.get_by_text("Fertig: ").first).to_be_visible(timeout=60_000)
    expect(widget(page, "In Ihrer ersten Prüfung waren es")).to_be_visible()
    page.get_by_role("button", name="Vorschlag einsetzen").click()
    never = page.get_by_label("Was kommt nie hinein?")
    expect(never).to_have_value(re.compile("Codes und Passwörter"))
    never.fill("Codes und nichts von Kundinnen und Kunden")
    check_oneself(page, QUESTIONS)
    expect(page.get_by_role("button", name="Einheit 4 abgeschlossen")).to_be_visible()
    name, content = downloaded(page, "Spielregeln als Word-Datei speichern")
    assert name == "spielregeln-ki-texte.docx"
    text = "\n".join(lines(content))
    assert "Codes und nichts von Kundinnen und Kunden" in text and "noch offen" not in text
    assert {key: kept(page)[key] for key in before} == before
    looks.fits(page, width)
    accessible(page)
