"""What a screen reader reads out by itself: the live regions of a page, written down as they change."""

from playwright.sync_api import Page

_LISTEN = """() => {
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
  window.heard = [];
  new MutationObserver((records) => {
    const regions = new Set();
    for (const { target, addedNodes } of records) {
      const inside = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      if (inside?.closest(live)) regions.add(inside.closest(live));
      for (const node of addedNodes) node.querySelectorAll?.(live).forEach((region) => regions.add(region));
    }
    for (const region of regions) {
      const text = region.checkVisibility() ? region.textContent.trim() : '';
      if (text) window.heard.push(text);
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


def listen(page: Page) -> None:
    """Begin to write down."""
    page.evaluate(_LISTEN)


def heard(page: Page) -> list[str]:
    """What was read out since then, in order; from now on it is written down anew."""
    return page.evaluate("window.heard.splice(0)")
