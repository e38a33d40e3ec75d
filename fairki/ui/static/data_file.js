/** Chooses a file and hands it to this page's Python, part by part: the next one when Python has the one before. */
import * as common from "./common.js";
import * as data_file_texts from "../../web/texts/data_file_texts.js";

const { h, newId } = common;

/**
 * @param {import("./common.js").Block} block
 * @param {{ number: number }} last of the file that was chosen last: what Python says of an earlier one is not about it
 */
function draw(block, last) {
  const { model } = block;
  const id = newId();
  const hint = h("p", { class: "fk-hint", id: `${id}-hint` }, model.get("hint"));
  const message = h("p", { class: "fk-message", role: "status" });
  const problem = h("p", { class: "fk-message fk-error", role: "alert" });
  const input = h("input", {
    type: "file",
    id,
    accept: model.get("endings").join(","),
    "aria-describedby": model.get("hint") ? hint.id : null,
    onchange: begin,
  });
  block.root.append(
    h("div", { class: "fk-field fk-data-file" }, h("label", { for: id }, model.get("label")), hint, input, message, problem),
  );

  /** @type {File | null} the file that is on its way */
  let file = null;
  let sent = 0;

  function begin() {
    file = input.files?.[0] ?? null;
    message.textContent = "";
    problem.textContent = "";
    if (!file) return;
    if (file.size > model.get("largest")) return failed(data_file_texts.tooLarge(model.get("largest")));
    sent = 0;
    last.number += 1;
    message.textContent = data_file_texts.reading(0, file.size);
    model.send({ type: "begin", number: last.number, name: file.name });
  }

  async function next() {
    if (!file) return;
    const now = file;
    const end = sent + model.get("part");
    const whole = end >= now.size;
    try {
      const part = await now.slice(sent, end).arrayBuffer();
      if (file !== now) return; // another one was chosen meanwhile
      message.textContent = whole ? data_file_texts.working : data_file_texts.reading(sent, now.size);
      sent = end;
      model.send({ type: "part", number: last.number, last: whole }, undefined, [part]);
    } catch {
      failed(data_file_texts.unreadable);
    }
  }

  /** @param {string} text */
  function failed(text) {
    file = null;
    input.value = ""; // so that the same file, mended, can be chosen again
    message.textContent = "";
    problem.textContent = text;
  }

  /** @param {any} content */
  function got(content) {
    if (content.number !== last.number) return;
    if (content.type === "go") void next();
    if (content.type === "progress") message.textContent = content.text;
    if (content.type === "problem") failed(content.text);
    if (content.type === "done") {
      file = null;
      input.value = "";
      message.textContent = content.text;
    }
  }

  model.on("msg:custom", got);
  return { stop: () => model.off("msg:custom", got) };
}

export default {
  /** @param {import("./common.js").View} view */
  render(view) {
    const last = { number: 0 };
    return common.run(view, { draw: (block) => draw(block, last), traits: ["hint", "endings"], valid: () => false });
  },
};
