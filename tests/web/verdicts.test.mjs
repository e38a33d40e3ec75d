/** What the cards of an audit say: nothing before they turn, what was missed only to those who ask. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as verdicts from "../../fairki/ui/static/verdicts.js";

const of = (...all) => ({ name: all.join(), verdicts: all });
const SYSTEMS = [of("gefunden"), of("gefunden", "beanstandet", "uebersehen"), of("beanstandet"), of("uebersehen"), of("ruhe")];

test("what was missed and what was rightly left alone look the same until somebody asks", () => {
  const seen = SYSTEMS.map((system) => verdicts.marksOf(system, false));
  assert.deepEqual(seen, [["gefunden"], ["gefunden", "beanstandet"], ["beanstandet"], ["still"], ["still"]]);
  const solved = SYSTEMS.map((system) => verdicts.marksOf(system, true));
  assert.deepEqual(solved, SYSTEMS.map((system) => system.verdicts)); // prettier-ignore
});

test("the headline counts what the cards show", () => {
  assert.match(verdicts.sentenceOf(SYSTEMS, false, false), /^5 Systeme liegen verdeckt/);
  const turned = verdicts.sentenceOf(SYSTEMS, true, false);
  assert.match(turned, /^In 2 von 5 Systemen .* gefunden\. 2 hat er zu Unrecht beanstandet, bei 2 gibt es keinen Treffer/);
  assert.match(verdicts.sentenceOf(SYSTEMS, true, true), /^In 2 Systemen .*\. 1 hat der Kodex zu Recht/);
  assert.match(verdicts.sentenceOf([of("uebersehen")], true, true), /^In 1 System steckt/);
  assert.match(verdicts.sentenceOf([of("ruhe")], true, true), /^In keinem System steckt/);
});

test("every mark has a sign of its own", () => {
  const signs = Object.values(verdicts.SIGNS);
  assert.equal(new Set(signs).size, signs.length);
});
