/**
 * Where a phone comes in: the code of the workshop, and the code of a seat where it takes one.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as phone_page from "./phone_page.js";
import * as phone_texts from "../texts/phone_texts.js";

const { add, clear, line, main, tell } = phone_page;

/**
 * A page with one field for a code.
 * @param {{ title: string, label: string, name: string, longest: string, value: string, problem: string, wrong: string }} asked
 * @param {(typed: string) => boolean} take goes on with what was typed; false if it is no code
 */
function drawEntrance(asked, take) {
  clear();
  line.textContent = "";
  add(main, "h1", asked.title);
  var form = add(main, "form", "", { novalidate: "" });
  add(form, "label", asked.label, { for: asked.name, class: "field" });
  var input = add(form, "input", "", {
    id: asked.name, type: "text", class: "code", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    maxlength: asked.longest,
  });
  input.value = asked.value;
  add(form, "button", phone_texts.entrance.join, { type: "submit" });
  tell(asked.problem, "bad");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (take(input.value)) return;
    tell(asked.wrong, "bad");
    input.focus();
  });
  return input;
}

/**
 * @param {string} seat
 * @param {string} problem
 * @param {(seat: string) => void} join
 */
export function drawSeat(seat, problem, join) {
  var texts = phone_texts.entrance.seat;
  var asked = {
    title: texts.title, label: texts.label, name: "seat", longest: "16", value: seat, problem: problem, wrong: texts.wrong,
  };
  var input = drawEntrance(asked, function (value) {
    var typed = value.toUpperCase().replace(/[^A-Z0-9]/g, "");
    if (!/^[A-Z0-9]{4,12}$/.test(typed)) return false;
    join(typed);
    return true;
  });
  input.focus();
}

/**
 * @param {string} code
 * @param {string} problem
 * @param {(code: string) => void} join
 */
export function drawJoin(code, problem, join) {
  var texts = phone_texts.entrance.code;
  var asked = {
    title: texts.title, label: texts.label, name: "code", longest: "12", value: code, problem: problem, wrong: texts.wrong,
  };
  drawEntrance(asked, function (value) {
    if (!/^[a-z0-9]{4,12}$/i.test(value.trim())) return false;
    tell(phone_texts.entrance.connecting);
    join(value);
    return true;
  });
}
