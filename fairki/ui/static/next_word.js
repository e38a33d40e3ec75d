/** Which word comes next, by the weights of a model; and which of its words stand in a typed beginning. No page here. */

/** @typedef {{ id: string, title: string, words: string[], forms: string[], written: boolean, single: number }} Slot */
/** @typedef {{ uses: number[], table: number[][] }} Weights of one slot: what it looks at, and a row per feature */
/** @typedef {Record<string, Weights>} Model */
/** @typedef {{ row: number[], unknown: string[], excluded: string[] }} Match */

export const OPEN = -1;

/**
 * Chances of the words of a slot. A slot that is open in the row is no feature.
 * @param {Slot[]} slots
 * @param {Model} model
 * @param {number[]} row the number of the word of each slot, or OPEN
 * @param {number} at number of the slot
 * @param {number} temperature
 */
export function chances(slots, model, row, at, temperature) {
  const { uses, table } = model[slots[at].id];
  const scores = [...table[0]];
  let first = 1;
  for (const use of uses) {
    if (row[use] !== OPEN) table[first + row[use]].forEach((weight, word) => (scores[word] += weight));
    first += slots[use].words.length;
  }
  return softmax(scores, temperature);
}

/**
 * Scores as chances; at temperature 0 the highest has all of it.
 * @param {number[]} scores
 * @param {number} temperature
 */
export function softmax(scores, temperature) {
  const top = Math.max(...scores);
  if (temperature <= 0) return scores.map((_, at) => (at === scores.indexOf(top) ? 1 : 0));
  const raised = scores.map((score) => Math.exp((score - top) / temperature));
  const sum = raised.reduce((all, one) => all + one, 0);
  return raised.map((one) => one / sum);
}

/**
 * The number of a word, drawn by its chance.
 * @param {number[]} shares
 * @param {number} dice between 0 and 1
 */
export function draw(shares, dice) {
  let sum = 0;
  const found = shares.findIndex((share) => (sum += share) > dice);
  return found < 0 ? shares.length - 1 : found;
}

/**
 * The first slot that a model writes and that is still open, or -1.
 * @param {Slot[]} slots
 * @param {number[]} row
 */
export const next = (slots, row) => slots.findIndex(({ written }, at) => written && row[at] === OPEN);

/**
 * The row with all open slots written, one after the other.
 * @param {Slot[]} slots
 * @param {Model} model
 * @param {number[]} row
 * @param {number} temperature
 * @param {() => number} dice
 */
export function write(slots, model, row, temperature, dice) {
  const text = [...row];
  for (let at = next(slots, text); at >= 0; at = next(slots, text)) {
    text[at] = draw(chances(slots, model, text, at, temperature), dice());
  }
  return text;
}

/** @param {string} text */
const split = (text) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
/** @type {Record<string, string>} */
const PLAIN = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
/** @param {string} word as it is compared: without capitals, and as it is typed where there are no umlauts */
const folded = (word) => word.toLowerCase().replace(/[äöüß]/g, (letter) => PLAIN[letter]);
/** @param {string} text */
const tokens = (text) => split(text).map(folded);
const LONG = 4; // letters from which on the beginning of a word is enough

/**
 * The words of a model in a typed text, whole ones first; what it has never read; and what has no place, because
 * another word stands before it that excludes it.
 * @param {string} text
 * @param {Slot[]} slots
 * @param {string[]} others words of the texts that belong to no slot
 * @param {boolean} finished whether nobody is typing the last word just now
 * @returns {Match}
 */
export function match(text, slots, others, finished) {
  const spelled = split(text);
  /** @type {(string | null)[]} what is typed; null: understood */
  const typed = tokens(text);
  const known = slots.flatMap(({ words }, at) => words.map((word, value) => ({ at, value, parts: tokens(word) })));
  /** @type {{ at: number, value: number, place: number, size: number }[]} */
  const found = [];

  for (const { at, value, parts } of [...known].sort((one, other) => other.parts.length - one.parts.length)) {
    const place = typed.findIndex((_, start) => parts.every((part, i) => typed[start + i] === part));
    if (place < 0) continue;
    found.push({ at, value, place, size: parts.length });
    parts.forEach((_, i) => (typed[place + i] = null));
  }

  const filling = new Set(others.flatMap(tokens));
  /** @type {string[]} */
  const unknown = [];
  typed.forEach((token, place) => {
    if (token === null || filling.has(token)) return;
    /** @param {string} part */
    const fits = (part) => part === token || (token.length >= LONG && part.startsWith(token));
    const meant = known.filter(({ parts }) => parts.some(fits));
    if (meant.length === 1) found.push({ ...meant[0], place, size: 1 });
    else if (!meant.length && (finished || place < typed.length - 1)) unknown.push(spelled[place]);
  });

  const row = slots.map(() => OPEN);
  /** @type {string[]} */
  const excluded = [];
  for (const { at, value, place, size } of found.sort((one, other) => one.place - other.place)) {
    if (row[at] === OPEN) row[at] = value;
    else if (row[at] !== value) excluded.push(spelled.slice(place, place + size).join(" "));
  }
  return { row, unknown: [...new Set(unknown)], excluded: [...new Set(excluded)] };
}

/**
 * The same person with another word in a slot; what must not stand beside it goes along.
 * @param {number[]} row
 * @param {number} at
 * @param {number} value
 * @param {{ owner: number, part: number, each: number }} pair each word of `owner` has words of `part` of its own
 */
export function put(row, at, value, { owner, part, each }) {
  const changed = row.map((old, slot) => (slot === at ? value : old));
  if (at === owner && row[part] !== OPEN) changed[part] = value === OPEN ? OPEN : each * value + (row[part] % each);
  if (at === part && value !== OPEN) changed[owner] = Math.floor(value / each);
  return changed;
}

/**
 * Makes a typed row one that can be: a word of `part` brings the word it belongs to, or gives way to another one.
 * @param {number[]} row
 * @param {{ owner: number, part: number, each: number }} pair
 * @returns {number} the word that gave way, or OPEN
 */
export function together(row, { owner, part, each }) {
  const [said, told] = [row[owner], row[part]];
  const belongs = told === OPEN ? said : Math.floor(told / each);
  if (said === OPEN) row[owner] = belongs;
  if (said === OPEN || said === belongs) return OPEN;
  row[part] = OPEN;
  return told;
}
