"""Pages ask back what a typed number means (tests/web/numbers.test.mjs tests how they are read)."""

import pytest
from playwright.sync_api import expect
from test_blocks import Bench
from test_form import form, open_form  # noqa: F401
from test_kodex_blocks import builder

pytestmark = pytest.mark.browser


@pytest.fixture
def bench(browser):
    context = browser.new_context(viewport={"width": 360, "height": 800})
    bench = Bench(context.new_page())
    yield bench
    assert bench.problems == []
    context.close()


def test_the_rule_builder_asks_what_an_ambiguous_number_means(bench):
    block = bench.add(builder())
    page = bench.page
    page.get_by_role("radio", name="Energie").check()
    field = page.locator(".fk-stepped input")
    field.fill("1.000")
    expect(page.get_by_text("„1.000“ ist nicht eindeutig. Meinen Sie 1000 oder 1?")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="In meinen Kodex übernehmen").click()
    expect(page.locator(".fk-rules > li")).to_have_count(0)
    page.get_by_role("button", name="1000", exact=True).click()
    expect(field).to_have_value("1000")
    expect(field).to_be_focused()
    expect(page.get_by_text("ist nicht eindeutig")).to_have_count(0)
    page.get_by_role("button", name="In meinen Kodex übernehmen").click()
    expect(page.locator(".fk-rules > li")).to_have_count(1)
    (rule,) = block.kodex.rules
    assert rule.values == {"energie": 1000}
    page.get_by_role("radio", name="Einspruch").check()
    page.locator(".fk-stepped input").fill("½")
    expect(page.get_by_text("Bitte eine ganze Zahl von")).to_be_visible()


def test_a_form_asks_what_an_ambiguous_number_means(form, accessible):  # noqa: F811
    field = form.locator("#frage-a3 input")
    field.fill("1.000")
    field.press("Tab")
    question = form.locator("#frage-a3")
    expect(question.get_by_text("„1.000“ ist nicht eindeutig. Meinen Sie 1000 oder 1?")).to_be_visible()
    accessible(form)
    question.get_by_role("button", name="Prüfen").click()
    expect(question.locator(".fk-feedback")).to_contain_text("ist nicht eindeutig", timeout=30_000)
    question.get_by_role("button", name="1", exact=True).click()
    expect(field).to_have_value("1")
    expect(question.locator(".fk-ask-back")).to_be_empty()
