/** Reads answers of other blocks from the browser store and hands them to Python. */
import * as store from "../../web/store.js";
import * as common from "./common.js";

/** @param {import("./common.js").Block} block */
function draw(block) {
  function look() {
    const { answers } = store.read();
    /** @type {string[]} */
    const wanted = block.model.get("wanted");
    const found = wanted.filter((key) => answers[key] !== undefined).map((key) => [key, answers[key]]);
    const value = found.length ? Object.fromEntries(found) : null;
    if (!common.same(value, block.value)) block.commit(value);
  }

  look();
  return { stop: common.onPage(["fairki-store"], look) };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["wanted"] }),
};
