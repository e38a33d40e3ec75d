/** Everybody is a dot on a line of scores; one bar per group decides; four definitions of fairness light up or go out. */
import * as common from "./common.js";
import * as picture from "./picture.js";
import * as score_band from "./score_band.js";
import * as thresholds_texts from "../../web/texts/thresholds_texts.js";

const { h, button, icon, status, german, same } = common;
const { s } = picture;
const PAUSE = 700; // ms without a key: so long, all presses are one attempt
const COLUMN = 20; // px from one attempt to the next
const MOST = 24; // attempts that stay in sight

/** @typedef {"selected" | "hit" | "wrong" | "precision"} Rate */
/** @typedef {Record<Rate, number>} Rates what happens in a group at a threshold; NaN where nobody is counted */
/** @typedef {{ name: string, n: number, good: number, counts: [hits: number, wrongs: number][], people: score_band.People }} Group */
/** @typedef {{ title: string, meaning: string, rates: Rate[] }} Definition */

/** @param {number} share */
const percent = (share) => (Number.isNaN(share) ? "–" : german(100 * share, 1, "%"));

/** @param {number[]} list */
const sum = (list) => list.reduce((all, one) => all + one, 0);

/** @param {Group} group */
const odds = ({ n, good }) => good / (n - good);

/**
 * @param {Group} group
 * @param {number} at which of the thresholds
 * @returns {Rates}
 */
function ratesOf({ n, good, counts }, at) {
  const [hits, wrongs] = counts[at];
  return { selected: (hits + wrongs) / n, hit: hits / good, wrong: wrongs / (n - good), precision: hits / (hits + wrongs) };
}

/**
 * The largest difference between two groups in what a definition compares; NaN if it cannot be measured.
 * @param {Definition} definition
 * @param {Rates[]} rates
 */
function gapOf(definition, rates) {
  const gaps = definition.rates.map((name) => {
    const values = rates.map((one) => one[name]);
    return Math.max(...values) - Math.min(...values);
  });
  return Math.max(...gaps);
}

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {number[]} */
  const steps = model.get("thresholds");
  /** @type {Group[]} */
  const groups = model.get("groups").map((/** @type {any} */ group) => ({ ...group, people: score_band.people(group.people) }));
  /** @type {Definition[]} */
  const definitions = model.get("definitions");
  const tolerance = model.get("tolerance");
  /** @type {[right: number, wrong: number]} */
  const worth = model.get("worth");
  /** @returns {number[]} */
  const now = () => block.value ?? model.get("start");
  /** @param {number[]} values */
  const at = (values) => groups.map((group, i) => ratesOf(group, steps.indexOf(values[i])));

  /** @type {number[]} */
  let shown = [];
  /** @type {{ values: number[], on: boolean[] }[]} */
  const tries = [];
  let frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting = undefined;

  const heard = status();
  const verdict = h("p", { class: "fk-verdict fk-sentence-of" });
  const lamps = definitions.map(lamp);
  const bands = groups.map((group) => score_band.band(group, steps, follow, settle));
  const stage = h("div", { class: "fk-bands" }, ...bands.map(({ node }) => node));
  const tally = h("p", { class: "fk-tally" });
  const record = h("div", { class: "fk-record-of-tries" });
  const gain = h("p", {});
  const names = groups.map(({ name }) => name);
  const all = sum(groups.map(({ n }) => n));
  const inPicture = sum(groups.map(({ people }) => people.length));
  const columns = [thresholds_texts.group, ...thresholds_texts.columns];
  const twin = picture.numbers(model.get("label"), columns, twinRows);
  const identity = h("div", { class: "fk-table fk-identity" });
  const why = h("details", { ontoggle: explain }, h("summary", {}, thresholds_texts.why), identity);

  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-thresholds", "aria-label": model.get("label") },
      verdict,
      h("p", { class: "fk-hint fk-order" }, thresholds_texts.order(names, Math.round(100 * tolerance))),
      h("div", { class: "fk-lamps" }, ...lamps.map(({ node }) => node)),
      stage,
      legend(),
      h("p", { class: "fk-hint" }, thresholds_texts.sample(inPicture, all)),
      h(
        "div",
        { class: "fk-row" },
        button("secondary", () => set(now().map(() => now()[0])), {}, thresholds_texts.equal(groups.length)),
      ),
      tally,
      record,
      gain,
      meanings(),
      twin.node,
      why,
      heard,
    ),
  );

  /** @param {Definition} definition */
  function lamp(definition) {
    const bulb = h("span", { class: "fk-bulb" });
    const state = h("span", { class: "fk-only-heard" });
    const values = definition.rates.map(() => h("strong", {}));
    const gap = h("span", { class: "fk-gap" });
    const figures = definition.rates.map((name, i) => {
      const [before, after] = thresholds_texts.rates[name];
      return h("span", {}, before, values[i], after);
    });
    const node = h(
      "article",
      { class: "fk-lamp" },
      bulb,
      h("h5", {}, definition.title, state),
      h(
        "p",
        { class: "fk-lamp-figures" },
        ...figures,
        gap,
        button("quiet", () => meet(definition), { "aria-label": thresholds_texts.meetOne(definition.title) }, thresholds_texts.meet),
      ),
    );
    return { node, bulb, state, values, gap };
  }

  function legend() {
    const kinds = thresholds_texts.kinds;
    return picture.legend(
      [picture.sign("circle", "fk-yes"), kinds["given-good"]],
      [picture.sign("diamond", "fk-yes fk-wrong"), kinds["given-bad"]],
      [picture.sign("circle", "fk-wrong"), kinds["refused-good"]],
      [picture.sign("diamond", ""), kinds["refused-bad"]],
    );
  }

  function meanings() {
    const list = definitions.flatMap(({ title, meaning }) => [h("dt", {}, title), h("dd", {}, meaning)]);
    return h("details", {}, h("summary", {}, thresholds_texts.meanings), h("dl", {}, ...list));
  }

  /** A bar moves: a pointer reports more often than a screen paints. */
  function follow() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      show(bands.map(({ range }) => Number(range.value)));
    });
  }

  /**
   * A bar was let go.
   * @param {boolean} byKey
   */
  function settle(byKey) {
    set(bands.map(({ range }) => Number(range.value)), byKey);
  }

  /**
   * Moves the other bars (or else all) to where the definition holds best.
   * @param {Definition} definition
   */
  function meet(definition) {
    const all = groups.map((group) => steps.map((_, i) => ratesOf(group, i)));
    /** @param {number} first which threshold of the first group */
    const best = (first) => {
      const others = all.slice(1).map((rates) => {
        const gaps = rates.map((one) => gapOf(definition, [all[0][first], one]));
        return gaps.reduce((least, gap, i) => (gap < gaps[least] || Number.isNaN(gaps[least]) ? i : least), 0);
      });
      const places = [first, ...others];
      return { gap: gapOf(definition, places.map((place, i) => all[i][place])), values: places.map((place) => steps[place]) };
    };
    let found = best(steps.indexOf(now()[0]));
    if (!(found.gap <= tolerance)) {
      found = steps.map((_, i) => best(i)).reduce((least, one) => (one.gap < least.gap || Number.isNaN(least.gap) ? one : least));
    }
    set(found.values);
  }

  /**
   * @param {number[]} values
   * @param {boolean} more whether more is to be expected before it is an attempt
   */
  function set(values, more = false) {
    if (same(values, now())) show(values);
    else block.commit(values);
    clearTimeout(waiting);
    if (more) waiting = setTimeout(attempt, PAUSE);
    else attempt();
  }

  /** @param {number[]} values */
  function held(values) {
    const rates = at(values);
    return definitions.map((definition) => gapOf(definition, rates) <= tolerance);
  }

  function attempt() {
    const values = now();
    const on = held(values);
    if (!same(tries.at(-1)?.values, values)) tries.push({ values, on });
    history();
    const titles = definitions.filter((_, i) => on[i]).map(({ title }) => title);
    heard.textContent = `${verdict.textContent} ${thresholds_texts.named(titles)}`;
  }

  function history() {
    const best = Math.max(0, ...tries.map(({ on }) => on.filter(Boolean).length));
    picture.write(tally, thresholds_texts.tally(tries.length, best, definitions.length));
    const room = Math.min(MOST, Math.floor((stage.clientWidth || COLUMN) / COLUMN));
    const last = tries.slice(-room);
    const cells = Array.from({ length: room }, (_, column) =>
      definitions.map((_, row) =>
        s("rect", {
          class: `fk-cell${last[column]?.on[row] ? " fk-lit" : ""}${last[column] ? "" : " fk-ahead"}`,
          x: column * COLUMN + 1,
          y: row * 16 + 1,
          width: 12,
          height: 12,
          rx: 3,
        }),
      ),
    );
    const height = 16 * definitions.length;
    const strip = picture.drawing(room * COLUMN, height, ...cells.flat());
    strip.style.width = `${room * COLUMN}px`;
    record.replaceChildren(strip);
  }

  /** @param {number[]} values */
  function show(values) {
    const before = shown;
    shown = values;
    const rates = at(values);
    bands.forEach((one, i) => before[i] !== values[i] && one.show(values[i]));
    definitions.forEach((definition, i) => {
      const gap = gapOf(definition, rates);
      const holds = gap <= tolerance;
      const { node, bulb, state, values: figures, gap: line } = lamps[i];
      const known = node.dataset.state;
      node.dataset.state = holds ? "on" : "off";
      if (known !== node.dataset.state) bulb.replaceChildren(icon(holds ? "✓" : "✗"));
      picture.write(state, `: ${thresholds_texts.states[Number.isNaN(gap) ? "unknown" : holds ? "holds" : "fails"]}`);
      definition.rates.forEach((name, row) => picture.write(figures[row], thresholds_texts.row(rates.map((one) => one[name]))));
      picture.write(line, Number.isNaN(gap) ? "" : thresholds_texts.gap(german(100 * gap, 0.1)));
    });
    const counts = groups.map((group, i) => score_band.count(group, values[i]));
    const on = held(values).filter(Boolean).length;
    picture.write(verdict, thresholds_texts.held(on, definitions.length, sum(counts.map(({ wrong }) => wrong)), inPicture));
    const earned = sum(groups.flatMap((group, i) => group.counts[steps.indexOf(values[i])].map((n, kind) => n * worth[kind])));
    const money = (100 * earned) / all;
    const [first, second] = thresholds_texts.gain(groups.length);
    gain.replaceChildren(first, h("strong", {}, german(Math.round(money / 100) * 100, 1, thresholds_texts.euro)), second);
    twin.write();
    explain();
  }

  function twinRows() {
    const rates = at(shown);
    return groups.map((group, i) => {
      const { yes, lost, bad } = score_band.count(group, shown[i]);
      const { selected, hit, wrong, precision } = rates[i];
      return [group.name, german(shown[i], 1, "%"), ...[yes, bad, lost].map((n) => german(n)), ...[selected, hit, wrong, precision].map(percent)];
    });
  }

  // wrong = odds · (1 − precision) / precision · hit (Chouldechova 2017)
  function explain() {
    if (!why.open) return;
    const rates = at(shown);
    /** @type {[text: string, value: (rates: Rates, group: Group) => string][]} */
    const rows = [
      [thresholds_texts.rows.odds, (_, group) => german(odds(group), 0.1)],
      [thresholds_texts.rows.precision, ({ precision }) => (precision ? german((1 - precision) / precision, 0.001) : "–")],
      [thresholds_texts.rows.hit, ({ hit }) => percent(hit)],
      [thresholds_texts.rows.wrong, ({ wrong }) => percent(wrong)],
    ];
    identity.replaceChildren(
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("td", {}), ...names.map((name) => h("th", { scope: "col" }, name)))),
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
  const deaf = picture.onWidth(stage, (width) => {
    const values = shown;
    shown = [];
    for (const one of bands) one.build(width);
    show(values);
    history();
  });
  return {
    update: () => show(now()),
    stop() {
      deaf();
      clearTimeout(waiting);
      cancelAnimationFrame(frame);
    },
  };
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
