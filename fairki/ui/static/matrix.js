/** The audit: the systems as cards, each with its evidence; the table of all rules is folded below. */
import * as audit_cards from "./audit_cards.js";
import * as common from "./common.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as twin from "./twin.js";
import * as verdicts from "./verdicts.js";
import * as matrix_texts from "../../web/texts/matrix_texts.js";

const { h, button, icon, isObject } = common;
const { cards: words } = matrix_texts;

/** @typedef {import("./verdicts.js").Answer} Answer */
/** @typedef {import("./verdicts.js").Verdict} Verdict */
/** @typedef {{ answer: Answer | "", why: string, changed: Answer | "neu" | "" }} Cell what a rule says about a system ("": it does not concern it), and what it said before */
/** @typedef {{ name: string, note: string, cells: Cell[], verdict: Verdict | null, first: Verdict | null }} System verdict: what the last and the first audit said; null: nobody knows the truth */
/** @typedef {{ number: number, title: string }} Rule */

/** @type {Record<Answer, string>} */
const SIGNS = { ja: "✓", nein: "✗", offen: "?" };
const RESTS = "–";
/** @type {Answer[]} */
const LEGEND = ["ja", "nein", "offen"];

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const label = model.get("label");
  /** @returns {Rule[]} */
  const rules = () => model.get("rules");
  /** @returns {System[]} */
  const systems = () => model.get("systems");
  const cards = audit_cards.newCards({
    evidence: (at, asked) => evidenceOf(systems()[at], rules(), asked),
    changed: writeTable,
  });
  const numbers = h("details", { class: "fk-numbers" }, h("summary", {}, words.table));
  const hint = h("p", { class: "fk-hint" }, words.hint);
  const content = h("section", { class: "fk-matrix", "aria-label": label }, cards.node, hint, numbers);
  block.root.append(content);
  let waiting = false;

  function writeTable() {
    numbers.hidden = !rules().length;
    if (!numbers.open || numbers.hidden) return;
    const counts = cards.counts();
    const columns = [words.result, ...counts.map((_, at) => words.run(at + 1))];
    const rows = verdicts.COUNTED.map((name) => [words.counts[name], ...counts.map((one) => String(one[name]))]);
    const results = counts.length ? cards.results() : [];
    numbers.replaceChildren(
      /** @type {Element} */ (numbers.firstElementChild),
      ...(counts.length > 1 ? twin.table({ columns, rows }, words.runs).slice(1) : []),
      legend(systems()),
      table(rules(), systems(), cards.open, label, results),
    );
  }

  function write() {
    content.hidden = !systems().length;
    cards.show(systems());
  }

  function writeSoon() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      write();
    });
  }

  write();
  numbers.addEventListener("toggle", writeTable);
  const names = ["rules", "systems"].map((name) => `change:${name}`);
  for (const name of names) model.on(name, writeSoon);
  return {
    stop() {
      cards.stop();
      for (const name of names) model.off(name, writeSoon);
    },
  };
}

/** @param {Answer} answer */
const mark = (answer) => h("span", { class: "fk-mark", "data-answer": answer }, icon(SIGNS[answer]), ` ${matrix_texts.answers[answer]}`);
/** A rule that does not concern a system: neither an answer nor an open point. */
const rests = () => h("span", { class: "fk-mark", "data-answer": "" }, icon(RESTS), h("span", { class: "fk-only-heard" }, ` ${matrix_texts.rests}`));

// A new rule is marked once, at its head; a framed cell says that an old rule now answers differently.
/** @param {Cell} cell */
const isNew = (cell) => cell.changed === "neu";
/** @param {Cell} cell */
const isFramed = (cell) => before(cell) !== null;
/**
 * What the first audit said, if it was something else.
 * @param {Cell} cell
 */
const before = ({ changed }) => (changed === "neu" || changed === "" ? null : matrix_texts.answers[changed]);

/** @param {System[]} systems */
function legend(systems) {
  const changed = systems.some(({ cells }) => cells.some(isFramed));
  const resting = systems.some(({ cells }) => cells.some(({ answer }) => !answer));
  return h(
    "p",
    { class: "fk-legend" },
    h("span", {}, matrix_texts.question),
    ...LEGEND.map((answer) => h("span", {}, mark(answer), ` ${matrix_texts.phrases[answer]}`)),
    resting ? h("span", {}, icon(RESTS), ` ${matrix_texts.rests}`) : null,
    changed
      ? h(
          "span",
          { class: "fk-legend-changed" },
          h("span", { class: "fk-mark fk-changed" }, matrix_texts.framed),
          ` ${matrix_texts.differs}`,
        )
      : null,
  );
}

/**
 * @param {Rule[]} rules
 * @param {System[]} systems
 * @param {(at: number) => void} open
 * @param {string} label
 * @param {string[]} results what came out for each system, where that is known
 */
function table(rules, systems, open, label, results = []) {
  const head = rules.map(({ number, title }, at) => {
    const text = `${number}. ${title}${isNew(systems[0].cells[at]) ? ` ${matrix_texts.isNew}` : ""}`;
    return h("th", { scope: "col" }, h("span", { class: "fk-upright" }, text));
  });
  const body = systems.map((system, at) => {
    const name = button("quiet", () => open(at), {}, system.name);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      results.length ? h("td", { class: "fk-audit-result" }, results[at]) : null,
      ...system.cells.map((cell) =>
        h("td", { class: isFramed(cell) ? "fk-changed" : null }, cell.answer ? mark(cell.answer) : rests(), was(cell)),
      ),
    );
  });
  const result = results.length ? h("th", { scope: "col" }, words.result) : null;
  return h(
    "div",
    { class: "fk-matrix-wide", tabindex: "0", role: "region", "aria-label": common_texts.table(label) },
    h(
      "table",
      {},
      h("caption", { class: "fk-only-heard" }, matrix_texts.caption(label)),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, matrix_texts.system), result, ...head)),
      h("tbody", {}, ...body),
    ),
  );
}

/** @param {Cell} cell */
function was(cell) {
  const first = before(cell);
  return first ? h("span", { class: "fk-only-heard" }, ` ${matrix_texts.before(first)}`) : null;
}

/**
 * @param {System} system
 * @param {Answer | ""} answer
 */
const cellsOf = ({ cells }, answer) => cells.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell.answer === answer);

/**
 * How many rules hold, are broken or open.
 * @param {System} system
 */
function counted(system) {
  const counts = verdicts.ORDER.map((answer) => ({ answer, count: cellsOf(system, answer).length })).filter(({ count }) => count);
  const marks = counts.map(({ answer, count }) =>
    h("span", { class: "fk-mark", "data-answer": answer }, icon(SIGNS[answer]), ` ${count} ${matrix_texts.answers[answer]}`),
  );
  return h("span", { class: "fk-counts" }, ...(marks.length ? marks : [rests()]));
}

/**
 * One system in words: what is broken or open with its reason, and which rules hold or rest.
 * @param {System} system
 * @param {Rule[]} rules
 */
function reasonsOf(system, rules) {
  const reasons = verdicts.ORDER.filter((answer) => answer !== "ja").flatMap((answer) =>
    cellsOf(system, answer).map(({ cell, at }) =>
      h(
        "li",
        { "data-answer": answer },
        h("strong", {}, icon(SIGNS[answer]), ` ${rules[at].number}. ${rules[at].title}: ${matrix_texts.phrases[answer]}`),
        cell.changed
          ? h("span", { class: "fk-before" }, ` ${isNew(cell) ? matrix_texts.newRule : matrix_texts.atFirst(before(cell) ?? "")}`)
          : null,
        h("p", {}, cell.why),
      ),
    ),
  );
  /** @param {Answer | ""} answer */
  const titles = (answer) => cellsOf(system, answer).map(({ at }) => rules[at].title);
  const [held, resting] = [titles("ja"), titles("")];
  return [
    system.note ? [h("p", { class: "fk-hint" }, system.note)] : [],
    reasons.length ? [h("ul", { class: "fk-reasons" }, ...reasons)] : [],
    held.length ? [h("p", {}, h("strong", {}, icon(SIGNS.ja), ` ${matrix_texts.kept} `), held.join(" · "))] : [],
    resting.length ? [h("p", {}, h("strong", {}, icon(RESTS), ` ${matrix_texts.rests}: `), resting.join(" · "))] : [],
  ].flat();
}

/**
 * What a card opens: what is true of the system, and what each rule says.
 * @param {System} system
 * @param {Rule[]} rules
 * @param {boolean} asked whether the learner wants to know what was missed
 */
function evidenceOf(system, rules, asked) {
  if (!system.cells.length && !system.verdict) return [h("p", { class: "fk-hint" }, system.note)];
  return [...truthOf(system.verdict, asked), counted(system), ...reasonsOf(system, rules)];
}

/**
 * @param {Verdict | null} verdict
 * @param {boolean} asked
 */
function truthOf(verdict, asked) {
  if (!verdict) return [];
  const { found, missed, accused } = verdict;
  /**
   * @param {"found" | "missed" | "accused"} name
   * @param {string[]} told
   */
  const line = (name, told) =>
    told.length ? [h("li", { "data-mark": name }, icon(verdicts.SIGNS[name]), " ", h("b", {}, words.evidence[name]), ` ${told.join(", ")}`)] : [];
  const lines = [...line("found", found), ...line("accused", accused), ...(asked ? line("missed", missed) : [])];
  const sound = asked && !found.length && !missed.length;
  if (sound) lines.push(h("li", { "data-mark": "alone" }, icon(verdicts.SIGNS.alone), " ", words.evidence.sound));
  return lines.length ? [h("ul", { class: "fk-audit-truth" }, ...lines)] : [];
}

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, {
      draw,
      valid: (value) => isObject(value) && isObject(value.erste) && isObject(value.letzte),
    }),
};
