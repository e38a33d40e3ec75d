/** Pieces of the facilitator's page: buttons, what to say in a step, a question before what cannot be undone. */
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";
import * as lead_texts from "../texts/lead_texts.js";

/** @typedef {import("./live.js").Child} Child */

const { make } = live;
const { part, state } = lead_room;

/**
 * A button that cannot be used now stays where it is and keeps the focus.
 * @param {string} name
 * @param {string} text
 * @param {boolean} usable
 * @param {() => unknown} run
 * @param {Record<string, any> & { main?: boolean }} attributes with `main` for the one that is next
 */
export function button(name, text, usable, run, { main = false, ...attributes } = {}) {
  return make(
    "button",
    {
      type: "button",
      class: `fk-button ${main && usable ? "fk-primary" : "fk-secondary"}`,
      "data-name": name,
      "aria-disabled": usable ? null : "true",
      on: { click: () => usable && run() },
      ...attributes,
    },
    text
  );
}

/** @param {string} look */
export function wall(look) {
  return make("a", { class: `fk-button ${look}`, href: state().projector, target: "_blank", rel: "noopener" }, lead_texts.words.wall);
}

/**
 * What to say and to ask; `folded` for a step that is not the current one.
 * @param {import("./lead_room.js").Step} of
 * @param {boolean} folded
 */
export function words(of, folded) {
  const texts = lead_texts.words;
  /** @type {(title: string, said: string[], asList?: boolean) => Child[]} */
  const list = (title, said, asList = false) => (said.length ? [make("h4", {}, title), asList ? make("ul", {}, said.map((text) => make("li", {}, text))) : said.map((text) => make("p", {}, text))] : []);
  /** @type {(name: string, title: string, content: Child[]) => Child} */
  const fold = (name, title, content) =>
    content.length ? make("details", { "data-name": `${of.id} ${name}` }, make("summary", {}, title), content) : null;
  const objections = of.objections.map((one) => make("div", { class: "lead-objection" }, make("p", {}, make("strong", {}, texts.quoted(one.says))), make("p", {}, one.answer)));
  const inside = [
    make("div", { class: "lead-say" }, list(texts.say, of.say)),
    list(texts.ask, of.ask, true),
    fold("expect", texts.expect, of.expect.map((text) => make("p", {}, text))),
    fold("objections", texts.objections, objections),
    fold("plan", texts.plan, of.plan_b ? [make("p", {}, of.plan_b)] : []),
  ];
  return make("div", { class: folded ? "lead-words" : "lead-words fk-panel" }, inside);
}

/**
 * A question before something that cannot be undone. The safe answer comes first.
 * @param {string} title
 * @param {HTMLElement[]} content
 * @param {[text: string, run: () => unknown, look?: string][]} answers
 */
export function dialog(title, content, answers) {
  const box = /** @type {HTMLDialogElement} */ (part("dialog"));
  const close = () => box.close();
  box.replaceChildren(
    make("h2", { id: "dialog-title" }, title),
    ...content,
    make(
      "div",
      { class: "fk-row" },
      make("button", { type: "button", class: "fk-button fk-secondary", on: { click: close } }, lead_texts.cancel),
      answers.map(([text, run, look = "lead-danger"]) =>
        make(
          "button",
          {
            type: "button",
            class: `fk-button ${look}`,
            on: {
              click: () => {
                const open = box.firstChild;
                if (run() !== "stay" && box.firstChild === open) close();
              },
            },
          },
          text
        )
      )
    )
  );
  if (!box.open) box.showModal();
}
