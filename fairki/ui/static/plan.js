/** Commitments to write down: a few lines and a day for each. */
import * as common from "./common.js";
import * as typing from "./typing.js";
import * as plan_texts from "../../web/texts/plan_texts.js";

const { h, newId, isObject } = common;

/** @typedef {{ field: string, area: HTMLTextAreaElement, node: HTMLElement }} Line */
/** @typedef {{ lines: Line[], day: HTMLInputElement, message: HTMLElement, node?: HTMLElement }} Row */

/** @param {Date} date */
const asDay = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {[field: string, label: string, hint: string][]} */
  const fields = model.get("fields");
  /** @type {string[]} */
  const names = model.get("rows");
  const [first, last] = model.get("days");
  const typed = typing.kept(send);

  const rows = names.map((name, at) => {
    const lines = fields.map(([field, label, hint]) => {
      const id = newId();
      const area = h("textarea", {
        id,
        rows: 2,
        maxlength: model.get("longest"),
        "aria-describedby": `${id}-hint`,
        oninput: typed.soon,
        onchange: typed.now,
      });
      const shown = h("p", { class: "fk-hint", id: `${id}-hint` }, hint);
      return { field, area, node: h("div", { class: "fk-line" }, h("label", { for: id }, label), shown, area) };
    });
    const id = newId();
    const message = h("p", { class: "fk-day-message", id: `${id}-message`, role: "status" });
    const day = h("input", {
      type: "date",
      id,
      min: first,
      max: last,
      "aria-describedby": message.id,
      onchange: typed.now,
      onblur: () => say(row),
    });
    const dayNode = h("div", { class: "fk-line" }, h("label", { for: id }, model.get("day")), day, message);
    const [what, who, ...others] = lines.map((line) => line.node);
    const row = { lines, day, message };
    const parts = [what, who, dayNode, ...others].filter(Boolean);
    const legend = h("legend", { class: at ? "fk-only-heard" : null }, name);
    const box = h("fieldset", { class: "fk-panel fk-commitment" }, legend, ...parts);
    // one commitment is enough; the others wait behind their names
    const node = at ? h("details", { class: "fk-optional" }, h("summary", {}, name), box) : box;
    return { ...row, node };
  });
  block.root.append(
    h("div", { class: "fk-plan", role: "group", "aria-label": model.get("label") }, ...rows.map((row) => row.node)),
  );

  /** @param {Row} row */
  function read(row) {
    /** @type {Record<string, string>} */
    const entry = {};
    for (const { field, area } of row.lines) if (area.value.trim()) entry[field] = area.value;
    if (row.day.value && row.day.validity.valid) entry.bis = row.day.value;
    return entry;
  }

  /** @param {Row} row */
  function problem({ day }) {
    if (day.validity.badInput) return plan_texts.noDay;
    if (!day.value) return "";
    if (!day.validity.valid) return plan_texts.years(first.slice(0, 4), last.slice(0, 4));
    return day.value < asDay(new Date()) ? plan_texts.over : "";
  }

  /** @param {Row} row */
  function say(row) {
    const text = problem(row);
    if (row.message.textContent !== text) row.message.textContent = text;
    if (row.day.validity.valid) row.day.removeAttribute("aria-invalid");
    else row.day.setAttribute("aria-invalid", "true");
  }

  function send() {
    rows.forEach(say);
    const value = rows.map(read);
    block.commit(value.some((entry) => Object.keys(entry).length) ? value : null);
  }

  function update() {
    if (typed.waits()) return; // whoever types knows better than an older value
    rows.forEach((row, at) => {
      const entry = block.value?.[at] ?? {};
      if (common.same(entry, read(row))) return;
      for (const { field, area } of row.lines) area.value = entry[field] ?? "";
      row.day.value = entry.bis ?? "";
      say(row);
      if (at) row.node.setAttribute("open", "");
    });
  }

  update();
  return { update, stop: typed.stop };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, {
      draw,
      traits: ["rows", "fields", "day"],
      valid: (value) => Array.isArray(value) && value.every(isObject),
    }),
};
