/** Messages survive their way as bytes; the form is that of Jupyter. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as protocol from "../../fairki/web/protocol.js";

const bytes = (...numbers) => Uint8Array.from(numbers);

/** A view that is not the whole of its buffer, as parts of messages are. */
const inside = (...numbers) => new DataView(bytes(9, 9, ...numbers, 9).buffer, 2, numbers.length);
const read = (view) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];

test("a message comes out as it went in", () => {
  const header = { msg_id: "1", msg_type: "comm_msg" };
  const content = { comm_id: "ä", data: { text: "„Straße“ 🦊", empty: null } };
  const message = protocol.unpack(protocol.pack("shell", header, content, [bytes(1, 2).buffer, inside(3), bytes()]).buffer);
  assert.deepEqual(message.header, header);
  assert.deepEqual(message.parent, {});
  assert.deepEqual(message.content, content);
  assert.deepEqual(message.buffers.map(read), [[1, 2], [3], []]);
});

test("the bytes are those of v1.kernel.websocket.jupyter.org", () => {
  const message = protocol.pack("shell", { a: 1 }, {}, [bytes(7)]);
  const view = new DataView(message.buffer);
  const number = (at) => Number(view.getBigUint64(8 * at, true));
  assert.equal(number(0), 7); // five parts of the form, one binary part, and where it ends
  const offsets = [1, 2, 3, 4, 5, 6, 7].map(number);
  assert.deepEqual(offsets, [64, 69, 76, 78, 80, 82, 83]);
  const part = (at) => new TextDecoder().decode(message.slice(offsets[at], offsets[at + 1]));
  assert.deepEqual([0, 1, 2, 3, 4].map(part), ["shell", '{"a":1}', "{}", "{}", "{}"]);
  assert.deepEqual([...message.slice(offsets[5], offsets[6])], [7]);
});

test("binary parts leave a state and come back to their places, and the state that was given stays whole", () => {
  const [one, other] = [bytes(1), bytes(2).buffer];
  const state = { text: "a", data: one, deep: [{ none: null }, { data: other, number: 0 }] };
  const { state: rest, paths, buffers } = protocol.takeOut(state);
  assert.deepEqual(rest, { text: "a", data: null, deep: [{ none: null }, { data: null, number: 0 }] });
  assert.deepEqual(paths, [["data"], ["deep", 1, "data"]]);
  assert.deepEqual(buffers, [one, other]);
  assert.equal(state.data, one);
  assert.deepEqual(protocol.putIn(rest, paths, buffers), state);
});

test("what is no binary part is not taken for one", () => {
  for (const value of [null, undefined, "text", 7, [1], { byteLength: 3 }]) assert.equal(protocol.isBinary(value), false);
  for (const value of [bytes(1), bytes(1).buffer, inside(1)]) assert.equal(protocol.isBinary(value), true);
});

test("bytes that a page carries as text are read", () => {
  assert.deepEqual(read(protocol.fromText("AAH/")), [0, 1, 255]);
  assert.deepEqual(read(protocol.fromText("")), []);
});

test("names are long and never the same", () => {
  const names = Array.from({ length: 100 }, protocol.newId);
  assert.equal(new Set(names).size, 100);
  for (const name of names) assert.match(name, /^[0-9a-f]{32}$/);
});
