/** „Weiter ohne Antwort“: to leave a question on purpose, on pages whose units ask for it. */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as progress from "./progress.js";
import * as leave_texts from "../../web/texts/leave_texts.js";

const { h, button } = common;

/**
 * What to show below a block's question, with {node, update, stop}; `rest` is the text once some of it is answered.
 * @param {import("./common.js").Block} block
 * @param {string} rest
 */
export function offer(block, rest = leave_texts.all) {
  const key = block.model.get("key");
  const note = h("span", { class: "fk-hint", tabindex: "-1" });
  const press = button("quiet", go);
  const node = h("div", { class: "fk-leave" }, press, note);

  function go() {
    const found = progress.placeOf(key);
    if (found) progress.leave(found.module, found.ask);
    update();
    note.focus({ preventScroll: true });
  }

  function update() {
    const found = progress.placeOf(key);
    const data = store.read();
    const state = found && progress.stateOf(data, found.module, ["", "", 0, { [found.ask]: found.needed }]);
    const skipped = Boolean(state?.skipped.length);
    const over = found && data.progress[found.module]?.[found.unit] === true; // nothing to leave in a unit that is done
    node.hidden = !state || (!skipped && (over || state.open.length === 0));
    press.hidden = skipped;
    press.textContent = state?.begun ? rest : leave_texts.all;
    note.textContent = skipped ? leave_texts.left : "";
  }

  update();
  return { node, update, stop: common.onPage(["fairki-store", "fairki-units"], update) };
}
