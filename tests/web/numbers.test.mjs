/** The browser reads typed numbers like Python: one table of cases tests both. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as numbers from "../../fairki/web/numbers.js";

const CASES = JSON.parse(readFileSync(new URL("../cases/typed_numbers.json", import.meta.url), "utf-8"));

/** A field with what somebody typed, and what is shown below it. */
class Field extends EventTarget {
  value = "";
  focused = false;
  focus() {
    this.focused = true;
  }
  type(text) {
    this.value = text;
    this.dispatchEvent(new Event("input"));
  }
}

for (const { typed, readings } of CASES) {
  test(`„${typed}“ means ${JSON.stringify(readings)}`, () => assert.deepEqual(numbers.readings(typed), readings));
}

test("the table asks for all kinds of answers", () => {
  assert.deepEqual(new Set(CASES.map(({ readings }) => readings.length)), new Set([0, 1, 2]));
});

test("a number that is spelt is read as itself and nothing else", () => {
  for (const value of [0, 1, 1000, 1.5, 1.234, -1.234, 12.345, 1e6, 0.0001, -7]) {
    assert.deepEqual(numbers.readings(numbers.spelling(value)), [value]);
  }
  assert.deepEqual([1000, 1.5, 1.234, -2].map(numbers.spelling), ["1000", "1,5", "1,2340", "\u22122"]);
});

test("an ambiguous number is asked about as in Python", () => {
  const ambiguous = CASES.filter(({ readings }) => readings.length > 1);
  assert.deepEqual(ambiguous.map(({ typed }) => numbers.which(typed)), ambiguous.map(({ asks }) => asks));
});

test("a field asks back while somebody types, until one of the readings is taken", () => {
  const [field, heard, shown] = [new Field(), [], []];
  const look = numbers.askBack(field, (question, choices) => shown.push([question, choices]));
  for (const name of ["input", "change"]) field.addEventListener(name, ({ type, bubbles }) => heard.push([type, bubbles]));
  field.type("1.000");
  const [question, choices] = shown.at(-1);
  assert.match(question, /ist nicht eindeutig/);
  assert.deepEqual(choices.map(([text]) => text), ["1000", "1"]);
  assert.equal(look(), true);
  heard.length = 0;
  choices[1][1]();
  assert.equal(field.value, "1");
  assert.equal(field.focused, true);
  assert.deepEqual(heard, [["input", true], ["change", true]]);
  assert.deepEqual(shown.at(-1), ["", []]);
  assert.equal(look(), false);
});
