/** The end of a form: checks everything, saves the hand-in, shows the Lösungswege to whoever learns alone. */
import * as common from "./common.js";
import * as notice from "./notice.js";
import * as form_verdict from "./form_verdict.js";
import * as form_texts from "../../web/texts/form_texts.js";

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
    form_texts.handIn.warning,
  );
  const yes = button("secondary", () => ask("resolve"), {}, form_texts.handIn.yes);
  const no = button("quiet", () => doubt(false), {}, form_texts.handIn.no);
  const question = h("div", { role: "group", "aria-labelledby": warning.id }, warning, h("div", { class: "fk-row" }, yes, no));
  const alone = button("quiet", () => doubt(true), {}, form_texts.handIn.resolve);
  const seen = h("p", { class: "fk-hint" }, form_texts.handIn.seen);

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
        button("secondary", () => ask("check"), {}, form_texts.handIn.check),
        button("primary", () => ask("save"), {}, form_texts.handIn.save),
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
