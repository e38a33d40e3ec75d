/** All pictures of the wall below each other, to print or to keep as PDF; as many as there are up to now. */
import * as live from "../parts/live.js";
import * as result from "../parts/result.js";
import * as file_texts from "../texts/file_texts.js";
import * as live_texts from "../texts/live_texts.js";

const { make } = live;
const texts = file_texts.pictures;
/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const key = live.token("fairki.bilder");

load();

async function load() {
  try {
    const found = await live.ask("leitung/ergebnisse", key);
    part("about").replaceChildren(texts.about(found.title, found.fewest));
    part("main").replaceChildren(...make("div", {}, drawn(found.results)).childNodes);
  } catch (error) {
    const why = error instanceof live.Refusal || error instanceof live.Stranger ? error.message : live_texts.none;
    part("main").replaceChildren(make("p", { role: "alert" }, why));
  }
}

/** @param {{ step: string, result: import("../parts/result.js").Result }[]} results */
function drawn(results) {
  if (!results.length) return make("p", {}, texts.none);
  return [
    make("p", { class: "pictures-print" }, make("button", { type: "button", class: "fk-button fk-primary", on: { click: () => window.print() } }, texts.print)),
    results.map((one) => make("section", { class: "pictures-one" }, make("p", { class: "pictures-step" }, one.step), result.draw(one.result, 2))),
  ];
}
