/** What the browser keeps is never lost: not to another version, damage, a full browser or a second tab. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, forbidden, Storage } from "./stand_ins.mjs";

const ANSWERS = Object.fromEntries(Array.from({ length: 87 }, (_, at) => [`01.notiz${at}`, `Antwort ${at}`]));
const WHOLE = { version: 2, answers: ANSWERS, progress: { "01": { 1: true } }, last: null };
const EMPTY = { version: 2, answers: {}, progress: {}, last: null };
const text = (changes = {}) => JSON.stringify({ ...WHOLE, ...changes });
const NEWER = text({ version: 3 });
const CUT_OFF = text().slice(0, -40);
const ODD_KEY = text({ answers: { ...ANSWERS, "<b>": "seltsam" } });
const ODD_UNIT = text({ progress: { "01": { 1: true }, "02": 7 } });
const UNREADABLE = {
  newer: [NEWER, "newer"],
  "cut off": [CUT_OFF, "damaged"],
  foreign: [JSON.stringify({ notizen: ANSWERS }), "damaged"],
  "a word": ['"hallo"', "damaged"],
  empty: ["", "damaged"],
};
const PARTLY = { "odd key": ODD_KEY, "odd unit": ODD_UNIT };

let page, store, heard;

/** A page: blocks on it carry copies of the store. */
const copy = () => import(`../../fairki/web/store.js?${Math.random()}`);

async function open() {
  const { localStorage } = globalThis;
  page = browser();
  if (localStorage instanceof Storage) page.localStorage = globalThis.localStorage = localStorage;
  store = await copy();
  heard = [];
  page.window.addEventListener("fairki-store", ({ detail }) => heard.push(detail.key));
}

beforeEach(async () => {
  globalThis.localStorage = undefined;
  await open();
});

const kept = () => JSON.parse(localStorage.fairki);
const put = (text) => localStorage.setItem("fairki", text);
const asideTexts = () => store.aside().map((one) => one.text);

test("answers, finished units and the last place are kept and read back after a reload", async () => {
  assert.deepEqual(store.read(), EMPTY);
  store.set("01.karten", { k0: "ja" });
  store.markDone("01", "1");
  store.markDone("01", "2");
  store.setLast("01", "2");
  await open();
  assert.deepEqual(store.read(), {
    version: 2,
    answers: { "01.karten": { k0: "ja" } },
    progress: { "01": { 1: true, 2: true } },
    last: { module: "01", unit: "2" },
  });
  assert.deepEqual(store.get("01.karten"), { k0: "ja" });
  assert.equal(store.get("01.anderes"), null);
});

test("every change is told once, with the key of an answer; what changes nothing is not told", () => {
  store.set("a", 1);
  store.set("a", 1);
  store.set("a", null);
  store.set("a", undefined);
  store.markDone("01", "1");
  store.markDone("01", "1");
  store.setLast("01", "1");
  store.setLast("01", "1");
  assert.deepEqual(heard, ["a", "a", null, null]);
  assert.deepEqual(kept().answers, {});
});

test("what is read is a copy", () => {
  store.set("a", { b: 1 });
  store.read().answers.a.b = 2;
  assert.deepEqual(store.get("a"), { b: 1 });
});

test("the copies of the blocks on one page agree, and another tab is heard once", async () => {
  const other = await copy();
  other.set("a", 1);
  assert.equal(store.get("a"), 1);
  heard.length = 0;
  for (const key of ["fairki", null, "workshop"]) page.window.dispatchEvent(Object.assign(new Event("storage"), { key }));
  assert.deepEqual(heard, [null, null]);
});

/* ---- what was kept cannot be read ---- */

for (const [name, [old, trouble]] of Object.entries(UNREADABLE)) {
  test(`a state that cannot be read (${name}) is set aside before the first answer takes its place`, () => {
    put(old);
    assert.deepEqual(store.read(), EMPTY);
    assert.equal(localStorage.fairki, old); // to look at it replaces nothing
    store.setLast("01", "1");
    assert.equal(localStorage.fairki, old); // nor does walking about
    store.set("01.notiz1", "Neu");
    assert.deepEqual(kept().answers, { "01.notiz1": "Neu" });
    assert.deepEqual(store.aside().map((one) => [one.text, one.trouble]), [[old, trouble]]);
  });
}

for (const [name, old] of Object.entries(PARTLY)) {
  test(`of a state with one ${name} all others stay, and the whole is set aside`, () => {
    put(old);
    assert.equal(store.get("01.notiz1"), "Antwort 1");
    store.set("01.notiz1", "Neu");
    assert.deepEqual(kept(), { ...WHOLE, answers: { ...ANSWERS, "01.notiz1": "Neu" } });
    assert.deepEqual(store.aside().map((one) => [one.text, one.trouble]), [[old, "partly"]]);
  });
}

test("the old state is told of until the learner knows of it; the next one is told of again", async () => {
  put(NEWER);
  const { name, text: old, trouble, day } = store.unseen();
  assert.deepEqual([old, trouble], [NEWER, "newer"]);
  assert.match(day, /^\d{4}-\d\d-\d\d$/);
  store.set("a", 1);
  await open();
  assert.equal(store.unseen().name, name);
  store.seen(name);
  assert.equal(store.unseen(), null);
  await open();
  assert.equal(store.unseen(), null);
  await new Promise((later) => setTimeout(later, 2)); // names are times
  put(CUT_OFF);
  assert.equal(store.unseen().text, CUT_OFF);
});

test("the same text is set aside once, and can be deleted alone", () => {
  put(CUT_OFF);
  assert.equal(store.setAside(), true);
  assert.equal(store.setAside(), true);
  assert.deepEqual(asideTexts(), [CUT_OFF]);
  store.deleteAside(store.aside()[0].name);
  assert.deepEqual(store.aside(), []);
});

test("to delete everything deletes what lies aside as well, and nothing of others", () => {
  put(CUT_OFF);
  store.seen(store.unseen().name);
  localStorage.setItem("anderes", "bleibt");
  store.clear();
  assert.deepEqual({ ...localStorage }, { anderes: "bleibt" });
  assert.deepEqual(store.read(), EMPTY);
});

/* ---- files ---- */

test("a file takes everything along, and brings it back over whatever is there", () => {
  put(text());
  const file = store.exportText();
  store.set("02.notiz", "später");
  store.importText(file);
  assert.deepEqual(kept(), WHOLE);
  put(CUT_OFF);
  store.importText(file);
  assert.deepEqual(kept(), WHOLE);
  assert.deepEqual(asideTexts(), [CUT_OFF]);
});

for (const [name, file, trouble] of [
  ["of a newer version", NEWER, "newer"],
  ["that is newer and has another form", '{"version": 3}', "newer"],
  ["that is damaged", CUT_OFF, "unreadable"],
  ["that is empty", "", "unreadable"],
  ["with an odd key", ODD_KEY, "unreadable"],
  ["with a key that means something else", '{"version": 2, "answers": {"__proto__": 1}, "progress": {}}', "unreadable"],
  ["with an odd unit", ODD_UNIT, "unreadable"],
  ["with a list of answers", text({ answers: [] }), "unreadable"],
  ["that is foreign", "[]", "unreadable"],
  ["that is a notebook", '{"cells": [], "nbformat": 4}', "unreadable"],
  ["that is huge", text({ answers: { a: "x".repeat(2_000_000) } }), "unreadable"],
]) {
  test(`a file ${name} changes nothing and says so`, () => {
    store.set("a", 1);
    const before = localStorage.fairki;
    assert.throws(() => store.parse(file), { trouble });
    assert.throws(() => store.importText(file), { trouble });
    assert.equal(localStorage.fairki, before);
  });
}

test("of a file only what is known comes in", () => {
  store.importText(JSON.stringify({ ...WHOLE, last: { module: "01" }, progress: { "01": { 1: true, 2: "fast" } }, fremd: 1 }));
  assert.deepEqual(kept(), WHOLE);
});

/* ---- a full browser, a browser that keeps nothing, a second tab ---- */

test("what a full browser refuses waits on the page and is kept as soon as there is room", async () => {
  put(text());
  Storage.room = 100;
  store.set("01.notiz1", "Neu");
  assert.equal(store.waiting(), true);
  assert.equal(store.lasting(), false);
  assert.deepEqual(kept(), WHOLE);
  assert.equal((await copy()).get("01.notiz1"), "Neu"); // all blocks of the page see it
  assert.equal(JSON.parse(store.exportText()).answers["01.notiz1"], "Neu");
  Storage.room = Infinity;
  put(text({ answers: { ...ANSWERS, "02.notiz": "aus dem anderen Fenster" } })); // what another tab keeps meanwhile stays
  store.set("01.regler", 7);
  assert.deepEqual(kept().answers, { ...ANSWERS, "02.notiz": "aus dem anderen Fenster", "01.notiz1": "Neu", "01.regler": 7 });
  assert.equal(store.waiting(), false);
  assert.equal(store.lasting(), true);
});

for (const [name, old] of [["newer", NEWER], ["odd key", ODD_KEY]]) {
  test(`without room to set the old state (${name}) aside it is not replaced`, () => {
    put(old);
    Storage.room = 100;
    store.set("01.notiz1", "Neu");
    assert.equal(localStorage.fairki, old);
    assert.equal(store.get("01.notiz1"), "Neu");
    assert.equal(store.setAside(), false);
    assert.deepEqual([store.unseen().name, store.unseen().text], [null, old]);
  });
}

test("in a browser that keeps nothing the page goes on by itself", () => {
  Object.defineProperty(globalThis, "localStorage", { value: forbidden, configurable: true, writable: true });
  assert.deepEqual(store.read(), EMPTY);
  store.set("a", 1);
  assert.equal(store.get("a"), 1);
  assert.equal(store.lasting(), false);
  assert.equal(store.waiting(), true);
  assert.deepEqual(store.aside(), []);
  assert.equal(store.unseen(), null);
  store.seen("x");
  store.clear();
  assert.equal(store.get("a"), null);
});

test("a newer version in another tab takes no answers from this page and loses none", () => {
  put(text());
  assert.equal(store.get("01.notiz1"), "Antwort 1");
  put(NEWER);
  assert.equal(store.get("01.notiz1"), "Antwort 1");
  assert.equal(localStorage.fairki, NEWER);
  store.set("01.notiz1", "Neu");
  assert.deepEqual(kept().answers, { ...ANSWERS, "01.notiz1": "Neu" });
  assert.deepEqual(asideTexts(), [NEWER]);
});

test("two packages at one address do not see each other's answers, nor what was set aside", async () => {
  const named = async (content) => {
    document.querySelector = () => ({ getAttribute: () => content });
    globalThis.fairkiShared = undefined;
    return copy();
  };
  const one = await named("fairki.paket.kurs");
  one.set("01.a", 1);
  localStorage["fairki.paket.kurs"] = CUT_OFF;
  one.set("01.a", 2);
  assert.equal(one.aside().length, 1);
  const other = await named("fairki.paket.01");
  assert.deepEqual(other.read(), EMPTY);
  assert.deepEqual(other.aside(), []);
  other.clear();
  assert.equal((await named("fairki.paket.kurs")).get("01.a"), 2);
});
