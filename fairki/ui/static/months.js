/** A year of operation that runs month by month with a plan; the log grows, and what happened is told at the end. */
import * as common from "./common.js";
import * as month_by_month from "./month_by_month.js";
import * as months_line from "./months_line.js";
import * as months_texts from "../../web/texts/months_texts.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";

const { h, button, newId, same, status } = common;
const { MONTHS } = month_by_month;
const { s } = picture;
const MONTH = 520; // ms for each month of a year that runs

/** @typedef {import("./month_by_month.js").Year} Year */
/** @typedef {import("./month_by_month.js").Lane} Lane */

/**
 * A sign of the legend that is no mark.
 * @param {...SVGElement} nodes
 */
const swatch = (...nodes) => s("svg", { class: "fk-sign", viewBox: "0 0 18 18", "aria-hidden": "true" }, ...nodes);

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {string[]} */
  const groups = model.get("groups");
  /** @returns {{ lanes: Lane[], years: Year[], plan: number[] }} */
  const planned = () => ({ lanes: model.get("lanes"), years: model.get("years"), plan: model.get("plan") });

  let run = planned(); // the plan that is on the page, until the year runs again
  let which = 0;
  let month = 0;
  let width = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let playing = undefined;

  const line = months_line.line(groups);
  const sentence = h("p", { class: "fk-sentence-of" });
  const warning = h("p", { class: "fk-stale-run", role: "status" });
  const stage = h("div", { class: "fk-months-stage" });
  const toll = h("p", { class: "fk-toll" });
  const story = h("p", { class: "fk-story" });
  const id = newId();
  const slider = h("input", { type: "range", id, min: 0, max: MONTHS, step: 1, oninput: () => halt(Number(slider.value)) });
  const label = h("label", { for: id });
  const play = button("primary", () => (playing ? halt(month) : start()));
  const second = button("secondary", () => (over() ? another() : halt(MONTHS)));
  const log = h("tbody");
  const names = h("ul", { class: "fk-legend" });
  const heard = status();

  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-months", "aria-label": model.get("label") },
      sentence,
      h("div", { class: "fk-row" }, play, second),
      warning,
      h("div", { class: "fk-months-slider" }, label, slider),
      stage,
      toll,
      story,
      legend(),
      names,
      h("p", { class: "fk-log-title", "aria-hidden": "true" }, months_texts.log),
      h(
        "div",
        { class: "fk-table fk-log-of-year", tabindex: "0", role: "region", "aria-label": months_texts.log },
        h(
          "table",
          {},
          h("caption", { class: "fk-only-heard" }, months_texts.log),
          h("thead", {}, h("tr", {}, ...months_texts.columns.map((name) => h("th", { scope: "col" }, name)))),
          log,
        ),
      ),
      heard,
    ),
  );

  function legend() {
    const { seen, unseen, value, beyond, limit } = months_texts.kinds;
    const check = picture.sign("circle", "fk-yes");
    check.append(s("path", { class: "fk-check", d: "M-3 0L-1 2.5L3 -2.5" }));
    return picture.legend(
      [check, seen],
      [picture.sign("circle", "fk-gone"), unseen],
      [swatch(s("path", { class: "fk-limit", d: "M1 9H17" })), limit],
      [swatch(s("path", { class: "fk-span", d: "M9 1V17" }), s("circle", { class: "fk-mark fk-yes", cx: 9, cy: 9, r: 4 })), value],
      [picture.sign("diamond", "fk-yes fk-wrong"), beyond],
    );
  }

  /** What is explained once the year is over: the tint, and who was harmed. */
  function explain() {
    const { fault, since, harmed, missing } = now();
    const tint = s("rect", { class: fault ? "fk-drift" : "fk-season", x: 1, y: 1, width: 16, height: 16, rx: 4 });
    const who = groups.flatMap((name, at) =>
      harmed.some((counts) => counts[at])
        ? [/** @type {[Node, string]} */ ([picture.sign(picture.shapeOf(at), `fk-harmed ${missing ? "fk-absent" : "fk-wrong"}`), name])]
        : [],
    );
    const tinted = since ? [/** @type {[Node, string]} */ ([swatch(tint), months_texts.kinds.change])] : [];
    names.replaceChildren(...(over() ? picture.legend(...tinted, ...who).children : []));
  }

  const now = () => run.years[which];
  const over = () => month > 0 && month === now().end;
  const stale = () => !same(run.plan, model.get("plan"));

  // ---- the picture ----

  function build() {
    if (!width || !run.years.length) return;
    const room = Math.max(...run.years.map(({ harmed }) => harmed.flat().reduce((all, one) => all + one, 0)));
    stage.replaceChildren(line.build(width, run.lanes, now(), room));
    show(month, false);
  }

  /**
   * @param {number} to
   * @param {boolean} falls
   */
  function show(to, falls) {
    month = Math.min(to, now().end);
    const told = months_texts.place(which + 1, run.years.length, month, MONTHS);
    picture.write(label, told);
    slider.value = String(month);
    slider.setAttribute("aria-valuetext", told);
    write();
    if (!over()) tell("", "", months_texts.ahead);
    line.show(now(), month, falls, () => over() && tell(now().toll, now().story, now().verdict));
    buttons();
  }

  /** Each month brings a line or makes the last one longer. */
  function write() {
    const rows = month_by_month.entries(now(), month);
    const cells = rows.map(({ first, last, seen, done }) => [months_texts.span(first, last), seen, done]);
    log.replaceChildren(
      ...cells.map(([first, ...others]) => h("tr", {}, h("th", { scope: "row" }, first), ...others.map((text) => h("td", {}, text)))),
    );
    const box = log.closest("div");
    if (box) box.scrollTop = box.scrollHeight;
  }

  /**
   * @param {string} harmed
   * @param {string} told
   * @param {string} headline
   */
  function tell(harmed, told, headline) {
    picture.write(toll, harmed);
    picture.write(story, told);
    picture.write(sentence, headline);
    explain();
    if (!told) return;
    heard.textContent = [headline, harmed, told].join(" ");
    if (!stale()) block.commit(month_by_month.remember(block.value ?? [], run.plan));
  }

  function buttons() {
    picture.write(play, playing ? months_texts.stop : over() && !stale() ? months_texts.again : months_texts.play);
    picture.write(second, over() ? months_texts.other : months_texts.skip);
    picture.write(warning, stale() ? months_texts.stale : "");
    second.hidden = !month;
    stage.classList.toggle("fk-faded", stale());
  }

  // ---- letting it run ----

  function start() {
    if (stale() || over()) begin();
    if (motion.calm.matches) return halt(MONTHS);
    const step = () => {
      if (month + 1 >= now().end) return halt(MONTHS);
      playing = setTimeout(step, MONTH);
      show(month + 1, false);
    };
    playing = setTimeout(step, 250);
    buttons();
  }

  /** The year from its first month, with the plan as it is now. */
  function begin() {
    run = planned();
    month = 0;
    build();
  }

  function another() {
    which = (which + 1) % run.years.length;
    begin();
  }

  /** @param {number} to the month at which it stops */
  function halt(to) {
    const fresh = !over();
    clearTimeout(playing);
    playing = undefined;
    show(to, fresh);
  }

  function onPlan() {
    if (playing) halt(month);
    if (!month) begin();
    else buttons();
  }

  const changes = ["change:plan", "change:years"];
  for (const name of changes) model.on(name, onPlan);
  const deaf = picture.onWidth(stage, (wide) => {
    width = wide;
    build();
  });
  return {
    stop() {
      for (const name of changes) model.off(name, onPlan);
      deaf();
      clearTimeout(playing);
      line.stop();
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, valid: () => false }),
};
