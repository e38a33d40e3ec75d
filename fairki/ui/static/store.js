/**
 * The learner's own data. It stays in this browser (localStorage, name "fairki"); no server sees it.
 *
 * Format: {"version": 1, "answers": {key: value}, "progress": {"01": {"1": true}},
 *          "last": {"module": "01", "unit": "2"} or null}
 * Each change, also one in another tab, fires "fairki-store" on window; event.detail.key names the changed answer,
 * or is null.
 */
const NAME = "fairki";
const VERSION = 1;
const LARGEST_FILE = 2_000_000;
/** What the file with everything is called, alone and in a zip. */
export const FILE_NAME = "fairki-mein-stand.json";
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._\/-]{0,79}$/u;

// Each block on a page carries a copy of this module; what localStorage refuses is shared here.
const shared = (globalThis.fairkiShared ??= { unsaved: null, listens: false });

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
  if (shared.unsaved) return structuredClone(shared.unsaved);
  try {
    return checked(JSON.parse(localStorage.getItem(NAME)) ?? empty());
  } catch {
    return empty();
  }
}

/** The answer kept under a key, or null. */
export function get(key) {
  return read().answers[key] ?? null;
}

/** Keeps an answer; null forgets it. */
export function set(key, value) {
  const data = read();
  if (JSON.stringify(data.answers[key] ?? null) === JSON.stringify(value ?? null)) return;
  if (value === null || value === undefined) delete data.answers[key];
  else data.answers[key] = value;
  write(data, key);
}

/** Marks a unit as done. */
export function markDone(module, unit) {
  const data = read();
  if (data.progress[module]?.[unit]) return;
  data.progress[module] = { ...data.progress[module], [unit]: true };
  write(data, null);
}

/** Remembers where the learner was. */
export function setLast(module, unit) {
  const data = read();
  if (data.last?.module === module && data.last?.unit === unit) return;
  data.last = { module, unit };
  write(data, null);
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
  return checked(data);
}

/** Replaces everything by the content of a file. Throws like parse, and then nothing has changed. */
export function importText(text) {
  write(parse(text), null);
}

/** Forgets everything. */
export function clear() {
  shared.unsaved = null;
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing was ever kept there.
  }
  announce(null);
}

/** Whether this browser really keeps data (some do not in private mode). */
export function lasting() {
  try {
    localStorage.setItem(`${NAME}.test`, "1");
    localStorage.removeItem(`${NAME}.test`);
    return shared.unsaved === null;
  } catch {
    return false;
  }
}

function write(data, key) {
  try {
    localStorage.setItem(NAME, JSON.stringify(data));
    shared.unsaved = null;
  } catch {
    shared.unsaved = data;
  }
  announce(key);
}

function announce(key) {
  window.dispatchEvent(new CustomEvent("fairki-store", { detail: { key } }));
}

/** The known parts of data from outside. What a value means is checked by the block that uses it. */
function checked(data) {
  if (isObject(data) && Number.isInteger(data.version) && data.version > VERSION) {
    throw new Error(
      "Diese Datei stammt aus einer neueren Fassung des Kurses. Ihr Stand wurde nicht verändert. " +
        "Bitte öffnen Sie die Datei in der neueren Fassung.",
    );
  }
  if (
    !isObject(data) ||
    data.version !== VERSION ||
    !isObject(data.answers) ||
    !isObject(data.progress) ||
    !Object.keys(data.answers).every((key) => KEY.test(key)) ||
    !Object.entries(data.progress).every(([module, units]) => KEY.test(module) && isObject(units))
  ) {
    throw new Error(
      "Diese Datei lässt sich nicht lesen: Sie ist beschädigt oder stammt nicht aus diesem Kurs. " +
        `Ihr Stand wurde nicht verändert. Bitte wählen Sie eine Datei namens ${FILE_NAME} oder die Zip-Datei Ihrer Mappe.`,
    );
  }
  const progress = {};
  for (const [module, units] of Object.entries(data.progress)) {
    const done = Object.keys(units).filter((unit) => KEY.test(unit) && units[unit] === true);
    progress[module] = Object.fromEntries(done.map((unit) => [unit, true]));
  }
  const { module, unit } = isObject(data.last) ? data.last : {};
  const known = [module, unit].every((name) => typeof name === "string" && KEY.test(name));
  return { version: VERSION, answers: { ...data.answers }, progress, last: known ? { module, unit } : null };
}
