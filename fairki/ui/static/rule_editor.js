/** The second step of the Kodex-Baukasten: the learner fills the blanks of a sentence and sees how it judges. */
import * as common from "./common.js";
import * as rule_fields from "./rule_fields.js";
import * as rule_sentence from "./rule_sentence.js";
import * as rule_trial from "./rule_trial.js";

const { h, button, same } = common;

/** @typedef {import("./rule_fields.js").Draft} Draft */
/** @typedef {import("./rule_sentence.js").Rule} Rule */

/**
 * @param {import("./common.js").Face} model
 * @param {import("./rule_sentence.js").Patterns} patterns
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
    const angaben = Object.fromEntries(patterns[id].blanks.map((one) => [one.name, one.default]));
    draft = {
      muster: id,
      angaben: { ...angaben, ...rule?.angaben },
      zustaendig: rule?.zustaendig ?? "",
      meldeweg: rule?.meldeweg ?? "",
      rest: rule,
      at,
      wrong: new Set(),
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
    const text = h("p", { class: "fk-sentence", "aria-live": "polite", "aria-atomic": "true" });
    const { summary, results } = trial.begin();
    const filled = (atOnce = false) => {
      const another = trial.tryOut({ muster: now.muster, angaben: { ...now.angaben } }, atOnce);
      if (another) text.replaceChildren(...rule_sentence.sentence(pattern, now.angaben));
    };
    const blanks = pattern.blanks.map((blank) =>
      (blank.options ? rule_fields.choice : rule_fields.number)(blank, now, filled),
    );
    const longest = model.get("longest");
    const parts = [
      h("h4", {}, now.at !== null ? `2. Ändern Sie Regel ${now.at + 1}` : "2. Füllen Sie die Lücken"),
      h("p", { class: "fk-hint" }, pattern.hint),
      text,
      ...blanks,
      blanks.length ? null : h("p", { class: "fk-hint" }, "Dieser Satz hat keine Lücken."),
      h(
        "details",
        { class: "fk-anchor", open: Boolean(now.zustaendig || now.meldeweg) },
        h("summary", {}, "Wer kümmert sich darum? (freiwillig)"),
        rule_fields.line("zustaendig", "Zuständig", `Zum Beispiel: ${model.get("person")}`, now, longest),
        rule_fields.line("meldeweg", "Meldeweg", "Wo kann man einen Verstoß melden? Zum Beispiel: kodex@firma.example", now, longest),
      ),
      h("h4", {}, "So urteilt Ihre Regel"),
      summary,
      results,
      h(
        "div",
        { class: "fk-row" },
        button("primary", () => take(now), {}, now.at !== null ? "Änderung speichern" : "In meinen Kodex übernehmen"),
        now.at !== null ? button("quiet", () => stopEditing(now), {}, "Abbrechen") : null,
      ),
    ];
    node.replaceChildren(...parts.filter((part) => part !== null));
    filled(true);
  }

  /** @param {Draft} now */
  function take({ muster, angaben, zustaendig, meldeweg, rest, at, wrong }) {
    if (wrong.size) {
      /** @type {HTMLElement | null} */ (node.querySelector('[aria-invalid="true"]'))?.focus();
      return;
    }
    if (at === null && !hasRoom()) return;
    const { aspekte, schritt } = rest ?? {};
    const rule = {
      muster,
      angaben: { ...angaben },
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
