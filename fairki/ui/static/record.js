/**
 * The record of participation: a page that the learner saves or prints.
 *
 * It is made here, from start to end. The name that the learner types is never a trait of the block and never
 * kept, so neither the kernel nor the browser store gets to know it.
 */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as progress from "./progress.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as record_texts from "../../web/texts/record_texts.js";

const { h, button, newId } = common;
const { paper } = record_texts;
/** @typedef {{ id: string, number: number, title: string, minutes: number, goals: string[], units: import("./common.js").Unit[] }} Module */

const FILE_NAME = "teilnahme-nachweis.html";

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const heading = h("h3", { id: newId() }, model.get("label"));
  const message = h("p", { class: "fk-message", role: "status" });
  const problem = h("p", { class: "fk-message fk-error", role: "alert" });
  const chosen = h("div", {});
  /** @type {Set<string>} */
  const unticked = new Set();
  const id = newId();
  const name = h("input", {
    id,
    type: "text",
    maxlength: 120,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-hint`,
  });
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-record", "aria-labelledby": heading.id },
      heading,
      h("p", {}, record_texts.about),
      h(
        "div",
        { class: "fk-field" },
        h("label", { for: id }, record_texts.name),
        h("p", { class: "fk-hint", id: `${id}-hint` }, record_texts.nameHint),
        name,
      ),
      chosen,
      h(
        "div",
        { class: "fk-row" },
        button("primary", save, {}, record_texts.save),
        button("secondary", print, {}, record_texts.print),
      ),
      message,
      problem,
    ),
  );

  function finished() {
    const data = store.read();
    /** @type {Module[]} */
    const all = model.get("modules");
    return all.map((module) => {
      const done = module.units.filter((unit) => progress.stateOf(data, module.id, unit).done).length;
      return { ...module, done, complete: done === module.units.length };
    });
  }

  function update() {
    const modules = finished();
    const complete = modules.filter((module) => module.complete);
    const begun = modules.filter((module) => module.done && !module.complete);
    const tiles = common.tiles(
      complete.map((module) => [module.id, titled(module)]),
      complete.map((module) =>
        h("input", {
          type: "checkbox",
          checked: !unticked.has(module.id),
          onchange: (/** @type {any} */ { target }) => unticked[target.checked ? "delete" : "add"](module.id),
        }),
      ),
    );
    const parts = begun.map(({ number, title, done, units }) => record_texts.begun(number, title, done, units.length));
    chosen.replaceChildren(
      complete.length
        ? h("fieldset", { class: "fk-field" }, h("legend", {}, record_texts.modules), tiles)
        : h("p", {}, record_texts.noModule),
    );
    if (parts.length) chosen.append(h("p", {}, record_texts.notDone(parts)));
  }

  function made() {
    const modules = finished().filter((module) => module.complete && !unticked.has(module.id));
    message.textContent = problem.textContent = "";
    if (modules.length === 0) {
      problem.textContent = record_texts.empty;
      return null;
    }
    const [title, version, law, company, logo] = ["course", "version", "law", "company", "logo"].map((trait) =>
      model.get(trait),
    );
    const day = common_texts.day(new Date());
    return page({ name: name.value.trim(), title, version, law, company, logo, modules, day });
  }

  function save() {
    const text = made();
    if (text) message.textContent = common.saveAs(FILE_NAME, new Blob([text], { type: "text/html" }));
  }

  function print() {
    const text = made();
    if (!text) return;
    block.root.querySelector("iframe")?.remove();
    const frame = h("iframe", { class: "fk-only-heard", title: record_texts.frame, tabindex: "-1", srcdoc: text });
    frame.addEventListener("load", () => {
      const paper = frame.contentWindow;
      const refused = setTimeout(() => {
        problem.textContent = record_texts.refused; // the frame stays: it may still come, on a slow device
      }, PATIENCE);
      paper?.addEventListener("beforeprint", () => {
        clearTimeout(refused);
        problem.textContent = "";
      });
      paper?.addEventListener("afterprint", () => frame.remove());
      paper?.print();
    });
    block.root.append(frame);
  }

  update();
  return { stop: common.onPage(["fairki-store"], update) };
}

/** Milliseconds in which a browser begins to print; in a frame that may not, it passes the wish over in silence. */
const PATIENCE = 2000;

/** @param {{ number: number, title: string }} module */
const titled = ({ number, title }) => record_texts.module(number, title);

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * A template for HTML: what is put in is text, unless it was made by this template itself.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 */
function html(strings, ...values) {
  /** @type {(value: unknown) => string} */
  const plain = (value) => {
    if (Array.isArray(value)) return value.map(plain).join("");
    return value instanceof Markup ? value.text : String(value).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
  };
  return new Markup(String.raw({ raw: strings }, ...values.map(plain)));
}

class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

const STYLE = `
  @page { size: A4; margin: 16mm 20mm; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1.25rem; color: #1b2430; background: #fff;
    font: 1rem/1.5 Arial, sans-serif; }
  h1 { margin: 0 0 .25rem; color: #0b5c66; font-size: 1.9rem; line-height: 1.2; }
  h2 { margin: 1.75rem 0 .5rem; color: #0b5c66; font-size: 1.2rem; break-after: avoid; }
  p { margin: .4rem 0; }
  dl { display: grid; grid-template-columns: 11rem 1fr; gap: .35rem 1rem; margin: 1.25rem 0; padding: 1rem 0;
    border-block: 1px solid #c9d3d6; }
  dt { color: #55606d; }
  dd { margin: 0; overflow-wrap: anywhere; }
  .logo { float: right; max-width: 40%; height: 3.5rem; }
  .name { min-height: 1.6em; font-size: 1.2rem; font-weight: bold; }
  .name:empty { border-bottom: 1px solid #55606d; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: .5rem .6rem .5rem 0; border-bottom: 1px solid #c9d3d6; text-align: left; vertical-align: top; }
  th:first-child { width: 33%; }
  th .small { font-weight: normal; }
  thead { display: table-header-group; }
  tr, li, .signature { break-inside: avoid; }
  ul { margin: 0; padding-left: 1.1rem; }
  li { margin: .15rem 0; }
  .small { color: #55606d; font-size: .875rem; }
  .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 4rem; break-inside: avoid; }
  .signatures p { margin: 0; padding-top: .35rem; border-top: 1px solid #1b2430; }
  @media (max-width: 34rem) {
    dl, .signatures { grid-template-columns: 1fr; }
    dt { margin-top: .5rem; }
    table, tbody, tr, th, td { display: block; width: auto !important; border: 0; padding: .15rem 0; }
    thead { display: none; }
    tr { padding: .5rem 0; border-bottom: 1px solid #c9d3d6; }
  }
  @media print {
    body { max-width: none; margin: 0; padding: 0; font-size: 10pt; line-height: 1.35; }
    th, td { padding-block: .35rem; }
  }
`;

/**
 * The whole record as a page that needs nothing else.
 * @param {object} record
 * @param {string} record.name
 * @param {string} record.title
 * @param {string} record.version
 * @param {[text: string, source: string, asOf: string][]} record.law
 * @param {string} record.company "" for none
 * @param {string} record.logo an address that holds it whole, "" for none
 * @param {Module[]} record.modules
 * @param {string} record.day
 */
function page({ name, title, version, law, company, logo, modules, day }) {
  // Their planned minutes, rounded to a range of whole hours. What the learner really needed is nobody's business.
  const hours = Math.floor(modules.reduce((sum, module) => sum + module.minutes, 0) / 60);
  const rows = modules.map(
    (module) => html`
        <tr>
          <th scope="row">${titled(module)}<br><span class="small">${paper.planned(module.minutes)}</span></th>
          <td><ul>${module.goals.map((goal) => html`<li>${goal}</li>`)}</ul></td>
        </tr>`,
  );
  const frame = law.map(
    ([text, source, asOf]) => html`
    <p>${text}<br><cite class="small">${paper.source(source, asOf)}</cite></p>`,
  );
  return html`<!doctype html>
<html lang="${paper.language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${paper.title}: ${title}</title>
  <style>${new Markup(STYLE)}</style>
</head>
<body>
  <main>
    ${logo ? html`<img class="logo" src="${logo}" alt="">` : ""}
    <h1>${paper.title}</h1>
    <p>${paper.about}</p>
    <dl>
      <dt>${paper.name}</dt><dd class="name">${name}</dd>
      ${company ? html`<dt>${paper.firm}</dt><dd>${company}</dd>` : ""}
      <dt>${paper.course}</dt><dd>${paper.edition(title, version)}</dd>
      <dt>${paper.finished}</dt><dd>${paper.count(modules.length)}</dd>
      <dt>${paper.extent}</dt><dd>${paper.duration(hours)}</dd>
      <dt>${paper.date}</dt><dd>${day}</dd>
    </dl>
    <h2>${paper.contents}</h2>
    <table>
      <thead><tr><th scope="col">${paper.module}</th><th scope="col">${paper.goals}</th></tr></thead>
      <tbody>${rows}
      </tbody>
    </table>
    <p class="small">${paper.measured}</p>
    <h2>${paper.absent}</h2>
    <p>${paper.absentWhy}</p>
    <h2>${paper.law}</h2>${frame}
    <p class="small">${paper.noAdvice}</p>
    <div class="signatures">
      <p class="small">${paper.signature}</p>
      <p class="small">${paper.company}</p>
    </div>
  </main>
</body>
</html>
`.text;
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["modules", "law"], valid: () => false }),
};
