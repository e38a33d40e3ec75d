/** What a rule says about the examples, tried out by Python while the learner fills its blanks. */
import * as common from "./common.js";

const { h, icon } = common;
const PAUSE = 250; // ms without typing before a rule is tried
/** @type {Record<string, [sign: string, look: string]>} */
const SIGNS = { eingehalten: ["✓", "held"], verletzt: ["✗", "broken"], "nicht beurteilbar": ["?", "unclear"] };

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
   * @param {import("./rule_sentence.js").Rule} rule
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
      shown.summary.textContent = "Die Regel wird an drei Beispielen ausprobiert …";
      send();
    } else waiting = setTimeout(send, PAUSE);
    return true;
  }

  /** @param {{ number: number, rows: [state: string, why: string][] }} content */
  function receive({ number, rows }) {
    if (!shown || number !== asked) return;
    const broken = rows.filter(([state]) => state === "verletzt").length;
    shown.summary.textContent =
      `Ausprobiert an ${rows.length} Beispielen: ` +
      (broken ? `${broken} von ${rows.length} ${broken === 1 ? "verletzt" : "verletzen"} die Regel.` : "Keines verletzt die Regel.");
    shown.results.classList.remove("fk-waiting");
    shown.results.replaceChildren(
      ...rows.map(([state, why], at) => {
        const [system, purpose] = model.get("systems")[at];
        const [sign, look] = SIGNS[state];
        return h(
          "li",
          { class: "fk-result", "data-state": look },
          h("p", { class: "fk-result-name" }, h("strong", {}, system), h("span", { class: "fk-state" }, icon(sign), state)),
          h("p", { class: "fk-hint" }, purpose),
          h("p", {}, why),
        );
      }),
    );
  }

  return { begin, end, tryOut, receive };
}
