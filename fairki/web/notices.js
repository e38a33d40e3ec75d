/** What a page says to the learner about itself: that something is wrong, and that something takes its time. */
import * as texts from "./texts.js";

/** @typedef {"gone" | "failed" | "full" | "offline" | "restarts" | "cut" | "slow" | "lost" | "error"} Kind */

const PATIENCE = 400; // ms until waiting is worth a word
const PATIENCE_AT_FIRST = 1000; // ms until it is worth a word that kept answers come back
const LONG = 4000; // ms until it is worth to be read out: most answers come sooner and are read out themselves

const place = /** @type {HTMLElement} */ (document.querySelector(".page-notice"));
const activity = /** @type {HTMLElement} */ (document.querySelector(".page-activity"));

/** @type {ReturnType<typeof setTimeout>[]} */
let timers = [];
/** @type {Partial<Record<Kind, string>>} */
const usual = texts.page;
let preparing = ""; // how far it is that Python can be had
let work = ""; // what is being worked on, if it takes long

/**
 * Says that something is wrong, until it is hushed. That the course has forgotten the page is never taken back.
 * @param {Kind} kind
 * @param {string} [words] instead of the usual ones
 */
export function tell(kind, words) {
  if (place.dataset.kind === kind || place.dataset.kind === "gone") return;
  place.dataset.kind = kind;
  const text = document.createElement("p");
  text.textContent = words || usual[kind] || texts.page.error;
  place.replaceChildren(text);
  if (!["full", "offline", "restarts"].includes(kind)) place.append(button("primary", texts.page.reload, () => location.reload()));
  if (["error", "failed", "slow", "lost"].includes(kind)) place.append(button("quiet", texts.page.close, () => hush(kind)));
  place.hidden = false;
}

/**
 * @param {string} look
 * @param {string} text
 * @param {() => void} onclick
 */
function button(look, text, onclick) {
  const node = document.createElement("button");
  return Object.assign(node, { type: "button", className: `fk-button fk-${look}`, textContent: text, onclick });
}

/**
 * Takes back what was said.
 * @param {Kind} kind
 */
export function hush(kind) {
  if (place.dataset.kind !== kind) return;
  delete place.dataset.kind;
  place.hidden = true;
}

/**
 * Something is being worked on; says so if it takes long.
 * @param {() => boolean} restoring whether kept answers still come back
 */
export function busy(restoring) {
  if (timers.length) return;
  const { working, stillWorking, restoring: comesBack, stillRestoring } = texts.page;
  const aloud = () => {
    activity.setAttribute("role", "status");
    say(restoring() ? stillRestoring : stillWorking);
  };
  const [patience, text] = restoring() ? [PATIENCE_AT_FIRST, comesBack] : [PATIENCE, working];
  timers = [setTimeout(() => say(text), patience), setTimeout(aloud, LONG)];
}

/** @param {string} text */
function say(text) {
  work = text;
  show();
}

/** What can be said of Python comes first: an answer waits for that. It is read out when an answer waits for long. */
const show = () => (activity.textContent = preparing || work);

/**
 * Says how far it is that Python can be had, as long as it is not there.
 * @param {string} text
 */
export function prepare(text) {
  preparing = text;
  show();
}

/** Nothing is being worked on any more. */
export function idle() {
  timers.forEach(clearTimeout);
  timers = [];
  activity.removeAttribute("role");
  say("");
}
