"""A learner comes back to every unit of every module with all answers kept: prints, enlarges, meets foreign data.

The filled page is the one that axe looks at (see ``looks``). A third of the modules has its turn each day."""

import json

import looks
import pytest
import screens
from answers import FULL
from enlarged import fits_enlarged
from heard import heard, listen
from learner import open_module, resolve, state
from playwright.sync_api import Page, expect
from returning import SLOW, at_rest, come_back
from serving import wait_for
from turns import on_turn

from fairki import manifest

pytestmark = pytest.mark.browser

COURSE = manifest.read()
WIDTHS = (360, 1280)


@pytest.fixture(params=on_turn(COURSE.modules), ids=lambda module: module.slug)
def module(request) -> manifest.Module:
    return request.param


def open_all_details(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")


def show_all(page: Page) -> None:
    page.evaluate("document.querySelector('.page-course').dataset.view = 'alles'")


def check_place(page: Page, unit: str) -> None:
    """The unit's heading stands at the upper edge, and the steps name this unit."""
    heading = page.locator(f"#einheit-{unit} h2")
    top = heading.evaluate("e => e.getBoundingClientRect().top")
    assert -1 < top < 60  # half a pixel is no step away
    expect(page.locator(f".fk-step[href='#einheit-{unit}']")).to_have_attribute("aria-current", "step")
    expect(heading).to_be_focused()


def check_enlarged(page: Page) -> None:
    """All that can be opened is open, and fits with text at 200 %."""
    open_all_details(page)
    fits_enlarged(page, WIDTHS)


def check_lengths(page: Page, module: manifest.Module) -> None:
    """With all answers given, no step and no unit is longer than a thumb likes to scroll."""
    found = screens.lengths(page)
    assert {one.unit for one in found} == {unit.id for unit in module.units}
    assert {(one.unit, one.step): one.screens for one in found if one.too_long} == {}


def check_print(page: Page) -> None:
    """On paper each chart that has something to show has its picture, also those that nobody has scrolled to."""
    ready = "Boolean(window.Plotly) || !document.querySelector('.fk-figure:not([hidden])')"
    wait_for(lambda: page.evaluate(ready), SLOW / 1000, "plotly is there for paper")
    page.pdf()
    show_all(page)
    empty = page.evaluate(
        """[...document.querySelectorAll('.fk-figure:not([hidden])')]
          .filter((one) => one.checkVisibility() && !one.querySelector('.main-svg .trace :is(path, text)'))
          .map((one) => one.getAttribute('aria-label'))"""
    )
    assert empty == []


def test_a_learner_comes_back_and_finds_everything_in_its_place(page_at, served, module, accessible):
    number = COURSE.modules.index(module)
    width, colours = looks.filled(number)
    page = page_at(360, colours, reduced_motion="reduce")
    open_module(page, served, module.slug)
    check_enlarged(page)
    come_back(page, module)
    before = None
    for at, unit in enumerate(module.units):
        anew = at in (0, 1 + number % 3)  # that costs seconds: the first unit, and in turns one of the others
        for reload, wide in ((anew, WIDTHS[at % 2]), (False, WIDTHS[1 - at % 2])):
            page.set_viewport_size({"width": wide, "height": 900})
            if reload:
                page.goto("about:blank")
                page.goto(f"{served.url}modul/{module.slug}#einheit-{unit.id}")
                at_rest(page)
            else:
                page.evaluate("location.hash = ''")
                page.evaluate(f"location.hash = 'einheit-{unit.id}'")
                page.wait_for_timeout(100)
            check_place(page, unit.id)
        before = before or state(page)  # at first the kernel brings answers into their normal form
        assert state(page) == before  # to come back changes nothing, `last` included
    check_lengths(page, module)
    check_print(page)
    check_enlarged(page)
    page.set_viewport_size({"width": width, "height": 900})
    accessible(page)
    looks.fits(page)
    meet_newer_data(page, served, module)


def meet_newer_data(page: Page, served, module) -> None:
    """Data of a newer version stays as it is; the first answer sets it aside."""
    newer = json.dumps({"version": 3, "answers": FULL})
    page.set_viewport_size({"width": 360, "height": 900})
    page.evaluate("(text) => localStorage.setItem('fairki', text)", newer)
    open_module(page, served, module.slug)
    notice = page.get_by_role("region", name="Hinweis zu Ihrem Stand")
    expect(notice).to_contain_text("aus einer neueren Fassung des Kurses")
    page.wait_for_timeout(300)
    assert page.evaluate("localStorage.fairki") == newer
    notice.get_by_role("button", name="Verstanden").click()
    note = page.locator(".fk-note textarea:visible").first
    note.fill("Neu")
    note.blur()
    assert list(state(page)["answers"].values()) == ["Neu"]
    assert page.evaluate("Object.entries(localStorage).find(([key]) => key.includes('beiseite'))[1]") == newer


OTHERS = ["", "woerter", "quellen", "rechtsstand"]
FORMS = [f"uebung/{exercise.slug}" for exercise in COURSE.exercises]


@pytest.mark.parametrize("path", OTHERS + FORMS)
def test_all_other_pages_fit_with_large_text(page_at, served, path):
    page = page_at(360, reduced_motion="reduce")
    assert page.goto(served.url + path).status == 200
    if path in FORMS:
        page.wait_for_selector("html[data-ready]", timeout=SLOW)
    check_enlarged(page)


# ---- `last`, and a page that grows late


def test_a_page_that_only_grows_does_not_move_the_last_place(page_at, served):
    page = page_at(1280)
    last = {"module": "04", "unit": "3"}
    kept = {"version": 1, "answers": {}, "progress": {}, "last": last}
    page.add_init_script(f"localStorage.fairki ??= JSON.stringify({json.dumps(kept)})")
    open_module(page, served, "01_bewusstsein")
    page.evaluate("window.scrollTo(0, 3000)")  # the browser itself, after the page was loaded again
    page.wait_for_timeout(300)
    assert state(page)["last"] == last
    page.mouse.wheel(0, 200)
    wait_for(lambda: state(page)["last"]["module"] == "01", 10, "the learner has moved")


def test_the_place_keeps_view_and_focus_while_the_browser_goes_there_late(page_at, served):
    """On a slow machine the browser scrolls to the unit after the page did, and nobody has the focus then."""
    page, late = page_at(360, reduced_motion="reduce"), []
    page.route("**/icon.svg", lambda route: late.append(route))  # as long as it is missing, the page loads
    page.goto(f"{served.url}modul/01_bewusstsein#einheit-3", wait_until="commit")
    heading = page.locator("#einheit-3 h2")
    expect(heading).to_be_focused()
    page.evaluate("document.activeElement.blur(); scrollBy(0, -24)")
    expect(heading).to_be_focused()
    assert page.evaluate("document.readyState") == "interactive"
    wait_for(lambda: late, 5, "the picture is asked for")
    late[0].continue_()
    at_rest(page)
    check_place(page, "3")
    page.keyboard.press("Tab")  # the learner moves: the focus is theirs
    heading.evaluate("e => { e.focus({ preventScroll: true }); e.blur(); }")
    page.wait_for_timeout(100)
    assert page.evaluate("document.activeElement === document.body")


def test_the_place_is_held_while_the_page_grows_and_let_go_when_the_learner_moves(page_at, served):
    page = page_at(360, reduced_motion="reduce")
    page.goto(f"{served.url}modul/01_bewusstsein#einheit-3")
    at_rest(page)
    check_place(page, "3")
    grow = "document.querySelector('main').insertAdjacentHTML('afterbegin', '<div style=\"height: 700px\"></div>')"
    page.evaluate("document.documentElement.style.overflowAnchor = 'none'")  # as in browsers without anchors
    page.evaluate(grow)
    page.wait_for_timeout(200)
    check_place(page, "3")
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(200)
    moved = page.evaluate("scrollY")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<div style=\"height: 700px\"></div>')"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == moved


def test_a_reveal_is_read_out_once(page_at, served):
    page = page_at(1280, reduced_motion="reduce")
    open_module(page, served, "01_bewusstsein")
    at_rest(page)
    listen(page)
    answer = resolve(page, "Wie viel Prozent des Abstands bleiben", 50)
    at_rest(page)
    assert [text for text in heard(page) if "dauert" not in text] == [
        answer.locator(".fk-answer .fk-prose").inner_text().strip().replace("\n\n", "")
    ]
