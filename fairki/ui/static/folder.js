/**
 * The folder that a company keeps: what belongs to it, and two buttons that make it.
 *
 * The answers of all pages go to the kernel with the click and not before. The file with the whole state is put
 * into the zip here, so that the kernel never sees it.
 */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as zip from "./zip.js";
import * as folder_texts from "../../web/texts/folder_texts.js";

const { h, button, newId } = common;
/** @typedef {{ id: string, title: string, place: string, keys: string[], private: boolean }} Part */

const LARGEST = 900_000; // bytes of all answers together; one message to the kernel holds a little more

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Part[]} */
  const parts = model.get("parts");
  const shared = parts.filter((part) => !part.private);
  const boxes = new Map(parts.map(({ id }) => [id, h("input", { type: "checkbox", onchange: choose })]));
  const states = new Map(parts.map(({ id }) => [id, h("span", {})]));
  const count = h("p", { class: "fk-hint", role: "status" });
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
      h("p", {}, folder_texts.about),
      h("fieldset", { class: "fk-field" }, h("legend", {}, folder_texts.parts), count, lines(shared)),
      h(
        "fieldset",
        { class: "fk-field", "aria-describedby": `${id}-mine` },
        h("legend", {}, folder_texts.mine),
        h("p", { class: "fk-hint", id: `${id}-mine` }, folder_texts.mineHint),
        lines(parts.filter((part) => part.private)),
      ),
      h(
        "div",
        { class: "fk-field" },
        h("label", { for: id }, folder_texts.company),
        h("p", { class: "fk-hint", id: `${id}-hint` }, folder_texts.companyHint),
        company,
      ),
      h(
        "div",
        { class: "fk-row" },
        button("primary", () => ask("word"), {}, folder_texts.word),
        button("secondary", () => ask("zip"), {}, folder_texts.zip),
      ),
      message,
      problem,
    ),
  );

  /**
   * @param {string} text
   * @param {string} trouble
   */
  function tell(text, trouble = "") {
    message.textContent = text;
    problem.textContent = trouble;
  }

  /** @param {Part[]} some */
  function lines(some) {
    return h(
      "div",
      { class: "fk-tiles" },
      ...some.map(({ id, title, place }) =>
        h(
          "label",
          { class: "fk-tile" },
          boxes.get(id),
          h("span", {}, h("strong", {}, title), states.get(id), ` (${place})`),
        ),
      ),
    );
  }

  /** @returns {Record<string, unknown>} */
  function kept() {
    const value = store.get(model.get("chosen_key"));
    return value && typeof value === "object" ? value : {};
  }

  /** @param {Part} part */
  function isChosen({ id, private: mine }) {
    const value = kept()[id];
    return typeof value === "boolean" ? value : !mine;
  }

  /** Keeps what differs from the start: a part that a later version adds comes as that version wants it. */
  function choose() {
    const changed = parts.filter(({ id, private: mine }) => boxes.get(id)?.checked === mine);
    const value = Object.fromEntries(changed.map(({ id, private: mine }) => [id, mine]));
    store.set(model.get("chosen_key"), changed.length ? value : null);
    write();
  }

  let state = ""; // everything as it was at the click, for the zip

  /** @param {"word" | "zip"} kind */
  function ask(kind) {
    state = store.exportText();
    const { answers } = JSON.parse(state);
    const chosen = (kind === "word" ? shared : parts).filter(isChosen);
    if (chosen.length === 0) {
      tell("", folder_texts.nothing);
      return;
    }
    const needed = chosen.flatMap(({ keys }) => keys).filter((key) => key in answers);
    const sent = Object.fromEntries(needed.map((key) => [key, answers[key]]));
    if (new TextEncoder().encode(JSON.stringify(sent)).length > LARGEST) {
      tell("", folder_texts.tooLong);
      return;
    }
    tell(folder_texts.working);
    model.send({ type: "make", kind, company: company.value.trim(), answers: sent, parts: chosen.map(({ id }) => id) });
  }

  /**
   * @param {any} content
   * @param {DataView<ArrayBuffer>[]} buffers
   */
  function got(content, buffers) {
    if (content.type === "problem") {
      tell("", content.text);
      return;
    }
    write(content.states);
    /** @param {DataView<ArrayBuffer>} view */
    const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    /** @type {[name: string, bytes: Uint8Array<ArrayBuffer>][]} */
    const files = content.names.map((/** @type {string} */ name, /** @type {number} */ at) => [name, bytes(buffers[at])]);
    if (content.kind === "word") {
      const [[name, made]] = files;
      tell(common.saveAs(name, new Blob([made], { type: content.media_type })));
    } else {
      /** @type {[string, Uint8Array<ArrayBuffer>]} */
      const kept = [store.FILE_NAME, new TextEncoder().encode(state)];
      tell(common.saveAs("mappe.zip", zip.pack([...files, kept])));
    }
  }

  /**
   * What is chosen; once the folder has been made, each part with its state.
   * @param {Record<string, string>} found
   */
  function write(found = {}) {
    for (const part of parts) {
      /** @type {HTMLInputElement} */ (boxes.get(part.id)).checked = isChosen(part);
      /** @type {HTMLElement} */ (states.get(part.id)).textContent = part.id in found ? `: ${found[part.id]}` : "";
    }
    count.textContent = folder_texts.count(shared.filter(isChosen).length, shared.length);
  }

  function update() {
    if (document.activeElement !== company) company.value = block.value ?? "";
  }

  /** @param {any} event */
  function onStore({ detail }) {
    const { key } = detail;
    if (key === null || key === model.get("chosen_key") || parts.some(({ keys }) => keys.includes(key))) write();
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
  render: (/** @type {import("./common.js").View} */ view) =>
    common.run(view, {
      draw,
      traits: ["parts"],
      valid: (value) => typeof value === "string" && value.length <= view.model.get("longest"),
    }),
};
