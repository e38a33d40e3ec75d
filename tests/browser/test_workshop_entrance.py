"""Coming in with a printed code, on a machine that has several addresses."""

import io
import re

import docx
import pytest
from playwright.sync_api import Page, expect
from test_workshop import Workshop, fits, lead, workshop  # noqa: F401 (fixtures)

pytestmark = pytest.mark.browser

WRONG = "Diesen Platzcode gibt es hier nicht."


def printed_codes(facilitator: Page) -> list[str]:
    """The codes on the cards, as the facilitator gets them."""
    with facilitator.expect_download() as download:
        facilitator.get_by_role("button", name="Platzkarten laden (Word)").click()
    with open(download.value.path(), "rb") as file:
        (table,) = docx.Document(io.BytesIO(file.read())).tables
    return re.findall(
        r"Platzcode: (\w{4}-\w{4})", "\n".join(cell.text for row in table.rows for cell in row.cells)
    )


def test_each_printed_code_is_one_seat_and_the_projector_shows_the_chosen_address(
    workshop,  # noqa: F811
    lead,  # noqa: F811
    page_at,
    accessible,
):
    workshop.start(seats=6, others=["192.0.2.20", "198.51.100.7"])
    facilitator = lead()
    expect(facilitator.get_by_text("Nur mit Platzkarte: 6 Plätze.")).to_be_visible()
    codes = printed_codes(facilitator)
    assert len(set(codes)) == 6

    one, other = page_at(360), page_at(360)
    for phone in (one, other):
        phone.witness.forgive.append("Failed to load resource")  # refused without a code
        phone.goto(f"{workshop.url}mitmachen/{workshop.code}")
        expect(phone.get_by_label("Platzcode von Ihrer Karte")).to_be_focused()
    accessible(one)
    fits(one)
    one.get_by_label("Platzcode von Ihrer Karte").fill("abcd-2345")
    one.get_by_role("button", name="Mitmachen").click()
    expect(one.get_by_text(WRONG)).to_be_visible()
    for phone in (one, other):  # somebody changes the device
        phone.get_by_label("Platzcode von Ihrer Karte").fill(f" {codes[0].lower()} ")
        phone.get_by_role("button", name="Mitmachen").click()
        expect(phone.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()
    one.reload()
    expect(one.get_by_text("Willkommen, Sie sind dabei!")).to_be_visible()
    expect(facilitator.get_by_text("1 dabei, davon 1 gerade verbunden")).to_be_visible()

    facilitator.get_by_text("Handys finden die Seite nicht?").click()
    accessible(facilitator)
    facilitator.get_by_label("Adresse auf der Leinwand").select_option(index=1)
    expect(facilitator.locator("#join .lead-address")).to_contain_text("192.0.2.20")
    screen = page_at(1280)
    screen.goto(workshop.url + workshop.state()["projector"].lstrip("/"))
    expect(screen.locator(".screen-address")).to_contain_text("192.0.2.20")
    expect(screen.locator(".screen-cast img")).to_have_count(9)
    screen.wait_for_function(
        "() => [...document.querySelectorAll('.screen-cast img')].every((one) => one.naturalWidth > 0)"
    )
    facilitator.set_viewport_size({"width": 360, "height": 800})
    fits(facilitator)
    accessible(facilitator)
