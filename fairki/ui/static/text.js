/** Text that Python writes while the learner works. */
import * as common from "./common.js";

const { h } = common;

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const text = h("div", { class: "fk-prose" });
  block.root.append(text);

  const parts = () => [...text.querySelectorAll("details")];

  // Only our own Python writes this; see the class Text.
  function write() {
    const open = parts().map((part) => part.open);
    text.innerHTML = model.get("html");
    if (model.get("live") && model.get("html")) common.announceFromNow(text);
    const now = parts();
    if (now.length === open.length) now.forEach((part, at) => (part.open ||= open[at])); // what was unfolded stays so
    tables.look();
  }

  const tables = common.tablesIn(text);

  write();
  model.on("change:html", write);
  return {
    stop() {
      tables.stop();
      model.off("change:html", write);
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["live"] }),
};
