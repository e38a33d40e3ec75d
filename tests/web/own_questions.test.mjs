/** Questions that a facilitator writes: what phones draw and send, what they tell afterwards, what the form makes. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, Element } from "./stand_ins.mjs";

browser();
const places = Object.fromEntries(["main", "line", "said"].map((id) => [id, new Element(id)]));
document.getElementById = (id) => places[id];
document.createElement = (tag) => new Element(tag);
const { lines } = await import("../../coursetools/workshop/pages/parts/phone_mine.js");
const { KINDS } = await import("../../coursetools/workshop/pages/parts/phone_own.js");
const { retype } = await import("../../coursetools/workshop/pages/parts/phone_page.js");
const { number } = await import("../../coursetools/workshop/pages/texts/asked_texts.js");
const { main } = places;

const OPTIONS = [{ id: "a1", label: "Kita" }, { id: "a2", label: "Wohngeld" }, { id: "a3", label: "Termine" }]; // prettier-ignore

beforeEach(() => (main.children = []));

test("the projector writes the ends of an estimate with a comma", () => {
  assert.equal(number(-0.5, 10.25, "kg"), "Schätzen Sie eine Zahl von −0,5 bis 10,25.");
});

test("one's own answer is told in the words of the question", () => {
  assert.deepEqual(lines({ options: OPTIONS }, ["a3", "a1"]), ["Termine", "Kita"]);
  assert.deepEqual(lines({ options: OPTIONS, ends: ["nie", "immer"] }, "2"), ["2 von 3"]);
  assert.deepEqual(lines({ low: 0, high: 9, unit: "Stück" }, 2.5), ["2,5\u00a0Stück"]);
  assert.deepEqual(lines({ longest: 280 }, "<b>ja</b>"), ["<b>ja</b>"]);
  assert.deepEqual(lines({ longest: 30, words: 2 }, ["fair", "offen"]), ["fair", "offen"]);
  const released = [{ id: "0a", text: "Wer haftet?", answered: false }];
  assert.deepEqual(lines({ released }, { asked: ["Und wir?"], up: ["0a", "ff"] }), ["Und wir?", "Wer haftet?"]);
  assert.deepEqual(lines({ cards: [{ id: "x" }, { id: "y" }] }, { x: "ja", y: "nein" }), ["Sie laden 1 von 2 ein."]);
  assert.deepEqual(lines({ anrede: 1 }, { verb: 3 }), []);
});

test("a tick in a round of questions counts at once, and a question that is sent keeps the ticks", () => {
  const votes = [];
  const asked = { question: "?", longest: 200, mostAsked: 2, released: [{ id: "0a", text: "Wer haftet?", answered: true }] };
  KINDS.qa(asked, { asked: ["Eins"], up: [] }, (vote) => votes.push(vote));
  const [box] = main.all("input");
  box.checked = true;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  assert.deepEqual(votes.at(-1), { asked: ["Eins"], up: ["0a"] });
  main.all("textarea")[0].value = "  Zwei ";
  main.all("form")[0].dispatchEvent(new Event("submit", { cancelable: true }));
  assert.deepEqual(votes.at(-1), { asked: ["Eins", "Zwei"], up: ["0a"] });
  assert.equal(main.all("textarea")[0].value, "");
  assert.equal(main.all("form")[0].hidden, true); // no more than two
});

test("a question that says nothing is not sent, and costs no tick", () => {
  const votes = [];
  const asked = { question: "?", longest: 200, mostAsked: 3, released: [{ id: "0a", text: "Wer haftet?", answered: false }] };
  KINDS.qa(asked, null, (vote) => votes.push(vote));
  for (const text of [" ", "???", "… (!)"]) {
    main.all("textarea")[0].value = text;
    main.all("form")[0].dispatchEvent(new Event("submit", { cancelable: true }));
  }
  assert.deepEqual(votes, []);
  const [box] = main.all("input");
  box.checked = true;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  assert.deepEqual(votes, [{ asked: [], up: ["0a"] }]);
});

test("a round of questions that is drawn anew gives the focus back to the box that had it", () => {
  KINDS.qa({ question: "?", longest: 200, mostAsked: 3, released: [{ id: "0a", text: "Wer haftet?", answered: false }] }, null, () => {});
  const focused = [];
  const [box] = main.all("input");
  box.focus = () => focused.push(box.id);
  places["auch-0a"] = box;
  retype({ texts: {}, focused: "auch-0a" });
  assert.deepEqual(focused, ["auch-0a"]);
});
