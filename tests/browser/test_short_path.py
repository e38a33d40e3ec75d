"""Somebody with little time walks the short path on a phone, by the links that the pages offer."""

import json

import looks
import pytest
from learner import check_oneself, met
from playwright.sync_api import expect
from whole_walk import SHORT, WIDTH

from fairki import manifest
from fairki.lessons import self_checks

pytestmark = pytest.mark.browser
COURSE = manifest.read()


def test_the_short_path_leads_from_offer_to_end_without_scrolling_sideways(page_at, served):
    page = page_at(WIDTH, reduced_motion="reduce")
    page.goto(served.url)
    page.get_by_role("link", name="Kurzen Weg beginnen").click()
    for place, after in zip(COURSE.short_path, (*COURSE.short_path[1:], None), strict=True):
        module, unit = COURSE.unit(place)
        expect(page.get_by_role("heading", level=2, name=unit.title, exact=True)).to_be_visible()
        page.wait_for_selector("html[data-ready]")  # of this page, not of the one that was left
        SHORT[place](page)
        if dict(unit.asks).get(f"{module.id}.selbsttest"):
            check_oneself(page, self_checks.questions(module.id))
        end = met(page.locator(f"#einheit-{unit.id} .fk-unit-end"))
        expect(end.get_by_role("button", name=f"Einheit {unit.id} abgeschlossen")).to_be_visible()
        looks.fits(page, WIDTH)
        if after:
            on = f"Weiter auf dem kurzen Weg: {COURSE.unit(after)[1].title}"
            end.get_by_role("link", name=on).click()
    kept = json.loads(page.evaluate("localStorage.fairki"))
    done = {f"{module}.{unit}" for module, units in kept["progress"].items() for unit in units}
    assert done == set(COURSE.short_path) and kept["answers"]["00.weg"] == "kurz"
    met(page.locator("#einheit-4 .fk-unit-end")).get_by_role("link", name="Zur Übersicht").click()
    expect(page.locator(".page-short li.page-is-done")).to_have_count(len(COURSE.short_path))
