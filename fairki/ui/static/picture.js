/** The drawing grammar of all pictures: marks, and the numbers behind them. CONTRIBUTING says what each mark means. */
import * as common from "./common.js";
import * as twin from "./twin.js";

const { h } = common;

/** @typedef {"circle" | "square" | "triangle" | "drop" | "hexagon" | "diamond"} Shape */
/** @typedef {{ x: number, y: number }} Spot */

const sample = h("div");
sample.innerHTML = "<svg/>";
const SPACE = /** @type {"http://www.w3.org/2000/svg"} */ (sample.firstElementChild?.namespaceURI);

/**
 * Group by group, in the order of the groups; more groups begin again.
 * @type {Shape[]}
 */
const SHAPES = ["circle", "square", "triangle", "drop", "hexagon", "diamond"];

/** @param {number} group its place among the groups */
export const shapeOf = (group) => SHAPES[group % SHAPES.length];

/** @param {number} group its place among the groups */
export const colourOf = (group) => `fk-group-${group % SHAPES.length}`;

/**
 * An element of an SVG picture; strings become text.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function s(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * A picture of a size; screen readers get its text twin instead.
 * @param {number} width
 * @param {number} height
 * @param {...(Node | string)} children
 */
export const drawing = (width, height, ...children) =>
  s("svg", { class: "fk-picture", viewBox: `0 0 ${width} ${height}`, height, "aria-hidden": "true" }, ...children);

/**
 * The outline of a mark around 0,0; all shapes have about the same area.
 * @param {Shape} shape
 * @param {number} r
 */
export function outline(shape, r) {
  switch (shape) {
    case "square":
      return `M${-r * 0.88} ${-r * 0.88}H${r * 0.88}V${r * 0.88}H${-r * 0.88}Z`;
    case "triangle":
      return `M0 ${-r * 1.15}L${r * 1.12} ${r * 0.85}H${-r * 1.12}Z`;
    case "drop":
      return `M0 ${r * 1.15}L${r * 1.12} ${-r * 0.85}H${-r * 1.12}Z`;
    case "hexagon":
      return `M${-r * 1.1} 0L${-r * 0.55} ${-r * 0.95}H${r * 0.55}L${r * 1.1} 0L${r * 0.55} ${r * 0.95}H${-r * 0.55}Z`;
    case "diamond":
      return `M0 ${-r * 1.18}L${r * 1.18} 0L0 ${r * 1.18}L${-r * 1.18} 0Z`;
    default:
      return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
}

/**
 * One mark as a sign in a legend.
 * @param {Shape} shape
 * @param {string} look its classes
 */
export const sign = (shape, look) =>
  s(
    "svg",
    { class: "fk-sign", viewBox: "-9 -9 18 18", "aria-hidden": "true" },
    s("path", { class: `fk-mark ${look}`, d: outline(shape, 6) }),
  );

/** @param {...[sign: Node, words: string]} pairs */
export const legend = (...pairs) => h("ul", { class: "fk-legend" }, ...pairs.map(([mark, words]) => h("li", {}, mark, words)));

/**
 * The same numbers as a table. A closed one costs nothing: what `rows` gives is written when it is opened.
 * @param {string} title
 * @param {string[]} columns
 * @param {() => string[][]} rows
 */
export function numbers(title, columns, rows) {
  const node = h("details", { class: "fk-numbers" });
  const [summary, box] = twin.table({ columns, rows: [] }, title);
  node.append(summary, box);
  const write = () => {
    if (node.open) node.lastElementChild?.replaceWith(twin.table({ columns, rows: rows() }, title)[1]);
  };
  node.addEventListener("toggle", write);
  return { node, write };
}

/**
 * Writes only what differs: no layout without need.
 * @param {Node} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * @param {Element} node
 * @param {string} look its classes
 */
export function dress(node, look) {
  if (node.getAttribute("class") !== look) node.setAttribute("class", look);
}

/**
 * Calls back with the width of a box, at once and whenever it changes; the result ends that.
 * @param {Element} box
 * @param {(width: number) => void} call
 */
export function onWidth(box, call) {
  let last = 0;
  const watch = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (!width || width === last) return;
    last = width;
    call(width);
  });
  watch.observe(box);
  return () => watch.disconnect();
}
