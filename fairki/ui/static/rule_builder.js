/** The Kodex-Baukasten: choose a sentence, fill its blanks, see what it says, keep it. */
import * as common from "./common.js";
import * as numbers from "../../web/numbers.js";
import * as ask_back from "./ask_back.js";

const { h, button, icon, status, newId, german, isObject, same } = common;
const PAUSE = 250; // ms without typing before a rule is tried
const SIGNS = { eingehalten: ["✓", "held"], verletzt: ["✗", "broken"], "nicht beurteilbar": ["?", "unclear"] };
const LARGEST_FILE = 200_000;
const STANDARD_TITLE = "Unser KI-Kodex";

/** How a value reads in the sentence. */
function words(blank, value) {
  if (blank.options) return blank.options.find(([key]) => key === value)?.[1] ?? "…";
  const form = blank.forms.find(([number]) => number === value);
  if (form) return form[1];
  const unit = blank.unit[value === 1 ? 0 : 1];
  return blank.phrase.replace("{}", german(value) + (unit ? `\u00a0${unit}` : ""));
}

/** The sentence as nodes; what stands in a blank is marked. */
function sentence(pattern, values) {
  return pattern.parts.flatMap(([text, name]) => {
    if (!name) return [text];
    const blank = pattern.blanks.find((one) => one.name === name);
    return [text, h("mark", { class: "fk-filled" }, words(blank, values[name] ?? blank.default))];
  });
}

function draw(block) {
  const { model } = block;
  const patterns = Object.fromEntries(model.get("patterns").map((pattern) => [pattern.id, pattern]));
  const rules = () => block.value?.regeln ?? [];
  const title = () => block.value?.titel ?? STANDARD_TITLE;
  const undo = { value: null, possible: false };
  let said = ""; // what the last action did
  let draft = null; // the rule in work: {muster, angaben, zustaendig, meldeweg, at: its place or null}
  let asked = 0;
  let waiting = null;

  const heard = status();
  const name = newId();
  const radios = {};
  const work = h("div", { class: "fk-rule-work", tabindex: "-1" });
  const list = h("div", {});
  block.root.append(
    h("div", { class: "fk-builder" }, picker(), work, h("section", { class: "fk-panel fk-kodex" }, list), heard),
  );

  function commit(value) {
    const empty = value.regeln.length === 0 && value.titel === STANDARD_TITLE;
    block.commit(empty ? null : value);
  }

  function tell(text) {
    said = text;
    heard.textContent = text;
  }

  function change(regeln, text, undoable = false) {
    undo.value = block.value;
    undo.possible = undoable;
    tell(text);
    commit({ titel: title(), regeln });
  }

  /* ---- 1: choose a sentence ---- */

  function picker() {
    const known = new Set();
    const groups = model.get("groups").map(([text, question, ids]) => {
      ids.forEach((id) => known.add(id));
      return group(text, question, ids.filter((id) => patterns[id]));
    });
    const others = Object.keys(patterns).filter((id) => !known.has(id));
    if (others.length) groups.push(group("Weitere Muster", "", others));
    return h("section", { class: "fk-picker" }, h("h4", {}, "1. Wählen Sie ein Satzmuster"), ...groups);
  }

  function group(text, question, ids) {
    return h(
      "fieldset",
      { class: "fk-field fk-pattern-group" },
      h("legend", {}, text, question ? h("span", { class: "fk-hint" }, question) : null),
      h(
        "div",
        { class: "fk-tiles fk-many" },
        ...ids.map((id) => {
          radios[id] = h("input", { type: "radio", name, value: id, onchange: () => begin(id), onclick });
          return h("label", { class: "fk-tile" }, radios[id], h("span", {}, patterns[id].title));
        }),
      ),
    );
  }

  // A click brings the sentence into sight; arrow keys, which only pass by (detail 0), leave the page alone.
  function onclick({ detail }) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (detail > 0) setTimeout(() => work.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest" }));
  }

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
    for (const radio of Object.values(radios)) radio.checked = radio.value === id;
    drawWork();
  }

  /* ---- 2: fill its blanks, see what it says ---- */

  let shown = null; // the parts of the work area that change while somebody types

  function drawWork() {
    clearTimeout(waiting);
    if (!draft) {
      shown = null;
      work.replaceChildren();
      return;
    }
    const pattern = patterns[draft.muster];
    const text = h("p", { class: "fk-sentence", "aria-live": "polite", "aria-atomic": "true" });
    const results = h("ul", { class: "fk-results" });
    const summary = h("p", { class: "fk-hint", role: "status" });
    shown = { text, results, summary, key: "" };
    const blanks = pattern.blanks.map((blank) => (blank.options ? choice(blank) : number(blank)));
    const editing = draft.at !== null;
    const parts = [
      h("h4", {}, editing ? `2. Ändern Sie Regel ${draft.at + 1}` : "2. Füllen Sie die Lücken"),
      h("p", { class: "fk-hint" }, pattern.hint),
      text,
      ...blanks,
      blanks.length ? null : h("p", { class: "fk-hint" }, "Dieser Satz hat keine Lücken."),
      h(
        "details",
        { class: "fk-anchor", open: Boolean(draft.zustaendig || draft.meldeweg) },
        h("summary", {}, "Wer kümmert sich darum? (freiwillig)"),
        line("zustaendig", "Zuständig", "Zum Beispiel: Samira Haddad, IT"),
        line("meldeweg", "Meldeweg", "Wo kann man einen Verstoß melden? Zum Beispiel: kodex@firma.example"),
      ),
      h("h4", {}, "So urteilt Ihre Regel"),
      summary,
      results,
      h(
        "div",
        { class: "fk-row" },
        button("primary", take, {}, editing ? "Änderung speichern" : "In meinen Kodex übernehmen"),
        editing ? button("quiet", stopEditing, {}, "Abbrechen") : null,
      ),
    ];
    work.replaceChildren(...parts.filter(Boolean));
    refresh(true);
  }

  function number(blank) {
    const id = newId();
    const problem = h("p", { class: "fk-message fk-error", role: "alert", id: `${id}-problem` });
    const unit = h("span", { class: "fk-unit", "aria-hidden": "true" });
    const input = h("input", {
      type: "text",
      inputmode: "numeric",
      id,
      autocomplete: "off",
      value: draft.angaben[blank.name],
      "aria-describedby": `${id}-hint ${problem.id}`,
      oninput: read,
      onkeydown: (event) => {
        const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (step) {
          event.preventDefault();
          move(step);
        }
      },
    });
    const doubt = ask_back.askBack(input);
    const stepper = (sign, step, text) =>
      button("secondary", () => move(step), { class: "fk-button fk-secondary fk-stepper", "aria-label": text }, sign);

    function move(step) {
      const now = draft.wrong.has(blank.name) ? blank.default : draft.angaben[blank.name];
      const size = blank.high > 1000 ? 10 : 1;
      const next = Math.min(blank.high, Math.max(blank.low, now + step * size));
      input.value = next;
      read();
    }

    function read() {
      const asks = doubt.look();
      const [value] = asks ? [NaN] : numbers.readings(input.value);
      const right = Number.isInteger(value) && value >= blank.low && value <= blank.high;
      problem.textContent = right || asks
        ? ""
        : `Bitte eine ganze Zahl von ${german(blank.low)} bis ${german(blank.high)} eingeben.`;
      input.setAttribute("aria-invalid", String(!right));
      if (right) {
        draft.wrong.delete(blank.name);
        draft.angaben[blank.name] = value;
        unit.textContent = blank.unit[value === 1 ? 0 : 1];
      } else draft.wrong.add(blank.name);
      refresh();
    }

    unit.textContent = blank.unit[draft.angaben[blank.name] === 1 ? 0 : 1];
    return h(
      "div",
      { class: "fk-field fk-blank" },
      h("label", { for: id }, blank.label),
      h(
        "div",
        { class: "fk-stepped" },
        stepper("−", -1, `${blank.label} verringern`),
        input,
        stepper("+", 1, `${blank.label} erhöhen`),
        unit,
      ),
      h("p", { class: "fk-hint", id: `${id}-hint` }, blank.hint),
      problem,
      doubt.node,
    );
  }

  function choice(blank) {
    const group = newId();
    const inputs = blank.options.map(([key]) =>
      h("input", {
        type: "radio",
        name: group,
        checked: key === draft.angaben[blank.name],
        onchange: () => {
          draft.angaben[blank.name] = key;
          refresh();
        },
      }),
    );
    return h(
      "fieldset",
      { class: "fk-field fk-blank" },
      h("legend", {}, blank.label),
      h("p", { class: "fk-hint" }, blank.hint),
      common.tiles(blank.options, inputs),
    );
  }

  function line(entry, label, hint) {
    const id = newId();
    return h(
      "div",
      { class: "fk-field" },
      h("label", { for: id }, label),
      h("input", {
        type: "text",
        id,
        maxlength: model.get("longest"),
        autocomplete: "off",
        value: draft[entry],
        "aria-describedby": `${id}-hint`,
        oninput: (event) => {
          draft[entry] = event.target.value;
        },
      }),
      h("p", { class: "fk-hint", id: `${id}-hint` }, hint),
    );
  }

  function refresh(now = false) {
    const rule = { muster: draft.muster, angaben: { ...draft.angaben } };
    const key = JSON.stringify(rule);
    if (key === shown.key) return;
    shown.key = key;
    shown.text.replaceChildren(...sentence(patterns[draft.muster], draft.angaben));
    clearTimeout(waiting);
    asked += 1;
    shown.results.classList.add("fk-waiting");
    const send = () => model.send({ type: "check", rule, number: asked });
    if (now) {
      shown.summary.textContent = "Die Regel wird an drei Beispielen ausprobiert …";
      send();
    } else waiting = setTimeout(send, PAUSE);
  }

  function showResults({ number: which, rows }) {
    if (!shown || which !== asked) return;
    const broken = rows.filter(([state]) => state === "verletzt").length;
    shown.summary.textContent =
      `Ausprobiert an ${rows.length} Beispielen: ` +
      (broken ? `${broken} von ${rows.length} ${broken === 1 ? "verletzt" : "verletzen"} die Regel.` : "Keines verletzt die Regel.");
    shown.results.classList.remove("fk-waiting");
    shown.results.replaceChildren(
      ...rows.map(([state, why], at) => {
        const [system, purpose] = model.get("systems")[at];
        const [sign, look] = SIGNS[state];
        return h(
          "li",
          { class: "fk-result", "data-state": look },
          h("p", { class: "fk-result-name" }, h("strong", {}, system), h("span", { class: "fk-state" }, icon(sign), state)),
          h("p", { class: "fk-hint" }, purpose),
          h("p", {}, why),
        );
      }),
    );
  }

  function take() {
    if (draft.wrong.size) {
      work.querySelector('[aria-invalid="true"]').focus();
      return;
    }
    const { at } = draft;
    if (at === null && rules().length >= model.get("most")) {
      tell(`Mehr als ${model.get("most")} Regeln passen nicht in einen Kodex.`);
      update();
      return;
    }
    const { aspekte, schritt } = draft.rest ?? {};
    const rule = {
      muster: draft.muster,
      angaben: { ...draft.angaben },
      zustaendig: draft.zustaendig.trim(),
      meldeweg: draft.meldeweg.trim(),
      ...(aspekte && { aspekte }),
      ...(schritt && { schritt }),
    };
    const next = at === null ? [...rules(), rule] : rules().map((old, i) => (i === at ? rule : old));
    const place = at ?? next.length - 1;
    draft = null;
    for (const radio of Object.values(radios)) radio.checked = false;
    drawWork();
    change(next, at === null ? `Regel ${place + 1} steht jetzt in Ihrem Kodex.` : `Regel ${place + 1} ist geändert.`);
    list.querySelectorAll("li")[place]?.focus();
  }

  function stopEditing() {
    const { at } = draft;
    draft = null;
    for (const radio of Object.values(radios)) radio.checked = false;
    drawWork();
    list.querySelectorAll("li")[at]?.querySelector("button")?.focus();
  }

  /* ---- the Kodex ---- */

  const heading = h("h4", { id: newId() }, "Mein Kodex");
  const file = h("input", {
    type: "file",
    class: "fk-only-heard",
    accept: ".toml",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: open,
  });
  const note = h("p", { class: "fk-kodex-note" });
  const error = h("p", { class: "fk-message fk-error", role: "alert" });
  const titleId = newId();
  const titleInput = h("input", {
    type: "text",
    id: titleId,
    maxlength: model.get("longest"),
    autocomplete: "off",
    onchange: (event) => {
      undo.possible = false;
      commit({ titel: event.target.value.trim() || STANDARD_TITLE, regeln: rules() });
    },
  });
  const items = h("ol", { class: "fk-rules" });
  const start = h("div", { class: "fk-row" });
  list.append(
    heading,
    note,
    start,
    h("div", { class: "fk-field fk-kodex-title" }, h("label", { for: titleId }, "Name des Kodex"), titleInput),
    items,
    error,
    file,
  );

  function update() {
    const now = rules();
    const n = now.length;
    heading.textContent = n ? `Mein Kodex: ${n} ${n === 1 ? "Regel" : "Regeln"}` : "Mein Kodex";
    titleInput.parentElement.hidden = n === 0;
    if (document.activeElement !== titleInput) titleInput.value = title();
    note.textContent =
      said || (n ? "" : "Noch leer. Wählen Sie oben ein Satzmuster, oder beginnen Sie mit einem Beispiel.");
    note.hidden = !note.textContent;
    start.replaceChildren(
      ...[
        undo.possible ? button("secondary", back, {}, "Rückgängig machen") : null,
        n === 0 ? button("secondary", useExample, {}, "Mit einem Beispiel-Kodex beginnen") : null,
        button("quiet", () => file.click(), {}, "Kodex-Datei öffnen"),
      ].filter(Boolean),
    );
    items.replaceChildren(...now.map((rule, at) => item(rule, at, n)));
    if (draft?.at !== null && draft && !same(draft.rest, now[draft.at])) {
      draft = null;
      drawWork();
    }
  }

  function item(rule, at, n) {
    const pattern = patterns[rule.muster];
    const label = `Regel ${at + 1}`;
    const act = (text, action, enabled, sign) =>
      button(
        "quiet",
        action,
        { "aria-label": `${label}: ${text}`, title: text, disabled: !enabled, "data-act": text, class: "fk-button fk-quiet fk-act" },
        icon(sign),
        h("span", { class: "fk-act-text" }, text),
      );
    const who = [rule.zustaendig && `Zuständig: ${rule.zustaendig}`, rule.meldeweg && `Meldeweg: ${rule.meldeweg}`];
    return h(
      "li",
      { tabindex: "-1" },
      h("p", {}, ...sentence(pattern, rule.angaben)),
      h("p", { class: "fk-hint" }, who.filter(Boolean).join(" · ") || "Noch niemand zuständig"),
      rule.vorlage ? h("p", { class: "fk-hint" }, "Aus dem Beispiel. Ändern Sie die Regel, oder bestätigen Sie sie.") : null,
      h(
        "div",
        { class: "fk-acts" },
        act("nach oben", () => move(at, -1), at > 0, "↑"),
        act("nach unten", () => move(at, 1), at < n - 1, "↓"),
        act("ändern", () => edit(at), true, "✎"),
        rule.vorlage ? act("bestätigen", () => confirm(at), true, "✓") : null,
        act("entfernen", () => remove(at), true, "✕"),
      ),
    );
  }

  function move(at, step) {
    const next = [...rules()];
    [next[at], next[at + step]] = [next[at + step], next[at]];
    change(next, `Die Regel steht jetzt an Stelle ${at + step + 1}.`);
    const buttons = items.children[at + step].querySelectorAll("button");
    const first = buttons[step < 0 ? 0 : 1];
    (first.disabled ? buttons[step < 0 ? 1 : 0] : first).focus();
  }

  function edit(at) {
    begin(rules()[at].muster, rules()[at], at);
    common.goTo(work);
  }

  /** A rule of the example becomes the learner's own. */
  function confirm(at) {
    const { vorlage, ...own } = rules()[at];
    change(rules().map((rule, i) => (i === at ? own : rule)), `Regel ${at + 1} gilt jetzt für uns.`);
    items.children[at].focus();
  }

  function remove(at) {
    change(rules().filter((_, i) => i !== at), `Regel ${at + 1} ist entfernt.`, true);
    start.querySelector("button").focus();
  }

  function back() {
    undo.possible = false;
    tell("Rückgängig gemacht.");
    block.commit(undo.value);
    heading.setAttribute("tabindex", "-1");
    heading.focus();
  }

  function useExample() {
    replace(model.get("example"), "Der Beispiel-Kodex ist geladen. Er ist noch nicht gut: Ändern Sie ihn, bis er zu Ihnen passt.");
  }

  function replace(value, text) {
    undo.value = block.value;
    undo.possible = true;
    tell(text);
    commit(value);
    heading.setAttribute("tabindex", "-1");
    heading.focus();
  }

  async function open() {
    const [chosen] = file.files;
    file.value = "";
    error.textContent = "";
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE) {
      error.textContent = "Diese Datei ist zu groß für einen Kodex. Wählen Sie bitte eine andere.";
      return;
    }
    model.send({ type: "open", text: await chosen.text() });
  }

  function onMessage(content) {
    if (content.type === "results") showResults(content);
    if (content.type === "problem") error.textContent = content.text;
    if (content.type === "opened") replace(content.value, "Die Kodex-Datei ist geöffnet.");
  }

  model.on("msg:custom", onMessage);
  update();
  return {
    update,
    stop() {
      clearTimeout(waiting);
      model.off("msg:custom", onMessage);
    },
  };
}

export default {
  render: (view) => {
    const known = new Set(view.model.get("patterns").map(({ id }) => id));
    return common.run(view, {
      draw,
      valid: (value) =>
        isObject(value) && Array.isArray(value.regeln) && value.regeln.every((rule) => isObject(rule?.angaben) && known.has(rule.muster)),
    });
  },
};
