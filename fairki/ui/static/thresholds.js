/** One threshold per group: four definitions of fairness light up or go out. */
import * as common from "./common.js";
import * as thresholds_texts from "../../web/texts/thresholds_texts.js";

const { h, button, icon, status, newId, german, same } = common;
const ROW = 20; // people in a row of the picture
const STEP = 16; // units of the picture from one person to the next
const KINDS = Object.entries(thresholds_texts.kinds);

/** @typedef {{ hit: number, wrong: number, precision: number | null }} Rates what happens in a group at a threshold */
/** @typedef {{ name: string, base: number, odds: number, gains: number[], rates: Rates[] }} Group */
/** @typedef {{ title: string, meaning: string, rates: (keyof Rates)[] }} Definition */

/** @param {number | null} share */
const percent = (share) => (share === null ? "–" : german(100 * share, 1, "%"));

/**
 * Whole numbers that add up to the total, each as close to its share as possible.
 * @param {number[]} shares
 * @param {number} total
 */
function whole(shares, total) {
  const exact = shares.map((share) => share * total);
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((sum, part) => sum + part, 0);
  const order = exact.map((value, at) => [value - parts[at], at]).sort((one, other) => other[0] - one[0]);
  for (const [, at] of order.slice(0, rest)) parts[at] += 1;
  return parts;
}

// A filled sign has the loan, a round one pays back. Only numbers and names from above go into the markup.
/**
 * @param {string} kind
 * @param {number} at
 */
function symbol(kind, at) {
  const [x, y] = [(at % ROW) * STEP + STEP / 2, Math.floor(at / ROW) * STEP + STEP / 2];
  const look = `class="fk-person fk-${kind}"`;
  if (kind.endsWith("good")) return `<circle ${look} cx="${x}" cy="${y}" r="5"/>`;
  return `<rect ${look} x="${x - 4.2}" y="${y - 4.2}" width="8.4" height="8.4" transform="rotate(45 ${x} ${y})"/>`;
}

/**
 * People as signs; hidden from screen readers, because the line below says the same.
 * @param {string[]} kinds
 * @param {number} columns
 */
function picture(kinds, columns = ROW) {
  const holder = document.createElement("div");
  const box = `0 0 ${columns * STEP} ${Math.ceil(kinds.length / columns) * STEP}`;
  holder.innerHTML = `<svg viewBox="${box}" aria-hidden="true">${kinds.map(symbol).join("")}</svg>`;
  return /** @type {Element} */ (holder.firstElementChild);
}

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {number[]} */
  const steps = model.get("thresholds");
  /** @type {Group[]} */
  const groups = model.get("groups");
  /** @type {Definition[]} */
  const definitions = model.get("definitions");
  const tolerance = model.get("tolerance");
  /** @returns {number[]} */
  const now = () => block.value ?? model.get("start");
  /** @param {number[]} values */
  const at = (values) => groups.map((group, i) => group.rates[steps.indexOf(values[i])]);

  const heard = status();
  const sliders = groups.map(slider);
  const lamps = definitions.map(lamp);
  const verdict = h("p", { class: "fk-verdict" });
  const pictures = groups.map(() => h("figure", { class: "fk-people" }));
  const gain = h("p", {});
  const identity = h("div", { class: "fk-table" });

  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-thresholds", "aria-label": model.get("label") },
      h("div", { class: "fk-two" }, ...sliders.map(({ node }) => node)),
      h(
        "div",
        { class: "fk-row" },
        button("secondary", () => set(now().map(() => now()[0])), {}, thresholds_texts.equal),
      ),
      verdict,
      h("div", { class: "fk-lamps" }, ...lamps.map(({ node }) => node)),
      h("div", { class: "fk-two fk-pictures" }, ...pictures),
      legend(),
      gain,
      h("h4", {}, thresholds_texts.why),
      identity,
      heard,
    ),
  );

  /** @param {Group} group */
  function slider(group) {
    const id = newId();
    const output = h("span", { class: "fk-value", "aria-hidden": "true" });
    const range = h("input", {
      type: "range",
      id,
      min: steps[0],
      max: steps.at(-1),
      step: 1,
      oninput: () => show(sliders.map((one) => Number(one.range.value))),
      onchange: () => set(sliders.map((one) => Number(one.range.value))),
    });
    const label = h("label", { for: id }, thresholds_texts.threshold(group.name));
    const node = h(
      "div",
      { class: "fk-field fk-scale" },
      h("div", { class: "fk-scale-head" }, label, output),
      range,
      h("div", { class: "fk-ends", "aria-hidden": "true" }, h("span", {}, thresholds_texts.more), h("span", {}, thresholds_texts.less)),
    );
    return { node, range, output };
  }

  /** @param {Definition} definition */
  function lamp(definition) {
    const state = h("span", { class: "fk-lamp-state" });
    const figures = h("p", { class: "fk-lamp-figures" });
    const node = h(
      "article",
      { class: "fk-lamp" },
      h("div", { class: "fk-lamp-head" }, h("h5", {}, definition.title), state),
      h("p", { class: "fk-hint" }, definition.meaning),
      figures,
      button("quiet", () => meet(definition), { "aria-label": thresholds_texts.meetOne(definition.title) }, thresholds_texts.meet),
    );
    return { node, state, figures };
  }

  function legend() {
    return h("ul", { class: "fk-legend" }, ...KINDS.map(([kind, text]) => h("li", {}, picture([kind], 1), text)));
  }

  /**
   * @param {Definition} definition
   * @param {Rates[]} rates
   */
  function gapOf(definition, [one, other]) {
    const gaps = definition.rates.map((name) => Math.abs((one[name] ?? NaN) - (other[name] ?? NaN)));
    return Math.max(...gaps);
  }

  /**
   * Moves the second slider (or else both) to where the definition holds best.
   * @param {Definition} definition
   */
  function meet(definition) {
    const [first] = now();
    /** @param {number[][]} pairs */
    const best = (pairs) =>
      pairs
        .map((pair) => ({ gap: gapOf(definition, at(pair)), pair }))
        .filter(({ gap }) => !Number.isNaN(gap))
        .sort((a, b) => a.gap - b.gap)[0];
    let found = best(steps.map((step) => [first, step]));
    if (found.gap > tolerance) found = best(steps.flatMap((one) => steps.map((other) => [one, other])));
    set(found.pair);
  }

  /** @param {number[]} values */
  function set(values) {
    if (same(values, now())) show(values);
    else block.commit(values);
    heard.textContent = verdict.textContent;
  }

  /** @param {number[]} values */
  function show(values) {
    const rates = at(values);
    sliders.forEach(({ range, output }, i) => {
      range.value = String(values[i]);
      output.textContent = thresholds_texts.from(german(values[i], 1, "%"));
      range.setAttribute("aria-valuetext", thresholds_texts.spoken(values[i]));
    });
    const held = definitions.filter((definition, i) => {
      const gap = gapOf(definition, rates);
      const holds = gap <= tolerance;
      const { node, state, figures } = lamps[i];
      node.dataset.state = holds ? "on" : "off";
      state.replaceChildren(icon(holds ? "✓" : "✗"), thresholds_texts.states[Number.isNaN(gap) ? "unknown" : holds ? "holds" : "fails"]);
      figures.replaceChildren(
        ...groups.flatMap((group, g) => [
          h("span", {}, `${group.name}: `, h("strong", {}, definition.rates.map((name) => percent(rates[g][name])).join(thresholds_texts.and))),
        ]),
        h("span", {}, Number.isNaN(gap) ? "" : thresholds_texts.gap(german(100 * gap, 0.1))),
      );
      return holds;
    });
    const titles = held.map(({ title }) => title);
    verdict.textContent = thresholds_texts.held(titles, definitions.length);
    groups.forEach((group, g) => people(pictures[g], group, rates[g]));
    const money = groups.reduce((sum, group, g) => sum + group.gains[steps.indexOf(values[g])], 0);
    const [before, after] = thresholds_texts.gain;
    const sum = german(Math.round(money / 100) * 100, 1, thresholds_texts.euro);
    gain.replaceChildren(before, h("strong", {}, sum), after);
    explain(rates);
  }

  /**
   * @param {HTMLElement} figure
   * @param {Group} group
   * @param {Rates} rates
   */
  function people(figure, group, { hit, wrong }) {
    const shares = [group.base * hit, (1 - group.base) * wrong, group.base * (1 - hit), (1 - group.base) * (1 - wrong)];
    const counts = whole(shares, 100);
    const kinds = KINDS.flatMap(([kind], i) => Array(counts[i]).fill(kind));
    figure.replaceChildren(
      h("figcaption", {}, h("strong", {}, thresholds_texts.people(group.name))),
      picture(kinds),
      h("p", { class: "fk-hint" }, thresholds_texts.counts(counts[0] + counts[1], counts[1], counts[2])),
    );
  }

  // wrong = odds · (1 − precision) / precision · hit (Chouldechova 2017)
  /** @param {Rates[]} rates */
  function explain(rates) {
    /** @type {[text: string, value: (rates: Rates, group: Group) => string][]} */
    const rows = [
      [thresholds_texts.rows.odds, (_, group) => german(group.odds, 0.1)],
      [thresholds_texts.rows.precision, ({ precision }) => (precision ? german((1 - precision) / precision, 0.001) : "–")],
      [thresholds_texts.rows.hit, ({ hit }) => percent(hit)],
      [thresholds_texts.rows.wrong, ({ wrong }) => percent(wrong)],
    ];
    identity.replaceChildren(
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("td", {}), ...groups.map(({ name }) => h("th", { scope: "col" }, name)))),
        h(
          "tbody",
          {},
          ...rows.map(([text, value]) =>
            h("tr", {}, h("th", { scope: "row" }, text), ...groups.map((group, g) => h("td", { class: "fk-number" }, value(rates[g], group)))),
          ),
        ),
      ),
      h("p", { class: "fk-hint" }, thresholds_texts.explained),
    );
  }

  show(now());
  return { update: () => show(now()) };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const { model } = view;
    return common.run(view, {
      draw,
      initial: () => model.get("start"),
      valid: (value) =>
        Array.isArray(value) &&
        value.length === model.get("groups").length &&
        value.every((one) => model.get("thresholds").includes(one)),
    });
  },
};
