"""Leading in Chromium: an agenda is built, run with three phones, and its results are taken along in every form."""

import csv
import io

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pptx import Presentation
from test_workshop import (  # noqa: F401 (fixtures)
    answered,
    begin,
    first,
    fits,
    lead,
    phone,
    press,
    result,
    send,
    wall,
    workshop,
)

from coursetools.workshop import composed
from fairki import kodex

pytestmark = pytest.mark.browser


def taken(page: Page, name: str) -> bytes:
    """What a button for a file hands out."""
    with page.expect_download() as download:
        page.locator("#files").get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


def build(facilitator: Page) -> None:
    """Two steps of the agenda go, one comes, one moves by keys; all that is said of its time stays true."""
    side = facilitator.locator("#settings")
    side.get_by_text("Ablauf bauen", exact=True).click()
    total = side.locator(".lead-sum")
    expect(total).to_have_text("Zusammen 45 Minuten, Ende um 9:45 Uhr. Das passt genau.")
    for title in ("Der Spiegel: Der Raum entscheidet, ein Modell lernt", "Spalte löschen, Problem gelöst?"):
        side.get_by_role("button", name=f"Entfernen: {title}").click()
    side.get_by_label("Schritt hinzufügen").select_option("kodex")
    side.get_by_role("button", name="Hinzufügen").click()
    steps = side.locator(".lead-rows > li")
    while "Kodex" not in steps.nth(2).inner_text():
        side.get_by_label("Minuten: Der Raum schreibt seinen Kodex").press("Alt+ArrowUp")
        expect(facilitator.locator(".lead-rows input:focus")).to_have_attribute(
            "aria-label", "Minuten: Der Raum schreibt seinen Kodex"
        )
    side.get_by_label("Minuten: Der Raum schreibt seinen Kodex").fill("zwei")
    side.get_by_role("button", name="Gebauten Ablauf nehmen").click()
    expect(facilitator.locator("#said")).to_have_text("Bitte eine ganze Zahl von 1 bis 600.")
    side.get_by_label("Minuten: Der Raum schreibt seinen Kodex").fill("20")
    side.get_by_label("Beginn (Uhrzeit)").fill("17:30")
    side.get_by_label("Name des Ablaufs").fill("Unser Abend")
    expect(total).to_have_text("Zusammen 42 Minuten, Ende um 18:12 Uhr. 3 Minuten sind noch frei.")


def test_a_facilitator_builds_an_agenda_runs_it_with_three_phones_and_takes_all_along(
    workshop,  # noqa: F811
    lead,  # noqa: F811
    wall,  # noqa: F811
    phone,  # noqa: F811
    page_at,
    accessible,
    tmp_path,
):
    workshop.start()
    facilitator = lead()
    build(facilitator)
    accessible(facilitator)
    fits(facilitator)
    with facilitator.expect_download() as download:
        facilitator.get_by_role("button", name="Als Datei sichern").click()
    assert download.value.suggested_filename == "unser-abend.toml"
    facilitator.get_by_role("button", name="Gebauten Ablauf nehmen").click()
    expect(facilitator.locator("#agenda")).to_have_text("Unser Abend")
    paper = facilitator.get_by_role("link", name="Dieser Ablauf zum Drucken").evaluate("link => link.href")
    assert "Der Raum schreibt seinen Kodex (20 Minuten)" in facilitator.request.get(paper).text()

    # three phones and two people more; the room has time, and sees how much
    screen, phones = wall(facilitator), [phone() for _ in range(3)]
    workshop.join(2)
    press(facilitator, "Workshop beginnen")
    facilitator.get_by_label("Minuten für den Raum").fill("3")
    facilitator.get_by_role("button", name="Zeit geben").press("Enter")
    for page in (facilitator, screen, *phones):
        expect(page.get_by_role("timer")).to_contain_text("Noch 2:")
    facilitator.get_by_label("Spielregeln auf der Leinwand zeigen").check()
    expect(screen.get_by_role("heading", name="Unsere Spielregeln")).to_be_visible()
    accessible(screen)
    facilitator.get_by_role("button", name="Anhalten").click()
    expect(phones[0].get_by_role("timer")).to_contain_text("Angehalten bei 2:")
    accessible(phones[0])
    fits(phones[0])
    press(facilitator, "Weiter")
    expect(screen.get_by_role("timer")).to_be_hidden()

    # the question, then rules for the Kodex
    begin(facilitator)
    workshop.vote(first)
    for one in phones:
        one.get_by_label("beide zusammen").check()
        send(one)
    answered(facilitator, 5)

    # two people without a phone raise a card
    facilitator.get_by_label("Antwortkarten zählen").check()
    expect(screen.get_by_text("C · beide zusammen")).to_be_visible()
    facilitator.get_by_label("C · beide zusammen").fill("2")
    facilitator.get_by_role("button", name="Eintragen").click()
    answered(facilitator, 7)
    accessible(facilitator)
    press(facilitator, "Schließen")
    press(facilitator, "Zeigen")
    expect(result(screen)).to_contain_text("5 (71 %)")
    press(facilitator, "Weiter")
    facilitator.witness.forgive.append("409")
    facilitator.locator("#files").get_by_role("button", name="Kodex des Raums").click()
    expect(facilitator.locator("#said")).to_contain_text("Der Raum hat noch keinen Kodex.")
    begin(facilitator)
    workshop.vote(lambda number, asked: ["einspruch", "auswahlquoten"])
    for one in phones:
        one.locator("input[type=checkbox]").first.check()
        send(one)
    press(facilitator, "Schließen")
    expect(result(facilitator)).to_be_visible()

    # everything is taken along, with nothing but sums
    opened = kodex.loads(taken(facilitator, "Kodex des Raums").decode())
    assert "einspruch" in [rule.pattern for rule in opened.rules]
    show = Presentation(io.BytesIO(taken(facilitator, "Folien (PowerPoint)")))
    charts = [shape.chart for slide in show.slides for shape in slide.shapes if shape.has_chart]
    assert 5 / 7 in charts[0].plots[0].series[0].values and show.slides[0].shapes.title.text == "Unser Abend"
    book = load_workbook(io.BytesIO(taken(facilitator, "Tabelle (Excel)")))
    assert len(book.sheetnames) == 3
    rows = list(
        csv.reader(io.StringIO(taken(facilitator, "Tabelle (CSV)").decode("utf-8-sig")), delimiter=";")
    )
    assert ["beide zusammen", "", "71,4"] in [row[4:7] for row in rows]
    pictures = page_at(1280)
    pictures.goto(facilitator.locator("#files").get_by_role("link").evaluate("link => link.href"))
    expect(pictures.locator(".pictures-one")).to_have_count(2)
    assert "#" not in pictures.url
    accessible(pictures)
    fits(pictures)

    # what the next room would open stands beside what this one found
    room = tmp_path / "raum.json"
    room.write_bytes(taken(facilitator, "Raum für den nächsten Workshop"))
    facilitator.get_by_text("Früherer Workshop").click()
    with facilitator.expect_file_chooser() as chooser:
        facilitator.get_by_role("button", name="Datei raum.json öffnen").click()
    chooser.value.set_files(room)
    expect(facilitator.get_by_text("Verglichen wird mit „Unser Abend“")).to_be_visible()
    accessible(facilitator)
    fits(facilitator)

    # the file makes the same agenda for the company
    folder = tmp_path / "firma"
    from coursetools import own_company
    from fairki.company import reading

    own_company.new(folder)
    (folder / "ablaeufe" / "abend.toml").write_bytes(download.value.path().read_bytes())
    assert own_company.complaints(folder) == []
    sheet = next(one for one in reading.read(folder).agendas if one.name == "abend")
    assert composed.of_steps(sheet.steps).minutes == sheet.minutes == 42
