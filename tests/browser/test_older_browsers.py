"""A browser of 2023: what came later is not there, and a module works all the same, in light colours."""

import re

import pytest
from learner import open_module, widget
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LATER = re.compile(r"light-dark\(|animation-timeline|text-wrap")
"""What a browser of that time does not know in a stylesheet."""


def make_older(page) -> None:
    """Take away what came after 2023, before any script of the page runs."""
    page.add_init_script("delete Element.prototype.checkVisibility")

    def answer(route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=LATER.sub(lambda one: f"x-{one[0]}", found.text()))

    page.route("**/*.css", answer)


def test_a_module_works_in_a_browser_of_2023(page_at, served):
    page = page_at(360, scheme="dark")
    make_older(page)
    open_module(page, served, "01_bewusstsein", view="")
    style = "getComputedStyle(document.body)"
    assert page.evaluate(f"[{style}.color, {style}.backgroundColor]") == [
        "rgb(27, 36, 48)",
        "rgb(255, 255, 255)",
    ]
    expect(page.locator(".page-unit:visible")).to_have_count(1)
    for number in range(16):
        page.get_by_role("button", name=("Einladen", "Absagen")[number % 2]).click()
    page.get_by_text("Sie waren fair.", exact=True).click()
    page.get_by_role("button", name="Antwort festhalten").click()
    page.get_by_text("Männer deutlich häufiger", exact=True).click()
    page.get_by_role("button", name="Auflösen").click()
    expect(widget(page, "Wen lädt Ihr Modell").locator(".fk-answer")).to_contain_text("Ihr Modell lädt")
    page.unroute_all(behavior="wait")  # a page may still ask for a style
