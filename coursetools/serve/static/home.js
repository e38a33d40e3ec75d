/** The start page: own progress, the way back to where the learner was, the panel for the own data. */
import * as store from "../../../fairki/web/store.js";
import * as progress from "../../../fairki/ui/static/progress.js";

{
  const cards = [...document.querySelectorAll(".page-card")];

  /** A unit as the head of a module has it. */
  const stepOf = ({ dataset }) => [dataset.unit, "", 0, JSON.parse(dataset.asks)];

  for (const card of cards) {
    progress.settle(card.dataset.module, [...card.querySelectorAll("[data-unit]")].map(stepOf));
  }

  function showProgress() {
    const data = store.read();
    const { last } = data;
    for (const card of cards) {
      for (const unit of card.querySelectorAll("[data-unit]")) {
        const { done, begun, missing, skipped } = progress.stateOf(data, card.dataset.module, stepOf(unit));
        unit.classList.toggle("page-is-done", done);
        const left = skipped.length ? ` (${progress.questions(skipped.length)} übersprungen)` : "";
        const open = begun ? `, noch ${progress.questions(missing)} offen` : "";
        unit.querySelector(".page-state").textContent = done ? `, fertig${left}` : open;
      }
    }
    const card = last && cards.find((one) => one.dataset.module === last.module);
    const unit = card && [...card.querySelectorAll("[data-unit]")].find((one) => one.dataset.unit === last.unit);
    if (!unit) return;
    const begin = document.getElementById("weiter");
    const link = unit.querySelector("a");
    begin.textContent = "Weiter, wo ich aufgehört habe";
    begin.href = link.href;
    document.getElementById("weiter-ziel").textContent =
      `Modul ${Number(last.module)}, Einheit ${last.unit}: ${link.textContent}`;
  }

  showProgress();
  window.addEventListener("fairki-store", showProgress);
  window.addEventListener("pageshow", showProgress);

  const place = document.getElementById("stand");
  const { default: panel } = await import(place.dataset.script);
  const traits = { key: "", label: "", visible: true, value: null };
  panel.render({ model: { get: (name) => traits[name], on() {}, off() {} }, el: place });
}
