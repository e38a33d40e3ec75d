"""Module 04 as an employee meets it: roles, gates, a plan, a decision and a log; all of it is there after a reload."""

import io
import re

import looks
import pytest
from docx import Document
from learner import WHOLE, kept, remember, rule_button, turn_to, widget
from playwright.sync_api import Page, expect

from fairki.governance import roles
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons.module_04 import figures
from fairki.lessons.module_04.de import unit_3, unit_4

pytestmark = pytest.mark.browser

MODULE = f"modul/04_governance{WHOLE}"
KODEX = Kodex("Kodex der Probe", (Rule(patterns.NOTICE, owner="Frau Kaya"), Rule(patterns.MONITORING)))


def saved(page: Page, button: str) -> str:
    """Text of a Word file, its tables included."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    paper = Document(io.BytesIO(download.value.path().read_bytes()))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


@pytest.fixture
def page(page_at):
    return page_at(1280, reduced_motion="reduce")


def test_the_firms_table_is_full_of_gaps_and_can_be_mended(page, served):
    page.goto(served.url + MODULE)
    clear = len(roles.clear_tasks(roles.EXAMPLE))
    summary = widget(page, "Die drei Grundfragen in Ihrer Tabelle")
    expect(summary).to_contain_text("0 von 8")
    page.get_by_role("button", name="Mit der Tabelle der Firma beginnen").click()
    expect(page.get_by_text("7 Aufgaben eingetragen.")).to_be_visible()
    expect(summary).to_contain_text(f"{clear} von 8")
    card = page.locator("details.fk-system").filter(has_text="Ein neues System einsetzen").first
    expect(card.locator("summary")).to_contain_text("prüft sich selbst")
    review = card.get_by_role("group", name="Wer prüft?")
    review.get_by_label("Fachabteilung").uncheck()
    review.get_by_label("KI-Ethikbeauftragte").check()
    expect(card.locator("summary")).to_contain_text("klar")
    expect(summary).to_contain_text(f"{clear + 1} von 8")

    page.reload()
    expect(card.locator("summary")).to_contain_text("klar")
    expect(summary).to_contain_text(f"{clear + 1} von 8")
    text = saved(page, "Rollentabelle als Word-Datei speichern")
    assert "Wer entscheidet über den Einsatz?" in text and "KI-Ethikbeauftragte" in text


def test_anchoring_a_rule_changes_the_kodex_of_module_02_and_opens_the_gates(page, served):
    remember(page, **{stored.KEY: stored.to_value(KODEX)})
    page.goto(served.url + MODULE)
    expect(page.get_by_text("Das sind die Regeln aus Ihrem Kodex „Kodex der Probe“.")).to_be_visible()
    gate = page.locator("details.fk-system").filter(has_text="Darf das System in Betrieb gehen?")
    gate.locator("summary").click()
    expect(gate).to_contain_text("1 Regel ist nicht verankert: Nr. 1.")
    page.get_by_label("Wo meldet man einen Verstoß?").first.fill("Sprechstunde")
    expect(page.get_by_text("1 von 2 Regeln verankert")).to_be_visible()
    expect(gate).to_contain_text("Hinweis auf KI (Regel 1): Frau Kaya, Sprechstunde")
    expect(gate).not_to_contain_text("nicht verankert")
    first, second = stored.from_value(kept(page)[stored.KEY]).rules
    assert (first.owner, first.channel) == ("Frau Kaya", "Sprechstunde")
    assert second == KODEX.rules[1]

    page.goto(f"{served.url}modul/02_werte{WHOLE}")
    builder = page.locator(".fk-builder")
    expect(builder).to_contain_text("Zuständig: Frau Kaya · Meldeweg: Sprechstunde")


def test_what_is_entered_in_one_tab_is_not_overwritten_from_another(page, served):
    remember(page, **{stored.KEY: stored.to_value(KODEX)})
    page.goto(f"{served.url}modul/02_werte{WHOLE}")
    builder = page.locator(".fk-builder")
    expect(builder.locator(".fk-rules > li")).to_have_count(2)
    other = page.context.new_page()
    other.goto(served.url + MODULE)
    expect(other.get_by_label("Wo meldet man einen Verstoß?")).to_have_count(
        2
    )  # before, nobody can type there
    other.get_by_label("Wo meldet man einen Verstoß?").first.fill("Sprechstunde")
    expect(builder).to_contain_text("Zuständig: Frau Kaya · Meldeweg: Sprechstunde")
    rule_button(builder, 2, "entfernen").click()
    expect(other.get_by_label("Wo meldet man einen Verstoß?")).to_have_count(1)
    expect(other.get_by_label("Wo meldet man einen Verstoß?")).to_have_value("Sprechstunde")
    (rule,) = stored.from_value(kept(page)[stored.KEY]).rules
    assert (rule.owner, rule.channel) == ("Frau Kaya", "Sprechstunde")


def test_without_a_kodex_the_example_becomes_the_learners_own(page, served):
    page.goto(served.url + MODULE)
    expect(page.get_by_text("Sie haben noch keinen eigenen Kodex.")).to_be_visible()
    page.get_by_label("Wer ist zuständig?").first.fill("Jonas Weber")
    expect(page.get_by_text("Das sind die Regeln aus Ihrem Kodex")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Wer ist zuständig?").first).to_have_value("Jonas Weber")
    expect(page.get_by_label("Wer ist zuständig?")).to_have_count(6)


def test_a_plan_is_tried_as_the_sliders_move_and_survives_a_reload(page, served):
    page.goto(served.url + MODULE)
    told = widget(page, "Ausprobiert in 200 Jahren")
    page.get_by_label("Alle wie viele Monate sehen Sie nach?").fill("1")
    page.get_by_label("Alarm ab dieser Abweichung").fill("12")
    expect(told).to_contain_text(unit_3.BALANCED)
    page.reload()
    expect(told).to_contain_text(unit_3.BALANCED)
    assert "Wir sehen jeden Monat nach." in saved(page, "Lebensweg als Word-Datei speichern")


def months(page: Page):
    return page.locator(".page-widget").filter(has=page.locator(".fk-months"))


def test_a_year_runs_to_its_end_and_tells_afterwards_what_it_was(page, served, accessible):
    page.goto(served.url + MODULE)
    picture = months(page)
    expect(picture).to_contain_text("Zwölf Monate liegen vor Ihnen.")
    expect(picture.locator("tbody tr")).to_have_count(0)
    picture.get_by_role("button", name="Jahr laufen lassen").press("Enter")
    since, first = figures.run_years()[0].fault_since, picture.get_by_role("status").last
    expect(first).to_contain_text(
        f"Der Fehler begann in Monat {since}."
    )  # at once: who wants calm sees the end
    expect(picture.locator("tbody tr")).to_have_text(
        [
            re.compile(text)
            for text in ("^1–5nichts", "^6Abstand", "^7–11nichts", "^12Abstand .*Alarm: Frauen")
        ]
    )
    missing = int(re.search(r"fehlen (\d+) Bewerbungen", first.inner_text()).group(1))
    assert picture.locator(".fk-harmed[visibility=visible]").count() == missing
    assert picture.locator(".fk-drift[visibility=visible]").count() == 1
    accessible(page)
    looks.fits(page, looks.PHONE)


def test_a_changed_plan_makes_the_run_out_of_date_and_both_plans_can_be_compared(page, served):
    page.goto(served.url + MODULE)
    picture, many = months(page), widget(page, "Ausprobiert in 200 Jahren")
    picture.get_by_role("button", name="Jahr laufen lassen").click()
    expect(picture).to_contain_text("Gemerkt am Ende von Monat 12.")
    expect(many).not_to_contain_text("vorher")
    page.get_by_label("Alle wie viele Monate sehen Sie nach?").fill("1")
    expect(picture).to_contain_text("Dieser Lauf gehört noch zum alten.")
    expect(picture).to_contain_text("Gemerkt am Ende von Monat 12.")
    expect(many).to_contain_text("Mehr Arbeit als vorher, und ein Fehler fällt früher auf.")
    picture.get_by_role("button", name="Jahr laufen lassen").click()
    expect(picture).not_to_contain_text("Dieser Lauf gehört noch zum alten.")
    expect(picture).not_to_contain_text("Gemerkt am Ende von Monat 12.")
    expect(many).to_contain_text("vorher: alle 6 Monate")
    picture.get_by_role("button", name="Anderes Jahr").click()
    expect(picture).to_contain_text("Jahr 2 von 6: vor dem ersten Monat")
    picture.get_by_role("slider").focus()
    page.keyboard.press("End")
    expect(picture).to_contain_text("Kein Fehler in diesem Jahr")
    expect(picture).to_contain_text("„Kein Fehler“ ist hier die richtige Antwort.")
    page.keyboard.press("ArrowLeft")
    expect(picture).to_contain_text("Monat 11 von 12")
    expect(picture).to_contain_text("Zwölf Monate liegen vor Ihnen.")


def test_the_months_run_one_after_the_other_and_can_be_stopped_or_skipped(page_at, served):
    page = page_at(360)
    page.goto(served.url + MODULE)
    picture = months(page)
    picture.get_by_role("button", name="Jahr laufen lassen").click()
    expect(picture).to_contain_text("Monat 2 von 12")
    picture.get_by_role("button", name="Anhalten").click()
    month = int(picture.get_by_role("slider").input_value())
    assert 2 <= month < 12 and picture.locator(".fk-drift[visibility=visible]").count() == 0
    page.wait_for_timeout(700)  # longer than a month takes
    assert int(picture.get_by_role("slider").input_value()) == month
    picture.get_by_role("button", name="Zum Ende").click()
    expect(picture).to_contain_text("Gemerkt am Ende von Monat 12.")


def test_a_decision_with_its_reason_survives_a_reload_and_becomes_minutes(page, served):
    page.goto(served.url + MODULE)
    page.get_by_role("button", name="Protokoll als Word-Datei speichern").click()
    expect(page.get_by_text("Hier steht noch nichts.")).to_be_visible()
    page.get_by_label("Auf Anfrage noch einmal lesen").check()
    page.get_by_label("Eine Person mit Namen setzt den Beschluss um.").check()
    page.get_by_label("Warum haben Sie so entschieden?").fill("Wer fragt, bekommt eine Antwort.")
    after = widget(page, "Ein halbes Jahr später")
    expect(after).to_contain_text("Eine Person kümmert sich.")
    page.reload()
    expect(after).to_contain_text("Eine Person kümmert sich.")
    text = saved(page, "Protokoll als Word-Datei speichern")
    assert "Wer fragt, bekommt eine Antwort." in text and "Auf Anfrage noch einmal lesen." in text


def test_a_case_shows_its_own_questions_alone_and_both_come_back(page, served):
    page.goto(served.url + MODULE)
    asked = "An welcher Stelle ist die Kette gerissen?"
    questions = page.get_by_role("group", name=asked, include_hidden=True)
    expect(questions).to_have_count(0)
    option, right, _ = unit_4.BREAK_OPTIONS[figures.CASES["eins"][1]]
    for id in ("zwei", "eins"):
        page.get_by_label(unit_4.CASES[id]).check()
        log = page.get_by_role("list", name=f"Protokoll zu {figures.logs()[id].case}")
        expect(log).to_be_visible()
        expect(questions).to_have_count(1)
    turn_to(questions)
    questions.get_by_label(option).check()
    questions.get_by_role("button", name="Prüfen").click()
    expect(questions).to_contain_text(right)
    page.reload()
    expect(log).to_be_visible()
    expect(questions).to_contain_text(right)


def test_rights_to_see_scores_have_consequences_and_are_kept(page, served):
    page.goto(served.url + MODULE)
    leads = page.get_by_role("group", name="Wer darf den Punktwert einer Anfrage sehen?")
    leads.get_by_label("Vertrieb").check()
    leads.get_by_label("IT", exact=True).check()
    said = page.get_by_text("Mehr als nötig sieht: IT.")
    expect(said).to_be_visible()
    page.reload()
    expect(said).to_be_visible()
    leads.get_by_label("IT", exact=True).uncheck()
    expect(said).to_be_hidden()
