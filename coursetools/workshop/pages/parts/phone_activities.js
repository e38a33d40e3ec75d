/**
 * The activities of a workshop on a phone: what is asked, and vote(value) with what somebody answers.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as numbers from "../../../../fairki/web/numbers.js";
import * as pattern_form from "../../../../fairki/web/pattern_form.js";
import * as phone_own from "./phone_own.js";
import * as phone_page from "./phone_page.js";
import * as phone_texts from "../texts/phone_texts.js";

/** @typedef {import("./phone_page.js").Option} Option */
/** @typedef {import("./phone_page.js").NumberField} NumberField */
/** @typedef {(value: any) => void} Send */
/** @typedef {{ id: string, title: string, facts: [name: string, value: string][], note?: string }} Card */
/** @typedef {import("../../../../fairki/web/pattern_form.js").Pattern} Rule */

const { add, form, main, numberField, options, tell, unit } = phone_page;

/**
 * @param {{ question: string, about?: string[], options: Option[], most: number }} asked
 * @param {string | string[] | null} value
 * @param {Send} vote
 */
function poll(asked, value, vote) {
  if (asked.about) {
    var box = add(main, "div", "", { class: "card" });
    asked.about.forEach(function (text, at) { add(box, at ? "p" : "h2", text); });
  }
  /** @type {() => string[]} */
  var picked;
  var page = form(function () {
    var ids = picked();
    if (!ids.length) tell(phone_texts.options.first, "bad");
    else vote(asked.most === 1 ? ids[0] : ids);
  });
  if (asked.most > 1) add(page, "p", phone_texts.options.upTo(asked.most), { class: "muted" });
  picked = options(page, "wahl", asked.question, asked.options, asked.most, value === null ? [] : /** @type {string[]} */ ([]).concat(value));
  page.finish();
}

/** @typedef {{ text?: string, blank?: string }} Part words of a text, or the blank that stands there */
/**
 * @param {{ question: string, facts: [name: string, value: string][], anrede: number, sentence: Part[], blanks: { id: string, options: Option[] }[] }} asked
 * @param {Record<string, number> | null} value
 * @param {Send} vote
 */
function sentence(asked, value, vote) {
  /** @type {Record<string, () => any[]>} */
  var picks = {};
  var page = form(function () {
    /** @type {Record<string, number>} */
    var chosen = { anrede: asked.anrede };
    asked.blanks.forEach(function (blank) { chosen[blank.id] = picks[blank.id]()[0]; });
    if (asked.blanks.every(function (blank) { return picks[blank.id]().length; })) vote(chosen);
    else tell(phone_texts.sentence.first, "bad");
  });
  add(page, "p", asked.question);
  var facts = add(add(page, "div", "", { class: "card" }), "dl");
  asked.facts.forEach(function (fact) {
    add(facts, "dt", fact[0]);
    add(facts, "dd", fact[1]);
  });
  var text = add(page, "p", "", { class: "fk-sentence" });
  asked.blanks.forEach(function (blank) {
    picks[blank.id] = options(page, blank.id, phone_texts.sentence.blanks[blank.id], blank.options, 1, value ? [value[blank.id]] : []);
  });
  page.addEventListener("change", write);
  page.finish();
  write();
  function write() {
    text.textContent = "";
    asked.sentence.forEach(function (part) {
      if (part.blank) add(text, "strong", word(part.blank));
      else add(text, "span", part.text);
    });
  }
  /** @param {string} id */
  function word(id) {
    var all = asked.blanks.filter(function (blank) { return blank.id === id; })[0].options;
    var one = all.filter(function (option) { return picks[id]().indexOf(option.id) >= 0; })[0];
    return one && one.label ? one.label : phone_texts.sentence.open;
  }
}

/**
 * @param {{ question: string, unit: string, low: number, high: number, step: number }} asked
 * @param {number | null} value
 * @param {Send} vote
 */
function estimate(asked, value, vote) {
  /** @type {NumberField} */
  var number;
  var page = form(function () {
    var wrong = number.problem(asked.low, asked.high, "");
    if (!wrong) return vote(number.meant()[0]);
    tell(wrong, "bad");
    number.input.focus();
  });
  add(page, "label", asked.question + unit(asked.unit, asked.question), { for: "zahl", class: "field" });
  number = numberField(page, "zahl", "decimal");
  var slider = add(page, "input", "", { type: "range", min: asked.low, max: asked.high, step: asked.step, "aria-label": phone_texts.number.slider });
  if (value !== null) {
    number.input.value = numbers.spelling(value);
    slider.value = String(value);
  }
  slider.addEventListener("input", function () { number.input.value = numbers.spelling(Number(slider.value)); });
  number.input.addEventListener("input", function () { if (number.meant().length === 1) slider.value = String(number.meant()[0]); });
  page.finish();
}

/**
 * @param {{ question: string, cards: Card[] }} asked
 * @param {Record<string, string> | null} value
 * @param {Send} vote
 */
function applicants(asked, value, vote) {
  var decided = value || {};
  var cards = asked.cards;
  var at = 0;
  var place = add(main, "div");
  while (at < cards.length && decided[cards[at].id]) at += 1;
  draw(false);
  /** @param {boolean} focus */
  function draw(focus) {
    while (place.firstChild) place.removeChild(place.firstChild);
    if (at >= cards.length) {
      var heading = add(place, "h2", phone_texts.cards.finished(cards.length), { tabindex: "-1" });
      add(place, "p", phone_texts.cards.done);
      back(phone_texts.cards.again, function () { at = 0; draw(true); });
      if (focus) heading.focus();
      return;
    }
    var card = cards[at];
    add(place, "p", phone_texts.cards.place(asked.question, at + 1, cards.length), { class: "muted" });
    var box = add(place, "div", "", { class: "card" });
    var title = add(box, "h2", card.title, { tabindex: "-1" });
    var facts = add(box, "dl");
    card.facts.forEach(function (fact) {
      add(facts, "dt", fact[0]);
      add(facts, "dd", fact[1]);
    });
    if (card.note) add(box, "p", card.note);
    var two = add(place, "div", "", { class: "two" });
    phone_texts.cards.choices.forEach(function (choice) {
      var button = add(two, "button", (decided[card.id] === choice[0] ? "✓ " : "") + choice[1], { type: "button", class: "second" });
      button.addEventListener("click", function () {
        decided[card.id] = choice[0];
        at += 1;
        vote(JSON.parse(JSON.stringify(decided)));
        draw(true);
      });
    });
    if (at > 0) back(phone_texts.cards.back, function () { at -= 1; draw(true); });
    if (focus) title.focus();
  }
  /**
   * @param {string} text
   * @param {() => void} go
   */
  function back(text, go) {
    add(place, "button", text, { type: "button", class: "plain" }).addEventListener("click", go);
  }
}

/**
 * @param {{ question: string, most: number, patterns?: Option[], rules: Rule[] }} asked
 * @param {any} value
 * @param {Send} vote
 */
function kodex(asked, value, vote) {
  if (asked.patterns) {
    /** @type {() => string[]} */
    var picked;
    var page = form(function () {
      if (picked().length) vote(picked());
      else tell(phone_texts.kodex.first, "bad");
    });
    add(page, "p", phone_texts.kodex.choose(asked.most), { class: "muted" });
    picked = options(page, "regel", asked.question, asked.patterns, asked.most, value || [], true);
    page.finish();
  } else if (!asked.rules.length) add(main, "p", phone_texts.kodex.tooFew, { class: "box" });
  else blanks(asked, value || {}, vote);
}

/**
 * @param {{ question: string, rules: Rule[] }} asked
 * @param {Record<string, Record<string, any>>} value
 * @param {Send} vote
 */
function blanks(asked, value, vote) {
  /** @type {{ id: string, blanks: ReturnType<typeof pattern_form.form> }[]} */
  var rules = [];
  var page = form(function () {
    /** @type {Record<string, Record<string, any>>} */
    var filled = {};
    /** @type {{ label: string, problem: string, focus: () => void }[]} */
    var wrong = [];
    rules.forEach(function (rule) {
      var one = rule.blanks.wrong();
      if (one) wrong.push(one);
      var values = rule.blanks.values();
      if (Object.keys(values).length) filled[rule.id] = values;
    });
    if (wrong.length) {
      tell(wrong[0].label + ": " + wrong[0].problem, "bad");
      wrong[0].focus();
    } else if (!Object.keys(filled).length) tell(phone_texts.kodex.fill, "bad");
    else vote(filled);
  });
  add(page, "p", phone_texts.kodex.blanks(asked.question), { class: "muted" });
  asked.rules.forEach(function (rule) {
    var blanks = pattern_form.form(rule, { prefix: rule.id });
    add(page, "h2", rule.title);
    page.append(blanks.sentence, ...blanks.nodes);
    blanks.write(value[rule.id] || {});
    rules.push({ id: rule.id, blanks: blanks });
  });
  page.finish();
}

/**
 * @param {{ questions: { id: string, question: string, options: Option[] }[], text?: { prompt: string, most: number } }} asked
 * @param {{ answers?: Record<string, string>, text?: string } | null} value
 * @param {Send} vote
 */
function retrospective(asked, value, vote) {
  var before = (value && value.answers) || {};
  /** @type {Record<string, () => string[]>} */
  var picks = {};
  /** @type {HTMLTextAreaElement | null} */
  var text = null;
  var page = form(function () {
    /** @type {Record<string, string>} */
    var answers = {};
    Object.keys(picks).forEach(function (id) {
      var ids = picks[id]();
      if (ids.length) answers[id] = ids[0];
    });
    var written = text ? text.value.trim() : "";
    if (!Object.keys(answers).length && !written) tell(phone_texts.retrospective.first, "bad");
    else vote(written ? { answers: answers, text: written } : { answers: answers });
  });
  asked.questions.forEach(function (question) {
    picks[question.id] = options(page, question.id, question.question, question.options, 1, before[question.id] ? [before[question.id]] : []);
  });
  if (asked.text) {
    add(page, "label", asked.text.prompt, { for: "text", class: "field" });
    add(page, "p", phone_texts.retrospective.read, { class: "muted", id: "text-hinweis" });
    text = add(page, "textarea", "", { id: "text", rows: "3", maxlength: asked.text.most, "aria-describedby": "text-hinweis" });
    text.value = (value && value.text) || "";
  }
  page.finish();
}

/**
 * How each kind is drawn: (what is asked, the answer so far or null, vote).
 * @type {Record<string, ((asked: any, value: any, vote: Send) => void) | undefined>}
 */
export const KINDS = Object.assign({
  poll: poll,
  estimate: estimate,
  applicants: applicants,
  kodex_vote: kodex,
  retrospective: retrospective,
  sentence: sentence,
  data_cases: poll,
}, phone_own.KINDS);
