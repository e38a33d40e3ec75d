/** What the cards of an audit say: nothing before they turn, where something was missed only to those who ask. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as verdicts from "../../fairki/ui/static/verdicts.js";

const verdict = (found, accused, missed) => ({ found, accused, missed });
const known = (...told) => ({ verdict: verdict(...told), first: null, cells: [{ answer: "nein" }] });
const open = (...answers) => ({ verdict: null, first: null, cells: answers.map((answer) => ({ answer })) });
const FOUND = known(["a"], [], []);
const MIXED = known(["a", "b"], ["Energie"], ["c"]);
const ACCUSED = known([], ["Energie", "Einspruch"], []);
const MISSED = known([], [], ["a", "b"]);
const SOUND = known([], [], []);
const ALL = [FOUND, MIXED, ACCUSED, MISSED, SOUND];
const said = (system, asked) => verdicts.marksOf(system, asked).map(({ mark, count }) => `${mark} ${count}`);
const run = (...systems) => systems.map((system) => system.verdict);

test("a system with something missed looks as if there were nothing until somebody asks", () => {
  assert.deepEqual(said(MISSED, false), said(SOUND, false));
  assert.deepEqual(said(MISSED, false), ["still 1"]);
  assert.deepEqual(said(MISSED, true), ["missed 2"]);
  assert.deepEqual(said(SOUND, true), ["alone 1"]);
  assert.deepEqual(said(MIXED, false), ["found 2", "accused 1"]);
  assert.deepEqual(said(MIXED, true), ["found 2", "accused 1", "missed 1"]);
  assert.deepEqual(said(ACCUSED, true), ["accused 1"]);
});

test("where nobody knows the truth a card counts what its rules say", () => {
  assert.deepEqual(said(open("ja", "offen", "nein", "offen", ""), false), ["nein 1", "offen 2", "ja 1"]);
  assert.deepEqual(said(open("", ""), true), ["rests 1"]);
});

test("cards lie face down as long as nothing was audited", () => {
  assert.equal(verdicts.isCovered([open(), open()]), true);
  assert.equal(verdicts.isCovered([{ ...SOUND, cells: [] }]), false, "a Kodex without a rule was audited, too");
  assert.equal(verdicts.isCovered([open("offen")]), false);
});

test("faults are counted where they are found or missed, systems where they are accused or left alone", () => {
  assert.deepEqual(verdicts.counted(run(...ALL)), { found: 3, missed: 3, accused: 2, alone: 1 });
  assert.deepEqual(verdicts.counted([null]), { found: 0, missed: 0, accused: 0, alone: 0 });
  assert.equal(verdicts.hiddenIn(ALL), 2);
});

test("the headline counts one audit and the line below compares it with the one before", () => {
  const lax = run(known([], [], ["a", "b"]), SOUND);
  const strict = run(known(["a"], [], ["b"]), ACCUSED);
  assert.deepEqual(verdicts.sentencesOf([lax]), ["Der Kodex findet 0 von 2 Fehlern. Kein System beanstandet er zu Unrecht.", ""]);
  const [headline, line] = verdicts.sentencesOf([lax, strict]);
  assert.equal(headline, "Der Kodex findet 1 von 2 Fehlern. Ein System beanstandet er zu Unrecht.");
  assert.match(line, /1 Fehler mehr gefunden, 1 System mehr zu Unrecht beanstandet\. 1 Fehler fand bisher keine/);
  assert.match(verdicts.sentencesOf([strict, lax])[1], /1 Fehler weniger gefunden, 1 System weniger/);
  const all = run(known(["b"], [], ["a"]), SOUND);
  assert.equal(verdicts.sentencesOf([strict, all])[1], "Im Vergleich zur Prüfung davor: gleich viele Fehler gefunden, 1 System weniger zu Unrecht beanstandet.");
});

test("an audit with the same result is no other audit, and of many the first and the last stay", () => {
  const first = run(FOUND);
  assert.equal(verdicts.withRun([first], run(known(["a"], [], []))).length, 1);
  assert.equal(verdicts.withRun([first], run(MISSED)).length, 2);
  assert.deepEqual(verdicts.trailOf([1, 2, 3]), [1, 2, 3]);
  assert.deepEqual(verdicts.trailOf([1, 2, 3, 4, 5]), [1, null, 4, 5]);
});

test("what may stand on one card has signs that differ", () => {
  for (const marks of [["found", "missed", "accused", "alone", "still"], ["ja", "nein", "offen", "rests"]]) {
    assert.equal(new Set(marks.map((mark) => verdicts.SIGNS[mark])).size, marks.length);
  }
});
