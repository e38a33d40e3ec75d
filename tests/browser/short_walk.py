"""Somebody with little time walks the short path by the links that the pages offer, in any edition of the course."""

from collections.abc import Callable

from learner import COMPUTED, check_oneself, met, state
from playwright.sync_api import Page, expect
from whole_walk import SHORT

from fairki import manifest
from fairki.lessons import self_checks

COURSE = manifest.read()


def walk_short_path(page: Page, start: str, look: Callable[[Page], object]) -> None:
    """From the start page, whose address is ``start``, to the end; ``look`` sees each unit once it is answered."""
    page.goto(start)
    page.get_by_role("link", name="Kurzen Weg beginnen").click()
    for place, after in zip(COURSE.short_path, (*COURSE.short_path[1:], None), strict=True):
        module, unit = COURSE.unit(place)
        expect(page.get_by_role("heading", level=2, name=unit.title, exact=True)).to_be_visible()
        page.wait_for_selector("html[data-ready]")  # of this page, not of the one that was left
        SHORT[place](page)
        if dict(unit.asks).get(f"{module.id}.selbsttest"):
            check_oneself(page, self_checks.questions(module.id))
        end = met(page.locator(f"#einheit-{unit.id} .fk-unit-end"))
        expect(end.get_by_role("button", name=f"Einheit {unit.id} abgeschlossen")).to_be_visible(
            timeout=COMPUTED
        )
        look(page)
        if after:
            on = f"Weiter auf dem kurzen Weg: {COURSE.unit(after)[1].title}"
            end.get_by_role("link", name=on).click()
    kept = state(page)
    done = {f"{module}.{unit}" for module, units in kept["progress"].items() for unit in units}
    assert done == set(COURSE.short_path) and kept["answers"]["00.weg"] == "kurz"
