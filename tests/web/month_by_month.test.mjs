/** A year of operation without a page: states of months, the log as it grows, places of values, plans that ran. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as month_by_month from "../../fairki/ui/static/month_by_month.js";

const { entries, remember, scale, stateOf } = month_by_month;
const look = (month, alarm = false, right = false) => ({ month, alarm, right, values: [[1, 0, 2]], beyond: [alarm] });
const line = (first, last, done, after = "") => ({ first, last, seen: "x", done, after });
const YEAR = {
  looks: [look(3), look(6, true), look(9, true, true)],
  end: 9,
  log: [line(1, 2, "-"), line(3, 3, "ruhig"), line(4, 5, "-"), line(6, 6, "Alarm.", "Falsch."), line(7, 8, "-"), line(9, 9, "Alarm.", "Richtig.")],
}; // prettier-ignore

test("a month that has not come is ahead, and one without a look is unseen", () => {
  assert.deepEqual([1, 2, 3, 4].map((month) => stateOf(YEAR, month, 3)), ["unseen", "unseen", "quiet", "ahead"]);
});

test("whether an alarm was right shows only once the year is over", () => {
  assert.deepEqual([6, 9].map((month) => stateOf(YEAR, month, 8)), ["alarm", "ahead"]);
  assert.deepEqual([6, 9].map((month) => stateOf(YEAR, month, 9)), ["false", "right"]);
});

test("the log grows with the months and says at the end what an alarm was", () => {
  assert.deepEqual(entries(YEAR, 0), []);
  assert.deepEqual(entries(YEAR, 1).map(({ first, last }) => [first, last]), [[1, 1]]);
  assert.deepEqual(entries(YEAR, 7).map(({ first, last, done }) => `${first}-${last} ${done}`).slice(2), ["4-5 -", "6-6 Alarm.", "7-7 -"]);
  assert.deepEqual(entries(YEAR, 9).map(({ done }) => done), ["-", "ruhig", "-", "Alarm. Falsch.", "-", "Alarm. Richtig."]);
}); // prettier-ignore

test("a value beyond the picture stands at its edge, whichever way it runs", () => {
  const [right, up] = [scale([-10, 10], 0, 100), scale([0, 50], 60, 10)];
  assert.deepEqual([-40, -10, 0, 10, 99].map(right), [0, 0, 50, 100, 100]);
  assert.deepEqual([0, 25, 80].map(up), [60, 35, 10]);
});

test("the last two different plans are remembered, the newest last", () => {
  assert.deepEqual(remember([], [6, 15]), [[6, 15]]);
  assert.deepEqual(remember([[6, 15]], [6, 15]), [[6, 15]]);
  assert.deepEqual(remember([[6, 15], [3, 15]], [1, 9]), [[3, 15], [1, 9]]); // prettier-ignore
});
