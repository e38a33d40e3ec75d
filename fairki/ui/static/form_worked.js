/** Lösungswege: how a question can be answered well, and why. */
import * as common from "./common.js";
import * as form_texts from "../../web/texts/form_texts.js";

const { h } = common;

/**
 * One worked answer, as Python tells it.
 * @typedef {object} Worked
 * @property {string} title
 * @property {string[]} found
 * @property {boolean} many
 * @property {[name: string, answer: string, why: string][]} rows
 * @property {string[]} right
 * @property {string[]} text
 * @property {string[]} ideas
 * @property {string} look
 * @property {string} link
 */

/**
 * Worked answers, folded up or not; given(place) is what the learner chose in a row (or for the whole question).
 * @param {import("./common.js").Face} model
 * @param {(place: number) => any} given
 */
export function workedOf(model, given = () => null) {
  const node = h("div", {});
  /** @returns {Record<string, string>} */
  const labels = () => Object.fromEntries(model.get("options") ?? []);

  /**
   * @param {string[]} right
   * @param {number} place
   */
  function mine(right, place) {
    const own = given(place);
    if (!right[place] || !own) return null;
    const text = own === right[place] ? form_texts.worked.same : form_texts.worked.other(labels()[own]);
    return h("p", { class: "fk-hint" }, text);
  }

  /** @param {Worked} worked */
  function draw({ title, found, many, rows, right, text, ideas, look, link }) {
    const head = many ? form_texts.worked.many : form_texts.worked.one;
    /** @param {string[]} items */
    const list = (items) => h("ul", {}, ...items.map((item) => h("li", {}, item)));
    const parts = rows.map(([name, answer, why], at) =>
      h(
        "li",
        {},
        h("p", {}, name, answer ? h("strong", {}, ` – ${answer}`) : null),
        mine(right, at),
        h("p", {}, why),
      ),
    );
    return h(
      "details",
      {
        class: "fk-worked",
        open: model.get("unfolded"),
        ontoggle: (/** @type {any} */ { target }) => target.open && model.send({ type: "look" }),
      },
      h("summary", {}, form_texts.worked.title(title)),
      found.length || many ? h("p", {}, h("strong", {}, `${head}:`), found.length === 1 ? ` ${found[0]}` : null) : null,
      found.length > 1 ? list(found) : null,
      rows.length ? null : mine(right, 0),
      ...(many && rows.length ? [] : text.map((paragraph) => h("p", {}, paragraph))),
      rows.length ? h("ul", { class: "fk-worked-rows" }, ...parts) : null,
      ...(many && rows.length ? text.map((paragraph) => h("p", {}, paragraph)) : []),
      ideas.length ? list(ideas) : null,
      h("p", {}, form_texts.worked.read, " ", h("a", { href: link }, look)),
    );
  }

  const parts = () => /** @type {HTMLDetailsElement[]} */ ([...node.children]);

  function update() {
    const open = parts().map((one) => one.open);
    node.replaceChildren(...model.get("worked").map(draw));
    parts().forEach((one, at) => (one.open ||= open[at] ?? false));
  }

  const traits = ["change:worked", "change:unfolded"];
  update();
  for (const name of traits) model.on(name, update);
  return {
    node,
    update,
    stop() {
      for (const name of traits) model.off(name, update);
    },
  };
}
