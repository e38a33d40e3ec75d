/** The next word: chances by weights, at every temperature, and keywords in what somebody typed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as next_word from "../../fairki/ui/static/next_word.js";

const { OPEN } = next_word;
const fact = (id, ...words) => ({ id, title: id, words, forms: words, written: false, single: words.length });
const SLOTS = [
  fact("anrede", "Frau", "Herr"),
  fact("bereich", "Lager", "Entwicklung"),
  fact("aufgabe", "die Ausgabe der Teile", "die Planung der Lieferungen", "die Entwicklung neuer Pumpen", "die Prüfung der Pläne"),
  fact("leistung", "gut", "sehr gut"),
  { ...fact("verb", "steuert", "begleitet"), written: true },
  { ...fact("lob", "Geduld", "Tatkraft", "Neugier"), written: true },
]; // prettier-ignore
const LN = Math.log;
const MODEL = {
  verb: { uses: [0], table: [[LN(0.5), LN(0.5)], [0, LN(3)], [LN(3), 0]] },
  lob: { uses: [0, 4], table: [[LN(0.2), LN(0.2), LN(0.6)], [LN(4), 0, 0], [0, LN(4), 0], [0, 0, 0], [0, 0, LN(2)]] },
}; // prettier-ignore
const PAIR = { owner: 1, part: 2, each: 2 };

const row = (...known) => [...known, ...SLOTS.slice(known.length).map(() => OPEN)];
const rounded = (shares) => shares.map((share) => Math.round(1000 * share) / 1000);
const match = (text, finished = true) => next_word.match(text, SLOTS, ["arbeitet im Lorenz", "und"], finished);

test("a chance follows from the words that stand before it, and from no open slot", () => {
  assert.deepEqual(rounded(next_word.chances(SLOTS, MODEL, row(), 4, 1)), [0.5, 0.5]);
  assert.deepEqual(rounded(next_word.chances(SLOTS, MODEL, row(0), 4, 1)), [0.25, 0.75]);
  assert.deepEqual(rounded(next_word.chances(SLOTS, MODEL, row(1), 4, 1)), [0.75, 0.25]);
  assert.deepEqual(rounded(next_word.chances(SLOTS, MODEL, row(0), 5, 1)), [0.5, 0.125, 0.375]);
  const after = row(0, OPEN, OPEN, OPEN, 1);
  assert.deepEqual(rounded(next_word.chances(SLOTS, MODEL, after, 5, 1)), [0.364, 0.091, 0.545]);
});

test("a lower temperature prefers the likely words, and 0 leaves the likeliest alone", () => {
  const scores = [LN(0.65), LN(0.35)];
  assert.deepEqual(rounded(next_word.softmax(scores, 1)), [0.65, 0.35]);
  assert.deepEqual(rounded(next_word.softmax(scores, 0.5)), [0.775, 0.225]);
  assert.deepEqual(next_word.softmax(scores, 0), [1, 0]);
  assert.deepEqual(next_word.softmax([2, 2], 0), [1, 0]);
});

test("a word is drawn by its chance", () => {
  const shares = [0.2, 0.3, 0.5];
  assert.deepEqual([0, 0.19, 0.2, 0.49, 0.5, 0.999].map((dice) => next_word.draw(shares, dice)), [0, 0, 1, 1, 2, 2]);
  assert.equal(next_word.draw([0.3, 0.3, 0.3], 0.95), 2); // sums of fractions do not reach 1 exactly
});

test("writing goes on where the text ends, and leaves what stands there", () => {
  assert.equal(next_word.next(SLOTS, row(0)), 4);
  assert.deepEqual(next_word.write(SLOTS, MODEL, row(0), 0, () => 0), [0, OPEN, OPEN, OPEN, 1, 2]);
  const begun = row(0, OPEN, OPEN, OPEN, 0);
  assert.deepEqual(next_word.write(SLOTS, MODEL, begun, 1, () => 0), [0, OPEN, OPEN, OPEN, 0, 0]);
  assert.equal(next_word.next(SLOTS, next_word.write(SLOTS, MODEL, row(), 1, () => 0.5)), -1);
});

test("keywords are found in any order and spelling, the longest first", () => {
  assert.deepEqual(match("frau, LAGER; sehr gut"), { row: row(0, 0, OPEN, 1), unknown: [], excluded: [] });
  assert.deepEqual(match("Gut: Herr Lorenz arbeitet im Lager").row, row(1, 0, OPEN, 0));
  assert.deepEqual(match("die Planung der Lieferungen").row, row(OPEN, OPEN, 1));
  assert.deepEqual(match("Geduld").row, row(OPEN, OPEN, OPEN, OPEN, OPEN, 0));
});

test("one word of a longer one is enough if it is in no other, and so is its beginning", () => {
  assert.deepEqual(match("Ausgabe").row, row(OPEN, OPEN, 0));
  assert.deepEqual(match("Liefer").row, row(OPEN, OPEN, 1));
  assert.deepEqual(match("Entwicklung").row, row(OPEN, 1));
  assert.deepEqual(match("Entwicklung neuer Pumpen").row, row(OPEN, 1, 2));
  assert.deepEqual(match("der die"), { row: row(), unknown: [], excluded: [] }); // in several words: means nothing, and is known
});

test("a word that was never read is named as it was typed, but not while somebody types it", () => {
  assert.deepEqual(match("Frau Kantine, gut").unknown, ["Kantine"]);
  assert.deepEqual(match("Frau und Kan", false).unknown, []);
  assert.deepEqual(match("Frau und Kan", true).unknown, ["Kan"]);
  assert.deepEqual(match("Frau Kantine g", false).unknown, ["Kantine"]);
  assert.deepEqual(match("Pum", true).unknown, ["Pum"]); // too short to be the beginning of something
});

test("words without umlauts, or with their dots written apart, are the same words", () => {
  for (const typed of ["Prüfung der Pläne", "PRUEFUNG DER PLAENE", "Pru\u0308fung der Pla\u0308ne"]) {
    assert.deepEqual(match(typed), { row: row(OPEN, OPEN, 3), unknown: [], excluded: [] }, typed);
  }
  assert.deepEqual(match("İzmir \ud800 Frau 😀"), { row: row(0), unknown: ["İzmir"], excluded: [] });
});

test("a word that nobody has read is named once", () => {
  assert.deepEqual(match("Kantine ".repeat(50)).unknown, ["Kantine"]);
});

test("of two words for one slot the first counts, and the other one is named", () => {
  assert.deepEqual(match("Frau Herr"), { row: row(0), unknown: [], excluded: ["Herr"] });
  assert.deepEqual(match("Herr Frau"), { row: row(1), unknown: [], excluded: ["Frau"] });
  assert.deepEqual(match("gut, sehr gut").excluded, ["sehr gut"]);
  assert.deepEqual(match("Frau, Lager, Frau").excluded, []);
  assert.deepEqual(match(""), { row: row(), unknown: [], excluded: [] });
});

test("a typed task brings its area, or gives way to another one", () => {
  const typed = [row(0, OPEN, 3), row(0, 1, 3), row(0, 0, 3), row(0)];
  assert.deepEqual(typed.map((one) => next_word.together(one, PAIR)), [OPEN, OPEN, 3, OPEN]); // prettier-ignore
  assert.deepEqual(typed, [row(0, 1, 3), row(0, 1, 3), row(0, 0, OPEN), row(0)]);
});

test("a task goes with its area", () => {
  assert.deepEqual(next_word.put(row(0, 0, 1), 1, 1, PAIR), row(0, 1, 3));
  assert.deepEqual(next_word.put(row(0, 0, 1), 1, OPEN, PAIR), row(0));
  assert.deepEqual(next_word.put(row(0, 0), 1, 1, PAIR), row(0, 1));
  assert.deepEqual(next_word.put(row(0, 0, 1), 2, 2, PAIR), row(0, 1, 2));
  assert.deepEqual(next_word.put(row(0, 0, 1), 2, OPEN, PAIR), row(0, 0));
  assert.deepEqual(next_word.put(row(0, 0, 1), 0, 1, PAIR), row(1, 0, 1));
});
