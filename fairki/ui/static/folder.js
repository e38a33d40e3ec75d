/**
 * The folder that a company keeps: what belongs to it, and two buttons that make it.
 *
 * The answers of all pages go to the kernel with the click and not before. The file with the whole state is put
 * into the zip here, so that the kernel never sees it.
 */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as zip from "./zip.js";

const { h, button, newId } = common;
const LARGEST = 900_000; // bytes of all answers together; one message to the kernel holds a little more

function draw(block) {
  const { model } = block;
  const list = h("ul", { class: "fk-parts" });
  const message = h("p", { class: "fk-message", role: "status" });
  const problem = h("p", { class: "fk-message fk-error", role: "alert" });
  const heading = h("h3", { id: newId() }, model.get("label"));
  const id = newId();
  const company = h("input", {
    id,
    type: "text",
    maxlength: model.get("longest"),
    autocomplete: "organization",
    "aria-describedby": `${id}-hint`,
    onchange: () => block.commit(company.value.trim() || null),
  });
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-folder", "aria-labelledby": heading.id },
      heading,
      h(
        "p",
        {},
        "Die Mappe enthält, was Sie im Kurs erarbeitet haben. Teile ohne Antworten stehen darin als offen. ",
        "Ihre Antworten gehen erst dann an den Kurs, wenn Sie auf einen der Knöpfe drücken. ",
        "Der Kurs macht daraus die Datei und behält nichts.",
      ),
      h("p", {}, "Diese Teile gehören dazu:"),
      list,
      h(
        "div",
        { class: "fk-field" },
        h("label", { for: id }, "Name Ihrer Firma (freiwillig)"),
        h("p", { class: "fk-hint", id: `${id}-hint` }, "Er steht dann auf der ersten Seite."),
        company,
      ),
      h(
        "div",
        { class: "fk-row" },
        button("primary", () => ask("word"), {}, "Mappe als Word-Datei speichern"),
        button("secondary", () => ask("zip"), {}, "Alles als Zip-Datei speichern"),
      ),
      message,
      problem,
    ),
  );

  function tell(text, trouble = "") {
    message.textContent = text;
    problem.textContent = trouble;
  }

  let state = ""; // everything as it was at the click, for the zip

  function ask(kind) {
    state = store.exportText();
    const { answers } = JSON.parse(state);
    const needed = model.get("answers").filter((key) => key in answers);
    const sent = Object.fromEntries(needed.map((key) => [key, answers[key]]));
    if (new TextEncoder().encode(JSON.stringify(sent)).length > LARGEST) {
      tell("", "Ihre Antworten sind zusammen zu lang für die Mappe. Bitte kürzen Sie sehr lange Texte.");
      return;
    }
    tell("Die Mappe wird gemacht. Das dauert einen Moment …");
    model.send({ type: "make", kind, company: company.value.trim(), answers: sent });
  }

  function got(content, buffers) {
    if (content.type === "problem") {
      tell("", content.text);
      return;
    }
    write(content.states);
    const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const files = content.names.map((name, at) => [name, bytes(buffers[at])]);
    if (content.kind === "word") {
      const [[name, made]] = files;
      tell(common.saveAs(name, new Blob([made], { type: content.media_type })));
    } else {
      const kept = [store.FILE_NAME, new TextEncoder().encode(state)];
      tell(common.saveAs("mappe.zip", zip.pack([...files, kept])));
    }
  }

  /** The parts; once the folder has been made, each with its state. */
  function write(states = []) {
    list.replaceChildren(
      ...model.get("parts").map(([title, place], at) => {
        const state = states[at] ? `: ${states[at]}` : "";
        return h("li", {}, h("strong", {}, title), `${state} (${place})`);
      }),
    );
  }

  function update() {
    if (document.activeElement !== company) company.value = block.value ?? "";
  }

  function onStore({ detail }) {
    if (detail.key === null || model.get("answers").includes(detail.key)) write();
  }

  write();
  update();
  model.on("msg:custom", got);
  const deaf = common.onPage(["fairki-store"], onStore);
  return {
    update,
    stop() {
      model.off("msg:custom", got);
      deaf();
    },
  };
}

export default {
  render: (view) =>
    common.run(view, {
      draw,
      traits: ["parts"],
      valid: (value) => typeof value === "string" && value.length <= view.model.get("longest"),
    }),
};
