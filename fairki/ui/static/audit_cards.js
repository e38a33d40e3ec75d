/** The systems as cards: they turn over one by one, and each opens its evidence. Where something was missed is said when asked. */
import * as common from "./common.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";
import * as verdicts from "./verdicts.js";
import * as matrix_texts from "../../web/texts/matrix_texts.js";

const { h, button, icon, newId } = common;
const { cards: words } = matrix_texts;

/** @typedef {verdicts.Judged & { name: string }} System */
/** @typedef {{ node: HTMLButtonElement, back: HTMLElement, paper: HTMLElement, shown: string }} Card shown: what it says, "" as long as it lies face down */

const APART = 240; // ms between two cards
const TURN = 420; // ms for each

/**
 * The cards of one audit after another.
 * @param {{ evidence: (at: number, asked: boolean) => Node[], changed: () => void }} page what a card opens, and who else shows what the cards say
 */
export function newCards({ evidence, changed }) {
  /** @type {System[]} */
  let systems = [];
  /** @type {Card[]} */
  let all = [];
  /** @type {verdicts.Run[]} */
  let runs = [];
  let asked = false;
  /** @type {(() => void) | null} */
  let skip = null;

  const headline = h("p", { class: "fk-sentence-of" });
  const line = h("p", { class: "fk-audit-line" });
  const tally = h("dl", { class: "fk-audit-tally" });
  const act = button("secondary", press);
  const bar = h("p", { class: "fk-audit-bar" }, act);
  const grid = h("ul", { class: "fk-audit-cards" });
  const head = h("div", {}, h("div", { class: "fk-audit-said", role: "status" }, headline, line), tally, bar);
  const node = h("div", { class: "fk-audit-picture" }, head, grid);

  function press() {
    if (skip) return skip();
    asked = !asked;
    turn(asked);
  }

  /** @param {System} system */
  const saidOf = (system) => (verdicts.isCovered([system]) ? [] : verdicts.marksOf(system, asked));

  /**
   * Cards that say something else now turn over: at first back to the front, then one by one.
   * @param {boolean} moving
   */
  function turn(moving) {
    skip?.();
    line.hidden = runs.length < 2;
    const turning = all.filter((card, at) => card.shown !== JSON.stringify(saidOf(systems[at])));
    const late = turning.some(({ shown }) => shown) ? TURN : 0;
    if (!moving || !turning.length) return settle();
    for (const card of turning) cover(card);
    act.textContent = words.skip;
    act.hidden = false;
    let over = false; // at once for whoever wants calm
    const end = motion.motion(
      late + APART * (turning.length - 1) + TURN,
      (time) => turning.slice(0, Math.max(0, Math.floor((time - late) / APART) + 1)).forEach(face),
      () => {
        [over, skip] = [true, null];
        settle();
      },
    );
    if (!over) skip = end;
  }

  /** @param {Card} card */
  function cover(card) {
    card.shown = "";
    card.node.classList.remove("fk-up");
    card.node.setAttribute("aria-label", words.label(systems[all.indexOf(card)].name, [words.hidden]));
  }

  /** @param {Card} card */
  function face(card) {
    const system = systems[all.indexOf(card)];
    const marks = saidOf(system);
    if (!marks.length) return cover(card);
    const shown = JSON.stringify(marks);
    if (card.shown === shown) return;
    card.shown = shown;
    card.back.dataset.mark = marks[0].mark;
    card.back.replaceChildren(
      h("span", {}, words.breakable(system.name)),
      ...marks.map((mark) =>
        h("span", { class: "fk-audit-mark", "data-mark": mark.mark }, icon(verdicts.SIGNS[mark.mark]), h("b", {}, verdicts.wordsOf(mark))),
      ),
    );
    card.node.classList.add("fk-up");
    card.node.setAttribute("aria-label", words.label(system.name, marks.map(verdicts.wordsOf)));
  }

  /** Everything is as it is at the end of all motion. */
  function settle() {
    for (const card of all) face(card);
    all.forEach((card, at) => card.paper.hidden || fill(at));
    const known = runs.length > 0;
    head.hidden = !known && !verdicts.isCovered(systems);
    act.hidden = !known;
    act.textContent = asked ? words.hide : words.solve;
    const [sentence, change] = known ? verdicts.sentencesOf(runs) : [words.covered(systems.length), ""];
    picture.write(headline, known && asked ? words.solved(verdicts.hiddenIn(systems)) : sentence);
    picture.write(line, change);
    tally.replaceChildren(...tiles());
    changed();
  }

  /** What was counted; what earlier audits counted stays beside it. */
  function tiles() {
    const counts = runs.map(verdicts.counted);
    return verdicts.COUNTED.map((name) => {
      const numbers = counts.map((one) => one[name]);
      const [now = verdicts.SIGNS.still] = numbers.slice(-1);
      const before = verdicts.trailOf(numbers.slice(0, -1)).map((number) => `${number ?? words.gap} ${words.arrow} `);
      return h(
        "div",
        { "data-mark": name },
        h("dt", {}, words.counts[name]),
        h(
          "dd",
          {},
          h("span", { class: "fk-only-heard" }, words.heard(numbers)),
          h("span", { "aria-hidden": "true" }, icon(verdicts.SIGNS[name]), " ", h("small", {}, before.join("")), h("b", {}, String(now))),
        ),
      );
    });
  }

  /** @param {number} at */
  function fill(at) {
    all[at].paper.replaceChildren(h("strong", {}, systems[at].name), ...evidence(at, asked && !skip));
  }

  /**
   * @param {number} at
   * @param {boolean} shown
   */
  function toggle(at, shown) {
    const { node: card, paper } = all[at];
    if (shown) fill(at);
    card.setAttribute("aria-expanded", String(shown));
    paper.hidden = !shown;
  }

  /** @param {number} [at] the card to open; none closes all */
  const openOnly = (at) => all.forEach((_, place) => toggle(place, place === at));

  /**
   * @param {System} system
   * @param {number} at
   */
  function newCard({ name }, at) {
    const id = newId();
    const back = h("span", { class: "fk-audit-side fk-audit-back" });
    const front = h("span", { class: "fk-audit-side" }, h("span", {}, words.breakable(name)), icon(verdicts.SIGNS.still));
    const inner = h("span", { class: "fk-audit-inner", "aria-hidden": "true" }, front, back);
    const card = h("button", { type: "button", class: "fk-audit-card", "aria-expanded": "false", "aria-controls": id }, inner);
    const paper = h("li", { class: "fk-audit-evidence", id, hidden: true });
    card.addEventListener("click", () => openOnly(paper.hidden ? at : undefined));
    card.setAttribute("aria-label", words.label(name, [words.hidden]));
    grid.append(h("li", {}, card), paper);
    return { node: card, back, paper, shown: "" };
  }

  return {
    node,
    /** @param {System[]} now */
    show(now) {
      skip?.();
      const same = now.length === systems.length && now.every(({ name }, at) => name === systems[at].name);
      systems = now;
      if (!same) {
        grid.replaceChildren();
        all = systems.map(newCard);
        runs = [];
      }
      asked = false;
      if (systems.some(({ verdict }) => verdict)) {
        const begun = runs.length ? runs : [systems.map(({ first }) => first)];
        runs = verdicts.withRun(begun, systems.map(({ verdict }) => verdict));
      } else runs = [];
      // cards turn after a click; when a page is reopened they lie as they were
      turn(runs.length > 0 && Boolean(navigator.userActivation?.isActive));
    },
    /** @param {number} at */
    open(at) {
      openOnly(at);
      common.goTo(all[at].node);
    },
    /** What each card says, in words. */
    results: () => systems.map((system) => saidOf(system).map(verdicts.wordsOf).join(", ")),
    /** What was counted in each audit. */
    counts: () => runs.map(verdicts.counted),
    stop: () => skip?.(),
  };
}
