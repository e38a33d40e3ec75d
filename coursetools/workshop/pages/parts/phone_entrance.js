/**
 * Where a phone comes in: the code of the workshop, and the code of a seat where it takes one.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as phone_page from "./phone_page.js";

const { add, clear, line, main, tell } = phone_page;

/**
 * @param {string} seat
 * @param {string} problem
 * @param {(seat: string) => void} join
 */
export function drawSeat(seat, problem, join) {
  clear();
  line.textContent = "";
  add(main, "h1", "Ihr Platz im Workshop");
  var form = add(main, "form", "", { novalidate: "" });
  add(form, "label", "Platzcode von Ihrer Karte", { for: "seat", class: "field" });
  var input = add(form, "input", "", {
    id: "seat", type: "text", class: "code", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "16",
  });
  input.value = seat;
  add(form, "button", "Mitmachen", { type: "submit" });
  tell(problem, "bad");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var typed = input.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
    if (/^[A-Z0-9]{4,12}$/.test(typed)) join(typed);
    else {
      tell("Bitte geben Sie den Platzcode von Ihrer Karte ein.", "bad");
      input.focus();
    }
  });
  input.focus();
}

/**
 * @param {string} code
 * @param {string} problem
 * @param {(code: string) => void} join
 */
export function drawJoin(code, problem, join) {
  clear();
  line.textContent = "";
  add(main, "h1", "Beim Workshop mitmachen");
  var form = add(main, "form", "", { novalidate: "" });
  add(form, "label", "Code von der Leinwand", { for: "code", class: "field" });
  var input = add(form, "input", "", {
    id: "code", type: "text", class: "code", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "12",
  });
  input.value = code;
  add(form, "button", "Mitmachen", { type: "submit" });
  tell(problem, "bad");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (/^[a-z0-9]{4,12}$/i.test(input.value.trim())) {
      tell("Die Seite verbindet sich …");
      join(input.value);
    } else {
      tell("Bitte geben Sie den Code ein, der auf der Leinwand steht.", "bad");
      input.focus();
    }
  });
}
