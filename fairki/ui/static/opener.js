/** The story at the start of the course, in six pictures: an application is refused, and nobody can say why. */
import * as common from "./common.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";
import * as opener_texts from "../../web/texts/opener_texts.js";

const { h, button } = common;
const { s } = picture;
const SLIM = 480; // px: below that, everything is smaller
const OTHERS = [true, false, true, false, true, false, false]; // applications beside ours: which are invited
const OURS = OTHERS.length; // ours comes last
const COME = 900; // ms until an application has arrived
const SORT = 1000; // ms until one is sorted
const LATE = 220; // ms between two of them
const HOP = 700; // ms of the question, from one to the next
const PAUSE = 500; // ms that it stays
const WORD = 350; // ms to read a word, when all of it runs
const LOOK = 1500; // ms to look, when all of it runs

/**
 * Where the question goes, picture by picture: -1 is the application, 4 the middle, the rest are people.
 * @type {[from: number, to: number][][]}
 */
const HOPS = [[], [], [[-1, 0]], [[0, 1], [1, 2]], [[2, 3], [3, 0]], [[0, 4]]];

/** @typedef {{ name: string, initials: string, face: string }} Someone */
/** @typedef {{ node: SVGElement, start: picture.Spot, door: picture.Spot, end: picture.Spot, yes: boolean, look: string }} Sheet */

/**
 * @param {SVGElement} node
 * @param {picture.Spot} spot
 */
const put = (node, { x, y }) => node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);

/**
 * Between two places.
 * @param {picture.Spot} from
 * @param {picture.Spot} to
 * @param {number} t from 0 to 1, and what lies beyond is cut off
 */
function between(from, to, t) {
  const at = motion.across(Math.min(1, Math.max(0, t)));
  return { x: from.x + (to.x - from.x) * at, y: from.y + (to.y - from.y) * at };
}

/** A sheet of paper around 0,0. */
const SHEET = "M-9 -12H4L9 -7V12H-9Z";
const LINES = "M-5 -4H3M-5 1H5M-5 6H5";

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {string[]} */
  const captions = model.get("captions");
  /** @type {Someone[]} */
  const people = model.get("people");

  let at = 0;
  const last = captions.length - 1;
  let running = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer = undefined;
  /** @type {(() => void) | null} */
  let ending = null;
  /** @type {Sheet[]} */
  let sheets = [];
  /** @type {picture.Spot[]} where the question rests: at the people, in the middle, at the application */
  let rests = [];
  /** @type {SVGElement[]} */
  let frames = [];
  /** @type {SVGElement[]} from each of the people to the next */
  let ways = [];
  let bubble = s("g");

  const sentence = h("p", { class: "fk-opener-caption" });
  const stage = h("div", { class: "fk-opener-stage" });
  const run = button("primary", () => (running ? halt() : play()));
  const back = button("secondary", () => step(at - 1), {}, opener_texts.back);
  const next = button("secondary", () => step(at + 1), {}, opener_texts.next);
  const skip = button("quiet", () => fold(true), {}, opener_texts.skip);
  const open = button("secondary", () => fold(false), { hidden: true }, opener_texts.open);
  const count = h("p", { class: "fk-hint" });
  const story = h(
    "details",
    {},
    h("summary", {}, opener_texts.list),
    h("ol", {}, ...captions.map((caption) => h("li", {}, caption))),
  );
  const tools = h("div", { class: "fk-row" }, run, next, back, skip);
  run.hidden = motion.calm.matches; // nothing moves: the steps are enough
  block.root.append(
    h("section", { class: "fk-panel fk-opener", "aria-label": model.get("label") }, stage, count, sentence, tools, open, story),
  );

  // ---- the picture ----

  /** @param {number} width */
  function build(width) {
    ending?.();
    const slim = width < SLIM;
    const size = slim ? 58 : 84;
    const line = slim ? 78 : 88;
    const heads = slim ? 196 : 216;
    const box = { x: width * 0.17, width: width * (slim ? 0.37 : 0.18), high: slim ? 84 : 100 };
    const gate = box.x + box.width;
    const gap = (width - gate - 30) / 4;
    const column = width / people.length;
    const columnOf = (/** @type {number} */ i) => (i + 0.5) * column;

    sheets = [...OTHERS, false].map((yes, i) => {
      const look = i === OURS ? "fk-mark fk-group-4 fk-wrong" : "fk-mark fk-group-4";
      const before = OTHERS.slice(0, i).filter((other) => other === yes).length;
      return {
        node: s("g", {}, s("path", { class: look, d: SHEET }), s("path", { class: "fk-opener-lines", d: LINES })),
        start: { x: box.x * 0.45, y: line - 42 + i * 12 },
        door: { x: box.x + box.width / 2, y: line },
        end: { x: gate + 15 + before * gap, y: line + (yes ? -34 : 36) },
        yes,
        look,
      };
    });
    rests = people.map((_, i) => ({ x: columnOf(i), y: heads - 24 }));
    rests.push({ x: width / 2, y: heads - 24 });
    rests[-1] = { x: Math.min(sheets[OURS].end.x, width - 42), y: line + 8 };

    frames = people.map((_, i) => s("rect", { x: columnOf(i) - size / 2, y: heads, width: size, height: size, rx: size * 0.18 }));
    ways = people.map((_, i) => {
      const last = i === people.length - 1;
      const [from, to] = [columnOf(i), columnOf((i + 1) % people.length)];
      const under = heads + size + 30;
      const d = last
        ? `M${from} ${under}V${under + 14}H${to}V${under}m-5 7l5 -7l5 7`
        : `M${from + size / 2 + 3} ${heads + size / 2}H${to - size / 2 - 4}m-6 -5l6 5l-6 5`;
      return s("path", { class: "fk-opener-way", d });
    });
    bubble = s(
      "g",
      {},
      s("path", { class: "fk-opener-bubble", d: "M-38 -17H38V13H7L0 21L-7 13H-38Z" }),
      s("text", { class: "fk-strong", y: 4, "text-anchor": "middle" }, opener_texts.why),
    );
    stage.replaceChildren(
      picture.drawing(
        width,
        heads + size + 50,
        s("line", { class: "fk-opener-line", x1: gate, x2: width, y1: line, y2: line }),
        s("text", { x: 0, y: 14 }, opener_texts.applications),
        s("text", { x: width, y: 14, "text-anchor": "end" }, opener_texts.invited),
        s("text", { x: width, y: line + 74, "text-anchor": "end" }, opener_texts.refused),
        ...sheets.map(({ node }) => node),
        s("rect", { class: "fk-opener-box", x: box.x, y: line - box.high / 2, width: box.width, height: box.high, rx: 10 }),
        s("text", { class: "fk-strong", x: box.x + box.width / 2, y: line + 5, "text-anchor": "middle" }, opener_texts.program),
        ...people.flatMap(({ name, initials, face }, i) => [
          s("rect", { class: "fk-opener-paper", x: columnOf(i) - size / 2, y: heads, width: size, height: size, rx: size * 0.18 }),
          face
            ? s("image", { class: "fk-opener-head", href: face, x: columnOf(i) - size / 2, y: heads, width: size, height: size })
            : s("text", { class: "fk-opener-initials", x: columnOf(i), y: heads + size / 2 + 7, "text-anchor": "middle" }, initials),
          frames[i],
          s("text", { x: columnOf(i), y: heads + size + 20, "text-anchor": "middle" }, name),
        ]),
        ...ways,
        bubble,
      ),
    );
    rest();
  }

  /** The picture as it stays. */
  function rest() {
    for (const { node, start, end, yes, look } of sheets) {
      put(node, at < 1 ? start : end);
      picture.dress(/** @type {SVGElement} */ (node.firstElementChild), at >= 1 && yes ? `${look} fk-yes` : look);
    }
    const hops = HOPS[at];
    if (hops.length) bubbleAt(rests[hops[hops.length - 1][1]], hops[hops.length - 1][1]);
    else bubble.setAttribute("visibility", "hidden");
    showWays(HOPS.slice(0, at + 1).flat());
  }

  /**
   * @param {picture.Spot} spot
   * @param {number} who
   */
  function bubbleAt(spot, who) {
    put(bubble, spot);
    bubble.setAttribute("visibility", "visible");
    frames.forEach((node, i) => picture.dress(node, i === who ? "fk-opener-frame fk-asked" : "fk-opener-frame"));
  }

  /** @param {[number, number][]} gone */
  function showWays(gone) {
    ways.forEach((node, i) => node.setAttribute("visibility", gone.some(([from, to]) => from === i && to !== 4) ? "visible" : "hidden"));
    if (!gone.length) frames.forEach((node) => picture.dress(node, "fk-opener-frame"));
  }

  // ---- how each picture comes ----

  /** @type {Record<number, { length: number, frame: (time: number) => void }>} */
  const moves = {
    0: {
      length: COME,
      frame: (time) => put(sheets[OURS].node, between({ x: -20, y: sheets[OURS].start.y }, sheets[OURS].start, time / COME)),
    },
    1: {
      length: SORT + OTHERS.length * LATE,
      frame: (time) =>
        sheets.forEach(({ node, start, door, end, yes, look }, i) => {
          const t = (time - i * LATE) / SORT;
          put(node, t < 0.4 ? between(start, door, t / 0.4) : between(door, end, (t - 0.4) / 0.6));
          picture.dress(/** @type {SVGElement} */ (node.firstElementChild), t > 0.4 && yes ? `${look} fk-yes` : look);
        }),
    },
  };

  /**
   * The question goes on.
   * @param {number} time
   */
  function ask(time) {
    const hops = HOPS[at];
    const now = Math.min(hops.length - 1, Math.floor(time / (HOP + PAUSE)));
    const [from, to] = hops[now];
    const t = (time - now * (HOP + PAUSE)) / HOP;
    bubbleAt(between(rests[from], rests[to], t), t >= 1 ? to : -1);
    showWays([...HOPS.slice(0, at).flat(), ...hops.slice(0, t >= 1 ? now + 1 : now)]);
  }

  /**
   * Another picture; what it says comes when it stands.
   * @param {number} to
   * @param {() => void} [then]
   */
  function show(to, then) {
    ending?.();
    at = to;
    tell();
    const { length, frame } = moves[at] ?? { length: HOPS[at].length * (HOP + PAUSE), frame: ask };
    ending = motion.motion(length, frame, () => {
      ending = null;
      rest();
      picture.write(sentence, captions[at]);
      then?.();
    });
  }

  /** @param {number} to */
  function step(to) {
    halt();
    show(to);
    picture.write(run, to === last ? opener_texts.again : opener_texts.play);
    if (!to) next.focus(); // a button that goes leaves the focus to the other
    if (to === last) back.focus();
  }

  // ---- letting it run ----

  function play() {
    running = true;
    picture.write(run, opener_texts.stop);
    const on = () => {
      if (!running) return;
      if (at === last) return halt();
      timer = setTimeout(() => show(at + 1, on), LOOK + WORD * captions[at].split(" ").length);
    };
    show(at === last ? 0 : at && at + 1, on);
  }

  function halt() {
    running = false;
    clearTimeout(timer);
    ending?.();
    picture.write(run, at === last ? opener_texts.again : opener_texts.play);
  }

  /**
   * Skipped, the story is its last sentence.
   * @param {boolean} folded
   */
  function fold(folded) {
    halt();
    for (const node of [stage, count, tools, story]) node.hidden = folded;
    open.hidden = !folded;
    begin(folded ? last : 0);
    (folded ? open : next).focus();
  }

  /** @param {number} to */
  function begin(to) {
    at = to;
    tell();
    picture.write(sentence, captions[at]);
    picture.write(run, opener_texts.play);
    if (sheets.length) rest();
  }

  function tell() {
    picture.write(count, opener_texts.picture(at + 1, captions.length));
    back.hidden = !at;
    next.hidden = skip.hidden = at === last;
  }

  begin(0);
  common.announceFromNow(sentence);
  const deaf = picture.onWidth(stage, build);
  return {
    stop() {
      deaf();
      halt();
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["captions"], valid: () => false }),
};
