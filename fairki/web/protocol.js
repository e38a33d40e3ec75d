/**
 * Messages as bytes: the binary form in which Jupyter's kernels and pages talk (v1.kernel.websocket.jupyter.org).
 *
 * 8 bytes: number of offsets; 8 bytes each: where a part begins, the last one: where the message ends. The parts:
 * channel, header, parent, metadata, content (all but the first as JSON), then binary parts as they are.
 */

/** @typedef {ArrayBuffer | ArrayBufferView} Binary */
/** @typedef {(string | number)[]} Path where a binary part belongs in a state */
/** @typedef {Record<string, any>} Json an object as JSON has it */
/** @typedef {{ header: Json, parent: Json, content: Json, buffers: DataView[] }} Message */

export const NAME = "v1.kernel.websocket.jupyter.org";

/**
 * Whether a value travels beside the JSON.
 * @param {unknown} value
 * @returns {value is Binary}
 */
export const isBinary = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

/** A random name that nobody can guess. */
export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");

/**
 * The bytes of a message.
 * @param {string} channel
 * @param {Json} header
 * @param {Json} content
 * @param {Binary[]} buffers
 */
export function pack(channel, header, content, buffers) {
  const text = new TextEncoder();
  const json = [header, {}, {}, content].map((part) => text.encode(JSON.stringify(part)));
  const parts = [text.encode(channel), ...json, ...buffers.map(bytes)];
  const offsets = [8 * (parts.length + 2)];
  for (const part of parts) offsets.push(offsets[offsets.length - 1] + part.length);
  const message = new Uint8Array(offsets[parts.length]);
  const view = new DataView(message.buffer);
  [offsets.length, ...offsets].forEach((number, at) => view.setBigUint64(8 * at, BigInt(number), true));
  parts.forEach((part, at) => message.set(part, offsets[at]));
  return message;
}

/** @param {Binary} part */
const bytes = (part) =>
  ArrayBuffer.isView(part) ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : new Uint8Array(part);

/**
 * What such bytes say.
 * @param {ArrayBuffer} data
 * @returns {Message}
 */
export function unpack(data) {
  const view = new DataView(data);
  const count = Number(view.getBigUint64(0, true));
  const offsets = Array.from({ length: count }, (_, at) => Number(view.getBigUint64(8 * (at + 1), true)));
  const parts = offsets.slice(1).map((end, at) => new DataView(data, offsets[at], end - offsets[at]));
  const [header, parent, , content] = parts.slice(1, 5).map((part) => JSON.parse(new TextDecoder().decode(part)));
  return { header, parent, content, buffers: parts.slice(5) };
}

/**
 * A copy of a state without its binary parts, these, and where they belong.
 * @param {Json} state
 */
export function takeOut(state) {
  /** @type {Path[]} */
  const paths = [];
  /** @type {Binary[]} */
  const buffers = [];

  /**
   * @param {any} value
   * @param {Path} path
   * @returns {any}
   */
  function rest(value, path) {
    if (isBinary(value)) {
      paths.push(path);
      buffers.push(value);
      return null;
    }
    if (Array.isArray(value)) return value.map((item, at) => rest(item, [...path, at]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rest(item, [...path, key])]));
  }

  return { state: rest(state, []), paths, buffers };
}

/**
 * Puts binary parts back into their state.
 * @param {Json} state
 * @param {Path[]} paths
 * @param {Binary[]} buffers
 */
export function putIn(state, paths, buffers) {
  paths.forEach((path, at) => {
    /** @type {any} */
    let parent = state;
    for (const key of path.slice(0, -1)) parent = parent[key];
    parent[path[path.length - 1]] = buffers[at];
  });
  return state;
}

/**
 * Bytes that a page carries as text (base64).
 * @param {string} text
 */
export const fromText = (text) => new DataView(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer);
