/**
 * The learner's own data. It stays in this browser (localStorage, name "fairki"); no server sees it. A page that shares
 * its origin with others, as on a learning platform, says under which other name (meta "fairki-store").
 *
 * Format: {"version": 2, "answers": {key: value}, "progress": {"01": {"1": true}},
 *          "last": {"module": "01", "unit": "2"} or null}
 * Keys and values are ids, numbers and what the learner typed; words are looked up when they are shown. What an earlier
 * version kept is brought to this form when it is read (migrations.js).
 * Each change, also one in another tab, fires "fairki-store" on window; event.detail.key names the changed answer,
 * or is null.
 *
 * What cannot be read (damaged, or kept by a newer version of the course) is never lost: before anything takes its
 * place, the old text is set aside as it is, under "fairki.beiseite.<time>", until the learner deletes it. What the
 * browser has no room for waits on this page and is kept as soon as there is room.
 */
import * as migrations from "./migrations.js";
import * as plain from "./plain.js";

/** @typedef {{ module: string, unit: string }} Place */
/** @typedef {{ version: number, answers: Record<string, any>, progress: Record<string, Record<string, true>>, last: Place | null }} Kept */
/** @typedef {"newer" | "damaged" | "partly"} Trouble */
/** @typedef {{ name: string, day: string, text: string | null, trouble: Trouble }} Aside */
/** @typedef {(data: Kept) => void} Change */
/** @typedef {{ waiting: Map<string, Change>, known: string | null, strange: boolean, listens: boolean }} Shared */

const NAME = document.querySelector('meta[name="fairki-store"]')?.getAttribute("content") ?? "fairki";
const { VERSION } = migrations;
const { isObject } = plain;
const ASIDE = `${NAME}.beiseite.`;
const SEEN = `${NAME}.gesehen`;
const LARGEST_FILE = 2_000_000;
/** What the file with everything is called, alone and in a zip. */
export const FILE_NAME = "fairki-mein-stand.json";
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,79}$/u;

/**
 * Outside of our own pages each block carries a copy of this module; what localStorage refuses is shared here.
 * @type {Shared}
 */
const shared = (globalThis.fairkiShared ??= {
  waiting: new Map(), // changes that localStorage has refused so far, name → (data) => …
  known: null, // the last text that could be read
  strange: false, // whether the text of now cannot be read
  listens: false,
});

/** What another tab keeps is news here, too: a page that does not notice would write its older answers over it. */
function listen() {
  if (shared.listens) return;
  shared.listens = true;
  window.addEventListener("storage", ({ key }) => {
    if (key === NAME || key === null) announce(null);
  });
  window.addEventListener("fairki-leave", () => (shared.listens = false));
}

/** @returns {Kept} */
const empty = () => ({ version: VERSION, answers: {}, progress: {}, last: null });

/** Everything that is kept, as a copy. */
export function read() {
  listen();
  const data = kept();
  for (const change of shared.waiting.values()) change(data);
  return data;
}

/** What localStorage holds; of a text that cannot be read as much as can be, and what this page has read before. */
function kept() {
  const text = item(NAME);
  const { data } = understood(text);
  shared.strange = data === null;
  if (data === null) return understood(shared.known).data ?? empty();
  shared.known = text;
  return data;
}

/** @param {string} name */
function item(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // this browser keeps nothing
  }
}

/**
 * The data in a text (null: it cannot be read) and what is the matter with it.
 * @param {string | null} text
 * @returns {{ data: Kept | null, trouble: "" | Trouble }}
 */
function understood(text) {
  if (text === null) return { data: empty(), trouble: "" };
  /** @type {unknown} */
  let found;
  try {
    found = migrations.upToDate(JSON.parse(text));
  } catch {
    return { data: null, trouble: "damaged" };
  }
  if (isNewer(found)) return { data: null, trouble: "newer" };
  if (!isObject(found) || found.version !== VERSION || !isObject(found.answers)) return { data: null, trouble: "damaged" };
  return { data: known(found), trouble: isWhole(found) ? "" : "partly" };
}

/**
 * The answer kept under a key, or null.
 * @param {string} key
 */
export function get(key) {
  return read().answers[key] ?? null;
}

/**
 * Keeps an answer; null forgets it.
 * @param {string} key
 * @param {any} value
 */
export function set(key, value) {
  if (JSON.stringify(get(key)) === JSON.stringify(value ?? null)) return;
  /** @type {Change} */
  const change = ({ answers }) => {
    if (value === null || value === undefined) delete answers[key];
    else answers[key] = value;
  };
  write(`answer ${key}`, change, key);
}

/**
 * Marks a unit as done.
 * @param {string} module
 * @param {string} unit
 */
export function markDone(module, unit) {
  if (read().progress[module]?.[unit]) return;
  /** @type {Change} */
  const change = ({ progress }) => (progress[module] = { ...progress[module], [unit]: true });
  write(`done ${module}/${unit}`, change);
}

/**
 * Remembers where the learner was. To walk about is no reason to replace what another version has kept.
 * @param {string} module
 * @param {string} unit
 */
export function setLast(module, unit) {
  const { last } = read();
  if (shared.strange || (last?.module === module && last?.unit === unit)) return;
  write("last", (data) => (data.last = { module, unit }));
}

/** Everything as the text of a file. */
export function exportText() {
  return JSON.stringify(read(), null, 2);
}

/** Why the content of a file cannot be used: it is "newer", or "unreadable" because it is damaged or foreign. */
export class FileError extends Error {
  /** @param {"newer" | "unreadable"} trouble */
  constructor(trouble) {
    super(`The file is ${trouble}.`);
    this.trouble = trouble;
  }
}

/**
 * The content of such a file; changes nothing. Throws a FileError.
 * @param {string} text
 */
export function parse(text) {
  let data = null;
  if (text.length <= LARGEST_FILE) {
    try {
      data = migrations.upToDate(JSON.parse(text));
    } catch {
      // A damaged file and a foreign one get the same answer below.
    }
  }
  if (isNewer(data)) throw new FileError("newer");
  if (!isWhole(data)) throw new FileError("unreadable");
  return known(data);
}

/**
 * Replaces everything by the content of a file. Throws like parse, and then nothing has changed.
 * @param {string} text
 */
export function importText(text) {
  const data = parse(text);
  shared.waiting.clear();
  write("everything", (now) => Object.assign(now, structuredClone(data)));
}

/** Forgets everything, also what was set aside. */
export function clear() {
  shared.waiting.clear();
  shared.known = null;
  try {
    for (const name of [NAME, SEEN, ...asideNames()]) localStorage.removeItem(name);
  } catch {
    // Nothing was ever kept there.
  }
  announce(null);
}

/** Whether this browser really keeps data (some do not in private mode, or have no room left). */
export function lasting() {
  try {
    localStorage.setItem(`${NAME}.test`, "1");
    localStorage.removeItem(`${NAME}.test`);
    return shared.waiting.size === 0;
  } catch {
    return false;
  }
}

/** Whether answers wait on this page because the browser refuses them; where somebody was is none. */
export const waiting = () => [...shared.waiting.keys()].some((name) => name !== "last");

/* ---- what cannot be read is set aside ---- */

/**
 * Sets the text of now aside, once. Call it before an answer takes the place of one that nobody could read.
 * Returns whether the text is safe.
 */
export function setAside() {
  const text = item(NAME);
  try {
    if (text === null || asideNames().some((name) => localStorage.getItem(name) === text)) return true;
    localStorage.setItem(ASIDE + new Date().toISOString(), text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What was set aside, oldest first.
 * @returns {Aside[]}
 */
export function aside() {
  const found = asideNames().map((name) => ({ name, day: name.slice(ASIDE.length, ASIDE.length + 10), text: item(name) }));
  return found.map((one) => ({ ...one, trouble: understood(one.text).trouble || "partly" }));
}

/**
 * The newest of these, unless the learner has said that they know of it. A text of now that cannot be read is one,
 * too; without a name if there is no room to set it aside.
 * @returns {Aside | (Omit<Aside, "name"> & { name: null }) | null}
 */
export function unseen() {
  const text = item(NAME);
  const { trouble } = understood(text);
  if (trouble && !setAside()) return { name: null, day: new Date().toISOString().slice(0, 10), text, trouble };
  const newest = aside().at(-1) ?? null;
  return newest && newest.name > (item(SEEN) ?? "") ? newest : null;
}

/**
 * The learner knows of what was set aside.
 * @param {string} name
 */
export function seen(name) {
  try {
    localStorage.setItem(SEEN, name);
  } catch {
    // Then it is said again on the next page.
  }
  announce(null);
}

/**
 * Deletes one text that was set aside.
 * @param {string} name
 */
export function deleteAside(name) {
  localStorage.removeItem(name);
  announce(null);
}

function asideNames() {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(ASIDE))
      .sort();
  } catch {
    return []; // this browser keeps nothing
  }
}

/* ---- how it is kept ---- */

/**
 * @param {string} name
 * @param {Change} change
 * @param {string | null} key
 */
function write(name, change, key = null) {
  shared.waiting.set(name, change);
  try {
    const safe = !understood(item(NAME)).trouble || setAside();
    if (safe) {
      localStorage.setItem(NAME, JSON.stringify(read()));
      shared.waiting.clear();
    }
  } catch {
    // It waits; whoever shows the state says so.
  }
  announce(key);
}

/** @param {string | null} key */
function announce(key) {
  window.dispatchEvent(new CustomEvent("fairki-store", { detail: { key } }));
}

/** @param {unknown} data */
const isNewer = (data) => isObject(data) && Number.isInteger(data.version) && data.version > VERSION;

/**
 * Whether data from outside is in order. What a value means is checked by the block that uses it.
 * @param {unknown} data
 * @returns {data is Kept}
 */
function isWhole(data) {
  return (
    isObject(data) &&
    data.version === VERSION &&
    isObject(data.answers) &&
    isObject(data.progress) &&
    Object.keys(data.answers).every((key) => KEY.test(key)) &&
    Object.entries(data.progress).every(([module, units]) => KEY.test(module) && isObject(units))
  );
}

/**
 * The known parts of data from outside.
 * @param {Record<string, any>} data
 * @returns {Kept}
 */
function known(data) {
  const answers = Object.fromEntries(Object.entries(data.answers).filter(([key]) => KEY.test(key)));
  /** @type {Kept["progress"]} */
  const progress = {};
  for (const [module, units] of Object.entries(isObject(data.progress) ? data.progress : {})) {
    if (!KEY.test(module) || !isObject(units)) continue;
    const done = Object.keys(units).filter((unit) => KEY.test(unit) && units[unit] === true);
    progress[module] = Object.fromEntries(done.map((unit) => [unit, true]));
  }
  const { module, unit } = isObject(data.last) ? data.last : {};
  const there = [module, unit].every((name) => typeof name === "string" && KEY.test(name));
  return { version: VERSION, answers, progress, last: there ? { module, unit } : null };
}
