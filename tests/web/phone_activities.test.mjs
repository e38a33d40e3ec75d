/** Activities on a phone: what is drawn of what the workshop asks, and what is sent. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, Element } from "./stand_ins.mjs";

browser();
const places = Object.fromEntries(["main", "line", "said"].map((id) => [id, new Element(id)]));
document.getElementById = (id) => places[id];
document.createElement = (tag) => new Element(tag);
const { KINDS } = await import("../../coursetools/workshop/pages/parts/phone_activities.js");

const SENTENCE = {
  question: "Was passt?",
  facts: [["Termine", "pünktlich"], ["Wunsch", "mehr"]],
  blanks: [
    { id: "verb", options: [{ id: 0, label: "steuert" }, { id: 3, label: "begleitet" }] },
    { id: "lob", options: [{ id: 0, label: "Tatkraft" }, { id: 4, label: "Sorgfalt" }] },
  ],
  anrede: 1,
  sentence: [{ text: "Herr Kim " }, { blank: "verb" }, { text: " viel. Wir schätzen seine " }, { blank: "lob" }, { text: "." }],
}; // prettier-ignore
const CASE = {
  question: "Darf das hinein?", about: ["Torcode", "Sie haben: den Code.", "Sie möchten: eine Anleitung."],
  options: [{ id: "frei", label: "frei" }, { id: "nie", label: "nie" }], most: 1,
}; // prettier-ignore
const { main, said } = places;

/** An activity as somebody finds it who gave this answer before. */
function drawn(kind, asked, value = null) {
  const votes = [];
  main.children = [];
  said.textContent = "";
  KINDS[kind](asked, value, (vote) => votes.push(vote));
  const boxes = main.all("input");
  const tick = (name, at) => {
    const box = boxes.filter(({ attributes }) => attributes.name === name)[at];
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const send = () => main.all("form")[0].dispatchEvent(new Event("submit", { cancelable: true }));
  const text = () => main.all("p").find(({ attributes }) => attributes.class === "fk-sentence")?.textContent;
  return { votes, boxes, tick, send, text };
}

beforeEach(() => (main.children = []));

test("the sentence grows with each word that is picked", () => {
  const { tick, text } = drawn("sentence", SENTENCE);
  assert.equal(text(), "Herr Kim … viel. Wir schätzen seine ….");
  tick("verb", 1);
  assert.equal(text(), "Herr Kim begleitet viel. Wir schätzen seine ….");
  tick("lob", 0);
  tick("verb", 0);
  assert.equal(text(), "Herr Kim steuert viel. Wir schätzen seine Tatkraft.");
});

test("a vote is sent once every blank has a word, as numbers and with the Anrede that was shown", () => {
  const { tick, send, votes } = drawn("sentence", SENTENCE);
  tick("lob", 1);
  send();
  assert.deepEqual(votes, []);
  assert.match(said.textContent, /jede Lücke/);
  tick("verb", 0);
  send();
  assert.deepEqual(votes, [{ anrede: 1, verb: 0, lob: 4 }]);
});

test("whoever comes back finds the words that were sent, and the facts", () => {
  const { boxes, text, send, votes } = drawn("sentence", SENTENCE, { anrede: 1, verb: 0, lob: 4 });
  assert.deepEqual(boxes.map((box) => Boolean(box.checked)), [true, false, false, true]);
  assert.equal(text(), "Herr Kim steuert viel. Wir schätzen seine Sorgfalt.");
  assert.deepEqual(main.all("dt").map((name) => name.textContent), ["Termine", "Wunsch"]);
  send();
  assert.deepEqual(votes, [{ anrede: 1, verb: 0, lob: 4 }]);
});

test("a case is told before it is asked about", () => {
  const { tick, send, votes } = drawn("data_cases", CASE);
  assert.deepEqual(main.all("h2").map((one) => one.textContent), ["Torcode"]);
  assert.match(main.textContent, /^TorcodeSie haben: den Code\.Sie möchten: eine Anleitung\.Darf das hinein\?/);
  tick("wahl", 1);
  send();
  assert.deepEqual(votes, ["nie"]);
});
