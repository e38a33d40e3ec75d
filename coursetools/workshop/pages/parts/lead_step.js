/** The current step on the facilitator's page: what it is, its votes, its free texts. */
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";
import * as live from "./live.js";
import * as result from "./result.js";
import * as lead_texts from "../texts/lead_texts.js";
import * as live_texts from "../texts/live_texts.js";

const { base, make } = live;
const { at, command, phase, sheet, state, step, steps } = lead_room;
const { button, wall, words } = lead_pieces;
const AT_ONCE = 200; // words; a command has room for so many

export function current() {
  const texts = lead_texts.step;
  const now = step();
  if (!now) {
    return [
      make("h2", {}, texts.arrival),
      make("p", {}, texts.arrivalText),
      wall("fk-primary"),
    ];
  }
  return [
    make("h2", {}, now.title),
    make(
      "p",
      { class: "lead-quiet" },
      [texts.kinds[now.kind], texts.minutes(now.minutes), now.unit && texts.unit(shown(now.unit))].filter(Boolean).join(" · ")
    ),
    now.goal ? make("p", {}, make("strong", {}, texts.goal), now.goal) : null,
    now.page ? coursePage(now.page, now.kind) : null,
    at() === steps().length - 1 ? make("p", {}, texts.last) : null,
  ];
}
/**
 * The number that the course shows for a unit.
 * @param {string} id
 */
const shown = (id) => sheet().units.find((unit) => unit.id === id)?.number ?? id;

/**
 * In a step of the kind „page“ the page is what the room looks at.
 * @param {string} page
 * @param {string} kind
 */
function coursePage(page, kind) {
  const texts = lead_texts.step;
  const needed = kind === "page";
  const look = needed ? "fk-button fk-primary" : null;
  return make(
    "p",
    {},
    make("a", { class: look, href: base + page.slice(1), target: "_blank", rel: "noopener" }, needed ? texts.openPage : texts.openPageToo),
    needed ? make("span", { class: "lead-hint" }, texts.showPage) : null
  );
}

export function votes() {
  const texts = lead_texts.votes;
  const now = phase();
  if (!now) return null;
  const name = live_texts.phases[now.names[Math.min(now.round, now.names.length) - 1]] ?? "";
  const earlier = now.rounds.slice(0, -1);
  const inParts = Boolean(state().public?.cards); // an answer comes card by card: finished ones count
  const head = make(
    "p",
    { class: "lead-count" },
    make("strong", {}, String(now.finished)),
    inParts ? texts.finished(state().people) : texts.answered(state().people)
  );
  const begun = now.answers - now.finished;
  const about = [begun ? texts.begun(begun) : "", texts.round(now.round, name, texts.states[now.state]), earlier.length ? texts.earlier(earlier) : ""];
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, texts.title),
    head,
    make("p", { class: "lead-quiet" }, about.filter(Boolean).join(" ")),
    preview(now)
  );
}

/** @param {import("./lead_room.js").Phase} now */
function preview(now) {
  const texts = lead_texts.votes;
  if (now.state === "hidden") return make("p", {}, texts.hidden);
  const { fewest, new: late, result: found, too_few: lacking } = state();
  if (now.state === "open") return make("p", {}, texts.open(fewest - now.finished));
  if (lacking) return make("p", {}, texts.tooFew(lacking, fewest));
  if (!found) return make("p", {}, texts.computing);
  const seen = now.state === "revealed";
  return [
    late ? make("p", {}, texts.late(late.answers, late.missing)) : null,
    make(
      "details",
      { class: "lead-preview", open: true },
      make("summary", {}, seen ? texts.seen : texts.preview),
      result.draw(found, 4)
    ),
  ];
}

export function freeTexts() {
  const texts = lead_texts.texts;
  const now = phase();
  if (!now || (now.free_text === null && !now.moderated)) return null;
  const id = state().position;
  const shown = state().texts.filter((one) => one.shown).length;
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, texts.title),
    now.free_text !== null && make(
      "label",
      { class: "lead-check" },
      make("input", {
        type: "checkbox",
        "data-name": "free",
        checked: now.free_text,
        on: {
          change: (/** @type {any} */ event) =>
            command("free_text", { step: id, on: event.target.checked }, event.target.checked ? texts.on : texts.off),
        },
      }),
      make("span", {}, texts.allow)
    ),
    state().texts.length
      ? [
          make("p", { class: "lead-quiet" }, texts.count(state().texts.length, shown)),
          all(id),
          make("ul", { class: "lead-texts" }, state().texts.map((one) => moderated(id, one))),
        ]
      : now.free_text || now.moderated
        ? make("p", { class: "lead-quiet" }, texts.none(state().fewest))
        : null
  );
}

/**
 * Words are read at a glance, and there are many.
 * @param {string | null} id
 */
function all(id) {
  const hidden = state().texts.filter((one) => !one.shown).map((one) => one.text).slice(0, AT_ONCE);
  if (state().public?.kind !== "cloud" || hidden.length < 2) return null;
  return make("p", {}, button("all", lead_texts.texts.all(hidden.length), true, () => command("moderate", { step: id, texts: hidden, shown: true })));
}

/**
 * Only questions can be answered, once they are seen.
 * @param {string | null} id
 * @param {import("./lead_room.js").Written} one
 */
function answered(id, one) {
  const texts = lead_texts.texts;
  const what = one.answered ? texts.open : texts.answered;
  if (state().public?.kind !== "qa" || !one.shown) return null;
  const run = () => command("answered", { step: id, text: one.text, on: !one.answered });
  return button(`answered ${one.text}`, what, true, run, { "aria-label": texts.about(what, one.text) });
}

/**
 * @param {string | null} id
 * @param {import("./lead_room.js").Written} one
 */
function moderated(id, one) {
  const texts = lead_texts.texts;
  const what = one.shown ? texts.hide : texts.show;
  return make(
    "li",
    {},
    make("p", {}, one.text, one.shown ? make("strong", {}, one.answered ? texts.done : texts.shown) : null),
    make(
      "button",
      {
        type: "button",
        class: "fk-button fk-secondary",
        "data-name": `text ${one.text}`,
        "aria-label": texts.about(what, one.text),
        on: { click: () => command("moderate", { step: id, text: one.text, shown: !one.shown }) },
      },
      what
    ),
    answered(id, one)
  );
}

/** What to say now; nothing is prepared for a question that was written here. */
export function told() {
  const now = step();
  if (!now) return [make("h3", {}, lead_texts.words.begin), words(steps()[0], false)];
  return now.say.length || now.ask.length || now.plan_b ? words(now, false) : null;
}
