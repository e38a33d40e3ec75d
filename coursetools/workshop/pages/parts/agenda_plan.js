/** What an agenda adds up to, and its file in the company's folder; nothing of it needs a page. */
import * as agenda_texts from "../texts/agenda_texts.js";
import * as numbers from "../../../../fairki/web/numbers.js";

/** @typedef {{ id: string, minutes: string }} Row a step as it is being edited */
/** @typedef {{ rows: Row[], title: string, begins: string, planned: string }} Draft */
/** @typedef {{ times: string[], total: number, end: string, planned: number, wrong: string, steps: [string, number][] }} Sums */

const DAY = 24 * 60; // minutes
const MOST = 600; // minutes of a step

/**
 * A draft of an agenda that there is.
 * @param {{ title: string, minutes: number, steps: ({ id: string, minutes: number } | [string, number])[] }} agenda
 * @param {string} begins
 * @returns {Draft}
 */
export function of(agenda, begins) {
  const all = agenda.steps.map((step) => (Array.isArray(step) ? step : /** @type {[string, number]} */ ([step.id, step.minutes])));
  const rows = all.filter(([id]) => !asked(id));
  const minutes = all.filter(([id]) => asked(id)).reduce((left, one) => left - one[1], agenda.minutes);
  return { rows: rows.map(([id, minutes]) => ({ id: base(id), minutes: String(minutes) })), title: agenda.title, begins, planned: String(minutes) };
}

/**
 * Whether a step was asked in this room alone: no other agenda can name it, and the workshop takes along what waits.
 * @param {string} id
 */
export const asked = (id) => /^(own-\d+|zusagen)$/.test(id);

/**
 * The id that a step is named by: in an agenda, one that comes again has its number behind it.
 * @param {string} id
 */
export const base = (id) => id.replace(/-\d+$/, "");

/**
 * @param {Row[]} rows are changed
 * @param {number} at
 * @param {number} by
 * @returns {boolean} whether there is room there
 */
export function moved(rows, at, by) {
  if (at + by < 0 || at + by >= rows.length) return false;
  rows.splice(at + by, 0, ...rows.splice(at, 1));
  return true;
}

/**
 * @param {Draft} draft
 * @returns {Sums} `wrong`: what does not fit, or ""
 */
export function reckoned({ rows, begins, planned }) {
  const start = clock(begins);
  const minutes = rows.map((row) => whole(row.minutes));
  const wanted = whole(planned, DAY);
  const times = [];
  let now = start ?? 0;
  for (const one of minutes) {
    times.push(shown(now));
    now += one ?? 0;
  }
  const total = minutes.reduce((/** @type {number} */ sum, one) => sum + (one ?? 0), 0);
  const wrong = start === null ? agenda_texts.wrongTime : minutes.includes(null) || wanted === null ? agenda_texts.wrongMinutes : "";
  return { times, total, end: shown(now), planned: wanted ?? 0, wrong, steps: rows.map((row, at) => [row.id, minutes[at] ?? 0]) };
}

/**
 * @param {string} text
 * @param {number} most
 */
function whole(text, most = MOST) {
  const [number] = numbers.readings(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null;
}

/** @param {string} text such as 9, 9:30 or 09.30; minutes since midnight, or null */
function clock(text) {
  const found = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:Uhr)?\s*$/.exec(text);
  const at = found ? Number(found[1]) * 60 + Number(found[2] ?? 0) : DAY;
  return at < DAY && Number(found?.[2] ?? 0) < 60 ? at : null;
}

/** @param {number} at minutes since midnight */
const shown = (at) => `${Math.floor((at % DAY) / 60)}:${String(at % 60).padStart(2, "0")}`;

/**
 * The file for the folder `ablaeufe` of the company. TOML's texts have the escapes of JSON, and one more.
 * @param {string} title
 * @param {number} minutes
 * @param {[string, number][]} steps
 */
export function file(title, minutes, steps) {
  const text = (/** @type {string} */ one) => JSON.stringify(one).replaceAll("\x7f", "\\u007f");
  const sections = steps.map(([id, each]) => `\n[[schritte]]\nschritt = ${text(id)}\nminuten = ${each}\n`);
  return `# ${agenda_texts.header}\n\ntitel = ${text(title)}\nminuten = ${minutes}\n${sections.join("")}`;
}

/**
 * What a file can be called on every disk and on the command line.
 * @param {string} title
 */
export function slug(title) {
  /** @type {Record<string, string>} */
  const umlauts = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const plain = title.toLowerCase().replace(/[äöüß]/g, (one) => umlauts[one]);
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "") || "ablauf";
}
