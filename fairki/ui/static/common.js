/** What all blocks share: building elements, running a block, numbers. */
import * as elements from "../../web/elements.js";
import * as moving from "../../web/moving.js";
import * as plain from "../../web/plain.js";
import * as store from "../../web/store.js";
import * as common_texts from "../../web/texts/common_texts.js";

/** @typedef {import("../../web/model.js").Face} Face */
/** @typedef {import("../../web/elements.js").Child} Child */
/** @typedef {import("../../web/elements.js").Attributes} Attributes */

/**
 * A block as its drawing sees it: the model, the place to draw into, the answer, and how to give a new one.
 * @typedef {{ model: Face, root: HTMLElement, readonly value: any, commit: (value: any) => void }} Block
 */
/** @typedef {{ update?: () => void, stop?: () => void }} Drawn what to do when the answer changes, and at the end */
/** @typedef {{ model: Face, el: HTMLElement }} View what anywidget gives a script */

/**
 * @typedef {object} Options
 * @property {(block: Block) => Drawn | void} draw
 * @property {(value: any) => boolean} [valid]
 * @property {() => any} [initial]
 * @property {string[]} [traits]
 */

export const h = elements.h;
export const button = elements.button;
export const newId = elements.newId;
export const tiles = elements.tiles;
export const goTo = moving.goTo;
export const GESTURES = moving.GESTURES;

/**
 * A heading of a level from 1 to 6.
 * @param {number} level
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export const heading = (level, attributes, ...children) =>
  h(/** @type {"h1"} */ (`h${level}`), attributes, ...children);

/**
 * A sign that only repeats what a word next to it says.
 * @param {string} sign
 */
export const icon = (sign) => h("span", { class: "fk-icon", "aria-hidden": "true" }, sign);

/** A region for short messages that screen readers read out; hidden from sight unless told otherwise. */
export const status = (className = "fk-only-heard") => h("p", { class: className, role: "status" });

/**
 * From now on changes of this text are read out. What it says at first is not: it comes with the page, or with an
 * answer that is read out itself.
 * @param {HTMLElement} node
 */
export const announceFromNow = (node) => setTimeout(() => node.setAttribute("aria-live", "polite"));

/**
 * Saves a file on the learner's device and says where it lies.
 * @param {string} name
 * @param {Blob} blob
 */
export function saveAs(name, blob) {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return common_texts.saved(name);
}

/**
 * Watches boxes (with observe and disconnect): as long as a box is too narrow for what is in it, it can be reached
 * and scrolled by keyboard, and has the name that nameOf(box) gives it.
 * @param {(box: Element) => string} nameOf
 */
export const scrollable = (nameOf) =>
  new ResizeObserver((entries) => {
    for (const { target: box } of entries) {
      const scrolls = box.scrollWidth > box.clientWidth;
      const attributes = { tabindex: "0", role: "region", "aria-label": nameOf(box) };
      for (const [name, value] of Object.entries(attributes)) {
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  });

/**
 * The tables in a text from Python, each in a box of its own: look() after each change of the text, stop() at the end.
 * @param {HTMLElement} text
 */
export function tablesIn(text) {
  const watch = scrollable((box) => common_texts.table(titleOf(/** @type {HTMLTableElement} */ (box.querySelector("table")))));
  return {
    look() {
      watch.disconnect();
      for (const table of text.querySelectorAll("table")) watch.observe(boxOf(table));
    },
    stop: () => watch.disconnect(),
  };
}

/**
 * The box in which a table may be wider than the page.
 * @param {HTMLTableElement} table
 */
function boxOf(table) {
  const known = table.closest(".fk-table");
  if (known) return known;
  const box = h("div", { class: "fk-table" });
  table.replaceWith(box);
  box.append(table);
  return box;
}

/**
 * What a table is about: its caption, or else its columns.
 * @param {HTMLTableElement} table
 */
function titleOf(table) {
  const columns = [...table.querySelectorAll("thead th, tr:first-child th")].map((head) => head.textContent.trim());
  return table.caption?.textContent.trim() ?? [...new Set(columns.filter(Boolean))].join(", ");
}

/**
 * A number as Germans write it, with as many decimals as the step has.
 * @param {number} value
 * @param {number} step
 * @param {string} unit
 */
export function german(value, step = 1, unit = "") {
  const digits = (String(step).split(".")[1] ?? "").length;
  const text = common_texts.number(value, digits);
  return unit ? `${text}\u00a0${unit}` : text;
}

/**
 * Whether two JSON values are the same.
 * @param {unknown} one
 * @param {unknown} other
 */
export const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export const isObject = plain.isObject;

/**
 * @param {unknown} value
 * @returns {value is number}
 */
export const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** @typedef {[id: string, title: string, minutes: number, asks?: Record<string, number>]} Unit */

/**
 * The units of a module, once its Header has told them.
 * @param {string} module
 */
export const unitsOf = (module) => globalThis.fairkiUnits?.[module] ?? [];

/**
 * Tells all blocks on the page which units a module has.
 * @param {string} module
 * @param {Unit[]} units
 */
export function tellUnits(module, units) {
  globalThis.fairkiUnits = { ...globalThis.fairkiUnits, [module]: units };
  window.dispatchEvent(new Event("fairki-units"));
}

/**
 * Where a unit begins: the heading in the element "einheit-<id>", or else the one that contains the unit's title.
 * @param {Unit} unit
 * @returns {HTMLElement | undefined}
 */
export function unitStart([id, title]) {
  const marked = document.getElementById(`einheit-${id}`);
  if (marked) return marked.querySelector("h2") ?? marked;
  /** @param {string} text */
  const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const wanted = plain(title);
  const headings = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("h1, h2, h3, h4"));
  return [...headings].find((one) => plain(one.textContent).includes(wanted));
}

/**
 * Runs a block: restores its value from the browser store, draws it, keeps it up to date.
 *
 * options.draw(block) builds the content into block.root and may return {update, stop}: update() is called
 * after each change of the value, whoever made it; stop() before the block is drawn anew or goes away.
 * options.valid(value) says whether a value from outside fits this block; options.initial() is the value without
 * an answer; options.traits are the names of traits whose change draws the block anew.
 * @param {View} view
 * @param {Options} options
 */
export function run({ model, el }, options) {
  const { draw, valid = () => true, initial = () => null, traits = [] } = options;
  /** @type {Drawn | null} */
  let drawn = null;
  let waiting = false;
  /** @type {any} */
  let restored = null; // the kept answer as it was handed to the kernel, until the learner changes it
  /** @type {any} */
  let refused = null; // the kept answer that the kernel took back
  let foreign = false; // whether there is a kept answer that does not fit (damaged, or of a newer version)
  /** @type {Block} */
  const block = {
    model,
    root: el, // until it is drawn
    get value() {
      return model.get("value") ?? null;
    },
    commit(value) {
      restored = null;
      put(value);
    },
  };

  /** @param {any} value */
  function put(value) {
    model.set("value", value);
    model.save_changes();
  }

  /**
   * Shows the answer that the browser keeps, or `otherwise` if there is none that fits.
   * @param {any} otherwise
   */
  function restore(otherwise) {
    const found = store.get(model.get("key"));
    foreign = found !== null && (!valid(found) || same(found, refused));
    const value = found === null || foreign ? otherwise : found;
    if (same(value, block.value)) return;
    restored = value;
    globalThis.fairkiRestored = true;
    put(value);
  }

  function keep() {
    const value = block.value;
    const none = same(value, initial());
    // The kernel looks more closely than valid() does, and takes back what it cannot use.
    if (none && restored !== null && !same(restored, value)) {
      foreign = true;
      refused = restored;
      restored = null;
    }
    if (foreign && !none) foreign = !store.setAside();
    if (model.get("key") && !foreign) store.set(model.get("key"), none ? null : value);
  }

  function redraw() {
    drawn?.stop?.();
    drawn = null;
    el.hidden = !model.get("visible");
    el.dataset.title = model.get("question") || model.get("label");
    block.root = h("div", { class: "fk-block" });
    if (!el.hidden) drawn = draw(block) ?? null;
    el.replaceChildren(block.root);
  }

  // Several traits that change together draw the block once.
  function redrawSoon() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      redraw();
    });
  }

  function onValue() {
    keep();
    drawn?.update?.();
  }

  /** @param {any} event */
  function onStore({ detail }) {
    const key = model.get("key");
    if (!key || (detail.key !== null && detail.key !== key)) return;
    restore(initial());
  }

  el.classList.add("fairki");
  if (model.get("key")) el.dataset.key = model.get("key"); // so that the end of a unit finds the block, and names it
  el.dataset.lmSuppressShortcuts = "true"; // JupyterLab would take J, N or D as commands to the notebook
  if (model.get("key")) restore(block.value);
  redraw();

  const names = ["visible", "label", ...traits].map((name) => `change:${name}`);
  for (const name of names) model.on(name, redrawSoon);
  model.on("change:value", onValue);
  const deaf = onPage(["fairki-store"], onStore);
  return () => {
    for (const name of names) model.off(name, redrawSoon);
    model.off("change:value", onValue);
    deaf();
    drawn?.stop?.();
  };
}

/**
 * Calls `react` at each of these events of the page; the result ends that.
 * @param {string[]} names
 * @param {(event: Event) => void} react
 */
export function onPage(names, react) {
  for (const name of names) window.addEventListener(name, react);
  return () => names.forEach((name) => window.removeEventListener(name, react));
}

/** Whether a block on this page has got back a kept answer. */
export const hasRestored = () => globalThis.fairkiRestored === true;
