/** A file on its way to Python: whoever chooses another one meanwhile sends that one, whole and once. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { browser, Element } from "./stand_ins.mjs";

browser();
document.createElement = (tag) => new Element(tag);
const { default: block } = await import("../../fairki/ui/static/data_file.js");

const PART = 4;
let model, input, drawn;

const settled = () => new Promise((resolve) => setTimeout(resolve));
const file = (name, text) => Object.assign(new Blob([text]), { name });

/** What was sent of a kind, as text. */
const parts = async () => Promise.all(model.sent.filter(({ type }) => type === "part").map(({ part }) => new Response(part).text()));

function choose(chosen) {
  input.files = [chosen];
  input.dispatchEvent(new Event("change"));
  return model.sent.at(-1);
}

beforeEach(() => {
  const traits = { visible: true, label: "Datei", hint: "", endings: [".csv"], largest: 99, part: PART, key: "" };
  model = {
    sent: [],
    heard: {},
    get: (name) => traits[name],
    on: (event, react) => (model.heard[event] = react),
    off: () => {},
    send: (content, _callbacks, [part] = []) => model.sent.push({ ...content, part }),
    say: (content) => model.heard["msg:custom"](content),
  };
  const el = { dataset: {}, classList: { add: () => {} }, replaceChildren: (root) => (drawn = root) };
  block.render({ model, el });
  [input] = drawn.all("input");
});

test("a file goes part by part, each when Python has the one before", async () => {
  const { number } = choose(file("a.csv", "abcdefghij"));
  for (const arrived of [["abcd"], ["abcd", "efgh"], ["abcd", "efgh", "ij"]]) {
    model.say({ type: "go", number });
    await settled();
    assert.deepEqual(await parts(), arrived);
  }
  assert.deepEqual(model.sent.slice(1).map(({ last }) => last), [false, false, true]); // prettier-ignore
});

test("an answer about the file before neither doubles a part of the next one nor ends it", async () => {
  const first = choose(file("a.csv", "abcdefghij")).number;
  const second = choose(file("b.csv", "klmnopqrst")).number;
  model.say({ type: "go", number: first });
  model.say({ type: "go", number: second });
  await settled();
  model.say({ type: "done", number: first, text: "a.csv gelesen" });
  model.say({ type: "go", number: second });
  await settled();
  assert.deepEqual(await parts(), ["klmn", "opqr"]);
});
