/** The blanks of a rule: what is typed, what it means, what the sentence says; the same wherever rules are edited. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, Element } from "./stand_ins.mjs";

browser();
document.createElement = (tag) => new Element(tag);
const form = await import("../../fairki/web/pattern_form.js");

const DAYS = {
  name: "frist", kind: "number", label: "Frist", hint: "Ein Vorschlag.", default: 14,
  low: 1, high: 365, unit: ["Tag", "Tage"], forms: [[7, "eine Woche"]], phrase: "ganze {}",
}; // prettier-ignore
const WHEN = {
  name: "zeit", kind: "choice", label: "Zeitpunkt", hint: "Wann?", default: "vorher",
  options: [["vorher", "vor allem"], ["spaet", "am Ende"]],
}; // prettier-ignore
const PATTERN = {
  id: "probe", title: "Probe", hint: "Nur ein Versuch.",
  parts: [["Wir warten ", "frist"], [" und melden uns ", "zeit"], [".", null]],
  blanks: [DAYS, WHEN],
}; // prettier-ignore
const BARE = { ...PATTERN, hint: "", blanks: PATTERN.blanks.map((blank) => ({ ...blank, hint: "", default: null })) };
const NBSP = "\u00a0";
const WRONG = "Bitte eine ganze Zahl von 1 bis 365 eingeben.";

beforeEach(() => (Element.focused = null));

/** A drawn pattern: its parts by name, and how often it changed. */
function drawn(pattern, options = {}) {
  const heard = { changes: 0, enters: 0 };
  const made = form.form(pattern, { changed: () => (heard.changes += 1), entered: () => (heard.enters += 1), ...options });
  const page = new Element("main");
  page.append(made.sentence, ...made.nodes);
  const [days] = page.all("input").filter((input) => input.attributes.inputmode === "numeric");
  const [less, more] = page.all("button");
  const [problem] = page.all("p").filter(({ attributes }) => attributes.role === "alert");
  const [asks] = page.all("div").filter(({ attributes }) => attributes.role === "status");
  return { made, page, heard, days, less, more, problem, asks };
}

test("a whole number within its limits is a value, and anything else is explained", () => {
  assert.deepEqual(form.reading(DAYS, " 30 "), { value: 30, problem: "", asks: false });
  for (const typed of ["0", "366", "1,5", "viel", "½", "-3"]) {
    assert.deepEqual(form.reading(DAYS, typed), { value: null, problem: WRONG, asks: false });
  }
});

test("an empty blank is wrong only where none may be empty", () => {
  assert.deepEqual(form.reading(DAYS, " "), { value: null, problem: "", asks: false });
  assert.equal(form.reading(DAYS, "", true).problem, WRONG);
});

test("an ambiguous number is asked back, not guessed, also where one of its readings would fit", () => {
  const { value, problem, asks } = form.reading({ ...DAYS, high: 10000 }, "1.000");
  assert.deepEqual([value, asks], [null, true]);
  assert.match(problem, /1000 oder 1\?/);
});

test("limits above a thousand are written as people read them", () => {
  assert.equal(form.reading({ ...DAYS, high: 10000 }, "x").problem, "Bitte eine ganze Zahl von 1 bis 10.000 eingeben.");
});

test("only phrases that are offered are values", () => {
  assert.equal(form.reading(WHEN, "spaet").value, "spaet");
  assert.equal(form.reading(WHEN, "nie").value, null);
});

test("a step goes on from what is typed, else from the suggestion, else from the lowest, and stays within the limits", () => {
  assert.deepEqual(["20", "365", "viel", ""].map((typed) => form.stepped(DAYS, typed, 1)), [21, 365, 15, 15]);
  assert.equal(form.stepped(DAYS, "1", -1), 1);
  assert.equal(form.stepped({ ...DAYS, default: null }, "", 1), 1);
  assert.equal(form.stepped({ ...DAYS, high: 10000 }, "20", 1), 30);
});

test("a value reads as its own phrase, in the singular, in the plural, with a point for thousands", () => {
  const [, ...units] = [0, 1, 2, 7, 365].map((value) => form.words(DAYS, value));
  assert.deepEqual(units, [`ganze 1${NBSP}Tag`, `ganze 2${NBSP}Tage`, "eine Woche", `ganze 365${NBSP}Tage`]);
  assert.equal(form.words({ ...DAYS, unit: ["", ""], phrase: "{}" }, 1500), "1.500");
  assert.equal(form.words(WHEN, "spaet"), "am Ende");
});

test("the sentence says what is filled in, else what is suggested, else the name of the blank", () => {
  const said = (pattern, values) => form.pieces(pattern, values).map(({ text }) => text).join("");
  assert.equal(said(PATTERN, {}), `Wir warten ganze 14${NBSP}Tage und melden uns vor allem.`);
  assert.equal(said(BARE, { zeit: "spaet" }), "Wir warten [Frist] und melden uns am Ende.");
  assert.deepEqual(form.pieces(BARE, { frist: 7 }).filter(({ filled }) => filled), [{ text: "eine Woche", filled: true }]);
});

test("where nothing may be empty, the blanks begin with the suggestion and all of them are values", () => {
  const { made, page, days } = drawn(PATTERN, { required: true });
  assert.equal(days.value, "14");
  assert.deepEqual(made.values(), { frist: 14, zeit: "vorher" });
  assert.equal(page.all("select").length, 0);
  made.write({ frist: 30, zeit: "spaet" });
  assert.deepEqual(made.values(), { frist: 30, zeit: "spaet" });
  assert.deepEqual(page.all("input").filter(({ checked }) => checked).map(({ value }) => value), ["spaet"]);
});

test("where blanks may be empty, they begin so and only what is filled in counts", () => {
  const { made, page, days } = drawn(BARE);
  assert.deepEqual([days.value, made.values(), made.typed(), made.wrong()], ["", {}, {}, null]);
  const [when] = page.all("select");
  when.value = "spaet";
  when.dispatchEvent(new Event("change"));
  days.type("viel");
  assert.deepEqual(made.values(), { zeit: "spaet" });
  assert.deepEqual(made.typed(), { frist: "viel", zeit: "spaet" });
  made.write({ frist: "9" });
  assert.deepEqual(made.typed(), { frist: "9" });
});

test("the sentence follows each change", () => {
  const { made, days, heard } = drawn(PATTERN);
  days.type("2");
  assert.equal(made.sentence.textContent, `Wir warten ganze 2${NBSP}Tage und melden uns vor allem.`);
  assert.deepEqual(made.sentence.all("mark").map((mark) => mark.textContent), [`ganze 2${NBSP}Tage`, "vor allem"]);
  assert.equal(heard.changes, 1);
});

test("a wrong number is explained below its field; the sentence of a required one keeps what fitted last", () => {
  const { made, days, problem } = drawn(PATTERN, { required: true });
  days.type("30");
  days.type("366");
  assert.equal(problem.textContent, WRONG);
  assert.equal(days.attributes["aria-invalid"], "true");
  assert.deepEqual(made.values(), { zeit: "vorher" });
  assert.deepEqual(made.current(), { frist: 30, zeit: "vorher" });
  const wrong = made.wrong();
  assert.deepEqual([wrong.label, wrong.problem], ["Frist", WRONG]);
  wrong.focus();
  assert.equal(Element.focused, days);
  days.type("31");
  assert.deepEqual([problem.textContent, days.attributes["aria-invalid"], made.wrong()], ["", "false", null]);
});

test("arrow keys and buttons step, Enter tells", () => {
  const { days, less, more, heard, made } = drawn(PATTERN);
  days.press("ArrowUp");
  assert.equal(days.value, "15");
  days.press("ArrowDown");
  days.press("ArrowDown");
  assert.equal(days.value, "13");
  more.click();
  more.click();
  less.click();
  assert.deepEqual([days.value, made.values().frist, heard.changes], ["14", 14, 6]);
  days.press("Enter");
  days.press("a");
  assert.equal(heard.enters, 1);
});

test("an ambiguous number is asked about with both readings as buttons, and only once", () => {
  const { made, days, asks, problem } = drawn({ ...BARE, blanks: [{ ...DAYS, high: 10000 }, BARE.blanks[1]] });
  days.type("1.000");
  assert.match(asks.textContent, /1000 oder 1\?/);
  assert.deepEqual([problem.textContent, days.attributes["aria-invalid"]], ["", "true"]);
  asks.all("button")[0].click();
  assert.deepEqual([days.value, made.values(), asks.textContent, Element.focused], ["1000", { frist: 1000 }, "", days]);
});

test("fields have their own names, hints and ids, and say their unit", () => {
  const { page, days } = drawn(PATTERN, { prefix: "probe" });
  assert.equal(days.id, "probe-frist");
  assert.equal(days.attributes["aria-describedby"], "probe-frist-unit probe-frist-hint probe-frist-problem");
  assert.deepEqual(page.all("span").map((span) => span.textContent).filter(Boolean), ["Tage"]);
  const bare = drawn(BARE, { prefix: "x" });
  assert.equal(bare.days.attributes["aria-describedby"], "x-frist-unit x-frist-problem");
  assert.equal(bare.page.all("p").filter(({ attributes }) => attributes.class === "fk-hint").length, 0);
});
