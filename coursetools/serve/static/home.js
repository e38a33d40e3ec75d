/** The start page: own progress, the way back to where the learner was, the panel for the own data. */
import * as store from "../../../fairki/web/store.js";
import * as progress from "../../../fairki/ui/static/progress.js";
import * as home_texts from "../texts/home_texts.js";
import * as progress_texts from "../../../fairki/web/texts/progress_texts.js";

{
  /** @type {(within: ParentNode, selector: string) => HTMLElement[]} */
  const all = (within, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector))];
  const cards = all(document, ".page-card");
  const begin = /** @type {HTMLAnchorElement} */ (document.getElementById("weiter"));
  const short = all(document, ".page-short li");
  const shortOn = /** @type {HTMLAnchorElement | null} */ (document.getElementById("kurz-weiter"));
  shortOn?.addEventListener("click", () => progress.chooseShort());
  const aim = /** @type {HTMLElement} */ (document.getElementById("weiter-ziel"));

  /** @param {HTMLElement} card */
  const moduleOf = (card) => card.dataset.module ?? "";

  /**
   * A unit as the head of a module has it.
   * @param {HTMLElement} unit
   * @returns {import("../../../fairki/ui/static/common.js").Unit}
   */
  const stepOf = ({ dataset }) => [dataset.unit ?? "", "", 0, JSON.parse(dataset.asks ?? "{}")];

  for (const card of cards) {
    progress.settle(moduleOf(card), all(card, "[data-unit]").map(stepOf));
  }

  function showProgress() {
    const data = store.read();
    const { last } = data;
    for (const card of cards) {
      const units = all(card, "[data-unit]");
      for (const unit of units) {
        const { done, begun, missing, skipped } = progress.stateOf(data, moduleOf(card), stepOf(unit));
        unit.classList.toggle("page-is-done", done);
        const left = skipped.length ? progress_texts.questions(skipped.length) : "";
        const open = begun ? home_texts.open(progress_texts.questions(missing)) : "";
        /** @type {HTMLElement} */ (unit.querySelector(".page-state")).textContent = done ? home_texts.done(left) : open;
      }
      const count = all(card, ".page-is-done").length;
      /** @type {HTMLElement} */ (card.querySelector(".page-sum")).textContent = home_texts.doneOf(count, units.length);
    }
    showShort();
    const stopped = last && unitAt(last);
    const unit = stopped && (isDone(stopped) ? following(data, stopped) : stopped);
    const link = unit?.querySelector("a");
    const card = /** @type {HTMLElement | null | undefined} */ (unit?.closest(".page-card"));
    if (!unit || !link || !card) return;
    begin.textContent = unit === stopped ? home_texts.goOn : home_texts.goOnNext;
    begin.href = link.href;
    aim.textContent = home_texts.place(Number(card.dataset.number), unit.dataset.unit ?? "", link.textContent);
  }

  /** @param {{ module: string, unit: string }} place */
  const unitAt = ({ module, unit }) =>
    /** @type {HTMLElement | null} */ (document.querySelector(`.page-card[data-module="${module}"] [data-unit="${unit}"]`));

  /** @param {Element} one */
  const isDone = (one) => one.classList.contains("page-is-done");

  /**
   * The unit that comes next on the learner's way and is not done; after the last one, what was left out before.
   * @param {import("../../../fairki/web/store.js").Kept} data
   * @param {HTMLElement} stopped
   */
  function following(data, stopped) {
    const way = progress.isShort(data) ? short.map(unitOf).flatMap((one) => one ?? []) : all(document, ".page-card [data-unit]");
    const at = way.indexOf(stopped) + 1;
    return [...way.slice(at), ...way.slice(0, at)].find((one) => !isDone(one)) ?? stopped;
  }

  /** @param {HTMLElement} one of the short path */
  function unitOf({ dataset }) {
    const [module, unit] = (dataset.place ?? "").split(".");
    return unitAt({ module, unit });
  }

  /** The short path says what is done, as the modules do, and its button leads to what comes next. */
  function showShort() {
    for (const one of short) {
      const there = unitOf(one);
      one.classList.toggle("page-is-done", Boolean(there && isDone(there)));
      const state = there?.querySelector(".page-state")?.textContent ?? "";
      /** @type {HTMLElement} */ (one.querySelector(".page-state")).textContent = state;
    }
    if (!shortOn) return;
    const next = short.find((one) => !isDone(one));
    const begun = short.some(isDone);
    shortOn.hidden = !next;
    shortOn.href = next?.querySelector("a")?.href ?? shortOn.href;
    if (begun) shortOn.textContent = home_texts.shortOn;
  }

  const { last } = store.read();
  cards.find((card) => last && moduleOf(card) === last.module)?.querySelector("details")?.setAttribute("open", "");
  showProgress();
  window.addEventListener("fairki-store", showProgress);
  window.addEventListener("pageshow", showProgress);

  const place = /** @type {HTMLElement} */ (document.getElementById("stand"));
  const { default: panel } = await import(new URL(/** @type {string} */ (place.dataset.script), document.baseURI).href);
  /** @type {Record<string, unknown>} */
  const traits = { key: "", label: "", visible: true, value: null };
  panel.render({ model: { get: (/** @type {string} */ name) => traits[name], on() {}, off() {} }, el: place });
}
