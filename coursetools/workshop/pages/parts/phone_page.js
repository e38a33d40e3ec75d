/**
 * What the vote page is made of: elements, one line that says how it stands, forms and their fields.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as numbers from "../../../../fairki/web/numbers.js";

export const main = document.getElementById("main");
export const line = document.getElementById("line");
var said = document.getElementById("said");
var submit = null; // the button that gives the answer, if there is one
var answered = false; // whether there is a confirmed vote in this round

// Begins with another page.
export function fresh() {
  clear();
  submit = null;
  answered = false;
}

export function clear() {
  while (main.firstChild) main.removeChild(main.firstChild);
}

export function add(parent, name, text, attributes) {
  var node = document.createElement(name);
  if (text) node.textContent = text;
  Object.keys(attributes || {}).forEach(function (key) {
    node.setAttribute(key, attributes[key]);
  });
  parent.appendChild(node);
  return node;
}

export function tell(text, look) {
  said.textContent = text;
  said.className = look ? "said " + look : "said";
}

// Once the vote is confirmed the button steps back; it comes forward again with every change.
export function given(yes) {
  if (yes) answered = true;
  if (!submit) return;
  submit.textContent = answered ? "Antwort ändern" : "Abgeben";
  submit.className = yes ? "second" : "";
}

export function waiting(title, text) {
  add(main, "h1", title);
  add(main, "p", text, { class: "box" });
}

export function drawTalk(step) {
  add(main, "h1", step.title);
  if (step.kind === "break") add(main, "p", "Pause. Bis gleich!", { class: "box" });
  else if (step.page) {
    add(main, "p", "Dazu gibt es eine Seite im Kurs. Sie können sie auf Ihrem Gerät öffnen:");
    add(main, "a", "Seite öffnen", { href: step.page, target: "_blank", rel: "noopener" });
    add(main, "p", "Danach kommen Sie hierher zurück.", { class: "muted" });
  } else add(main, "p", "Schauen Sie nach vorn. Hier ist gerade nichts zu tun.", { class: "box" });
}

export function drawResult(step, activity) {
  add(main, "h1", step.title);
  var box = add(main, "div", "", { class: "box" });
  add(box, "p", activity.summary || "Das Ergebnis sehen Sie vorn.");
  if (activity.summary) add(box, "p", "Das ganze Bild sehen Sie vorn.", { class: "muted" });
}

export function form(send) {
  var node = add(main, "form", "", { novalidate: "" });
  node.addEventListener("submit", function (event) {
    event.preventDefault();
    send();
  });
  // Before any other listener, so that what those say stays. What is changed is not saved yet, and must not look so.
  ["input", "change"].forEach(function (kind) {
    node.addEventListener(kind, function () {
      tell(answered ? "Geändert, aber noch nicht gespeichert." : "");
      given(false);
    }, true);
  });
  node.finish = function () {
    submit = add(node, "button", "Abgeben", { type: "submit" });
  };
  return node;
}

// One of several options, or up to `most`; returns what tells the ids that are ticked, in the order of ticking.
export function options(parent, name, question, entries, most, picked, ranked) {
  var set = add(parent, "fieldset");
  add(set, "legend", question);
  var order = (picked || []).slice();
  var boxes = entries.map(function (entry) {
    var label = add(set, "label", "", { class: "option" });
    var box = add(label, "input", "", { type: most > 1 ? "checkbox" : "radio", name: name, value: entry.id });
    var text = add(label, "span", entry.label || entry.title);
    if (ranked) box.place = add(text, "b");
    if (entry.sentence) add(text, "small", entry.sentence);
    box.checked = order.indexOf(entry.id) >= 0;
    box.addEventListener("change", function () {
      if (most === 1) order = [entry.id];
      else {
        order = order.filter(function (id) { return id !== entry.id; });
        if (box.checked && order.length >= most) {
          box.checked = false;
          tell("Mehr als " + most + " geht nicht. Nehmen Sie zuerst einen Haken weg.", "bad");
        } else {
          if (box.checked) order.push(entry.id);
          if (ranked) tell(order.length + " von " + most + " gewählt. Danach unten abgeben.");
        }
      }
      mark();
    });
    return box;
  });
  function mark() {
    boxes.forEach(function (box) {
      box.parentNode.className = box.checked ? "option on" : "option";
      if (box.place) box.place.textContent = box.checked ? " Platz " + (order.indexOf(box.value) + 1) : "";
    });
  }
  mark();
  return function () {
    return order;
  };
}

// The unit behind a label that does not name it.
export function unit(name, label) {
  return name && label.indexOf(name) < 0 ? " (" + name + ")" : "";
}

// A field for a number as people type it; what is ambiguous („1.000“) is asked back with both readings as buttons.
export function numberField(page, id, mode) {
  var input = add(page, "input", "", { id: id, type: "text", inputmode: mode, autocomplete: "off" });
  var place = add(page, "div", "", { role: "status" });
  function meant() {
    return numbers.readings(input.value);
  }
  numbers.askBack(input, function (question, choices) {
    place.textContent = "";
    if (!choices.length) return;
    add(place, "p", question);
    var two = add(place, "div", "", { class: "two" });
    choices.forEach(function (choice) {
      add(two, "button", choice[0], { type: "button", class: "second" }).addEventListener("click", choice[1]);
    });
  });
  // What is wrong with the number, as a sentence, or "".
  function problem(low, high, before) {
    if (meant().length > 1) return numbers.which(input.value);
    if (meant().length && meant()[0] >= low && meant()[0] <= high) return "";
    return "Bitte " + before + "eine Zahl von " + numbers.spelling(low) + " bis " + numbers.spelling(high) + ".";
  }
  return { input: input, meant: meant, problem: problem };
}
