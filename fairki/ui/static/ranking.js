/** A ranked list with its rules: each can be switched off, and places and reasons move. */
import * as common from "./common.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";
import * as ranking_texts from "../../web/texts/ranking_texts.js";

const { h, newId, status } = common;
const MOVE = 600; // ms until a line has changed its place

/** @typedef {{ name: string, group: number, yes: boolean }} Item */
/** @typedef {[item: number, points: number, reasons: [name: string, points: number][]]} Line */
/** @typedef {{ lines: Line[], top: number, headline: string, more: string, rows: string[][] }} Order */

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Item[]} */
  const items = model.get("items");
  /** @type {[id: string, name: string, gives: string][]} */
  const rules = model.get("rules");
  /** @type {string[]} */
  const groups = model.get("legend");
  /** @type {[yes: string, no: string]} */
  const truth = model.get("truth");
  const end = model.get("end");
  /** @returns {Order} */
  const order = () => model.get("ranking");
  /** @type {number[]} */
  let places = []; // the place that each item has
  let telling = 0;

  const boxes = rules.map(() => h("input", { type: "checkbox", onchange: commit }));
  const headline = h("p", { class: "fk-sentence-of" });
  const more = h("p", { class: "fk-ranks-more" });
  const lines = items.map(newLine);
  const id = newId();
  const list = h("ol", { class: "fk-ranks-list", role: "list", "aria-labelledby": id });
  const twin = picture.numbers(model.get("label"), model.get("columns"), () => order().rows);
  const heard = status();
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-ranks", "aria-label": model.get("label") },
      h(
        "fieldset",
        { class: "fk-field" },
        h("legend", {}, model.get("question")),
        common.tiles(rules, boxes),
      ),
      headline,
      more,
      h("p", { class: "fk-ranks-title", id }, model.get("label")),
      list,
      legend(),
      twin.node,
      heard,
    ),
  );

  function legend() {
    const shapes = groups.map((name, at) => /** @type {[Node, string]} */ ([picture.sign(picture.shapeOf(at), `fk-yes ${picture.colourOf(at)}`), name]));
    const { top, below, missed, vain } = ranking_texts.kinds;
    return picture.legend(
      ...shapes,
      [picture.sign("circle", `fk-yes ${picture.colourOf(4)}`), top],
      [picture.sign("circle", picture.colourOf(4)), below],
      [picture.sign("circle", "fk-wrong"), missed(truth[0])],
      [picture.sign("circle", "fk-wrong fk-yes"), vain(truth[1])],
    );
  }

  /** @param {Item} item */
  function newLine({ name, group, yes }) {
    const place = h("span", { class: "fk-ranks-place" });
    const mark = picture.sign(picture.shapeOf(group), "");
    const moved = h("span", { class: "fk-ranks-moved" });
    const points = h("span");
    const unit = h("span", { class: "fk-only-heard" });
    const reasons = h("span", { class: "fk-ranks-reasons" });
    const border = h("span", { class: "fk-ranks-end" });
    const node = h(
      "li",
      {},
      place,
      mark,
      h("span", { class: "fk-ranks-name" }, h("strong", {}, name), " ", h("span", { class: "fk-ranks-truth" }, truth[yes ? 0 : 1]), " ", moved),
      h("span", { class: "fk-ranks-points" }, points, " ", unit),
      reasons,
      border,
    );
    return { node, place, mark: /** @type {Element} */ (mark.firstElementChild), moved, points, unit, reasons, border };
  }

  function commit() {
    const off = rules.filter((_, at) => !boxes[at].checked).map(([rule]) => rule);
    block.commit(off.length ? off : null);
  }

  function update() {
    boxes.forEach((box, at) => (box.checked = !(block.value ?? []).includes(rules[at][0])));
  }

  /** Puts every line into its place; from where it stood, if it stood somewhere else. */
  function arrange() {
    const { lines: now, top } = order();
    const before = places;
    const from = before.length ? lines.map(({ node }) => node.getBoundingClientRect().top) : [];
    places = [];
    now.forEach(([item, points, reasons], at) => {
      const { node, place, mark, moved, points: sum, unit, reasons: why, border } = lines[item];
      const { group, yes } = items[item];
      const high = at < top;
      places[item] = at;
      picture.write(place, ranking_texts.place(at + 1));
      picture.dress(mark, `fk-mark ${picture.colourOf(group)}${high ? " fk-yes" : ""}${high === yes ? "" : " fk-wrong"}`);
      picture.write(moved, before.length ? ranking_texts.moved(before[item] - at) : "");
      picture.write(sum, String(points));
      picture.write(unit, ranking_texts.points(points));
      picture.write(why, reasons.length ? ranking_texts.reasons(reasons) : ranking_texts.none);
      node.classList.toggle("fk-ranks-last", at === top - 1);
      picture.write(border, at === top - 1 ? end : "");
    });
    list.append(...now.map(([item]) => lines[item].node));
    twin.write();
    if (!before.length) return tell();
    fly(from);
    clearTimeout(telling);
    telling = window.setTimeout(() => tell(true), motion.calm.matches ? 0 : MOVE);
  }

  /** @param {number[]} from where each line stood, in px */
  function fly(from) {
    if (motion.calm.matches) return;
    lines.forEach(({ node }, item) => {
      const way = from[item] - node.getBoundingClientRect().top;
      if (way) node.animate([{ translate: `0 ${way}px` }, { translate: "0 0" }], { duration: MOVE, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" });
    });
  }

  /** @param {boolean} loud whether somebody just switched a rule */
  function tell(loud = false) {
    picture.write(headline, order().headline);
    picture.write(more, order().more);
    if (loud) heard.textContent = `${order().headline} ${order().more}`;
  }

  update();
  if (order().lines) arrange();
  model.on("change:ranking", arrange);
  return {
    update,
    stop() {
      model.off("change:ranking", arrange);
      clearTimeout(telling);
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    /** @param {unknown} rule */
    const known = (rule) => view.model.get("rules").some((/** @type {[string]} */ [id]) => id === rule);
    return common.run(view, {
      draw,
      traits: ["rules", "items"],
      valid: (value) => Array.isArray(value) && value.every(known),
    });
  },
};
