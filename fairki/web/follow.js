/**
 * From page to page of the edition without a server, while Python in its worker goes on (transport_worker.js).
 *
 * The next page is written into this very document. That takes away every node of the page before and everything that
 * listened on document and window, and runs the scripts of the next page, this one too: it is as if the browser had loaded
 * it. Where there is no Python to keep, or the next page cannot be had in this way, the browser goes there by itself.
 */
import * as moving from "./moving.js";

const PATIENCE = 5000; // ms for a page; then the browser shows that it waits
const GROWS = 3000; // ms in which a page may still change its height: blocks are drawn, answers come back

/** The page in the address. */
const here = () => location.pathname + location.search;

const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
const root = new URL("../../", own).href;
const way = (globalThis.fairkiWay ??= { shown: here(), written: false, top: 0, tops: new Map() });
const page = document.documentElement.dataset;
let turn = new AbortController(); // aborted when the learner goes elsewhere
let ended = false; // whether this page has ended, though it still stands here

/**
 * @param {string} address
 * @param {{ back: boolean }} how whether the address is there already
 */
async function go(address, { back }) {
  turn.abort();
  turn = new AbortController();
  const { signal } = turn;
  page.leaving = "";
  if (back) leave(); // the address is the other page's already: nothing of this one would be found any more
  const text = await fetched(address).catch(() => "");
  if (signal.aborted) return;
  if (text) write(text, address, back);
  else if (back) location.reload();
  else location.assign(address);
}

/**
 * The text of another page of this very edition.
 * @param {string} address
 */
async function fetched(address) {
  if (!isAlive()) return "";
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  const response = await fetch(address, { signal: late.signal });
  const text = await response.text();
  clearTimeout(timer);
  return response.ok && !response.redirected && text.includes(own.slice(root.length)) ? text : "";
}

const isAlive = () => globalThis.fairkiPython?.alive === true;

/** The end of the page that stands here. */
function leave() {
  ended = true;
  way.tops.set(way.shown, scrollY);
  window.dispatchEvent(new Event("fairki-leave"));
}

/**
 * @param {string} text
 * @param {string} address
 * @param {boolean} back
 */
function write(text, address, back) {
  if (!back) {
    leave();
    history.scrollRestoration = "manual"; // when the learner comes back, another page stands there yet
    history.pushState(null, "", address);
    history.scrollRestoration = "auto";
  }
  Object.assign(way, { shown: here(), written: true, top: back ? (way.tops.get(here()) ?? 0) : 0 });
  for (const name of /** @type {const} */ (["fairkiNotice", "fairkiRestored", "fairkiUnits", "fairkiPlotly", "Plotly"])) {
    globalThis[name] = undefined;
  }
  document.open();
  document.write(text.replace(/<link rel="modulepreload"[^>]*>/g, "")); // most of these modules are there already
  document.close();
}

/** A page that was written is read from its heading on, or from the place in the address. */
function arrive() {
  if (location.hash) {
    location.replace(location.hash);
    return;
  }
  const heading = /** @type {HTMLElement | null} */ (document.querySelector("main h1"));
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
  if (way.top) hold(way.top);
}

/**
 * As far down as the learner was, until they move.
 * @param {number} top
 */
function hold(top) {
  const growth = new ResizeObserver(() => scrollTo({ top, behavior: "instant" }));
  const end = () => growth.disconnect();
  growth.observe(/** @type {HTMLElement} */ (document.querySelector("main")));
  for (const name of [...moving.GESTURES, "fairki-leave"]) {
    window.addEventListener(name, end, { once: true, capture: true, passive: true });
  }
  setTimeout(end, GROWS);
}

/**
 * Whether a link leads to another page of the edition, in this window.
 * @param {HTMLAnchorElement} link
 */
const leadsOn = ({ href, pathname, search, target, download }) =>
  href.startsWith(root) && pathname.endsWith(".html") && pathname + search !== here() && !target && !download;

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href]");
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!(link instanceof HTMLAnchorElement) || !leadsOn(link) || !isAlive()) return;
  event.preventDefault();
  void go(link.href, { back: false });
});

/** The learner went back or forth, maybe while this page was being written, maybe twice. */
function look() {
  if (here() !== way.shown || ended) void go(location.href, { back: true });
}

window.addEventListener("popstate", look);
window.addEventListener("hashchange", (event) => {
  if (here() !== way.shown) event.stopImmediatePropagation(); // the place is none of the page that still stands there
});
if (way.written) arrive();
look();
