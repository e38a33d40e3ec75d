// One isolate of the third wall: a Python that begins with an image, works for one hand-in (or prepares an exercise, and
// ends as an image; or judges, and goes back to its image). It has no permissions.
import * as images from "./image.mjs";
import { joined, packed } from "./store.mjs";

const [STATE, LENGTH, INTERRUPT, BUSY, MEMORY, FULL, MAIL] = [0, 1, 2, 3, 4, 5, 8]; // places in `control`, see supervisor
const MOST_AT_ONCE = 1 << 20;
const CODE = { prepare: "prepare()", serve: "serve()", judge: "serve()" };
const NO_SPACE = 51;
const LANGUAGE = new Set([
  ...["globalThis", "Infinity", "NaN", "undefined", "isFinite", "isNaN", "parseFloat", "parseInt", "Object", "Function"],
  ...["Boolean", "Symbol", "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError"],
  ...["TypeError", "URIError", "Number", "BigInt", "Math", "Date", "String", "RegExp", "Array", "Int8Array"],
  ...["Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "BigInt64Array"],
  ...["BigUint64Array", "Float32Array", "Float64Array", "Map", "Set", "WeakMap", "WeakSet", "ArrayBuffer", "DataView"],
  ...["SharedArrayBuffer", "Atomics", "JSON", "Promise", "Reflect", "Proxy", "Iterator", "constructor"],
]);
const tell = self.postMessage.bind(self);
const { grow } = WebAssembly.Memory.prototype;
let most = Infinity;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > most) throw new RangeError("memory");
  return grow.call(this, pages); // Python hears of a refusal as a MemoryError
};

let M, control, mail, rest = new Uint8Array(0), busy = 0, since = performance.now();
let kept; // what a judge goes back to, or what an image is a difference to

const device = {
  open(stream) {
    stream.seekable = false;
  },
  read(_, buffer, offset, length) {
    if (!rest.length && !received()) return 0;
    const piece = rest.subarray(0, length);
    rest = rest.subarray(piece.length);
    buffer.set(piece, offset);
    return piece.length;
  },
  write(_, buffer, offset, length) {
    const taken = Math.min(length, MOST_AT_ONCE);
    tell(new Uint8Array(buffer.buffer, buffer.byteOffset + offset, taken).slice());
    return taken;
  },
};

/** Wait for the next piece; false: there is none any more. */
function received() {
  count();
  while (Atomics.load(control, STATE) === 0) Atomics.wait(control, STATE, 0);
  since = performance.now();
  const length = Atomics.load(control, LENGTH);
  if (length < 0) return false;
  rest = mail.slice(0, length);
  Atomics.store(control, INTERRUPT, 0); // it was meant for what is done
  Atomics.store(control, STATE, 0);
  Atomics.notify(control, STATE);
  return true;
}

/** Say in `control` how long this isolate has worked, and what its memory is. */
function count() {
  busy += performance.now() - since;
  control[BUSY] = busy;
  control[MEMORY] = M.HEAPU8.length >> 10;
}

function run(role) {
  const code = M.stringToNewUTF8(`from coursetools.grading.inside import in_deno\nin_deno.${CODE[role]}`);
  const failed = M._PyRun_SimpleString(code);
  if (role !== "serve") M._free(code);
  if (failed) throw new Error(`${role} failed`);
}

async function begin({ main, known, image, base, env, control: shared, role }) {
  delete globalThis.process; // else Pyodide takes this for Node
  control = new Int32Array(shared);
  mail = new Uint8Array(shared, MAIL * 4);
  M = await images.restored(main, image, base, device, env);
  images.watchLibraries();
  if (role === "judge") kept = { image, base, libraries: images.libraries(), inode: M.FS.nextInode };
  else if (role === "prepare") kept = { image, known };
  M.Py_EmscriptenSignalBuffer = new Uint8Array(shared, INTERRUPT * 4, 1);
  M.HEAPU8[M._Py_EMSCRIPTEN_SIGNAL_HANDLING] = 1;
  images.close(known);
  closeDoors();
}

/** Leave nothing in this isolate's globals but JavaScript itself and what Pyodide needs of the rest. */
function closeDoors() {
  const own = new Set(["WebAssembly", "performance", "crypto", "TextDecoder", "TextEncoder", "dispatchEvent"]);
  const isLanguage = (name) => LANGUAGE.has(name) || own.has(name);
  for (let place = globalThis; place && place !== Object.prototype; place = Object.getPrototypeOf(place)) {
    for (const name of Object.getOwnPropertyNames(place)) if (!isLanguage(name)) Reflect.deleteProperty(place, name);
  }
}

/** What is written lies in memory, too, but not in Python's: no more than fits into the work folder elsewhere. */
function limitFiles(folder) {
  const { MEMFS } = M.FS.filesystems;
  const nodes = new Set(); // files that were written
  let held = 0; // bytes
  const sizeOf = (node) => node.contents?.length ?? 0;
  const stillThere = () => {
    for (const node of nodes) if (node.parent.contents[node.name] !== node) nodes.delete(node);
    return [...nodes].reduce((sum, node) => sum + sizeOf(node), 0);
  };
  const within = (owner, name, asked) => {
    const change = owner[name];
    owner[name] = (...given) => {
      const [node, size] = asked(...given);
      const before = sizeOf(node);
      if (held + size - before > folder) held = stillThere();
      if (size > before && held + size - before > folder) {
        Atomics.store(control, FULL, 1);
        throw new M.FS.ErrnoError(NO_SPACE);
      }
      held -= nodes.has(node) ? before : 0;
      const result = change.apply(owner, given);
      nodes.add(node);
      held += sizeOf(node);
      return result;
    };
  };
  within(MEMFS.ops_table.file.stream, "write", ({ node }, data, offset, length, position) => [node, position + length]);
  within(MEMFS, "resizeFileStorage", (node, size) => [node, size]);
}

function go({ role, limits }) {
  since = performance.now();
  if (role === "serve") {
    most = M.HEAPU8.length + limits.memory;
    limitFiles(limits.folder);
  }
  run(role);
  count();
  if (role === "prepare") return { image: joined(packed(images.made(M, kept.image, kept.known))) };
  if (role === "serve") return { ended: true };
  const changed = images.libraries() !== kept.libraries || M.FS.nextInode !== kept.inode;
  if (changed || !images.reset(M, kept.image, kept.base)) return { ended: true };
  [rest, busy] = [new Uint8Array(0), 0];
  return { parked: true };
}

self.addEventListener("message", async ({ data }) => {
  try {
    if (data.image) {
      await begin(data);
      tell({ up: true });
    } else {
      const told = go(data);
      tell(told, told.image ? [told.image.buffer] : []);
    }
  } catch (error) {
    tell({ failed: `${error?.stack ?? error}`.slice(0, 4000) });
  }
});
