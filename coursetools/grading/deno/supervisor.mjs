// The third wall: a process that runs no foreign line itself. It holds images of prepared Pythons (see image.mjs) and
// begins an isolate of its own (worker.mjs) for each hand-in. deno run … supervisor.mjs ENVIRONMENT IMAGE
//
// Standard input and output carry messages to and from the grader: the number of a child (4 bytes), a kind (1 byte), a
// length (4 bytes), a body. From the grader: `p` an image, as a difference to the loaded one, `n` a new child (JSON:
// image, role, limits), `d` what it reads, `i` interrupt it, `k` end it, `f` forget the image. To the grader: `r` ready,
// `d` what it wrote, `m` the image that it became, `g` it is gone (JSON).
import { ofBytes, ofFile, unpacked } from "./store.mjs";

const [environment, file] = Deno.args;
const [STATE, LENGTH, INTERRUPT, BUSY, MEMORY, FULL, MAIL] = [0, 1, 2, 3, 4, 5, 8];
const ROOM = 1 << 18; // bytes of a piece that a child reads
const SPARES = 2;
const LOADED = 0; // the number of the image in which everything is loaded that exercises use
const PATIENCE = 1000; // milliseconds for a judge to come to its end
const encoder = new TextEncoder();
const text = (name) => Deno.readTextFileSync(`${import.meta.dirname}/${name}`);
const bytes = (name) => Deno.readFileSync(`${import.meta.dirname}/${name}`);

/** The address of a script that needs no permission to be read; `known`: names of scripts in it → their addresses. */
function blob(name, known = {}) {
  let source = text(name);
  for (const [other, address] of Object.entries(known)) source = source.replaceAll(`"./${other}"`, `"${address}"`);
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

const env = JSON.parse(environment);
const main = await WebAssembly.compile(bytes("pyodide.asm.wasm"));
const scripts = { "pyodide.asm.js": blob("pyodide.asm.js"), "key.mjs": blob("key.mjs") };
scripts["store.mjs"] = blob("store.mjs", scripts);
scripts["stand_ins.mjs"] = blob("stand_ins.mjs");
scripts["libraries.mjs"] = blob("libraries.mjs", scripts);
scripts["image.mjs"] = blob("image.mjs", scripts);
const script = blob("worker.mjs", scripts);

const opened = Deno.openSync(file);
const known = new Map(); // all libraries: key → compiled
const loaded = unpacked(ofFile(opened), known);
opened.close();

const images = new Map([[LOADED, loaded]]); // number → image
const children = new Map(); // number → child
const parked = []; // judges that wait for the next hand-in, the oldest first
const spares = []; // { image, worker, shared }, the oldest first
const toSay = [];
let saying = false;

async function say(number, kind, body = new Uint8Array(0)) {
  const head = new Uint8Array(9);
  new DataView(head.buffer).setUint32(0, number);
  head[4] = kind.charCodeAt(0);
  new DataView(head.buffer).setUint32(5, body.length);
  toSay.push(head, body);
  if (saying) return;
  saying = true;
  while (toSay.length) {
    let piece = toSay.shift();
    while (piece.length) piece = piece.subarray(await Deno.stdout.write(piece));
  }
  saying = false;
}

/** A worker that has begun with an image; `heard` is what to do with what it tells. */
function begun(image, base, role) {
  const shared = new SharedArrayBuffer(MAIL * 4 + ROOM);
  const worker = new Worker(script, { type: "module" });
  const one = { image, role, worker, shared, control: new Int32Array(shared), mail: new Uint8Array(shared, MAIL * 4) };
  one.up = new Promise((done) => {
    worker.onmessage = ({ data }) => (data.up ? done() : one.heard?.(data));
  });
  worker.onerror = (event) => {
    event.preventDefault();
    one.broken = event.message;
    one.heard?.({ failed: event.message });
  };
  worker.postMessage({ main, known, image, base, env, shared, control: shared, role });
  return one;
}

function start(number, { image: from, role, limits }) {
  const [image, base] = [images.get(from), from === LOADED ? null : images.get(LOADED)];
  const waiting = role === "judge" ? parked : spares;
  const place = waiting.findIndex((one) => one.image === image && one.role === role && !one.broken);
  const one = place < 0 ? begun(image, base, role) : waiting.splice(place, 1)[0];
  const child = Object.assign(one, { number, queue: [], from });
  children.set(number, child);
  one.heard = (data) => hear(child, data);
  one.up.then(() => one.worker.postMessage({ role, limits }));
  if (role !== "serve") return;
  // Where processors have something to do already, who begins before he is needed takes time from who is needed.
  const working = [...children.values()].filter((one) => one.role === role).length;
  if (working < navigator.hardwareConcurrency) spares.push(begun(image, base, role));
  if (spares.length > SPARES) spares.shift().worker.terminate();
}

function hear(child, data) {
  const { number, role } = child; // who runs foreign lines may say what it likes: it becomes nothing for the next one
  if (data instanceof Uint8Array) {
    if (children.has(number)) say(number, "d", data);
  } else if (data.image && role === "prepare") {
    say(number, "m", data.image);
    end(child);
  } else if (data.parked && role === "judge" && !child.broken) {
    clearTimeout(child.timer);
    Atomics.store(child.control, STATE, 0);
    child.heard = undefined;
    parked.push(child);
    if (parked.length > SPARES) parked.shift().worker.terminate();
  } else if (data.failed || data.ended) end(child, data.failed ?? "");
}

/** Terminate a child, and tell the grader. */
function end(child, why) {
  clearTimeout(child.timer);
  child.worker.terminate();
  gone(child, why);
}

function gone(child, why = "") {
  if (!children.delete(child.number)) return;
  const [busy, memory, full] = [BUSY, MEMORY, FULL].map((place) => child.control[place]);
  say(child.number, "g", encoder.encode(JSON.stringify({ busy, memory, full: full === 1, why })));
}

/** End a child because the grader wants it; a judge that can still hear becomes free for the next hand-in. */
function kill(child) {
  if (child.role !== "judge") return end(child);
  gone(child);
  child.timer = setTimeout(() => {
    child.broken = "too late";
    child.worker.terminate();
  }, PATIENCE);
  child.queue.push(null);
  pump(child);
}

/** Let go of an image, and of all that waits with it. */
function forget(number) {
  const image = images.get(number);
  images.delete(number);
  for (const waiting of [parked, spares]) {
    for (const one of waiting) if (one.image === image) one.worker.terminate();
    waiting.splice(0, waiting.length, ...waiting.filter((one) => one.image !== image));
  }
}

/** Give a child what it is to read, piece by piece. */
async function pump(child) {
  if (child.pumping) return;
  child.pumping = true;
  while (child.queue.length) {
    const waited = Atomics.waitAsync(child.control, STATE, 1);
    if (waited.async) await waited.value;
    const piece = child.queue[0]?.subarray(0, ROOM);
    if (piece) child.mail.set(piece);
    if (piece && piece.length < child.queue[0].length) child.queue[0] = child.queue[0].subarray(ROOM);
    else child.queue.shift();
    Atomics.store(child.control, LENGTH, piece ? piece.length : -1);
    Atomics.store(child.control, STATE, 1);
    Atomics.notify(child.control, STATE);
  }
  child.pumping = false;
}

function obey(number, kind, body) {
  const child = children.get(number);
  if (kind === "n") start(number, JSON.parse(new TextDecoder().decode(body)));
  else if (kind === "p") images.set(number, unpacked(ofBytes(body), known));
  else if (kind === "f") forget(number);
  else if (!child) return;
  else if (kind === "d") {
    child.queue.push(body);
    pump(child);
  } else if (kind === "i") Atomics.store(child.control, INTERRUPT, 2);
  else if (kind === "k") kill(child);
}

/** The next bytes from the grader, or null: there are none any more. */
async function exactly(length) {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const got = await Deno.stdin.read(bytes.subarray(at));
    if (got === null) return null;
    at += got;
  }
  return bytes;
}

async function* messages() {
  for (let head; (head = await exactly(9)); ) {
    const view = new DataView(head.buffer);
    const body = await exactly(view.getUint32(5));
    if (body) yield [view.getUint32(0), String.fromCharCode(head[4]), body];
  }
}

await Deno.permissions.revoke({ name: "read" });
say(LOADED, "r");
for await (const message of messages()) obey(...message);
Deno.exit();
