/** A second opinion beside one's own; it shows itself only to who has decided. */
import * as elements from "../../../../../fairki/web/elements.js";
import * as marking_texts from "../texts/marking_texts.js";

const { h, button } = elements;
const texts = marking_texts.second;

/** @typedef {import("./marking_net.js").Answer} Answer */

/** Whether two people gave an answer different points. @param {Answer} answer */
export const differs = ({ decision, second }) => decision.points !== null && second !== null && decision.points !== second.points;

/**
 * @param {Answer} answer
 * @param {import("./marking_net.js").Question} question
 * @param {(change: { points: number, criteria: string[] }) => void} take
 * @returns {Node[]}
 */
export function beside(answer, question, take) {
  const { decision, second } = answer;
  if (!second) return [];
  if (decision.points === null) return [h("p", { class: "marking-second" }, texts.waits)];
  const different = differs(answer);
  const word = (/** @type {boolean} */ met) => (met ? texts.yes : texts.no);
  const rows = [
    [marking_texts.card.points, marking_texts.number(decision.points), marking_texts.number(second.points)],
    ...question.criteria.map(({ name }) => [name, word(decision.criteria.includes(name)), word(second.criteria.includes(name))]),
  ];
  const table = h(
    "table",
    {},
    h("thead", {}, h("tr", {}, ...[texts.criterion, texts.you, texts.other].map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, ...rows.map(([name, own, other]) => h("tr", own === other ? {} : { class: "marking-differs" }, h("th", { scope: "row" }, name), h("td", {}, own), h("td", {}, other)))),
  );
  const comment = second.comment ? h("blockquote", {}, second.comment) : null;
  const use = different ? button("secondary", () => take({ points: second.points, criteria: second.criteria }), {}, texts.take) : null;
  const head = h("p", {}, h("strong", {}, different ? texts.different : texts.same));
  return [h("div", { class: "marking-second" }, head, table, comment, use)];
}
