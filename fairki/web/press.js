/**
 * A press counts although the button moved away while it was held.
 *
 * Who types and then presses a button leaves the field first. What Python answers to the text may then appear above the
 * button before the pointer is let go, and browsers send no click, because it is let go over something else.
 */

/** CSS pixels: a pointer that went further takes its press back. */
const STILL = 10;

export function watch() {
  /** @type {{ button: HTMLButtonElement, x: number, y: number } | undefined} */
  let held;
  document.addEventListener("pointerdown", ({ target, button: which, isPrimary, clientX: x, clientY: y }) => {
    const button = which === 0 && isPrimary && target instanceof Element && target.closest("button");
    held = button ? { button, x, y } : undefined;
  });
  document.addEventListener("pointerup", ({ target, clientX, clientY }) => {
    const was = held;
    held = undefined;
    if (!was || (target instanceof Node && was.button.contains(target))) return;
    if (Math.hypot(clientX - was.x, clientY - was.y) <= STILL) was.button.click();
  });
}
