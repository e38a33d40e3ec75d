"""Module 05 as an employee meets it: decide on complaints, open channels, read a survey, change the Kodex."""

import io

import pytest
from docx import Document
from learner import WHOLE, remember, resolve, rule_button, widget, write
from playwright.sync_api import Page, expect

from fairki.kodex import Kodex, Rule, patterns, stored

pytestmark = pytest.mark.browser

MODULE = f"modul/05_feedback{WHOLE}"
KODEX = Kodex("Kodex der Probe", (Rule(patterns.SELECTION_RATES, {"abstand": 40}),))
RIGHT = {
    "Jan Petersen": "Berechtigt: Eine Angabe war falsch.",
    "Sofia Wagner": "Nicht berechtigt: Die Absage bleibt.",
    "Aylin Demir": "Berechtigt: Das System hat benachteiligt.",
    "Katrin Lorenz": "Berechtigt: Das System hat benachteiligt.",
}


@pytest.fixture
def page(page_at):
    return page_at(1280, reduced_motion="reduce")


def decide(page: Page, name: str, verdict: str):
    return resolve(page, f"über den Einspruch von {name}?", verdict, "Entscheiden")


def change_first_rule(page: Page, bound: int) -> None:
    builder = page.locator(".fk-builder")
    rule_button(builder, 1, "ändern").click()
    builder.get_by_label("Größter Abstand", exact=True).fill(str(bound))
    builder.get_by_role("button", name="Änderung speichern").click()


def keep_change(page: Page) -> None:
    page.get_by_role("button", name="2. Änderung festhalten und neu prüfen").click()


def test_the_truth_comes_after_the_decision_and_stays_after_a_reload(page, served):
    page.goto(served.url + MODULE)
    resolve(page, "der vier Einsprüche sind berechtigt?", 2, "Schätzung festhalten")
    expect(page.get_by_text("In Wahrheit")).to_have_count(0)

    third = page.locator(".page-widget").filter(has_text="Was möchten Sie wissen?").nth(2)
    third.get_by_text("Nur das Geschlecht anders?").click()
    expect(widget(page, "Die Antworten:")).to_contain_text("Dann hätte das System eingeladen.")

    decided = decide(page, "Aylin Demir", "Nicht berechtigt: Die Absage bleibt.")
    expect(decided).to_contain_text("Ihre Entscheidung: Nicht berechtigt")
    expect(decided).to_contain_text("In Wahrheit hat das Geschlecht den Ausschlag gegeben")
    for name in ("Jan Petersen", "Sofia Wagner", "Katrin Lorenz"):
        decide(page, name, RIGHT[name])
    expect(page.get_by_text("3 von 4 Entscheidungen passen.")).to_be_visible()

    page.reload()
    expect(page.get_by_text("3 von 4 Entscheidungen passen.")).to_be_visible()
    decided.get_by_text(RIGHT["Aylin Demir"], exact=True).click()
    decided.get_by_role("button", name="Neu entscheiden").click()
    expect(page.get_by_text("4 von 4 Entscheidungen passen.")).to_be_visible()


def test_the_plan_holds_what_was_chosen_and_typed(page, served):
    page.goto(served.url + MODULE)
    page.get_by_role("button", name="Feedback-Plan als Word-Datei speichern").click()
    expect(page.get_by_text("Ihr Feedback-Plan ist noch leer.")).to_be_visible()
    offered = widget(page, "Was bietet die Firma an?")
    offered.get_by_text("Vertrauensperson", exact=True).click()
    expect(page.get_by_text("etwa 14 Arbeitstage")).to_be_visible()

    page.get_by_label("Wie lange ist ein Einspruch möglich?").select_option("30 Tage")
    page.get_by_label("Wer nimmt Einsprüche an und antwortet?").fill("Frau Kaya, Personal")
    write(page, "Wer meldet sich bei uns nie", "die Nachtschicht")
    with page.expect_download() as download:
        page.get_by_role("button", name="Feedback-Plan als Word-Datei speichern").click()
    assert download.value.suggested_filename == "feedback-plan.docx"
    paper = Document(io.BytesIO(download.value.path().read_bytes()))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert {"Vertrauensperson", "30 Tage", "Frau Kaya, Personal", "noch offen"} <= set(cells)
    assert "die Nachtschicht" in [paragraph.text for paragraph in paper.paragraphs]


def test_a_changed_rule_is_examined_again_and_its_history_is_kept(page, served):
    remember(page, **{stored.KEY: stored.to_value(KODEX)})
    page.goto(served.url + MODULE)
    expect(page.get_by_text("Wir vergleichen mit Ihrem Kodex.")).to_be_visible()
    page.get_by_role("button", name="1. Kodex von heute prüfen").click()
    expect(page.get_by_text("Fertig: 0 von 14 Fehlern gefunden")).to_be_visible()
    keep_change(page)
    expect(page.get_by_text("Im Kodex hat sich noch nichts geändert.")).to_be_visible()

    change_first_rule(page, 5)
    page.get_by_label("Was ist der Anlass").select_option("Einspruch von Aylin Demir")
    page.get_by_label("Warum ändern Sie den Kodex?").fill("Weil Punkte je nach Geschlecht zählten")
    resolve(page, "Was bringt die Änderung", "Der Kodex findet mehr Fehler.", "Schätzung festhalten")
    keep_change(page)
    expect(page.get_by_text("Festgehalten. Fertig:")).to_be_visible()
    expect(widget(page, "Was bringt die Änderung")).to_contain_text("Das hatten Sie erwartet.")
    expect(page.get_by_role("button", name="Azubi-Start: gefunden")).to_be_visible()
    page.get_by_text("Alle Karten als Tabelle").click()
    row = page.get_by_role("row").filter(has=page.get_by_role("button", name="Azubi-Start"))
    expect(row.get_by_role("cell").nth(1)).to_have_text("✗ nein (vorher ja)")

    page.reload()
    told = widget(page, "Die Geschichte Ihres Kodex")
    expect(told).to_contain_text("Anlass: Einspruch von Aylin Demir")
    expect(told).to_contain_text("Warum: Weil Punkte je nach Geschlecht zählten")
    expect(page.get_by_text("Erste und letzte Prüfung")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Kodex mit Geschichte als Word-Datei speichern").click()
    paper = Document(io.BytesIO(download.value.path().read_bytes()))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert f"Vorher: {KODEX.rules[0].sentence}" in texts
