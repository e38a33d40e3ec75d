/** The place in the address of a page. */

const GESTURES = ["wheel", "touchmove", "pointerdown", "keydown"]; // what a learner does to move

/**
 * Brings the place in the address into view and holds it there while the page still grows (widgets are drawn, kept
 * answers come back), until the learner moves. The result does so once more, now.
 */
export function land() {
  const place = decodeURIComponent(location.hash.slice(1));
  if (!place) return () => {};
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const learner = new AbortController();
  /** @returns {HTMLElement | null} */
  const find = () => document.getElementById(place) ?? document.querySelector(`[data-place="${CSS.escape(place)}"]`);
  let [height, top, focused] = [0, 0, false];

  function hold() {
    const target = find(); // headings of units get their mark from the page's Header
    if (!target || learner.signal.aborted) return;
    target.scrollIntoView({ behavior: "instant" });
    if (!focused) {
      if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
      focused = true;
    }
    [height, top] = [main.offsetHeight, target.getBoundingClientRect().top];
  }

  // Somebody drags the scroll bar: the place moves although the page has not grown.
  function scrolled() {
    const now = find()?.getBoundingClientRect().top ?? top;
    if (focused && main.offsetHeight === height && Math.abs(now - top) > 1) learner.abort();
  }

  const growth = new ResizeObserver(hold);
  const { signal } = learner;
  signal.addEventListener("abort", () => growth.disconnect());
  for (const name of GESTURES) window.addEventListener(name, () => learner.abort(), { signal, capture: true, passive: true });
  window.addEventListener("scroll", scrolled, { signal, passive: true });
  growth.observe(main);
  return hold;
}
