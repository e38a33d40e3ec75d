// An image as bytes: the length of a description, the description (JSON), the bytes that it speaks of.
import { key } from "./key.mjs";

const BLOCK = 1 << 24;

/** The pieces. Of an image that is a difference to another one, no library's code is among them: the other one has it. */
export function packed({ data, contents, standIns, codes, ...rest }) {
  const pieces = [data, contents, standIns, ...codes];
  const text = new TextEncoder().encode(JSON.stringify({ ...rest, sizes: pieces.map((piece) => piece.length) }));
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, text.length);
  return [head, text, ...pieces];
}

/** These bytes in a row. */
export function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What `unpacked` reads with: fills an array from an open file. */
export const ofFile = (file) => (into) => {
  const block = new Uint8Array(Math.min(into.length, BLOCK)); // files are not read into shared memory
  for (let at = 0; at < into.length; ) {
    const got = file.readSync(block.subarray(0, Math.min(BLOCK, into.length - at)));
    if (got === null) throw new Error("the file ends too early");
    into.set(block.subarray(0, got), at);
    at += got;
  }
  return into;
};

/** The same from bytes in memory. */
export function ofBytes(bytes) {
  let at = 0;
  return (into) => {
    into.set(bytes.subarray(at, at + into.length));
    at += into.length;
    return into;
  };
}

/** The image, its memory and files in shared memory. `known`: `key` of a library → compiled; those of the image come
 * in addition. */
export function unpacked(read, known) {
  const length = new DataView(read(new Uint8Array(4)).buffer).getUint32(0);
  const { libs, sizes, ...rest } = JSON.parse(new TextDecoder().decode(read(new Uint8Array(length))));
  const [data, contents] = sizes.slice(0, 2).map((size) => read(new Uint8Array(new SharedArrayBuffer(size))));
  const standIns = sizes[2] ? new WebAssembly.Module(read(new Uint8Array(sizes[2]))) : null;
  for (const size of sizes.slice(3)) {
    const code = read(new Uint8Array(size));
    known.set(key(code), new WebAssembly.Module(code));
  }
  return { ...rest, data, contents, standIns, libs: libs.map((lib) => ({ ...lib, module: known.get(lib.code) })) };
}
