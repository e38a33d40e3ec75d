/** A form for an exercise: one block per question, and one that checks everything and saves the hand-in. */
import * as common from "./common.js";
import * as form_controls from "./form_controls.js";
import * as form_hand_in from "./form_hand_in.js";
import * as form_verdict from "./form_verdict.js";
import * as form_worked from "./form_worked.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as form_texts from "../../web/texts/form_texts.js";

const { h, button, newId, isObject } = common;

/** @typedef {import("./common.js").Block} Block */
/** @typedef {import("./common.js").View} View */

/** @param {Block} block */
function drawFurther(block) {
  const worked = form_worked.workedOf(block.model);
  block.root.append(worked.node);
  return { stop: worked.stop };
}

/** @param {Block} block */
function drawAnswer(block) {
  const { model } = block;
  const verdict = form_verdict.verdictOf(model);
  const worked = form_worked.workedOf(model, (place) =>
    model.get("kind") === "table" ? block.value?.[String(place + 1)] : block.value,
  );
  const hint = model.get("hint") ? h("p", { class: "fk-hint", id: newId() }, model.get("hint")) : null;
  const control = form_controls.CONTROLS[model.get("kind")](block, check);

  function check() {
    control.flush?.();
    verdict.wait();
    model.send({ type: "check" });
  }

  const title = model.get("title");
  const id = `frage-${title.toLowerCase()}`;
  const asked = [h("span", { class: "fk-count" }, form_texts.task(title)), " ", model.get("label")];
  const described = { "aria-describedby": hint?.id };
  const question = control.field
    ? h("div", { class: "fk-panel fk-question fk-note", id }, h("label", { for: control.field.id }, ...asked))
    : h("fieldset", { class: "fk-panel fk-question fk-note", id, ...described }, h("legend", {}, ...asked));
  if (hint && control.field) control.field.setAttribute("aria-describedby", hint.id);
  const actions = h("div", { class: "fk-row" }, button("secondary", check, {}, common_texts.check));
  question.append(...(hint ? [hint] : []), control.node, actions, verdict.node, worked.node);
  block.root.append(question);
  control.update();
  return {
    update() {
      control.update();
      worked.update();
    },
    stop() {
      control.stop?.();
      verdict.stop();
      worked.stop();
    },
  };
}

/**
 * Whether a kept value fits the question; the kernel looks more closely.
 * @param {import("./common.js").Face} model
 * @param {any} value
 */
function fits(model, value) {
  /** @type {[key: string, label: string][]} */
  const options = model.get("options");
  /** @param {unknown} option */
  const known = (option) => options.some(([candidate]) => candidate === option);
  switch (model.get("kind")) {
    case "choice":
      return known(value);
    case "checkbox":
      return Array.isArray(value) && value.every(known);
    case "table":
      return isObject(value) && Object.values(value).every(known);
    case "numbers":
    case "fields":
      return isObject(value) && Object.keys(value).every(known);
    case "rules":
      return isObject(value) && Object.keys(value).every(known) && Object.values(value).every(isObject);
    default:
      return typeof value === "string" && value.length <= model.get("longest");
  }
}

/** @type {Record<string, (view: View) => import("./common.js").Options>} */
const PARTS = {
  answer: (view) => ({ draw: drawAnswer, valid: (value) => fits(view.model, value) }),
  further: () => ({ draw: drawFurther }),
  "hand-in": () => ({ draw: form_hand_in.drawHandIn, valid: (value) => ["bereit", "angesehen"].includes(value) }),
};

export default {
  render: (/** @type {View} */ view) => common.run(view, PARTS[view.model.get("part")](view)),
};
