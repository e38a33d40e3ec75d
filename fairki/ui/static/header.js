/** The steps of a module: what is done, where the learner is, how long it takes. */
import * as seen from "../../web/seen.js";
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as progress from "./progress.js";
import * as notice from "./notice.js";
import * as header_texts from "../../web/texts/header_texts.js";
import * as progress_texts from "../../web/texts/progress_texts.js";

const { h, icon, goTo, unitStart } = common;

/** @param {import("./common.js").Block} block */
function draw(block) {
  const module = block.model.get("module");
  /** @type {import("./common.js").Unit[]} */
  const units = block.model.get("units");
  const state = h("p", { class: "fk-steps-state" });
  const links = units.map((unit) =>
    h("a", {
      class: "fk-step",
      href: `#einheit-${unit[0]}`,
      onclick: (/** @type {MouseEvent} */ event) => {
        event.preventDefault();
        const start = unitStart(unit);
        if (start) goTo(start);
      },
    }),
  );
  const list = h("ol", {}, ...links.map((link) => h("li", {}, link)));
  const label = header_texts.units(block.model.get("title"));
  block.root.append(h("nav", { class: "fk-steps", "aria-label": label }, state, list));

  /** @type {string | null} */
  let current = null;
  let asked = false;
  let moved = false; // whether the learner has done anything; a page that only grows must not move `last`

  function update() {
    progress.settle(module, units);
    const data = store.read();
    const states = units.map((unit) => progress.stateOf(data, module, unit));
    const left = units.reduce((sum, unit, index) => sum + (states[index].done ? 0 : unit[2]), 0);
    const count = states.filter(({ done }) => done).length;
    state.textContent = left ? header_texts.state(count, units.length, left) : header_texts.allDone;
    units.forEach(([id, title, minutes], index) => {
      const link = links[index];
      const here = id === current;
      const { done, begun, missing } = states[index];
      link.dataset.state = done ? "done" : here ? "here" : "open";
      if (here) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      const open = begun ? header_texts.still(progress_texts.questions(missing)) : header_texts.takes(minutes);
      const note = done ? header_texts.done : here ? header_texts.here : open;
      if (link.dataset.note === note && link.hasChildNodes()) return; // a click may have begun on what is there
      link.dataset.note = note;
      link.replaceChildren(
        h("span", { class: "fk-step-mark", "aria-hidden": "true" }, done ? icon("✓") : id),
        h("span", { class: "fk-step-title" }, h("span", { class: "fk-only-heard" }, header_texts.unit(id)), title),
        h("span", { class: "fk-step-note" }, h("span", { class: "fk-only-heard" }, ", "), note),
      );
    });
  }

  // The current unit is the only one that is shown or, where all are, the last one whose beginning has passed the upper
  // half of the window.
  function look() {
    asked = false;
    const shown = units.filter((unit) => seen.isSeen(unitStart(unit)));
    const passed = shown.filter((unit) => (unitStart(unit)?.getBoundingClientRect().top ?? 0) < innerHeight / 2);
    const now = (shown.length === 1 ? shown : passed).at(-1)?.[0] ?? null;
    if (moved && now) store.setLast(module, now);
    if (now === current) return;
    current = now;
    update();
  }

  function onMove() {
    moved = true;
    onScroll();
  }

  function onScroll() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(look);
  }

  update();
  notice.watch();
  common.tellUnits(module, units);
  onScroll();
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  for (const name of common.GESTURES) window.addEventListener(name, onMove, { capture: true, passive: true });
  const deaf = common.onPage(["fairki-store"], update);
  const unaware = common.onPage(["fairki-unit"], onScroll);
  return {
    stop() {
      document.removeEventListener("scroll", onScroll, { capture: true });
      for (const name of common.GESTURES) window.removeEventListener(name, onMove, { capture: true });
      deaf();
      unaware();
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["module", "title", "units"] }),
};
