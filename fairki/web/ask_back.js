/**
 * Asks what an ambiguous number means („1.000“), with both readings as buttons; nothing is guessed.
 * Plain JavaScript of 2017, because the vote page on phones uses it, too.
 */
import * as elements from "./elements.js";
import * as numbers from "./numbers.js";

const { h, button } = elements;

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
    node.textContent = "";
    if (!choices.length) return;
    const buttons = choices.map(([text, take]) => button("secondary", take, {}, text));
    node.append(h("p", { class: "fk-message fk-error" }, question), h("div", { class: "fk-row" }, ...buttons));
  }

  return { node, look: numbers.askBack(field, show) };
}
