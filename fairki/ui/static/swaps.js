/** People who change sides of a line: those who are invited now rise, those who no longer are fall. */
import * as common from "./common.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";
import * as swaps_texts from "../../web/texts/swaps_texts.js";

const { h, status } = common;
const { s } = picture;
const SLIM = 480; // px: below that, marks are smaller
const CROSS = 760; // ms until one mark is on the other side
const LATE = 5; // ms between two marks
const BETWEEN = 16; // px between the line and the first row on either side

/** @typedef {[right: number, wrong: number]} Counts */
/** @typedef {{ node: SVGElement, x: number, from: number, to: number, look: string }} Person */

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {string[]} */
  const groups = model.get("groups");
  /** @type {Record<"come" | "go", Counts[]>} */
  const sides = { come: model.get("come"), go: model.get("go") };
  if (!groups.length) return undefined;
  const counted = (/** @type {Counts[]} */ side) => side.reduce((sum, [right, wrong]) => sum + right + wrong, 0);
  const wrong = (/** @type {Counts[]} */ side) => side.some((counts) => counts[1] > 0);
  let fresh = Boolean(navigator.userActivation?.isActive); // somebody has just asked for it; what was kept does not move
  /** @type {(() => void) | null} */
  let ending = null;

  const headline = h("p", { class: "fk-sentence-of" }, model.get("headline"));
  const more = h("p", { class: "fk-hint" }, model.get("more"));
  const stage = h("div", { class: "fk-swaps-stage" });
  const heard = status();
  const { columns, rows } = model.get("table");
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-swaps", "aria-label": model.get("label") },
      headline,
      more,
      stage,
      legend(),
      picture.numbers(model.get("label"), columns, () => rows).node,
      heard,
    ),
  );

  function legend() {
    const { yes, no, wronglyIn, wronglyOut } = swaps_texts.kinds;
    const there = groups.flatMap((name, at) => (sides.come[at].some(Boolean) || sides.go[at].some(Boolean) ? [{ name, at }] : []));
    /** @type {[Node, string][]} */
    const pairs = [
      ...there.map(({ name, at }) => /** @type {[Node, string]} */ ([picture.sign(picture.shapeOf(at), `fk-yes ${picture.colourOf(at)}`), name])),
      [picture.sign("circle", `fk-yes ${picture.colourOf(4)}`), yes],
      [picture.sign("circle", picture.colourOf(4)), no],
      ...(wrong(sides.come) ? /** @type {[Node, string][]} */ ([[picture.sign("circle", "fk-yes fk-wrong"), wronglyIn]]) : []),
      ...(wrong(sides.go) ? /** @type {[Node, string][]} */ ([[picture.sign("circle", "fk-wrong"), wronglyOut]]) : []),
    ];
    return picture.legend(...pairs);
  }

  /** @param {number} width */
  function build(width) {
    ending?.();
    const pitch = width < SLIM ? 12.5 : 15;
    const wide = Math.max(1, Math.floor(width / pitch));
    const deep = (/** @type {Counts[]} */ side) => Math.max(1, Math.ceil(counted(side) / wide)) * pitch;
    const [up, down] = [deep(sides.come), deep(sides.go)];
    const line = 26 + up + BETWEEN;
    const people = Object.entries(sides).flatMap(([name, side]) => {
      const rises = name === "come";
      const everybody = side.flatMap((counts, group) => counts.flatMap((n, at) => Array.from({ length: n }, () => ({ group, wrong: at === 1 }))));
      return everybody.map((one, i) => {
        const away = BETWEEN + (Math.floor(i / wide) + 0.5) * pitch;
        const colour = `fk-mark ${picture.colourOf(one.group)}`;
        return {
          node: s("path", { class: colour, d: picture.outline(picture.shapeOf(one.group), pitch * 0.36) }),
          x: ((i % wide) + 0.5) * pitch,
          from: line + (rises ? away : -away),
          to: line + (rises ? -away : away),
          look: `${colour}${rises ? " fk-yes" : ""}${one.wrong ? " fk-wrong" : ""}`,
        };
      });
    });
    const come = s("text", { class: "fk-strong", x: 0, y: 16 });
    const go = s("text", { class: "fk-strong", x: 0, y: line + BETWEEN + down + 22 });
    stage.replaceChildren(
      picture.drawing(
        width,
        line + BETWEEN + down + 30,
        s("line", { class: "fk-swaps-line", x1: 0, x2: width, y1: line, y2: line }),
        ...people.map(({ node }) => node),
        come,
        go,
      ),
    );
    const done = () => {
      ending = null;
      picture.write(come, swaps_texts.come(counted(sides.come)));
      picture.write(go, swaps_texts.go(counted(sides.go)));
      headline.classList.remove("fk-ahead-of-it");
      if (fresh) heard.textContent = `${headline.textContent} ${more.textContent}`;
      fresh = false;
    };
    if (!fresh) {
      move(people, Infinity);
      return done();
    }
    headline.classList.add("fk-ahead-of-it");
    ending = motion.motion(CROSS + LATE * people.length, (time) => move(people, time), done);
  }

  /**
   * @param {Person[]} people
   * @param {number} time
   */
  function move(people, time) {
    people.forEach(({ node, x, from, to, look }, i) => {
      const t = Math.min(1, Math.max(0, (time - i * LATE) / CROSS));
      const y = from + (to - from) * motion.across(t);
      node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
      if (t > 0.5) picture.dress(node, look); // decided anew where the line is crossed
    });
  }

  const deaf = picture.onWidth(stage, build);
  return {
    stop() {
      deaf();
      ending?.();
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, { draw, traits: ["groups", "come", "go", "headline", "more", "table"], valid: () => false }),
};
