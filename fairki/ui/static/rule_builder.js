/** The Kodex-Baukasten: choose a sentence, fill its blanks, see what it says, keep it. */
import * as common from "./common.js";
import * as kodex_list from "./kodex_list.js";
import * as rule_editor from "./rule_editor.js";
import * as rule_picker from "./rule_picker.js";

const { h, status, isObject } = common;

/**
 * @param {import("./common.js").Face} model
 * @returns {import("../../web/pattern_form.js").Patterns}
 */
const known = (model) =>
  Object.fromEntries(
    model.get("patterns").map((/** @type {import("../../web/pattern_form.js").Pattern} */ pattern) => [pattern.id, pattern]),
  );

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const patterns = known(model);
  const heard = status();
  const kodex = kodex_list.kodexList(block, patterns, edit, heard);
  const { hasRoom, keep, leave } = kodex;
  const editor = rule_editor.editor(model, patterns, { mark: (id) => picker.mark(id), hasRoom, keep, leave });
  const picker = rule_picker.picker(model.get("groups"), patterns, editor.begin, editor.node);
  block.root.append(
    h("div", { class: "fk-builder" }, picker.node, editor.node, h("section", { class: "fk-panel fk-kodex" }, kodex.node), heard),
  );

  /**
   * @param {import("./kodex_list.js").Rule} rule
   * @param {number} at
   */
  function edit(rule, at) {
    editor.begin(rule.muster, rule, at);
    common.goTo(editor.node);
  }

  function update() {
    kodex.update();
    editor.follow(kodex.rules());
  }

  /** @param {any} content */
  function onMessage(content) {
    if (content.type === "results") editor.receive(content);
    if (content.type === "problem") kodex.refuse(content.text);
    if (content.type === "opened") kodex.opened(content.value);
  }

  model.on("msg:custom", onMessage);
  update();
  return {
    update,
    stop() {
      editor.stop();
      model.off("msg:custom", onMessage);
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const patterns = known(view.model);
    return common.run(view, {
      draw,
      valid: (value) =>
        isObject(value) &&
        Array.isArray(value.regeln) &&
        value.regeln.every(
          (rule) => isObject(rule?.angaben) && (Object.hasOwn(patterns, rule.muster) || kodex_list.isAbsent(rule.muster, patterns)),
        ),
    });
  },
};
