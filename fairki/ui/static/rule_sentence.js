/** A rule as a sentence: the words of its pattern, with what stands in the blanks. */
import * as common from "./common.js";

const { h, german } = common;

/**
 * A blank of a pattern, as Python describes it: a number from `low` to `high`, or one of its `options`.
 * @typedef {object} Blank
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {any} default
 * @property {[key: string, label: string][] | null} options
 * @property {number} low
 * @property {number} high
 * @property {[one: string, many: string]} unit
 * @property {string} phrase
 * @property {[number: number, words: string][]} forms
 */
/** @typedef {{ id: string, title: string, hint: string, parts: [text: string, blank: string][], blanks: Blank[] }} Pattern */
/** @typedef {Record<string, Pattern>} Patterns */

/**
 * A rule as it is kept.
 * @typedef {object} Rule
 * @property {string} muster
 * @property {Record<string, any>} angaben
 * @property {string} [zustaendig]
 * @property {string} [meldeweg]
 * @property {boolean} [vorlage]
 * @property {unknown} [aspekte]
 * @property {unknown} [schritt]
 */

/**
 * How a value reads in the sentence.
 * @param {Blank} blank
 * @param {any} value
 */
function words(blank, value) {
  if (blank.options) return blank.options.find(([key]) => key === value)?.[1] ?? "…";
  const form = blank.forms.find(([number]) => number === value);
  if (form) return form[1];
  const unit = blank.unit[value === 1 ? 0 : 1];
  return blank.phrase.replace("{}", german(value) + (unit ? `\u00a0${unit}` : ""));
}

/**
 * The sentence as nodes; what stands in a blank is marked.
 * @param {Pattern} pattern
 * @param {Rule["angaben"]} values
 */
export function sentence(pattern, values) {
  return pattern.parts.flatMap(([text, name]) => {
    const blank = pattern.blanks.find((one) => one.name === name);
    if (!blank) return [text];
    return [text, h("mark", { class: "fk-filled" }, words(blank, values[blank.name] ?? blank.default))];
  });
}
