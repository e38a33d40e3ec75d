"""Text at 200 %, as people with weak eyes set it (WCAG 1.4.4, 1.4.10): the whole page grows, or only its text."""

from playwright.sync_api import Page

WAYS = ("root", "text")
"""What grows: the root's font size and all that is measured by it, or letters alone (as in Firefox)."""

_ENLARGE = """(way) => {
  if (way === 'root') {
    document.documentElement.style.fontSize = '200%';
    return;
  }
  const nodes = [...document.querySelectorAll('body, body *:not(svg, svg *)')];
  const sizes = nodes.map((node) => parseFloat(getComputedStyle(node).fontSize));
  nodes.forEach((node, at) => node.style.setProperty('font-size', `${2 * sizes[at]}px`, 'important'));
}"""

# Letters that nobody can read: outside the window, or cut off by a box that cannot be scrolled; and letters that hang
# out of the box they stand in.
_CUT = """() => {
  const root = document.documentElement;
  const found = new Set();
  const name = (node) => `${node.tagName.toLowerCase()}.${node.getAttribute('class')}`;
  if (root.scrollWidth > root.clientWidth) {
    found.add(`the page is ${root.scrollWidth} wide`);
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.checkVisibility() && one.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const inner = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
    for (const one of inner.slice(0, 5)) found.add(`wide: ${name(one)} ${one.textContent.trim().slice(0, 40)}`);
  }

  const unread = 'svg, script, style, option, .fk-only-heard, .page-skip, .js-plotly-plot';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(unread)) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    if (getComputedStyle(parent).clipPath === 'inset(50%)') continue; // only heard
    const limits = limitsOf(parent);
    if (!limits) continue;
    range.selectNodeContents(node);
    const outside = ({ left, right, width }) => width >= 1 && (right > limits[1] + 1 || left < limits[0] - 1);
    const cut = [...range.getClientRects()].find(outside);
    if (cut) found.add(`${name(parent)}: ${node.data.trim().slice(0, 50)} (${cut.left}–${cut.right} in ${limits})`);
  }
  return [...found].slice(0, 12);

  /** Between what the letters of an element must stand; null inside of what can be scrolled. */
  function limitsOf(element) {
    let [low, high] = [0, root.clientWidth];
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (/auto|scroll/.test(style.overflowX)) return null;
      const framed = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth) > 1;
      if (style.display === 'inline' || !(framed || /hidden|clip/.test(style.overflowX))) continue;
      const box = one.getBoundingClientRect();
      [low, high] = [Math.max(low, box.left), Math.min(high, box.right)];
    }
    return [low, high];
  }
}"""


def enlarge(page: Page, way: str) -> None:
    """Set the text to 200 %."""
    page.evaluate(_ENLARGE, way)


def normal(page: Page) -> None:
    """Set the text to 100 % again."""
    page.evaluate(
        "document.querySelectorAll('html, body, body *').forEach((one) => (one.style.fontSize = ''))"
    )


def cut_off(page: Page) -> list[str]:
    """What cannot be read without scrolling sideways, or hangs out of its box."""
    return page.evaluate(_CUT)


def fits_enlarged(page: Page, widths: tuple[int, ...] = (1280, 360)) -> None:
    """With text at 200 % nothing is cut off and the page does not scroll sideways."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for way in WAYS:
            enlarge(page, way)
            found = cut_off(page)
            assert found == [], (width, way, found)
            normal(page)
