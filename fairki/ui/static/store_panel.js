/** The learner's own data: save as a file, read a file, delete everything. */
import * as store from "../../web/store.js";
import * as texts from "../../web/texts.js";
import * as common from "./common.js";
import * as progress from "./progress.js";
import * as zip from "./zip.js";
import * as notice from "./notice.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as notice_texts from "../../web/texts/notice_texts.js";
import * as store_panel_texts from "../../web/texts/store_panel_texts.js";
import * as zip_texts from "../../web/texts/zip_texts.js";

const { h, button, newId } = common;
const words = store_panel_texts.old;
const LARGEST_ZIP = 10_000_000; // bytes; all documents of a folder together have less than one million
const LARGEST_STATE = 6_000_000; // bytes; the store counts the characters once more

/** @param {import("./common.js").Block} block */
function draw(block) {
  const held = h("p", { class: "fk-held" });
  const old = h("div", {});
  const message = h("p", { class: "fk-message", role: "status" });
  const error = h("p", { class: "fk-message fk-error", role: "alert" });
  const file = h("input", {
    type: "file",
    class: "fk-only-heard",
    accept: ".json,.zip,application/json,application/zip",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: choose,
  });
  const heading = h("h3", { id: newId() }, block.model.get("label") || store_panel_texts.label);
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-store", "aria-labelledby": heading.id },
      heading,
      h("p", {}, store_panel_texts.about),
      held,
      old,
      h(
        "div",
        { class: "fk-row" },
        button("secondary", save, {}, notice_texts.asFile),
        button("secondary", () => file.click(), {}, store_panel_texts.load),
        button("quiet", remove, {}, store_panel_texts.remove.button),
        file,
      ),
      message,
      error,
    ),
  );

  /**
   * @param {string} text
   * @param {string} problem
   */
  function tell(text, problem = "") {
    message.textContent = text;
    error.textContent = problem;
  }

  function save() {
    tell(common.saveAs(store.FILE_NAME, new Blob([store.exportText()], { type: "application/json" })));
  }

  async function choose() {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (!chosen) return;
    let text;
    try {
      text = await textOf(chosen);
      store.parse(text);
    } catch (problem) {
      tell("", reason(problem));
      return;
    }
    const { title, question, yes } = store_panel_texts.replace;
    const sure = amount() === 0 || (await confirmed(block.root, title, question, yes));
    if (!sure) return;
    store.importText(text);
    tell(store_panel_texts.loaded);
  }

  async function remove() {
    const { title, question, button: yes, done } = store_panel_texts.remove;
    if (!(await confirmed(block.root, title, question, yes))) return;
    store.clear();
    tell(done);
  }

  function amount() {
    const data = store.read();
    return Object.keys(data.answers).length + Object.keys(data.progress).length;
  }

  /** What was set aside: each with a button to take it along and one to delete it. */
  function showOld() {
    const rows = store.aside().map((one) => {
      const date = common_texts.day(new Date(one.day));
      const what = { "aria-label": words.label(date) };
      return h(
        "li",
        {},
        words.text(date, notice_texts.trouble[one.trouble]),
        h(
          "div",
          { class: "fk-row", role: "group", ...what },
          button("secondary", () => tell(notice.saveAside(one)), {}, notice_texts.oldAsFile),
          button("quiet", () => drop(one, date), {}, words.remove),
        ),
      );
    });
    old.replaceChildren(...(rows.length ? [h("p", {}, rows.length > 1 ? words.several : words.one), h("ul", {}, ...rows)] : []));
  }

  /**
   * @param {import("../../web/store.js").Aside} one
   * @param {string} date
   */
  async function drop(one, date) {
    if (!(await confirmed(block.root, words.title, words.question(date), words.yes))) return;
    store.deleteAside(one.name);
    tell(words.done);
  }

  function update() {
    showOld();
    const data = store.read();
    const kept = Object.keys(data.answers).filter((key) => !progress.tellsWay(key)).length;
    const done = Object.values(data.progress).reduce((sum, units) => sum + Object.keys(units).length, 0);
    held.textContent = store.lasting() ? store_panel_texts.held(kept, done) : store_panel_texts.notKept;
  }

  notice.watch();
  update();
  return { stop: common.onPage(["fairki-store"], update) };
}

/**
 * Why a file cannot be used.
 * @param {unknown} problem
 */
const reason = (problem) =>
  problem instanceof store.FileError
    ? texts.file[problem.trouble](store.FILE_NAME)
    : /** @type {Error} */ (problem).message;

/**
 * The text of a saved state, also out of the zip of a folder. Throws an Error with a German message.
 * @param {File} file
 */
async function textOf(file) {
  const { unchanged } = store_panel_texts;
  if (file.size > LARGEST_ZIP) throw new Error(`${zip_texts.tooLarge} ${unchanged}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!zip.isZip(bytes)) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder().decode(await zip.unpack(bytes, store.FILE_NAME, LARGEST_STATE));
  } catch (problem) {
    throw new Error(`${reason(problem)} ${unchanged}`, { cause: problem });
  }
}

/**
 * Asks in a dialog; resolves to true only if the answer is yes.
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {string} question
 * @param {string} yes
 * @returns {Promise<boolean>}
 */
function confirmed(parent, title, question, yes) {
  return new Promise((resolve) => {
    const heading = h("h3", { id: newId() }, title);
    const cancel = button("secondary", () => dialog.close(), {}, common_texts.cancel);
    const dialog = h(
      "dialog",
      {
        class: "fk-dialog",
        "aria-labelledby": heading.id,
        onclose: () => {
          resolve(dialog.returnValue === "yes");
          dialog.remove();
        },
      },
      heading,
      h("p", {}, question),
      h("div", { class: "fk-row" }, button("primary", () => dialog.close("yes"), {}, yes), cancel),
    );
    parent.append(dialog);
    dialog.showModal();
    cancel.focus();
  });
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw }),
};
