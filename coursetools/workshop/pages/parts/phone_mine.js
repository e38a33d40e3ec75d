/**
 * What somebody answered, told once voting is closed, on this phone alone.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as numbers from "../../../../fairki/web/numbers.js";
import * as phone_page from "./phone_page.js";
import * as phone_own_texts from "../texts/phone_own_texts.js";

/** @typedef {import("./phone_page.js").Option} Option */

var texts = phone_own_texts.mine;

/**
 * @param {{ public: any, own: any, mine: { value: any } | null }} activity
 */
export function draw(activity) {
  var told = activity.mine && activity.public ? lines(Object.assign({}, activity.public, activity.own), activity.mine.value) : [];
  if (!told.length) return;
  var box = phone_page.add(phone_page.main, "section", "", { class: "box mine", "aria-labelledby": "mein-titel" });
  phone_page.add(box, "h2", texts.title, { id: "mein-titel" });
  if (told.length === 1) phone_page.add(box, "p", told[0], { class: "answer" });
  else {
    var list = phone_page.add(box, "ol");
    told.forEach(function (line) { phone_page.add(list, "li", line); });
  }
  phone_page.add(box, "p", texts.only, { class: "muted" });
}

/**
 * The answer in words; nothing for a kind that has none for it.
 * @param {any} asked
 * @param {any} value
 * @returns {string[]}
 */
export function lines(asked, value) {
  if (asked.ends) return [texts.step(value, asked.options.length)];
  if (asked.options) return labels(asked.options, [].concat(value));
  if (asked.low !== undefined) return [texts.number(numbers.spelling(value), asked.unit)];
  if (asked.patterns) return labels(asked.patterns, value);
  if (asked.cards) return [texts.decided(asked.cards.filter(function (/** @type {any} */ card) { return value[card.id] === "ja"; }).length, asked.cards.length)];
  if (asked.questions) return answers(asked.questions, value);
  if (asked.released) return value.asked.concat(labels(asked.released, value.up));
  if (asked.groups) return labels(asked.groups, [value.group]).concat(value.text || []);
  return asked.longest ? [].concat(value) : [];
}

/**
 * @param {Option[]} options
 * @param {string[]} ids in the order in which they are told
 */
function labels(options, ids) {
  return ids
    .map(function (id) {
      var one = options.filter(function (option) { return option.id === id; })[0];
      return one ? one.label || one.title || one.text || "" : "";
    })
    .filter(Boolean);
}

/**
 * @param {{ id: string, question: string, options: Option[] }[]} questions
 * @param {{ answers: Record<string, string>, text?: string }} value
 */
function answers(questions, value) {
  var told = questions
    .filter(function (one) { return value.answers[one.id]; })
    .map(function (one) { return texts.pair(one.question, labels(one.options, [value.answers[one.id]]).join("")); });
  return value.text ? told.concat(value.text) : told;
}
