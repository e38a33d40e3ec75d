/** How marks move: once, never by themselves, and not at all for those who want calm. */

/** Somebody who wants no motion gets the last frame at once. */
export const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Changes place: slow, fast, slow.
 * @param {number} t
 */
export const across = (t) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/**
 * Is let go. Falling has no bounce: it is about people.
 * @param {number} t
 */
export const fall = (t) => t * t;

/**
 * Runs frame(ms since the start) until `length` ms have gone, then done(). The result jumps to the end.
 * Whoever wants calm, or looks at another tab, gets the last frame at once.
 * @param {number} length
 * @param {(time: number) => void} frame
 * @param {() => void} done
 */
export function motion(length, frame, done) {
  let id = 0;
  let over = false;
  /** @type {number | null} */
  let start = null;
  const end = () => {
    if (over) return;
    over = true;
    cancelAnimationFrame(id);
    frame(length);
    done();
  };
  /** @param {number} now */
  const step = (now) => {
    start ??= now;
    if (now - start >= length) return end();
    frame(now - start);
    id = requestAnimationFrame(step);
  };
  if (calm.matches || document.hidden) end();
  else id = requestAnimationFrame(step);
  return end;
}
