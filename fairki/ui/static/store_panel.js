/** The learner's own data: save as a file, read a file, delete everything. */
import * as store from "./store.js";
import * as common from "./common.js";

const { h, button, newId } = common;

function draw(block) {
  const held = h("p", { class: "fk-held" });
  const message = h("p", { class: "fk-message", role: "status" });
  const error = h("p", { class: "fk-message fk-error", role: "alert" });
  const file = h("input", {
    type: "file",
    class: "fk-only-heard",
    accept: ".json,application/json",
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

  function tell(text, problem = "") {
    message.textContent = text;
    error.textContent = problem;
  }

  function save() {
    const address = URL.createObjectURL(new Blob([store.exportText()], { type: "application/json" }));
    h("a", { href: address, download: "fairki-mein-stand.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    tell("Die Datei fairki-mein-stand.json liegt jetzt in Ihrem Download-Ordner.");
  }

  async function choose() {
    const [chosen] = file.files;
    file.value = "";
    if (!chosen) return;
    const text = await chosen.text();
    try {
      store.parse(text);
    } catch (problem) {
      tell("", problem.message);
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
      "Alle Antworten und der Fortschritt auf diesem Gerät werden gelöscht. " +
      "Das lässt sich nicht rückgängig machen.";
    if (!(await confirmed(block.root, "Alles löschen?", question, "Alles löschen"))) return;
    store.clear();
    tell("Alles ist gelöscht.");
  }

  function amount() {
    const { answers, progress } = store.read();
    return Object.keys(answers).length + Object.keys(progress).length;
  }

  function update() {
    const { answers, progress } = store.read();
    const kept = Object.keys(answers).length;
    const done = Object.values(progress).reduce((sum, units) => sum + Object.keys(units).length, 0);
    const answered = `${kept} ${kept === 1 ? "Antwort" : "Antworten"}`;
    const finished = `${done} abgeschlossene ${done === 1 ? "Einheit" : "Einheiten"}`;
    held.textContent = store.lasting()
      ? `Zurzeit gespeichert: ${answered}, ${finished}.`
      : "Dieser Browser bewahrt nichts auf (vielleicht ein privates Fenster). " +
        "Ihr Stand geht beim Schließen der Seite verloren. Sichern Sie ihn bei Bedarf als Datei.";
  }

  update();
  window.addEventListener("fairki-store", update);
  return { stop: () => window.removeEventListener("fairki-store", update) };
}

/** Asks in a dialog; resolves to true only if the answer is yes. */
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
  render: (view) => common.run(view, { draw }),
};
