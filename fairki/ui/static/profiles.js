/** Steckbriefe: a card per system, and in it the same questions with their answers to choose from. */
import * as common from "./common.js";

const { h, newId, isObject } = common;

function draw(block) {
  const { model } = block;
  const questions = model.get("questions");
  const cards = model.get("systems").map((system, at) => newCard(system, at === 0));
  block.root.append(
    h("section", { class: "fk-profiles", "aria-label": model.get("label") }, ...cards.map(({ node }) => node)),
  );

  const answersOf = (system) => block.value?.[system.id] ?? {};

  function choose(system, question, at) {
    const answers = { ...answersOf(system) };
    if (at === "") delete answers[question.id];
    else answers[question.id] = question.options[at][0];
    const value = { ...block.value, [system.id]: answers };
    if (!Object.keys(answers).length) delete value[system.id];
    block.commit(Object.keys(value).length ? value : null);
  }

  function newCard(system, open) {
    const count = h("span", { class: "fk-count" });
    const fields = questions.map((question) => {
      const select = h(
        "select",
        { id: newId(), onchange: () => choose(system, question, select.value) },
        h("option", { value: "" }, "nicht bekannt"),
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
      count.textContent = `${Object.keys(answers).length} von ${questions.length} bekannt`;
    }
  }

  update();
  return { update };
}

export default {
  render: (view) =>
    common.run(view, {
      draw,
      traits: ["systems", "questions"],
      valid: (value) => isObject(value) && Object.values(value).every(isObject),
    }),
};
