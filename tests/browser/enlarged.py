"""Text at 200 %, as people with weak eyes set it (WCAG 1.4.4, 1.4.10): the whole page grows, or only its text."""

from playwright.sync_api import Page

WAYS = ("root", "text")
"""What grows: the root's font size and all that is measured by it, or letters alone (as in Firefox)."""

_ENLARGE = """(way) => {
  if (way === 'root') { document.documentElement.style.fontSize = '200%'; return; }
  const sizes = [...document.querySelectorAll('body, body *:not(svg, svg *)')].map((node) => [node, getComputedStyle(node).fontSize]);
  for (const [node, size] of sizes) node.style.setProperty('font-size', `${2 * parseFloat(size)}px`, 'important');
}"""

# Letters that nobody can read: outside the window, or cut off by a box that cannot be scrolled; and letters that hang
# out of the box they stand in.
_CUT = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const hides = (style) => /hidden|clip/.test(style.overflowX);
  const box = (style) => parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth) > 1;
  const found = new Set();
  if (document.documentElement.scrollWidth > width) {
    found.add(`the page is ${document.documentElement.scrollWidth} wide`);
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1);
    for (const one of wide.filter((one) => !wide.some((other) => other !== one && one.contains(other))).slice(0, 5)) {
      found.add(`wide: <${one.tagName.toLowerCase()} class="${one.getAttribute('class')}"> ${one.textContent.trim().slice(0, 40)}`);
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest('svg, script, style, option, .fk-only-heard, .page-skip, .js-plotly-plot')) continue;
    range.selectNodeContents(node);
    for (const { left, right, width: wide } of range.getClientRects()) {
      if (wide < 1) continue;
      let [low, high, reachable] = [0, width, false];
      for (let one = parent; one && one !== document.body; one = one.parentElement) {
        const style = getComputedStyle(one);
        if (scrolls(style)) { reachable = true; break; }
        if (style.display !== 'inline' && (hides(style) || box(style))) {
          const rect = one.getBoundingClientRect();
          [low, high] = [Math.max(low, rect.left), Math.min(high, rect.right)];
        }
      }
      if (!reachable && (right > high + 1 || left < low - 1)) {
        found.add(`${parent.tagName.toLowerCase()}.${parent.className}: ${node.data.trim().slice(0, 50)} (${Math.round(left)}–${Math.round(right)} in ${Math.round(low)}–${Math.round(high)})`);
        break;
      }
    }
  }
  return [...found].slice(0, 12);
}"""


def enlarge(page: Page, way: str) -> None:
    """Set the text to 200 %."""
    page.evaluate(_ENLARGE, way)


def cut_off(page: Page) -> list[str]:
    """What cannot be read without scrolling sideways, or hangs out of its box."""
    return page.evaluate(_CUT)
