/**
 * Numbers as people type them; the twin of `readings` in fairki/speech/de.py, tested with the same table of cases.
 * Plain JavaScript of 2017, because the vote page on phones uses it, too.
 */
import * as texts from "./texts.js";

export const LONGEST = 50; // characters of a typed number
/** @type {Record<string, number>} */
const FRACTIONS = { "½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8 };
const SPACES = /[ \t\u00a0\u202f\u2009\u2007]+/g;
const UNIT = / ?(?:%|prozent|prozentpunkte?|punkte?)$/i;
const SIGN = /^([+\u2212\u2013-]) ?/;
const FRACTION = /^([0-9]{0,6}) ?([½¼¾⅓⅔⅛])$/;
const PLAIN = /^[0-9]+$/;
const DECIMAL = /^([0-9]*)[.,]([0-9]+)$/;
const GROUPED = /^([1-9][0-9]{0,2}(?:([ .,'’])[0-9]{3})(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]+))?$/;

/**
 * What a typed number can mean: [] if it is none, two values (the larger first) if it is ambiguous, else one.
 * @param {string} typed
 */
export function readings(typed) {
  let text = String(typed).replace(SPACES, " ").trim();
  if (text.length > LONGEST) return [];
  text = text.replace(UNIT, "");
  const signed = SIGN.exec(text);
  const sign = signed && signed[1] !== "+" ? -1 : 1;
  text = text.replace(SIGN, "");
  const fraction = FRACTION.exec(text);
  if (fraction) return [sign * (Number(fraction[1]) + FRACTIONS[fraction[2]])];
  const values = [];
  const grouped = GROUPED.exec(text);
  if (grouped) values.push(Number(grouped[1].split(grouped[2]).join("") + "." + (grouped[3] || "0")));
  const decimal = DECIMAL.exec(text);
  if (decimal) values.push(Number((decimal[1] || "0") + "." + decimal[2]));
  if (PLAIN.test(text)) values.push(Number(text));
  return values.map((value) => sign * value + 0);
}

/**
 * A number as it can be typed without being ambiguous: "1000", "1,5", "1,2340".
 * @param {number} value
 */
export function spelling(value) {
  let text = Math.abs(value).toFixed(10).replace(/0+$/, "").replace(/\.$/, "").replace(".", ",");
  if (readings(text).length > 1) text += "0";
  return value < 0 ? "\u2212" + text : text;
}

/**
 * A sentence that asks what an ambiguous number means.
 * @param {string} typed
 */
export function which(typed) {
  const [large, small] = readings(typed).map(spelling);
  return texts.which(String(typed).trim(), large, small);
}

/**
 * Asks what a number in a field means, at each change: show(question, choices) draws it, with choices [[text, take], …]
 * as buttons; without choices there is nothing to ask. The result looks at the field and says whether it asks.
 * @param {HTMLInputElement} field
 * @param {(question: string, choices: [string, () => void][]) => void} show
 */
export function askBack(field, show) {
  /** @param {string} text */
  function take(text) {
    field.value = text;
    show("", []);
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
    field.focus();
  }

  function look() {
    const meant = readings(field.value).map(spelling);
    if (meant.length < 2) show("", []);
    else show(which(field.value), meant.map((text) => [text, () => take(text)]));
    return meant.length > 1;
  }

  // While typing: on leaving the field, the question would push away the button that somebody is just pressing.
  field.addEventListener("input", look);
  return look;
}
