/**
 * The traits of a page's widgets, here and in the course's Python: what is set here goes there, and what is set there
 * comes back. Python may be anywhere: a transport brings the messages.
 */
import * as protocol from "./protocol.js";

/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */

/**
 * How far a page has come with reaching Python. "open": it is reached, or will be again at once; "full": a place in the
 * course will be free later; "offline": the line is broken, and it is tried again; "cut": the
 * course answers, but no line to it is ever let through; "slow": it takes long, without a reason
 * that is known; "lost": what an answer needs did not arrive, and the next one asks for it again. The others are the end: "outdated",
 * Python knows another version of the page; "gone", it has forgotten this page; "failed"; "closed", the page is left.
 * @typedef {"connecting" | "open" | "full" | "offline" | "restarts" | "cut" | "slow" | "lost" | "outdated" | "gone" | "failed" | "closed"} State
 */

/**
 * The way to the other halves of the widgets, wherever they are.
 * @typedef {object} Transport
 * @property {(comm: string, data: Json, buffers?: Binary[]) => Promise<void>} send says something to the other half of a
 *   widget; fulfilled when that is done with it. Nothing is lost and nothing comes twice, whatever the line does.
 * @property {(type: string, content: Json, buffers: Binary[]) => void} receive set by the page, called with each message
 * @property {State} state
 * @property {(state: State) => void} changed set by the page, called when the state or its words have changed
 * @property {string} [words] what the transport itself says about its state, in German
 * @property {() => void} open begins to reach Python
 * @property {() => void} [close] another page takes the place of this one
 */

/**
 * What the models need of their page.
 * @typedef {object} Page
 * @property {() => Model[]} order the models in the order in which a learner sees them
 * @property {() => void} busy something waits for Python
 * @property {() => void} idle nothing does any more
 * @property {() => void} settled nothing waits to be sent any more
 * @property {(text: string, type: string) => string} address where to load a text from that came as a message
 */

/** @type {(one: unknown, other: unknown) => boolean} */
const same = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

/**
 * All models of a page, and whose turn it is. Python does one thing after the other, and kept answers all come back at
 * once. So they wait here, and the next one is chosen only when Python is free: what a learner changes meanwhile, where
 * they are, goes before the rest.
 */
export class Models {
  /**
   * @param {Transport} transport
   * @param {Page} page
   */
  constructor(transport, page) {
    this.transport = transport;
    this.page = page;
    /** @type {Map<string, Model>} */
    this.all = new Map();
    /** @type {Set<Model>} models with changes that are not yet sent */
    this.waiting = new Set();
    this.unanswered = 0; // messages that Python is not done with
    this.started = false;
    this.sending = false;
  }

  /**
   * @param {string} id
   * @param {{ esm: string, css?: string, state: Json }} widget
   */
  add(id, widget) {
    this.all.set(id, new Model(this, id, widget));
  }

  /** The page is drawn: what waits may go. */
  start() {
    this.started = true;
    this.sendNext();
  }

  /** @param {Model} model */
  wait(model) {
    this.waiting.add(model);
    this.page.busy();
    this.sendNext();
  }

  /** @returns {Promise<void>} */
  async sendNext() {
    if (this.sending || !this.started) return;
    const [model] = this.inTurn();
    if (!model) {
      this.page.settled();
      return;
    }
    this.sending = true;
    await model.sendChanges();
    this.sending = false;
    void this.sendNext();
  }

  /** The models that wait, in their order. */
  inTurn() {
    return [...new Set([...this.page.order(), ...this.waiting])].filter((model) => this.waiting.has(model));
  }

  /**
   * @param {string} id
   * @param {Json} data
   * @param {Binary[]} buffers
   */
  async send(id, data, buffers) {
    this.unanswered += 1;
    this.page.busy();
    await this.transport.send(id, data, buffers);
    this.unanswered -= 1;
    if (this.unanswered === 0 && this.waiting.size === 0) this.page.idle();
  }

  /**
   * A message from Python.
   * @param {string} type
   * @param {Json} content
   * @param {Binary[]} buffers
   */
  receive(type, { comm_id: id, target_name: target, data }, buffers) {
    if (type === "comm_msg") this.all.get(id)?.receive(data, buffers);
    if (type === "comm_close") this.all.delete(id);
    if (type === "comm_open" && target === "jupyter.widget" && data.state._esm) {
      const { _esm: esm, _css: css, ...state } = protocol.putIn(data.state, data.buffer_paths ?? [], buffers);
      const { address } = this.page;
      this.add(id, { esm: address(esm, "text/javascript"), css: css && address(css, "text/css"), state });
    }
  }
}

/** @typedef {{ name: string, callback: (...values: any[]) => void, owner: object }} Listener */

/**
 * A model as a widget's script sees it (https://anywidget.dev/en/afm).
 * @typedef {object} Face
 * @property {(name: string) => any} get
 * @property {(name: string | Json, value?: any) => void} set
 * @property {() => void} save_changes
 * @property {(content: Json, callbacks?: unknown, buffers?: Binary[]) => void} send
 * @property {(names: string, callback: Listener["callback"]) => void} on
 * @property {(names?: string | null, callback?: Listener["callback"] | null) => void} off
 * @property {{ get_model: (id: string) => Promise<Face | undefined> }} widget_manager
 */

/** One widget: the address of its script and of its style, and its state. */
export class Model {
  /**
   * @param {Models} models
   * @param {string} id
   * @param {{ esm: string, css?: string, state: Json }} widget
   */
  constructor(models, id, { esm, css, state }) {
    this.models = models;
    this.id = id;
    this.esm = esm;
    this.css = css;
    this.state = state;
    /** @type {Listener[]} */
    this.listeners = [];
    /** @type {Json} set here, not yet sent; what is set while it waits goes together */
    this.changed = {};
  }

  /**
   * @param {Json} values
   * @param {{ ours: boolean }} from
   */
  change(values, { ours }) {
    const names = Object.keys(values).filter(
      (name) => protocol.isBinary(values[name]) || !same(values[name], this.state[name]),
    );
    for (const name of names) {
      this.state[name] = values[name];
      if (ours) this.changed[name] = values[name];
    }
    for (const name of names) this.trigger(`change:${name}`, [this, values[name], {}]);
    if (names.length) this.trigger("change", [this, {}]);
  }

  save() {
    if (Object.keys(this.changed).length) this.models.wait(this);
  }

  sendChanges() {
    this.models.waiting.delete(this);
    const { state, paths, buffers } = protocol.takeOut(this.changed);
    this.changed = {};
    return this.models.send(this.id, { method: "update", state, buffer_paths: paths }, buffers);
  }

  /**
   * @param {Json} data
   * @param {Binary[]} buffers
   */
  receive({ method, state, buffer_paths: paths = [], content }, buffers) {
    if (method === "update") {
      const news = protocol.putIn(state, paths, buffers);
      for (const name of Object.keys(this.changed)) delete news[name]; // set here and not yet sent: that is newer
      this.change(news, { ours: false });
    } else if (method === "custom") this.trigger("msg:custom", [content, buffers]);
    // An echo tells other pages of a change; this kernel has no other page.
  }

  /**
   * @param {string} name
   * @param {unknown[]} values
   */
  trigger(name, values) {
    for (const listener of [...this.listeners]) if (listener.name === name) listener.callback(...values);
  }

  /**
   * The model as the widget's script sees it; what one view listens to ends with that view.
   * @returns {Face}
   */
  face() {
    const owner = {};
    return {
      get: (name) => this.state[name],
      set: (name, value) => this.change(typeof name === "string" ? { [name]: value } : name, { ours: true }),
      save_changes: () => this.save(),
      send: (content, _callbacks, buffers = []) => {
        for (const model of this.models.inTurn()) void model.sendChanges(); // "check" must not overtake its answer
        void this.models.send(this.id, { method: "custom", content }, buffers);
      },
      on: (names, callback) => {
        for (const name of names.split(" ")) this.listeners.push({ name, callback, owner });
      },
      off: (names, callback) => {
        /** @type {(one: Listener) => boolean} */
        const leaves = (one) =>
          one.owner === owner &&
          (!names || names.split(" ").includes(one.name)) &&
          (!callback || one.callback === callback);
        this.listeners = this.listeners.filter((one) => !leaves(one));
      },
      widget_manager: { get_model: async (id) => this.models.all.get(id)?.face() },
    };
  }
}
