/** What the form of a facilitator's own question holds: as typed, as settings of an activity, and as the room sees it. */
import * as live from "./live.js";
import * as numbers from "../../../../fairki/web/numbers.js";
import * as lead_ask_texts from "../texts/lead_ask_texts.js";

const KEY = "fairki.leitung.frage";
const VERSION = 1; // of the draft in this tab
const MOST_STEPS = 10000; // of an estimate
const { wrong } = lead_ask_texts;
export const MOST_OPTIONS = 12;
export const MOST_RANKED = 8;
export const CASE = "case"; // a poll about a case of the company

/**
 * All that can be typed; `editing` is the step that will be changed.
 * @typedef {Record<"kind" | "question" | "options" | "most" | "words" | "low" | "high" | "steps" | "least" | "greatest" | "unit" | "truth" | "groups" | "by" | "minutes" | "case" | "editing", string>} Typed
 */
/** @typedef {{ kind: string, settings: Record<string, any>, minutes: number }} Question */
/** @typedef {{ problem: string, field: keyof Typed }} Problem */
/** @typedef {{ id: string, name: string, text: string }} Case */

/** @returns {Typed} */
const empty = () => ({
  kind: "poll", question: "", options: "", most: "1", words: "3", low: lead_ask_texts.lowUsual, high: lead_ask_texts.highUsual, steps: "5",
  least: "0", greatest: "100", unit: "", truth: "", groups: "4", by: "random", minutes: "3", case: "", editing: "",
}); // prettier-ignore

export const typed = empty();
restore();

// A reload of the page, or another start of the server, must not cost what was typed; it ends with this tab.
function restore() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (found?.version !== VERSION) return;
    for (const name of /** @type {(keyof Typed)[]} */ (Object.keys(typed))) if (typeof found.typed?.[name] === "string") typed[name] = found.typed[name];
  } catch {
    // nothing was kept, or it is damaged
  }
}

/** @param {Partial<Typed>} change */
export function type(change) {
  Object.assign(typed, change);
  live.keep(KEY, JSON.stringify({ version: VERSION, typed }));
}

/** @param {string} [kind] */
export function clear(kind = typed.kind) {
  Object.assign(typed, empty(), { kind });
  live.keep(KEY, "");
}

/** @param {string} text */
const lines = (text) => [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))];
/** @param {string} text */
const pairs = (text) => lines(text).map((label, at) => [`a${at + 1}`, label]);
/** @param {string} text */
const whole = (text) => Math.trunc(Number(text)) || 0;

/**
 * The number that a text means, if it means exactly one.
 * @param {string} text
 */
function number(text) {
  const read = numbers.readings(text);
  return read.length === 1 ? read[0] : null;
}

/**
 * The settings as they are typed, whole or not.
 * @param {Case[]} cases
 * @returns {Record<string, any>}
 */
export function settings(cases) {
  const { kind } = typed;
  const question = typed.question.trim();
  const options = pairs(typed.options);
  const most = Math.max(1, Math.min(whole(typed.most), options.length || 1));
  if (kind === "poll") return { question, options, most };
  if (kind === CASE) return { question, options, most, about: about(cases) };
  if (kind === "scale") return { question, low: typed.low.trim(), high: typed.high.trim(), steps: whole(typed.steps) };
  if (kind === "ranking") return { question, options };
  if (kind === "cloud") return { question, most: whole(typed.words) };
  if (kind === "groups") return { question, groups: whole(typed.groups), by: typed.by };
  if (kind === "estimate") return estimate(question);
  return { question };
}

/** @param {Case[]} cases */
function about(cases) {
  const one = cases.find(({ id }) => id === typed.case) ?? cases[0];
  return one ? [one.name, one.text] : [];
}

/** @param {string} question */
function estimate(question) {
  const [low, high, truth] = [typed.least, typed.greatest, typed.truth].map(number);
  const range = (high ?? 0) - (low ?? 0);
  const step = range < 1 ? 0.01 : range < 10 ? 0.1 : 10 ** Math.max(0, Math.ceil(Math.log10(range / MOST_STEPS)));
  return { question, unit: typed.unit.trim(), low, high, step, ...(truth === null ? {} : { truth }) };
}

/**
 * What is missing, or null.
 * @returns {Problem | null}
 */
export function problem() {
  const { kind } = typed;
  const listed = kind === "ranking" ? MOST_RANKED : ["poll", CASE].includes(kind) ? MOST_OPTIONS : 0;
  const count = lines(typed.options).length;
  if (!typed.question.trim()) return { problem: wrong.question, field: "question" };
  if (listed && (count < 2 || count > listed)) return { problem: wrong.options(listed), field: "options" };
  if (kind === "scale" && !typed.low.trim()) return { problem: wrong.ends, field: "low" };
  if (kind === "scale" && !typed.high.trim()) return { problem: wrong.ends, field: "high" };
  if (kind === "estimate") {
    const [low, high] = [number(typed.least), number(typed.greatest)];
    if (low === null) return { problem: wrong.number, field: "least" };
    if (high === null) return { problem: wrong.number, field: "greatest" };
    if (low >= high) return { problem: wrong.order, field: "greatest" };
    if (typed.truth.trim() && number(typed.truth) === null) return { problem: wrong.number, field: "truth" };
  }
  const minutes = number(typed.minutes);
  const fits = minutes !== null && Number.isInteger(minutes) && minutes >= 1 && minutes <= 60;
  return fits ? null : { problem: wrong.minutes, field: "minutes" };
}

/**
 * The question, as it is asked.
 * @param {Case[]} cases
 * @returns {Question}
 */
export const question = (cases) => ({
  kind: typed.kind === CASE ? "poll" : typed.kind,
  settings: settings(cases),
  minutes: number(typed.minutes) ?? 3,
});

/**
 * What the projector would be told of it.
 * @param {Case[]} cases
 */
export function shown(cases) {
  const made = settings(cases);
  const options = made.options?.map((/** @type {string[]} */ [id, label]) => ({ id, label }));
  const kind = typed.kind === CASE ? "poll" : typed.kind;
  if (kind === "scale") return { kind, question: made.question, ends: [made.low, made.high], options: Array(made.steps).fill({}) };
  if (kind === "cloud") return { kind, question: made.question, words: made.most, longest: 1 };
  if (kind === "text") return { kind, question: made.question, longest: 1 };
  if (kind === "groups") return { kind, question: made.question, by: made.by, groups: [] };
  if (kind === "qa") return { kind, question: made.question, released: [] };
  return { kind, ...made, ...(options && { options }), ...(made.about?.length ? {} : { about: undefined }) };
}

/**
 * Puts a question into the form; `editing` if it is to be changed.
 * @param {Question} of
 * @param {Case[]} cases
 * @param {string} editing
 */
export function load(of, cases, editing = "") {
  const { settings: made } = of;
  const about = made.about?.[0] ?? "";
  const told = (/** @type {unknown} */ value) => (typeof value === "number" ? numbers.spelling(value) : "");
  type({
    ...empty(),
    kind: about ? CASE : of.kind,
    question: made.question,
    options: (made.options ?? []).map((/** @type {string[]} */ one) => one[1]).join("\n"),
    most: String((of.kind === "poll" && made.most) || 1),
    words: String((of.kind === "cloud" && made.most) || 3),
    ...(of.kind === "scale" ? { low: made.low, high: made.high, steps: String(made.steps ?? 5) } : {}),
    ...(of.kind === "estimate" ? { least: told(made.low), greatest: told(made.high), unit: made.unit ?? "", truth: told(made.truth) } : {}),
    ...(of.kind === "groups" ? { groups: String(made.groups ?? 4), by: made.by ?? "random" } : {}),
    minutes: String(of.minutes),
    case: cases.find(({ name }) => name === about)?.id ?? "",
    editing,
  });
}
