/** The start page: own progress, the way back to where the learner was, the panel for the own data. */
{
  const cards = [...document.querySelectorAll(".page-card")];

  function showProgress() {
    const { progress, last } = read();
    for (const card of cards) {
      const done = progress[card.dataset.module] ?? {};
      for (const unit of card.querySelectorAll("[data-unit]")) {
        unit.classList.toggle("page-is-done", done[unit.dataset.unit] === true);
        unit.querySelector(".page-done").hidden = done[unit.dataset.unit] !== true;
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
  const traits = { key: "", label: "", completes: "", visible: true, value: null };
  panel.render({ model: { get: (name) => traits[name], on() {}, off() {} }, el: place });
}
