/** The editor in which a facilitator puts an agenda together: steps, minutes, order; what it adds up to is always said. */
import * as agenda_plan from "./agenda_plan.js";
import * as agenda_texts from "../texts/agenda_texts.js";
import * as lead_more_texts from "../texts/lead_more_texts.js";
import * as lead_pieces from "./lead_pieces.js";
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";

/** @typedef {import("./agenda_plan.js").Row} Row */

const { make, put } = live;
const { command, say, sheet } = lead_room;
const { button } = lead_pieces;
const texts = agenda_texts;
const BEGIN = "9:00";

/**
 * What is being put together; it outlives the redrawing of the page, and nobody else sees it.
 * @type {{ rows: Row[], title: string, begins: string, planned: string } | null}
 */
let draft = null;
const plan = () => (draft ??= agenda_plan.of(sheet().agenda, BEGIN));
const place = make("div", { class: "lead-agenda" });
const total = make("p", { class: "lead-sum", role: "status" });

export function editor() {
  draw();
  return place;
}

/** @param {string} focus the name of what has the focus then */
function draw(focus = "") {
  place.replaceChildren(
    ...[
      make("p", {}, texts.about),
      template(),
      field("agenda-title", texts.name, plan().title, (value) => { plan().title = value; }),
      make("div", { class: "lead-times" }, field("agenda-begins", texts.begins, plan().begins, (value) => { plan().begins = value; }), field("agenda-planned", texts.planned, plan().planned, (value) => { plan().planned = value; }, true)),
      make("h4", {}, texts.list),
      plan().rows.length ? make("ol", { class: "lead-rows" }, plan().rows.map(row)) : make("p", {}, texts.empty),
      make("p", { class: "lead-quiet" }, texts.keys),
      total,
      adding(),
      make("div", { class: "lead-tools" }, button("agenda-take", texts.take, plan().rows.length > 0, take, { main: true }), button("agenda-save", texts.save, plan().rows.length > 0, save)),
      make("p", { class: "lead-quiet" }, texts.saveHint),
    ]
  );
  reckon();
  if (focus) /** @type {HTMLElement | null} */ (place.querySelector(`[data-name="${focus}"]`))?.focus();
}

/** What it adds up to, and when each step begins. */
function reckon() {
  const sums = agenda_plan.reckoned(plan());
  place.querySelectorAll(".lead-at").forEach((one, at) => put(one, sums.times[at] ?? ""));
  put(total, sums.wrong || texts.sum(sums.total, sums.end, sums.planned));
}

function template() {
  const select = make("select", { id: "agenda-from", "data-name": "agenda-from" }, sheet().agendas.map((one) => make("option", { value: one.id, selected: one.id === sheet().agenda.id }, lead_more_texts.settings.lasts(one.title, one.minutes))));
  const run = () => {
    const chosen = sheet().agendas.find((one) => one.id === select.value);
    if (chosen) draft = agenda_plan.of(chosen, plan().begins);
    draw("agenda-load");
  };
  return make("div", {}, make("label", { for: "agenda-from" }, texts.from), make("p", { class: "lead-quiet" }, texts.fromHint), select, button("agenda-load", texts.load, true, run));
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} keep
 * @param {boolean} number
 */
function field(id, label, value, keep, number = false) {
  const input = make("input", { id, type: "text", value, "data-name": id, autocomplete: "off", inputmode: number ? "numeric" : null, on: { input: () => { keep(input.value); reckon(); } } });
  return make("div", {}, make("label", { for: id }, label), input);
}

/**
 * @param {Row} one
 * @param {number} at
 */
function row(one, at) {
  const step = known(one.id);
  const title = step?.title ?? one.id;
  /** @param {number} by */
  const shift = (by) => {
    if (!agenda_plan.moved(plan().rows, at, by)) return;
    draw(`agenda-row ${at + by}`);
    say(texts.moved(title, at + by + 1));
  };
  /** @param {KeyboardEvent} event */
  const keys = (event) => {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    shift(event.key === "ArrowUp" ? -1 : 1);
  };
  const input = make("input", { type: "text", inputmode: "numeric", value: one.minutes, "aria-label": texts.of(texts.minutes, title), "data-name": `agenda-row ${at}`, on: { input: () => { one.minutes = input.value; reckon(); } } });
  /** @type {(name: string, sign: string, what: string, usable: boolean, run: () => void) => HTMLElement} */
  const small = (name, sign, what, usable, run) => button(`agenda-${name} ${at}`, sign, usable, run, { "aria-label": texts.of(what, title) });
  return make(
    "li",
    { on: { keydown: keys } },
    make("span", { class: "lead-row-title" }, make("span", { class: "lead-at" }), title),
    make(
      "span",
      { class: "lead-row-tools" },
      input,
      small("up", "↑", texts.up, at > 0, () => shift(-1)),
      small("down", "↓", texts.down, at < plan().rows.length - 1, () => shift(1)),
      small("remove", "✕", texts.remove, true, () => {
        plan().rows.splice(at, 1);
        draw(plan().rows.length ? `agenda-remove ${Math.min(at, plan().rows.length - 1)}` : "agenda-add");
        say(texts.removed(title));
      })
    )
  );
}

/** @param {string} id of a step, perhaps with the number of its repetition */
const known = (id) => sheet().steps.find((one) => one.id === id) ?? sheet().steps.find((one) => one.id === agenda_plan.base(id));

function adding() {
  /** @type {Map<string, import("./lead_room.js").Choice[]>} */
  const groups = new Map();
  for (const one of sheet().steps) {
    const group = one.group || texts.frame;
    groups.set(group, [...(groups.get(group) || []), one]);
  }
  const option = (/** @type {import("./lead_room.js").Choice} */ one) => make("option", { value: one.id }, lead_more_texts.settings.lasts(one.title, one.minutes));
  const select = make("select", { id: "agenda-add", "data-name": "agenda-add" }, [...groups].map(([label, steps]) => make("optgroup", { label }, steps.map(option))));
  const run = () => {
    const step = known(select.value);
    if (!step) return;
    plan().rows.push({ id: step.id, minutes: String(step.minutes) });
    const chosen = select.selectedIndex;
    draw("agenda-add-button");
    /** @type {HTMLSelectElement} */ (place.querySelector("#agenda-add")).selectedIndex = chosen;
    say(texts.added(step.title));
  };
  return make("div", {}, make("label", { for: "agenda-add" }, texts.add), select, button("agenda-add-button", texts.addButton, true, run));
}

function take() {
  const { wrong, steps } = agenda_plan.reckoned(plan());
  if (wrong) return say(wrong, true);
  return command("agenda", { steps, title: plan().title }, texts.taken);
}

function save() {
  const { wrong, steps, total: minutes } = agenda_plan.reckoned(plan());
  if (wrong) return say(wrong, true);
  const title = plan().title.trim() || texts.nameNow;
  const address = URL.createObjectURL(new Blob([agenda_plan.file(title, minutes, steps)], { type: "application/octet-stream" }));
  make("a", { href: address, download: `${agenda_plan.slug(title)}.toml` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  return say(texts.saved);
}
