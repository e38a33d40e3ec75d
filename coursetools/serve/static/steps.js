/**
 * One unit at a time, in it one step after the other (the parts of a page: outline.py).
 *
 * A step opens when all questions of the one before are answered, or by the bar below the last one that is open:
 * „Weiter“ or „Weiter ohne Antwort“. What answers say about how far a learner is, is not kept; what the bar has opened is.
 * Runs while the page is read, so that nothing shows that is hidden a moment later. The rest of the page knows of it:
 * "fairki-show" (moving.js) asks to open what hides an element; "fairki-unit" tells that another unit is shown.
 */
import * as elements from "../../../fairki/web/elements.js";
import * as moving from "../../../fairki/web/moving.js";
import * as store from "../../../fairki/web/store.js";
import * as progress from "../../../fairki/ui/static/progress.js";
import * as leave_texts from "../../../fairki/web/texts/leave_texts.js";
import * as steps_texts from "../texts/steps_texts.js";

/** @typedef {{ node: HTMLElement, asks: Record<string, number> }} Step */
/** @typedef {{ node: HTMLElement, id: string, steps: Step[], open: number }} Unit `open`: so many steps are */

const { h, button } = elements;

/** @type {(within: ParentNode, selector: string) => HTMLElement[]} */
const all = (within, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector))];

const course = /** @type {HTMLElement} */ (document.querySelector(".page-course"));
const module = course.dataset.module ?? "";
const whole = new URLSearchParams(location.search).get("ansicht") === "alles";
const units = all(course, ".page-unit").map(unitOf);
const folded = /** @type {HTMLDetailsElement[]} */ (all(course, ".page-extra, .page-end"));
const views = /** @type {HTMLAnchorElement[]} */ (all(document, ".page-view-all, .page-view-units"));

const press = button("primary", goOn);
const place = h("p", { class: "page-bar-place" });
const bar = h("div", { class: "page-bar" }, press, place);
const heard = h("p", { class: "fk-only-heard", role: "status" });

/**
 * @param {HTMLElement} node
 * @returns {Unit}
 */
function unitOf(node) {
  const steps = all(node, ".page-step:not(.page-extra, .page-unit-end)").map((step) => ({
    node: step,
    asks: JSON.parse(step.dataset.asks ?? "{}"),
  }));
  const id = node.dataset.unit ?? "";
  const data = store.read();
  // Who had finished it before there were steps finds all of it.
  const before = data.progress[module]?.[id] === true && !progress.lastStep(data, module, id);
  return { node, id, steps, open: before ? steps.length : 1 };
}

/* ---- which unit ---- */

/** The unit in the address, or else the one where the learner was. */
function asked() {
  const target = document.getElementById(moving.asked());
  const { last } = store.read();
  return (
    units.find(({ node }) => node.contains(target)) ??
    units.find(({ id }) => last?.module === module && last.unit === id) ??
    units[0]
  );
}

const first = asked();
let here = first;

/** @param {Unit} unit */
function show(unit) {
  here = unit;
  for (const { node } of units) node.classList.toggle("page-here", node === unit.node);
  document.querySelector("main")?.classList.toggle("page-later", unit !== units[0]);
  for (const link of views) link.hash = unit.node.id;
  unit.open = Math.max(unit.open, reached(unit));
  draw();
  window.dispatchEvent(new Event("fairki-unit"));
}

/* ---- how far ---- */

/**
 * How many steps of a unit are open by what is kept.
 * @param {Unit} unit
 */
function reached({ id, steps }) {
  const data = store.read();
  const kept = steps.findIndex(({ node }) => node.dataset.step === progress.lastStep(data, module, id));
  const answered = steps.findLastIndex((step) => Object.entries(step.asks).some(([key, needed]) => given(data, key, needed)));
  let open = 1 + Math.max(0, kept, answered);
  while (open < steps.length && done(data, steps[open - 1])) open += 1;
  return open;
}

/**
 * Whether there is any answer to what a block asks, or it was left.
 * @param {import("../../../fairki/web/store.js").Kept} data
 * @param {string} key
 * @param {number} needed
 */
const given = (data, key, needed) => progress.missingOf(data, module, key, needed) < needed;

/**
 * What a step asks where it is shown.
 * @param {Step} step
 */
const shown = ({ node, asks }) =>
  Object.entries(asks).filter(([key]) => all(node, `[data-key="${CSS.escape(key)}"]`).every((block) => !block.hidden));

/**
 * @param {import("../../../fairki/web/store.js").Kept} data
 * @param {Step} step
 */
function done(data, step) {
  const asks = shown(step);
  return asks.length > 0 && asks.every(([key, needed]) => progress.missingOf(data, module, key, needed) === 0);
}

/** What was answered opens the next step, once Python has said all about it: it stays where it is, and so does the focus. */
function advance() {
  const open = Math.max(here.open, reached(here));
  if (open > here.open) {
    here.open = open;
    heard.textContent = steps_texts.opened(open, headingOf(here.steps[open - 1]).textContent);
  }
  draw();
}

/** The learner goes on; what is not answered is left on purpose. */
function goOn() {
  const data = store.read();
  for (const [key, needed] of shown(here.steps[here.open - 1])) {
    const ask = progress.missingOf(data, module, key, needed) > 0 && progress.placeOf(key)?.ask;
    if (ask) progress.leave(module, ask);
  }
  here.open += 1;
  const step = here.steps[here.open - 1];
  progress.keepStep(module, here.id, step.node.dataset.step ?? "");
  draw();
  moving.goTo(headingOf(step));
}

/** @param {Step} step */
const headingOf = ({ node }) => /** @type {HTMLElement} */ (node.querySelector("h2, h3, h4") ?? node);

/* ---- what is seen ---- */

/** Shows the steps that are open, those that nobody has to open with the step before, and the bar below them. */
function draw() {
  const { node, steps, open } = here;
  const ahead = steps[open]?.node;
  let seen = true;
  for (const part of all(node, ".page-step")) {
    if (part === ahead) seen = false;
    part.classList.toggle("page-open", seen);
    part.classList.toggle("page-last", Boolean(ahead) && part === steps[open - 1].node);
  }
  if (!ahead) bar.remove();
  else {
    if (bar.nextElementSibling !== ahead) ahead.before(bar);
    write();
  }
  if (!ahead && here === units.at(-1)) for (const end of all(course, ".page-end").slice(0, -1)) end.setAttribute("open", "");
}

/** What the bar says. */
function write() {
  const data = store.read();
  const asks = shown(here.steps[here.open - 1]);
  const open = asks.filter(([key, needed]) => progress.missingOf(data, module, key, needed) > 0);
  const begun = asks.some(([key, needed]) => given(data, key, needed));
  put(press, open.length === 0 ? steps_texts.next : begun ? leave_texts.rest : leave_texts.all);
  press.className = `fk-button fk-${open.length ? "secondary" : "primary"}`;
  put(place, steps_texts.place(here.open, here.steps.length));
}

/**
 * A text that stays as it is keeps its node: in WebKit clicks were lost, probably because their text was replaced while the button was down.
 * @param {HTMLElement} node
 * @param {string} text
 */
function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Opens what hides an element.
 * @param {Event} event
 */
function onShow(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  for (const one of folded) if (one.contains(target)) one.open = true;
  const unit = units.find(({ node }) => node.contains(target));
  if (whole || !unit) return;
  const parts = all(unit.node, ".page-step");
  const at = parts.findIndex((part) => part.contains(target));
  const before = unit.steps.filter(({ node }) => parts.indexOf(node) <= at).length;
  unit.open = Math.max(unit.open, before);
  if (unit === here) {
    draw();
    return;
  }
  show(unit);
  event.preventDefault();
  if (/** @type {CustomEvent} */ (event).detail.address) history.pushState(null, "", `#${unit.node.id}`);
}

const showAll = () => (course.dataset.view = "alles");
const showUnits = () => (course.dataset.view = "einheiten");

if (whole) {
  showAll();
  for (const one of folded) one.open = true;
} else {
  showUnits();
  course.append(heard);
  show(first);
  window.addEventListener("fairki-store", write);
  window.addEventListener("fairki-idle", advance);
  window.addEventListener("hashchange", () => location.hash || show(first));
  window.addEventListener("beforeprint", showAll);
  window.addEventListener("afterprint", showUnits);
}
document.addEventListener("fairki-show", onShow);
