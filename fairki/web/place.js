/** The place in the address of a page. */
import * as moving from "./moving.js";

let learner = new AbortController(); // aborted as soon as the learner moves, or the address names another place

/**
 * Brings the place in the address into view and holds it there while the page still grows (widgets are drawn, kept
 * answers come back), until the learner moves. The result does so once more, now.
 */
export function land() {
  learner.abort();
  learner = new AbortController();
  const place = decodeURIComponent(location.hash.slice(1));
  if (!place) return () => {};
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const { signal } = learner;
  let [height, top, focused] = [0, 0, false];

  /** Of a unit its heading. Some elements are there only when their widget is drawn. */
  function find() {
    const found = document.getElementById(place);
    return found?.matches(".page-unit") ? found.querySelector("h2") : found;
  }

  function hold() {
    const target = find();
    if (!target || signal.aborted) return;
    if (!focused) moving.unhide(target, { address: false });
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
  signal.addEventListener("abort", () => growth.disconnect());
  for (const name of [...moving.GESTURES, "fairki-leave"]) {
    window.addEventListener(name, () => learner.abort(), { signal, capture: true, passive: true });
  }
  window.addEventListener("scroll", scrolled, { signal, passive: true });
  growth.observe(main);
  return hold;
}
