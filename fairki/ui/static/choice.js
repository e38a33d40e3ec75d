/** Chooses at once among options: radio buttons, a scale, checkboxes or a list. */
import * as common from "./common.js";
import * as common_texts from "../../web/texts/common_texts.js";

const { h, newId } = common;

/** @typedef {[value: string, label: string, hint?: string]} Option */

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Option[]} */
  const options = model.get("options");
  const label = model.get("label");
  const kind = model.get("kind");
  if (kind === "select") return drawSelect(block, options, label);

  const name = newId();
  const several = kind === "checkbox";
  const type = several ? "checkbox" : "radio";
  const inputs = options.map((_, at) => h("input", { type, name, value: at, onchange }));
  const field = kind === "scale" ? "fk-field fk-points" : "fk-field";
  block.root.append(
    h("fieldset", { class: field }, label ? h("legend", {}, label) : null, common.tiles(options, inputs)),
  );

  function onchange() {
    const chosen = options.filter((_, at) => inputs[at].checked).map(([value]) => value);
    if (several) block.commit(chosen.length ? chosen : null);
    else block.commit(chosen[0]);
  }

  function update() {
    const { value } = block;
    inputs.forEach((input, at) => {
      input.checked = several ? (value ?? []).includes(options[at][0]) : options[at][0] === value;
    });
  }

  update();
  return { update };
}

/**
 * @param {import("./common.js").Block} block
 * @param {Option[]} options
 * @param {string} label
 */
function drawSelect(block, options, label) {
  const select = h(
    "select",
    { id: newId(), onchange: () => block.commit(options[Number(select.value || -1)]?.[0] ?? null) },
    h("option", { value: "" }, common_texts.choose),
    ...options.map(([, text], at) => h("option", { value: at }, text)),
  );
  block.root.append(h("div", { class: "fk-field fk-pick" }, h("label", { for: select.id }, label), select));

  function update() {
    const at = options.findIndex(([value]) => value === block.value);
    select.value = at < 0 ? "" : String(at);
  }

  update();
  return { update };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    /** @param {unknown} value */
    const known = (value) =>
      view.model.get("options").some((/** @type {Option} */ [candidate]) => candidate === value);
    return common.run(view, {
      draw,
      traits: ["options", "kind"],
      valid: (value) =>
        view.model.get("kind") === "checkbox" ? Array.isArray(value) && value.every(known) : known(value),
    });
  },
};
