/** A beginning in keywords, the words that a small model would write next with their chances, and the text so far. */
import * as seen from "../../web/seen.js";
import * as common from "./common.js";
import * as next_word from "./next_word.js";
import * as writer_texts from "../../web/texts/writer_texts.js";

const { h, button, newId, german, isNumber, same, status } = common;
const TYPING = 300; // ms after which what was typed counts
const LONGEST = 500; // characters; the longest text that the model writes has fewer
const LIKELY = 3; // words that are read out

/** @typedef {import("./next_word.js").Slot} Slot */
/** @typedef {{ row: number[], temperature: number }} Value */

/** @param {number} share */
const percent = (share) => german(Math.round(100 * share), 1, "%");

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Slot[]} */
  const slots = model.get("slots");
  /** @type {string[]} */
  const others = [...model.get("others"), writer_texts.between];
  /** @type {{ owner: number, part: number, each: number }} */
  const pair = model.get("pair");
  /** @returns {Value} */
  const now = () => block.value ?? { row: model.get("start"), temperature: 1 };
  const facts = slots.map((_, at) => at).filter((at) => !slots[at].written);

  const hint = h("p", { class: "fk-hint", role: "status" });
  const input = h("textarea", {
    rows: 3,
    maxlength: LONGEST,
    id: newId(),
    autocomplete: "off",
    spellcheck: "false",
    placeholder: writer_texts.example,
    oninput: typed,
    onchange: () => take(true),
  });
  const selects = facts.map(newSelect);
  const sentence = h("p", { class: "fk-writer-text" });
  const title = h("h4", { tabindex: -1 });
  const bars = h("ul", { class: "fk-writer-words" });
  const rest = h("p", { class: "fk-hint" });
  const heard = status();
  const begin = button("primary", show, {}, writer_texts.start);
  const go = button("primary", write, {}, writer_texts.write);
  const undo = button("secondary", back, {}, writer_texts.back);
  const [scale, range, output] = newScale();
  const words = h("div", {}, title, bars, rest, scale, h("div", { class: "fk-row" }, go, undo));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting = undefined;
  /** @type {{ at: number, shares: number[] } | null} what the bars show */
  let painted = null;

  block.root.append(
    h(
      "section",
      { class: "fk-panel fk-writer", "aria-label": model.get("label") },
      h("div", { class: "fk-field" }, h("label", { for: input.id }, writer_texts.field), input),
      hint,
      h(
        "div",
        { class: "fk-row" },
        button("secondary", () => commit(swapped()), {}, writer_texts.persons),
        button("secondary", () => commit(flipped()), {}, writer_texts.hours),
      ),
      h(
        "details",
        {},
        h("summary", {}, writer_texts.pick),
        h("div", { class: "fk-writer-picks" }, ...selects.map(({ node }) => node)),
      ),
      h("h4", {}, writer_texts.text),
      sentence,
      begin,
      words,
      heard,
    ),
  );

  /** @param {number} at */
  function newSelect(at) {
    const select = h(
      "select",
      { id: newId(), onchange: () => commit(next_word.put(now().row, at, Number(select.value), pair)) },
      h("option", { value: next_word.OPEN }, writer_texts.unsaid),
      ...slots[at].words.map((word, value) => h("option", { value }, word)),
    );
    const node = h("div", { class: "fk-field fk-pick" }, h("label", { for: select.id }, slots[at].title), select);
    return { at, select, node };
  }

  /** @returns {[HTMLElement, HTMLInputElement, HTMLElement]} */
  function newScale() {
    const shown = h("span", { class: "fk-value", "aria-hidden": "true" });
    const slider = h("input", {
      type: "range",
      id: newId(),
      min: 0,
      max: 1,
      step: 0.1,
      oninput: () => paint({ ...now(), temperature: Number(slider.value) }),
      onchange: () => put({ ...now(), temperature: Number(slider.value) }),
    });
    const ends = [`0: ${writer_texts.likeliest}`, `1: ${writer_texts.asLearnt}`];
    const node = h(
      "div",
      { class: "fk-field fk-scale" },
      h("div", { class: "fk-scale-head" }, h("label", { for: slider.id }, writer_texts.temperature), shown),
      slider,
      h("div", { class: "fk-ends", "aria-hidden": "true" }, ...ends.map((end) => h("span", {}, end))),
    );
    return [node, slider, shown];
  }

  /** What was typed counts after a short pause. */
  function typed() {
    clearTimeout(waiting);
    waiting = setTimeout(() => take(false), TYPING);
  }

  /** @param {boolean} finished */
  function take(finished) {
    clearTimeout(waiting);
    waiting = undefined;
    const found = next_word.match(input.value, slots, others, finished);
    const excluded = next_word.together(found.row, pair);
    if (excluded !== next_word.OPEN) found.excluded.push(slots[pair.part].words[excluded]);
    const none = found.row.every((word) => word === next_word.OPEN);
    const said = [
      found.excluded.length ? writer_texts.excluded(found.excluded) : "",
      found.unknown.length ? writer_texts.unknown(found.unknown) : none ? writer_texts.nothing : "",
    ];
    hint.textContent = said.filter(Boolean).join(" ");
    put({ ...now(), row: found.row });
  }

  /** The person as the other one: Anrede and first name change, if both have a partner. */
  function swapped() {
    const { row } = now();
    /** @type {Record<string, number[]>} */
    const partners = model.get("partners");
    return row.map((word, at) => partners[slots[at].id]?.[word] ?? word);
  }

  function flipped() {
    const { row } = now();
    return row.map((word, at) => (slots[at].id === model.get("hours") && word !== next_word.OPEN ? 1 - word : word));
  }

  /** @param {number[]} row with another fact; words that are written already stay */
  function commit(row) {
    hint.textContent = "";
    put({ ...now(), row });
  }

  /** @param {Value} value */
  function put(value) {
    if (same(value, block.value)) update();
    else block.commit(value);
  }

  function show() {
    begin.setAttribute("aria-disabled", "true");
    begin.textContent = writer_texts.learning;
    put(now());
  }

  function write() {
    const { row, temperature } = now();
    const done = next_word.next(slots, row) < 0;
    const from = row.map((word, at) => (done && slots[at].written ? next_word.OPEN : word));
    put({ temperature, row: next_word.write(slots, model.get("weights"), from, temperature, Math.random) });
    heard.textContent = parts(now().row)
      .map(([text]) => text)
      .join("");
  }

  function back() {
    const { row, temperature } = now();
    const last = slots.findLastIndex(({ written }, at) => written && row[at] !== next_word.OPEN);
    put({ temperature, row: row.map((word, at) => (at === last ? next_word.OPEN : word)) });
  }

  /** The keywords of the facts, as somebody would type them. */
  function keywords() {
    const { row } = now();
    const said = facts.filter((at) => row[at] !== next_word.OPEN).map((at) => slots[at].words[row[at]]);
    return said.join(", ");
  }

  /**
   * @param {number[]} row
   * @returns {[text: string, slot: number][]}
   */
  function parts(row) {
    /** @type {[text: string, slot: string][]} */
    const template = model.get("templates")[1 + row[0]];
    return template.map(([text, id]) => {
      const at = slots.findIndex((slot) => slot.id === id);
      return [at < 0 || row[at] === next_word.OPEN ? text : text.replace(model.get("gap"), slots[at].forms[row[at]]), at];
    });
  }

  /** @param {Value} value */
  function paint({ row, temperature }) {
    const at = next_word.next(slots, row);
    sentence.replaceChildren(
      ...parts(row).map(([text, slot]) => {
        if (slot < 0) return text;
        if (slot === at) return h("mark", { class: "fk-writer-gap" }, text);
        return slots[slot].written ? h("mark", {}, text) : h("span", { class: "fk-writer-fact" }, text);
      }),
    );
    for (const { select, at: slot } of selects) select.value = String(row[slot]);
    range.value = String(temperature);
    output.textContent = german(temperature, 0.1);
    range.setAttribute("aria-valuetext", output.textContent);
    const learnt = Object.keys(model.get("weights")).length > 0;
    begin.hidden = learnt;
    words.hidden = !learnt;
    undo.hidden = slots.every(({ written }, slot) => !written || row[slot] === next_word.OPEN);
    go.textContent = at < 0 ? writer_texts.again : writer_texts.write;
    if (learnt) paintBars(row, at, temperature);
  }

  /**
   * @param {number[]} row
   * @param {number} at
   * @param {number} temperature
   */
  function paintBars(row, at, temperature) {
    title.textContent = at < 0 ? writer_texts.finished : writer_texts.next(slots[at].title);
    bars.hidden = rest.hidden = at < 0;
    if (at < 0) return;
    const shares = next_word.chances(slots, model.get("weights"), row, at, temperature);
    const old = painted && painted.at === at && !same(painted.shares, shares) ? painted.shares : null;
    painted = { at, shares };
    const { single, words: all } = slots[at];
    bars.replaceChildren(...all.slice(0, single).map((word, value) => bar(at, value, word, shares[value], old?.[value])));
    const left = shares.slice(single).reduce((sum, share) => sum + share, 0);
    rest.textContent = all.length > single ? writer_texts.rest(all.length - single, percent(left)) : "";
    rest.hidden = all.length <= single;
    const likely = all
      .map((word, value) => ({ word, share: shares[value] }))
      .sort((one, other) => other.share - one.share)
      .slice(0, LIKELY);
    heard.textContent = writer_texts.heard(
      slots[at].title,
      likely.map(({ word, share }) => [word, percent(share)]),
    );
  }

  /**
   * @param {number} at
   * @param {number} value
   * @param {string} word
   * @param {number} share
   * @param {number | undefined} old its share before, if it has changed
   */
  function bar(at, value, word, share, old) {
    const shown = percent(share);
    const was = old === undefined || percent(old) === shown ? null : writer_texts.before(percent(old));
    const take = button(
      "choice",
      () => put({ ...now(), row: now().row.map((one, slot) => (slot === at ? value : one)) }),
      { "aria-label": writer_texts.choose(word, shown) },
      h("span", { class: "fk-writer-word" }, word),
      h("span", { class: "fk-writer-share" }, was ? h("span", { class: "fk-hint" }, was) : null, h("strong", {}, shown)),
      h("span", { class: "fk-writer-bar", style: `width: ${Math.max(100 * share, 0.5)}%` }),
    );
    return h("li", {}, take);
  }

  function update() {
    const held = block.root.contains(document.activeElement) ? document.activeElement : null;
    paint(now());
    // what was pressed may have gone
    if (held && !(held.isConnected && seen.isSeen(held))) title.focus({ preventScroll: true });
    if (document.activeElement !== input) input.value = keywords();
  }

  update();
  model.on("change:weights", update);
  return {
    update,
    stop() {
      clearTimeout(waiting);
      model.off("change:weights", update);
    },
  };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const { model } = view;
    /** @type {Slot[]} */
    const slots = model.get("slots");
    return common.run(view, {
      draw,
      traits: ["slots", "start"],
      valid: (value) =>
        common.isObject(value) &&
        isNumber(value.temperature) &&
        Array.isArray(value.row) &&
        value.row.length === slots.length &&
        value.row.every((word, at) => Number.isInteger(word) && word >= next_word.OPEN && word < slots[at].words.length),
    });
  },
};
