/**
 * Starts a course page: shows the widgets of its notebook and connects them with the course's Python.
 *
 * The page carries the widgets' states, so they appear before Python is reached; what they say waits until then. What
 * Python has to work on goes to it one by one, what the learner sees first. Widgets are anywidgets
 * (https://anywidget.dev/en/afm), no others. Whatever goes wrong is said in German, with a button to load the page again;
 * the learner's answers are safe in the browser store.
 *
 * It runs anew on each page, also where a page takes another one's place in the same document (follow.js): "fairki-leave"
 * then ends all of it.
 */
import * as protocol from "./protocol.js";
import * as model from "./model.js";
import * as transport_kernel from "./transport_kernel.js";
import * as texts from "./texts.js";
import * as notices from "./notices.js";
import * as place from "./place.js";
import * as seen from "./seen.js";
import * as press from "./press.js";

/** @typedef {{ unsupported?: string, esm: string, css?: string, state: protocol.Json, buffers?: { path: protocol.Path, data: string }[] }} Widget */

const page = document.documentElement.dataset;
const left = new AbortController();
/** @type {(() => void)[]} what ends the widgets that are drawn */
const stops = [];

/** @param {string} name */
const meta = (name) => /** @type {HTMLMetaElement} */ (document.querySelector(`meta[name="fairki-${name}"]`)).content;

/** Whether kept answers still come back. */
const restoring = () => "restoring" in page;

/* ---- the widgets and the way to their other halves ---- */

/**
 * A page that has a script of its own for it finds Python there, every other one in a kernel.
 * @returns {Promise<model.Transport>}
 */
async function way() {
  const own = document.getElementById("fairki-python");
  if (!own) return new transport_kernel.KernelTransport({ base: meta("base"), page: meta("page"), shown: meta("shown") });
  const { transport: script, worker, python, ...wanted } = JSON.parse(own.textContent);
  /** @type {(path: string) => string} */
  const here = (path) => new URL(path, document.baseURI).href;
  try {
    const { WorkerTransport } = await import(here(script));
    return new WorkerTransport(here(worker), { ...wanted, python: here(python) });
  } catch (problem) {
    console.error("The way to Python cannot be had.", problem);
    return nowhere();
  }
}

/** From a folder nothing can arrive: the page says so above, and neither the network nor loading anew has to do with it. */
const FROM_FOLDER = location.protocol === "file:";

/**
 * Nothing can be calculated; what needs no Python goes on.
 * @returns {model.Transport}
 */
function nowhere() {
  return {
    state: "failed",
    words: texts.page.noWay,
    send: () => new Promise(() => {}),
    receive() {},
    changed() {},
    open() {
      if (!FROM_FOLDER) this.changed("failed");
    },
  };
}

const transport = await way();
const models = new model.Models(transport, {
  order,
  address,
  busy: () => ["gone", "failed", "closed"].includes(transport.state) || notices.busy(restoring),
  idle: () => {
    notices.idle();
    window.dispatchEvent(new Event("fairki-idle"));
  },
  settled: () => delete page.restoring,
});

transport.receive = (type, content, buffers) => {
  if (type === "error" && transport.state !== "lost") notices.tell("error");
  else models.receive(type, content, buffers);
};

transport.changed = (state) => {
  if (state === "outdated") location.reload();
  if (state === "full" || state === "offline" || state === "restarts" || state === "cut") notices.tell(state);
  if (state === "slow" || state === "lost") notices.tell(state, transport.words);
  if (state === "lost") notices.prepare("");
  if (state === "gone" || state === "failed") {
    notices.idle();
    notices.prepare("");
    notices.tell(state, transport.words);
  }
  if (state === "open" || state === "connecting") {
    for (const kind of /** @type {const} */ (["offline", "restarts", "cut", "full", "slow", "lost"])) notices.hush(kind);
    notices.prepare(transport.words ?? "");
  }
};

/**
 * The models as they are shown, those of the unit that is seen first, then those of the units below and of those above
 * it. Before a unit come the blocks of other units on which it builds.
 */
function order() {
  const nodes = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-model]"))];
  const placed = nodes.map((node) => ({
    unit: /** @type {HTMLElement | null} */ (node.closest(".page-unit"))?.dataset.unit, // none: before or behind all units
    one: models.all.get(node.dataset.model ?? ""),
  }));
  const shown = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".page-unit"))].filter(seen.isSeen);
  const passed = shown.filter((unit) => unit.getBoundingClientRect().top < innerHeight / 2);
  const here = (shown.length === 1 ? shown : passed).at(-1)?.dataset.unit;
  const units = [...new Set(placed.map((each) => each.unit))];
  const at = Math.max(0, units.indexOf(here));
  const turns = [...units.slice(at), ...units.slice(0, at)];
  const found = turns.flatMap((turn) =>
    placed.filter(({ unit: own, one }) => own === turn || one?.state.feeds?.includes(turn)).map(({ one }) => one),
  );
  return found.filter((one) => one !== undefined);
}

/** @type {Map<string, string>} */
const addresses = new Map();

/**
 * A widget made after the page was rendered brings its script as text; equal texts are loaded once.
 * @param {string} text
 * @param {string} type
 */
function address(text, type) {
  const known = addresses.get(text) ?? URL.createObjectURL(new Blob([text], { type }));
  addresses.set(text, known);
  return known;
}

/* ---- showing the widgets ---- */

/** @type {Map<string, string>} */
const unsupported = new Map();

/** The script of a widget could not be had. */
class NotArrived extends Error {}

/** @type {Map<model.Model, Promise<any>>} */
const scripts = new Map();

/**
 * The widget's script, started once per model.
 * @param {model.Model} one
 */
function started(one) {
  const script = scripts.get(one) ?? start(one);
  scripts.set(one, script);
  return script;
}

/** @param {model.Model} one */
async function start(one) {
  const { esm, css } = one;
  if (css && !document.querySelector(`link[href="${CSS.escape(css)}"]`)) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: css }));
  }
  const { default: definition } = await import(new URL(esm, document.baseURI).href).catch((problem) => {
    throw new NotArrived(problem.message);
  });
  const widget = typeof definition === "function" ? await definition() : definition;
  await widget.initialize?.({ model: one.face(), signal: left.signal, experimental: {} });
  return widget;
}

/**
 * Whether a widget is nothing but hidden: one that keeps no answer costs no script until it is to be seen.
 * @param {model.Model} one
 * @param {HTMLElement} node
 */
function later(one, node) {
  if (one.state.visible !== false || one.state.key) return false;
  const face = one.face();
  const appear = () => {
    if (!face.get("visible")) return;
    face.off("change:visible", appear);
    show(node);
  };
  face.on("change:visible", appear);
  node.replaceChildren();
  node.removeAttribute("aria-busy");
  return true;
}

/** @param {HTMLElement} node */
async function show(node) {
  const id = node.dataset.model ?? "";
  const one = models.all.get(id);
  try {
    if (!one) throw new Error(`no anywidget: ${unsupported.get(id)}`);
    if (later(one, node)) return;
    const widget = await started(one);
    const el = document.createElement("div");
    const stop = await widget.render?.({ model: one.face(), el, signal: left.signal, host: {}, experimental: {} });
    if (stop) stops.push(stop);
    node.replaceChildren(el);
  } catch (problem) {
    console.error("A widget cannot be shown.", problem);
    const arrived = !(problem instanceof NotArrived) || FROM_FOLDER;
    const said = { className: "page-waiting", textContent: arrived ? texts.page.cannotShow : texts.page.notArrived };
    node.replaceChildren(Object.assign(document.createElement("p"), said));
  }
  node.removeAttribute("aria-busy");
}

const carried = /** @type {HTMLElement} */ (document.getElementById("fairki-widgets")).textContent;
for (const [id, widget] of Object.entries(/** @type {Record<string, Widget>} */ (JSON.parse(carried)))) {
  const { esm, css, state, buffers = [] } = widget;
  if (widget.unsupported) unsupported.set(id, widget.unsupported);
  else {
    const parts = buffers.map(({ data }) => protocol.fromText(data));
    models.add(id, { esm, css, state: protocol.putIn(state, buffers.map(({ path }) => path), parts) });
  }
}
transport.open();
page.restoring = "";
const hold = place.land();
Promise.all(Array.from(/** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".page-widget")), show)).then(() => {
  window.dispatchEvent(new Event("fairki-ready"));
  hold(); // so that it is known what the learner sees
  page.ready = "";
  models.start();
});
window.addEventListener("hashchange", place.land);
press.watch();

/** Another page takes the place of this one. */
function end() {
  transport.close?.();
  left.abort();
  for (const stop of stops) stop();
}
window.addEventListener("fairki-leave", end, { once: true });

window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted && transport.state === "closed") location.reload(); // back from the browser's memory: Python is gone
});

// On paper nothing can be opened any more.
/** @type {HTMLDetailsElement[]} */
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details:not([open])"))];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
