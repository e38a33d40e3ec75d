/** How a question stands on the projector, and in the preview of the form that makes one: nothing of what was chosen. */
import * as live from "./live.js";
import * as asked_texts from "../texts/asked_texts.js";

const { make } = live;
/** @typedef {Record<string, any>} Asked what an activity says of itself (`Activity.public`) */

/** @param {Asked} asked */
export const question = (asked) => asked.about?.[0] || asked.question || asked.title || "";

/**
 * What can be chosen, or how to answer.
 * @param {Asked} asked
 */
export function choices(asked) {
  /** @type {(all: Record<string, string>[], name: string) => HTMLElement} */
  const named = (all, name) => list(all.map((one) => one[name]));
  if (asked.about) return [...[...asked.about.slice(1), asked.question].map(lead), named(asked.options, "label")];
  if (asked.beforehand) return asked.beforehand.map(lead);
  if (asked.ends) return [list([asked_texts.end(1, asked.ends[0]), asked_texts.end(asked.options.length, asked.ends[1])]), lettered(asked.options)];
  if (asked.groups) return [lead(asked_texts.groups[asked.by]), named(asked.groups, "label")];
  if (asked.kind === "ranking") return [lead(asked_texts.order), named(asked.options, "label")];
  if (asked.released) return [lead(asked_texts.ask), lead(asked_texts.moderated), asked.released.length ? list(asked.released.map(released)) : null];
  if (asked.options) return [asked.most > 1 ? lead(asked_texts.several(asked.most)) : null, named(asked.options, "label")];
  if (asked.cards) return lead(asked_texts.cards(asked.cards.length));
  if (asked.low !== undefined) return lead(asked_texts.number(asked.low, asked.high, asked.unit));
  if (asked.patterns) return lead(asked_texts.rules(asked.most));
  if (asked.rules) return named(asked.rules, "title");
  if (asked.questions) return named(asked.questions, "question");
  if (asked.longest) return [asked.words ? asked_texts.words(asked.words) : asked_texts.text, asked_texts.moderated].map(lead);
  return null;
}

/**
 * The steps of a scale need no list, unless people without a phone raise a letter for each.
 * @param {{ id: string, label: string }[]} options
 */
const lettered = (options) => (options.some(({ id, label }) => id !== label) ? list(options.map(({ label }) => label)) : null);

/** @param {{ text: string, answered: boolean }} one a question of the room */
const released = ({ text, answered }) => (answered ? asked_texts.answered(text) : text);

/** @param {string[]} texts */
export function list(texts) {
  return make("ul", { class: texts.length > 6 ? "screen-choices screen-many" : "screen-choices" }, texts.map((text) => make("li", {}, text)));
}

/** @param {string} text */
export function lead(text) {
  return make("p", { class: "screen-lead" }, text);
}
