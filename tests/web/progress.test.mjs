/** The one rule for when a unit is done. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser } from "./stand_ins.mjs";

const UNIT = ["1", "Der Anfang", 10, { "01.schaetzung": 1, "01.a|01.b": 2 }];
const NOTHING = ["2", "Die Mitte", 10, {}];

browser();
const store = await import("../../fairki/web/store.js");
const progress = await import("../../fairki/ui/static/progress.js");
const progress_texts = await import("../../fairki/web/texts/progress_texts.js");

beforeEach(() => store.clear());

const state = (unit = UNIT) => progress.stateOf(store.read(), "01", unit);
const open = () => state().open.map(({ ask, missing }) => [ask, missing]);

test("a unit is done when each of its questions is answered, right or wrong", () => {
  assert.deepEqual(open(), [["01.schaetzung", 1], ["01.a|01.b", 2]]);
  assert.deepEqual([state().done, state().begun, state().missing], [false, false, 3]);
  store.set("01.schaetzung", 0);
  store.set("01.a", { frage0: 1 });
  assert.deepEqual(open(), [["01.a|01.b", 1]]);
  assert.deepEqual([state().done, state().begun, state().missing], [false, true, 1]);
  store.set("01.a", { frage0: 1, frage1: 0 });
  assert.deepEqual([state().done, state().missing, open()], [true, 0, []]);
});

test("one of several self-checks is enough, two halves are not", () => {
  store.set("01.schaetzung", 5);
  store.set("01.a", { frage0: 1 });
  store.set("01.b", { frage0: 1 });
  assert.equal(state().done, false);
  store.set("01.b", { frage0: 1, frage1: 1 });
  assert.equal(state().done, true);
});

test("what was left on purpose counts as open no more, is told apart, and is no answer", () => {
  progress.leave("01", "01.schaetzung");
  progress.leave("01", "01.a|01.b");
  progress.leave("01", "01.a|01.b");
  assert.deepEqual(state().skipped.map(({ ask }) => ask), ["01.schaetzung", "01.a|01.b"]);
  assert.deepEqual([state().done, state().begun, open()], [true, true, []]);
  assert.deepEqual(store.get("01.uebersprungen"), ["01.schaetzung", "01.a|01.b"]);
  assert.equal(progress.tellsWay("01.uebersprungen"), true);
  assert.equal(progress.tellsWay("01.schaetzung"), false);
  store.set("01.schaetzung", 5);
  assert.deepEqual(state().skipped.map(({ ask }) => ask), ["01.a|01.b"]);
});

test("a unit stays done once it was, also when a later version asks more; a damaged note of what was left is none", () => {
  store.set("01.schaetzung", 5);
  store.set("01.a", { frage0: 1, frage1: 0 });
  progress.settle("01", [UNIT, NOTHING]);
  assert.deepEqual(store.read().progress, { "01": { 1: true } });
  store.set("01.uebersprungen", "damaged");
  const more = ["1", "Der Anfang", 10, { ...UNIT[3], "01.neu": 1 }];
  assert.deepEqual([state(more).done, state(more).open], [true, []]);
});

test("a unit that asks nothing is done when the learner says so", () => {
  assert.deepEqual([state(NOTHING).done, state(NOTHING).asks], [false, false]);
  progress.settle("01", [NOTHING]);
  assert.equal(state(NOTHING).done, false);
  store.markDone("01", "2");
  assert.equal(state(NOTHING).done, true);
});

test("questions are counted in words", () => {
  assert.deepEqual([1, 3].map(progress_texts.questions), ["1 Frage", "3 Fragen"]);
});

test("of what one block asks, nothing is missing once it is answered or was left, also as one of several", () => {
  const missing = (key, needed) => progress.missingOf(store.read(), "01", key, needed);
  assert.deepEqual([missing("01.schaetzung", 1), missing("01.b", 2)], [1, 2]);
  store.set("01.schaetzung", 0);
  store.set("01.b", { frage0: 1 });
  assert.deepEqual([missing("01.schaetzung", 1), missing("01.b", 2)], [0, 1]);
  progress.leave("01", "01.a|01.b");
  assert.equal(missing("01.b", 2), 0);
});

test("the last step that was opened is kept for each unit, is no answer, and survives damage", () => {
  const last = (unit) => progress.lastStep(store.read(), "01", unit);
  assert.equal(last("1"), undefined);
  progress.keepStep("01", "1", "c1");
  progress.keepStep("01", "2", "c2");
  assert.deepEqual([last("1"), last("2")], ["c1", "c2"]);
  assert.equal(progress.tellsWay("01.schritte"), true);
  store.set("01.schritte", "damaged");
  progress.keepStep("01", "2", "c3");
  assert.deepEqual([store.get("01.schritte"), state().done], [{ 2: "c3" }, false]);
});
