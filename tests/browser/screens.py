"""How long a module is on a phone: screens of each step, with all answers given, and of each unit."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect

SCREEN = 800
"""Pixels of a phone's height, in ``PHONE`` pixels of width."""
PHONE = 360
STEP, UNIT = 3, 12
"""Screens that a step and a unit may have; what nobody has to open counts with its heading alone."""


@dataclass(frozen=True)
class Length:
    """``step`` is the heading of a step, or empty for the whole unit."""

    unit: str
    step: str
    screens: float

    @property
    def too_long(self) -> bool:
        """Whether a phone has to be scrolled too far."""
        return self.screens > (STEP if self.step else UNIT)


def lengths(page: Page) -> list[Length]:
    """All units of the open page, each with its steps; the learner has opened them all."""
    before = page.viewport_size
    page.set_viewport_size({"width": PHONE, "height": SCREEN})
    found = []
    for unit in page.evaluate(
        "[...document.querySelectorAll('.page-unit')].map((unit) => unit.dataset.unit)"
    ):
        page.evaluate(f"location.hash = 'einheit-{unit}'")
        expect(page.locator(f"#einheit-{unit} .page-unit-end")).to_be_visible()
        page.wait_for_timeout(_DRAWN)
        found += [Length(unit, step, round(height / SCREEN, 2)) for step, height in page.evaluate(_MEASURE)]
    page.set_viewport_size(before)
    return found


_DRAWN = 200  # ms until what measures itself has been drawn

_MEASURE = """() => {
  const unit = document.querySelector(".page-here");
  const steps = [...unit.querySelectorAll(".page-step:not(.page-extra, .page-unit-end)")];
  const titled = (step) => step.querySelector(".page-prose > :is(h2, h3, h4)").textContent;
  return [["", unit.offsetHeight], ...steps.map((step) => [titled(step), step.offsetHeight])];
}"""
