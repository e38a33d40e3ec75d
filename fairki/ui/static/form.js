/** A form for an exercise: one block per question, and one that checks everything and saves the hand-in. */
import * as common from "./common.js";
import * as ask_back from "./ask_back.js";
import * as typing from "./typing.js";
import * as notice from "./notice.js";

const { h, button, icon, newId, isObject } = common;
const STATES = {
  filled: ["●", "Ausgefüllt."],
  told: ["→", "Ihr Ergebnis:"],
  resolved: ["→", "Aufgelöst."],
  "not-yet": ["✗", "Noch nicht."],
  hint: ["○", "Noch offen."],
};

/** What the checks say; waiting until the kernel has answered. Read out only if it was asked for right here. */
function verdictOf(model) {
  const node = h("div", { class: "fk-feedback", role: "status" });
  let asked = false;

  function show(state, ...content) {
    node.dataset.state = state;
    node.replaceChildren(...content);
  }

  function update() {
    const { state, text, open = [] } = model.get("verdict");
    if (!state) {
      delete node.dataset.state;
      node.replaceChildren();
      return;
    }
    node.setAttribute("aria-live", asked ? "polite" : "off");
    asked = false;
    const [sign, word] = STATES[state];
    const lines = text.split("\n").flatMap((line, at) => (at ? [h("br"), line] : [line]));
    const links = open.map(([id, title]) => {
      const leave = () => common.goTo(document.getElementById(`frage-${id}`));
      return button("secondary", leave, { "aria-label": `Zu Aufgabe ${title}` }, title);
    });
    const looks = ["filled", "told", "resolved"].includes(state) ? "" : "fk-not-yet";
    const head = h("strong", { class: looks }, icon(sign), ` ${word} `);
    show(state, h("p", {}, head, ...lines), links.length ? h("div", { class: "fk-row" }, ...links) : "");
  }

  update();
  model.on("change:verdict", update);
  return {
    node,
    wait() {
      asked = true;
      node.setAttribute("aria-live", "polite");
      show("hint", "Einen Moment bitte …");
    },
    tell: (state, text) => show(state, h("p", {}, text)),
    stop: () => model.off("change:verdict", update),
  };
}

/** Worked answers, folded up or not; given(place) is what the learner chose in a row (or for the whole question). */
function workedOf(model, given = () => null) {
  const node = h("div", {});
  const labels = () => Object.fromEntries(model.get("options") ?? []);

  function mine(right, place) {
    const own = given(place);
    if (!right[place] || !own) return null;
    const text = own === right[place] ? "Das haben Sie auch gewählt." : `Sie haben gewählt: „${labels()[own]}“`;
    return h("p", { class: "fk-hint" }, text);
  }

  function draw({ title, found, many, rows, right, text, ideas, look, link }) {
    const head = many ? "Eine gute Lösung von mehreren" : "Richtig ist";
    const list = (items) => h("ul", {}, ...items.map((item) => h("li", {}, item)));
    const parts = rows.map(([name, answer, why], at) =>
      h(
        "li",
        {},
        h("p", {}, name, answer ? h("strong", {}, ` – ${answer}`) : null),
        mine(right, at),
        h("p", {}, why),
      ),
    );
    return h(
      "details",
      {
        class: "fk-worked",
        open: model.get("unfolded"),
        ontoggle: ({ target }) => target.open && model.send({ type: "look" }),
      },
      h("summary", {}, `Lösungsweg zu ${title}`),
      found.length || many ? h("p", {}, h("strong", {}, `${head}:`), found.length === 1 ? ` ${found[0]}` : null) : null,
      found.length > 1 ? list(found) : null,
      rows.length ? null : mine(right, 0),
      ...(many && rows.length ? [] : text.map((paragraph) => h("p", {}, paragraph))),
      rows.length ? h("ul", { class: "fk-worked-rows" }, ...parts) : null,
      ...(many && rows.length ? text.map((paragraph) => h("p", {}, paragraph)) : []),
      ideas.length ? list(ideas) : null,
      h("p", {}, "Zum Nachlesen: ", h("a", { href: link }, look)),
    );
  }

  function update() {
    const open = [...node.children].map((one) => one.open);
    node.replaceChildren(...model.get("worked").map(draw));
    [...node.children].forEach((one, at) => (one.open ||= open[at] ?? false));
  }

  const traits = ["change:worked", "change:unfolded"];
  update();
  for (const name of traits) model.on(name, update);
  return {
    node,
    update,
    stop() {
      for (const name of traits) model.off(name, update);
    },
  };
}

function drawFurther(block) {
  const worked = workedOf(block.model);
  block.root.append(worked.node);
  return { stop: worked.stop };
}

function drawAnswer(block) {
  const { model } = block;
  const verdict = verdictOf(model);
  const worked = workedOf(model, (place) =>
    model.get("kind") === "table" ? block.value?.[String(place + 1)] : block.value,
  );
  const hint = model.get("hint") ? h("p", { class: "fk-hint", id: newId() }, model.get("hint")) : null;
  const control = CONTROLS[model.get("kind")](block, hint, check);

  function check() {
    control.flush?.();
    verdict.wait();
    model.send({ type: "check" });
  }

  const title = model.get("title");
  const id = `frage-${title.toLowerCase()}`;
  const asked = [h("span", { class: "fk-count" }, `Aufgabe ${title}`), " ", model.get("label")];
  const described = { "aria-describedby": hint?.id };
  const question = control.field
    ? h("div", { class: "fk-panel fk-question fk-note", id }, h("label", { for: control.field.id }, ...asked))
    : h("fieldset", { class: "fk-panel fk-question fk-note", id, ...described }, h("legend", {}, ...asked));
  if (hint && control.field) control.field.setAttribute("aria-describedby", hint.id);
  const actions = h("div", { class: "fk-row" }, button("secondary", check, {}, "Prüfen"));
  question.append(...(hint ? [hint] : []), control.node, actions, verdict.node, worked.node);
  block.root.append(question);
  control.update();
  return {
    update() {
      control.update();
      worked.update();
    },
    stop() {
      control.stop?.();
      verdict.stop();
      worked.stop();
    },
  };
}

/**
 * Fields in which people type; what they type is kept after a pause and whenever they leave a field.
 *
 * read() makes the block's value from the fields, or null; write(value) fills them in.
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

/** The same for one field that is the whole answer; the question is its label. */
function typedAlone(block, field, node) {
  const read = () => field.value.trim() || null;
  const write = (value) => (field.value = value ?? "");
  return { ...typed(block, [field], node, read, write), field };
}

/** The entries that are not empty, as an object; null if there are none. */
function filled(entries) {
  const found = entries.filter(([, value]) => value);
  return found.length ? Object.fromEntries(found) : null;
}

/** A short field for a number or a word, with its unit. */
function shortField(block, check) {
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

/** A list to choose one of several phrases from. */
function list(options) {
  const phrases = options.map(([value, label]) => h("option", { value }, label));
  return h("select", { id: newId() }, h("option", { value: "" }, "Bitte wählen"), ...phrases);
}

/** A short field with its unit behind it, and below it the question what an ambiguous number means. */
const amount = (field, unit) => [h("p", { class: "fk-amount" }, field, unit), ask_back.askBack(field).node];

/** The same below its label. */
const labelled = (field, label, unit) =>
  h("div", { class: "fk-blank" }, h("label", { for: field.id }, label), ...amount(field, unit));

/** Radio buttons or checkboxes; the same options may be asked several times on a page. */
function inputsFor(block, type, onchange) {
  const name = newId();
  return block.model.get("options").map((_, at) => h("input", { type, name, value: at, onchange }));
}

const CONTROLS = {
  number(block, _, check) {
    const field = shortField(block, check);
    return typedAlone(block, field, h("div", {}, ...amount(field, block.model.get("unit"))));
  },

  numbers(block, _, check) {
    const options = block.model.get("options");
    const choices = block.model.get("choices");
    const fields = options.map(([key]) => (choices[key] ? list(choices[key]) : shortField(block, check)));
    const unit = block.model.get("unit");
    const node = h("div", { class: "fk-blanks" }, ...options.map(([, label], at) => labelled(fields[at], label, unit)));
    const read = () => filled(options.map(([key], at) => [key, fields[at].value.trim()]));
    const write = (value) => options.forEach(([key], at) => (fields[at].value = value?.[key] ?? ""));
    return typed(block, fields, node, read, write);
  },

  /** Numbers, some of them with a list to choose from instead. */
  fields: (...question) => CONTROLS.numbers(...question),

  rules(block, _, check) {
    const inputs = inputsFor(block, "checkbox", reveal);
    const rules = block.model.get("options").map(([key, label], at) => {
      const { sentence, blanks } = block.model.get("patterns")[key];
      const fields = blanks.map(({ options }) => (options.length ? list(options) : shortField(block, check)));
      const rows = blanks.map(({ label: name, unit }, place) => labelled(fields[place], name, unit));
      const box = h("div", { class: "fk-blanks" }, ...rows);
      return { key, input: inputs[at], blanks, fields, box, tile: common.tiles([[key, label, sentence]], [inputs[at]]) };
    });

    function reveal() {
      for (const { input, blanks, box } of rules) box.hidden = !input.checked || !blanks.length;
    }

    function read() {
      const chosen = rules.filter(({ input }) => input.checked);
      const entries = chosen.map(({ key, blanks, fields }) => [
        key,
        filled(blanks.map(({ name }, at) => [name, fields[at].value.trim()])) ?? {},
      ]);
      return filled(entries);
    }

    function write(value) {
      for (const { key, input, blanks, fields } of rules) {
        input.checked = Boolean(value?.[key]);
        blanks.forEach(({ name }, at) => (fields[at].value = value?.[key]?.[name] ?? ""));
      }
      reveal();
    }

    reveal();
    const node = h("div", {}, ...rules.map(({ tile, box }) => h("div", { class: "fk-rule" }, tile, box)));
    return typed(block, [...inputs, ...rules.flatMap(({ fields }) => fields)], node, read, write);
  },

  text(block) {
    const field = h("textarea", { id: newId(), rows: 8, maxlength: block.model.get("longest") });
    return typedAlone(block, field, field);
  },

  choice(block) {
    const options = block.model.get("options");
    const inputs = inputsFor(block, "radio", ({ target }) => block.commit(options[target.value][0]));
    return {
      node: common.tiles(options, inputs),
      update: () => inputs.forEach((input, at) => (input.checked = options[at][0] === block.value)),
    };
  },

  checkbox(block) {
    const options = block.model.get("options");
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
    const options = block.model.get("options");
    const rows = block.model.get("rows").map((statement, index) => {
      const row = String(index + 1);
      const inputs = inputsFor(block, "radio", ({ target }) =>
        block.commit({ ...block.value, [row]: options[target.value][0] }),
      );
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

function drawHandIn(block) {
  const { model } = block;
  notice.watch();
  const verdict = verdictOf(model);

  function ask(type) {
    verdict.wait();
    model.send({ type });
  }

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

/** Whether a kept value fits the question; the kernel looks more closely. */
function fits(model, value) {
  const known = (option) => model.get("options").some(([candidate]) => candidate === option);
  switch (model.get("kind")) {
    case "choice":
      return known(value);
    case "checkbox":
      return Array.isArray(value) && value.every(known);
    case "table":
      return isObject(value) && Object.values(value).every(known);
    case "numbers":
    case "fields":
      return isObject(value) && Object.keys(value).every(known);
    case "rules":
      return isObject(value) && Object.keys(value).every(known) && Object.values(value).every(isObject);
    default:
      return typeof value === "string" && value.length <= model.get("longest");
  }
}

const PARTS = {
  answer: (view) => ({ draw: drawAnswer, valid: (value) => fits(view.model, value) }),
  further: () => ({ draw: drawFurther }),
  "hand-in": () => ({ draw: drawHandIn, valid: (value) => ["bereit", "angesehen"].includes(value) }),
};

export default {
  render: (view) => common.run(view, PARTS[view.model.get("part")](view)),
};
