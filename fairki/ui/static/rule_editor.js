/** The second step of the Kodex-Baukasten: the learner fills the blanks of a sentence and sees how it judges. */
import * as common from "./common.js";
import * as rule_trial from "./rule_trial.js";
import * as pattern_form from "../../web/pattern_form.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as rule_builder_texts from "../../web/texts/rule_builder_texts.js";

const { h, button, newId, same } = common;
const { editor: texts, fields } = rule_builder_texts;

/** @typedef {import("./kodex_list.js").Rule} Rule */

/**
 * The rule in work: who answers for it, at which place of the Kodex it stands (null: at none yet), and which rule it was.
 * @typedef {{ muster: string, zustaendig: string, meldeweg: string, rest: Rule | null, at: number | null }} Draft
 */

/**
 * @param {import("./common.js").Face} model
 * @param {import("../../web/pattern_form.js").Patterns} patterns
 * @param {object} then what follows
 * @param {(id: string | null) => void} then.mark another pattern is in work, or none
 * @param {() => boolean} then.hasRoom whether one more rule fits; says so if not
 * @param {(rule: Rule, at: number | null) => void} then.keep a rule is done; at: its place if it has one already
 * @param {(at: number | null) => void} then.leave a rule stays as it was
 */
export function editor(model, patterns, { mark, hasRoom, keep, leave }) {
  const node = h("div", { class: "fk-rule-work", tabindex: "-1" });
  const trial = rule_trial.trial(model);
  /** @type {Draft | null} */
  let draft = null;

  /**
   * @param {string} id
   * @param {Rule | null} rule
   * @param {number | null} at
   */
  function begin(id, rule = null, at = null) {
    draft = {
      muster: id,
      zustaendig: rule?.zustaendig ?? "",
      meldeweg: rule?.meldeweg ?? "",
      rest: rule,
      at,
    };
    mark(id);
    draw(draft);
  }

  function close() {
    draft = null;
    trial.end();
    node.replaceChildren();
  }

  /** @param {Draft} now */
  function draw(now) {
    const pattern = patterns[now.muster];
    const { summary, results } = trial.begin();
    const blanks = pattern_form.form(pattern, { required: true, changed: () => tryOut(false) });
    /** @param {boolean} atOnce */
    const tryOut = (atOnce) => trial.tryOut({ muster: now.muster, angaben: blanks.current() }, atOnce);
    const changes = now.at !== null;
    blanks.write(now.rest?.angaben ?? {});
    const parts = [
      h("h4", {}, now.at === null ? texts.fill : texts.change(now.at + 1)),
      h("p", { class: "fk-hint" }, pattern.hint),
      blanks.sentence,
      ...blanks.nodes,
      blanks.nodes.length ? null : h("p", { class: "fk-hint" }, texts.noBlanks),
      h(
        "details",
        { class: "fk-anchor", open: Boolean(now.zustaendig || now.meldeweg) },
        h("summary", {}, texts.who),
        line("zustaendig", now),
        line("meldeweg", now),
      ),
      h("h4", {}, texts.verdict),
      summary,
      results,
      h(
        "div",
        { class: "fk-row" },
        button("primary", () => take(now, blanks), {}, changes ? texts.keepChange : texts.take),
        changes ? button("quiet", () => stopEditing(now), {}, common_texts.cancel) : null,
      ),
    ];
    node.replaceChildren(...parts.filter((part) => part !== null));
    tryOut(true);
  }

  /**
   * A line of free text.
   * @param {"zustaendig" | "meldeweg"} entry
   * @param {Draft} now
   */
  function line(entry, now) {
    const id = newId();
    const input = h("input", {
      type: "text",
      id,
      maxlength: model.get("longest"),
      autocomplete: "off",
      value: now[entry],
      "aria-describedby": `${id}-hint`,
      oninput: () => {
        now[entry] = input.value;
      },
    });
    return h(
      "div",
      { class: "fk-field" },
      h("label", { for: id }, fields[entry].label),
      input,
      h("p", { class: "fk-hint", id: `${id}-hint` }, fields[entry].hint(model.get("person"))),
    );
  }

  /**
   * @param {Draft} now
   * @param {ReturnType<typeof pattern_form.form>} blanks
   */
  function take({ muster, zustaendig, meldeweg, rest, at }, blanks) {
    const wrong = blanks.wrong();
    if (wrong) {
      wrong.focus();
      return;
    }
    if (at === null && !hasRoom()) return;
    const { aspekte, schritt } = rest ?? {};
    const rule = {
      muster,
      angaben: blanks.values(),
      zustaendig: zustaendig.trim(),
      meldeweg: meldeweg.trim(),
      ...(aspekte ? { aspekte } : {}),
      ...(schritt ? { schritt } : {}),
    };
    mark(null);
    close();
    keep(rule, at);
  }

  /** @param {Draft} now */
  function stopEditing({ at }) {
    mark(null);
    close();
    leave(at);
  }

  return {
    node,
    begin,
    /**
     * The Kodex has changed: a rule that is no longer what it was is not edited any more.
     * @param {Rule[]} rules
     */
    follow(rules) {
      if (draft && draft.at !== null && !same(draft.rest, rules[draft.at])) close();
    },
    receive: trial.receive,
    stop: trial.end,
  };
}
