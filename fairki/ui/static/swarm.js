/** A swarm of models along one line, the learner's own among them; one click tells two kinds apart. */
import * as common from "./common.js";
import * as mirror_places from "./mirror_places.js";
import * as picture from "./picture.js";

const { h, button, status } = common;
const { s } = picture;
const SLIM = 480; // px: below that, marks are smaller
const TOP = 46; // px for the learner's own mark and its number
const BETWEEN = 16; // px between two swarms
const OWN = 7;
const EDGE = 110; // px: so near to an end, the number stands beside the line

/** @typedef {{ headline: string, more: string, columns: string[], rows: string[][] }} View what is said before and after the click */
/** @typedef {{ name: string, values: number[] }} Kind */

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Kind[]} */
  const kinds = model.get("kinds");
  /** @type {View[]} */
  const views = model.get("views");
  if (!views.length) return undefined;
  /** @type {{ value: number, name: string, text: string }} */
  const own = model.get("own");
  /** @type {[low: string, even: string, high: string]} */
  const axis = model.get("axis");
  const most = Math.max(...[own.value, ...kinds.flatMap(({ values }) => values)].map((value) => Math.abs(value)));
  let open = false;

  const headline = h("p", { class: "fk-sentence-of" });
  const more = h("p", { class: "fk-hint fk-swarm-more" });
  const stage = h("div", { class: "fk-swarm-stage" });
  const split = button(
    "secondary",
    () => {
      open = !open;
      split.setAttribute("aria-pressed", String(open));
      place();
      tell();
      heard.textContent = `${headline.textContent} ${more.textContent}`;
    },
    { "aria-pressed": "false" },
    model.get("question"),
  );
  const mine = () => picture.sign("diamond", "fk-swarm-own");
  /** @param {number} kind */
  const look = (kind) => (kind ? "fk-swarm-full" : "fk-swarm-ring");
  const together = picture.legend([mine(), own.name], [picture.sign("circle", "fk-swarm-dot"), model.get("unsorted")]);
  const apart = picture.legend([mine(), own.name], ...kinds.map(({ name }, at) => /** @type {[Node, string]} */ ([picture.sign("circle", look(at)), name])));
  const twins = views.map(({ columns, rows }) => picture.numbers(model.get("label"), columns, () => rows).node);
  const heard = status();
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-swarm", "aria-label": model.get("label") },
      headline,
      more,
      stage,
      together,
      apart,
      h("div", { class: "fk-row" }, split),
      h("p", { class: "fk-hint" }, model.get("note")),
      ...twins,
      heard,
    ),
  );

  const dots = kinds.flatMap(({ values }, kind) => values.map((value) => ({ value, kind, node: s("circle") })));
  /** @type {picture.Spot[][]} */
  let places = [];

  /** @param {number} width */
  function build(width) {
    const r = width < SLIM ? 3.2 : 4.5;
    const step = 2 * r + 1;
    /** @param {number} value */
    const at = (value) => width / 2 + (value / most) * (width / 2 - 12);
    const swarms = kinds.map(({ values }) => mirror_places.swarm(values.map(at), step));
    const one = mirror_places.swarm(dots.map(({ value }) => at(value)), step);
    const deep = swarms.map((spots) => mirror_places.tallest(spots) * step + BETWEEN);
    const tall = Math.max(deep.reduce((sum, high) => sum + high, 0), mirror_places.tallest(one) * step + BETWEEN);
    const base = TOP + tall;
    /** @param {number} kind */
    const middle = (kind) => TOP + deep.slice(0, kind).reduce((sum, high) => sum + high, deep[kind] / 2);
    const apartSpots = swarms.flat();
    places = [false, true].map((split) =>
      dots.map(({ kind }, i) => {
        const { x, side } = split ? apartSpots[i] : one[i];
        return { x, y: (split ? middle(kind) : TOP + tall / 2) + side * step };
      }),
    );
    for (const { node } of dots) node.setAttribute("r", String(r));
    const room = at(own.value);
    const edge = room < EDGE ? "start" : room > width - EDGE ? "end" : "middle";
    stage.replaceChildren(
      picture.drawing(
        width,
        base + 26,
        s("line", { class: "fk-swarm-even", x1: width / 2, x2: width / 2, y1: TOP, y2: base }),
        s("line", { class: "fk-ground", x1: 0, x2: width, y1: base, y2: base }),
        s("text", { x: 0, y: base + 20 }, axis[0]),
        s("text", { x: width / 2, y: base + 20, "text-anchor": "middle" }, axis[1]),
        s("text", { x: width, y: base + 20, "text-anchor": "end" }, axis[2]),
        ...dots.map(({ node }) => node),
        s("line", { class: "fk-swarm-line", x1: room, x2: room, y1: 28 + OWN, y2: base }),
        s("path", { class: "fk-mark fk-swarm-own", d: picture.outline("diamond", OWN), transform: `translate(${room} 28)` }),
        s("text", { class: "fk-strong", x: room + { start: -OWN, middle: 0, end: OWN }[edge], y: 14, "text-anchor": edge }, own.text),
      ),
    );
    place();
  }

  /** One swarm, or one per kind below each other; marks change places by themselves, if somebody wants motion. */
  function place() {
    dots.forEach(({ node, kind }, i) => {
      const { x, y } = places[Number(open)][i];
      picture.dress(node, `fk-swarm-dot ${open ? look(kind) : ""}`);
      node.style.translate = `${x.toFixed(1)}px ${y.toFixed(1)}px`;
    });
  }

  function tell() {
    const view = views[Number(open)];
    picture.write(headline, view.headline);
    picture.write(more, view.more);
    together.hidden = open;
    apart.hidden = !open;
    twins.forEach((node, at) => (node.hidden = at !== Number(open)));
  }

  tell();
  const deaf = picture.onWidth(stage, build);
  return { stop: deaf };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["kinds", "views"], valid: () => false }),
};
