/**
 * The learner's own data. It stays in this browser (localStorage, name "fairki"); no server sees it.
 *
 * Format: {"version": 1, "answers": {key: value}, "progress": {"01": {"1": true}},
 *          "last": {"module": "01", "unit": "2"} or null}
 * Each change, also one in another tab, fires "fairki-store" on window; event.detail.key names the changed answer,
 * or is null.
 *
 * What cannot be read (damaged, or kept by a newer version of the course) is never lost: before anything takes its
 * place, the old text is set aside as it is, under "fairki.beiseite.<time>", until the learner deletes it. What the
 * browser has no room for waits on this page and is kept as soon as there is room.
 */
const NAME = "fairki";
const VERSION = 1;
const ASIDE = `${NAME}.beiseite.`;
const SEEN = `${NAME}.gesehen`;
const LARGEST_FILE = 2_000_000;
/** What the file with everything is called, alone and in a zip. */
export const FILE_NAME = "fairki-mein-stand.json";
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._\/-]{0,79}$/u;

// Each block on a page carries a copy of this module; what localStorage refuses is shared here.
const shared = (globalThis.fairkiShared ??= {
  waiting: new Map(), // changes that localStorage has refused so far, name → (data) => …
  known: null, // the last text that could be read
  strange: false, // whether the text of now cannot be read
  listens: false,
});

// What another tab keeps is news here, too: a page that does not notice would write its older answers over it.
if (!shared.listens) {
  shared.listens = true;
  window.addEventListener("storage", ({ key }) => {
    if (key === NAME || key === null) announce(null);
  });
}

const empty = () => ({ version: VERSION, answers: {}, progress: {}, last: null });
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything that is kept, as a copy. */
export function read() {
  const data = kept();
  for (const change of shared.waiting.values()) change(data);
  return data;
}

/** What localStorage holds; of a text that cannot be read as much as can be, and what this page has read before. */
function kept() {
  const text = item(NAME);
  const { data } = understood(text);
  shared.strange = data === null;
  if (shared.strange) return understood(shared.known).data ?? empty();
  shared.known = text;
  return data;
}

function item(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // this browser keeps nothing
  }
}

/** The data in a text (null: it cannot be read) and what is the matter with it: "", "newer", "damaged" or "partly". */
function understood(text) {
  if (text === null) return { data: empty(), trouble: "" };
  let found = null;
  try {
    found = JSON.parse(text);
  } catch {
    return { data: null, trouble: "damaged" };
  }
  if (isNewer(found)) return { data: null, trouble: "newer" };
  if (!isObject(found) || found.version !== VERSION || !isObject(found.answers)) return { data: null, trouble: "damaged" };
  return { data: known(found), trouble: isWhole(found) ? "" : "partly" };
}

/** The answer kept under a key, or null. */
export function get(key) {
  return read().answers[key] ?? null;
}

/** Keeps an answer; null forgets it. */
export function set(key, value) {
  if (JSON.stringify(get(key)) === JSON.stringify(value ?? null)) return;
  const change = ({ answers }) => {
    if (value === null || value === undefined) delete answers[key];
    else answers[key] = value;
  };
  write(`answer ${key}`, change, key);
}

/** Marks a unit as done. */
export function markDone(module, unit) {
  if (read().progress[module]?.[unit]) return;
  const change = ({ progress }) => (progress[module] = { ...progress[module], [unit]: true });
  write(`done ${module}/${unit}`, change);
}

/** Remembers where the learner was. To walk about is no reason to replace what another version has kept. */
export function setLast(module, unit) {
  const { last } = read();
  if (shared.strange || (last?.module === module && last?.unit === unit)) return;
  write("last", (data) => (data.last = { module, unit }));
}

/** Everything as the text of a file. */
export function exportText() {
  return JSON.stringify(read(), null, 2);
}

/** The content of such a file. Throws an Error with a German message; changes nothing. */
export function parse(text) {
  let data = null;
  if (text.length <= LARGEST_FILE) {
    try {
      data = JSON.parse(text);
    } catch {
      // A damaged file and a foreign one get the same answer below.
    }
  }
  if (isNewer(data)) {
    throw new Error(
      "Diese Datei stammt aus einer neueren Fassung des Kurses. Ihr Stand wurde nicht verändert. " +
        "Bitte öffnen Sie die Datei in der neueren Fassung.",
    );
  }
  if (!isWhole(data)) {
    throw new Error(
      "Diese Datei lässt sich nicht lesen: Sie ist beschädigt oder stammt nicht aus diesem Kurs. " +
        `Ihr Stand wurde nicht verändert. Bitte wählen Sie eine Datei namens ${FILE_NAME} oder die Zip-Datei Ihrer Mappe.`,
    );
  }
  return known(data);
}

/** Replaces everything by the content of a file. Throws like parse, and then nothing has changed. */
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

/** Whether answers wait on this page because the browser refuses them. */
export const waiting = () => shared.waiting.size > 0;

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

/** What was set aside, oldest first: [{name, day, text, trouble}]; trouble is "newer", "damaged" or "partly". */
export function aside() {
  const found = asideNames().map((name) => ({ name, day: name.slice(ASIDE.length, ASIDE.length + 10), text: item(name) }));
  return found.map((one) => ({ ...one, trouble: understood(one.text).trouble || "partly" }));
}

/**
 * The newest of these, unless the learner has said that they know of it. A text of now that cannot be read is one,
 * too; without a name if there is no room to set it aside.
 */
export function unseen() {
  const text = item(NAME);
  const { trouble } = understood(text);
  if (trouble && !setAside()) return { name: null, day: new Date().toISOString().slice(0, 10), text, trouble };
  const newest = aside().at(-1) ?? null;
  return newest && newest.name > (item(SEEN) ?? "") ? newest : null;
}

/** The learner knows of what was set aside. */
export function seen(name) {
  try {
    localStorage.setItem(SEEN, name);
  } catch {
    // Then it is said again on the next page.
  }
  announce(null);
}

/** Deletes one text that was set aside. */
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

function announce(key) {
  window.dispatchEvent(new CustomEvent("fairki-store", { detail: { key } }));
}

const isNewer = (data) => isObject(data) && Number.isInteger(data.version) && data.version > VERSION;

/** Whether data from outside is in order. What a value means is checked by the block that uses it. */
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

/** The known parts of data from outside. */
function known(data) {
  const answers = Object.fromEntries(Object.entries(data.answers).filter(([key]) => KEY.test(key)));
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
