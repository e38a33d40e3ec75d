/**
 * Draws what an activity has found (`Activity.result`), for the projector and for the facilitator's preview.
 * Every bar has its value beside it as text; earlier rounds have a pattern of their own and their name.
 */
import * as live from "./live.js";
import * as result_texts from "../texts/result_texts.js";

/** @typedef {import("./live.js").Child} Child */
/** @typedef {{ share: number, text: string }} Row a share of all, and its value as text */
/** @typedef {Row & { label: string, earlier: (Row & { label: string })[], mark?: string }} Bar */
/** @typedef {{ columns: string[], rows: string[][] }} Table */
/**
 * A gap on the scale that all models share, with what chance alone does.
 * @typedef {{ label: string, value: number, low: number, high: number, outside: boolean, text: string, women: number, men: number }} Span
 */
/**
 * @typedef {object} Result
 * @property {string} kind
 * @property {string} title
 * @property {string} summary
 * @property {boolean} enough
 * @property {string[]} notes
 * @property {{ notes: string[], rows: string[] }} marks what is striking, as ids
 * @property {Bar[]} bars
 * @property {Table} table
 * @property {Span[]} spans
 * @property {string[]} texts
 */

const { make } = live;
/** @type {Record<string, string>} */
const STRIKING = { clash: "ws-clash", truth: "ws-truth" };
const HALVES = ["ws-women", "ws-men"]; // the look of the two halves of a room, in the order of its bars
const ONE_COLUMN = 9; // bars that the projector shows below each other
/** @param {number} share */
const percent = (share) => `${Math.max(0, Math.min(1, share)) * 100}%`;

/**
 * The elements of a result, with a heading of level `level`. `brief`: only what can be read from the last row.
 * @param {Result} result
 * @param {1 | 2 | 4} level
 * @param {boolean} brief
 */
export function draw(result, level, brief = false) {
  const head = [
    make(/** @type {"h1"} */ (`h${level}`), { class: "ws-title" }, result.title),
    make("p", { class: "ws-summary" }, result.summary),
  ];
  if (!result.enough) return [make("div", { class: "ws-result ws-few" }, head, notes(result))];
  const body = (shapes[result.kind] || plain)(result, brief);
  return [make("div", { class: `ws-result ws-of-${result.kind}` }, make("div", { class: "ws-head" }, head), body)];
}

/** @param {Result} result */
function plain(result) {
  return make("div", { class: "ws-body" }, bars(result.bars), notes(result));
}

/**
 * With one round the sentences say all that the table does.
 * @param {Result} result
 * @param {boolean} brief
 */
function estimate(result, brief) {
  const more = result.table.rows.length > (brief ? 2 : 1) ? table(result.table) : null;
  if (!more && !result.notes.length) return plain(result);
  return make(
    "div",
    { class: "ws-body ws-two" },
    bars(result.bars),
    make("div", {}, notes(result), more)
  );
}

/**
 * The room beside the firm, and what chance alone does; then the votes behind it.
 * @param {Result} result
 * @param {boolean} brief
 */
function applicants(result, brief) {
  return make(
    "div",
    { class: "ws-body ws-two ws-mirror" },
    make("div", {}, models(result), brief ? null : notes(result)),
    make("div", {}, make("p", { class: "ws-label" }, result_texts.room), bars(result.bars))
  );
}

/**
 * Each model: whom it invites, and the gap between the two on one scale for all. The hatched part is what chance
 * alone does.
 * @param {Result} result
 */
function models({ table: { rows }, spans }) {
  const draw = scale(spans);
  /** @type {(label: string, share: number, text: string, kind: string) => HTMLElement} */
  const rate = (label, share, text, kind) => row({ share, text }, kind, result_texts.named(label));
  return [
    make("p", { class: "ws-label" }, result_texts.models),
    make(
      "ul",
      { class: "ws-models" },
      rows.map(([name, women, men, gap, verdict]) => {
        const span = spans.find((one) => one.label === name);
        return make(
          "li",
          {},
          make("p", {}, make("strong", {}, name), " ", make("span", {}, result_texts.gap(gap, verdict))),
          span && [rate(result_texts.women, span.women, women, "ws-women"), rate(result_texts.men, span.men, men, "ws-men"), draw(span)]
        );
      })
    ),
    make(
      "p",
      { class: "ws-key", "aria-hidden": "true" },
      make("span", {}, make("span", { class: "ws-key-chance" }), result_texts.key.chance),
      make("span", {}, make("span", { class: "ws-key-dot" }), result_texts.key.open),
      make("span", {}, make("span", { class: "ws-key-dot ws-outside" }), result_texts.key.outside),
      make("span", {}, result_texts.key.sides)
    ),
  ];
}

/**
 * Draws one of the spans on the scale that all of them share.
 * @param {Span[]} spans
 */
function scale(spans) {
  const numbers = spans.flatMap((one) => [one.value, one.low, one.high, 0]);
  const edge = (Math.max(...numbers) - Math.min(...numbers)) / 40 + 1; // for the mark of what lies outermost
  const low = Math.min(...numbers) - edge;
  const width = Math.max(...numbers) + edge - low;
  /** @param {number} value */
  const at = (value) => percent((value - low) / width);
  /** @param {Span} one */
  return (one) => [
    make(
      "span",
      { class: "ws-scale", "aria-hidden": "true" },
      make("span", { class: "ws-chance", look: { "--from": at(one.low), "--to": percent((one.high - one.low) / width) } }),
      make("span", { class: "ws-zero", look: { "--at": at(0) } }),
      make("span", { class: `ws-dot${one.outside ? " ws-outside" : ""}`, look: { "--at": at(one.value) } })
    ),
    make("span", { class: "ws-scale-text" }, one.text),
  ];
}

/**
 * What the model of the room writes now, how far its halves are apart, and what they chose. As long as a half is too
 * small there is only what all chose.
 * @param {Result} result
 * @param {boolean} brief
 */
function sentence(result, brief) {
  if (!result.spans.length) return plain(result);
  return make(
    "div",
    { class: "ws-body ws-two ws-halves" },
    make(
      "div",
      {},
      make("p", { class: "ws-label" }, result_texts.writes),
      result.table.rows.map(([name, text, , chance]) =>
        make("blockquote", { class: "ws-written" }, make("p", {}, text), make("p", { class: "ws-scale-text" }, result_texts.promises(name, chance)))
      ),
      notes(brief ? { ...result, notes: result.notes.slice(0, 3) } : result)
    ),
    make(
      "div",
      {},
      make("p", { class: "ws-label" }, result_texts.difference),
      make("div", { class: "ws-gap" }, scale(result.spans)(result.spans[0])),
      make("p", { class: "ws-key", "aria-hidden": "true" }, make("span", {}, result_texts.sidesOfHalves)),
      make("p", { class: "ws-label" }, result_texts.last),
      make(
        "ul",
        { class: "ws-bars" },
        result.bars.map((bar) =>
          make(
            "li",
            {},
            make("span", { class: "ws-bar-label" }, bar.label),
            make("span", { class: "ws-rows" }, bar.earlier.map((half, at) => row(half, HALVES[at], result_texts.named(half.label))))
          )
        )
      )
    )
  );
}

/**
 * @param {Result} result
 * @param {boolean} brief
 */
function kodex(result, brief) {
  const examined = result.table.columns.length === 3;
  if (!examined) {
    const chosen = new Set(result.table.rows.filter((_, at) => result.marks.rows[at] === "chosen").map((row) => row[0]));
    const named = result.bars
      .filter((bar) => bar.share > 0)
      .map((bar) => (chosen.has(bar.label) ? { ...bar, mark: result_texts.inKodex } : bar));
    return make("div", { class: "ws-body" }, bars(named, brief), notes(result));
  }
  return make(
    "div",
    { class: "ws-body ws-two ws-kodex" },
    brief
      ? make("div", {}, make("p", { class: "ws-label" }, result_texts.middle), table(withoutLast(result.table), result_texts.rules))
      : table(result.table, result_texts.rules),
    make(
      "div",
      {},
      make("p", { class: "ws-label" }, result_texts.found),
      bars(result.bars),
      notes(result)
    )
  );
}

/** @param {Table} table */
function withoutLast({ columns, rows }) {
  return { columns: columns.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) };
}

/** @param {Result} result */
function retrospective(result) {
  /** @type {{ question: string, bars: Bar[] }[]} */
  const groups = [];
  result.bars.forEach((bar, at) => {
    const [question, label] = result.table.rows[at];
    if (!groups.length || groups[groups.length - 1].question !== question) groups.push({ question, bars: [] });
    groups[groups.length - 1].bars.push({ ...bar, label });
  });
  const texts = result.texts.map((text) => make("li", {}, result_texts.quoted(text)));
  return make(
    "div",
    { class: "ws-body" },
    make(
      "div",
      { class: "ws-groups" },
      groups.map((group) => make("div", {}, make("p", { class: "ws-label" }, group.question), bars(group.bars)))
    ),
    texts.length ? make("ul", { class: "ws-texts", "aria-label": result_texts.texts }, texts) : null,
    notes(result)
  );
}

/**
 * The words of the room, the more frequent the larger; each says how often, and the table says the same.
 * @param {Result} result
 */
function cloud(result) {
  const most = Math.max(...result.bars.map((bar) => bar.share));
  const words = result.bars.map((bar) =>
    make("li", { look: { "--size": bar.share / most } }, make("span", {}, bar.label), " ", make("small", {}, bar.text))
  );
  return make(
    "div",
    { class: "ws-body" },
    words.length ? make("ul", { class: "ws-cloud" }, words) : null,
    notes(result),
    words.length ? make("details", { "data-name": "table" }, make("summary", {}, result_texts.table), table(result.table)) : null
  );
}

/**
 * Texts that were let through.
 * @param {Result} result
 */
function written(result) {
  const texts = result.texts.map((text) => make("li", {}, result_texts.quoted(text)));
  return make("div", { class: "ws-body" }, texts.length ? make("ul", { class: "ws-texts", "aria-label": result_texts.texts }, texts) : null, notes(result));
}

/**
 * Small groups: how large each is, and what it has answered.
 * @param {Result} result
 */
function groups(result) {
  return make("div", { class: "ws-body" }, table(result.table), notes(result));
}

/** @type {Record<string, ((result: Result, brief: boolean) => HTMLElement) | undefined>} */
const shapes = { estimate, applicants, kodex_vote: kodex, retrospective, sentence, cloud, text: written, groups };

/**
 * @param {Bar[]} all
 * @param {boolean} columns
 */
function bars(all, columns = false) {
  if (!all.length) return null;
  const long = columns && all.length > ONE_COLUMN;
  return make(
    "ul",
    { class: long ? "ws-bars ws-long" : "ws-bars", look: { "--half": Math.ceil(all.length / 2) } },
    all.map((bar) =>
      make(
        "li",
        {},
        make("span", { class: "ws-bar-label" }, bar.label, bar.mark ? make("strong", {}, ` ${bar.mark}`) : null),
        make(
          "span",
          { class: "ws-rows" },
          bar.earlier.map((before) => row(before, "ws-earlier", result_texts.named(before.label))),
          row(bar, "ws-now", bar.earlier.length ? result_texts.named(result_texts.now) : "")
        )
      )
    )
  );
}

/**
 * @param {Row} one
 * @param {string} kind
 * @param {string} name
 */
function row(one, kind, name) {
  return make(
    "span",
    { class: `ws-row ${kind}` },
    make("span", { class: "ws-track", "aria-hidden": "true" }, one.share > 0 && make("span", { class: "ws-fill", look: { "--share": percent(one.share) } })),
    make("span", { class: "ws-value" }, name, one.text)
  );
}

/**
 * @param {Table} data
 * @param {string} name
 */
function table(data, name = result_texts.table) {
  if (!data.rows.length) return null;
  return make(
    "div",
    { class: "ws-table", tabindex: "0", role: "region", "aria-label": name },
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, data.columns.map((column) => make("th", { scope: "col" }, column)))),
      make(
        "tbody",
        {},
        data.rows.map((cells) => make("tr", {}, cells.map((cell, at) => (at ? make("td", {}, cell) : make("th", { scope: "row" }, cell)))))
      )
    )
  );
}

/** @param {Result} result */
function notes({ notes, marks }) {
  if (!notes.length) return null;
  return make(
    "ul",
    { class: "ws-notes" },
    notes.map((note, at) => make("li", { class: STRIKING[marks.notes[at]] ?? null }, note))
  );
}
