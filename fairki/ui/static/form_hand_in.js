/** The end of a form: checks everything, saves the hand-in, shows the Lösungswege to whoever learns alone. */
import * as common from "./common.js";
import * as notice from "./notice.js";
import * as form_verdict from "./form_verdict.js";

const { h, button, newId } = common;

/** @param {import("./common.js").Block} block */
export function drawHandIn(block) {
  const { model } = block;
  notice.watch();
  const verdict = form_verdict.verdictOf(model);

  /** @param {"check" | "resolve" | "save"} type */
  function ask(type) {
    verdict.wait();
    model.send({ type });
  }

  /** @param {any} message */
  function receive(message) {
    if (message.type !== "file") return;
    common.saveAs(message.name, new Blob([message.content], { type: "application/x-ipynb+json" }));
    verdict.tell("filled", message.text);
  }

  const warning = h(
    "p",
    { id: newId() },
    "Dann steht unter jeder Aufgabe ein Lösungsweg. Ihre Antworten und Punkte bleiben, wie sie sind. In jeder Datei, die " +
      "Sie danach speichern, steht „Lösung angesehen“. So weiß es auch Ihre Kursleitung, falls Sie eine haben. Jetzt auflösen?",
  );
  const yes = button("secondary", () => ask("resolve"), {}, "Ja, auflösen");
  const no = button("quiet", () => doubt(false), {}, "Nein, noch nicht");
  const question = h("div", { role: "group", "aria-labelledby": warning.id }, warning, h("div", { class: "fk-row" }, yes, no));
  const alone = button("quiet", () => doubt(true), {}, "Ich lerne allein: auflösen");
  const seen = h("p", { class: "fk-hint" }, "Lösung angesehen: Das steht auch in jeder Datei, die Sie ab jetzt speichern.");

  /** @param {boolean} open */
  function doubt(open) {
    question.hidden = !open;
    alone.hidden = open;
    (open ? yes : alone).focus();
  }

  function update() {
    const known = block.value === "angesehen";
    const asking = question.contains(document.activeElement);
    seen.hidden = !known;
    question.hidden ||= known;
    alone.hidden = known || !question.hidden;
    if (known && asking) common.goTo(seen);
  }

  question.hidden = true;
  update();
  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-hand-in", "aria-label": model.get("label") },
      h(
        "div",
        { class: "fk-row" },
        button("secondary", () => ask("check"), {}, "Alles prüfen"),
        button("primary", () => ask("save"), {}, "Abgabe speichern"),
      ),
      h("div", { class: "fk-row" }, alone),
      question,
      seen,
      verdict.node,
    ),
  );
  model.on("msg:custom", receive);
  return {
    update,
    stop() {
      model.off("msg:custom", receive);
      verdict.stop();
    },
  };
}
