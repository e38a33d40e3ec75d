/** How a learner gets from place to place on a page. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser } from "./stand_ins.mjs";

const moving = await import("../../fairki/web/moving.js");

beforeEach(browser);

/** @param {string} hash */
const asked = (hash) => {
  location.hash = hash;
  return moving.asked();
};

test("the address names a place, whatever its letters", () => {
  assert.equal(asked(""), "");
  assert.equal(asked("#%C3%9Cberschrift"), "Überschrift");
});

test("an address that is badly written names no place and stops no page", () => {
  for (const hash of ["#%", "#%E0%A4%A", "#%ff", "#a%2"]) assert.equal(asked(hash), "");
});
