/** What a card says of a system, and what an audit counts: what was found and accused at once, where something was missed only when asked. */
import * as matrix_texts from "../../web/texts/matrix_texts.js";

const { cards: words } = matrix_texts;

/** @typedef {"ja" | "nein" | "offen"} Answer */
/** @typedef {{ found: string[], missed: string[], accused: string[] }} Verdict names of faults; titles of rules that accuse wrongly */
/** @typedef {"found" | "missed" | "accused" | "alone" | "still"} Said of a system whose faults are known; "still": no hit, and nobody has asked yet whether rightly so */
/** @typedef {{ mark: Said | Answer | "rests", count: number }} Mark */
/** @typedef {{ verdict: Verdict | null, first: Verdict | null, cells: { answer: Answer | "" }[] }} Judged without cells: not yet audited */
/** @typedef {(Verdict | null)[]} Run what one audit said, system by system */
/** @typedef {{ found: number, missed: number, accused: number, alone: number }} Counts found and missed: faults; accused and left alone: systems */

/** @type {Record<Mark["mark"], string>} */
export const SIGNS = { found: "✓", missed: "○", accused: "!", alone: "–", still: "?", ja: "✓", nein: "✗", offen: "?", rests: "–" };
/** @type {(keyof Counts)[]} */
export const COUNTED = ["found", "missed", "accused", "alone"];
/** @type {Answer[]} */
export const ORDER = ["nein", "offen", "ja"];
const TRAIL = 3;

/** @param {Judged[]} systems */
export const isCovered = (systems) => systems.every(({ verdict, cells }) => !verdict && !cells.length);

/**
 * What a card shows.
 * @param {Judged} system
 * @param {boolean} asked whether the learner wants to know what was missed
 * @returns {Mark[]}
 */
export function marksOf({ verdict, cells }, asked) {
  if (!verdict) return marksOfAnswers(cells);
  /** @type {Mark[]} */
  const marks = [
    { mark: "found", count: verdict.found.length },
    { mark: "accused", count: Number(verdict.accused.length > 0) },
    { mark: "missed", count: asked ? verdict.missed.length : 0 },
  ];
  const told = marks.filter(({ count }) => count);
  return told.length ? told : [{ mark: asked ? "alone" : "still", count: 1 }];
}

/**
 * @param {Judged["cells"]} cells
 * @returns {Mark[]}
 */
function marksOfAnswers(cells) {
  /** @type {Mark[]} */
  const marks = ORDER.map((mark) => ({ mark, count: cells.filter(({ answer }) => answer === mark).length }));
  const told = marks.filter(({ count }) => count);
  return told.length ? told : [{ mark: "rests", count: 1 }];
}

/**
 * A mark in words.
 * @param {Mark} mark
 */
export const wordsOf = ({ mark, count }) => words.marks[mark](count);

/**
 * @param {Run} run
 * @returns {Counts}
 */
export function counted(run) {
  const known = run.filter((verdict) => verdict !== null);
  /** @param {"found" | "missed"} name */
  const faults = (name) => known.reduce((all, verdict) => all + verdict[name].length, 0);
  return {
    found: faults("found"),
    missed: faults("missed"),
    accused: known.filter(({ accused }) => accused.length).length,
    alone: known.filter(({ found, missed, accused }) => !found.length && !missed.length && !accused.length).length,
  };
}

/**
 * In how many systems something was missed.
 * @param {Judged[]} systems
 */
export const hiddenIn = (systems) => systems.filter(({ verdict }) => verdict?.missed.length).length;

/**
 * The audits so far and a new one; what says the same as the one before is none.
 * @param {Run[]} runs
 * @param {Run} run
 */
export const withRun = (runs, run) => (JSON.stringify(runs.at(-1)) === JSON.stringify(run) ? runs : [...runs, run]);

/**
 * What was counted before: the first audit and the last ones, with a gap where some are left out.
 * @param {number[]} before
 * @returns {(number | null)[]}
 */
export const trailOf = (before) => (before.length > TRAIL ? [before[0], null, ...before.slice(1 - TRAIL)] : before);

/**
 * Two sentences: what the last of some audits found, and what is different from the one before.
 * @param {Run[]} runs
 * @returns {[string, string]}
 */
export function sentencesOf(runs) {
  const [now, before] = [runs[runs.length - 1], runs[runs.length - 2]];
  const { found, missed, accused } = counted(now);
  const headline = words.turned(found, found + missed, accused);
  if (!before) return [headline, ""];
  const then = counted(before);
  return [headline, `${words.compared(found - then.found, accused - then.accused)} ${words.never(neverFound(runs))}`.trim()];
}

/**
 * How many faults none of these audits found.
 * @param {Run[]} runs
 */
const neverFound = (runs) =>
  runs[0].reduce((all, _, at) => all + (runs[0][at]?.missed ?? []).filter((fault) => runs.every((run) => run[at]?.missed.includes(fault))).length, 0);
