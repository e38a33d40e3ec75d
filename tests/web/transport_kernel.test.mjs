/** The way to a kernel: a line may break, be refused or forgotten; nothing is lost, nothing is sent twice for nothing. */
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { pack, unpack } from "../../fairki/web/protocol.js";
import { KernelTransport } from "../../fairki/web/transport_kernel.js";
import { browser, Socket } from "./stand_ins.mjs";

let page, transport, states, received;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  page = browser();
  transport = new KernelTransport({ base: "/kurs/", page: "modul/01", shown: "abc" });
  [states, received] = [[], []];
  transport.changed = (state) => states.push(state);
  transport.receive = (...message) => received.push(message);
  transport.open();
  transport.connect(); // as it does when there is something to say
});

/** What the page has sent on a line: [widget, content]. */
const sent = (socket) => socket.sent.map((message) => unpack(message.buffer).content).map(({ comm_id, data }) => [comm_id, data]);

/** The kernel says something, perhaps about the nth message of a line. */
function kernel(type, content, buffers = [], about = "") {
  const message = pack("iopub", { msg_type: type }, content, buffers);
  const parts = unpack(message.buffer);
  transport.got({ ...parts, parent: { msg_id: about } });
}
const idOf = (socket, at) => unpack(socket.sent[at].buffer).header.msg_id;
const done = (socket, at) => kernel("status", { execution_state: "idle" }, [], idOf(socket, at));
const soon = async (promise) => Promise.race([promise.then(() => true), new Promise((r) => setImmediate(r, false))]);

test("it connects under a name that only this page and the course know, as the page that is shown", () => {
  const { address, protocols, binaryType } = Socket.last;
  assert.equal(`${address.protocol}//${address.host}${address.pathname}`, `wss://kurs.test/kurs/besuch/${transport.visit}`);
  assert.deepEqual(Object.fromEntries(address.searchParams), { seite: "modul/01", stand: "abc", neu: "" });
  assert.deepEqual(protocols, ["v1.kernel.websocket.jupyter.org"]);
  assert.equal(binaryType, "arraybuffer");
  assert.equal(transport.state, "connecting");
});

test("what is said before the line stands goes out as soon as it does, in order", () => {
  void transport.send("a", { n: 1 });
  void transport.send("b", { n: 2 });
  assert.deepEqual(Socket.last.sent, []);
  Socket.last.open();
  assert.deepEqual(sent(Socket.last), [["a", { n: 1 }], ["b", { n: 2 }]]);
  assert.deepEqual(states, ["open"]);
});

test("a message is done when the kernel is idle again after it, and not before", async () => {
  Socket.last.open();
  const [one, other] = [transport.send("a", {}), transport.send("b", {})];
  kernel("status", { execution_state: "busy" }, [], idOf(Socket.last, 0));
  done(Socket.last, 1);
  assert.equal(await soon(one), false);
  assert.equal(await soon(other), true);
  done(Socket.last, 0);
  assert.equal(await soon(one), true);
});

test("messages for widgets are handed on with their binary parts, those about the kernel are not", () => {
  Socket.last.open();
  const bytes = pack("iopub", { msg_type: "comm_msg" }, { comm_id: "a", data: {} }, [Uint8Array.of(5)]);
  Socket.last.say(bytes.buffer);
  kernel("status", { execution_state: "busy" });
  kernel("error", {});
  assert.deepEqual(received.map(([type, content]) => [type, content]), [["comm_msg", { comm_id: "a", data: {} }], ["error", {}]]);
  assert.equal(received[0][2][0].getUint8(0), 5);
});

test("a line that breaks is mended after a short pause, and the learner need not know", () => {
  Socket.last.open();
  Socket.last.close();
  mock.timers.tick(499);
  assert.equal(Socket.all.length, 1);
  mock.timers.tick(1);
  assert.equal(Socket.all.length, 2);
  Socket.last.open();
  assert.deepEqual(states, ["open"]);
});

test("the second attempt in vain is told; the pauses grow, up to 15 seconds; once connected all is as before", () => {
  Socket.last.open();
  for (const pause of [500, 1000, 2000, 4000, 8000, 15_000, 15_000]) {
    const before = Socket.all.length;
    Socket.last.close();
    mock.timers.tick(pause - 1);
    assert.equal(Socket.all.length, before);
    mock.timers.tick(1);
    assert.equal(Socket.all.length, before + 1);
  }
  assert.deepEqual(states, ["open", "offline"]);
  Socket.last.open();
  assert.deepEqual(states, ["open", "offline", "open"]);
  const before = Socket.all.length;
  Socket.last.close();
  mock.timers.tick(500);
  assert.equal(Socket.all.length, before + 1);
});

test("a course that says it will be back is waited for, with its own word", () => {
  void transport.send("a", { n: 1 });
  Socket.last.open();
  Socket.last.close(4012);
  assert.deepEqual(states, ["open", "restarts"]);
  for (let times = 0; times < 4; times += 1) {
    mock.timers.tick(20_000);
    Socket.last.close(); // it is not there yet
  }
  assert.deepEqual(states, ["open", "restarts"]);
  mock.timers.tick(20_000);
  Socket.last.open();
  assert.deepEqual(states, ["open", "restarts", "open"]);
  Socket.last.close(4404); // this course never heard of the page, which goes on by itself
  Socket.last.open();
  assert.deepEqual(states, ["open", "restarts", "open"]);
  assert.deepEqual(sent(Socket.last), [["a", { n: 1 }]]);
});

test("what was said while the line was broken goes out at once on the new one", () => {
  Socket.last.open();
  Socket.last.close();
  void transport.send("a", { n: 1 });
  mock.timers.tick(500);
  Socket.last.open();
  assert.deepEqual(sent(Socket.last), [["a", { n: 1 }]]);
});

test("what may be lost is sent once more, unless the server brings its answer first", async () => {
  const first = Socket.last;
  first.open();
  const answered = transport.send("a", {});
  const lost = transport.send("b", {});
  first.close();
  mock.timers.tick(500);
  Socket.last.open();
  assert.deepEqual(sent(Socket.last), []); // the kernel may have got both
  done(first, 0);
  mock.timers.tick(1499);
  assert.deepEqual(sent(Socket.last), []);
  mock.timers.tick(1);
  assert.deepEqual(sent(Socket.last), [["b", {}]]);
  assert.equal(idOf(Socket.last, 0), idOf(first, 1)); // so that the server can tell that it is the same
  assert.equal(await soon(answered), true);
  done(first, 1);
  assert.equal(await soon(lost), true);
});

test("what was lost goes again when the line breaks once more before its turn", () => {
  Socket.last.open();
  void transport.send("a", {});
  Socket.last.close();
  mock.timers.tick(500);
  Socket.last.open();
  Socket.last.close();
  mock.timers.tick(1500); // connects, and the turn on the broken line has come
  Socket.last.open();
  mock.timers.tick(1500);
  assert.deepEqual(sent(Socket.last), [["a", {}]]);
});

test("later words wait for what may be lost, and go at once when the server brings its answers", () => {
  const first = Socket.last;
  first.open();
  void transport.send("a", { n: 1 });
  void transport.send("b", { n: 2 });
  first.close();
  mock.timers.tick(500);
  Socket.last.open();
  void transport.send("c", { n: 3 });
  done(first, 0);
  assert.deepEqual(sent(Socket.last), []);
  done(first, 1);
  assert.deepEqual(sent(Socket.last), [["c", { n: 3 }]]);
  mock.timers.tick(1500);
  assert.equal(Socket.last.sent.length, 1);
});

test("a line that breaks again before the turn of what was lost brings nothing twice", () => {
  Socket.last.open();
  void transport.send("a", { n: 1 });
  Socket.last.close();
  mock.timers.tick(500);
  Socket.last.open();
  mock.timers.tick(900);
  Socket.last.close();
  mock.timers.tick(500); // the next line stands before the turn on the one before
  Socket.last.open();
  void transport.send("b", { n: 2 });
  mock.timers.tick(200); // which comes now
  assert.deepEqual(sent(Socket.last), []);
  mock.timers.tick(1300);
  assert.deepEqual(sent(Socket.last), [["a", { n: 1 }], ["b", { n: 2 }]]);
});

test("a kernel that was used is asked for again, any other will do before", () => {
  Socket.last.open();
  kernel("status", { execution_state: "idle" }, [], "of somebody else");
  Socket.last.close();
  mock.timers.tick(500);
  assert.equal(Socket.last.address.searchParams.has("neu"), true);
  Socket.last.open();
  kernel("comm_msg", { comm_id: "a", data: {} });
  Socket.last.close();
  mock.timers.tick(500);
  assert.equal(Socket.last.address.searchParams.has("neu"), false);
});

test("without a free place it asks again after 5 to 15 seconds; only a message tells that there is one", () => {
  mock.method(Math, "random", () => 0.5);
  Socket.last.open();
  Socket.last.close(4503);
  assert.equal(transport.state, "full");
  mock.timers.tick(9999);
  assert.equal(Socket.all.length, 1);
  mock.timers.tick(1);
  assert.equal(Socket.all.length, 2);
  Socket.last.open();
  assert.equal(transport.state, "full");
  kernel("status", { execution_state: "busy" });
  assert.equal(transport.state, "open");
  Math.random.mock.restore();
});

for (const [code, state] of [[4409, "outdated"], [1008, "failed"]]) {
  test(`after ${code} the page is ${state}: nothing connects any more`, () => {
    Socket.last.open();
    Socket.last.close(code);
    Socket.last.close(1006);
    page.window.dispatchEvent(new Event("online"));
    mock.timers.tick(60_000);
    assert.deepEqual(states, ["open", state]);
    assert.equal(Socket.all.length, 1);
  });
}

test("a kernel that died while nobody asked it anything is missed by nobody", () => {
  Socket.last.open();
  kernel("status", { execution_state: "dead" });
  mock.timers.tick(60_000);
  assert.deepEqual(states, ["open"]);
  assert.equal(Socket.all.length, 1);
});

test("whoever is back in the network or on the page does not wait for the pause to end", () => {
  for (const [target, name] of [[page.window, "online"], [page.document, "visibilitychange"]]) {
    const before = Socket.all.length;
    Socket.last.open();
    target.dispatchEvent(new Event(name));
    assert.equal(Socket.all.length, before); // it stands
    Socket.last.close();
    target.dispatchEvent(new Event(name));
    assert.equal(Socket.all.length, before + 1);
    mock.timers.tick(20_000);
    assert.equal(Socket.all.length, before + 1); // and the pause is over
  }
  Socket.last.close();
  page.document.hidden = true;
  const before = Socket.all.length;
  page.document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(Socket.all.length, before);
});

test("a page that is left says so, and connects no more", () => {
  Socket.last.open();
  page.window.dispatchEvent(new Event("pagehide"));
  assert.deepEqual(page.beacons, [`/kurs/verlassen/${transport.visit}`]);
  Socket.last.close();
  mock.timers.tick(60_000);
  assert.equal(Socket.all.length, 1);
  assert.equal(transport.state, "closed");
});

test("where the course answers and no line is ever let through, that is told; a line that comes after all takes it back", async () => {
  const asked = [];
  globalThis.fetch = async (address) => (asked.push(address), { ok: true });
  for (const pause of [500, 1000, 2000]) {
    Socket.last.close();
    await new Promise((go) => setImmediate(go));
    mock.timers.tick(pause);
  }
  assert.deepEqual(asked, ["/kurs/gesund"]);
  assert.deepEqual(states, ["offline", "cut"]);
  Socket.last.close();
  await new Promise((go) => setImmediate(go));
  mock.timers.tick(4000);
  assert.deepEqual(states, ["offline", "cut"]);
  Socket.last.open();
  assert.deepEqual(states, ["offline", "cut", "open"]);
  Socket.last.close();
  Socket.last.close();
  assert.deepEqual(states.at(-1), "offline");
});

test("where nothing answers the line is only broken, and nobody asks once there has been one", async () => {
  const asked = [];
  globalThis.fetch = async (address) => (asked.push(address), Promise.reject(new TypeError("no")));
  for (const pause of [500, 1000, 2000]) {
    Socket.last.close();
    await new Promise((go) => setImmediate(go));
    mock.timers.tick(pause);
  }
  assert.deepEqual(states, ["offline"]);
  Socket.last.open();
  const before = asked.length;
  for (const pause of [500, 1000, 2000, 4000]) {
    Socket.last.close();
    mock.timers.tick(pause);
  }
  assert.equal(asked.length, before);
});

test("a page that is only read connects to nothing, and leaves without a word; the first word connects it", () => {
  Socket.all = [];
  page = browser();
  transport = new KernelTransport({ base: "/kurs/", page: "modul/01", shown: "abc" });
  transport.open();
  page.window.dispatchEvent(new Event("online"));
  mock.timers.tick(60_000);
  assert.equal(Socket.all.length, 0);
  void transport.send("a", { n: 1 });
  void transport.send("b", { n: 2 });
  assert.equal(Socket.all.length, 1);
  Socket.last.open();
  assert.deepEqual(sent(Socket.last), [["a", { n: 1 }], ["b", { n: 2 }]]);
  const silent = new KernelTransport({ base: "/kurs/", page: "modul/01", shown: "abc" });
  silent.open();
  page.beacons.length = 0;
  transport.socket = null;
  page.window.dispatchEvent(new Event("pagehide"));
  assert.deepEqual(page.beacons, []);
});

const update = (state) => ({ method: "update", state, buffer_paths: [] });

/** Says something, and the kernel is done with it. */
function say(comm, data) {
  void transport.send(comm, data);
  done(Socket.last, Socket.last.sent.length - 1);
}

/** The kernel is done with all that the newest line has brought, one after the other. */
function catchUp(socket) {
  for (let at = 0; at < socket.sent.length; at += 1) {
    done(socket, at);
    mock.timers.tick(25);
  }
}

test("a kernel that was given back is missed when there is something to say: then another one is told the same first", async () => {
  Socket.last.open();
  say("a", update({ value: 1 }));
  say("b", update({ value: 5 }));
  const before = transport.visit;
  Socket.last.close(4404);
  mock.timers.tick(60_000);
  assert.equal(Socket.all.length, 1); // nothing to say
  assert.deepEqual(states, ["open"]);
  const answered = transport.send("a", update({ value: 2 }));
  assert.equal(Socket.all.length, 2);
  assert.notEqual(transport.visit, before);
  assert.equal(Socket.last.address.searchParams.has("neu"), true);
  Socket.last.open();
  assert.deepEqual(sent(Socket.last), [["a", update({ value: 1 })]]);
  kernel("comm_msg", { comm_id: "c", data: {} }); // the page shows that already
  catchUp(Socket.last);
  assert.deepEqual(sent(Socket.last).map(([comm, { state }]) => [comm, state.value]), [["a", 1], ["b", 5], ["a", 2]]);
  assert.deepEqual(received, []);
  assert.equal(await soon(answered), true);
  kernel("comm_msg", { comm_id: "c", data: {} });
  assert.equal(received.length, 1);
});

test("what the kernel was working on when it died is said again behind the rest; a second death is believed", async () => {
  Socket.last.open();
  say("a", update({ value: 1 }));
  void transport.send("b", { method: "custom", content: { type: "run" } });
  kernel("status", { execution_state: "dead" });
  assert.equal(Socket.all.length, 2);
  Socket.last.open();
  done(Socket.last, 0);
  mock.timers.tick(1);
  assert.deepEqual(sent(Socket.last).map(([comm]) => comm), ["a", "b"]);
  Socket.last.close(4404);
  assert.deepEqual(states, ["open", "gone"]);
});

test("of a widget's states the newest is told, but before a click the one that it was made with", () => {
  Socket.last.open();
  const click = { method: "custom", content: { type: "run" } };
  for (const value of [1, 2]) say("a", update({ value }));
  say("b", click);
  say("b", click);
  for (const value of [3, 4]) say("a", update({ value }));
  say("a", update({ note: "x" }));
  Socket.last.close(4404);
  void transport.send("z", update({ value: 0 }));
  Socket.last.open();
  catchUp(Socket.last);
  assert.deepEqual(
    sent(Socket.last).map(([comm, { state, content }]) => [comm, state ?? content]),
    [["a", { value: 2 }], ["b", { type: "run" }], ["a", { value: 4, note: "x" }], ["z", { value: 0 }]],
  );
});

test("what was said is told in its order, and what was only asked is not asked again", () => {
  Socket.last.open();
  const part = { method: "custom", content: { type: "part" } };
  const asked = [{ type: "make" }, { type: "plotly" }, { type: "check", number: 3 }, { type: "open", text: "" }];
  say("file", part);
  say("column", update({ value: "X" }));
  say("good", update({ value: "ja" }));
  for (const content of asked) say("a", { method: "custom", content });
  say("column", update({ value: "Y" }));
  say("a", { method: "custom", content: { type: "check" } });
  Socket.last.close(4404);
  void transport.send("z", update({ value: 0 }));
  Socket.last.open();
  catchUp(Socket.last);
  assert.deepEqual(
    sent(Socket.last).map(([comm, { state, content }]) => [comm, state?.value ?? content?.type]),
    [["file", "part"], ["column", "X"], ["good", "ja"], ["column", "Y"], ["a", "check"], ["z", 0]],
  );
});

test("many words come one after the other, and later ones not faster than the server takes them", () => {
  Socket.last.open();
  for (let n = 0; n < 260; n += 1) say("a", { method: "custom", content: { n } });
  Socket.last.close(4404);
  void transport.send("z", update({ value: 0 }));
  Socket.last.open();
  for (let at = 0; at < 250; at += 1) {
    done(Socket.last, at);
    mock.timers.tick(at < 249 ? 0 : 24);
    if (at < 249) mock.timers.tick(1);
  }
  assert.equal(Socket.last.sent.length, 250);
  mock.timers.tick(1);
  assert.equal(Socket.last.sent.length, 251);
});
