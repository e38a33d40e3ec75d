/** Pieces of the facilitator's page: buttons, what to say in a step, a question before what cannot be undone. */
import * as lead_room from "./lead_room.js";

const { make } = window.fairkiLive;
const { part, room } = lead_room;

/**
 * A button that cannot be used now stays where it is and keeps the focus.
 * @param {string} name
 * @param {string} text
 * @param {boolean} usable
 * @param {() => unknown} run
 * @param {Record<string, any>} attributes with `main` for the one that is next
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

export function wall(look) {
  return make("a", { class: `fk-button ${look}`, href: room.state.projector, target: "_blank", rel: "noopener" }, "Leinwand öffnen");
}

// What to say and to ask; `folded` for a step that is not the current one.
export function words(of, folded) {
  const list = (title, texts, tag = "p") => (texts.length ? [make("h4", {}, title), tag === "p" ? texts.map((text) => make("p", {}, text)) : make("ul", {}, texts.map((text) => make("li", {}, text)))] : []);
  const fold = (name, title, content) =>
    content.length ? make("details", { "data-name": `${of.id} ${name}` }, make("summary", {}, title), content) : null;
  const objections = of.objections.map((one) => make("div", { class: "lead-objection" }, make("p", {}, make("strong", {}, `„${one.says}“`)), make("p", {}, one.answer)));
  const inside = [
    make("div", { class: "lead-say" }, list("Das sagen Sie", of.say)),
    list("Das fragen Sie", of.ask, "ul"),
    fold("expect", "Was geantwortet werden könnte", of.expect.map((text) => make("p", {}, text))),
    fold("objections", "Einwände und gute Antworten", objections),
    fold("plan", "Plan B", of.plan_b ? [make("p", {}, of.plan_b)] : []),
  ];
  return make("div", { class: folded ? "lead-words" : "lead-words fk-panel" }, inside.flat().filter(Boolean));
}

// A question before something that cannot be undone. The safe answer comes first.
export function dialog(title, content, answers) {
  const box = /** @type {HTMLDialogElement} */ (part("dialog"));
  const close = () => box.close();
  box.replaceChildren(
    make("h2", { id: "dialog-title" }, title),
    ...content,
    make(
      "div",
      { class: "fk-row" },
      make("button", { type: "button", class: "fk-button fk-secondary", on: { click: close } }, "Abbrechen"),
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
