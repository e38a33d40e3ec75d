/** A text field for own thoughts. */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as typing from "./typing.js";
import * as note_texts from "../../web/texts/note_texts.js";

const { h, newId } = common;

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const id = newId();
  const hint = h("p", { class: "fk-hint", id: `${id}-hint` }, model.get("hint"));
  const kept = h("p", { class: "fk-kept", role: "status" });
  const field = h("textarea", {
    id,
    rows: model.get("rows"),
    maxlength: model.get("longest"),
    "aria-describedby": model.get("hint") ? hint.id : null,
    oninput,
    onchange: () => typed.now(),
  });
  const typed = typing.kept(send);
  const name = model.get("optional");
  const label = h("label", { for: id, class: name === model.get("label") ? "fk-only-heard" : null }, model.get("label"));
  const node = h("div", { class: "fk-field fk-note" }, label, model.get("hint") ? hint : null, field, kept);
  const fold = h("details", { class: "fk-optional" }, h("summary", {}, note_texts.optional(name)));
  if (name) fold.append(node);
  block.root.append(name ? fold : node);

  function oninput() {
    kept.textContent = "";
    typed.soon();
  }

  function send() {
    block.commit(field.value || null);
    if (!model.get("key") || !field.value) return;
    kept.textContent = store.lasting() ? note_texts.kept : note_texts.lost;
  }

  function update() {
    if (typed.waits() || field.value === (block.value ?? "")) return;
    field.value = block.value ?? "";
    if (field.value) fold.open = true;
  }

  update();
  return { update, stop: typed.stop };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, {
      draw,
      traits: ["hint", "rows", "optional"],
      valid: (value) => typeof value === "string" && value.length <= view.model.get("longest"),
    }),
};
