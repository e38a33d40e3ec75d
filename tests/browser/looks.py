"""How pages are looked at: in which width and colours, and what has to hold for their shape.

Each page is examined by axe twice: as it comes, and filled in. Width and colours change from page to page, and the
two looks at one page differ in both, so that every page is seen on a phone and on a screen, in light and in dark.
"""

import time

import pytest
from playwright.sync_api import Page

PHONE, SCREEN = 360, 1280
LOOKS = ((PHONE, "light"), (SCREEN, "dark"), (PHONE, "dark"), (SCREEN, "light"))
WIDE = "DejaVu Sans"
"""A font as wide as the widest that a machine falls back to; ``coursetools.machine`` brings it along."""
PATIENCE = 5  # seconds until charts and boxes have followed a new width


def unfilled(page: int) -> tuple[int, str]:
    """Width and colours for the look at a page as it comes; ``page`` is its place in the course."""
    return LOOKS[page % 4]


def filled(page: int) -> tuple[int, str]:
    """Width and colours for the look at the same page filled in: the other width, the other colours."""
    return LOOKS[page % 4 ^ 1]


def fits(page: Page, *widths: int) -> None:
    """Fail if a page scrolls sideways, or if a part of it scrolls that cannot be reached by keyboard or has no name.

    Examined at ``widths`` (by default on a phone and on a screen), and on a phone with a wide font, too. On a screen,
    no word that can be clicked is broken, and no sentence of a picture touches what stands below it.
    """
    before = page.viewport_size
    for width in widths or (SCREEN, PHONE):
        page.set_viewport_size({"width": width, "height": before["height"]})
        settle(page, "as it is")
        if width == SCREEN:
            settle(page, "as it is", CRAMPED)
        if width == PHONE:
            page.evaluate(SET_FONT, f'* {{ font-family: "{WIDE}" !important; }}')
            assert page.evaluate(IS_WIDE, WIDE), f"{WIDE} is missing on this machine"
            settle(page, f"in {WIDE}")
            page.evaluate(SET_FONT, "")
    page.set_viewport_size(before)


def at_each_width(page: Page, expression: str) -> list:
    """What an expression that gives a list finds on a phone and on a screen, together."""
    before, found = page.viewport_size, []
    for width in (SCREEN, PHONE):
        page.set_viewport_size({"width": width, "height": before["height"]})
        found += page.evaluate(expression)
    page.set_viewport_size(before)
    return found


def settle(page: Page, look: str, wrong: str = "") -> None:
    """Wait until nothing is wrong any more: charts draw themselves anew a moment after the width has changed."""
    until = time.monotonic() + PATIENCE
    while found := page.evaluate(wrong or TOO_WIDE):
        if time.monotonic() > until:
            pytest.fail(f"{page.url}, {page.viewport_size['width']} pixels, {look}: {found}")
        page.wait_for_timeout(50)


TOO_WIDE = """() => {
  const named = (node) => node.ariaLabel || node.getAttribute("aria-labelledby") || node.labels?.length;
  const scrolls = (node) => {
    const { overflowX, overflowY } = getComputedStyle(node);
    return (
      (/auto|scroll/.test(overflowX) && node.scrollWidth > node.clientWidth + 1) ||
      (/auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight + 1)
    );
  };
  const page = document.documentElement;
  const boxes = [...document.body.querySelectorAll("*")].filter(
    (node) => node.checkVisibility() && scrolls(node) && !(node.tabIndex >= 0 && named(node)),
  );
  const told = boxes.map((node) => `cannot be reached: ${node.outerHTML.slice(0, 300)}`);
  if (page.scrollWidth > innerWidth) told.push(`the page scrolls sideways: ${page.scrollWidth}`);
  return told;
}"""

CRAMPED = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const lines = (text, from, to) => {
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
  };
  const broken = seen("button, summary, label, legend").flatMap((one) => {
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      const text = walk.currentNode;
      for (const { 0: word, index } of text.data.matchAll(/\\p{L}{4,}/gu))
        if (getComputedStyle(text.parentNode).hyphens !== "auto" && lines(text, index, index + word.length) > 1)
          found.push(`broken: ${word}`);
    }
    return found;
  });
  const close = seen(".fk-sentence-of").filter((one) => {
    const below = one.nextElementSibling;
    const apart = getComputedStyle(one).position !== "absolute" && below?.checkVisibility();
    return apart && below.getBoundingClientRect().top < one.getBoundingClientRect().bottom - 1;
  });
  return [...broken, ...close.map((one) => `touches what is below: ${one.textContent}`)];
}"""

SET_FONT = """(rule) => {
  globalThis.wideFont ??= new CSSStyleSheet();
  wideFont.replaceSync(rule);
  if (!document.adoptedStyleSheets.includes(wideFont)) document.adoptedStyleSheets.push(wideFont);
}"""

IS_WIDE = """(font) => {
  const pen = document.createElement("canvas").getContext("2d");
  const widths = ["serif", "monospace"].map((other) => {
    pen.font = `40px "${font}", ${other}`;
    return pen.measureText("Hamburgefons 0123").width;
  });
  return widths[0] === widths[1];  // both fallbacks are left alone: the font itself is there
}"""
