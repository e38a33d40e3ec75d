"""„Eigene Daten prüfen“ as somebody of a firm meets it: served on their own machine, and without a server."""

import io
import random

import openpyxl
import pytest
from docx import Document
from learner import COMPUTED, downloaded
from looks import PHONE, fits
from playwright.sync_api import Page, expect
from publishing import edition, published  # noqa: F401 (fixtures)

from fairki.lessons.workbench.de import decisions as de
from fairki.lessons.workbench.de import gate

pytestmark = pytest.mark.browser

PERSON = "Ein Name, den niemand sehen soll"
FORMULA = '=HYPERLINK("http://boese.example";"Klick")'


def people() -> list[list[str]]:
    """Applications: a gap between two groups, one group of four people, and a group whose name is a formula."""
    rng = random.Random(3)
    rows = [["Wer", "Gruppe", "Ort", "Eingeladen"]]
    for at in range(300):
        group = "Frauen" if at % 2 else "Männer"
        rows.append(
            [
                f"{PERSON} {at}",
                group,
                rng.choice([FORMULA, "Nord"]),
                "ja" if rng.random() < (0.3 if at % 2 else 0.6) else "nein",
            ]
        )
    return rows + [[PERSON, "divers", "Nord", "ja"]] * 4


def csv() -> dict:
    text = "\r\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in people())
    content = ("Bericht 2025\r\n\r\n" + text).encode("cp1252")
    return {"name": "bewerbungen.csv", "mimeType": "text/csv", "buffer": content}


def excel() -> dict:
    book = openpyxl.Workbook()
    for row in people():
        book.active.append(["Formel" if cell == FORMULA else cell for cell in row])
    made = io.BytesIO()
    book.save(made)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "bewerbungen.xlsx", "mimeType": kind, "buffer": made.getvalue()}


def settle_all(page: Page) -> None:
    """Confirm every point and name the purpose."""
    for box in page.get_by_role("group", name=gate.SETTLED).get_by_role("checkbox").all():
        box.check()
    page.get_by_label(gate.PURPOSE).fill("Wir prüfen die Einladungen.")


def examine(page: Page) -> None:
    """Say which column is what, and press the button."""
    page.get_by_label(de.DECISION).select_option("Eingeladen")
    page.get_by_role("group", name=de.GOOD).get_by_text("ja", exact=True).click()
    for column in ("Gruppe", "Ort"):
        page.get_by_role("group", name="Welche Spalten").get_by_text(column, exact=True).click()
    page.get_by_role("button", name=de.EXAMINE, exact=True).press("Enter")
    expect(page.get_by_text("Ausgewertet: 300 Personen")).to_be_visible(timeout=COMPUTED)


def test_from_the_questions_to_the_report_and_nothing_is_kept(page_at, served, accessible):
    page = page_at(PHONE, "dark", reduced_motion="reduce")
    page.goto(served.url)
    page.get_by_role("link", name="Eigene Daten prüfen").click()
    page.wait_for_selector("html[data-ready]")
    chosen = page.get_by_label(de.FILE, exact=True)
    expect(page.get_by_text("Hier wählen Sie eine Datei, sobald")).to_be_visible()
    expect(chosen).to_be_hidden()
    settle_all(page)
    expect(chosen).to_be_visible(timeout=COMPUTED)

    chosen.set_input_files({"name": "falsch.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.7 nichts"})
    expect(page.get_by_role("alert").filter(has_text="Das ist eine PDF-Datei")).to_be_visible(
        timeout=COMPUTED
    )
    chosen.set_input_files(csv())
    expect(page.get_by_text("„bewerbungen.csv“ mit 304 Zeilen und 4 Spalten")).to_be_visible(timeout=COMPUTED)
    expect(page.get_by_text("Über den Spaltennamen stand 1 Zeile. Sie zählt nicht mit.")).to_be_visible()
    examine(page)
    expect(page.get_by_text("In einer solchen Gruppe sind weniger als 10 Personen")).to_be_visible()
    page.get_by_role("group", name=de.VIEW).get_by_text("Quoten: Ort", exact=True).click()
    expect(page.get_by_role("heading", name="Ort: Kein Abstand")).to_be_visible(timeout=COMPUTED)
    accessible(page)
    fits(page)

    _, content = downloaded(page, "Prüfbericht als Word-Datei speichern")
    document = Document(io.BytesIO(content))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    text = "\n".join([*cells, *(line.text for line in document.paragraphs)])
    assert "Wir prüfen die Einladungen." in text and FORMULA in cells
    assert PERSON not in text
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]

    page.get_by_role("group", name=de.GOOD).get_by_text("nein", exact=True).click()
    expect(page.get_by_text("Ihre Angaben haben sich geändert.")).to_be_visible(timeout=COMPUTED)


def test_without_a_server_an_excel_file_is_examined_in_the_browser(page_at, published):  # noqa: F811
    page = page_at(1280, reduced_motion="reduce")
    page.goto(f"{published.url}eigene-daten.html")
    settle_all(page)
    chosen = page.get_by_label(de.FILE, exact=True)
    expect(chosen).to_be_visible(timeout=COMPUTED)
    chosen.set_input_files(excel())
    expect(page.get_by_text("„bewerbungen.xlsx“ mit 304 Zeilen")).to_be_visible(timeout=COMPUTED)
    examine(page)
    assert page.evaluate("localStorage.length") == 0
