import assert from "node:assert/strict";
import test from "node:test";
import * as agenda_plan from "../../coursetools/workshop/pages/parts/agenda_plan.js";

const AGENDA = { title: "Abend", minutes: 20, steps: [["ankommen", 5], ["pause", 5], ["pause-2", 10]] };

test("a draft knows when each step begins, when all ends, and what is wrong", () => {
  const draft = agenda_plan.of(AGENDA, "23:50");
  assert.deepEqual(draft.rows.map((row) => row.id), ["ankommen", "pause", "pause"]);
  const { times, total, end, planned, wrong } = agenda_plan.reckoned(draft);
  assert.deepEqual({ times, total, end, planned, wrong }, { times: ["23:50", "23:55", "0:00"], total: 20, end: "0:10", planned: 20, wrong: "" });
  for (const minutes of ["", "0", "1,5", "601", "x"]) assert.notEqual(agenda_plan.reckoned({ ...draft, rows: [{ id: "uns", minutes }] }).wrong, "");
  for (const begins of ["24:00", "9:60", "neun", ""]) assert.notEqual(agenda_plan.reckoned({ ...draft, begins }).wrong, "");
  for (const begins of ["9", "9.30", "09:30 Uhr"]) assert.equal(agenda_plan.reckoned({ ...draft, begins }).wrong, "");
});

test("what was asked in a room alone is no part of a draft", () => {
  const room = { title: "Abend", minutes: 20, steps: [{ id: "own-2", minutes: 3 }, { id: "ankommen", minutes: 11 }, { id: "zusagen", minutes: 6 }] }; // prettier-ignore
  const { rows, planned } = agenda_plan.of(room, "9:00");
  assert.deepEqual([rows, planned], [[{ id: "ankommen", minutes: "11" }], "11"]);
});

test("a step moves one place, and not beyond the ends", () => {
  const rows = agenda_plan.of(AGENDA, "9:00").rows;
  assert.equal(agenda_plan.moved(rows, 0, -1), false);
  assert.equal(agenda_plan.moved(rows, 2, 1), false);
  assert.equal(agenda_plan.moved(rows, 0, 1), true);
  assert.deepEqual(rows.map((row) => row.id), ["pause", "ankommen", "pause"]);
});

test("the file escapes what somebody typed, and its name can be typed on every machine", () => {
  const file = agenda_plan.file('Der "große" Tag \\ \x7f', 5, [["ankommen", 5]]);
  assert.ok(file.includes('titel = "Der \\"große\\" Tag \\\\ \\u007f"\nminuten = 5\n'));
  assert.ok(file.endsWith('\n[[schritte]]\nschritt = "ankommen"\nminuten = 5\n'));
  assert.equal(agenda_plan.slug("20 Minuten: Größe & Maß!"), "20-minuten-groesse-mass");
  assert.equal(agenda_plan.slug("???"), "ablauf");
});
