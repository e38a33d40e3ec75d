/** What people type is kept when they pause, and when they leave the page. */

const PAUSE = 500; // ms without typing

/**
 * `send` keeps what the fields say; it is called after soon() when nobody types any more, at once by now().
 * @param {() => void} send
 */
export function kept(send) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer = undefined;

  function now() {
    clearTimeout(timer);
    timer = undefined;
    send();
  }

  const left = () => timer !== undefined && now();
  window.addEventListener("pagehide", left);
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(now, PAUSE);
    },
    now,
    /** Whether something is typed that is not yet kept: it is newer than every value from outside. */
    waits: () => timer !== undefined,
    stop() {
      left();
      window.removeEventListener("pagehide", left);
    },
  };
}
