/** What a card says of a system: what was found and wrongly accused at once, what was missed only when asked. */
import * as matrix_texts from "../../web/texts/matrix_texts.js";

const { cards } = matrix_texts;

/** @typedef {"gefunden" | "uebersehen" | "beanstandet" | "ruhe"} Verdict what is true of a system and the Kodex */
/** @typedef {Verdict | "still"} Mark what a card shows; "still": no hit, and nobody has asked yet whether rightly so */
/** @typedef {{ name: string, verdicts: Verdict[] }} Judged */

/** @type {Record<Mark, string>} */
export const SIGNS = { gefunden: "✓", uebersehen: "○", beanstandet: "!", ruhe: "–", still: "?" };
/** @type {Verdict[]} */
const SEEN = ["gefunden", "beanstandet"];

/**
 * What a turned card shows.
 * @param {Judged} system
 * @param {boolean} asked whether the learner wants to know what was missed
 * @returns {Mark[]}
 */
export function marksOf({ verdicts }, asked) {
  if (asked) return verdicts;
  const seen = verdicts.filter((verdict) => SEEN.includes(verdict));
  return seen.length ? seen : ["still"];
}

/**
 * The headline above the cards.
 * @param {Judged[]} systems
 * @param {boolean} up whether all cards are turned
 * @param {boolean} asked
 */
export function sentenceOf(systems, up, asked) {
  if (!up) return cards.covered(systems.length);
  /** @param {Mark} mark */
  const count = (mark) => systems.filter((system) => marksOf(system, asked).includes(mark)).length;
  return asked
    ? cards.solved(count("uebersehen"), count("ruhe"))
    : cards.turned(count("gefunden"), systems.length, count("beanstandet"), count("still"));
}
