/** The learner's own data: save as a file, read a file, delete everything. */
import * as store from "../../web/store.js";
import * as texts from "../../web/texts.js";
import * as common from "./common.js";
import * as progress from "./progress.js";
import * as zip from "./zip.js";
import * as notice from "./notice.js";

const { h, button, newId } = common;
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
  const heading = h("h3", { id: newId() }, block.model.get("label") || "Ihr Stand auf diesem Gerät");
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-store", "aria-labelledby": heading.id },
      heading,
      h(
        "p",
        {},
        "Ihre Antworten und Ihr Fortschritt liegen nur in diesem Browser. ",
        "Der Kurs speichert nichts über Sie. ",
        "Mit einer Datei nehmen Sie Ihren Stand auf ein anderes Gerät mit.",
      ),
      held,
      old,
      h(
        "div",
        { class: "fk-row" },
        button("secondary", save, {}, "Als Datei sichern"),
        button("secondary", () => file.click(), {}, "Aus Datei laden"),
        button("quiet", remove, {}, "Alles löschen"),
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
    const question = "Der Stand auf diesem Gerät wird durch die Datei ersetzt.";
    const sure = amount() === 0 || (await confirmed(block.root, "Stand ersetzen?", question, "Ersetzen"));
    if (!sure) return;
    store.importText(text);
    tell("Ihr Stand ist geladen.");
  }

  async function remove() {
    const question =
      "Alle Antworten und der Fortschritt auf diesem Gerät werden gelöscht, auch was beiseite liegt. " +
      "Das lässt sich nicht rückgängig machen.";
    if (!(await confirmed(block.root, "Alles löschen?", question, "Alles löschen"))) return;
    store.clear();
    tell("Alles ist gelöscht.");
  }

  function amount() {
    const data = store.read();
    return Object.keys(data.answers).length + Object.keys(data.progress).length;
  }

  /** What was set aside: each with a button to take it along and one to delete it. */
  function showOld() {
    const rows = store.aside().map((one) => {
      const date = new Date(one.day).toLocaleDateString("de-DE", { day: "numeric", month: "long", year: "numeric" });
      const what = { "aria-label": `Stand vom ${date}` };
      return h(
        "li",
        {},
        `Beiseitegelegt am ${date}. ${notice.TROUBLE[one.trouble]}`,
        h(
          "div",
          { class: "fk-row", role: "group", ...what },
          button("secondary", () => tell(notice.saveAside(one)), {}, "Alten Stand als Datei sichern"),
          button("quiet", () => drop(one, date), {}, "Alten Stand löschen"),
        ),
      );
    });
    old.replaceChildren(...(rows.length ? [h("p", {}, rows.length > 1 ? "Daneben liegen ältere Stände:" : "Daneben liegt ein alter Stand:"), h("ul", {}, ...rows)] : []));
  }

  /**
   * @param {import("../../web/store.js").Aside} one
   * @param {string} date
   */
  async function drop(one, date) {
    const question = `Der alte Stand, beiseitegelegt am ${date}, wird gelöscht. Das lässt sich nicht rückgängig machen.`;
    if (!(await confirmed(block.root, "Alten Stand löschen?", question, "Löschen"))) return;
    store.deleteAside(one.name);
    tell("Der alte Stand ist gelöscht.");
  }

  function update() {
    showOld();
    const data = store.read();
    const kept = Object.keys(data.answers).filter((key) => !progress.tellsLeft(key)).length;
    const done = Object.values(data.progress).reduce((sum, units) => sum + Object.keys(units).length, 0);
    const answered = `${kept} ${kept === 1 ? "Antwort" : "Antworten"}`;
    const finished = `${done} abgeschlossene ${done === 1 ? "Einheit" : "Einheiten"}`;
    held.textContent = store.lasting()
      ? `Zurzeit gespeichert: ${answered}, ${finished}.`
      : "Dieser Browser bewahrt nichts auf (vielleicht ein privates Fenster). " +
        "Ihr Stand geht beim Schließen der Seite verloren. Sichern Sie ihn bei Bedarf als Datei.";
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
  const unchanged = " Ihr Stand wurde nicht verändert.";
  if (file.size > LARGEST_ZIP) throw new Error(`Diese Datei ist zu groß.${unchanged}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!zip.isZip(bytes)) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder().decode(await zip.unpack(bytes, store.FILE_NAME, LARGEST_STATE));
  } catch (problem) {
    throw new Error(reason(problem) + unchanged, { cause: problem });
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
    const cancel = button("secondary", () => dialog.close(), {}, "Abbrechen");
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
