/** A button that saves a file which the kernel makes at that moment. */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as download_texts from "../../web/texts/download_texts.js";

const { h, button } = common;

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const message = h("p", { class: "fk-message", role: "status" });
  const problem = h("p", { class: "fk-message fk-error", role: "alert" });
  const save = button("secondary", ask, {}, model.get("label"));
  block.root.append(h("div", { class: "fk-download" }, save, message, problem));

  function ask() {
    message.textContent = download_texts.working;
    problem.textContent = "";
    /** @type {string[]} */
    const keys = model.get("answers");
    model.send({ type: "make", values: keys.map((key) => store.get(key)) });
  }

  /**
   * @param {any} content
   * @param {DataView<ArrayBuffer>[]} buffers
   */
  function got(content, buffers) {
    message.textContent = "";
    if (content.type === "problem") {
      problem.textContent = content.text;
      return;
    }
    const made = new Blob([buffers[0]], { type: model.get("media_type") });
    message.textContent = common.saveAs(model.get("filename"), made);
  }

  model.on("msg:custom", got);
  return { stop: () => model.off("msg:custom", got) };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["filename"], valid: () => false }),
};
