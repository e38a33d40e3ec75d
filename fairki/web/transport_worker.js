/** The way to Python in a worker of this very browser: nothing leaves it. See `Transport` in model.js. */
import * as worker_texts from "./texts/worker_texts.js";

/** @typedef {import("./model.js").State} State */
/** @typedef {import("./model.js").Transport} Transport */
/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */
/** @typedef {import("./worker.js").Heard} Heard */
/** @typedef {import("./worker.js").Start} Start */

const PATIENCE = 20_000; // ms without news until the learner hears that it takes long

/** @implements {Transport} */
export class WorkerTransport {
  /**
   * @param {string} script address of worker.js
   * @param {Start} wanted
   */
  constructor(script, wanted) {
    this.script = script;
    this.wanted = wanted;
    /** @type {Map<number, () => void>} by number: what Python is not done with */
    this.unanswered = new Map();
    this.count = 0;
    /** @type {State} */
    this.state = "connecting";
    this.words = "";
    /** @type {Transport["changed"]} */
    this.changed = () => {};
    /** @type {Transport["receive"]} */
    this.receive = () => {};
    /** @type {Worker | undefined} */
    this.worker = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.patience = undefined;
    /** @type {unknown[]} said before the worker was there */
    this.early = [];
    this.forbidden = false; // whether a rule of the page stands against the worker
  }

  /** Starts once the page has been painted: reading comes first. */
  open() {
    requestAnimationFrame(() => setTimeout(() => this.begin(), 0));
    setTimeout(() => this.begin(), 1000); // a page in the background is not painted
  }

  begin() {
    if (this.worker) return;
    this.wait();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      this.forbidden ||= effectiveDirective === "worker-src";
    });
    try {
      this.worker = new Worker(this.script, { type: "module" });
    } catch (problem) {
      return this.fail("blocked", String(problem));
    }
    this.worker.addEventListener("message", ({ data }) => this.heard(data));
    this.worker.addEventListener("error", ({ message }) => void this.broken(message));
    for (const said of [this.wanted, ...this.early.splice(0)]) this.worker.postMessage(said);
  }

  /**
   * @param {string} comm
   * @param {Json} data
   * @param {Binary[]} buffers
   * @returns {Promise<void>}
   */
  send(comm, data, buffers = []) {
    const id = (this.count += 1);
    const said = { id, comm, data: JSON.stringify(data), buffers };
    if (this.worker) this.worker.postMessage(said);
    else this.early.push(said);
    return new Promise((done) => this.unanswered.set(id, done));
  }

  /**
   * The worker itself failed. Without a message: its script could not be had, or may not run.
   * @param {string} [message]
   */
  async broken(message) {
    if (message) return this.fail(/memory/i.test(message) ? "memory" : "python", message);
    const found = await fetch(this.script).catch(() => null);
    this.fail(this.forbidden ? "blocked" : found ? "missing" : "network", this.script);
  }

  /** @param {Heard} heard */
  heard(heard) {
    if (this.state === "failed") return;
    if (this.state === "connecting" || this.state === "slow") this.wait();
    if (heard.kind === "message") this.said(heard.type, JSON.parse(heard.content), heard.buffers);
    if (heard.kind === "done") {
      this.unanswered.get(heard.id)?.();
      this.unanswered.delete(heard.id);
    }
    if (heard.kind === "loading") this.become("connecting", worker_texts.loading(heard.bytes, this.wanted.needed));
    if (heard.kind === "starting") this.become("connecting", worker_texts.starting);
    if (heard.kind === "late") this.become(this.state === "lost" ? "open" : this.state, worker_texts.late(heard.bytes));
    if (heard.kind === "lost" && this.state === "open") this.become("lost", worker_texts.lost);
    if (heard.kind === "there") this.become(this.state, "");
    if (heard.kind === "open") {
      clearTimeout(this.patience);
      this.become("open", "");
    }
    if (heard.kind === "failed") this.fail(heard.cause, heard.detail);
  }

  /**
   * What a widget says, or that one failed. Without memory all others will, too.
   * @param {string} type
   * @param {Json} content
   * @param {Binary[]} buffers
   */
  said(type, content, buffers) {
    if (type === "error" && content.memory) this.fail("memory", "MemoryError");
    else this.receive(type, content, buffers);
  }

  /** Tells the learner if nothing is heard for long. */
  wait() {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.become("slow", worker_texts.slow), PATIENCE);
  }

  /**
   * @param {keyof typeof worker_texts.failed} cause
   * @param {string} detail for whoever looks into the browser's console
   */
  fail(cause, detail) {
    clearTimeout(this.patience);
    if (this.state === "failed") return;
    console.error(`Python in the browser: ${cause}: ${detail}`);
    this.become("failed", worker_texts.failed[cause]);
  }

  /**
   * @param {State} state
   * @param {string} words
   */
  become(state, words) {
    if (this.state === state && this.words === words) return;
    [this.state, this.words] = [state, words];
    this.changed(state);
  }
}
