/** The people of one group on a line of scores, and a bar through them. */
import * as common from "./common.js";
import * as picture from "./picture.js";
import * as thresholds_texts from "../../web/texts/thresholds_texts.js";

const { h, newId } = common;
const { s } = picture;
const TOP = 100; // the highest score
const HALF = 22; // half of what a finger needs to grasp the bar
const LOW = 30; // room left of the scale for all who are below it
const SMALL = 480; // px: below that, dots are smaller
const HEAD = 46; // px above the dots: the knob, and what is on either side
const WORD = 72; // px that the word on either side takes
const FOOT = 34; // px below them

/** @typedef {{ score: number, good: boolean }[]} People lowest score first */
/** @typedef {{ name: string, people: People }} Group */

/**
 * @param {number[][]} scores of those who are not good, and of those who are
 * @returns {People}
 */
export const people = (scores) =>
  scores.flatMap((some, good) => some.map((score) => ({ score, good: good === 1 }))).sort((one, other) => one.score - other.score);

/**
 * What a threshold does to the people in the picture: how many get a yes, how many are judged wrongly, how many of
 * these are lost without a yes or bad with one.
 * @param {Group} group
 * @param {number} threshold
 */
export function count({ people }, threshold) {
  const of = (/** @type {boolean} */ said, /** @type {boolean} */ truth) =>
    people.filter(({ score, good }) => score >= threshold === said && good === truth).length;
  const [bad, lost] = [of(true, false), of(false, true)];
  return { yes: of(true, true) + bad, wrong: bad + lost, lost, bad };
}

/**
 * Each dot at its exact score, as low as its neighbours let it.
 * @param {number[]} places
 * @param {number} r
 */
function heap(places, r) {
  const apart = 2 * r + 1;
  /** @type {picture.Spot[]} */
  const heaped = [];
  for (const x of places) {
    const near = heaped.filter((other) => Math.abs(other.x - x) < apart);
    let y = 0;
    while (near.some((other) => Math.hypot(other.x - x, other.y - y) < apart)) y += 0.5;
    heaped.push({ x, y });
  }
  return heaped;
}

/**
 * The people of a group, the bar through them and what it does to them.
 * @param {Group} group
 * @param {number[]} steps where the bar can stand
 * @param {() => void} moved called as long as the bar moves
 * @param {(byKey: boolean) => void} settled called when it is let go, or after each key
 */
export function band(group, steps, moved, settled) {
  let byKey = false;
  const id = newId();
  const said = h("span", { class: "fk-hint" });
  const box = h("div", { class: "fk-band-stage" });
  const range = h("input", {
    type: "range",
    id,
    min: steps[0],
    max: steps.at(-1),
    step: 1,
    oninput: moved,
    onchange: () => settled(byKey),
    onkeydown: () => (byKey = true),
    onpointerdown: () => (byKey = false),
  });
  const head = h("div", { class: "fk-band-head" }, h("label", { for: id }, thresholds_texts.threshold(group.name)), said);
  const knob = s("text", { class: "fk-knob-text", y: 17, "text-anchor": "middle" });
  /** @type {{ node: SVGElement, score: number, good: boolean }[]} */
  let dots = [];
  let handle = s("g");
  let yes = s("rect");
  let [left, right] = [s("text"), s("text")];
  /** @type {(score: number) => number} */
  let x = () => 0;
  let width = 0;

  /** @param {number} wide */
  function build(wide) {
    width = wide;
    const r = width < SMALL ? 4.2 : 5.4;
    const low = steps[0];
    x = (score) => LOW + ((score - low) / (TOP - low)) * (width - LOW - r - 2);
    const places = group.people.map(({ score }) => (score < low ? r + 1 : x(score)));
    const heaped = heap(places, r);
    const height = HEAD + Math.max(...heaped.map(({ y }) => y)) + 2 * r + FOOT + 4;
    const base = height - FOOT;
    dots = group.people.map(({ score, good }, i) => {
      const node = s("path", { d: picture.outline(good ? "circle" : "diamond", r) });
      node.style.translate = `${places[i]}px ${base - r - 3 - heaped[i].y}px`; // scale is about the middle of the mark
      return { node, score, good };
    });
    yes = s("rect", { class: "fk-given", y: 24, height: base - 24, rx: 6 });
    handle = s(
      "g",
      { class: "fk-bar-of" },
      s("line", { y1: 20, y2: base + 4 }),
      s("rect", { class: "fk-knob", x: -21, y: 0, width: 42, height: 24, rx: 8 }),
      s("rect", { class: "fk-ring", x: -25, y: -4, width: 50, height: 32, rx: 11 }),
      knob,
    );
    const [refused, given, below, scale, top] = thresholds_texts.axis(low, TOP);
    left = s("text", { x: 0, y: 40 }, refused);
    right = s("text", { x: width - 6, y: 40, "text-anchor": "end" }, given);
    range.style.left = `${x(low) - HALF}px`;
    range.style.width = `${x(steps[steps.length - 1]) - x(low) + 2 * HALF}px`;
    range.style.height = `${height}px`;
    box.replaceChildren(
      range,
      picture.drawing(
        width,
        height,
        yes,
        s("line", { class: "fk-ground", x1: 0, x2: width, y1: base, y2: base }),
        ...dots.map(({ node }) => node),
        left,
        right,
        s("text", { x: 0, y: height - 12 }, below),
        s("text", { x: width * 0.55, y: height - 12, "text-anchor": "middle" }, scale),
        s("text", { x: width, y: height - 12, "text-anchor": "end" }, top),
        handle,
      ),
    );
  }

  /** @param {number} value */
  function show(value) {
    range.value = String(value);
    const counted = count(group, value);
    range.setAttribute("aria-valuetext", thresholds_texts.spoken(value, counted));
    picture.write(said, thresholds_texts.said(counted.yes, group.people.length, counted.wrong));
    left.setAttribute("visibility", x(value) < WORD ? "hidden" : "visible"); // the bar would cross the word
    right.setAttribute("visibility", width - x(value) < WORD ? "hidden" : "visible");
    handle.style.translate = `${x(value)}px 0px`;
    yes.setAttribute("x", String(x(value)));
    yes.setAttribute("width", String(Math.max(0, width - x(value))));
    picture.write(knob, String(value));
    for (const { node, score, good } of dots) {
      const said = score >= value;
      picture.dress(node, `fk-mark fk-dot${said ? " fk-yes" : ""}${said !== good ? " fk-wrong" : ""}`);
    }
  }

  box.append(range);
  return { node: h("div", { class: "fk-band" }, head, box), range, build, show };
}
