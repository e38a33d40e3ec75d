/** The way to a worker: what is said early is kept, what it says arrives, and why it fails is told. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import * as worker_texts from "../../fairki/web/texts/worker_texts.js";
import { WorkerTransport } from "../../fairki/web/transport_worker.js";

/** A worker that says what the test wants. */
class Stand extends EventTarget {
  static last = null;
  static refuses = false;
  got = [];
  constructor(script) {
    super();
    if (Stand.refuses) throw new DOMException("no", "SecurityError");
    this.script = script;
    Stand.last = this;
  }
  postMessage(message) {
    this.got.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(data, page = 1) {
    this.dispatchEvent(new MessageEvent("message", { data: { page, ...data } }));
  }
}

const wanted = { python: "/kurs/py/", start: ["fairki.zip"], late: {}, bytes: { "fairki.zip": 2e6 }, needed: 18e6, cells: [] };
const first = { ...wanted, page: 1 };
let transport, told, received, paint;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(console, "error", () => {});
  Stand.last = null;
  Stand.refuses = false;
  globalThis.fairkiPython = undefined;
  globalThis.Worker = Stand;
  globalThis.document = new EventTarget();
  globalThis.requestAnimationFrame = (then) => (paint = then);
  transport = new WorkerTransport("/kurs/worker.js", wanted);
  [told, received] = [[], []];
  transport.changed = (state) => told.push([state, transport.words]);
  transport.receive = (...message) => received.push(message);
  transport.open();
});

/** The page is painted. */
function painted() {
  paint();
  mock.timers.tick(1);
}
const soon = async (promise) => Promise.race([promise.then(() => true), new Promise((r) => setImmediate(r, false))]);

test("reading comes first: the worker starts after the first paint, or a second later where nothing is painted", () => {
  assert.equal(Stand.last, null);
  painted();
  assert.equal(Stand.last.script, "/kurs/worker.js");
  assert.deepEqual(Stand.last.got, [first]);
  const early = Stand.last;
  mock.timers.tick(2000);
  assert.equal(Stand.last, early);
  Stand.last = null;
  new WorkerTransport("/kurs/worker.js", wanted).open();
  mock.timers.tick(1000);
  assert.deepEqual(Stand.last.got, [first]);
});

/** Another page takes the place of this one. */
function next(other = {}) {
  transport.close();
  const one = new WorkerTransport("/kurs/worker.js", { ...wanted, ...other });
  one.receive = (...message) => received.push(message);
  one.open();
  painted();
  return one;
}

test("the next page finds the worker of the page before, and hears only what is meant for it", () => {
  painted();
  Stand.last.say({ kind: "open" });
  const worker = Stand.last;
  transport.send("a", {});
  const one = next({ cells: ["modul.mirror()"] });
  assert.equal(Stand.last, worker);
  assert.deepEqual(worker.got.at(-1), { ...wanted, cells: ["modul.mirror()"], page: 2 });
  worker.say({ kind: "message", type: "comm_msg", content: "{}", buffers: [] }, 1);
  assert.deepEqual([received, one.state, transport.state], [[], "connecting", "closed"]);
  worker.say({ kind: "open" }, 2);
  worker.say({ kind: "message", type: "comm_msg", content: '{"comm_id": "b"}', buffers: [] }, 2);
  assert.deepEqual([received, one.state], [[["comm_msg", { comm_id: "b" }, []]], "open"]);
  assert.deepEqual(told, [["open", ""]]);
});

for (const [why, before, other] of [
  ["is of another making", { kind: "open" }, { python: "/kurs/other/" }],
  ["has failed", { kind: "failed", cause: "memory", detail: "…" }, {}],
]) {
  test(`a worker that ${why} ends, and the next page has one of its own`, () => {
    painted();
    Stand.last.say(before);
    const worker = Stand.last;
    next(other);
    assert.equal(worker.ended, true);
    assert.notEqual(Stand.last, worker);
    assert.deepEqual(Stand.last.got, [{ ...first, ...other }]);
  });
}

test("a page that is left before it was painted starts nothing", () => {
  transport.close();
  mock.timers.tick(2000);
  assert.equal(Stand.last, null);
});

test("what is said before the worker is there reaches it, in order, and is done when the worker says so", async () => {
  const one = transport.send("a", { method: "update", state: { value: 1 } });
  painted();
  const other = transport.send("b", {});
  const [, first, second] = Stand.last.got;
  assert.deepEqual([first.comm, JSON.parse(first.data), second.comm], ["a", { method: "update", state: { value: 1 } }, "b"]);
  Stand.last.say({ kind: "done", id: second.id });
  assert.equal(await soon(one), false);
  assert.equal(await soon(other), true);
  Stand.last.say({ kind: "done", id: first.id });
  assert.equal(await soon(one), true);
});

test("what a widget says arrives with its binary parts", () => {
  painted();
  const part = new Uint8Array([7]);
  Stand.last.say({ kind: "message", type: "comm_msg", content: '{"comm_id": "a"}', buffers: [part] });
  assert.deepEqual(received, [["comm_msg", { comm_id: "a" }, [part]]]);
});

test("how far it is stands there in words and megabytes, also when something is fetched later", () => {
  painted();
  for (const heard of [{ kind: "loading", bytes: 5.2e6 }, { kind: "loading", bytes: 5.3e6 }, { kind: "starting" }, { kind: "open" }]) {
    Stand.last.say(heard);
  }
  assert.deepEqual(told, [
    ["connecting", "Rechnen wird vorbereitet: 5 von 18 MB"],
    ["connecting", worker_texts.starting],
    ["open", ""],
  ]);
  Stand.last.say({ kind: "late", bytes: 3.6e6 });
  Stand.last.say({ kind: "there" });
  assert.deepEqual(told.slice(3), [
    ["open", "Ein Baustein wird geladen: 4 MB"],
    ["open", ""],
  ]);
});

test("after 20 seconds without news the learner hears that it takes long, until there are news", () => {
  painted();
  mock.timers.tick(19_000);
  Stand.last.say({ kind: "loading", bytes: 1e6 });
  mock.timers.tick(19_999);
  assert.equal(transport.state, "connecting");
  mock.timers.tick(1);
  assert.deepEqual(told.at(-1), ["slow", worker_texts.slow]);
  Stand.last.say({ kind: "open" });
  assert.equal(transport.state, "open");
  mock.timers.tick(60_000);
  assert.equal(transport.state, "open");
});

for (const cause of ["blocked", "wasm", "missing", "network", "memory", "python"]) {
  test(`a worker that fails (${cause}) is told with its cause, once and for all`, () => {
    painted();
    Stand.last.say({ kind: "failed", cause, detail: "…" });
    Stand.last.say({ kind: "open" });
    mock.timers.tick(60_000);
    assert.deepEqual(told, [["failed", worker_texts.failed[cause]]]);
  });
}

const script = { found: () => Promise.resolve({}), gone: () => Promise.reject(new TypeError("no")) };
for (const [why, fetched, forbidden, cause] of [
  ["is missing", script.found, false, "missing"],
  ["does not arrive", script.gone, false, "network"],
  ["may not run by the rules of the page", script.found, true, "blocked"],
]) {
  test(`a worker whose script ${why} is told with this cause`, async () => {
    mock.method(globalThis, "fetch", fetched);
    painted();
    if (forbidden) {
      document.dispatchEvent(Object.assign(new Event("securitypolicyviolation"), { effectiveDirective: "worker-src" }));
    }
    Stand.last.dispatchEvent(new Event("error"));
    await new Promise(setImmediate);
    assert.deepEqual(told, [["failed", worker_texts.failed[cause]]]);
  });
}

test("a worker that breaks while it works is told with what it says", () => {
  for (const [message, cause] of [
    ["RangeError: out of memory", "memory"],
    ["Error: x", "python"],
  ]) {
    transport = new WorkerTransport("/kurs/worker.js", wanted);
    transport.begin();
    Stand.last.dispatchEvent(Object.assign(new Event("error"), { message }));
    assert.equal(transport.words, worker_texts.failed[cause]);
  }
});

test("a browser that allows no worker is told, too", () => {
  Stand.refuses = true;
  painted();
  assert.deepEqual(told, [["failed", worker_texts.failed.blocked]]);
});

test("without memory nothing goes on; any other problem of a widget is the page's to tell", () => {
  painted();
  Stand.last.say({ kind: "open" });
  Stand.last.say({ kind: "message", type: "error", content: '{"memory": false}', buffers: [] });
  assert.deepEqual(received, [["error", { memory: false }, []]]);
  Stand.last.say({ kind: "message", type: "error", content: '{"memory": true}', buffers: [] });
  assert.deepEqual(told.at(-1), ["failed", worker_texts.failed.memory]);
});

test("what an answer needs and does not arrive is told until it is asked for again", () => {
  painted();
  for (const kind of ["open", "late", "lost"]) Stand.last.say({ kind, bytes: 3.6e6 });
  assert.deepEqual(told.at(-1), ["lost", worker_texts.lost]);
  mock.timers.tick(60_000);
  assert.equal(transport.state, "lost");
  Stand.last.say({ kind: "late", bytes: 3.6e6 });
  assert.deepEqual(told.at(-1), ["open", "Ein Baustein wird geladen: 4 MB"]);
});
