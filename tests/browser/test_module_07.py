"""Module 07 as an employee meets it: evidence from earlier pages, the footprint, labels, commitments that last."""

import json

import looks
import pytest
from playwright.sync_api import Page, expect

from fairki import need, register
from fairki.kodex import stored
from fairki.kodex.example import EXAMPLE

pytestmark = pytest.mark.browser

MODULE = "modul/07_verankern"
EARLIER = {
    register.KEY: register.EXAMPLE,
    stored.KEY: stored.to_value(EXAMPLE),
    "00.meinung.wer": "2",
    "00.meinung.transparenz": "1",
}
"""What a learner brings along from modules 00 and 02."""


def open_module(page: Page, served, answers=None) -> Page:
    page.goto(served.url + MODULE)
    if answers:
        state = json.dumps({"version": 1, "answers": answers, "progress": {}, "last": None})
        page.evaluate("state => localStorage.setItem('fairki', state)", state)
        page.reload()
    page.wait_for_selector("html[data-ready]")
    return page


def kept(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.fairki"))["answers"]


def guess(page: Page, text: str):
    return page.locator(".page-widget").filter(has_text=text)


def solve(block, number: int) -> None:
    block.get_by_role("slider").fill(str(number))
    block.get_by_role("button", name="Auflösen").click()


@pytest.fixture
def fresh(page_at, served):
    return open_module(page_at(1280, reduced_motion="reduce"), served)


@pytest.fixture
def page(page_at, served):
    return open_module(page_at(1280, reduced_motion="reduce"), served, EARLIER)


def test_the_papers_of_earlier_modules_are_the_evidence_and_stay_as_they_are(page):
    block = guess(page, "Zu wie vielen der 8 Aspekte")
    solve(block, 3)
    expect(block).to_contain_text("Es sind 7 von 8.")
    expect(block).to_contain_text("Register: 8 Einträge")
    expect(block).to_contain_text("Kodex: bei 0 von 6 Regeln sind Person und Meldeweg klar")
    assert {key: kept(page)[key] for key in EARLIER} == EARLIER


def test_whoever_has_nothing_yet_sees_the_example_and_no_claim_about_themselves(fresh):
    block = guess(fresh, "Zu wie vielen der 8 Aspekte")
    solve(block, 0)
    expect(block).to_contain_text("In diesem Browser liegt noch nichts Eigenes aus den anderen Modulen.")
    expect(block).to_contain_text("So sieht es bei der Hansen & Yıldız GmbH nach Modul 2 aus:")


def test_an_example_that_was_only_loaded_is_no_evidence(page_at, served):
    example = {stored.KEY: stored.to_value(EXAMPLE.as_example())}
    page = open_module(page_at(1280, reduced_motion="reduce"), served, example)
    block = guess(page, "Zu wie vielen der 8 Aspekte")
    solve(block, 3)
    expect(block).to_contain_text("In diesem Browser liegt noch nichts Eigenes")
    expect(block).to_contain_text("Noch nicht mitgezählt: 6 Regeln aus dem Beispiel-Kodex")


def test_what_is_answered_on_this_page_becomes_evidence_at_once(page):
    block = guess(page, "Zu wie vielen der 8 Aspekte")
    solve(block, 3)
    expect(block).not_to_contain_text("Fußabdruck")
    page.get_by_role("radio", name="Texte schreiben lassen").check()
    expect(block).to_contain_text("Fußabdruck: etwa")


def test_the_two_assessments_stand_side_by_side_after_a_reload(page):
    first, later = (page.get_by_role("combobox", name="Teilhabe ermöglichen").nth(at) for at in (0, 1))
    first.select_option(label="erste Gedanken")
    later.select_option(label="etwas steht fest")
    for at in (0, 1):
        page.get_by_role("combobox", name="Werte definieren").nth(at).select_option(label="noch nichts")
    told = "Teilhabe ermöglichen: zuerst „erste Gedanken“, jetzt „etwas steht fest“"
    expect(page.get_by_text(told)).to_be_visible()
    page.reload()
    expect(page.get_by_text(told)).to_be_visible()
    expect(page.get_by_text("Bei 1 Aspekt bleiben Sie bei Ihrer Einschätzung.")).to_be_visible()


def test_the_code_of_conduct_stands_beside_the_aspects_and_not_in_their_place(page):
    expect(page.get_by_role("table", name="Zwei Listen nebeneinander")).to_have_count(0)
    block = guess(page, "Welcher Grundsatz aus dem Code of Conduct")
    block.get_by_label("Menschenzentrierung").check()
    block.get_by_role("button", name="Auflösen").click()
    expect(block).to_contain_text("Richtig: Menschenzentrierung.")
    table = page.get_by_role("table", name="Zwei Listen nebeneinander")
    expect(table.get_by_role("row")).to_have_count(10)
    expect(page.get_by_text("Bei fünf Grundsätzen kennen wir nur die Überschrift")).to_be_visible()


def test_the_footprint_is_a_range_that_follows_the_assumptions(page):
    block = guess(page, "Google nennt für eine Anfrage 0,03")
    solve(block, 10)
    expect(block).to_contain_text("etwa das 38-Fache")
    expect(page.get_by_text("Wählen Sie zuerst, wofür Sie KI nutzen.")).to_be_visible()
    page.get_by_role("radio", name="Texte schreiben lassen").check()
    expect(
        page.get_by_text("Das macht etwa 1,9 bis 130 kg CO₂, dazu etwa 29 bis 5.000 Liter Wasser.")
    ).to_be_visible()
    page.get_by_role("slider", name="Personen").fill("500")
    expect(page.get_by_text("Das macht etwa 19 kg bis 1,3 t CO₂")).to_be_visible()
    page.get_by_role("slider", name="Strommix").fill("0")
    expect(page.get_by_text("Das macht etwa 0 g bis 1,3 t CO₂")).to_be_visible()
    page.get_by_role("radio", name="Bilder erzeugen lassen").check()
    expect(page.get_by_text("Für diese Aufgabe haben wir nur eine Messung.")).to_be_visible()


def test_seven_questions_end_in_an_honest_answer(page):
    page.get_by_role("combobox", name="Um welchen Einsatz geht es?").select_option(label="Spamfilter")
    words = {need.YES: "ja", need.NO: "nein"}
    for question in need.QUESTIONS:
        page.get_by_role("combobox", name=question.text).select_option(label=words[question.good])
    expect(page.get_by_text("Ihr Ergebnis für „Spamfilter“: Ja, mit Sorgfalt.")).to_be_visible()
    simple = page.get_by_role("combobox", name="Reicht auch ein einfaches Mittel")
    simple.select_option(label="ja")
    expect(page.get_by_text("Ihr Ergebnis für „Spamfilter“: Es geht kleiner.")).to_be_visible()
    simple.select_option(label="weiß ich noch nicht")
    expect(page.get_by_text("Ihr Ergebnis für „Spamfilter“: Noch offen.")).to_be_visible()


def test_a_label_is_taken_over_changed_and_never_overwritten(page):
    take_over = page.get_by_role("button", name="Beispiel in mein Feld übernehmen")
    field = page.get_by_label("Unsere Sätze")
    take_over.click()
    expect(page.get_by_text("Wählen Sie zuerst oben etwas aus.")).to_be_visible()
    field.fill("Unser eigener Satz.")
    field.blur()
    page.get_by_role("radio", name="Ein Bild", exact=True).check()
    expect(page.get_by_text("„Dieses Bild hat ein KI-Programm erzeugt.")).to_be_visible()
    take_over.click()
    expect(page.get_by_text("Übernommen.")).to_be_visible()
    expect(field).to_have_value(
        "Unser eigener Satz.\nDieses Bild hat ein KI-Programm erzeugt. Es zeigt keine wirklichen Menschen."
    )
    take_over.click()
    expect(page.get_by_text("Dieses Beispiel steht schon in Ihrem Feld.")).to_be_visible()


def test_sentences_for_outside_come_from_the_own_kodex(page):
    block = guess(page, "Was fehlt diesem Satz am meisten?")
    block.get_by_label("Ein Siegel daneben").check()
    block.get_by_role("button").first.click()
    expect(block).to_contain_text("Diese Sätze aus Ihrem Kodex lassen sich nachprüfen:")
    expect(block).to_contain_text("Person oder Meldeweg fehlt noch: erst klären, dann zeigen.")


def test_rules_for_experiments_that_protect_others_are_missed(page):
    page.get_by_role("checkbox", name="Eine Person ist da").check()
    expect(page.get_by_text("1 Regel. Diese würden wir noch dazunehmen:")).to_be_visible()
    for name in ("Wir nehmen nur erfundene", "Kein Versuch entscheidet", "Jeder Versuch hat einen Anfang"):
        page.get_by_role("checkbox", name=name).check()
    expect(page.get_by_text("4 Regeln. Was andere schützt, ist dabei.")).to_be_visible()


def test_todays_opinion_is_answered_by_the_one_of_the_first_day(page):
    expect(page.get_by_text("Am Anfang:")).to_have_count(0)
    page.get_by_role("group", name="Wer soll bei uns entscheiden").get_by_label("halb und halb").check()
    told = "Am Anfang: „vor allem die Leitung“. Heute: „halb und halb“."
    expect(page.get_by_text(told)).to_be_visible()
    page.get_by_role("group", name="Wie gut kann ich nachvollziehen").get_by_label("gar nicht").check()
    expect(page.get_by_text("Am Anfang und heute: „gar nicht“. Sie bleiben dabei.")).to_be_visible()
    page.get_by_role("group", name="Wie gut passen diese Ergebnisse").get_by_label("sehr").check()
    expect(page.get_by_text("Vom Anfang des Kurses liegt hier keine Antwort.")).to_be_visible()
    page.reload()
    expect(page.get_by_text(told)).to_be_visible()
    assert kept(page)["00.meinung.wer"] == "2"


def test_commitments_survive_a_reload_and_say_what_is_missing(page):
    first = page.get_by_role("group", name="Erste Zusage")
    first.get_by_label("Was sagen wir zu?").fill("Hinweis in jede Anzeige.")
    expect(
        page.get_by_text("Es fehlt noch, wer sich kümmert, bis wann und woran man es merkt.")
    ).to_be_visible()
    first.get_by_label("Wer kümmert sich?").fill("Leitung Personal")
    first.get_by_label("Bis wann?").fill("2001-01-31")
    first.get_by_label("Bis wann?").blur()
    expect(first.get_by_role("status")).to_have_text("Bitte wählen Sie ein Jahr zwischen 2020 und 2099.")
    first.get_by_label("Bis wann?").fill("2020-01-31")
    expect(first.get_by_role("status")).to_contain_text("Dieser Tag ist schon vorbei.")
    first.get_by_label("Bis wann?").fill("2098-01-31")
    expect(first.get_by_role("status")).to_have_text("")
    first.get_by_label("Woran merken wir").fill("In allen Anzeigen")
    done = page.get_by_text("1 Zusage, jede mit Person, Tag und Zeichen.")
    expect(done).to_be_visible()
    page.reload()
    expect(done).to_be_visible()
    expect(page.get_by_role("group", name="Erste Zusage").get_by_label("Bis wann?")).to_have_value(
        "2098-01-31"
    )
    assert kept(page)["07.zusagen"] == [
        {
            "was": "Hinweis in jede Anzeige.",
            "wer": "Leitung Personal",
            "zeichen": "In allen Anzeigen",
            "bis": "2098-01-31",
        },
        {},
        {},
    ]


def test_a_damaged_earlier_answer_is_named_and_the_page_goes_on(page_at, served):
    page = open_module(page_at(1280, reduced_motion="reduce"), served, {stored.KEY: 5})
    block = guess(page, "Zu wie vielen der 8 Aspekte")
    solve(block, 3)
    expect(block).to_contain_text("Das ist kein Kodex aus diesem Kurs.")
    block = guess(page, "Was fehlt diesem Satz am meisten?")
    block.get_by_label("Ein Siegel daneben").check()
    block.get_by_role("button").first.click()
    expect(block).to_contain_text("dem Kodex der Hansen & Yıldız GmbH")


def test_the_page_is_accessible_and_fits(page_at, served, accessible):
    page = open_module(page_at(*looks.filled(7), reduced_motion="reduce"), served, EARLIER)
    solve(guess(page, "Zu wie vielen der 8 Aspekte"), 3)
    solve(guess(page, "Google nennt für eine Anfrage 0,03"), 10)
    block = guess(page, "Welcher Grundsatz aus dem Code of Conduct")
    block.get_by_label("Kompetenzen").check()
    block.get_by_role("button", name="Auflösen").click()
    page.get_by_role("radio", name="Texte schreiben lassen").check()
    first = page.get_by_role("group", name="Erste Zusage")
    first.get_by_label("Bis wann?").fill("2020-01-31")
    expect(first.get_by_role("status")).to_contain_text("Dieser Tag ist schon vorbei.")
    expect(page.get_by_role("table", name="Ein Jahr, verschieden gerechnet")).to_be_visible()
    accessible(page)
    looks.fits(page)
