/** Waits for a place in the course: asks again from time to time, and loads the page as soon as there is one. */

const [AT_LEAST, BY_CHANCE] = [5_000, 10_000]; // ms: not everybody at once

function later() {
  setTimeout(ask, AT_LEAST + Math.random() * BY_CHANCE);
}

async function ask() {
  try {
    const { status } = await fetch(location.href, { cache: "no-store" });
    if (status !== 503) return location.reload();
  } catch {
    // no connection just now
  }
  later();
}

/** @type {HTMLElement} */ (document.querySelector(".page-waits")).hidden = false;
later();
