"""The second tool of „Eigene Daten prüfen“ in Chromium: prompts go out, answers come back, nothing is kept."""

import csv
import io

import looks
import pair_answers
import pytest
from learner import COMPUTED, downloaded
from playwright.sync_api import expect
from serving import Server

from fairki.lessons.workbench.de import texts as de
from fairki.workbench.pairs import plan, sheet
from fairki.workbench.pairs.de import told

pytestmark = pytest.mark.browser

ANSWER = "Die Antwort der KI, ganz und unverändert"


def rows_in(content):
    """The lines of a CSV file as dictionaries."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_name_swap_test_from_the_template_to_the_verdict(served: Server, page_at, accessible):
    page = page_at(looks.PHONE, "dark")
    assert page.goto(f"{served.url}eigene-daten").ok
    page.wait_for_selector("html[data-ready]")
    name, content = downloaded(page, de.SAVE_PROMPTS)
    asked = rows_in(content)
    assert name == de.PROMPTS_FILE and len(asked) == 120

    expect(page.get_by_label(ANSWER)).to_be_hidden()
    for box in page.get_by_role("checkbox").all():
        box.focus()
        page.keyboard.press("Space")
    page.get_by_label("Wozu prüfen Sie?").fill("Wir prüfen unsere Zeugnisse.")
    page.get_by_label("Wozu prüfen Sie?").press("Tab")
    answer = page.get_by_label(ANSWER)
    expect(answer).to_be_visible(timeout=COMPUTED)
    answer.fill("- =1+1; Potenzial\nzweite Zeile")
    page.get_by_role("button", name="Zum nächsten ohne Antwort").click()
    expect(page.get_by_text("Auftrag 2 von 120")).to_be_visible()
    expect(page.get_by_label("Diesen Auftrag geben Sie der KI")).to_have_value(asked[1]["auftrag"])
    expect(answer).to_have_value("")
    page.get_by_role("button", name="Zurück", exact=True).click()
    expect(answer).to_have_value("- =1+1; Potenzial\nzweite Zeile")
    name, content = downloaded(page, de.SAVE_ANSWERS)
    assert name == de.ANSWERS_FILE
    assert rows_in(content)[0]["antwort"] == "'- =1+1; Potenzial\nzweite Zeile"

    phrases = page.get_by_label(de.PHRASES)
    phrases.fill("Potenzial")
    phrases.press("Tab")
    prompts = [
        plan.Asked(
            id=row["kennung"],
            pair=int(row["kennung"][7:10]),
            of=int(row["paar"].split()[-1]),
            kind=row["art"],
            side=int(row["kennung"][-1]),
            group=row["gruppe"],
            name=row["name"],
            inserted=tuple(row["eingesetzt"].split(sheet.BETWEEN)),
            text=row["auftrag"],
        )
        for row in asked
    ]
    filled = sheet.write(prompts, pair_answers.answers(prompts, 4, women=0.1, men=0.8))
    page.get_by_label(de.UPLOAD).set_input_files(
        {"name": "antworten.csv", "mimeType": "text/csv", "buffer": filled}
    )
    expect(page.get_by_text("50 vollständige Paare und 10 Kontrollen")).to_be_visible(timeout=COMPUTED)
    page.get_by_role("button", name=de.RUN).click()
    expect(page.get_by_text("ändert allein der Name mehr, als der Kodex erlaubt")).to_be_visible(
        timeout=COMPUTED
    )
    expect(page.get_by_text("Namenstausch: verletzt")).to_be_visible()
    for fold in (told.NOT_JUDGED, told.LIMITS_TITLE):
        page.get_by_text(fold).click()
    accessible(page)
    looks.fits(page)
    assert page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})") == "{}{}"
