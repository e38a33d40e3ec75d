/**
 * Zip files: puts files together, and takes one out again even if another program has packed them meanwhile.
 *
 * Layout of a zip file (PKWARE APPNOTE 6.3): for each file a local header and its bytes, then a directory with
 * a line per file, then the end record, which says where the directory begins. Numbers have their low byte first.
 */
import * as zip_texts from "../../web/texts/zip_texts.js";

const [LOCAL, LINE, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_SIZE, LINE_SIZE, END_SIZE] = [30, 46, 22];
const LONGEST_COMMENT = 0xffff;
const [ENCRYPTED, UTF8] = [1, 0x0800];
const [STORED, DEFLATED] = [0, 8];
const VERSION = 20;

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ path: string, flags: number, method: number, start: number, checksum: number, packed: number, size: number }} Entry */

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/** @param {Bytes} bytes */
function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * A zip of files; nothing is compressed.
 * @param {[name: string, bytes: Bytes][]} files
 */
export function pack(files) {
  const now = new Date();
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  const day = ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
  /** @type {[Bytes[], Bytes[]]} */
  const [parts, lines] = [[], []];
  let at = 0;
  for (const [title, bytes] of files) {
    const name = new TextEncoder().encode(title);
    const common = [UTF8, 2, STORED, 2, time, 2, day, 2, checksum(bytes), 4, bytes.length, 4, bytes.length, 4, name.length, 2];
    const local = numbers(LOCAL, 4, VERSION, 2, ...common, 0, 2);
    lines.push(numbers(LINE, 4, VERSION, 2, VERSION, 2, ...common, 0, 2, 0, 2, 0, 2, 0, 2, 0, 4, at, 4), name);
    parts.push(local, name, bytes);
    at += local.length + name.length + bytes.length;
  }
  const size = lines.reduce((sum, part) => sum + part.length, 0);
  const end = numbers(END, 4, 0, 2, 0, 2, files.length, 2, files.length, 2, size, 4, at, 4, 0, 2);
  return new Blob([...parts, ...lines, end], { type: "application/zip" });
}

/**
 * Numbers as bytes: value, how many bytes, value, how many bytes, …
 * @param {...number} pairs
 */
function numbers(...pairs) {
  const bytes = [];
  for (let at = 0; at < pairs.length; at += 2) {
    for (let byte = 0; byte < pairs[at + 1]; byte += 1) bytes.push((pairs[at] >>> (8 * byte)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/**
 * Whether bytes begin like a zip file.
 * @param {Bytes} bytes
 */
export const isZip = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && [3, 5].includes(bytes[2]);

/**
 * The bytes of the file with this name, in whatever folder of the zip it lies.
 *
 * Throws an Error with a German message: no such file, more than `largest` bytes, damaged, or locked.
 * @param {Bytes} zipped
 * @param {string} name
 * @param {number} largest
 */
export async function unpack(zipped, name, largest) {
  try {
    const entry = find(zipped, name);
    if (!entry) {
      throw new Refused(zip_texts.without(name));
    }
    if (entry.flags & ENCRYPTED) throw new Refused(zip_texts.locked);
    if (entry.size > largest) throw tooLarge();
    const bytes = await content(zipped, entry, largest);
    if (bytes.length !== entry.size || checksum(bytes) !== entry.checksum) throw new Error("damaged");
    return bytes;
  } catch (problem) {
    if (problem instanceof Refused) throw problem;
    throw new Refused(zip_texts.damaged);
  }
}

class Refused extends Error {}

const tooLarge = () => new Refused(zip_texts.tooLarge);

/**
 * The line of the directory about a file, or undefined; of several the one nearest to the top.
 * @param {Bytes} zipped
 * @param {string} name
 * @returns {Entry | undefined}
 */
function find(zipped, name) {
  const view = new DataView(zipped.buffer, zipped.byteOffset, zipped.byteLength);
  let end = zipped.length - END_SIZE;
  while (view.getUint32(end, true) !== END) {
    end -= 1;
    if (end < zipped.length - END_SIZE - LONGEST_COMMENT) throw new Error("no end record");
  }
  /** @type {Entry[]} */
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== LINE) throw new Error("no line of the directory");
    /** @param {number} place */
    const short = (place) => view.getUint16(at + place, true);
    /** @param {number} place */
    const long = (place) => view.getUint32(at + place, true);
    const path = new TextDecoder().decode(zipped.subarray(at + LINE_SIZE, at + LINE_SIZE + short(28)));
    if (path.split(/[/\\]/).at(-1) === name) {
      const [flags, method, start] = [short(8), short(10), long(42)];
      found.push({ path, flags, method, start, checksum: long(16), packed: long(20), size: long(24) });
    }
    at += LINE_SIZE + short(28) + short(30) + short(32);
  }
  return found.sort((one, other) => one.path.length - other.path.length)[0];
}

/**
 * @param {Bytes} zipped
 * @param {Entry} entry
 * @param {number} largest
 */
async function content(zipped, entry, largest) {
  const view = new DataView(zipped.buffer, zipped.byteOffset, zipped.byteLength);
  if (view.getUint32(entry.start, true) !== LOCAL) throw new Error("no local header");
  const names = view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true);
  const from = entry.start + LOCAL_SIZE + names;
  const bytes = zipped.subarray(from, from + entry.packed);
  if (entry.method === STORED) return bytes;
  if (entry.method !== DEFLATED) throw new Error("unknown compression");
  return inflated(bytes, largest);
}

/**
 * Compressed bytes unpacked; it stops as soon as they are too many, whatever the file says of itself.
 * @param {Bytes} bytes
 * @param {number} largest
 */
async function inflated(bytes, largest) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const chunks = [];
  let size = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
