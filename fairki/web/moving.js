/** How a learner gets from place to place on a page. */

/** What a learner does to move. */
export const GESTURES = ["wheel", "touchmove", "pointerdown", "keydown"];

/** The id of the place in the address of the page; an address that is badly written names none. */
export function asked() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/**
 * Asks the page to open whatever hides an element: a unit, a step, what is folded. Returns whether another unit came
 * to light. Only our own pages hide anything.
 * @param {Element} target
 * @param {{ address: boolean }} how whether the address is to name the unit
 */
export const unhide = (target, how) =>
  !target.dispatchEvent(new CustomEvent("fairki-show", { bubbles: true, cancelable: true, detail: how }));

/**
 * Scrolls to an element and puts the focus there, so that reading and tabbing go on from it.
 * @param {HTMLElement} target
 */
export function goTo(target) {
  const calm = unhide(target, { address: true }) || matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  target.scrollIntoView({ behavior: calm ? "instant" : "smooth", block: "start" });
}
