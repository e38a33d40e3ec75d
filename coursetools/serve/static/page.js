/**
 * The runtime of a course page: shows the widgets of its notebook and connects them with their kernel.
 *
 * The page carries the widgets' states, so they appear before the kernel is reached; what they say waits
 * until then. What the kernel has to work on goes to it one by one, what the learner sees first. Widgets are anywidgets (https://anywidget.dev/en/afm), no others. Whatever goes wrong is said
 * in German, with a button to load the page again; the learner's answers are safe in the browser store.
 */

const PROTOCOL = "v1.kernel.websocket.jupyter.org";
const PATIENCE = 400; // ms until waiting is worth a word
const PATIENCE_AT_FIRST = 1000; // ms until it is worth a word that kept answers come back
const LONG = 4000; // ms until it is worth to be read out: most answers come sooner and are read out themselves
const LONGEST_PAUSE = 15_000; // ms between two attempts to connect
const GESTURES = ["wheel", "touchmove", "pointerdown", "keydown"]; // what a learner does to move
const REPLAY = 1500; // ms in which the server brings what came while the line was broken
// Why the server closes a connection, see coursetools/serve/visits.py and channels.py.
const [GONE, LOAD_AGAIN, FULL, REFUSED] = [4404, 4409, 4503, 1008];
const NEXT_ATTEMPT = [5_000, 10_000]; // ms until a page asks again for a place: at least, and by chance so much more

const meta = (name) => document.querySelector(`meta[name="fairki-${name}"]`).content;
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");
const same = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);
const isBinary = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

const visit = newId(); // known to this page and to the course, and to nobody else
const base = meta("base");

/* ---- what the page says to the learner ---- */

const notice = document.querySelector(".page-notice");
const activity = document.querySelector(".page-activity");

const TEXTS = {
  gone: "Die Seite war länger nicht verbunden. Ihre Eingaben sind in diesem Browser gespeichert.",
  full: "Gerade ist sehr viel los. Sie können schon lesen. Sobald ein Platz frei ist, geht es von selbst weiter. Ihre Eingaben gehen nicht verloren.",
  offline: "Die Verbindung ist unterbrochen. Sie können weiterlesen; die Seite verbindet sich von selbst wieder.",
  error: "Da ist etwas schiefgegangen. Das liegt nicht an Ihnen. Ihre Eingaben sind in diesem Browser gespeichert.",
};

function tell(kind) {
  if (notice.dataset.kind === kind || notice.dataset.kind === "gone") return;
  notice.dataset.kind = kind;
  const text = document.createElement("p");
  text.textContent = TEXTS[kind];
  notice.replaceChildren(text);
  if (kind === "gone" || kind === "error") notice.append(button("primary", "Seite neu laden", () => location.reload()));
  if (kind === "error") notice.append(button("quiet", "Schließen", () => hush("error")));
  notice.hidden = false;
}

function button(look, text, onclick) {
  return Object.assign(document.createElement("button"), { type: "button", className: `fk-button fk-${look}`, textContent: text, onclick });
}

function hush(kind) {
  if (notice.dataset.kind !== kind) return;
  delete notice.dataset.kind;
  notice.hidden = true;
}

let activityTimers = [];

function showActivity() {
  if (activityTimers.length || connection.over) return;
  const say = (text) => (activity.textContent = text);
  const aloud = () => {
    activity.setAttribute("role", "status");
    say(restoring() ? "Ihr Stand wird noch wiederhergestellt …" : "Das dauert noch etwas …");
  };
  const soon = restoring()
    ? setTimeout(say, PATIENCE_AT_FIRST, "Ihr Stand wird wiederhergestellt. Sie können schon weiterarbeiten.")
    : setTimeout(say, PATIENCE, "Wird berechnet …");
  activityTimers = [soon, setTimeout(aloud, LONG)];
}

function hideActivity() {
  activityTimers.forEach(clearTimeout);
  activityTimers = [];
  activity.removeAttribute("role");
  activity.textContent = "";
}

/* ---- messages as bytes ---- */

// 8 bytes: number of offsets; 8 bytes each: where a part begins, the last one: where the message ends.
function pack(channel, header, content, buffers) {
  const text = new TextEncoder();
  const bytes = (part) => (ArrayBuffer.isView(part) ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength) : new Uint8Array(part));
  const json = [header, {}, {}, content].map((part) => text.encode(JSON.stringify(part)));
  const parts = [text.encode(channel), ...json, ...buffers.map(bytes)];
  const offsets = [8 * (parts.length + 2)];
  for (const part of parts) offsets.push(offsets.at(-1) + part.length);
  const message = new Uint8Array(offsets.at(-1));
  const view = new DataView(message.buffer);
  [offsets.length, ...offsets].forEach((number, at) => view.setBigUint64(8 * at, BigInt(number), true));
  parts.forEach((part, at) => message.set(part, offsets[at]));
  return message;
}

function unpack(data) {
  const view = new DataView(data);
  const count = Number(view.getBigUint64(0, true));
  const offsets = Array.from({ length: count }, (_, at) => Number(view.getBigUint64(8 * (at + 1), true)));
  const parts = offsets.slice(1).map((end, at) => new DataView(data, offsets[at], end - offsets[at]));
  const [, header, parent, , content] = parts.map((part, at) => (at > 0 && at < 5 ? JSON.parse(new TextDecoder().decode(part)) : part));
  return { header, parent, content, buffers: parts.slice(5) };
}

// Binary parts travel beside the JSON; paths say where they belong.
function takeOut(value, path, paths, buffers) {
  if (isBinary(value)) {
    paths.push(path);
    buffers.push(value);
    return null;
  }
  if (Array.isArray(value)) return value.map((item, at) => takeOut(item, [...path, at], paths, buffers));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, takeOut(item, [...path, key], paths, buffers)]));
}

function putIn(state, paths, buffers) {
  paths.forEach((path, at) => {
    const parent = path.slice(0, -1).reduce((inner, key) => inner[key], state);
    parent[path.at(-1)] = buffers[at];
  });
  return state;
}

/* ---- the connection to the kernel ---- */

class Connection {
  constructor(receive) {
    this.receive = receive;
    this.used = false; // as long as no kernel answered, any that fits will do
    this.unanswered = new Map(); // by id: what the kernel is not done with (or does not yet know)
    this.attempts = 0;
    this.over = false;
    this.connect();
  }

  connect() {
    clearTimeout(this.pause);
    const address = new URL(`${base}besuch/${visit}`, location.href);
    address.search = new URLSearchParams({ seite: meta("page"), stand: meta("shown"), ...(this.used ? {} : { neu: "" }) });
    address.protocol = address.protocol.replace("http", "ws");
    this.socket = new WebSocket(address, [PROTOCOL]);
    this.socket.binaryType = "arraybuffer";
    this.socket.addEventListener("open", () => this.opened());
    this.socket.addEventListener("message", ({ data }) => this.got(unpack(data)));
    this.socket.addEventListener("close", ({ code }) => this.closed(code));
  }

  opened() {
    this.attempts = 0;
    hush("offline");
    const [lost, fresh] = [[], []];
    for (const entry of this.unanswered.values()) (entry.sent ? lost : fresh).push(entry);
    for (const entry of fresh) this.transmit(entry);
    // The kernel may have got these before the line broke; then the server brings the answers now.
    setTimeout(() => lost.filter((entry) => !entry.answered).forEach((entry) => this.transmit(entry)), REPLAY);
  }

  transmit(entry) {
    entry.sent = this.socket.readyState === WebSocket.OPEN;
    if (entry.sent) this.socket.send(entry.message);
  }

  closed(code) {
    if (this.over) return;
    if (code === LOAD_AGAIN) {
      location.reload();
    } else if (code === GONE || code === REFUSED) {
      this.over = true;
      hideActivity();
      tell(code === GONE ? "gone" : "error");
    } else if (code === FULL) {
      tell("full");
      this.pause = setTimeout(() => this.connect(), NEXT_ATTEMPT[0] + Math.random() * NEXT_ATTEMPT[1]);
    } else {
      this.attempts += 1;
      if (this.attempts > 1) tell("offline");
      this.pause = setTimeout(() => this.connect(), Math.min(LONGEST_PAUSE, 250 * 2 ** this.attempts));
    }
  }

  /** Connects now if it is only waiting to. */
  hurry() {
    if (!this.over && this.socket.readyState === WebSocket.CLOSED) this.connect();
  }

  /** Sends content to a widget's other half; resolves when the kernel is done with it. */
  send(comm, data, buffers = []) {
    const id = newId();
    const header = { msg_id: id, msg_type: "comm_msg", session: visit, username: "", version: "5.3" };
    const message = pack("shell", header, { comm_id: comm, data }, buffers);
    showActivity();
    return new Promise((done) => {
      const entry = { message, done, sent: false, answered: false };
      this.unanswered.set(id, entry);
      this.transmit(entry);
    });
  }

  got({ header, parent, content, buffers }) {
    hush("full");
    this.used ||= header.msg_type !== "status" || this.unanswered.has(parent.msg_id);
    if (header.msg_type === "status") {
      if (content.execution_state === "dead") this.closed(GONE);
      if (content.execution_state === "idle") this.answered(parent.msg_id);
    } else if (header.msg_type === "error") {
      tell("error");
    } else {
      this.receive(header.msg_type, content, buffers);
    }
  }

  answered(id) {
    const entry = this.unanswered.get(id);
    if (!entry) return;
    entry.answered = true;
    this.unanswered.delete(id);
    entry.done();
    if (this.unanswered.size === 0 && waiting.size === 0) hideActivity();
  }
}

/* ---- whose turn it is ---- */

// The kernel does one thing after the other, and kept answers all come back at once. So they wait here, and the next
// one is chosen only when the kernel is free: what a learner changes meanwhile, where they are, goes before the rest.
const waiting = new Set(); // models with changes that are not yet sent
let sending = false;

/** Whether kept answers still come back. */
const restoring = () => "restoring" in document.documentElement.dataset;

async function sendNext() {
  if (sending || !("ready" in document.documentElement.dataset)) return;
  const [model] = inTurn();
  if (!model) {
    delete document.documentElement.dataset.restoring;
    return;
  }
  sending = true;
  await model.sendChanges();
  sending = false;
  sendNext();
}

/**
 * The models that wait, those of the unit that is seen first, then those of the units below and of those above it.
 * Before a unit come the blocks of other units on which it builds.
 */
function inTurn() {
  const placed = [];
  let [here, unit] = [undefined, undefined]; // before the first unit, and on pages without units
  for (const one of document.querySelectorAll("[data-place], [data-model]")) {
    if (one.dataset.model) placed.push({ unit, model: models.get(one.dataset.model) });
    else {
      unit = one.dataset.place.replace("einheit-", "");
      if (one.getBoundingClientRect().top < innerHeight / 2) here = unit;
    }
  }
  const units = [...new Set(placed.map((one) => one.unit))];
  const at = Math.max(0, units.indexOf(here));
  const turns = [...units.slice(at), ...units.slice(0, at)];
  const builds = (turn, { unit: own, model }) => own === turn || model?.state.feeds?.includes(turn);
  const found = turns.flatMap((turn) => placed.filter((one) => builds(turn, one)).map(({ model }) => model));
  return [...new Set([...found, ...waiting])].filter((model) => waiting.has(model));
}

/* ---- models: the traits of a widget, here and in the kernel ---- */

class Model {
  constructor(id, { esm, css, state, buffers = [] }) {
    Object.assign(this, { id, esm, css, state });
    const parts = buffers.map(({ data }) => new DataView(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)).buffer));
    putIn(state, buffers.map(({ path }) => path), parts);
    this.listeners = [];
    this.changed = {}; // set here, not yet sent; what is set while it waits goes together
  }

  change(values, { ours }) {
    const names = Object.keys(values).filter((name) => isBinary(values[name]) || !same(values[name], this.state[name]));
    for (const name of names) {
      this.state[name] = values[name];
      if (ours) this.changed[name] = values[name];
    }
    for (const name of names) this.trigger(`change:${name}`, [this, values[name], {}]);
    if (names.length) this.trigger("change", [this, {}]);
  }

  save() {
    if (!Object.keys(this.changed).length) return;
    waiting.add(this);
    showActivity();
    sendNext();
  }

  sendChanges() {
    waiting.delete(this);
    const [paths, buffers] = [[], []];
    const state = takeOut(this.changed, [], paths, buffers);
    this.changed = {};
    return connection.send(this.id, { method: "update", state, buffer_paths: paths }, buffers);
  }

  receive({ method, state, buffer_paths: paths = [], content }, buffers) {
    if (method === "update") {
      const news = putIn(state, paths, buffers);
      for (const name of Object.keys(this.changed)) delete news[name]; // set here and not yet sent: that is newer
      this.change(news, { ours: false });
    } else if (method === "custom") this.trigger("msg:custom", [content, buffers]);
    // An echo tells other pages of a change; this kernel has no other page.
  }

  trigger(name, values) {
    for (const listener of [...this.listeners]) if (listener.name === name) listener.callback(...values);
  }

  /** The model as the widget's script sees it; what one view listens to ends with that view. */
  face() {
    const owner = {};
    return {
      get: (name) => this.state[name],
      set: (name, value) => this.change(typeof name === "string" ? { [name]: value } : name, { ours: true }),
      save_changes: () => this.save(),
      send: (content, _callbacks, buffers = []) => {
        for (const model of inTurn()) model.sendChanges(); // "check" must not overtake the answer that it is about
        void connection.send(this.id, { method: "custom", content }, buffers);
      },
      on: (names, callback) => {
        for (const name of names.split(" ")) this.listeners.push({ name, callback, owner });
      },
      off: (names, callback) => {
        const leaves = (one) => one.owner === owner && (!names || names.split(" ").includes(one.name)) && (!callback || one.callback === callback);
        this.listeners = this.listeners.filter((one) => !leaves(one));
      },
      widget_manager: { get_model: async (id) => models.get(id)?.face() },
    };
  }

  /** The widget's script, started once per model. */
  widget() {
    this.started ??= load(this).then(async (definition) => {
      const widget = typeof definition === "function" ? await definition() : definition;
      await widget.initialize?.({ model: this.face(), signal: unending, experimental: {} });
      return widget;
    });
    return this.started;
  }
}

const unending = new AbortController().signal;
const models = new Map();
const modules = new Map(); // script of a widget made later: its address

async function load({ esm, css }) {
  if (css && !document.querySelector(`link[href="${CSS.escape(css)}"]`)) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: css }));
  }
  return (await import(esm)).default;
}

// A widget made after the page was rendered brings its script as text; equal texts are loaded once.
function address(text, type) {
  if (!modules.has(text)) modules.set(text, URL.createObjectURL(new Blob([text], { type })));
  return modules.get(text);
}

function receive(type, { comm_id: id, target_name: target, data }, buffers) {
  if (type === "comm_msg") models.get(id)?.receive(data, buffers);
  if (type === "comm_close") models.delete(id);
  if (type === "comm_open" && target === "jupyter.widget" && data.state._esm) {
    const { _esm: esm, _css: css, ...state } = putIn(data.state, data.buffer_paths ?? [], buffers);
    models.set(id, new Model(id, { esm: address(esm, "text/javascript"), css: css && address(css, "text/css"), state }));
  }
}

/* ---- the place in the address ---- */

/**
 * Brings the place in the address into view and holds it there while the page still grows (widgets are drawn, kept
 * answers come back), until the learner moves. The result does so once more, now.
 */
function land() {
  const place = decodeURIComponent(location.hash.slice(1));
  if (!place) return () => {};
  const main = document.querySelector("main");
  const learner = new AbortController();
  const find = () => document.getElementById(place) ?? document.querySelector(`[data-place="${CSS.escape(place)}"]`);
  let [height, top, focused] = [0, 0, false];

  function hold() {
    const target = find(); // headings of units get their mark from the page's Header
    if (!target || learner.signal.aborted) return;
    target.scrollIntoView({ behavior: "instant" });
    if (!focused) {
      if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
      focused = true;
    }
    [height, top] = [main.offsetHeight, target.getBoundingClientRect().top];
  }

  // Somebody drags the scroll bar: the place moves although the page has not grown.
  function scrolled() {
    if (focused && main.offsetHeight === height && Math.abs(find().getBoundingClientRect().top - top) > 1) learner.abort();
  }

  const growth = new ResizeObserver(hold);
  const { signal } = learner;
  signal.addEventListener("abort", () => growth.disconnect());
  for (const name of GESTURES) window.addEventListener(name, () => learner.abort(), { signal, capture: true, passive: true });
  window.addEventListener("scroll", scrolled, { signal, passive: true });
  growth.observe(main);
  return hold;
}

/* ---- showing the widgets ---- */

async function show(place) {
  const model = models.get(place.dataset.model);
  try {
    if (!model) throw new Error(`no anywidget: ${unsupported.get(place.dataset.model)}`);
    const widget = await model.widget();
    const el = document.createElement("div");
    await widget.render?.({ model: model.face(), el, signal: unending, host: {}, experimental: {} });
    place.replaceChildren(el);
  } catch (problem) {
    console.error("A widget cannot be shown.", problem);
    place.firstElementChild.textContent = "Dieser Teil lässt sich hier nicht anzeigen.";
  }
  place.removeAttribute("aria-busy");
}

const unsupported = new Map();
for (const [id, widget] of Object.entries(JSON.parse(document.getElementById("fairki-widgets").textContent))) {
  if (widget.unsupported) unsupported.set(id, widget.unsupported);
  else models.set(id, new Model(id, widget));
}
const connection = new Connection(receive);
document.documentElement.dataset.restoring = "";
const hold = land();
Promise.all(Array.from(document.querySelectorAll(".page-widget"), show)).then(() => {
  hold(); // so that it is known what the learner sees
  document.documentElement.dataset.ready = "";
  sendNext();
});
window.addEventListener("hashchange", land);

window.addEventListener("online", () => connection.hurry());
document.addEventListener("visibilitychange", () => document.hidden || connection.hurry());
window.addEventListener("pagehide", () => {
  connection.over = true;
  navigator.sendBeacon(`${base}verlassen/${visit}`);
});
window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload(); // back from the browser's memory: the kernel is gone
});

// On paper nothing can be opened any more.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
