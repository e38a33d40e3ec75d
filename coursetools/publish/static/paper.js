/**
 * Makes a page into something for paper: first as a form to fill in with a pen, behind each unit what an example of
 * answers makes the page say. Runs in the browser that prints, see paper.py.
 */
import * as elements from "../../../fairki/web/elements.js";
import * as migrations from "../../../fairki/web/migrations.js";

/** @typedef {{ key?: string, question?: string, label?: string, cards?: Card[], choices?: [value: string, word: string][],
 *   questions?: { id: string, text: string, options: { text: string, right: boolean, why: string }[] }[],
 *   options?: [value: string, label: string][] }} State */
/** @typedef {{ id: string, title: string, facts: [name: string, value: string][], note?: string, reply?: { answer: string, why: string } }} Card */
/** @typedef {{ address: string, picture: string }} Code */
/** @typedef {Record<"answers" | "about" | "later" | "example" | "line" | "range" | "right" | "wrong" | "card" | "decision" | "reason" | "screen" | "cut", string>} Words */
/** @typedef {{ words: Words, instead: Record<string, string>, codes: Record<string, Code>, style: string }} Given */

const { h } = elements;
const STARTS = ".fk-run button, :is(.fk-mirror, .fk-queue, .fk-months) .fk-primary"; // of work, and of what moves in a picture
const FIELDS = "input:not([type=radio], [type=checkbox], [type=range])";
const PAUSE = 150; // ms
const PATIENCE = 60_000; // ms in which something has to change
const CALM = 4; // pauses in which nothing has changed
const MANY = 8; // options of a list
const SHORT = 240; // letters of a text that only says that something will come
const LONG = 40; // rows of a table, of which only FIRST are printed: the rest would be pages of numbers
const FIRST = 12;
const OPEN = '.fk-mark[data-answer="offen"]'; // what nobody has answered yet
const STANDING = `${OPEN}, .fk-duty ~ .fk-reasons, .fk-kept, .fk-totals`; // of what is filled in: no gap before anybody did
const FRAMES = ".fk-panel, .fk-card, .fk-chart, p, li, table, svg, textarea"; // keep their end
const SCREEN_ONLY = ".fk-unit-end, .fk-store, .fk-folder, .fk-record"; // nothing of these is printed

/** @type {(within: ParentNode, selector: string) => HTMLElement[]} */
const all = (within, selector) => [.../** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll(selector))];

const main = /** @type {HTMLElement} */ (document.querySelector("main"));
/** @type {Record<string, { state?: State }>} */
const widgets = JSON.parse(/** @type {HTMLElement} */ (document.getElementById("fairki-widgets")).textContent);

/** @param {Element} node */
const stateOf = (node) => widgets[/** @type {HTMLElement} */ (node).dataset.model ?? ""]?.state ?? {};

const wait = () => new Promise((done) => setTimeout(done, PAUSE));

/** What draws charts; a page loads it when it sees one. */
const loadPlotly = () =>
  new Promise((done, failed) => {
    const { content: src } = /** @type {HTMLMetaElement} */ (document.querySelector("meta[name=fairki-plotly]"));
    document.head.append(h("script", { src, onload: done, onerror: () => failed(new Error(src)) }));
  });

/** Waits until all is drawn and Python has said all. */
async function settle() {
  const { dataset } = document.documentElement;
  const undrawn = () => all(main, ".fk-figure").filter((one) => !one.closest("[hidden]") && !one.querySelector(".main-svg"));
  const open = () =>
    [
      "ready" in dataset ? "" : "ready",
      "restoring" in dataset ? "restoring" : "",
      document.querySelector(".page-activity")?.textContent ?? "",
      ...[...all(main, "[aria-busy], .fk-run [aria-disabled]"), ...undrawn()].map((one) => one.outerHTML.slice(0, 200)),
    ].filter(Boolean);
  let end = 0;
  for (let calm = 0, before = ""; calm < CALM; ) {
    await wait();
    if (undrawn().length || main.querySelector("details:not([open])")) toPaper();
    const now = `${main.textContent.length} ${main.querySelectorAll("*").length}`;
    const still = before === now;
    calm = still && !open().length ? calm + 1 : 0;
    if (!still) end = Date.now() + PATIENCE;
    else if (Date.now() > end) throw new Error(open().join(" · "));
    before = now;
  }
  toPaper(); // also what was drawn before with other numbers
  await wait();
}

/** Opens what is folded, and draws what is far away. */
const toPaper = () => dispatchEvent(new Event("beforeprint"));

/**
 * Gives answers to the page, and starts what has a button of its own.
 * @param {Record<string, unknown>} answers
 */
async function answer(answers) {
  localStorage.setItem("fairki", JSON.stringify({ version: migrations.VERSION, answers, progress: {}, last: null }));
  dispatchEvent(new CustomEvent("fairki-store", { detail: { key: null } }));
  await settle();
  for (const start of all(main, STARTS)) {
    start.click();
    await settle();
  }
}

/** The page as it is, as a picture of itself: without scripts, with what was typed and drawn. */
function still() {
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (main.querySelectorAll("input"))) {
    input.toggleAttribute("checked", input.checked);
  }
  for (const option of main.querySelectorAll("option")) option.toggleAttribute("selected", option.selected);
  const drawn = [...main.querySelectorAll("canvas")];
  const copy = /** @type {HTMLElement} */ (main.cloneNode(true));
  for (const says of copy.querySelectorAll("figure")) says.setAttribute("role", "group"); // it says something and shows nothing
  copy.querySelectorAll("canvas").forEach((canvas, at) => {
    const src = drawn[at].width && drawn[at].height ? drawn[at].toDataURL() : "";
    canvas.replaceWith(h("img", { src, alt: "", class: canvas.className, style: canvas.style.cssText }));
  });
  return copy;
}

/** @param {Element} node */
const textOf = (node) => node.textContent.replace(/\s+/g, " ").trim();

/** @param {Element} node */
const isDrawn = (node) => node.querySelector("svg, table, img, input, select, textarea") !== null;

/**
 * Whether a block only says that something will come once something else was answered, or that this is not yet answered.
 * @param {Element} before
 * @param {Element} after
 */
const isPromise = (before, after) =>
  textOf(before) !== textOf(after) && !isDrawn(before) && (textOf(before).length < SHORT || before.querySelector(OPEN) !== null);

/* ---- the form ---- */

/**
 * @param {Card[]} cards
 * @param {[value: string, word: string][]} choices
 */
const cardsToTick = (cards, choices) =>
  h(
    "ol",
    { class: "paper-cards" },
    ...cards.map((card) =>
      h(
        "li",
        {},
        h("strong", {}, card.title),
        card.note ? h("p", {}, card.note) : null,
        h("p", {}, card.facts.map(([name, value]) => `${name}: ${value}`).join(" · ")),
        h("p", { class: "paper-ticks" }, ...choices.map(([, word]) => boxWith(word))),
      ),
    ),
  );

/**
 * What can be chosen from a list: boxes, or a line to write on where there are many.
 * @param {HTMLSelectElement} list
 */
function listToTick(list) {
  const options = [...list.options].filter(({ value }) => value);
  if (options.length > MANY) return line();
  return h("span", { class: "paper-ticks" }, ...options.map((one) => boxWith(textOf(one), one.hasAttribute("selected"))));
}

/**
 * @param {string} word
 * @param {boolean} ticked
 */
const boxWith = (word, ticked = false) => h("span", {}, h("span", { class: "paper-box" }, ticked ? "×" : null), word);

const line = () => h("span", { class: "paper-line" });

/**
 * @param {Element} block
 * @param {Words} words
 */
function toFillIn(block, words) {
  const state = stateOf(block);
  if (state.cards && state.choices) block.replaceChildren(cardsToTick(state.cards, state.choices));
  if (state.key) for (const open of all(block, STANDING)) open.remove();
  for (const list of block.querySelectorAll("select")) list.replaceWith(listToTick(list));
  for (const field of block.querySelectorAll(FIELDS)) field.replaceWith(line());
  const scale = block.querySelector(".fk-guess .fk-scale");
  if (scale) {
    const range = [...scale.querySelectorAll(".fk-ends span")].map(textOf);
    scale.replaceWith(
      h("p", {}, `${words.line} `, line(), ` ${words.range.replace("{0}", range[0]).replace("{1}", range[1])}`),
    );
  }
}

/* ---- what the page says afterwards ---- */

/** @param {...elements.Child} cells */
const row = (...cells) => h("tr", {}, h("th", { scope: "row" }, cells[0]), ...cells.slice(1).map((cell) => h("td", {}, cell)));

/**
 * @param {string[]} columns
 * @param {HTMLElement[]} rows
 */
const table = (columns, rows) =>
  h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, ...rows));

/**
 * @param {string} question
 * @param {string} given
 * @param {Words} words
 */
const asked = (question, given, words) => [h("p", {}, h("strong", {}, question)), h("p", { class: "paper-example" }, `${words.example} ${given}`)];

/** @param {Element} block */
const chosenIn = (block) =>
  [...block.querySelectorAll("input[checked]")].map((input) => textOf(input.closest("label")?.querySelector("span span") ?? input)).join(", ") ||
  textOf(block.querySelector("option[selected], .fk-value") ?? block);

/**
 * What paper shows of a block that was answered; nothing, if that is only what was asked.
 * @param {Element} before
 * @param {Element} after
 * @param {Words} words
 * @returns {{ nodes: Node[], asks: boolean } | null}
 */
function told(before, after, words) {
  const state = stateOf(before);
  if (state.questions?.[0]?.options?.[0] && "right" in state.questions[0].options[0]) {
    const nodes = state.questions.flatMap(({ text, options }) => [
      h("p", {}, h("strong", {}, text)),
      h("ul", {}, ...options.map(({ text: option, right, why }) => h("li", {}, `${option} – `, h("strong", {}, right ? words.right : words.wrong), `. ${why}`))),
    ]);
    return { nodes, asks: false };
  }
  if (state.cards && state.choices) {
    const wordOf = Object.fromEntries(state.choices);
    const replies = state.cards.filter(({ reply }) => reply);
    if (replies.length) {
      const rows = replies.map(({ title, reply }) => row(title, wordOf[reply?.answer ?? ""] ?? reply?.answer ?? "", reply?.why ?? ""));
      return { nodes: [table([words.card, words.decision, words.reason], rows)], asks: false };
    }
    const { choices } = state;
    const given = state.cards.map(({ title }, at) => `${title}: ${choices[at % choices.length][1]}`).join(" · ");
    return { nodes: [h("p", { class: "paper-example" }, `${words.example} ${given}`)], asks: true };
  }
  const prose = after.querySelector(".fk-guess .fk-answer:not([hidden]) .fk-prose");
  if (prose) return { nodes: [...asked(state.question ?? "", chosenIn(after), words), prose], asks: false };
  if (state.options && !state.question) {
    const chosen = chosenIn(after);
    return chosen ? { nodes: [h("p", {}, h("strong", {}, state.label ?? ""), ` ${words.example} ${chosen}`)], asks: true } : null;
  }
  if (state.key && after.querySelector("input, select, textarea")) return null; // a form of one's own: what it brings about is told elsewhere
  const changed = textOf(before) !== textOf(after) || isDrawn(before) !== isDrawn(after);
  return changed ? { nodes: [...after.childNodes], asks: false } : null;
}

/**
 * Names of its own for all that is in a copy, so that nothing has the name of something else.
 * @param {Element} node
 */
function rename(node) {
  const names = new Map([...node.querySelectorAll("[id]")].map(({ id }) => [id, `aufloesung-${id}`]));
  for (const one of node.querySelectorAll("*")) {
    for (const { name, value } of [...one.attributes]) {
      if (name === "id" || name === "for") one.setAttribute(name, names.get(value) ?? value);
      else if (name.startsWith("aria-")) one.setAttribute(name, value.split(" ").map((part) => names.get(part) ?? part).join(" "));
      else if (value.includes("#")) {
        one.setAttribute(name, value.replace(/#([\w-]+)/g, (all, id) => (names.has(id) ? `#${names.get(id)}` : all)));
      }
    }
  }
}

/**
 * Cuts long tables, and says so.
 * @param {HTMLElement} page
 * @param {Words} words
 */
function cut(page, words) {
  for (const list of all(page, "table")) {
    const rows = all(list, "tbody > tr");
    if (rows.length < LONG) continue;
    for (const one of rows.slice(FIRST)) one.remove();
    list.after(h("p", { class: "paper-about" }, words.cut.replace("{0}", `${FIRST}`).replace("{1}", `${rows.length}`)));
  }
}

/**
 * Takes away what nobody sees at the end of something, and the room below it: else a page may be empty.
 * @param {Element | null} last
 */
function trim(last) {
  while (last && !last.matches(FRAMES)) {
    const before = last.previousElementSibling;
    if (/** @type {HTMLElement} */ (last).innerText?.trim() || isDrawn(last)) {
      last.classList.add("paper-last");
      last = last.lastElementChild;
    } else {
      last.remove();
      last = before;
    }
  }
}

/**
 * Says what is otherwise on paper.
 * @param {HTMLElement} page
 * @param {Record<string, string>} instead sentence → what paper says
 */
function toldOtherwise(page, instead) {
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = /** @type {Text} */ (texts.currentNode);
    for (const [said, here] of Object.entries(instead)) node.data = node.data.replace(said, here);
  }
}

/**
 * Puts together what is printed.
 * @param {HTMLElement} blank the page before any answer
 * @param {HTMLElement} answered the page afterwards
 * @param {Given} given
 */
function compose(blank, answered, { words, instead, codes, style }) {
  const afterOf = new Map(all(answered, ".page-widget").map((block) => [block.dataset.model, block]));
  for (const unit of all(blank, ".page-unit")) {
    const heading = /** @type {HTMLElement} */ (unit.querySelector("h2"));
    /** @type {HTMLElement[]} */
    const parts = [];
    for (const step of all(unit, ".page-step")) {
      const promises = [];
      /** @type {{ nodes: Node[], asks: boolean }[]} */
      const items = [];
      for (const block of all(step, ".page-widget")) {
        const after = /** @type {HTMLElement} */ (afterOf.get(block.dataset.model));
        const item = told(block, after, words);
        if (item) items.push(item);
        if (isPromise(block, after) && !stateOf(block).key) promises.push(block);
        else toFillIn(block, words);
      }
      promises.forEach((block, at) => {
        if (at) block.remove();
        else block.replaceChildren(h("p", { class: "paper-later" }, words.later));
      });
      if (items.every(({ asks }) => asks)) continue;
      const name = step.querySelector("h3, h4"); // the first step has that of its unit
      if (name) parts.push(h("h4", {}, textOf(name)));
      parts.push(...items.flatMap(({ nodes }) => nodes.map((node) => h("div", {}, node))));
    }
    const code = codes[unit.dataset.unit ?? ""];
    if (code) {
      const picture = h("span", { class: "paper-code", "aria-hidden": "true" }); // the address stands beside it
      picture.innerHTML = code.picture; // made by our own Python
      heading.after(h("p", { class: "paper-way" }, picture, h("span", {}, `${words.screen} `, h("a", { href: code.address }, code.address))));
    }
    if (!parts.length) continue;
    const annex = h("section", { class: "paper-answers" }, h("h3", {}, `${words.answers} ${textOf(heading)}`), h("p", { class: "paper-about" }, words.about), ...parts);
    rename(annex);
    unit.append(annex);
  }
  for (const one of all(blank, SCREEN_ONLY)) one.closest(".page-widget")?.remove();
  cut(blank, words);
  toldOtherwise(blank, instead);
  main.replaceWith(blank);
  document.head.append(h("style", {}, style));
  for (const unit of all(blank, ".page-unit")) {
    const annex = unit.querySelector(":scope > .paper-answers");
    trim(annex ? annex.previousElementSibling : unit.lastElementChild);
    trim(annex);
  }
  for (const list of all(blank, "table")) {
    list.classList.toggle("paper-dense", list.offsetWidth > /** @type {HTMLElement} */ (list.parentElement).clientWidth); // one that is too wide would shrink all pages
  }
}

/**
 * @param {Record<string, unknown>} answers
 * @param {Given} given
 */
async function make(answers, given) {
  await loadPlotly();
  await settle();
  const blank = still();
  await answer(answers);
  compose(blank, still(), given);
  await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
}

Object.assign(globalThis, { fairkiPaper: make });
