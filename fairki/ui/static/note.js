/** A text field for own thoughts. */
import * as store from "./store.js";
import * as common from "./common.js";

const { h, newId } = common;
const PAUSE = 500; // ms without typing before the text is kept

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
    onchange: send,
  });
  let waiting = null;
  block.root.append(
    h(
      "div",
      { class: "fk-field fk-note" },
      h("label", { for: id }, model.get("label")),
      model.get("hint") ? hint : null,
      field,
      kept,
    ),
  );

  function oninput() {
    kept.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
  }

  function send() {
    clearTimeout(waiting);
    waiting = null;
    block.commit(field.value || null);
    if (!model.get("key") || !field.value) return;
    kept.textContent = store.lasting()
      ? "Auf diesem Gerät gespeichert."
      : "Dieser Browser bewahrt nichts auf: Der Text geht beim Schließen der Seite verloren.";
  }

  function leave() {
    if (waiting) send();
  }

  function update() {
    if (!waiting && field.value !== (block.value ?? "")) field.value = block.value ?? "";
  }

  update();
  window.addEventListener("pagehide", leave);
  return {
    update,
    stop() {
      leave();
      window.removeEventListener("pagehide", leave);
    },
  };
}

export default {
  render: (view) =>
    common.run(view, {
      draw,
      traits: ["hint", "rows"],
      valid: (value) => typeof value === "string" && value.length <= view.model.get("longest"),
    }),
};
