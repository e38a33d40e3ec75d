/** What the checks of a form say about one question, or about all. */
import * as common from "./common.js";
import * as form_texts from "../../web/texts/form_texts.js";

const { h, button, icon } = common;
const SIGNS = { filled: "●", told: "→", resolved: "→", "not-yet": "✗", hint: "○" };

/** @typedef {{ state: keyof typeof SIGNS | "", text: string, open?: [id: string, title: string][] }} Verdict */

/**
 * What the checks say; waiting until the kernel has answered. Read out only if it was asked for right here.
 * @param {import("./common.js").Face} model
 */
export function verdictOf(model) {
  const node = h("div", { class: "fk-feedback", role: "status" });
  let asked = false;

  /**
   * @param {string} state
   * @param {...(Node | string)} content
   */
  function show(state, ...content) {
    node.dataset.state = state;
    node.replaceChildren(...content);
  }

  function update() {
    const { state, text, open = [] } = /** @type {Verdict} */ (model.get("verdict"));
    if (!state) {
      delete node.dataset.state;
      node.replaceChildren();
      return;
    }
    node.setAttribute("aria-live", asked ? "polite" : "off");
    asked = false;
    const lines = text.split("\n").flatMap((line, at) => (at ? [h("br"), line] : [line]));
    const links = open.map(([id, title]) => {
      const leave = () => common.goTo(/** @type {HTMLElement} */ (document.getElementById(`frage-${id}`)));
      return button("secondary", leave, { "aria-label": form_texts.toTask(title) }, title);
    });
    const looks = ["filled", "told", "resolved"].includes(state) ? "" : "fk-not-yet";
    const head = h("strong", { class: looks }, icon(SIGNS[state]), ` ${form_texts.verdicts[state]} `);
    show(state, h("p", {}, head, ...lines), links.length ? h("div", { class: "fk-row" }, ...links) : "");
  }

  update();
  model.on("change:verdict", update);
  return {
    node,
    wait() {
      asked = true;
      node.setAttribute("aria-live", "polite");
      show("hint", form_texts.wait);
    },
    /** @type {(state: string, text: string) => void} */
    tell: (state, text) => show(state, h("p", {}, text)),
    stop: () => model.off("change:verdict", update),
  };
}
