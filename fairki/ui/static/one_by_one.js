/** Parts of a block of which one is shown at a time, with an overview of all; print and „alles auf einer Seite“ show all. */
import * as common from "./common.js";
import * as one_by_one_texts from "../../web/texts/one_by_one_texts.js";

const { h, button, icon } = common;
const STEP = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowRight: 1 });

/** @typedef {{ sign: string, word: string, done: boolean }} State how far the learner is with a part */

/**
 * What to show above and below the parts, with {overview, ways, update}; a single part needs neither.
 * @param {HTMLElement[]} parts each can take the focus
 * @param {(at: number) => State} stateOf
 */
export function oneByOne(parts, stateOf) {
  const total = parts.length;
  let shown = 0;
  let chosen = false; // whether the learner has gone to a part; until then the first open one is shown
  const told = h("p", { class: "fk-hint" });
  const marks = parts.map((_, at) => button("secondary", () => go(at), { class: "fk-button fk-secondary fk-turn" }));
  const overview = h(
    "div",
    { class: "fk-overview", role: "group", "aria-label": one_by_one_texts.overview, onkeydown: step },
    h("div", { class: "fk-turns" }, ...marks),
    told,
  );
  const back = button("quiet", () => go(shown - 1), {}, one_by_one_texts.back);
  const on = button("secondary", () => go(shown + 1), {}, one_by_one_texts.on);
  const ways = h("div", { class: "fk-row fk-ways" }, on, back);
  overview.hidden = ways.hidden = total < 2;
  parts.forEach((part) => part.setAttribute("tabindex", "-1"));

  /** @param {number} at */
  function turn(at) {
    shown = at;
    parts.forEach((part, one) => part.toggleAttribute("data-away", one !== at));
    back.hidden = at === 0;
    on.hidden = at === total - 1;
    update();
  }

  /** @param {number} at */
  function go(at) {
    chosen = true;
    turn(at);
    parts[at].focus({ preventScroll: true });
    overview.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  function step(event) {
    const at = shown + (STEP[event.key] ?? 0);
    if (at === shown || !parts[at]) return;
    event.preventDefault();
    chosen = true;
    turn(at);
    marks[at].focus();
  }

  function update() {
    const states = parts.map((_, at) => stateOf(at));
    const next = states.findIndex(({ done }) => !done);
    if (!chosen && next >= 0 && next !== shown) return turn(next);
    told.textContent = one_by_one_texts.done(states.filter(({ done }) => done).length, total);
    marks.forEach((mark, at) => {
      mark.replaceChildren(String(at + 1), icon(states[at].sign));
      mark.setAttribute("aria-label", one_by_one_texts.part(at + 1, states[at].word));
      if (at === shown) mark.setAttribute("aria-current", "step");
      else mark.removeAttribute("aria-current");
    });
  }

  turn(0);
  return {
    overview,
    ways,
    update,
    /** From now on the shown part stays until the learner goes on. */
    stay: () => (chosen = true),
  };
}
