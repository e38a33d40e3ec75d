/** What a question of a form is answered with, for each kind of question. */
import * as common from "./common.js";
import * as typing from "./typing.js";
import * as ask_back from "../../web/ask_back.js";
import * as pattern_form from "../../web/pattern_form.js";
import * as common_texts from "../../web/texts/common_texts.js";

const { h, newId } = common;

/** @typedef {import("./common.js").Block} Block */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */
/** @typedef {[key: string, label: string, hint?: string]} Option */
/**
 * What an answer is given with: its nodes; the field, if it is one alone, so that the question can be its label.
 * @typedef {object} Control
 * @property {HTMLElement} node
 * @property {() => void} update shows the block's value
 * @property {() => void} [flush] keeps at once what is typed
 * @property {() => void} [stop]
 * @property {Field} [field]
 */

/**
 * Fields in which people type; what they type is kept after a pause and whenever they leave a field.
 *
 * read() makes the block's value from the fields, or null; write(value) fills them in.
 * @param {Block} block
 * @param {Field[]} fields
 * @param {HTMLElement} node
 * @param {() => any} read
 * @param {(value: any) => void} write
 * @returns {Control}
 */
function typed(block, fields, node, read, write) {
  const kept = typing.kept(() => {
    const value = read();
    if (!common.same(value, block.value)) block.commit(value);
  });
  for (const field of fields) {
    field.addEventListener("change", kept.now);
    field.addEventListener("input", kept.soon);
  }
  return {
    node,
    flush: kept.now,
    update() {
      if (!kept.waits() && !common.same(read(), block.value)) write(block.value);
    },
    stop: kept.stop,
  };
}

/**
 * The same for one field that is the whole answer; the question is its label.
 * @param {Block} block
 * @param {Field} field
 * @param {HTMLElement} node
 * @returns {Control}
 */
function typedAlone(block, field, node) {
  const read = () => field.value.trim() || null;
  /** @param {string | null} value */
  const write = (value) => (field.value = value ?? "");
  return { ...typed(block, [field], node, read, write), field };
}

/**
 * The entries that are not empty, as an object; null if there are none.
 * @param {[key: string, value: any][]} entries
 */
function filled(entries) {
  const found = entries.filter(([, value]) => value);
  return found.length ? Object.fromEntries(found) : null;
}

/**
 * A short field for a number or a word, with its unit.
 * @param {Block} block
 * @param {() => void} check
 */
function shortField(block, check) {
  /** @param {KeyboardEvent} event */
  const onkeydown = (event) => event.key === "Enter" && check();
  const maxlength = block.model.get("longest");
  return h("input", {
    id: newId(),
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    class: "fk-typed",
    maxlength,
    onkeydown,
  });
}

/**
 * A list to choose one of several phrases from.
 * @param {Option[]} options
 */
function list(options) {
  const phrases = options.map(([value, label]) => h("option", { value }, label));
  return h("select", { id: newId() }, h("option", { value: "" }, common_texts.choose), ...phrases);
}

/**
 * A short field with its unit behind it, and below it the question what an ambiguous number means.
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {string} unit
 */
const amount = (field, unit) => [
  h("p", { class: "fk-amount" }, field, unit),
  ask_back.askBack(/** @type {HTMLInputElement} */ (field)).node, // of phrases, none is ambiguous
];

/**
 * The same below its label.
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {string} label
 * @param {string} unit
 */
const labelled = (field, label, unit) =>
  h("div", { class: "fk-blank" }, h("label", { for: field.id }, label), ...amount(field, unit));

/** @type {(block: Block) => Option[]} */
const optionsOf = ({ model }) => model.get("options");

/**
 * Radio buttons or checkboxes; the same options may be asked several times on a page.
 * @param {Block} block
 * @param {"radio" | "checkbox"} type
 * @param {(chosen: string) => void} choose
 */
function inputsFor(block, type, choose) {
  const name = newId();
  return optionsOf(block).map(([key], at) => h("input", { type, name, value: at, onchange: () => choose(key) }));
}

/** @type {Record<string, (block: Block, check: () => void) => Control>} */
export const CONTROLS = {
  number(block, check) {
    const field = shortField(block, check);
    return typedAlone(block, field, h("div", {}, ...amount(field, block.model.get("unit"))));
  },

  numbers(block, check) {
    const options = optionsOf(block);
    /** @type {Record<string, Option[] | undefined>} */
    const choices = block.model.get("choices");
    const fields = options.map(([key]) => {
      const phrases = choices[key];
      return phrases ? list(phrases) : shortField(block, check);
    });
    const unit = block.model.get("unit");
    const node = h("div", { class: "fk-blanks" }, ...options.map(([, label], at) => labelled(fields[at], label, unit)));
    const read = () => filled(options.map(([key], at) => [key, fields[at].value.trim()]));
    /** @param {Record<string, string> | null} value */
    const write = (value) => options.forEach(([key], at) => (fields[at].value = value?.[key] ?? ""));
    return typed(block, fields, node, read, write);
  },

  /** Numbers, some of them with a list to choose from instead. */
  fields: (...question) => CONTROLS.numbers(...question),

  rules(block, check) {
    /** @type {import("../../web/pattern_form.js").Patterns} */
    const patterns = block.model.get("patterns");
    const inputs = inputsFor(block, "checkbox", reveal);
    const rules = optionsOf(block).map(([key, label], at) => {
      const pattern = patterns[key];
      const blanks = pattern_form.form(pattern, { entered: check });
      const box = h("div", { class: "fk-blanks" }, blanks.sentence, ...blanks.nodes);
      const outline = pattern_form.pieces(pattern, {}).map(({ text }) => text).join("");
      return { key, input: inputs[at], blanks, box, tile: common.tiles([[key, label, outline]], [inputs[at]]) };
    });

    /** Only what is chosen has to be filled in; its sentence then stands above its blanks. */
    function reveal() {
      for (const { input, blanks, box, tile } of rules) {
        const open = input.checked && blanks.nodes.length > 0;
        box.hidden = !open;
        tile.classList.toggle("fk-open", open);
      }
    }

    const read = () => filled(rules.filter(({ input }) => input.checked).map(({ key, blanks }) => [key, blanks.typed()]));

    /** @param {Record<string, Record<string, string>> | null} value */
    function write(value) {
      for (const { key, input, blanks } of rules) {
        input.checked = Boolean(value?.[key]);
        blanks.write(value?.[key] ?? {});
      }
      reveal();
    }

    reveal();
    const node = h("div", {}, ...rules.map(({ tile, box }) => h("div", { class: "fk-rule" }, tile, box)));
    return typed(block, [...inputs, ...rules.flatMap(({ blanks }) => blanks.inputs)], node, read, write);
  },

  text(block) {
    const field = h("textarea", { id: newId(), rows: 8, maxlength: block.model.get("longest") });
    return typedAlone(block, field, field);
  },

  choice(block) {
    const options = optionsOf(block);
    const inputs = inputsFor(block, "radio", block.commit);
    return {
      node: common.tiles(options, inputs),
      update: () => inputs.forEach((input, at) => (input.checked = options[at][0] === block.value)),
    };
  },

  checkbox(block) {
    const options = optionsOf(block);
    const inputs = inputsFor(block, "checkbox", () => {
      const chosen = options.filter((_, at) => inputs[at].checked).map(([value]) => value);
      block.commit(chosen.length ? chosen : null);
    });
    return {
      node: common.tiles(options, inputs),
      update: () => inputs.forEach((input, at) => (input.checked = (block.value ?? []).includes(options[at][0]))),
    };
  },

  table(block) {
    const options = optionsOf(block);
    /** @type {string[]} */
    const statements = block.model.get("rows");
    const rows = statements.map((statement, index) => {
      const row = String(index + 1);
      const inputs = inputsFor(block, "radio", (chosen) => block.commit({ ...block.value, [row]: chosen }));
      const node = h(
        "fieldset",
        { class: "fk-field fk-statement" },
        h("legend", {}, `${row}. ${statement}`),
        common.tiles(options, inputs),
      );
      return { row, inputs, node };
    });
    return {
      node: h("div", {}, ...rows.map(({ node }) => node)),
      update() {
        for (const { row, inputs } of rows) {
          inputs.forEach((input, at) => (input.checked = options[at][0] === block.value?.[row]));
        }
      },
    };
  },
};
