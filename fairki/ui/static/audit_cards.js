/** The systems as cards: they turn over one by one, and each opens its evidence. What was missed stays hidden until asked for. */
import * as common from "./common.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";
import * as verdicts from "./verdicts.js";
import * as matrix_texts from "../../web/texts/matrix_texts.js";

const { h, button, icon, newId } = common;
const { cards: words } = matrix_texts;

/** @typedef {import("./verdicts.js").Judged} Judged */

const APART = 240;
const TURN = 420;

/**
 * The cards of one audit after another; once turned, they stay turned.
 * @template {Judged} System
 * @param {{ evidence: (system: System) => Node[], changed: (results: string[]) => void }} page what a card opens, and who else shows the results
 */
export function newCards({ evidence, changed }) {
  let [up, asked] = [false, false];
  /** @type {(() => void) | null} */
  let skip = null;
  /** @type {{ system: System, node: HTMLButtonElement, back: HTMLElement, toggle: (open: boolean) => void }[]} */
  let all = [];
  const sentence = common.status("fk-sentence-of");
  const act = button("primary", go);
  const grid = h("ul", { class: "fk-audit-cards" });
  const node = h("div", { class: "fk-audit-picture" }, sentence, h("p", {}, act), grid);

  function go() {
    if (skip) return skip();
    if (up) {
      asked = !asked;
      return settle();
    }
    act.textContent = words.skip;
    skip = motion.motion(
      APART * (all.length - 1) + TURN,
      (time) => all.slice(0, Math.floor(time / APART) + 1).forEach((card) => face(card, true)),
      () => {
        [skip, up] = [null, true];
        settle();
      },
    );
    if (up) skip = null; // whoever wants calm has the last frame already
  }

  /**
   * @param {(typeof all)[number]} card
   * @param {boolean} shown
   */
  function face({ system, node: card, back }, shown) {
    const marks = verdicts.marksOf(system, asked);
    card.classList.toggle("fk-up", shown);
    card.setAttribute("aria-label", words.label(system.name, shown ? marks.map((mark) => words.marks[mark]) : [words.hidden]));
    if (!shown || back.dataset.marks === marks.join()) return;
    back.dataset.marks = marks.join();
    back.dataset.verdict = marks[0];
    back.replaceChildren(
      h("span", {}, system.name),
      ...marks.map((mark) => h("span", { class: "fk-audit-mark", "data-verdict": mark }, icon(verdicts.SIGNS[mark]), h("b", {}, words.marks[mark]))),
    );
  }

  function settle() {
    for (const card of all) face(card, up);
    act.textContent = up ? (asked ? words.hide : words.solve) : words.turn;
    picture.write(sentence, verdicts.sentenceOf(all.map(({ system }) => system), up, asked));
    changed(all.map(({ system }) => (up ? verdicts.marksOf(system, asked).map((mark) => words.marks[mark]).join(", ") : words.hidden)));
  }

  /** @param {System} system */
  function newCard(system) {
    const id = newId();
    const back = h("span", { class: "fk-audit-side fk-audit-back" });
    const front = h("span", { class: "fk-audit-side" }, h("span", {}, system.name), icon(verdicts.SIGNS.still));
    const inner = h("span", { class: "fk-audit-inner", "aria-hidden": "true" }, front, back);
    const card = h("button", { type: "button", class: "fk-audit-card", "aria-expanded": "false", "aria-controls": id }, inner);
    const paper = h("li", { class: "fk-audit-evidence", id, hidden: true }, h("strong", {}, system.name), ...evidence(system));
    /** @param {boolean} open */
    const toggle = (open) => {
      card.setAttribute("aria-expanded", String(open));
      paper.hidden = !open;
    };
    card.addEventListener("click", () => {
      const open = paper.hidden !== false;
      for (const other of all) other.toggle(false);
      toggle(open);
    });
    grid.append(h("li", {}, card), paper);
    return { system, node: card, back, toggle };
  }

  return {
    node,
    /** @param {System[]} systems */
    show(systems) {
      skip?.();
      const open = all.find((card) => card.node.getAttribute("aria-expanded") === "true")?.system.name;
      asked = false;
      grid.replaceChildren();
      all = systems.map(newCard);
      for (const card of all) card.toggle(card.system.name === open);
      settle();
    },
    /** @param {number} at */
    open(at) {
      all.forEach((card, place) => card.toggle(place === at));
      common.goTo(all[at].node);
    },
    stop: () => skip?.(),
  };
}
