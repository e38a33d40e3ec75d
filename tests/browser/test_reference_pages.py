"""The pages to look things up: words, sources, state of the law, datasheets."""

from itertools import chain

import looks
import pytest
from playwright.sync_api import expect
from serving import Server

from coursetools.serve.assets import REFERENCE
from fairki import reference
from fairki.worlds import WORLDS

pytestmark = pytest.mark.browser

PAGES = [*REFERENCE, *(f"daten/{name}" for name in WORLDS)]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_and_is_accessible(served: Server, page_at, accessible, path):
    page = page_at(*looks.unfilled(PAGES.index(path)))
    assert page.goto(served.url + path).ok
    assert page.title().endswith(" – FairKI")
    assert page.evaluate("document.documentElement.lang") == "de"
    accessible(page)
    looks.fits(page)


def test_every_word_stands_in_the_list_once_and_can_be_linked_to(served: Server, page_at):
    page = page_at()
    page.goto(served.url + "woerter#glossar-modell")
    expect(page.locator("dt")).to_have_text([term.word for term in reference.terms()])
    expect(page.locator("#glossar-modell")).to_be_in_viewport()


def test_every_finding_is_shown_with_its_source(served: Server, page_at):
    page = page_at()
    page.goto(served.url + "quellen")
    for finding in reference.findings():
        expect(page.get_by_role("listitem").filter(has_text=finding.source).first).to_contain_text(
            finding.text
        )


def test_every_legal_statement_is_shown_with_date_and_source(served: Server, page_at):
    page = page_at()
    page.goto(served.url + "rechtsstand")
    expect(page.get_by_role("main")).to_contain_text("keine Rechtsberatung")
    for law in chain.from_iterable(reference.laws().values()):
        about = page.get_by_role("region", name=law.title, exact=True)
        expect(about).to_contain_text(f"{law.source}. Stand: {law.stand}.")
        if law.link:
            expect(about.get_by_role("link")).to_have_attribute("href", law.link)


def test_the_pages_are_found_from_every_page_and_the_tables_from_their_sheets(served: Server, page_at):
    page = page_at()
    page.goto(served.url)
    for title in REFERENCE.values():
        page.get_by_role("navigation", name="Nachschlagen").get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("link", name="Quellen").click()
    page.get_by_role("link", name=WORLDS["leads"].TITLE).click()
    address = page.get_by_role("link", name="Tabelle laden").evaluate("link => link.href")
    table = page.request.get(address)
    assert table.ok and table.text().startswith("nummer,")
