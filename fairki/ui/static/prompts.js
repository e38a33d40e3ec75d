/** Prompts to copy, one at a time, each with a field for the answer; every answer goes to Python by itself. */
import * as common from "./common.js";
import * as typing from "./typing.js";
import * as prompts_texts from "../../web/texts/prompts_texts.js";

const { h, button, newId, status } = common;

/**
 * @param {import("./common.js").Block} block
 * @param {Map<string, string>} answers what was pasted, also for prompts that are not shown any more
 */
function draw(block, answers) {
  const { model } = block;
  /** @type {[id: string, text: string][]} */
  let prompts = model.get("prompts");
  let at = 0;

  const id = newId();
  const place = h("p", { class: "fk-hint", id: `${id}-place`, "aria-live": "polite" });
  const told = status("fk-hint");
  const message = status("fk-message");
  const prompt = h("textarea", { id: `${id}-prompt`, rows: 6, readonly: true });
  const answer = h("textarea", { id: `${id}-answer`, rows: 8, maxlength: model.get("longest"), oninput, onchange: () => typed.now() });
  const typed = typing.kept(send);
  const back = button("secondary", () => go(at - 1), {}, prompts_texts.back);
  const next = button("secondary", () => go(at + 1), {}, prompts_texts.next);
  const open = button("quiet", () => go(firstOpen()), {}, prompts_texts.open);
  const node = h(
    "div",
    { class: "fk-card fk-prompts", role: "group", "aria-label": model.get("label") },
    common.heading(4, { class: "fk-card-title" }, model.get("label")),
    place,
    h("div", { class: "fk-field" }, h("label", { for: prompt.id }, prompts_texts.prompt), prompt),
    h("div", { class: "fk-row" }, button("secondary", () => void copy(), {}, prompts_texts.copy)),
    message,
    h("div", { class: "fk-field" }, h("label", { for: answer.id }, prompts_texts.answer), answer),
    h("div", { class: "fk-row" }, back, next, open),
    told,
  );
  block.root.append(node);

  function oninput() {
    answers.set(prompts[at][0], answer.value);
    count();
    typed.soon();
  }

  function send() {
    const one = prompts[at]?.[0];
    if (one !== undefined && answers.has(one)) model.send({ type: "answer", id: one, text: answers.get(one) });
  }

  async function copy() {
    prompt.select();
    try {
      await navigator.clipboard.writeText(prompt.value);
      message.textContent = prompts_texts.copied;
    } catch {
      message.textContent = prompts_texts.selected;
    }
  }

  const given = () => prompts.filter(([one]) => answers.get(one)?.trim()).length;

  function firstOpen() {
    const without = prompts.map(([one], place) => (answers.get(one)?.trim() ? -1 : place)).filter((place) => place >= 0);
    return without.find((place) => place > at) ?? without[0] ?? at;
  }

  /** @param {number} place */
  function go(place) {
    if (typed.waits()) typed.now();
    at = place;
    show();
  }

  function count() {
    told.textContent = prompts_texts.given(given(), prompts.length);
    open.disabled = given() === prompts.length;
  }

  function show() {
    node.hidden = !prompts.length;
    if (!prompts.length) return;
    at = Math.max(0, Math.min(at, prompts.length - 1));
    const [one, text] = prompts[at];
    place.textContent = prompts_texts.place(at + 1, prompts.length);
    prompt.value = text;
    answer.value = answers.get(one) ?? "";
    message.textContent = "";
    back.disabled = at === 0;
    next.disabled = at === prompts.length - 1;
    count();
  }

  function others() {
    if (typed.waits()) typed.now();
    prompts = model.get("prompts");
    at = 0;
    show();
  }

  show();
  model.on("change:prompts", others);
  return {
    stop() {
      typed.stop();
      model.off("change:prompts", others);
    },
  };
}

export default {
  /** @param {import("./common.js").View} view */
  render(view) {
    /** @type {Map<string, string>} */
    const answers = new Map();
    return common.run(view, { draw: (block) => draw(block, answers), valid: () => false });
  },
};
