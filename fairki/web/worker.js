/**
 * The course's Python (Pyodide) in a worker: fetches it, runs the page's cells, then answers the page's messages.
 *
 * The page sends `Start` first, then `Said` as often as it likes, also before all is ready; it hears `Heard`. A page that
 * takes its place does the same, and finds Python as far as it is.
 */
import * as fetching from "./fetching.js";

/**
 * @typedef {object} Start
 * @property {number} page which of the worker's pages this is
 * @property {string} python address of the folder with Pyodide and the packed libraries
 * @property {string[]} start what every page needs, in this order
 * @property {Record<string, string[]>} late name of a module → what has to be fetched for it
 * @property {Record<string, number>} bytes name of each of these files → its size
 * @property {number} needed bytes of all that every page needs, Pyodide itself among them
 * @property {string[]} cells the code of the page's notebook
 * @property {string} language
 * @property {string} firm where the file of a company lies beside the course; empty: the shipped one
 */
/** @typedef {{ id: number, comm: string, data: string, buffers: Uint8Array[] }} Said */
/** @typedef {import("./fetching.js").Cause} Cause */
/**
 * What a page hears, with its number: how far things are; that Python waits for messages; that something is fetched for
 * it, and is there, or did not arrive; that a message is dealt with; what a widget says; why nothing can be had.
 * @typedef {{ kind: "loading", bytes: number } | { kind: "starting" } | { kind: "open" } | { kind: "late", bytes: number } | { kind: "there" } | { kind: "lost" }
 *   | { kind: "done", id: number } | { kind: "message", type: string, content: string, buffers: Uint8Array[] }
 *   | { kind: "failed", cause: Cause, detail: string }} News
 */

/** @typedef {News & { page: number }} Heard */

/** @type {Start | undefined} of the page that is there */
let wanted;
/** @type {any} Python, once it is there */
let py;
/** @type {any} its half of the page */
let bridge;
/** @type {News | undefined} why nothing can be had any more */
let failed;
/** @type {Said[]} */
let waiting = [];

/** @param {News} news */
const tell = (news) => postMessage({ ...news, page: wanted?.page ?? 0 });

/** @param {{ cause: Cause, detail: string }} why */
const fail = (why) => tell((failed = { kind: "failed", ...why }));

/** @param {unknown} problem */
const broken = async (problem) => wanted && fail(await diagnosed(problem, wanted));

addEventListener("message", (/** @type {MessageEvent<Start | Said>} */ { data }) => {
  if ("cells" in data) {
    const begun = wanted !== undefined;
    [wanted, waiting] = [data, []];
    if (failed) tell(failed);
    else if (bridge) show().catch(broken);
    else if (!begun) start(data).then(show).catch(broken);
  } else if (bridge) take(data);
  else waiting.push(data);
});

/** Runs the cells of the page that is there, and answers what it has said so far. */
async function show() {
  bridge.run(py.toPy(wanted?.cells));
  tell({ kind: "open" });
  for (const said of waiting.splice(0)) take(said);
}

/** @param {Said} said */
function take({ id, comm, data, buffers }) {
  try {
    bridge.handle(comm, py.toPy(JSON.parse(data)), py.toPy(buffers));
    tell({ kind: "done", id });
  } catch (problem) {
    fail(apparent(problem)); // Python itself ended; what a widget does wrong it reports
  }
}

/** @param {Start} wanted */
async function start({ python, start: zips, late, bytes, needed, language, firm }) {
  if (typeof WebAssembly === "undefined") throw new fetching.Failure("wasm", "no WebAssembly");
  watchMemory();
  let loaded = 0;
  /** @param {number} more */
  const count = (more) => tell({ kind: "loading", bytes: (loaded += more) });
  const addresses = zips.map((name) => python + name);
  const settings = { env: { HOME: "/home", JUPYTER_WIDGETS_ECHO: "0" } };
  const own = needed - zips.reduce((sum, name) => sum + bytes[name], 0);
  const begun = await fetching.begun(python, addresses, settings, count, own);
  const { place, unpack } = begun;
  py = begun.py;
  tell({ kind: "starting" });
  const { Bridge, OnDemand } = py.pyimport("fairki.browser.bridge");
  const bring = (/** @type {string} */ name) => {
    tell({ kind: "late", bytes: bytes[name] ?? 0 });
    try {
      unpack(fetching.fetchedNow(python + name, bytes[name]));
    } catch (problem) {
      tell({ kind: "lost" });
      throw problem; // to Python: the next answer asks again
    }
    tell({ kind: "there" });
  };
  OnDemand(py.toPy(late), bring).install();
  bridge = Bridge(say, language, firm && `${place}/${firm}`);
}

/**
 * Passes on what a widget says.
 * @param {string} type
 * @param {string} content
 * @param {any} parts Python's list of bytes
 */
function say(type, content, parts) {
  tell({ kind: "message", type, content, buffers: parts.toJs() });
  parts.destroy();
}

let short = false; // whether Python asked for more memory in vain: what it says then may be anything

function watchMemory() {
  const { prototype } = WebAssembly.Memory;
  const { grow } = prototype;
  prototype.grow = function (pages) {
    try {
      return grow.call(this, pages);
    } catch (problem) {
      short = true;
      throw problem;
    }
  };
}

/**
 * Why a start failed. The problem itself seldom says it: what the browser can do is tried, and the files are looked at.
 * @param {any} problem
 * @param {Start} wanted
 * @returns {Promise<{ cause: Cause, detail: string }>}
 */
async function diagnosed(problem, { python, bytes, late }) {
  const { cause, detail } = apparent(problem);
  if (cause !== "python") return { cause, detail };
  const later = new Set(Object.values(late).flat());
  for (const [name, size] of Object.entries(bytes).filter(([file]) => !later.has(file))) {
    const wrong = await whatIsWrong(python + name, size);
    if (wrong) return { cause: wrong, detail: `${name}: ${detail}` };
  }
  if (problem instanceof WebAssembly.CompileError) return { cause: "wasm", detail }; // of a kind that it does not know
  return { cause: problem instanceof TypeError ? "network" : "python", detail }; // now the files are there
}

/**
 * @param {string} address
 * @param {number} size
 * @returns {Promise<Cause | undefined>}
 */
async function whatIsWrong(address, size) {
  try {
    const response = await fetching.found(address);
    const { byteLength } = await response.arrayBuffer().catch((problem) => fetching.lost(address, problem));
    const type = response.headers.get("Content-Type") ?? "";
    return byteLength !== size || (address.endsWith(".js") && !/javascript/.test(type)) ? "missing" : undefined;
  } catch (problem) {
    return /** @type {fetching.Failure} */ (problem).cause;
  }
}

/**
 * What a problem itself says of its cause.
 * @param {any} problem
 * @returns {{ cause: Cause, detail: string }}
 */
function apparent(problem) {
  const detail = String(problem?.message ?? problem).slice(-2000);
  if (problem instanceof fetching.Failure) return { cause: problem.cause, detail };
  const last = detail.trimEnd().split("\n").at(-1) ?? ""; // of a traceback: the error
  if (short || /memory|allocation/i.test(detail.includes("Traceback") ? last : detail)) return { cause: "memory", detail };
  return { cause: runsAnything() ? "python" : "wasm", detail };
}

/** Whether WebAssembly may be run at all: the smallest piece of it is. */
function runsAnything() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
