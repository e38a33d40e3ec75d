/** Traits here and in Python: what goes when, together with what, and what is newer. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Models } from "../../fairki/web/model.js";

/** A transport whose other half is done when the test says so. Any other way to Python is used in the same way. */
class Line {
  state = "open";
  sent = [];
  send(comm, data, buffers) {
    return new Promise((done) => this.sent.push({ comm, data, buffers, done }));
  }
}

let line, models, page, order;
const settle = () => new Promise((later) => setImmediate(later));

async function answer(at = line.sent.length - 1) {
  line.sent[at].done();
  await settle();
}

beforeEach(() => {
  line = new Line();
  order = [];
  page = { busy: 0, idle: 0, settled: 0 };
  models = new Models(line, {
    order: () => order.map((id) => models.all.get(id)),
    busy: () => (page.busy += 1),
    idle: () => (page.idle += 1),
    settled: () => (page.settled += 1),
    address: (text, type) => `${type}:${text}`,
  });
  for (const id of "abc") models.add(id, { esm: "/a.js", state: { value: null, list: [1] } });
});

const face = (id) => models.all.get(id).face();

/** A block changes a trait. */
function set(id, values) {
  const one = face(id);
  one.set(values);
  one.save_changes();
}
const said = () => line.sent.map(({ comm, data }) => [comm, data.method === "update" ? data.state : data.content]);
const update = (id, state, buffers = [], paths = []) =>
  models.receive("comm_msg", { comm_id: id, data: { method: "update", state, buffer_paths: paths } }, buffers);

test("what is set before the page is drawn waits and goes together", async () => {
  set("a", { value: 1 });
  set("a", { value: 2, list: [2] });
  assert.deepEqual(said(), []);
  models.start();
  assert.deepEqual(said(), [["a", { value: 2, list: [2] }]]);
  await answer();
  assert.deepEqual([page.settled, page.idle], [1, 1]);
});

test("one goes after the other, in the order of the page at that time", async () => {
  for (const id of "abc") set(id, { value: id });
  order = ["c", "b"];
  models.start();
  assert.deepEqual(said().map(([id]) => id), ["c"]);
  order = ["a", "b"];
  await answer();
  assert.deepEqual(said().map(([id]) => id), ["c", "a"]);
  assert.deepEqual([page.settled, page.idle], [0, 0]);
  await answer();
  await answer();
  assert.deepEqual(said().map(([id]) => id), ["c", "a", "b"]);
  assert.deepEqual([page.settled, page.idle], [1, 1]);
});

test("what no block of the page shows has its turn, too", () => {
  set("b", { value: 1 });
  models.start();
  assert.deepEqual(said(), [["b", { value: 1 }]]);
});

test("what is set while Python works goes as one, with the last value", async () => {
  models.start();
  set("a", { value: 1 });
  set("a", { value: 2 });
  set("a", { value: 3 });
  await answer();
  assert.deepEqual(said(), [["a", { value: 1 }], ["a", { value: 3 }]]);
});

test("nothing new is nothing to say", () => {
  models.start();
  set("a", { value: null, list: [1] });
  face("a").save_changes();
  assert.deepEqual([said(), page.busy], [[], 0]);
});

test("a message overtakes no answer that it may be about, wherever that was given", async () => {
  for (const id of "ab") set(id, { value: id });
  order = ["b"];
  face("c").send({ check: 1 }, undefined, [Uint8Array.of(7)]);
  assert.deepEqual(said(), [["b", { value: "b" }], ["a", { value: "a" }], ["c", { check: 1 }]]);
  assert.deepEqual(line.sent[2].buffers, [Uint8Array.of(7)]);
  await answer(0);
  await answer(1);
  assert.equal(page.idle, 0);
  await answer(2);
  assert.equal(page.idle, 1);
});

test("news from Python change the state and are told, and are not sent back", () => {
  models.start();
  const heard = [];
  const one = face("a");
  one.on("change:value change:list", (_, value) => heard.push(value));
  one.on("change", () => heard.push("change"));
  update("a", { value: 5, list: [1] });
  assert.deepEqual(heard, [5, "change"]);
  assert.equal(one.get("value"), 5);
  one.save_changes();
  assert.deepEqual(said(), []);
});

test("what is set here and not yet sent is newer than what Python says", async () => {
  models.start();
  set("a", { value: 1 });
  set("a", { value: 2 });
  update("a", { value: 9, list: [9] }); // about the 1
  assert.deepEqual([face("a").get("value"), face("a").get("list")], [2, [9]]);
  await answer();
  update("a", { value: 9 });
  assert.equal(face("a").get("value"), 9);
});

test("binary parts go beside the rest and come back to their places", () => {
  models.start();
  const bytes = Uint8Array.of(1);
  set("a", { value: { deep: bytes } });
  assert.deepEqual(line.sent[0].data, { method: "update", state: { value: { deep: null } }, buffer_paths: [["value", "deep"]] });
  assert.deepEqual(line.sent[0].buffers, [bytes]);
  update("a", { value: { deep: null } }, [Uint8Array.of(2)], [["value", "deep"]]);
  assert.deepEqual(face("a").get("value"), { deep: Uint8Array.of(2) });
});

test("a view stops listening to what it likes, and never to what others listen to", () => {
  const heard = [];
  const [one, other] = [face("a"), face("a")];
  const [first, second] = [() => heard.push("first"), () => heard.push("second")];
  one.on("change:value", first);
  one.on("change:value", second);
  other.on("change:value", () => heard.push("other"));
  one.off("change:value", first);
  update("a", { value: 1 });
  assert.deepEqual(heard.splice(0), ["second", "other"]);
  one.off("change:list");
  update("a", { value: 2 });
  assert.deepEqual(heard.splice(0), ["second", "other"]);
  one.off();
  update("a", { value: 3 });
  assert.deepEqual(heard, ["other"]);
});

test("messages from Python reach the blocks that listen", () => {
  const heard = [];
  face("a").on("msg:custom", (...values) => heard.push(values));
  models.receive("comm_msg", { comm_id: "a", data: { method: "custom", content: { say: 1 } } }, [Uint8Array.of(3)]);
  models.receive("comm_msg", { comm_id: "nobody", data: { method: "custom", content: {} } }, []);
  models.receive("comm_msg", { comm_id: "a", data: { method: "echo_update", state: { value: 4 } } }, []);
  assert.deepEqual(heard, [[{ say: 1 }, [Uint8Array.of(3)]]]);
  assert.equal(face("a").get("value"), null);
});

test("a widget made later is known from then on, until it is closed", async () => {
  const data = { state: { _esm: "script", _css: "style", value: 1, data: null }, buffer_paths: [["data"]] };
  models.receive("comm_open", { comm_id: "d", target_name: "jupyter.widget", data }, [Uint8Array.of(1)]);
  const { esm, css, state } = models.all.get("d");
  assert.deepEqual([esm, css, state], ["text/javascript:script", "text/css:style", { value: 1, data: Uint8Array.of(1) }]);
  assert.equal((await face("a").widget_manager.get_model("d")).get("value"), 1);
  models.receive("comm_close", { comm_id: "d" }, []);
  assert.equal(await face("a").widget_manager.get_model("d"), undefined);
});

test("what is no anywidget, and what is opened by others, is none of ours", () => {
  models.receive("comm_open", { comm_id: "d", target_name: "jupyter.widget", data: { state: { _model_name: "LayoutModel" } } }, []);
  models.receive("comm_open", { comm_id: "e", target_name: "other", data: { state: { _esm: "x" } } }, []);
  assert.deepEqual([...models.all.keys()], ["a", "b", "c"]);
});
