/** Two hundred people are sorted by one model: piles by group, and what a single other decision would change. */
import * as common from "./common.js";
import * as mirror_places from "./mirror_places.js";
import * as picture from "./picture.js";
import * as sieve from "./sieve.js";
import * as mirror_texts from "../../web/texts/mirror_texts.js";

const { h, button, status } = common;
const SLIM = 560; // px: below that, names stand under the piles instead of beside them
const MARGIN = 116; // px for the names beside the piles
const LABEL = 24; // px for a line of labels

/** @typedef {{ name: string, of: string, n: number, small: boolean }} Group */
/** @typedef {{ title: string, group: number, yes: boolean }} Card */
/**
 * One way of sorting. Without `invited` nothing could be learnt, and `turned` says so.
 * @typedef {{ invited: string, says: string, lost: string, turned: string, rows: string[][] }} Sorting
 */

/** @param {string} digits of 0 and 1 */
const truths = (digits) => [...digits].map((digit) => digit === "1");

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Group[]} */
  const groups = model.get("groups");
  /** @type {number[]} */
  const members = model.get("members");
  /** @type {Card[]} */
  const cards = model.get("cards");
  /** @type {Sorting[]} */
  const sortings = model.get("sortings");
  if (!members.length) return undefined;
  const suitable = truths(model.get("suitable"));
  const share = /** @type {number} */ (model.get("share"));

  let turned = 0; // which card is decided differently, counted from 1; 0: none
  let sorted = false;
  let flying = false;
  let slim = false;
  /** @type {sieve.Room} */
  let room;

  /** Where nothing could be learnt, the picture stays as it was. */
  const current = () => (sortings[turned].invited ? sortings[turned] : sortings[0]);
  const sorting = () => ({ sizes: groups, members, suitable, invited: truths(current().invited) });
  const all = sortings.filter(({ invited }) => invited).map(({ invited }) => truths(invited));
  /**
   * How high the piles of one side become at most, in levels.
   * @param {boolean} side
   */
  const highest = (side) =>
    Math.max(1, ...all.flatMap((invited) => mirror_places.piles(groups, members, invited, suitable).filter((_, at) => invited[at] === side)).map(({ level: high }) => high + 0.5));
  const levels = { invited: highest(true), refused: highest(false) };

  const sentence = h("p", { class: "fk-sentence-of fk-mirror-sentence" });
  const canvas = h("canvas", {});
  const label = () => h("span", { class: "fk-mirror-label", "data-absent": "" });
  const shelves = [mirror_texts.invited, mirror_texts.refused].map((words) => h("span", { class: "fk-mirror-label fk-mirror-shelf" }, words));
  const counts = groups.map(() => [label(), label()]);
  const level = label();
  const stage = h("div", { class: "fk-mirror-stage" }, sentence, h("div", { "aria-hidden": "true" }, canvas, ...shelves, ...counts.flat(), level));
  const lost = h("p", { class: "fk-hint fk-mirror-lost-line" });
  const start = button("primary", () => (flying ? marks.finish() : play()), {}, mirror_texts.play(members.length));
  const changed = h("p", { class: "fk-mirror-changed" }, mirror_texts.try_one);
  const range = h("p", { class: "fk-hint", hidden: true }, model.get("range"));
  const tiles = cards.map(({ title }, at) => h("button", { type: "button", class: "fk-mirror-card", "aria-pressed": "false", title, onclick: () => turn(at + 1) }));
  const back = button("secondary", () => turn(0), { hidden: true }, mirror_texts.back);
  const choice = h(
    "div",
    { class: "fk-mirror-choice", hidden: true },
    h("p", { class: "fk-strong" }, mirror_texts.one_card),
    h("div", { class: "fk-mirror-cards", role: "group", "aria-label": mirror_texts.one_card }, ...tiles),
    changed,
    range,
    h("div", { class: "fk-row" }, back),
  );
  const twin = picture.numbers(model.get("label"), model.get("columns"), () => current().rows);
  const heard = status();
  const marks = sieve.sieve(canvas, groups.length);
  const { no, lost: wrong, yes } = mirror_texts.kinds;
  const looks = picture.colourOf(4);
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-mirror", "aria-label": model.get("label") },
      h("div", { class: "fk-row" }, start),
      stage,
      lost,
      choice,
      picture.legend(
        ...groups.map(({ name }, at) => /** @type {[Node, string]} */ ([picture.sign(picture.shapeOf(at), `fk-yes ${picture.colourOf(at)}`), name])),
        [picture.sign("circle", `fk-yes ${looks}`), yes],
        [picture.sign("circle", looks), no],
        [picture.sign("circle", "fk-wrong"), wrong],
      ),
      h("p", { class: "fk-hint" }, model.get("note")),
      twin.node,
      heard,
    ),
  );
  showCards();

  function showCards() {
    cards.forEach(({ title, group, yes: invited }, at) => {
      const now = invited !== (turned === at + 1);
      tiles[at].replaceChildren(picture.sign(picture.shapeOf(group), `${now ? "fk-yes " : ""}${picture.colourOf(group)}`));
      tiles[at].setAttribute("aria-pressed", String(turned === at + 1));
      tiles[at].setAttribute("aria-label", mirror_texts.card(at + 1, title, now));
    });
    back.hidden = !turned;
  }

  // ---- the picture ----

  /** @param {number} width */
  function build(width) {
    slim = width < SLIM;
    const { pitch, left, named, counted } = mirror_places.frame(width, slim ? 0 : MARGIN, groups);
    const columns = Math.floor(width / (pitch + 1));
    const top = Math.max(Math.ceil(members.length / columns) * (pitch + 1), headroom()) + 34;
    const sieveAt = top + levels.invited * pitch;
    const floor = sieveAt + (slim ? 2.6 : 1.9) * LABEL + levels.refused * pitch;
    room = { left, pitch, width, top, sieve: sieveAt, floor, height: floor + (slim ? 2.3 : 1.4) * LABEL };
    marks.fit(room);
    /**
     * @param {HTMLElement} node
     * @param {number} x
     * @param {number} y
     */
    const put = (node, x, y) => Object.assign(node.style, { left: `${x}px`, top: `${y}px` });
    shelves.forEach((node, at) => put(node, 0, [sieveAt, floor][at] + (slim ? LABEL + 4 : -LABEL)));
    counts.forEach(([above, below], at) => {
      put(above, left[at], sieveAt + 5);
      put(below, left[at], floor + 5);
      above.dataset.form = named ? "named" : counted ? "counted" : "bare";
    });
    marks.crowd(members);
    if (!sorted) return;
    marks.put(sorting());
    settled();
  }

  /** Room for the longest sentence, in the place where the crowd was. */
  function headroom() {
    const before = sentence.textContent;
    const longest = sortings.map(({ says }) => says).sort((one, other) => other.length - one.length)[0];
    sentence.textContent = longest;
    const { offsetHeight } = sentence;
    sentence.textContent = before;
    return offsetHeight;
  }

  /** @param {boolean} there */
  const show = (there) => [level, ...counts.flat()].forEach((node) => node.toggleAttribute("data-absent", !there));

  /** Numbers, line and sentence, once all marks have landed. */
  function settled() {
    flying = false;
    const { says, lost: unseen } = current();
    const { invited } = sorting();
    groups.forEach(({ of: whom, n }, group) => {
      const yesses = members.filter((of, at) => of === group && invited[at]).length;
      const [above, below] = counts[group];
      const behind = { named: mirror_texts.of(n, whom), counted: mirror_texts.of(n, ""), bare: "" }[above.dataset.form ?? "bare"];
      above.replaceChildren(h("b", {}, String(yesses)), ` ${behind}`);
      below.replaceChildren(h("b", {}, String(n - yesses)));
    });
    const even = share * 10 * room.pitch;
    marks.level(even + 3);
    placeLevel(invited, even);
    picture.write(sentence, says);
    picture.write(lost, unseen);
    picture.write(start, mirror_texts.again);
    twin.write();
    choice.hidden = false;
    show(true);
  }

  /**
   * What the dotted line means stands in the margin; on a phone above the lowest pile, never over marks.
   * @param {boolean[]} invited
   * @param {number} even height of the line
   */
  function placeLevel(invited, even) {
    picture.write(level, mirror_texts.even(Math.round(100 * share)));
    const high = groups.map(({ n, small }, group) => (small ? Infinity : members.filter((of, at) => of === group && invited[at]).length / n));
    const lowest = high.indexOf(Math.min(...high));
    const above = slim ? Math.max(even, 10 * high[lowest] * room.pitch + 8) : even;
    Object.assign(level.style, { left: `${slim ? room.left[lowest] : 0}px`, top: `${room.sieve - above - LABEL - 3}px` });
  }

  function play() {
    turned = 0;
    sorted = true;
    flying = true;
    showCards();
    show(false);
    picture.write(sentence, "");
    picture.write(start, mirror_texts.skip);
    marks.crowd(members);
    marks.fall(sorting(), () => {
      settled();
      heard.textContent = `${current().says} ${current().lost}`;
    });
  }

  /** @param {number} at the card that is decided differently, again: back */
  function turn(at) {
    marks.finish();
    if (document.activeElement === back) tiles[turned - 1].focus();
    turned = turned === at ? 0 : at;
    showCards();
    marks.move(sorting(), () => {
      settled();
      picture.write(changed, turned ? sortings[turned].turned : mirror_texts.try_one);
      range.hidden = false;
      heard.textContent = `${turned ? sortings[turned].turned : mirror_texts.as_decided} ${current().says}`;
    });
  }

  const deaf = picture.onWidth(stage, build);
  return {
    stop() {
      deaf();
      marks.stop();
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["members", "sortings"], valid: () => false }),
};
