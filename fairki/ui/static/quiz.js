/** Self-check: one question at a time; each option explains why it is right or not. */
import * as common from "./common.js";
import * as leave from "./leave.js";
import * as one_by_one from "./one_by_one.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as leave_texts from "../../web/texts/leave_texts.js";
import * as one_by_one_texts from "../../web/texts/one_by_one_texts.js";
import * as quiz_texts from "../../web/texts/quiz_texts.js";

const { h, button, icon, newId, isObject } = common;

/** @typedef {{ text: string, right: boolean, why: string }} Option */
/** @typedef {{ id: string, text: string, options: Option[] }} Question */

/** @param {import("./common.js").Block} block */
function draw(block) {
  /** @type {Question[]} */
  const questions = block.model.get("questions");
  const parts = questions.map((question, index) => drawQuestion(block, question, index, questions.length, () => turns.stay()));
  const turns = one_by_one.oneByOne(parts.map((part) => part.node), stateOf);
  const label = block.model.get("label");
  const left = leave.offer(block, leave_texts.rest);
  block.root.append(
    h(
      "section",
      { class: "fk-quiz", "aria-label": label || quiz_texts.label },
      turns.overview,
      ...parts.map((part) => part.node),
      turns.ways,
      left.node,
    ),
  );

  /** @param {number} at */
  function stateOf(at) {
    const { id, options } = questions[at];
    const chosen = options[block.value?.[id]];
    if (!chosen) return { sign: "", word: one_by_one_texts.open, done: false };
    return chosen.right ? { sign: "✓", word: quiz_texts.isRight, done: true } : { sign: "✗", word: quiz_texts.isNotYet, done: true };
  }

  function update() {
    parts.forEach((part) => part.update());
    turns.update();
  }

  return { update, stop: left.stop };
}

/**
 * @param {import("./common.js").Block} block
 * @param {Question} question
 * @param {number} index
 * @param {number} total
 * @param {() => void} answered called before an answer is given
 */
function drawQuestion(block, question, index, total, answered) {
  const name = newId();
  const inputs = question.options.map((_, at) =>
    h("input", { type: "radio", name, value: at, id: `${name}-${at}`, onchange: () => show(null) }),
  );
  const whys = question.options.map((option) =>
    h("div", { class: "fk-why", hidden: true }, ...verdict(option, quiz_texts.wrong)),
  );
  const rows = question.options.map((option, at) =>
    h(
      "div",
      { class: "fk-option" },
      h("label", { for: inputs[at].id }, inputs[at], h("span", {}, option.text)),
      whys[at],
    ),
  );
  const answer = h("div", { class: "fk-feedback", role: "status" });
  const check = button(
    "primary",
    () => {
      const chosen = inputs.findIndex((input) => input.checked);
      if (chosen < 0) {
        answer.replaceChildren(quiz_texts.first);
        answer.dataset.state = "hint";
        return;
      }
      answered();
      block.commit({ ...block.value, [question.id]: chosen });
      show(chosen);
    },
    {},
    common_texts.check,
  );
  const all = button(
    "quiet",
    () => {
      const showing = all.getAttribute("aria-expanded") === "true";
      explain(!showing);
    },
    { "aria-expanded": "false", hidden: true },
  );
  const node = h(
    "fieldset",
    { class: "fk-panel fk-question" },
    h("legend", {}, h("span", { class: "fk-count" }, quiz_texts.place(index + 1, total)), " ", question.text),
    ...rows,
    h("div", { class: "fk-row" }, check, all),
    answer,
  );

  /**
   * @param {Option} option
   * @param {string} otherwise
   */
  function verdict(option, otherwise) {
    const className = option.right ? "fk-right" : "fk-not-yet";
    const word = option.right ? quiz_texts.right : otherwise;
    return [h("strong", { class: className }, icon(option.right ? "✓" : "✗"), ` ${word} `), option.why];
  }

  /** @param {boolean} open */
  function explain(open) {
    whys.forEach((why) => (why.hidden = !open));
    answer.hidden = open; // it would say the same thing twice
    all.setAttribute("aria-expanded", String(open));
    all.textContent = open ? quiz_texts.fold : quiz_texts.unfold;
  }

  /** @param {number | null} chosen */
  function show(chosen) {
    explain(false);
    all.hidden = chosen === null;
    if (chosen === null) {
      answer.replaceChildren();
      delete answer.dataset.state;
      return;
    }
    const option = question.options[chosen];
    answer.dataset.state = option.right ? "right" : "not-yet";
    answer.replaceChildren(...verdict(option, quiz_texts.notYet));
  }

  /** @type {number | null | undefined} */
  let shown = undefined;
  function update() {
    const chosen = block.value?.[question.id] ?? null;
    if (chosen === shown) return;
    shown = chosen;
    inputs.forEach((input, at) => (input.checked = at === chosen));
    show(chosen);
  }

  update();
  return { node, update };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    /** @returns {Question[]} */
    const questions = () => view.model.get("questions");
    return common.run(view, {
      draw,
      traits: ["questions"],
      valid: (value) =>
        isObject(value) &&
        Object.entries(value).every(([id, index]) => {
          const question = questions().find((candidate) => candidate.id === id);
          return question && Number.isInteger(index) && index >= 0 && index < question.options.length;
        }),
    });
  },
};
