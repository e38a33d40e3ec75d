/** A button for work that takes the kernel a moment, with a live message about it. */
import * as common from "./common.js";

const { h, button, status } = common;

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const message = status("fk-run-message");
  const start = button("primary", run, {}, model.get("label"));
  block.root.append(h("div", { class: "fk-run" }, start, message));
  let running = false;

  function run() {
    if (running) return;
    running = true;
    start.setAttribute("aria-disabled", "true");
    message.textContent = model.get("waiting");
    model.send({ type: "run" });
  }

  function write() {
    const text = model.get("message");
    if (running && !text) return; // the old message was taken back, the new one follows
    running = false;
    start.removeAttribute("aria-disabled");
    message.textContent = text;
  }

  write();
  model.on("change:message", write);
  return { stop: () => model.off("change:message", write) };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["waiting"], valid: () => false }),
};
