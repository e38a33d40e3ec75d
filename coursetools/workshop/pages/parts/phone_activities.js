/**
 * The activities of a workshop on a phone: what is asked, and vote(value) with what somebody answers.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as numbers from "../../../../fairki/web/numbers.js";
import * as phone_page from "./phone_page.js";

const { add, form, main, numberField, options, tell, unit } = phone_page;

function poll(asked, value, vote) {
  var picked;
  var page = form(function () {
    var ids = picked();
    if (!ids.length) tell("Bitte wählen Sie zuerst eine Antwort.", "bad");
    else vote(asked.most === 1 ? ids[0] : ids);
  });
  if (asked.most > 1) add(page, "p", "Bis zu " + asked.most + " Antworten.", { class: "muted" });
  picked = options(page, "wahl", asked.question, asked.options, asked.most, value === null ? [] : [].concat(value));
  page.finish();
}

function estimate(asked, value, vote) {
  var number;
  var page = form(function () {
    var wrong = number.problem(asked.low, asked.high, "");
    if (!wrong) return vote(number.meant()[0]);
    tell(wrong, "bad");
    number.input.focus();
  });
  add(page, "label", asked.question + unit(asked.unit, asked.question), { for: "zahl", class: "field" });
  number = numberField(page, "zahl", "decimal");
  var slider = add(page, "input", "", { type: "range", min: asked.low, max: asked.high, step: asked.step, "aria-label": "Schätzung einstellen" });
  if (value !== null) {
    number.input.value = numbers.spelling(value);
    slider.value = value;
  }
  slider.addEventListener("input", function () { number.input.value = numbers.spelling(Number(slider.value)); });
  number.input.addEventListener("input", function () { if (number.meant().length === 1) slider.value = number.meant()[0]; });
  page.finish();
}

function applicants(asked, value, vote) {
  var decided = value || {};
  var cards = asked.cards;
  var at = 0;
  var place = add(main, "div");
  while (at < cards.length && decided[cards[at].id]) at += 1;
  draw(false);
  function draw(focus) {
    while (place.firstChild) place.removeChild(place.firstChild);
    if (at >= cards.length) {
      var heading = add(place, "h2", "Fertig: Sie haben über alle " + cards.length + " entschieden.", { tabindex: "-1" });
      add(place, "p", "Danke! Vorn geht es weiter, sobald alle fertig sind.");
      back("Noch einmal von vorn ansehen", function () { at = 0; draw(true); });
      if (focus) heading.focus();
      return;
    }
    var card = cards[at];
    add(place, "p", asked.question + " Bewerbung\u00a0" + (at + 1) + "\u00a0von\u00a0" + cards.length, { class: "muted" });
    var box = add(place, "div", "", { class: "card" });
    var title = add(box, "h2", card.title, { tabindex: "-1" });
    var facts = add(box, "dl");
    card.facts.forEach(function (fact) {
      add(facts, "dt", fact[0]);
      add(facts, "dd", fact[1]);
    });
    if (card.note) add(box, "p", card.note);
    var two = add(place, "div", "", { class: "two" });
    [["ja", "Einladen"], ["nein", "Absagen"]].forEach(function (choice) {
      var button = add(two, "button", (decided[card.id] === choice[0] ? "✓ " : "") + choice[1], { type: "button", class: "second" });
      button.addEventListener("click", function () {
        decided[card.id] = choice[0];
        at += 1;
        vote(JSON.parse(JSON.stringify(decided)));
        draw(true);
      });
    });
    if (at > 0) back("Zurück", function () { at -= 1; draw(true); });
    if (focus) title.focus();
  }
  function back(text, go) {
    add(place, "button", text, { type: "button", class: "plain" }).addEventListener("click", go);
  }
}

function kodex(asked, value, vote) {
  if (asked.patterns) {
    var picked;
    var page = form(function () {
      if (picked().length) vote(picked());
      else tell("Bitte wählen Sie mindestens eine Regel.", "bad");
    });
    add(page, "p", "Wählen Sie bis zu " + asked.most + " Regeln. Was Sie zuerst antippen, zählt am meisten.", { class: "muted" });
    picked = options(page, "regel", asked.question, asked.patterns, asked.most, value || [], true);
    page.finish();
  } else if (!asked.rules.length) add(main, "p", "Für diese Runde haben noch zu wenige gewählt.", { class: "box" });
  else blanks(asked, value || {}, vote);
}

function blanks(asked, value, vote) {
  var reads = [];
  var page = form(function () {
    var filled = {};
    var wrong = null;
    reads.forEach(function (read) {
      var entry = read.input.value.trim();
      if (entry === "") return;
      var problem = read.number ? read.number.problem(read.blank.low, read.blank.high, "bei „" + read.blank.label + "“ ") : "";
      if (problem) wrong = wrong || { problem: problem, input: read.input };
      (filled[read.rule] = filled[read.rule] || {})[read.blank.name] = read.number ? read.number.meant()[0] : entry;
    });
    if (wrong) {
      tell(wrong.problem, "bad");
      wrong.input.focus();
    } else if (!Object.keys(filled).length) tell("Bitte füllen Sie mindestens eine Lücke.", "bad");
    else vote(filled);
  });
  add(page, "p", asked.question + " Die Zahl im Satz ist ein Vorschlag. Was Sie leer lassen, zählt nicht mit.", { class: "muted" });
  asked.rules.forEach(function (rule) {
    add(page, "h2", rule.title || rule.sentence);
    if (rule.title) add(page, "p", rule.sentence);
    rule.blanks.forEach(function (blank) {
      var id = rule.id + "-" + blank.name;
      add(page, "label", blank.label + unit(blank.unit, blank.label), { for: id, class: "field" });
      var input;
      var number = null;
      if (blank.kind === "choice") {
        input = add(page, "select", "", { id: id });
        add(input, "option", "Bitte wählen", { value: "" });
        blank.options.forEach(function (option) { add(input, "option", option.label, { value: option.id }); });
      } else {
        number = numberField(page, id, "numeric");
        input = number.input;
      }
      var before = value[rule.id] && value[rule.id][blank.name];
      if (before !== undefined && before !== null) input.value = number ? numbers.spelling(before) : before;
      reads.push({ rule: rule.id, blank: blank, input: input, number: number });
    });
  });
  page.finish();
}

function retrospective(asked, value, vote) {
  var before = (value && value.answers) || {};
  var picks = {};
  var text = null;
  var page = form(function () {
    var answers = {};
    Object.keys(picks).forEach(function (id) {
      var ids = picks[id]();
      if (ids.length) answers[id] = ids[0];
    });
    var vote_ = { answers: answers };
    if (text && text.value.trim()) vote_.text = text.value.trim();
    if (!Object.keys(answers).length && !vote_.text) tell("Bitte beantworten Sie mindestens eine Frage.", "bad");
    else vote(vote_);
  });
  asked.questions.forEach(function (question) {
    picks[question.id] = options(page, question.id, question.question, question.options, 1, before[question.id] ? [before[question.id]] : []);
  });
  if (asked.text) {
    add(page, "label", asked.text.prompt, { for: "text", class: "field" });
    add(page, "p", "Die Workshopleitung liest den Text, bevor ihn andere sehen.", { class: "muted", id: "text-hinweis" });
    text = add(page, "textarea", "", { id: "text", rows: "3", maxlength: asked.text.most, "aria-describedby": "text-hinweis" });
    text.value = (value && value.text) || "";
  }
  page.finish();
}

/** How each kind is drawn: (what is asked, the answer so far or null, vote). */
export const KINDS = {
  poll: poll,
  estimate: estimate,
  applicants: applicants,
  kodex_vote: kodex,
  retrospective: retrospective,
};
