/** Question, the learner's guess, then the answer. */
import * as common from "./common.js";
import * as leave from "./leave.js";
import * as guess_texts from "../../web/texts/guess_texts.js";

const { h, button, newId, german, isNumber } = common;

const READ_OUT = 3000; // ms in which an answer is taken up to be read out

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const words = model.get("decision") ? guess_texts.decision : guess_texts.guess;
  const input = model.get("kind") === "number" ? newScale(model, touched) : newOptions(model, touched);
  const hint = h("p", { class: "fk-hint", role: "status" });
  const press = button("primary", reveal, {}, model.get("button"));
  const mine = h("p", { class: "fk-mine" });
  const left = leave.offer(block);
  const pause = h("p", {});
  const text = h("div", { class: "fk-prose" });
  const tables = common.tablesIn(text);
  let shown = "";
  const answer = h("div", { class: "fk-answer", hidden: true }, mine, pause, text);
  block.root.append(
    h(
      "fieldset",
      { class: "fk-panel fk-guess" },
      h("legend", {}, model.get("question")),
      input.node,
      h("div", { class: "fk-row" }, press, left.node),
      hint,
      answer,
    ),
  );

  function touched() {
    hint.textContent = "";
  }

  function reveal() {
    const value = input.read();
    if (value === null) {
      hint.textContent = words.first;
      return;
    }
    hint.textContent = "";
    text.setAttribute("role", "status"); // an answer that only comes back is not read out
    block.commit(value);
    update();
  }

  function update() {
    const { value } = block;
    input.write(value);
    press.textContent = value === null ? model.get("button") : words.again;
    press.className = `fk-button ${value === null ? "fk-primary" : "fk-secondary"}`;
    answer.hidden = value === null;
    if (value === null) return;
    const verdict = model.get("verdict");
    answer.dataset.verdict = verdict;
    mine.textContent = guess_texts.judged(words.mine, input.show(value), verdict);
    const html = model.get("answer");
    pause.textContent = html ? "" : guess_texts.wait;
    pause.hidden = Boolean(html);
    if (html === shown) return; // it would be read out once more
    shown = html;
    setTimeout(() => text.removeAttribute("role"), READ_OUT); // what changes it later is elsewhere on the page
    text.innerHTML = html; // only our own Python writes the answer; see the class Guess
    tables.look();
  }

  update();
  model.on("change:answer", update);
  model.on("change:verdict", update);
  return {
    update,
    stop() {
      left.stop();
      tables.stop();
      model.off("change:answer", update);
      model.off("change:verdict", update);
    },
  };
}

/**
 * What a guess is made with: its value, or null as long as there is none, and how that is shown.
 * @typedef {{ node: HTMLElement, read: () => any, write: (value: any) => void, show: (value: any) => string }} Input
 */

/**
 * A slider that counts as untouched until somebody moves or clicks it.
 * @param {import("./common.js").Face} model
 * @param {() => void} touched
 * @returns {Input}
 */
function newScale(model, touched) {
  const [low, high, step, unit] = ["low", "high", "step", "unit"].map((name) => model.get(name));
  const output = h("span", { class: "fk-value", "aria-hidden": "true" }); // aria-valuetext says the same
  const range = h("input", {
    type: "range",
    min: low,
    max: high,
    step,
    value: (low + high) / 2,
    "aria-label": model.get("question"),
    "aria-valuetext": guess_texts.none,
    oninput: take,
    onclick: take,
  });
  /** @type {number | null} */
  let chosen = null;

  function take() {
    touched();
    mark(Number(range.value));
  }

  /** @param {number | null} value */
  function mark(value) {
    chosen = value;
    output.textContent = value === null ? "?" : german(value, step, unit);
    range.setAttribute("aria-valuetext", value === null ? guess_texts.none : output.textContent);
  }

  return {
    node: h(
      "div",
      { class: "fk-scale" },
      output,
      range,
      h(
        "div",
        { class: "fk-ends", "aria-hidden": "true" },
        h("span", {}, german(low, step, unit)),
        h("span", {}, german(high, step, unit)),
      ),
    ),
    read: () => chosen,
    write(value) {
      range.value = value ?? (low + high) / 2;
      mark(value);
    },
    show: (value) => german(value, step, unit),
  };
}

/**
 * @param {import("./common.js").Face} model
 * @param {() => void} touched
 * @returns {Input}
 */
function newOptions(model, touched) {
  /** @type {[key: string, label: string, hint?: string][]} */
  const options = model.get("options");
  const name = newId();
  const inputs = options.map((_, at) => h("input", { type: "radio", name, value: at, onchange: touched }));
  return {
    node: common.tiles(options, inputs),
    read: () => options[inputs.findIndex((input) => input.checked)]?.[0] ?? null,
    write: (value) => inputs.forEach((input, at) => (input.checked = options[at][0] === value)),
    show: (value) => options.find(([candidate]) => candidate === value)?.[1] ?? "",
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const { model } = view;
    return common.run(view, {
      draw,
      traits: ["question", "kind", "unit", "low", "high", "step", "options", "button", "decision"],
      valid: (value) =>
        model.get("kind") === "number"
          ? isNumber(value) && value >= model.get("low") && value <= model.get("high")
          : model.get("options").some((/** @type {[string]} */ [candidate]) => candidate === value),
    });
  },
};
