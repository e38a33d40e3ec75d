/** The fields with which a learner fills the blanks of a sentence. */
import * as common from "./common.js";
import * as numbers from "../../web/numbers.js";
import * as ask_back from "./ask_back.js";

const { h, button, newId, german } = common;

/** @typedef {import("./rule_sentence.js").Blank} Blank */

/**
 * The rule in work: what is filled in, at which place of the Kodex it stands (null: at none yet), and which rule it was.
 * @typedef {object} Draft
 * @property {string} muster
 * @property {Record<string, any>} angaben
 * @property {string} zustaendig
 * @property {string} meldeweg
 * @property {import("./rule_sentence.js").Rule | null} rest
 * @property {number | null} at
 * @property {Set<string>} wrong the blanks whose fields hold no fitting number
 */

/**
 * A whole number with steps up and down; filled() is called after each change.
 * @param {Blank} blank
 * @param {Draft} draft
 * @param {() => void} filled
 */
export function number(blank, draft, filled) {
  const id = newId();
  const problem = h("p", { class: "fk-message fk-error", role: "alert", id: `${id}-problem` });
  const unit = h("span", { class: "fk-unit", "aria-hidden": "true" });
  const input = h("input", {
    type: "text",
    inputmode: "numeric",
    id,
    autocomplete: "off",
    value: draft.angaben[blank.name],
    "aria-describedby": `${id}-hint ${problem.id}`,
    oninput: read,
    /** @param {KeyboardEvent} event */
    onkeydown: (event) => {
      const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
      if (step) {
        event.preventDefault();
        move(step);
      }
    },
  });
  const doubt = ask_back.askBack(input);
  /** @type {(sign: string, step: number, text: string) => HTMLElement} */
  const stepper = (sign, step, text) =>
    button("secondary", () => move(step), { class: "fk-button fk-secondary fk-stepper", "aria-label": text }, sign);

  /** @param {number} step */
  function move(step) {
    const now = draft.wrong.has(blank.name) ? blank.default : draft.angaben[blank.name];
    const size = blank.high > 1000 ? 10 : 1;
    input.value = String(Math.min(blank.high, Math.max(blank.low, now + step * size)));
    read();
  }

  function read() {
    const asks = doubt.look();
    const [value] = asks ? [NaN] : numbers.readings(input.value);
    const right = Number.isInteger(value) && value >= blank.low && value <= blank.high;
    problem.textContent = right || asks
      ? ""
      : `Bitte eine ganze Zahl von ${german(blank.low)} bis ${german(blank.high)} eingeben.`;
    input.setAttribute("aria-invalid", String(!right));
    if (right) {
      draft.wrong.delete(blank.name);
      draft.angaben[blank.name] = value;
      unit.textContent = blank.unit[value === 1 ? 0 : 1];
    } else draft.wrong.add(blank.name);
    filled();
  }

  unit.textContent = blank.unit[draft.angaben[blank.name] === 1 ? 0 : 1];
  return h(
    "div",
    { class: "fk-field fk-blank" },
    h("label", { for: id }, blank.label),
    h(
      "div",
      { class: "fk-stepped" },
      stepper("−", -1, `${blank.label} verringern`),
      input,
      stepper("+", 1, `${blank.label} erhöhen`),
      unit,
    ),
    h("p", { class: "fk-hint", id: `${id}-hint` }, blank.hint),
    problem,
    doubt.node,
  );
}

/**
 * One of several phrases.
 * @param {Blank} blank
 * @param {Draft} draft
 * @param {() => void} filled
 */
export function choice(blank, draft, filled) {
  const name = newId();
  const options = blank.options ?? [];
  const inputs = options.map(([key]) =>
    h("input", {
      type: "radio",
      name,
      checked: key === draft.angaben[blank.name],
      onchange: () => {
        draft.angaben[blank.name] = key;
        filled();
      },
    }),
  );
  return h(
    "fieldset",
    { class: "fk-field fk-blank" },
    h("legend", {}, blank.label),
    h("p", { class: "fk-hint" }, blank.hint),
    common.tiles(options, inputs),
  );
}

/**
 * A line of free text.
 * @param {"zustaendig" | "meldeweg"} entry
 * @param {string} label
 * @param {string} hint
 * @param {Draft} draft
 * @param {number} longest
 */
export function line(entry, label, hint, draft, longest) {
  const id = newId();
  const input = h("input", {
    type: "text",
    id,
    maxlength: longest,
    autocomplete: "off",
    value: draft[entry],
    "aria-describedby": `${id}-hint`,
    oninput: () => {
      draft[entry] = input.value;
    },
  });
  return h(
    "div",
    { class: "fk-field" },
    h("label", { for: id }, label),
    input,
    h("p", { class: "fk-hint", id: `${id}-hint` }, hint),
  );
}
