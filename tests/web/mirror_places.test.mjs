/** Where marks stand in the mirror. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { frame, perRow, piles, swarm, tallest } from "../../fairki/ui/static/mirror_places.js";

const sizes = [
  { n: 90, small: false },
  { n: 108, small: false },
  { n: 2, small: true },
];
const members = sizes.flatMap(({ n }, group) => Array(n).fill(group));

test("the height of a pile is the rate of its group", () => {
  const invited = members.map((group, at) => (group === 0 ? at < 45 : group === 1 ? at < 90 + 54 : false));
  const places = piles(sizes, members, invited, members.map(() => false));
  const top = (group) => Math.max(...places.filter((_, at) => members[at] === group && invited[at]).map(({ level }) => level));
  const half = (n) => (10 * perRow(n)) / n / 2;
  assert.equal((top(0) + half(90)).toFixed(6), "5.000000"); // half of the women: half of ten levels
  assert.ok(Math.abs(top(1) + half(108) - 5) < 0.1);
  assert.ok(places.every(({ column }, at) => column < perRow(sizes[members[at]].n)));
});

test("no two marks share a place", () => {
  const invited = members.map((_, at) => at % 3 === 0);
  const suitable = members.map((_, at) => at % 4 === 0);
  const places = piles(sizes, members, invited, suitable).map(({ column, level }, at) => `${members[at]} ${invited[at]} ${column} ${level}`);
  assert.equal(new Set(places).size, 200);
});

test("of those refused the suitable ones lie at the bottom", () => {
  const suitable = members.map((_, at) => at >= 80 && at < 90);
  const places = piles(sizes, members, members.map(() => false), suitable);
  const lowest = places.map(({ level }, at) => ({ level, at })).filter(({ at }) => members[at] === 0);
  assert.deepEqual(new Set(lowest.sort((one, other) => one.level - other.level).slice(0, 9).map(({ at }) => suitable[at])), new Set([true]));
});

test("a group too small for a rate stands one above the other", () => {
  const places = piles(sizes, members, members.map(() => true), members.map(() => true));
  assert.deepEqual(places.slice(-2), [{ column: 0, level: 0.5 }, { column: 0, level: 1.5 }]);
});

for (const [width, margin] of [[250, 0], [296, 0], [680, 116]])
  test(`piles fit side by side in ${width} pixels`, () => {
    for (const groups of [sizes, [{ n: 200, small: false }], [70, 50, 40, 20, 12, 5, 3].map((n) => ({ n, small: n < 4 }))]) {
      const { pitch, left } = frame(width, margin, groups);
      assert.ok(left[0] >= margin);
      groups.forEach(({ n }, at) => assert.ok(left[at] + perRow(n) * pitch <= (left[at + 1] ?? width) + 0.01, `${width}: ${at}`));
    }
  });

test("names stand under the piles where there is room", () => {
  assert.deepEqual([frame(680, 116, sizes).named, frame(296, 0, sizes).named], [true, false]);
  assert.ok(frame(296, 0, sizes).counted);
});

test("marks of a swarm that would cover each other move up and down in turn", () => {
  const places = swarm([10, 11, 9, 30], 10);
  assert.deepEqual(places.map(({ x }) => x), [10, 10, 10, 30]);
  assert.deepEqual(places.map(({ side }) => side), [0, -1, 1, 0]);
  assert.equal(tallest(places), 3);
  assert.equal(tallest([]), 0);
});
