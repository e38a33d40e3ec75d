/** The role table: a card per task, and in it the roles to choose from for each duty. */
import * as common from "./common.js";
import * as role_table_texts from "../../web/texts/role_table_texts.js";

const { h, icon, isObject } = common;

/** @typedef {[id: string, text: string]} Named a duty with its question, or a role with its title */
/** @typedef {[task: string, name: string, about: string]} Task */
/** @typedef {[kind: string, name: string, why: string]} Remark */
/** @typedef {{ box: HTMLInputElement, duty: string, role: string }} Pill */

/** @type {Record<string, [answer: string, sign: string]>} */
const SIGNS = { luecke: ["offen", "?"], doppelt: ["nein", "✗"], selbst: ["nein", "✗"] };

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Named[]} */
  const duties = model.get("duties");
  /** @type {Named[]} */
  const roles = model.get("roles");
  /** @type {Task[]} */
  const tasks = model.get("tasks");
  const cards = tasks.map((task, at) => newCard(task, at === 0));
  block.root.append(h("section", { "aria-label": model.get("label") }, ...cards.map(({ node }) => node)));

  /** @type {(task: string, duty: string) => string[]} */
  const chosen = (task, duty) => block.value?.[task]?.[duty] ?? [];

  /**
   * @param {string} task
   * @param {string} duty
   * @param {string} role
   * @param {boolean} on
   */
  function choose(task, duty, role, on) {
    const held = roles.map(([id]) => id).filter((id) => (id === role ? on : chosen(task, duty).includes(id)));
    const ofTask = { ...block.value?.[task], [duty]: held };
    if (!held.length) delete ofTask[duty];
    const value = { ...block.value, [task]: ofTask };
    if (!Object.keys(ofTask).length) delete value[task];
    block.commit(Object.keys(value).length ? value : null);
  }

  /**
   * @param {Task} task
   * @param {boolean} open
   */
  function newCard([task, name, about], open) {
    const marks = h("span", { class: "fk-counts" });
    const reasons = h("ul", { class: "fk-reasons", "aria-live": "polite" });
    /** @type {Pill[]} */
    const boxes = [];
    const groups = duties.map(([duty, question]) =>
      h(
        "fieldset",
        { class: "fk-field fk-duty" },
        h("legend", {}, question),
        h("div", { class: "fk-pills" }, ...roles.map(([role, title]) => pill(task, duty, role, title, boxes))),
      ),
    );
    const node = h(
      "details",
      { class: "fk-system", open },
      h("summary", {}, h("span", { class: "fk-system-name" }, name), marks),
      h("p", { class: "fk-hint" }, about),
      ...groups,
      reasons,
    );
    return { task, node, marks, reasons, boxes };
  }

  /**
   * @param {string} task
   * @param {string} duty
   * @param {string} role
   * @param {string} title
   * @param {Pill[]} boxes
   */
  function pill(task, duty, role, title, boxes) {
    const box = h("input", { type: "checkbox", onchange: () => choose(task, duty, role, box.checked) });
    boxes.push({ box, duty, role });
    return h("label", { class: "fk-pill" }, box, title);
  }

  function update() {
    for (const { task, boxes } of cards) {
      for (const { box, duty, role } of boxes) box.checked = chosen(task, duty).includes(role);
    }
  }

  function remark() {
    for (const { task, marks, reasons } of cards) {
      /** @type {Remark[]} */
      const remarks = model.get("remarks")[task] ?? [];
      marks.replaceChildren(...summary(remarks));
      reasons.replaceChildren(
        ...remarks.map(([kind, name, why]) =>
          h("li", { "data-answer": SIGNS[kind][0] }, h("strong", {}, icon(SIGNS[kind][1]), ` ${name}`), h("p", {}, why)),
        ),
      );
    }
  }

  update();
  remark();
  model.on("change:remarks", remark);
  return { update, stop: () => model.off("change:remarks", remark) };
}

/**
 * What is not clear about a task in a few words: each kind once, with its count if there are several.
 * @param {Remark[]} remarks
 */
function summary(remarks) {
  if (!remarks.length) return [mark("ja", "✓", role_table_texts.clear)];
  const names = new Map(remarks.map(([kind, name]) => [kind, name]));
  return [...names].map(([kind, name]) => {
    const count = remarks.filter(([other]) => other === kind).length;
    const text = kind === "luecke" && count > 1 ? role_table_texts.gaps(count) : name;
    return mark(...SIGNS[kind], text);
  });
}

/** @type {(answer: string, sign: string, text: string) => HTMLElement} */
const mark = (answer, sign, text) => h("span", { class: "fk-mark", "data-answer": answer }, icon(sign), ` ${text}`);

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, {
      draw,
      traits: ["tasks", "duties", "roles"],
      valid: (value) => isObject(value) && Object.values(value).every(isObject),
    }),
};
