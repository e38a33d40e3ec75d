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
  const place = moving.asked();
  if (!place) return () => {};
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const { signal } = learner;
  let [height, top, focused] = [0, 0, false];

  /** Of a unit its heading. Some elements are there only when their widget is drawn. */
  function find() {
    const found = document.getElementById(place);
    return found?.matches(".page-unit") ? found.querySelector("h2") : found;
  }

  const focus = () => find()?.focus({ preventScroll: true });

  function hold() {
    const target = find();
    if (!target || signal.aborted) return;
    if (!focused) moving.unhide(target, { address: false });
    target.scrollIntoView({ behavior: "instant" });
    if (!focused) {
      if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
      focused = true;
      focus();
    }
    [height, top] = [main.offsetHeight, target.getBoundingClientRect().top];
  }

  // Somebody drags the scroll bar: the place moves although the page has not grown. While the page loads, it is the browser.
  function scrolled() {
    if (document.readyState !== "complete") return;
    const now = find()?.getBoundingClientRect().top ?? top;
    if (focused && main.offsetHeight === height && Math.abs(now - top) > 1) learner.abort();
  }

  // The browser goes to the place as well while it loads, on a slow machine later than this: it scrolls a little further,
  // and takes the focus away, for a unit itself cannot have it.
  /** @param {FocusEvent} event */
  function lost({ target }) {
    if (focused && target === find()) setTimeout(() => signal.aborted || document.activeElement !== document.body || focus());
  }

  const growth = new ResizeObserver(hold);
  signal.addEventListener("abort", () => growth.disconnect());
  for (const name of [...moving.GESTURES, "fairki-leave"]) {
    window.addEventListener(name, () => learner.abort(), { signal, capture: true, passive: true });
  }
  window.addEventListener("scroll", scrolled, { signal, passive: true });
  window.addEventListener("load", hold, { signal, once: true });
  main.addEventListener("focusout", lost, { signal });
  growth.observe(main);
  return hold;
}
