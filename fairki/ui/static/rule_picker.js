/** The first step of the Kodex-Baukasten: the learner chooses a sentence. */
import * as common from "./common.js";
import * as rule_builder_texts from "../../web/texts/rule_builder_texts.js";

const { h, newId } = common;

/** @typedef {import("../../web/pattern_form.js").Patterns} Patterns */

/**
 * The patterns that are offered, in their groups; begin(id) is called when one is chosen, `work` is brought into sight then.
 * @param {[title: string, question: string, ids: string[]][]} groups
 * @param {Patterns} patterns
 * @param {(id: string) => void} begin
 * @param {HTMLElement} work
 */
export function picker(groups, patterns, begin, work) {
  const name = newId();
  /** @type {Record<string, HTMLInputElement>} */
  const radios = {};

  /** Of several groups only the first is open at the beginning. */
  function all() {
    const drawn = groups.map(([text, question, ids], at) => {
      if (groups.length === 1) return group(text, question, ids);
      return h("details", { class: "fk-pattern-fold", open: at === 0 }, h("summary", {}, text), group(text, question, ids));
    });
    return h("section", { class: "fk-picker" }, h("h4", {}, rule_builder_texts.choose), ...drawn);
  }

  /**
   * @param {string} text
   * @param {string} question
   * @param {string[]} ids
   */
  function group(text, question, ids) {
    return h(
      "fieldset",
      { class: "fk-field fk-pattern-group" },
      h("legend", {}, h("span", { class: groups.length > 1 ? "fk-only-heard" : null }, text), question ? h("span", { class: "fk-hint" }, question) : null),
      h(
        "div",
        { class: "fk-tiles fk-many" },
        ...ids.map((id) => {
          radios[id] = h("input", { type: "radio", name, value: id, onchange: () => begin(id), onclick });
          return h("label", { class: "fk-tile" }, radios[id], h("span", {}, patterns[id].title));
        }),
      ),
    );
  }

  /**
   * A click brings the sentence into sight; arrow keys, which only pass by (detail 0), leave the page alone.
   * @param {MouseEvent} event
   */
  function onclick({ detail }) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (detail > 0) setTimeout(() => work.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest" }));
  }

  return {
    node: all(),
    /**
     * Shows which pattern is in work, if any.
     * @param {string | null} id
     */
    mark(id) {
      for (const radio of Object.values(radios)) radio.checked = radio.value === id;
    },
  };
}
