/** The text twin of a picture: its numbers as a table, closed until somebody asks. */
import * as elements from "../../web/elements.js";
import * as chart_texts from "../../web/texts/chart_texts.js";
import * as common_texts from "../../web/texts/common_texts.js";

const { h } = elements;

/**
 * The numbers as a table: first column names the row; columns of numbers stand to the right.
 * @param {{ columns?: string[], rows: string[][] }} table
 * @param {string} title
 */
export function table({ columns, rows }, title) {
  if (!columns?.length) return [];
  const counted = (/** @type {string} */ cell) => /^[\d\u2212+-]/.test(cell);
  const numeric = columns.map((_, at) => at > 0 && 2 * rows.filter((row) => counted(row[at])).length >= rows.length);
  /** @param {number} at */
  const style = (at) => (numeric[at] ? "fk-number" : null);
  const told = (/** @type {string} */ cell, /** @type {number} */ at) => (numeric[at] && !counted(cell) ? "fk-number fk-words" : style(at));
  const head = columns.map((name, at) => h("th", { scope: "col", class: style(at) }, name));
  const body = rows.map(([first, ...others]) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, first),
      ...others.map((cell, at) => h("td", { class: told(cell, at + 1) }, cell)),
    ),
  );
  return [
    h("summary", {}, chart_texts.numbers),
    h(
      "div",
      { class: "fk-table", tabindex: "0", role: "region", "aria-label": common_texts.table(title) },
      h(
        "table",
        {},
        h("caption", { class: "fk-only-heard" }, title),
        h("thead", {}, h("tr", {}, ...head)),
        h("tbody", {}, ...body),
      ),
    ),
  ];
}
