/**
 * What the vote page is made of: elements, one line that says how it stands, forms and their fields.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as ask_back from "../../../../fairki/web/ask_back.js";
import * as numbers from "../../../../fairki/web/numbers.js";
import * as phone_texts from "../texts/phone_texts.js";

/** @param {string} id */
function place(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

export const main = place("main");
export const line = place("line");
var said = place("said");
/** @type {HTMLElement | null} */
var submit = null; // the button that gives the answer, if there is one
var answered = false; // whether there is a confirmed vote in this round

// Begins with another page.
export function fresh() {
  clear();
  submit = null;
  answered = false;
}

/** What is being typed, by the id of its field, and where the focus is; a page that is drawn anew gets both back by `retype`. */
export function typed() {
  /** @type {Record<string, string>} */
  var found = {};
  Array.prototype.forEach.call(main.getElementsByTagName("textarea"), function (field) { found[field.id] = field.value; });
  return { texts: found, focused: document.activeElement ? document.activeElement.id : "" };
}

/** @param {ReturnType<typeof typed>} before */
export function retype(before) {
  Object.keys(before.texts).forEach(function (id) {
    var field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(id));
    if (field) field.value = before.texts[id];
  });
  var focused = before.focused ? document.getElementById(before.focused) : null;
  if (focused) focused.focus();
}

export function clear() {
  while (main.firstChild) main.removeChild(main.firstChild);
}

/**
 * A new element at the end of another one.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {HTMLElement} parent
 * @param {Name} name
 * @param {string} [text]
 * @param {Record<string, any>} [attributes]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function add(parent, name, text, attributes) {
  var node = document.createElement(name);
  if (text) node.textContent = text;
  Object.entries(attributes || {}).forEach(function (one) {
    node.setAttribute(one[0], one[1]);
  });
  parent.appendChild(node);
  return node;
}

/**
 * @param {string} text
 * @param {string} [look]
 */
export function tell(text, look) {
  said.textContent = text;
  said.className = look ? "said " + look : "said";
}

/**
 * Once the vote is confirmed the button steps back; it comes forward again with every change.
 * @param {boolean} yes
 */
export function given(yes) {
  if (yes) answered = true;
  if (!submit) return;
  submit.textContent = answered ? phone_texts.vote.change : phone_texts.vote.give;
  submit.className = yes ? "second" : "";
}

/**
 * @param {string} title
 * @param {string} text
 */
export function waiting(title, text) {
  add(main, "h1", title);
  add(main, "p", text, { class: "box" });
}

/** @param {{ title: string, kind: string, page?: string }} step */
export function drawTalk(step) {
  add(main, "h1", step.title);
  if (step.kind === "break") add(main, "p", phone_texts.step.pause, { class: "box" });
  else if (step.page) {
    add(main, "p", phone_texts.step.page);
    add(main, "a", phone_texts.step.open, { href: step.page, target: "_blank", rel: "noopener" });
    add(main, "p", phone_texts.step.back, { class: "muted" });
  } else add(main, "p", phone_texts.step.ahead, { class: "box" });
}

/**
 * @param {{ title: string }} step
 * @param {{ summary?: string }} activity
 */
export function drawResult(step, activity) {
  add(main, "h1", step.title);
  var box = add(main, "div", "", { class: "box" });
  add(box, "p", activity.summary || phone_texts.step.result);
  if (activity.summary) add(box, "p", phone_texts.step.wholeResult, { class: "muted" });
}

/**
 * A form; finish() adds its button.
 * @param {() => void} send
 */
export function form(send) {
  var node = add(main, "form", "", { novalidate: "" });
  node.addEventListener("submit", function (event) {
    event.preventDefault();
    send();
  });
  // Before any other listener, so that what those say stays. What is changed is not saved yet, and must not look so.
  ["input", "change"].forEach(function (kind) {
    node.addEventListener(kind, function () {
      tell(answered ? phone_texts.vote.changed : "");
      given(false);
    }, true);
  });
  function finish() {
    submit = add(node, "button", phone_texts.vote.give, { type: "submit" });
  }
  return Object.assign(node, { finish: finish });
}

/** @typedef {{ id: any, label?: string, title?: string, sentence?: string, text?: string }} Option */

/**
 * One of several options, or up to `most`; returns what tells the ids that are ticked, in the order of ticking.
 * @param {HTMLElement} parent
 * @param {string} name
 * @param {string} question
 * @param {Option[]} entries
 * @param {number} most
 * @param {any[]} picked
 * @param {boolean} [ranked]
 */
export function options(parent, name, question, entries, most, picked, ranked) {
  var set = add(parent, "fieldset");
  add(set, "legend", question);
  var order = (picked || []).slice();
  var boxes = entries.map(function (entry) {
    var label = add(set, "label", "", { class: "option" });
    var box = add(label, "input", "", { type: most > 1 ? "checkbox" : "radio", name: name, value: entry.id });
    var text = add(label, "span", entry.label || entry.title);
    var place = ranked ? add(text, "b") : null;
    if (entry.sentence) add(text, "small", entry.sentence);
    box.checked = order.indexOf(entry.id) >= 0;
    box.addEventListener("change", function () {
      if (most === 1) order = [entry.id];
      else {
        order = order.filter(function (id) { return id !== entry.id; });
        if (box.checked && order.length >= most) {
          box.checked = false;
          tell(phone_texts.options.tooMany(most), "bad");
        } else {
          if (box.checked) order.push(entry.id);
          if (ranked) tell(phone_texts.options.picked(order.length, most));
        }
      }
      mark();
    });
    return { label: label, box: box, place: place };
  });
  function mark() {
    boxes.forEach(function (one) {
      one.label.className = one.box.checked ? "option on" : "option";
      if (one.place) one.place.textContent = one.box.checked ? phone_texts.options.place(order.indexOf(one.box.value) + 1) : "";
    });
  }
  mark();
  return function () {
    return order;
  };
}

/**
 * The unit behind a label that does not name it.
 * @param {string} name
 * @param {string} label
 */
export function unit(name, label) {
  return name && label.indexOf(name) < 0 ? phone_texts.number.unit(name) : "";
}

/** @typedef {ReturnType<typeof numberField>} NumberField */

/**
 * A field for a number as people type it; what is ambiguous („1.000“) is asked back with both readings as buttons.
 * @param {HTMLElement} page
 * @param {string} id
 * @param {"decimal" | "numeric"} mode
 */
export function numberField(page, id, mode) {
  var input = add(page, "input", "", { id: id, type: "text", inputmode: mode, autocomplete: "off" });
  page.appendChild(ask_back.askBack(input).node);
  function meant() {
    return numbers.readings(input.value);
  }
  /**
   * What is wrong with the number, as a sentence, or "".
   * @param {number} low
   * @param {number} high
   * @param {string} before
   */
  function problem(low, high, before) {
    if (meant().length > 1) return numbers.which(input.value);
    if (meant().length && meant()[0] >= low && meant()[0] <= high) return "";
    return phone_texts.number.range(before, numbers.spelling(low), numbers.spelling(high));
  }
  return { input: input, meant: meant, problem: problem };
}
