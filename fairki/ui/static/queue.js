/** A queue that gets shorter year by year: every empty place falls into the pile of its year. */
import * as common from "./common.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";
import * as queue_texts from "../../web/texts/queue_texts.js";

const { h, button, newId, status } = common;
const { s } = picture;
const SLIM = 480; // px: below that, marks are smaller and stand in more rows
const FALL = 620; // ms until one mark has landed
const LATE = 18; // ms between two marks
const PER_YEAR = 140; // ms between two years that fall at once
const YEAR = 1100; // ms for each year when all of them run

/** @typedef {{ here: number[], invited: number[], suitable: number[] }} Year per group; suitable: of those who are missing */
/** @typedef {{ node: SVGElement, from: picture.Spot, to: picture.Spot }} Lost */

/**
 * @param {SVGElement} node
 * @param {number} x
 * @param {number} y
 */
const put = (node, x, y) => node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);

/**
 * The places from 0 to n - 1 in an order without a pattern, the same each time.
 * @param {number} n
 */
const scattered = (n) => {
  const golden = (Math.sqrt(5) - 1) / 2;
  return Array.from({ length: n }, (_, i) => i).sort((one, other) => ((one * golden) % 1) - ((other * golden) % 1));
};

/** @param {number[]} list */
const sum = (list) => list.reduce((all, one) => all + one, 0);

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Year[]} */
  const years = model.get("years");
  /** @type {string[]} */
  const groups = model.get("groups");
  if (!years.length) return undefined;
  const first = years[0].here;
  const missing = years.map(({ here }) => here.map((n, group) => Math.max(0, first[group] - n)));
  const gone = years.map((_, at) => sum(missing[at]));
  const suitable = years.map((year) => sum(year.suitable));

  let year = 1;
  let shown = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let playing = undefined;
  /** @type {(() => void) | null} */
  let ending = null;
  /** @type {{ at: number, group: number, node: SVGElement }[]} */
  let places = [];
  /** @type {Lost[][]} */
  let piles = [];
  /** @type {SVGElement[]} */
  let totals = [];
  /** @type {SVGElement[]} */
  let marks = [];
  let today = s("rect");
  const caption = s("text", { class: "fk-strong", x: 0 });
  let column = 0;

  const sentence = h("p", { class: "fk-sentence-of" });
  const line = h("p", { class: "fk-hint fk-queue-line" });
  const stage = h("div", { class: "fk-queue-stage" });
  const id = newId();
  const slider = h("input", {
    type: "range",
    id,
    min: 1,
    max: years.length,
    step: 1,
    oninput: () => {
      halt();
      go(Number(slider.value));
    },
  });
  const label = h("label", { for: id });
  const run = button("primary", () => (playing ? halt() : play()), {}, queue_texts.play(years.length));
  const twin = picture.numbers(model.get("label"), model.get("table").columns, () => model.get("table").rows);
  const heard = status();

  const box = h("div", { class: "fk-queue-slider" }, slider, label);
  box.style.setProperty("--fk-years", String(years.length));
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-queue", "aria-label": model.get("label") },
      sentence,
      line,
      stage,
      box,
      h("div", { class: "fk-row" }, run),
      legend(),
      h("p", { class: "fk-hint" }, model.get("note")),
      twin.node,
      heard,
    ),
  );

  function legend() {
    const names = groups.map((name, at) => /** @type {[Node, string]} */ ([picture.sign(picture.shapeOf(at), `fk-yes ${picture.colourOf(at)}`), name]));
    const { invited, refused, empty, able, unable } = queue_texts.kinds;
    return picture.legend(
      ...names,
      [picture.sign("circle", `fk-yes ${picture.colourOf(4)}`), invited],
      [picture.sign("circle", picture.colourOf(4)), refused],
      ...(Math.max(...gone)
        ? /** @type {[Node, string][]} */ ([
            [picture.sign("circle", "fk-gone"), empty],
            [picture.sign("circle", "fk-lost fk-yes"), able],
            [picture.sign("circle", "fk-lost"), unable],
          ])
        : []),
    );
  }

  // ---- the picture ----

  /** @param {number} width */
  function build(width) {
    ending?.();
    const slim = width < SLIM;
    const rows = slim ? 3 : 2;
    const door = slim ? 40 : 78;
    const most = groups.map((_, group) => Math.max(...years.map(({ here }) => here[group])));
    const pitch = Math.min(18, (width - door - 20) / Math.ceil(Math.max(...most) / rows));
    column = width / years.length;
    const wide = Math.max(1, Math.floor((column - 4) / pitch)); // a mark is as large in a pile as in the queue
    const lanes = most.map((n) => Math.min(rows, n) * pitch + 10);
    const tops = lanes.map((_, group) => 8 + sum(lanes.slice(0, group)));
    const end = 8 + sum(lanes);
    const high = Math.ceil(Math.max(...gone) / wide);
    const floor = end + (high ? 46 + high * pitch + 22 : 26);

    /**
     * @param {number} group
     * @param {number} at
     */
    const placeOf = (group, at) => {
      const deep = Math.min(rows, most[group]);
      return { x: door + 14 + (Math.floor(at / deep) + 0.5) * pitch, y: tops[group] + ((at % deep) + 0.5) * pitch };
    };
    places = groups.flatMap((_, group) =>
      Array.from({ length: most[group] }, (_, at) => {
        const node = s("path", { d: picture.outline(picture.shapeOf(group), pitch * 0.36) });
        const { x, y } = placeOf(group, at);
        put(node, x, y);
        return { at, group, node };
      }),
    );
    piles = years.map(({ here, suitable: suits }, at) => {
      const left = at * column + (column - wide * pitch) / 2;
      const lost = groups.flatMap((_, group) => {
        const n = missing[at][group];
        const able = new Set(scattered(n).slice(0, suits[group]));
        return Array.from({ length: n }, (_, i) => ({ group, from: placeOf(group, here[group] + i), able: able.has(i) }));
      });
      return lost.map(({ group, from, able }, i) => ({
        node: s("path", { class: `fk-mark fk-lost${able ? " fk-yes" : ""}`, d: picture.outline(picture.shapeOf(group), pitch * 0.36) }),
        from,
        to: { x: left + ((i % wide) + 0.5) * pitch, y: floor - 3 - (Math.floor(i / wide) + 0.5) * pitch },
      }));
    });
    totals = piles.map((pile, at) =>
      s("text", { class: "fk-strong", x: (at + 0.5) * column, y: floor - 8 - Math.ceil(pile.length / wide) * pitch, "text-anchor": "middle" }, pile.length ? String(pile.length) : ""),
    );
    marks = years.map((_, at) => s("text", { x: (at + 0.5) * column, y: floor + 19, "text-anchor": "middle" }, String(at + 1)));
    today = s("rect", { class: "fk-today", width: column - 4, x: 2, y: end + 34, height: Math.max(0, floor - end - 34), rx: 8 });
    today.style.display = high ? "" : "none";
    caption.setAttribute("y", String(end + 22));
    stage.replaceChildren(
      picture.drawing(
        width,
        floor + 24,
        today,
        s("path", { class: "fk-frame", d: `M2 ${end - 8}V8H${door - 6}V${end - 8}` }),
        s("path", { class: "fk-door", d: `M2 8L${door * 0.52} 20V${end + 2}L2 ${end - 8}Z` }),
        s("circle", { class: "fk-door-knob", cx: door * 0.42, cy: end / 2 + 6, r: slim ? 2.5 : 4 }),
        ...places.map(({ node }) => node),
        caption,
        s("line", { class: "fk-ground", x1: 0, x2: width, y1: floor, y2: floor }),
        ...marks,
        ...piles.flat().map(({ node }) => node),
        ...totals,
      ),
    );
    shown = year; // what is known already does not fall again
    show(year);
  }

  /**
   * The state of a year; what is missing since the year that was shown last falls.
   * @param {number} to
   */
  function show(to) {
    ending?.();
    const { here, invited } = years[to - 1];
    for (const { at, group, node } of places) {
      const look = at < invited[group] ? " fk-yes" : at >= here[group] ? " fk-gone" : "";
      picture.dress(node, `fk-mark fk-place ${picture.colourOf(group)}${look}`);
    }
    marks.forEach((node, at) => picture.dress(node, at === to - 1 ? "fk-strong" : ""));
    today.style.translate = `${(to - 1) * column}px 0px`;
    const since = shown;
    const falling = piles.flatMap((pile, at) => {
      const visible = at < to;
      totals[at].setAttribute("visibility", "hidden");
      return pile.flatMap((one, i) => {
        one.node.setAttribute("visibility", visible ? "visible" : "hidden");
        put(one.node, one.to.x, one.to.y);
        return visible && at >= since ? [{ ...one, late: (at - since) * PER_YEAR + (i % 12) * LATE }] : [];
      });
    });
    shown = to;
    tell(to);
    const done = () => {
      ending = null;
      totals.forEach((node, at) => node.setAttribute("visibility", at < to ? "visible" : "hidden"));
      const all = sum(gone.slice(0, to));
      picture.write(sentence, queue_texts.sentence(to, all, sum(suitable.slice(0, to))));
      picture.write(caption, all ? queue_texts.missing(all) : "");
    };
    if (!falling.length) return done();
    const length = Math.max(...falling.map(({ late }) => late)) + FALL;
    ending = motion.motion(
      length,
      (time) => {
        for (const { node, from, to: place, late } of falling) {
          const t = Math.min(1, Math.max(0, (time - late) / FALL));
          put(node, from.x + (place.x - from.x) * motion.across(t), from.y + (place.y - from.y) * motion.fall(t));
        }
      },
      done,
    );
  }

  /** @param {number} to */
  function tell(to) {
    const { here, invited } = years[to - 1];
    const said = queue_texts.line(to, groups.map((name, group) => ({ name, invited: invited[group], here: here[group] })));
    picture.write(line, said);
    picture.write(label, queue_texts.year(to, years.length));
    slider.value = String(to);
    slider.setAttribute("aria-valuetext", `${said} ${queue_texts.sentence(to, sum(gone.slice(0, to)), sum(suitable.slice(0, to)))}`);
  }

  /** @param {number} to */
  function go(to) {
    year = to;
    shown = Math.min(shown, to);
    show(to);
  }

  // ---- letting it run ----

  function play() {
    if (motion.calm.matches) {
      go(years.length);
      return halt(true);
    }
    picture.write(run, queue_texts.stop);
    if (year === years.length) go(1);
    const step = () => {
      if (year === years.length) return halt(true);
      go(year + 1);
      playing = setTimeout(step, YEAR);
    };
    playing = setTimeout(step, 250);
  }

  /** @param {boolean} over whether the last year is there */
  function halt(over = false) {
    clearTimeout(playing);
    playing = undefined;
    picture.write(run, year === years.length ? queue_texts.again : queue_texts.play(years.length));
    if (over) heard.textContent = `${sentence.textContent} ${line.textContent}`;
  }

  picture.write(sentence, queue_texts.sentence(1, gone[0], suitable[0]));
  tell(1);
  const deaf = picture.onWidth(stage, build);
  return {
    stop() {
      deaf();
      clearTimeout(playing);
      ending?.();
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["years"], valid: () => false }),
};
