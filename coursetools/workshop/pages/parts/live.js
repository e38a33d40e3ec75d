/**
 * What the facilitator's page and the projector share: the token, the stream of events, and making elements.
 * Both run in a current browser.
 */
import * as live_texts from "../texts/live_texts.js";

const SILENCE = 40000; // ms without a sign of life after which we connect again
const STALE = 20000; // the same for a page that has just woken up
const SLOWEST = 10; // s between two tries
const PATIENCE = 30000; // ms for an answer
const MOST_TEXT = 4e6; // characters of one event; more is none of ours
export const base = document.body.dataset.base ?? "";
/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap(); // element → what it shows

/**
 * The token stands in the fragment once. From then on only this tab knows it, also after a reload.
 * @param {string} key
 */
export function token(key) {
  const given = location.hash.slice(1);
  if (given) {
    keep(key, given);
    history.replaceState(null, "", location.pathname);
  }
  // A link opened in a tab that shows this page already changes nothing but the fragment.
  window.addEventListener("hashchange", () => location.reload());
  try {
    return given || sessionStorage.getItem(key) || "";
  } catch {
    return given;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function keep(key, value) {
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    // storage is switched off: the page works until it is reloaded
  }
}

// Only what carries the workshop's mark comes from it. Everything else is from something in between: a login page of
// the network, a proxy, half an answer; then nothing is known.
export class Stranger extends Error {
  /** @param {number} status */
  constructor(status) {
    const net = status < 500 || status === 511;
    super(net ? live_texts.stranger : live_texts.none);
  }
}
// The workshop ends its stream, and is soon there again.
class Pause extends Error {
  constructor() {
    super(live_texts.pause);
  }
}
// What the workshop itself refuses, and why.
export class Refusal extends Error {
  /** @param {{ code: string, error: string, remedy: string }} said */
  constructor({ code, error, remedy }) {
    super(`${error} ${remedy}`);
    this.code = code;
  }
}

/**
 * The workshop's answer to a request: its JSON, or its file of `type`.
 * @param {string} path
 * @param {string} key
 * @param {{ body?: object, type?: string }} options
 * @returns {Promise<any>}
 */
export async function ask(path, key, { body, type } = {}) {
  const answer = await fetch(base + path, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `Bearer ${key}`, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (type && answer.ok && answer.headers.get("Content-Type") === type) return whole(await answer.blob(), answer.status);
  return understood(answer);
}

/** @param {Response} answer */
async function understood(answer) {
  let said = null;
  try {
    said = JSON.parse(await answer.text());
  } catch {
    // half an answer, or none of the workshop's
  }
  if (!said || typeof said.session !== "string") throw new Stranger(answer.status);
  if (said.code && said.error) throw new Refusal(said);
  return said;
}

/**
 * A Word file is a zip, whose last bytes say that it is all there.
 * @param {Blob} blob
 * @param {number} status
 */
async function whole(blob, status) {
  const end = new Uint8Array(await blob.slice(-22).arrayBuffer());
  if ([80, 75, 5, 6].some((byte, at) => end[at] !== byte)) throw new Stranger(status);
  return blob;
}

/**
 * @typedef {object} Listener
 * @property {(state: any) => void} news gets each state
 * @property {(connected: boolean, why: string) => void} line whether we are connected, and if not why
 * @property {(word: string) => void} over the workshop's last word ("unknown_token" or "ended")
 */

/**
 * @param {string} path
 * @param {string} key
 * @param {Listener} listener
 */
export function listen(path, key, { news, line, over }) {
  /** @type {AbortController | null} */
  let current = null;
  let heard = 0;
  let tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer = undefined;
  let done = false;

  async function connect() {
    clearTimeout(timer);
    if (current) current.abort();
    const mine = (current = new AbortController());
    heard = Date.now();
    let why = "";
    try {
      const answer = await fetch(base + path, {
        headers: { Authorization: `Bearer ${key}` },
        cache: "no-store",
        redirect: "manual",
        signal: mine.signal,
      });
      const events = (answer.headers.get("Content-Type") || "").startsWith("text/event-stream");
      if (!answer.ok || !events) await understood(answer);
      else if (answer.body) await read(answer.body.getReader(), mine);
    } catch (error) {
      if (error instanceof Refusal && ["unknown_token", "ended"].includes(error.code)) return stop(() => over(error.code));
      if (error instanceof Stranger || error instanceof Pause) why = error.message;
      // no network, or the server is gone: try again
    }
    if (mine !== current || done) return;
    mine.abort();
    current = null;
    line(false, why);
    tries += 1;
    const wait = Math.min(SLOWEST, 2 ** (tries - 1)) * (0.75 + Math.random() / 2);
    timer = setTimeout(connect, wait * 1000);
  }

  /**
   * @param {ReadableStreamDefaultReader<Uint8Array>} reader
   * @param {AbortController} mine
   */
  async function read(reader, mine) {
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const part = await reader.read();
      if (mine !== current || part.done) return;
      const events = (text + decoder.decode(part.value, { stream: true })).split("\n\n");
      text = events.pop() ?? "";
      if (text.length > MOST_TEXT) throw new Stranger(200);
      if (events.length) heard = Date.now();
      const rows = events.flatMap((event) => event.split("\n")).filter((row) => row.startsWith("data: "));
      if (!rows.length) continue;
      const state = JSON.parse(rows[rows.length - 1].slice(6));
      if (state.pause === true) throw new Pause();
      if (typeof state.session !== "string" || typeof state.revision !== "number") throw new Stranger(200);
      tries = 0;
      line(true, "");
      if (state.ended) done = true;
      queueMicrotask(() => news(state)); // a fault of the page must not look like a lost connection
      if (done) return;
    }
  }

  /** @param {() => void} then */
  function stop(then) {
    done = true;
    clearTimeout(timer);
    then();
  }

  const wake = () => {
    if (!done && (!current || Date.now() - heard > STALE)) connect();
  };
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", () => document.hidden || wake());
  setInterval(() => !done && current && Date.now() - heard > SILENCE && connect(), 5000);
  connect();
}

/** @typedef {Node | string | null | undefined | false | Child[]} Child an element, a text, nothing, or several */

/**
 * An element: attributes, `on` with listeners, `look` with properties of its style, and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") Object.entries(value).forEach(([event, run]) => node.addEventListener(event, /** @type {any} */ (run)));
    else if (name === "look") Object.entries(value).forEach(([one, text]) => node.style.setProperty(one, String(text)));
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  const there = /** @type {any[]} */ (children).flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
  node.append(...there);
  return node;
}

/**
 * Draw a part of the page anew if what it shows has changed. The focus stays, and so does what is unfolded.
 * @param {HTMLElement} place
 * @param {unknown} shows
 * @param {() => Child} build
 */
export function redraw(place, shows, build) {
  const now = JSON.stringify(shows);
  if (drawn.get(place) === now) return;
  drawn.set(place, now);
  const focused = place.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.name || "" : null;
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll(selector))];
  const unfolded = new Set(all("details[open]").map((one) => one.dataset.name));
  place.replaceChildren(...make("div", {}, build()).childNodes);
  place.querySelectorAll("details").forEach((one) => {
    if (unfolded.has(one.dataset.name)) one.open = true;
  });
  if (focused === null) return;
  const again = all("[data-name]").find((one) => one.dataset.name === focused && focused);
  (again || place).focus();
}

/**
 * A text that screen readers announce only when it changes.
 * @param {Element | null} place
 * @param {string} text
 */
export function put(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

/**
 * An address to type: what browsers add by themselves is left out, and it may only break before a slash.
 * @param {string} address
 * @returns {Child}
 */
export function addressed(address) {
  const parts = address.replace(/^http:\/\//, "").split("/");
  return parts.map((part, at) => (at ? [make("wbr"), `/${part}`] : part));
}
