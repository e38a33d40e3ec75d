/** Asks what an ambiguous number means („1.000“), with both readings as buttons; nothing is guessed. */
import * as common from "./common.js";
import * as numbers from "../../web/numbers.js";

const { h, button } = common;

/**
 * A place below `field` that asks when needed; `look()` looks at what stands in the field and says whether it asks.
 * @param {HTMLInputElement} field
 */
export function askBack(field) {
  const node = h("div", { class: "fk-ask-back", role: "status" });

  /**
   * @param {string} question
   * @param {[text: string, take: () => void][]} choices
   */
  function show(question, choices) {
    const buttons = choices.map(([text, take]) => button("secondary", take, {}, text));
    const asked = [h("p", { class: "fk-message fk-error" }, question), h("div", { class: "fk-row" }, ...buttons)];
    node.replaceChildren(...(choices.length ? asked : []));
  }

  return { node, look: numbers.askBack(field, show) };
}
