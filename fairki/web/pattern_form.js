/**
 * The blanks of a sentence pattern, as people fill them in: one way to draw, to read and to check them, for the
 * Kodex-Baukasten, the form of an exercise and the vote page of a workshop. `fairki/kodex/form.py` says what a pattern
 * is made of. Plain JavaScript of 2017, because the vote page on phones uses it, too.
 */
import * as ask_back from "./ask_back.js";
import * as elements from "./elements.js";
import * as numbers from "./numbers.js";
import * as pattern_form_texts from "./texts/pattern_form_texts.js";

const { h, button, newId } = elements;

/**
 * A whole number from `low` to `high`.
 * @typedef {object} NumberBlank
 * @property {"number"} kind
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {number | null} default what is suggested, if anything is
 * @property {number} low
 * @property {number} high
 * @property {[one: string, many: string]} unit
 * @property {[number: number, words: string][]} forms whole phrases for single numbers
 * @property {string} phrase how the others read; {} is the number with its unit
 */
/**
 * One of several phrases.
 * @typedef {object} ChoiceBlank
 * @property {"choice"} kind
 * @property {string} name
 * @property {string} label
 * @property {string} hint
 * @property {string | null} default
 * @property {[key: string, phrase: string][]} options
 */
/** @typedef {NumberBlank | ChoiceBlank} Blank */
/** @typedef {{ id: string, title: string, hint: string, parts: [text: string, blank: string | null][], blanks: Blank[] }} Pattern */
/** @typedef {Record<string, Pattern>} Patterns */
/** @typedef {number | string} Value */
/** @typedef {Record<string, Value>} Values blank → what stands in it */

/**
 * What is typed or chosen means: a value, or none; `problem` says what is wrong with it, `asks` that it is ambiguous.
 * @typedef {{ value: Value | null, problem: string, asks: boolean }} Reading
 */

/**
 * A blank as it is drawn.
 * @typedef {object} Field
 * @property {Blank} blank
 * @property {HTMLElement} node
 * @property {(HTMLInputElement | HTMLSelectElement)[]} inputs what people type into or choose with
 * @property {() => string} typed what stands there, "" if nothing does
 * @property {(typed: string) => void} write
 * @property {() => Reading} read
 */

/**
 * @param {Blank} blank
 * @param {string} typed
 * @param {boolean} [required] whether it must not stay empty
 * @returns {Reading}
 */
export function reading(blank, typed, required) {
  const text = typed.trim();
  if (blank.kind === "choice") {
    const known = blank.options.some(([key]) => key === text);
    return { value: known ? text : null, problem: "", asks: false };
  }
  const meant = numbers.readings(text);
  if (meant.length > 1) return { value: null, problem: numbers.which(text), asks: true };
  const fits = Number.isInteger(meant[0]) && meant[0] >= blank.low && meant[0] <= blank.high;
  if (fits) return { value: meant[0], problem: "", asks: false };
  const wrong = text !== "" || required;
  return { value: null, problem: wrong ? pattern_form_texts.wholeNumber(blank.low, blank.high) : "", asks: false };
}

/**
 * The number one step up or down from what is typed; from the suggestion if that is no fitting number, else the lowest.
 * @param {NumberBlank} blank
 * @param {string} typed
 * @param {number} step 1 or -1
 */
export function stepped(blank, typed, step) {
  const now = /** @type {number | null} */ (reading(blank, typed).value);
  if (now === null && blank.default === null) return blank.low;
  const size = blank.high > 1000 ? 10 : 1;
  const next = Number(now === null ? blank.default : now) + step * size;
  return Math.min(blank.high, Math.max(blank.low, next));
}

/**
 * How a value reads in the sentence.
 * @param {Blank} blank
 * @param {Value} value
 */
export function words(blank, value) {
  if (blank.kind === "choice") {
    const option = blank.options.find(([key]) => key === value);
    return option ? option[1] : "…";
  }
  const form = blank.forms.find(([number]) => number === value);
  if (form) return form[1];
  const unit = unitOf(blank, value);
  return blank.phrase.replace("{}", pattern_form_texts.number(Number(value)) + (unit ? `\u00a0${unit}` : ""));
}

/**
 * @param {NumberBlank} blank
 * @param {Value | null} value
 */
const unitOf = (blank, value) => blank.unit[value === 1 ? 0 : 1];

/**
 * The sentence in pieces; `filled` are what stands in blanks. Where nothing is filled in or suggested, the name of the
 * blank stands in brackets.
 * @param {Pattern} pattern
 * @param {Values} values
 * @returns {{ text: string, filled: boolean }[]}
 */
export function pieces(pattern, values) {
  /** @type {{ text: string, filled: boolean }[]} */
  const found = [];
  for (const [text, name] of pattern.parts) {
    found.push({ text, filled: false });
    const blank = pattern.blanks.find((one) => one.name === name);
    if (!blank) continue;
    const given = values[blank.name];
    const value = given === undefined ? blank.default : given;
    found.push({ text: value === null ? `[${blank.label}]` : words(blank, value), filled: value !== null });
  }
  return found.filter(({ text }) => text);
}

/**
 * The sentence as nodes; what stands in a blank is marked.
 * @param {Pattern} pattern
 * @param {Values} values
 */
export const sentence = (pattern, values) =>
  pieces(pattern, values).map(({ text, filled }) => (filled ? h("mark", { class: "fk-filled" }, text) : text));

/**
 * The blanks of a pattern with its sentence, which follows what is filled in; changed() is called after each change.
 * @param {Pattern} pattern
 * @param {object} options
 * @param {boolean} [options.required] whether no blank may stay empty: they begin with what the course suggests
 * @param {string} [options.prefix] what the ids of the fields begin with
 * @param {() => void} [options.changed]
 * @param {() => void} [options.entered] Enter was pressed in a field
 */
export function form(pattern, { required = false, prefix = newId(), changed, entered }) {
  const text = h("p", { class: "fk-sentence", "aria-live": "polite", "aria-atomic": "true" });
  const drawn = pattern.blanks.map((blank) => {
    const id = `${prefix}-${blank.name}`;
    if (blank.kind === "number") return number(blank, id, required, follow, entered);
    return required ? tiles(blank, id, follow) : list(blank, id, follow);
  });
  /** @type {Values} */
  let current = {}; // what the sentence says
  let told = "";

  /** What fits, by blank. */
  function values() {
    /** @type {Values} */
    const found = {};
    for (const { blank, read } of drawn) {
      const { value } = read();
      if (value !== null) found[blank.name] = value;
    }
    return found;
  }

  /** What is typed or chosen, by blank; without what is empty. */
  function typed() {
    /** @type {Record<string, string>} */
    const found = {};
    for (const field of drawn) if (field.typed()) found[field.blank.name] = field.typed();
    return found;
  }

  function tell() {
    // where nothing may be empty, the sentence keeps what fitted last
    current = Object.assign({}, required ? current : {}, values());
    if (JSON.stringify(current) === told) return;
    told = JSON.stringify(current);
    text.textContent = "";
    text.append(...sentence(pattern, current));
  }

  function follow() {
    tell();
    if (changed) changed();
  }

  /**
   * Fills the fields; what is left out is empty, or what the course suggests if nothing may be.
   * @param {Record<string, Value>} given
   */
  function write(given) {
    for (const { blank, write: put } of drawn) {
      const value = given[blank.name];
      const start = value === undefined && required ? blank.default : value;
      if (start === undefined || start === null) put("");
      else put(typeof start === "number" ? numbers.spelling(start) : start);
    }
    tell();
  }

  write({});
  return {
    sentence: text,
    nodes: drawn.map(({ node }) => node),
    inputs: drawn.reduce((/** @type {Field["inputs"]} */ all, { inputs }) => all.concat(inputs), []),
    values,
    typed,
    write,
    /** What the sentence says, by blank. */
    current: () => current,
    /** The first field with something wrong: what it is, and how to get there; null if there is none. */
    wrong() {
      const found = drawn.find(({ read }) => read().problem);
      return found ? { label: found.blank.label, problem: found.read().problem, focus: () => found.inputs[0].focus() } : null;
    },
  };
}

/**
 * A number with steps up and down, by button and by arrow key.
 * @param {NumberBlank} blank
 * @param {string} id
 * @param {boolean} required
 * @param {() => void} changed
 * @param {() => void} [entered]
 * @returns {Field}
 */
function number(blank, id, required, changed, entered) {
  const problem = h("p", { class: "fk-message fk-error", role: "alert", id: `${id}-problem` });
  const unit = h("span", { class: "fk-unit", "aria-hidden": "true", id: `${id}-unit` });
  const hint = blank.hint ? h("p", { class: "fk-hint", id: `${id}-hint` }, blank.hint) : null;
  const input = h("input", {
    type: "text",
    inputmode: "numeric",
    id,
    autocomplete: "off",
    maxlength: numbers.LONGEST,
    "aria-describedby": [unit, hint, problem].map((node) => (node ? node.id : "")).filter(Boolean).join(" "),
    oninput: () => {
      look();
      changed();
    },
    /** @param {KeyboardEvent} event */
    onkeydown: (event) => {
      const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
      if (step) {
        event.preventDefault();
        move(step);
      } else if (event.key === "Enter" && entered) entered();
    },
  });
  const doubt = ask_back.askBack(input);
  const read = () => reading(blank, input.value, required);

  function look() {
    const { value, problem: wrong, asks } = read();
    doubt.look();
    problem.textContent = asks ? "" : wrong;
    input.setAttribute("aria-invalid", String(Boolean(wrong)));
    unit.textContent = unitOf(blank, value);
  }

  /** @param {number} step */
  function move(step) {
    input.value = String(stepped(blank, input.value, step));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @type {(sign: string, step: number, text: string) => HTMLElement} */
  const stepper = (sign, step, text) =>
    button("secondary", () => move(step), { class: "fk-button fk-secondary fk-stepper", "aria-label": text }, sign);
  return {
    blank,
    node: h(
      "div",
      { class: "fk-field fk-blank" },
      h("label", { for: id }, blank.label),
      h(
        "div",
        { class: "fk-stepped" },
        stepper("−", -1, pattern_form_texts.less(blank.label)),
        input,
        stepper("+", 1, pattern_form_texts.more(blank.label)),
        unit,
      ),
      hint,
      problem,
      doubt.node,
    ),
    inputs: [input],
    typed: () => input.value.trim(),
    write(typed) {
      input.value = typed;
      look();
    },
    read,
  };
}

/**
 * One of several phrases, one of them always chosen.
 * @param {ChoiceBlank} blank
 * @param {string} id
 * @param {() => void} changed
 * @returns {Field}
 */
function tiles(blank, id, changed) {
  const inputs = blank.options.map(([key]) => h("input", { type: "radio", name: id, value: key, onchange: changed }));
  const typed = () => {
    const chosen = inputs.find(({ checked }) => checked);
    return chosen ? chosen.value : "";
  };
  return {
    blank,
    node: h(
      "fieldset",
      { class: "fk-field fk-blank" },
      h("legend", {}, blank.label),
      blank.hint ? h("p", { class: "fk-hint" }, blank.hint) : null,
      elements.tiles(blank.options, inputs),
    ),
    inputs,
    typed,
    write(key) {
      for (const input of inputs) input.checked = input.value === key;
    },
    read: () => reading(blank, typed()),
  };
}

/**
 * One of several phrases, or none.
 * @param {ChoiceBlank} blank
 * @param {string} id
 * @param {() => void} changed
 * @returns {Field}
 */
function list(blank, id, changed) {
  const phrases = blank.options.map(([value, phrase]) => h("option", { value }, phrase));
  const hint = blank.hint ? h("p", { class: "fk-hint", id: `${id}-hint` }, blank.hint) : null;
  const described = hint ? hint.id : null;
  const select = h(
    "select",
    { id, "aria-describedby": described, onchange: changed },
    h("option", { value: "" }, pattern_form_texts.choose),
    ...phrases,
  );
  return {
    blank,
    node: h("div", { class: "fk-field fk-blank" }, h("label", { for: id }, blank.label), select, hint),
    inputs: [select],
    typed: () => select.value,
    write(key) {
      select.value = key;
    },
    read: () => reading(blank, select.value),
  };
}
