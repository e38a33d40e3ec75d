/** Anchoring a Kodex: each rule with the person who answers for it and the place where a breach is reported. */
import * as common from "./common.js";
import * as typing from "./typing.js";
import * as anchors_texts from "../../web/texts/anchors_texts.js";

const { h, icon, newId, isObject } = common;
/** @typedef {import("./kodex_list.js").Rule} Rule */
/** @typedef {{ name: "zustaendig" | "meldeweg", input: HTMLInputElement, node: HTMLElement }} Field */
/** @typedef {{ node: HTMLElement, fold: HTMLDetailsElement, mark: HTMLElement, inputs: Field[] }} Row */

/** @type {[name: "zustaendig" | "meldeweg", trait: string][]} */
const FIELDS = [
  ["zustaendig", "people"],
  ["meldeweg", "places"],
];

/** @param {Rule} rule */
const isAnchored = (rule) => FIELDS.every(([name]) => rule[name]);

/**
 * Pattern and blanks of a rule as a text: equal for the same rule, whatever order they come in.
 * @param {string} pattern
 * @param {Record<string, unknown>} blanks
 */
const named = (pattern, blanks) => JSON.stringify([pattern, Object.entries(blanks ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))]);

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const lists = FIELDS.map(([, trait]) =>
    h("datalist", { id: newId() }, ...model.get(trait).map((/** @type {string} */ text) => h("option", { value: text }))),
  );
  const count = h("p", { class: "fk-totals", role: "status" });
  const list = h("ol", { class: "fk-anchors" });
  /** @type {Row[]} */
  let rows = [];
  /** @type {string[]} which rules the rows are about */
  let shown = [];
  const keeping = typing.kept(send);
  block.root.append(h("section", { "aria-label": model.get("label") }, count, list, ...lists));

  /** @returns {{ regeln: Rule[] }} */
  const kodex = () => (block.value?.regeln.length ? block.value : model.get("example"));

  /** Whether the rows are about the rules of now: Python writes their sentences, and may not have answered yet. */
  const fits = () => common.same(shown, kodex().regeln.map(({ muster, angaben }) => named(muster, angaben)));

  function write() {
    keeping.now(); // what is being typed belongs to the rules that are shown now
    /** @type {string[]} */
    const sentences = model.get("sentences");
    const made = sentences.map(newRow);
    rows = []; // a field that leaves the page while somebody types says so; it is not about the new rows
    list.replaceChildren(...made.map(({ node }) => node));
    rows = made;
    shown = model.get("about").map((/** @type {[string, Record<string, unknown>]} */ one) => named(...one));
    update();
    const next = kodex().regeln.findIndex((rule) => !isAnchored(rule));
    if (rows[next]) rows[next].fold.open = true;
  }

  /**
   * @param {string} sentence
   * @param {number} at
   * @returns {Row}
   */
  function newRow(sentence, at) {
    const mark = h("span", { class: "fk-mark" });
    const inputs = FIELDS.map(([name], field) => {
      const id = newId();
      const input = h("input", {
        type: "text",
        id,
        list: lists[field].id,
        autocomplete: "off",
        maxlength: model.get("longest"),
        oninput: keeping.soon,
        onchange: keeping.now,
      });
      return { name, input, node: h("div", { class: "fk-field" }, h("label", { for: id }, anchors_texts.fields[name]), input) };
    });
    const fields = h("div", { class: "fk-anchor-fields", role: "group", "aria-label": sentence }, ...inputs.map((one) => one.node));
    const fold = h("details", {}, h("summary", {}, `${at + 1}. ${sentence} `, mark), fields);
    return { node: h("li", {}, fold), fold, mark, inputs };
  }

  function send() {
    if (changed()) block.commit({ ...kodex(), ...block.value, regeln: entries() });
  }

  /** The rules as they are kept, with what the fields say now. */
  function entries() {
    return kodex().regeln.map((rule, at) => {
      const answered = { ...rule, ...typed(rows[at]) };
      if (!common.same(answered, rule)) delete answered.vorlage; // what somebody answers for is no mere example
      return answered;
    });
  }

  /** @param {Row} row */
  const typed = ({ inputs }) =>
    Object.fromEntries(inputs.map(({ name, input }) => [name, input.value.trim().replace(/\s+/g, " ")]));

  const changed = () => fits() && !common.same(entries(), kodex().regeln);

  function update() {
    const rules = kodex().regeln;
    list.inert = !fits(); // the sentences of a new Kodex are on their way
    if (list.inert) return;
    rows.forEach(({ mark, inputs }, at) => {
      const anchored = isAnchored(rules[at]);
      mark.dataset.answer = anchored ? "ja" : "offen";
      mark.replaceChildren(icon(anchored ? "✓" : "?"), ` ${anchored ? anchors_texts.anchored : anchors_texts.open}`);
      for (const { name, input } of inputs) {
        if (!keeping.waits() && input.value.trim() !== (rules[at][name] ?? "")) input.value = rules[at][name] ?? "";
      }
    });
    const done = rules.filter(isAnchored).length;
    const told = anchors_texts.count(done, rules.length);
    if (count.textContent !== told) count.textContent = told;
  }

  write();
  model.on("change:sentences", write);
  return {
    update,
    stop() {
      keeping.stop();
      model.off("change:sentences", write);
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, { draw, traits: ["example"], valid: (value) => isObject(value) && Array.isArray(value.regeln) }),
};
