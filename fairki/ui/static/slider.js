/** A number on a scale, with its value always in sight. */
import * as common from "./common.js";

const { h, newId, german, isNumber } = common;
const PAUSE = 100; // ms between two values sent while the slider moves

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const [low, high, step, unit] = ["low", "high", "step", "unit"].map((name) => model.get(name));
  const id = newId();
  const output = h("span", { class: "fk-value", "aria-hidden": "true" }); // aria-valuetext says the same
  const range = h("input", { type: "range", id, min: low, max: high, step, oninput, onchange: send });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting = undefined;

  block.root.append(
    h(
      "div",
      { class: "fk-field fk-scale" },
      h("div", { class: "fk-scale-head" }, h("label", { for: id }, model.get("label")), output),
      range,
      h(
        "div",
        { class: "fk-ends", "aria-hidden": "true" },
        h("span", {}, german(low, step, unit)),
        h("span", {}, german(high, step, unit)),
      ),
    ),
  );

  function oninput() {
    show(Number(range.value));
    waiting ??= setTimeout(send, PAUSE);
  }

  function send() {
    clearTimeout(waiting);
    waiting = undefined;
    block.commit(Number(range.value));
  }

  /** @param {number} value */
  function show(value) {
    output.textContent = german(value, step, unit);
    range.setAttribute("aria-valuetext", output.textContent);
  }

  function update() {
    if (waiting) return; // the hand on the slider knows better than an older value
    range.value = block.value;
    show(block.value);
  }

  update();
  return { update, stop: () => waiting && send() };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const { model } = view;
    return common.run(view, {
      draw,
      traits: ["low", "high", "step", "unit"],
      initial: () => model.get("start"),
      valid: (value) => isNumber(value) && value >= model.get("low") && value <= model.get("high"),
    });
  },
};
