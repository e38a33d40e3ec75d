/** Text that Python writes while the learner works. */
import * as common from "./common.js";

const { h, scrollable } = common;

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
    watch.disconnect();
    for (const table of text.querySelectorAll("table")) watch.observe(boxOf(table));
  }

  const watch = scrollable((box) => `Tabelle: ${titleOf(box.querySelector("table"))}`);

  write();
  model.on("change:html", write);
  return {
    stop() {
      watch.disconnect();
      model.off("change:html", write);
    },
  };
}

/** The box in which a table may be wider than the page. */
function boxOf(table) {
  const known = table.closest(".fk-table");
  if (known) return known;
  const box = h("div", { class: "fk-table" });
  table.replaceWith(box);
  box.append(table);
  return box;
}

/** What a table is about: its caption, or else its first heading. */
const titleOf = (table) => (table.caption ?? table.querySelector("th:not(:empty)"))?.textContent.trim() ?? "";

export default {
  render: (view) => common.run(view, { draw, traits: ["live"] }),
};
