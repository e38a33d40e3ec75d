/** The facilitator's own questions: a form with a preview, those that the company has prepared, and those that wait. */
import * as asked from "./asked.js";
import * as lead_draft from "./lead_draft.js";
import * as lead_pieces from "./lead_pieces.js";
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";
import * as lead_ask_texts from "../texts/lead_ask_texts.js";

/** @typedef {import("./lead_draft.js").Typed} Typed */
/** @typedef {import("./lead_draft.js").Question} Question */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @typedef {{ label: string, make: (name: keyof Typed) => Field, usual?: string }} Entry */

const { make, redraw } = live;
const { command, part, sheet, state, steps } = lead_room;
const { button } = lead_pieces;
const { typed } = lead_draft;
const texts = lead_ask_texts;

const form = make("form", { class: "lead-ask", novalidate: true, on: { submit: (/** @type {SubmitEvent} */ event) => { event.preventDefault(); ask(true); } } });
const preview = make("div", { class: "lead-asked", role: "region", "aria-label": texts.preview });
const lists = make("div", {});
const unfolded = make("details", { "data-name": "ask" }, make("summary", {}, texts.open), make("p", { class: "lead-quiet" }, texts.privacy), make("div", { class: "lead-asking" }, form, preview));

/** @type {(name: keyof Typed) => HTMLInputElement} */
const short = (name) => make("input", { id: `ask-${name}`, type: "text", autocomplete: "off", maxlength: 300 });
/** @type {(name: keyof Typed) => HTMLTextAreaElement} */
const long = (name) => make("textarea", { id: `ask-${name}`, rows: name === "question" ? 2 : 4, maxlength: name === "question" ? 300 : 4000 });
/** @type {(from: number, to: number) => (name: keyof Typed) => HTMLSelectElement} */
const one = (from, to) => (name) => make("select", { id: `ask-${name}` }, Array.from({ length: to - from + 1 }, (_, at) => make("option", { value: String(from + at) }, String(from + at))));
const cases = () => sheet().cases;

/** @type {Record<string, Entry>} */
const ENTRIES = {
  question: { label: texts.question, make: long },
  options: { label: texts.options, make: long },
  most: { label: texts.most, make: one(1, lead_draft.MOST_OPTIONS) },
  words: { label: texts.words, make: one(1, 5) },
  low: { label: texts.low, make: short },
  high: { label: texts.high, make: short },
  steps: { label: texts.steps, make: one(2, 10) },
  least: { label: texts.least, make: short },
  greatest: { label: texts.greatest, make: short },
  unit: { label: texts.unit, make: short },
  truth: { label: texts.truth, make: short },
  groups: { label: texts.groups, make: one(2, 8) },
  by: { label: texts.by, make: (name) => make("select", { id: `ask-${name}` }, texts.ways.map(([value, text]) => make("option", { value }, text))) },
  minutes: { label: texts.minutes, make: short },
  case: { label: texts.aCase, make: (name) => make("select", { id: `ask-${name}` }, cases().map(({ id, name }) => make("option", { value: id }, name))) },
};
/** @type {Record<string, (keyof Typed)[]>} */
const ENTRIES_OF = {
  poll: ["question", "options", "most"],
  [lead_draft.CASE]: ["case", "question", "options", "most"],
  scale: ["question", "low", "high", "steps"],
  estimate: ["question", "least", "greatest", "unit", "truth"],
  ranking: ["question", "options"],
  text: ["question"],
  cloud: ["question", "words"],
  qa: ["question"],
  groups: ["question", "groups", "by"],
};

/** Once for the page: what is being typed stays, whatever the events bring. */
export function draw() {
  if (!form.firstChild) {
    part("ask").replaceChildren(make("div", { class: "fk-panel" }, make("h3", {}, texts.title), unfolded, lists));
    fill();
    unfolded.open = Boolean(typed.question);
  }
  redraw(lists, [sheet().plan, waiting().map(({ id }) => id), state().position], listed);
}

function fill() {
  const kinds = [...texts.kinds, ...(cases().length ? [[lead_draft.CASE, texts.vote]] : [])];
  if (!kinds.some(([id]) => id === typed.kind)) lead_draft.type({ kind: "poll" });
  const kind = make("select", { id: "ask-kind" }, kinds.map(([id, name]) => make("option", { value: id, selected: id === typed.kind }, name)));
  kind.addEventListener("change", () => {
    lead_draft.type({ kind: kind.value, ...(kind.value === lead_draft.CASE ? aboutCase() : {}) });
    fill();
    document.getElementById("ask-kind")?.focus();
  });
  form.replaceChildren(
    make("label", { for: "ask-kind" }, texts.kind),
    kind,
    ...[...ENTRIES_OF[typed.kind], /** @type {keyof Typed} */ ("minutes")].flatMap(entry),
    make("p", { id: "ask-problem", class: "fk-error", role: "alert" }),
    make(
      "div",
      { class: "fk-row" },
      make("button", { class: "fk-button fk-primary", "data-name": "ask-now" }, texts.ask),
      button("ask-later", typed.editing ? texts.change : texts.later, true, () => ask(false)),
      button("ask-clear", texts.clear, true, () => { lead_draft.clear(); fill(); form.querySelector("textarea")?.focus(); })
    )
  );
  look();
}

// The usual question about a case, unless something was written already.
function aboutCase() {
  return { question: typed.question || texts.caseQuestion, options: typed.options || texts.caseOptions.join("\n") };
}

/** @param {keyof Typed} name */
function entry(name) {
  const { label, make: field } = ENTRIES[name];
  const there = field(name);
  if (name === "options" && typed.kind === "ranking") there.setAttribute("aria-description", texts.things);
  if (typed[name]) there.value = typed[name];
  if (name === "case") lead_draft.type({ case: there.value });
  there.addEventListener("input", () => {
    lead_draft.type({ [name]: there.value });
    there.removeAttribute("aria-invalid");
    live.put(document.getElementById("ask-problem"), "");
    look();
  });
  return [make("label", { for: there.id }, name === "options" && typed.kind === "ranking" ? texts.things : label), there];
}

function look() {
  const shown = lead_draft.shown(cases());
  preview.replaceChildren(
    make("p", { class: "lead-quiet" }, texts.preview),
    make("p", { class: "screen-question" }, asked.question(shown) || "…"),
    ...[asked.choices(shown)].flat().filter((one) => one !== null)
  );
}

/** @param {boolean} now */
async function ask(now) {
  const wrong = lead_draft.problem();
  if (wrong) {
    const field = document.getElementById(`ask-${wrong.field}`);
    live.put(document.getElementById("ask-problem"), wrong.problem);
    field?.setAttribute("aria-invalid", "true");
    field?.setAttribute("aria-describedby", "ask-problem");
    return field?.focus();
  }
  const made = lead_draft.question(cases());
  const { editing } = typed;
  const edits = editing && waiting().some(({ id }) => id === editing);
  if (edits && !(await command("rewrite", { step: editing, ...made }, texts.changed))) return;
  if (edits && now && !(await start(editing))) return;
  if (!edits && !(await command("ask", { ...made, now }, now ? texts.asked : texts.kept))) return;
  lead_draft.clear();
  unfolded.open = false;
  fill();
  if (now) part("now").focus();
}

/** @param {string} step */
async function start(step) {
  return (await command("go", { step })) && command("open", { step, round: 1 }, texts.asked);
}

const waiting = () => steps().filter(({ id }) => id.startsWith("own-") && state().phases[id]?.next === null);

function listed() {
  return [
    shelf(texts.waiting, waiting(), (step) => [
      button(`ask ${step.id}`, texts.ask, true, () => start(step.id), named(texts.ask, step.settings)),
      button(`edit ${step.id}`, texts.edit, true, () => edit(of(step), step.id), named(texts.edit, step.settings)),
      step.id === state().position ? null : button(`drop ${step.id}`, texts.remove, true, () => command("drop", { step: step.id }, texts.removed), named(texts.remove, step.settings)),
    ]),
    shelf(texts.prepared, sheet().questions, (step) => [
      button(`ask ${step.id}`, texts.ask, true, () => command("ask", { ...of(step), now: true }, texts.asked), named(texts.ask, step.settings)),
      button(`take ${step.id}`, texts.take, true, () => edit(of(step), ""), named(texts.take, step.settings)),
    ]),
  ];
}

/**
 * @param {string} title
 * @param {import("./lead_room.js").Step[]} all
 * @param {(step: import("./lead_room.js").Step) => import("./live.js").Child[]} buttons
 */
function shelf(title, all, buttons) {
  if (!all.length) return null;
  return make(
    "details",
    { "data-name": title, open: all.length <= 3 },
    make("summary", {}, `${title} (${all.length})`),
    make("ul", { class: "lead-shelf" }, all.map((step) => make("li", {}, make("p", {}, make("strong", {}, `${step.title}: `), step.settings?.question), make("div", { class: "fk-row" }, buttons(step)))))
  );
}

/** @param {import("./lead_room.js").Step} step */
const of = (step) => ({ kind: step.activity ?? "", settings: step.settings ?? {}, minutes: step.minutes });
/**
 * @param {string} what
 * @param {Record<string, any> | undefined} settings
 */
const named = (what, settings) => ({ "aria-label": texts.about(what, settings?.question) });

/**
 * @param {Question} question
 * @param {string} editing
 */
function edit(question, editing) {
  lead_draft.load(question, cases(), editing);
  unfolded.open = true;
  fill();
  document.getElementById("ask-question")?.focus();
}
