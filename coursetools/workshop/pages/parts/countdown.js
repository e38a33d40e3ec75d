/**
 * The time that the room was given, counted by the clock of this device from the last news. Plain JavaScript of 2017,
 * because phones count, too. It makes no sound, and nothing moves but the figures.
 */
import * as countdown_texts from "../texts/countdown_texts.js";

/** @typedef {{ left: number, running: boolean } | null} Timer */

/**
 * Shows the time in `place`; the function that comes back takes each news.
 * @param {HTMLElement} place
 * @returns {(timer: Timer) => void}
 */
export function shown(place) {
  /** @type {Timer} */
  let timer = null;
  let heard = 0;
  function draw() {
    place.hidden = !timer;
    if (!timer) return;
    const gone = timer.running ? Math.floor((Date.now() - heard) / 1000) : 0;
    const left = Math.max(0, timer.left - gone);
    const text = left === 0 ? countdown_texts.over : countdown_texts.left(left, timer.running);
    if (place.textContent !== text) place.textContent = text;
  }
  setInterval(draw, 500);
  return function (fresh) {
    timer = fresh || null;
    heard = Date.now();
    draw();
  };
}
