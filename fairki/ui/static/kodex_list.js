/** The learner's own Kodex below the Baukasten: its rules in their order, one of them open; its name, its file. */
import * as common from "./common.js";
import * as pattern_form from "../../web/pattern_form.js";
import * as rule_builder_texts from "../../web/texts/rule_builder_texts.js";

const { h, button, icon, newId } = common;
const LARGEST_FILE = 200_000;
const { list: texts, fields } = rule_builder_texts;
const STANDARD_TITLE = texts.title;
const PACKAGED = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/; // as fairki/plugins/loading.py

/**
 * A rule as it is kept.
 * @typedef {object} Rule
 * @property {string} muster
 * @property {import("../../web/pattern_form.js").Values} angaben
 * @property {string} [zustaendig]
 * @property {string} [meldeweg]
 * @property {boolean} [vorlage]
 * @property {unknown} [aspekte]
 * @property {unknown} [schritt]
 */
/** @typedef {{ titel?: string, regeln: Rule[] }} Kodex */

/**
 * Whether a pattern comes from a package that is not here: its rule is kept as it is, and nobody can change it here.
 * @param {unknown} muster
 * @param {import("../../web/pattern_form.js").Patterns} patterns
 */
export const isAbsent = (muster, patterns) => typeof muster === "string" && PACKAGED.test(muster) && !Object.hasOwn(patterns, muster);

/** @param {Rule} rule */
const packageOf = (rule) => rule.muster.split(".")[0];

/**
 * @param {import("./common.js").Block} block
 * @param {import("../../web/pattern_form.js").Patterns} patterns
 * @param {(rule: Rule, at: number) => void} edit
 * @param {HTMLElement} heard a region that is read out
 */
export function kodexList(block, patterns, edit, heard) {
  const { model } = block;
  /** @returns {Rule[]} */
  const rules = () => block.value?.regeln ?? [];
  /** @returns {string} */
  const title = () => block.value?.titel ?? STANDARD_TITLE;
  /** What this page is about: a Kodex may also hold rules about systems of another page. */
  const offered = new Set(model.get("groups").flatMap((/** @type {[string, string, string[]]} */ [, , ids]) => ids));
  /** @type {{ value: any, possible: boolean }} */
  const undo = { value: null, possible: false };
  let said = ""; // what the last action did
  let open = -1; // place of the rule that shows its sentence and its buttons; all others are a line each

  /** @param {Kodex} value */
  function commit({ titel, regeln }) {
    const own = titel && titel !== STANDARD_TITLE; // the name that the course gives is looked up, not kept
    if (own) block.commit({ titel, regeln });
    else block.commit(regeln.length ? { regeln } : null);
  }

  /** @param {string} text */
  function tell(text) {
    said = text;
    heard.textContent = text;
  }

  /**
   * @param {Rule[]} regeln
   * @param {string} text
   * @param {boolean} undoable
   */
  function change(regeln, text, undoable = false) {
    undo.value = block.value;
    undo.possible = undoable;
    tell(text);
    commit({ titel: title(), regeln });
  }

  const heading = h("h4", { id: newId() }, texts.mine(0));
  const file = h("input", {
    type: "file",
    class: "fk-only-heard",
    accept: ".toml",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: read,
  });
  const note = h("p", { class: "fk-kodex-note" });
  const error = h("p", { class: "fk-message fk-error", role: "alert" });
  const titleId = newId();
  const titleInput = h("input", {
    type: "text",
    id: titleId,
    maxlength: model.get("longest"),
    autocomplete: "off",
    onchange: () => {
      undo.possible = false;
      commit({ titel: titleInput.value.trim(), regeln: rules() });
    },
  });
  const named = h("div", { class: "fk-field fk-kodex-title" }, h("label", { for: titleId }, texts.name), titleInput);
  const items = h("ol", { class: "fk-rules" });
  const start = h("div", { class: "fk-row" });
  const node = h("div", {}, heading, note, start, named, items, error, file);

  function update() {
    const now = rules();
    const n = now.length;
    heading.textContent = texts.mine(n);
    named.hidden = n === 0;
    if (document.activeElement !== titleInput) titleInput.value = title();
    note.textContent =
      said || (n ? "" : texts.empty);
    note.hidden = !note.textContent;
    start.replaceChildren(
      ...(undo.possible ? [button("secondary", back, {}, texts.undo)] : []),
      ...(wantsExample(now)
        ? [button("secondary", useExample, {}, begun(now) ? texts.addExample : texts.useExample)]
        : []),
      button("quiet", () => file.click(), {}, texts.open),
    );
    items.replaceChildren(...now.map((rule, at) => item(rule, at, n)));
  }

  /**
   * Opens the rule at a place and closes all others; without a place it closes all.
   * @param {number} at
   */
  function show(at) {
    open = at;
    for (const [place, fold] of items.querySelectorAll("details").entries()) fold.open = place === at;
  }

  /** @param {Rule[]} now */
  const begun = (now) => now.some(({ muster }) => offered.has(muster));

  /**
   * The rules of the example of which the Kodex has no pattern yet.
   * @param {Rule[]} now
   * @returns {Rule[]}
   */
  const missing = (now) =>
    model.get("example").regeln.filter((/** @type {Rule} */ one) => !now.some(({ muster }) => muster === one.muster));

  /**
   * Not offered again to somebody who has taken it and left some of it out.
   * @param {Rule[]} now
   */
  function wantsExample(now) {
    const more = missing(now).length;
    const taken = now.some(({ muster, vorlage }) => vorlage && offered.has(muster));
    return more > 0 && !taken && now.length + more <= model.get("most");
  }

  /**
   * @param {Rule} rule
   * @param {number} at
   * @param {number} n
   */
  function item(rule, at, n) {
    const label = texts.rule(at + 1);
    const pattern = isAbsent(rule.muster, patterns) ? null : patterns[rule.muster];
    /** @type {(text: string, action: () => void, enabled: boolean, sign: string) => HTMLElement} */
    const act = (text, action, enabled, sign) =>
      button(
        "quiet",
        action,
        { "aria-label": `${label}: ${text}`, title: text, disabled: !enabled, "data-act": sign, class: "fk-button fk-quiet fk-act" },
        icon(sign),
        h("span", { class: "fk-act-text" }, text),
      );
    const who = [
      rule.zustaendig && `${fields.zustaendig.label}: ${rule.zustaendig}`,
      rule.meldeweg && `${fields.meldeweg.label}: ${rule.meldeweg}`,
    ];
    const fold = h(
      "details",
      { open: at === open },
      h("summary", { onclick }, pattern ? pattern.title : texts.absentTitle(packageOf(rule))),
      h("p", {}, ...(pattern ? pattern_form.sentence(pattern, rule.angaben) : [texts.absent(packageOf(rule))])),
      h("p", { class: "fk-hint" }, rule.vorlage ? texts.fromExample : who.filter(Boolean).join(" · ") || texts.nobody),
      h(
        "div",
        { class: "fk-acts" },
        act(texts.up, () => move(at, -1), at > 0, "↑"),
        act(texts.down, () => move(at, 1), at < n - 1, "↓"),
        pattern ? act(texts.change, () => edit(rules()[at], at), true, "✎") : null,
        rule.vorlage ? act(texts.confirm, () => confirm(at), true, "✓") : null,
        act(texts.remove, () => remove(at), true, "✕"),
      ),
    );
    return h("li", { tabindex: "-1" }, fold);

    /** @param {MouseEvent} event */
    function onclick(event) {
      event.preventDefault(); // print opens all without a click, and that must not close any
      show(fold.open ? -1 : at);
    }
  }

  /** @param {number} at */
  const itemAt = (at) => /** @type {HTMLElement | undefined} */ (items.children[at]);

  /**
   * @param {number} at
   * @param {number} step
   */
  function move(at, step) {
    const next = [...rules()];
    [next[at], next[at + step]] = [next[at + step], next[at]];
    open = at + step;
    change(next, texts.moved(at + step + 1));
    const buttons = items.children[at + step].querySelectorAll("button");
    const first = buttons[step < 0 ? 0 : 1];
    (first.disabled ? buttons[step < 0 ? 1 : 0] : first).focus();
  }

  /**
   * A rule of the example becomes the learner's own.
   * @param {number} at
   */
  function confirm(at) {
    const own = { ...rules()[at] };
    delete own.vorlage;
    change(rules().map((rule, i) => (i === at ? own : rule)), texts.confirmed(at + 1));
    itemAt(at)?.focus();
  }

  /** @param {number} at */
  function remove(at) {
    open = -1;
    change(rules().filter((_, i) => i !== at), texts.removed(at + 1), true);
    start.querySelector("button")?.focus();
  }

  function back() {
    open = -1;
    undo.possible = false;
    tell(texts.undone);
    block.commit(undo.value);
    goToHeading();
  }

  function useExample() {
    const { titel } = model.get("example");
    replace({ titel: rules().length ? title() : titel, regeln: [...rules(), ...missing(rules())] }, texts.exampleLoaded);
  }

  /**
   * @param {Kodex} value
   * @param {string} text
   */
  function replace(value, text) {
    open = -1;
    undo.value = block.value;
    undo.possible = true;
    tell(text);
    commit(value);
    goToHeading();
  }

  function goToHeading() {
    heading.setAttribute("tabindex", "-1");
    heading.focus();
  }

  async function read() {
    const [chosen] = file.files ?? [];
    file.value = "";
    error.textContent = "";
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE) {
      error.textContent = texts.tooLarge;
      return;
    }
    model.send({ type: "open", text: await chosen.text() });
  }

  return {
    node,
    rules,
    update,
    hasRoom() {
      if (rules().length < model.get("most")) return true;
      tell(texts.full(model.get("most")));
      update();
      return false;
    },
    /**
     * Takes a new rule, or another one for a place.
     * @param {Rule} rule
     * @param {number | null} at
     */
    keep(rule, at) {
      const next = at === null ? [...rules(), rule] : rules().map((old, i) => (i === at ? rule : old));
      const place = at ?? next.length - 1;
      open = place;
      change(next, at === null ? texts.added(place + 1) : texts.changed(place + 1));
      itemAt(place)?.focus();
    },
    /**
     * Back to the buttons of a rule.
     * @param {number | null} at
     */
    leave(at) {
      if (at !== null) itemAt(at)?.querySelector("button")?.focus();
    },
    /** @param {Kodex} value */
    opened: (value) => replace(value, texts.opened),
    /** @param {string} text */
    refuse(text) {
      error.textContent = text;
    },
  };
}
