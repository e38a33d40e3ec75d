/** Steckbriefe: a card per system, and in it the same questions with their answers to choose from. */
import * as common from "./common.js";
import * as profiles_texts from "../../web/texts/profiles_texts.js";

const { h, newId, isObject } = common;

/** @typedef {{ id: string, name: string, text: string, note: string }} System */
/** @typedef {{ id: string, label: string, options: [value: string, label: string][] }} Question */

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Question[]} */
  const questions = model.get("questions");
  /** @type {System[]} */
  const systems = model.get("systems");
  const cards = systems.map((system, at) => newCard(system, at === 0));
  block.root.append(
    h("section", { class: "fk-profiles", "aria-label": model.get("label") }, ...cards.map(({ node }) => node)),
  );

  /**
   * @param {System} system
   * @returns {Record<string, string>}
   */
  const answersOf = (system) => block.value?.[system.id] ?? {};

  /**
   * @param {System} system
   * @param {Question} question
   * @param {string} at
   */
  function choose(system, question, at) {
    const answers = { ...answersOf(system) };
    if (at === "") delete answers[question.id];
    else answers[question.id] = question.options[Number(at)][0];
    /** @type {Record<string, unknown>} */
    const value = { ...block.value, [system.id]: answers };
    if (!Object.keys(answers).length) delete value[system.id];
    block.commit(Object.keys(value).length ? value : null);
  }

  /**
   * @param {System} system
   * @param {boolean} open
   */
  function newCard(system, open) {
    const count = h("span", { class: "fk-count" });
    const fields = questions.map((question) => {
      const select = h(
        "select",
        { id: newId(), onchange: () => choose(system, question, select.value) },
        h("option", { value: "" }, profiles_texts.unknown),
        ...question.options.map(([, label], at) => h("option", { value: at }, label)),
      );
      const node = h("div", { class: "fk-field fk-pick" }, h("label", { for: select.id }, question.label), select);
      return { question, select, node };
    });
    const node = h(
      "details",
      { class: "fk-system", open },
      h("summary", {}, h("span", { class: "fk-system-name" }, system.name), count),
      h("p", {}, system.text),
      system.note ? h("p", { class: "fk-hint" }, system.note) : null,
      h("div", { class: "fk-profile" }, ...fields.map((field) => field.node)),
    );
    return { system, node, count, fields };
  }

  function update() {
    for (const { system, count, fields } of cards) {
      const answers = answersOf(system);
      for (const { question, select } of fields) {
        const at = question.options.findIndex(([value]) => value === answers[question.id]);
        select.value = at < 0 ? "" : String(at);
      }
      count.textContent = profiles_texts.count(Object.keys(answers).length, questions.length);
    }
  }

  update();
  return { update };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, {
      draw,
      traits: ["systems", "questions"],
      valid: (value) => isObject(value) && Object.values(value).every(isObject),
    }),
};
