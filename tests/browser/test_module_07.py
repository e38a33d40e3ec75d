"""Module 07 as an employee meets it: evidence from earlier pages, the footprint, labels, commitments that last."""

import json

import pytest
from learner import WHOLE
from playwright.sync_api import Page, expect

from fairki import register
from fairki.kodex import stored
from fairki.kodex.example import EXAMPLE

pytestmark = pytest.mark.browser

MODULE = f"modul/07_verankern{WHOLE}"
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
def page(page_at, served):
    return open_module(page_at(1280, reduced_motion="reduce"), served, EARLIER)


def test_earlier_papers_and_what_is_answered_here_are_the_evidence_and_stay_as_they_are(page):
    block = guess(page, "Zu wie vielen der 8 Aspekte")
    solve(block, 3)
    expect(block).to_contain_text("Es sind 7 von 8.")
    expect(block).to_contain_text("Register: 8 Einträge")
    expect(block).not_to_contain_text("Fußabdruck: etwa")
    page.get_by_role("radio", name="Texte schreiben lassen").check()
    expect(block).to_contain_text("Fußabdruck: etwa")
    page.get_by_role("group", name="Wer soll bei uns entscheiden").get_by_label("halb und halb").check()
    expect(page.get_by_text("Am Anfang: „vor allem die Leitung“. Heute: „halb und halb“.")).to_be_visible()
    assert {key: kept(page)[key] for key in EARLIER} == EARLIER


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
