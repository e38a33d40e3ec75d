/**
 * Questions that a facilitator writes for a workshop, on a phone (see `phone_activities`).
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as phone_page from "./phone_page.js";
import * as phone_own_texts from "../texts/phone_own_texts.js";

/** @typedef {import("./phone_page.js").Option} Option */
/** @typedef {(value: any) => void} Send */

const { add, form, main, options, tell } = phone_page;
var texts = phone_own_texts;
var ends = ["pointerup", "pointercancel"]; // of dragging
var says = /[^\s!-/:-@[-`{-~…–—„“”‚‘’«»]/; // what the workshop takes has more than punctuation

/**
 * @param {{ question: string, options: Option[], ends: [string, string] }} asked
 * @param {string | null} value
 * @param {Send} vote
 */
function scale(asked, value, vote) {
  /** @type {() => string[]} */
  var picked;
  var page = form(function () {
    if (picked().length) vote(picked()[0]);
    else tell(texts.scale.first, "bad");
  });
  page.className = "scale";
  picked = options(page, "stufe", asked.question, asked.options, 1, value === null ? [] : [value]);
  var set = page.getElementsByTagName("fieldset")[0];
  set.insertBefore(add(set, "p", texts.scale.ends(asked.ends[0], asked.ends[1], asked.options.length), { class: "muted" }), set.children[1]);
  page.finish();
}

/**
 * @param {{ question: string, options: Option[], order: string[] }} asked
 * @param {string[] | null} value
 * @param {Send} vote
 */
function ranking(asked, value, vote) {
  var order = (value || asked.order).slice();
  var page = form(function () { vote(order.slice()); });
  add(page, "p", asked.question, { class: "question", id: "frage" });
  add(page, "p", texts.ranking.how, { class: "muted" });
  var list = add(page, "ol", "", { class: "ranking", "aria-labelledby": "frage" });
  var rows = order.map(function (id) {
    var label = asked.options.filter(function (one) { return one.id === id; })[0].label || "";
    return row(id, label);
  });
  page.finish();
  number();

  /**
   * @param {string} id
   * @param {string} label
   */
  function row(id, label) {
    var node = add(list, "li");
    var place = add(node, "b", "", { "aria-hidden": "true" });
    var text = add(node, "span", label);
    var up = add(node, "button", "↑", { type: "button", class: "second" });
    var down = add(node, "button", "↓", { type: "button", class: "second" });
    up.addEventListener("click", function () { move(order.indexOf(id) - 1, up); });
    down.addEventListener("click", function () { move(order.indexOf(id) + 1, down); });
    var one = { id: id, label: label, node: node, place: place, up: up, down: down };
    drag(text);
    drag(place);
    return one;
    /**
     * @param {number} to
     * @param {HTMLElement} button
     */
    function move(to, button) {
      if (!put(id, to)) return;
      button.focus();
      tell(texts.ranking.moved(label, to + 1));
    }
    /** @param {HTMLElement} handle */
    function drag(handle) {
      handle.addEventListener("pointerdown", function (event) {
        event.preventDefault();
        node.className = "held";
        /** @param {PointerEvent} now */
        function follow(now) { put(id, above(now.clientY)); }
        function release() {
          node.className = "";
          document.removeEventListener("pointermove", follow); // the row itself moves in the page: the document stays
          ends.forEach(function (end) { document.removeEventListener(end, release); });
          tell(texts.ranking.moved(label, order.indexOf(id) + 1));
        }
        document.addEventListener("pointermove", follow);
        ends.forEach(function (end) { document.addEventListener(end, release); });
      });
    }
    /**
     * How many of the others lie above this height.
     * @param {number} y
     */
    function above(y) {
      return rows.filter(function (other) {
        var box = other.node.getBoundingClientRect();
        return other.id !== id && box.top + box.height / 2 < y;
      }).length;
    }
  }

  /**
   * @param {string} id
   * @param {number} to
   */
  function put(id, to) {
    if (to < 0 || to >= order.length || order.indexOf(id) === to) return false;
    order.splice(order.indexOf(id), 1);
    order.splice(to, 0, id);
    page.dispatchEvent(new Event("change"));
    number();
    return true;
  }

  function number() {
    order.forEach(function (id, at) {
      var one = rows.filter(function (row) { return row.id === id; })[0];
      if (list.children[at] !== one.node) list.insertBefore(one.node, list.children[at] || null);
      one.place.textContent = String(at + 1);
      limit(one.up, at > 0, texts.ranking.up(one.label, at + 1, order.length));
      limit(one.down, at < order.length - 1, texts.ranking.down(one.label, at + 1, order.length));
    });
  }

  /**
   * A button at the end of the list stays where it is and keeps the focus.
   * @param {HTMLElement} button
   * @param {boolean} usable
   * @param {string} label
   */
  function limit(button, usable, label) {
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-disabled", usable ? "false" : "true");
  }
}

/**
 * @param {{ question: string, longest: number }} asked
 * @param {string | null} value
 * @param {Send} vote
 */
function text(asked, value, vote) {
  var page = form(function () {
    if (field.value.trim()) vote(field.value.trim());
    else {
      tell(texts.text.first, "bad");
      field.focus();
    }
  });
  add(page, "label", asked.question, { for: "text", class: "field" });
  add(page, "p", texts.read, { class: "muted", id: "text-hinweis" });
  var field = add(page, "textarea", "", { id: "text", rows: "4", maxlength: asked.longest, "aria-describedby": "text-hinweis" });
  field.value = value || "";
  page.finish();
}

/**
 * @param {{ question: string, words: number, longest: number }} asked
 * @param {string[] | null} value
 * @param {Send} vote
 */
function cloud(asked, value, vote) {
  /** @type {HTMLInputElement[]} */
  var fields = [];
  var page = form(function () {
    var words = fields.map(function (field) { return field.value.trim(); }).filter(Boolean);
    if (words.length) vote(words);
    else {
      tell(texts.cloud.first, "bad");
      fields[0].focus();
    }
  });
  var set = add(page, "fieldset", "", { "aria-describedby": "text-hinweis" });
  add(set, "legend", asked.question);
  add(set, "p", texts.read, { class: "muted", id: "text-hinweis" });
  for (var at = 1; at <= asked.words; at += 1) {
    add(set, "label", texts.cloud.word(at, asked.words), { for: "wort-" + at, class: "field" });
    fields.push(add(set, "input", "", { id: "wort-" + at, type: "text", maxlength: asked.longest, autocomplete: "off", autocapitalize: "none" }));
    fields[at - 1].value = (value && value[at - 1]) || "";
  }
  page.finish();
}

/** @typedef {{ asked: string[], up: string[] }} Wanted */
/**
 * Questions of the room. A tick counts at once, and so does a question that is sent: what else arrives meanwhile, must
 * not cost it.
 * @param {{ question: string, longest: number, mostAsked: number, released: { id: string, text: string, answered: boolean }[] }} asked
 * @param {Wanted | null} value
 * @param {Send} vote
 */
function questions(asked, value, vote) {
  /** @type {Wanted} */
  var mine = { asked: value ? value.asked.slice() : [], up: value ? value.up.slice() : [] };
  add(main, "p", asked.question, { class: "question" });
  if (asked.released.length) {
    var set = add(main, "fieldset");
    add(set, "legend", texts.questions.up);
    asked.released.forEach(function (one) { tick(set, one); });
  }
  var page = form(function () {
    var text = field.value.trim();
    // One question that is refused would cost all further ticks of this phone: they are sent together.
    if (!says.test(text)) tell(texts.questions.first, "bad");
    if (!says.test(text)) return field.focus();
    field.value = "";
    mine.asked.push(text);
    vote(JSON.parse(JSON.stringify(mine)));
    list();
  });
  add(page, "label", texts.questions.own, { for: "frage", class: "field" });
  add(page, "p", texts.read, { class: "muted", id: "text-hinweis" });
  var field = add(page, "textarea", "", { id: "frage", rows: "2", maxlength: asked.longest, "aria-describedby": "text-hinweis" });
  add(page, "button", texts.questions.send, { type: "submit" });
  var sent = add(main, "div");
  list();

  /**
   * @param {HTMLElement} set
   * @param {{ id: string, text: string, answered: boolean }} one
   */
  function tick(set, one) {
    var label = add(set, "label", "", { class: "option" });
    var box = add(label, "input", "", { type: "checkbox", id: "auch-" + one.id });
    var text = add(label, "span", one.text);
    if (one.answered) add(text, "small", texts.questions.answered);
    box.checked = mine.up.indexOf(one.id) >= 0;
    label.className = box.checked ? "option on" : "option";
    box.addEventListener("change", function () {
      mine.up = mine.up.filter(function (id) { return id !== one.id; });
      if (box.checked) mine.up.push(one.id);
      label.className = box.checked ? "option on" : "option";
      vote(JSON.parse(JSON.stringify(mine)));
    });
  }
  function list() {
    sent.textContent = "";
    page.hidden = mine.asked.length >= asked.mostAsked;
    if (!mine.asked.length) return;
    add(sent, "h2", texts.questions.mine);
    var all = add(sent, "ul");
    mine.asked.forEach(function (text) { add(all, "li", text); });
    add(sent, "p", page.hidden ? texts.questions.enough(asked.mostAsked) : texts.questions.waits, { class: "muted" });
  }
}

/** @typedef {{ group: string, text?: string }} Grouped */
/**
 * A group's task: in which group this phone is, and a place for the answer that one phone of the group writes.
 * @param {{ question: string, longest: number, groups: Option[], group?: string }} asked
 * @param {Grouped | null} value
 * @param {Send} vote
 */
function groups(asked, value, vote) {
  var known = asked.groups.filter(function (one) { return one.id === asked.group; })[0];
  /** @type {() => string[]} */
  var picked = function () { return known ? [known.id] : []; };
  var page = form(function () {
    var text = field.value.trim();
    if (!picked().length) tell(texts.groups.first, "bad");
    else vote(text ? { group: picked()[0], text: text } : { group: picked()[0] });
  });
  if (known) add(page, "p", texts.groups.yours(known.label || ""), { class: "card group" });
  else picked = options(page, "gruppe", texts.groups.which, asked.groups, 1, value ? [value.group] : []);
  add(page, "label", asked.question, { for: "antwort", class: "field" });
  add(page, "p", texts.groups.one, { class: "muted", id: "antwort-hinweis" });
  var field = add(page, "textarea", "", { id: "antwort", rows: "3", maxlength: asked.longest, "aria-describedby": "antwort-hinweis" });
  field.value = (value && value.text) || "";
  page.finish();
}

/**
 * How each kind is drawn: (what is asked, the answer so far or null, vote).
 * @type {Record<string, ((asked: any, value: any, vote: Send) => void) | undefined>}
 */
export const KINDS = { scale: scale, ranking: ranking, text: text, cloud: cloud, qa: questions, groups: groups };
