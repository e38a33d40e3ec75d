/** The overview of hand-ins: which lines are shown and in which order. Without it, all lines stand there. */
(() => {
  /** @param {string} id @returns {HTMLSelectElement} */
  const choice = (id) => /** @type {HTMLSelectElement} */ (document.getElementById(id));
  const body = /** @type {HTMLElement} */ (document.getElementById("entries"));
  const form = /** @type {HTMLFormElement} */ (document.getElementById("filter"));
  const count = /** @type {HTMLElement} */ (document.getElementById("count"));
  const nothing = /** @type {HTMLElement} */ (document.getElementById("nothing"));
  const rows = /** @type {HTMLElement[]} */ ([...body.children]);
  const [exercise, show, sort] = ["exercise", "show", "sort"].map(choice);

  /** @param {HTMLElement} row */
  const fits = (row) => {
    const { state, open, looks } = row.dataset;
    if (exercise.value && row.dataset.exercise !== exercise.value) return false;
    if (show.value === "missing") return state === "missing";
    if (state === "missing") return false;
    return show.value === "there" || Number(show.value === "open" ? open : looks) > 0;
  };

  /** @type {Record<string, (one: DOMStringMap, other: DOMStringMap) => number>} */
  const orders = {
    pseudonym: (one, other) => String(one.pseudonym).localeCompare(String(other.pseudonym)),
    points: (one, other) => Number(one.points) - Number(other.points),
    open: (one, other) => Number(other.open) - Number(one.open),
    looks: (one, other) => Number(other.looks) - Number(one.looks),
  };

  const draw = () => {
    const order = orders[sort.value];
    const sorted = order ? [...rows].sort((one, other) => order(one.dataset, other.dataset)) : rows;
    body.append(...sorted);
    for (const row of rows) row.hidden = !fits(row);
    const shown = rows.filter((row) => !row.hidden).length;
    const of = rows.filter((row) => (row.dataset.state === "missing") === (show.value === "missing")).length;
    count.textContent = String(count.dataset.words).replace("{shown}", String(shown)).replace("{number}", String(of));
    nothing.hidden = shown > 0;
  };

  form.addEventListener("change", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  draw();
})();
