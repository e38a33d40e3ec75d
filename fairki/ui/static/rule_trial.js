/** What a rule says about the examples, tried out by Python while the learner fills its blanks. */
import * as common from "./common.js";
import * as rule_builder_texts from "../../web/texts/rule_builder_texts.js";

const { h, icon } = common;
const { trial: texts, states } = rule_builder_texts;
const PAUSE = 250; // ms without typing before a rule is tried
const SIGNS = { held: "✓", broken: "✗", unclear: "?" };

/** @typedef {keyof typeof SIGNS} State what the check of a rule ends with, as in fairki/kodex/outcome.py */

/** @param {import("./common.js").Face} model */
export function trial(model) {
  let asked = 0;
  let key = ""; // what was tried last
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting = undefined;
  /** @type {{ summary: HTMLElement, results: HTMLElement } | null} */
  let shown = null;

  /** Begins with another rule: the places for its summary and its results. */
  function begin() {
    end();
    key = "";
    shown = { summary: h("p", { class: "fk-hint", role: "status" }), results: h("ul", { class: "fk-results" }) };
    return shown;
  }

  function end() {
    clearTimeout(waiting);
    shown = null;
  }

  /**
   * Tries a rule, after a pause in typing or at once; says whether it is another one than before.
   * @param {import("./kodex_list.js").Rule} rule
   * @param {boolean} now
   */
  function tryOut(rule, now) {
    if (!shown || JSON.stringify(rule) === key) return false;
    key = JSON.stringify(rule);
    clearTimeout(waiting);
    asked += 1;
    shown.results.classList.add("fk-waiting");
    const send = () => model.send({ type: "check", rule, number: asked });
    if (now) {
      shown.summary.textContent = texts.trying;
      send();
    } else waiting = setTimeout(send, PAUSE);
    return true;
  }

  /** @param {{ number: number, rows: ([state: State, why: string] | null)[] }} content a row is null where the rule does not concern the example */
  function receive({ number, rows }) {
    if (!shown || number !== asked) return;
    const tried = rows.flatMap((row, at) => (row ? [{ state: row[0], why: row[1], at }] : []));
    const broken = tried.filter(({ state }) => state === "broken").length;
    shown.summary.textContent = tried.length ? texts.tried(tried.length, broken) : texts.notHere;
    shown.results.classList.remove("fk-waiting");
    shown.results.replaceChildren(
      ...tried.map(({ state, why, at }) => {
        const [system, purpose] = model.get("systems")[at];
        return h(
          "li",
          { class: "fk-result", "data-state": state },
          h("p", { class: "fk-result-name" }, h("strong", {}, system), h("span", { class: "fk-state" }, icon(SIGNS[state]), states[state])),
          h("p", { class: "fk-hint" }, purpose),
          h("p", {}, why),
        );
      }),
    );
  }

  return { begin, end, tryOut, receive };
}
