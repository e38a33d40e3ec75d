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
  Socket.last.close(4404); // this course never heard of the page, which was told that it goes on by itself
  assert.deepEqual(states, ["open", "restarts", "open", "outdated"]);
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

for (const [code, state] of [[4404, "gone"], [4409, "outdated"], [1008, "failed"]]) {
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

test("a kernel that died has forgotten the page", () => {
  Socket.last.open();
  kernel("status", { execution_state: "dead" });
  assert.deepEqual(states, ["open", "gone"]);
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
