"""Somebody with little time walks the short path on a phone, by the links that the pages offer."""

import looks
import pytest
from learner import met
from playwright.sync_api import expect
from short_walk import COURSE, walk_short_path
from whole_walk import WIDTH

pytestmark = pytest.mark.browser


def test_the_short_path_leads_from_offer_to_end_without_scrolling_sideways(page_at, served):
    page = page_at(WIDTH, reduced_motion="reduce")
    walk_short_path(page, served.url, lambda page: looks.fits(page, WIDTH))
    met(page.locator("#einheit-4 .fk-unit-end")).get_by_role("link", name="Zur Übersicht").click()
    expect(page.locator(".page-short li.page-is-done")).to_have_count(len(COURSE.short_path))
