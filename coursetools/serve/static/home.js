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
    const card = last && cards.find((one) => one.dataset.module === last.module);
    const unit = card && all(card, "[data-unit]").find((one) => one.dataset.unit === last.unit);
    const link = unit?.querySelector("a");
    if (!last || !card || !link) return;
    begin.textContent = home_texts.goOn;
    begin.href = link.href;
    aim.textContent = home_texts.place(Number(card.dataset.number), last.unit, link.textContent);
  }

  /** The short path says what is done, as the modules do, and its button leads to what comes next. */
  function showShort() {
    for (const one of short) {
      const [module, unit] = (one.dataset.place ?? "").split(".");
      const there = document.querySelector(`.page-card[data-module="${module}"] [data-unit="${unit}"]`);
      one.classList.toggle("page-is-done", Boolean(there?.classList.contains("page-is-done")));
      const state = there?.querySelector(".page-state")?.textContent ?? "";
      /** @type {HTMLElement} */ (one.querySelector(".page-state")).textContent = state;
    }
    if (!shortOn) return;
    const next = short.find((one) => !one.classList.contains("page-is-done"));
    const begun = short.some((one) => one.classList.contains("page-is-done"));
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
