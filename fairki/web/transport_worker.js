/**
 * The way to Python in a worker of this very browser: nothing leaves it. See `Transport` in model.js.
 *
 * Where pages follow each other in one document (follow.js), the next one finds the worker of the page before.
 */
import * as worker_texts from "./texts/worker_texts.js";

/** @typedef {import("./model.js").State} State */
/** @typedef {import("./model.js").Transport} Transport */
/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */
/** @typedef {import("./worker.js").Heard} Heard */
/** @typedef {import("./worker.js").Start} Start */
/** @typedef {Omit<Start, "page">} Wanted */
/**
 * @typedef {object} Python
 * @property {Worker} worker
 * @property {string} kind what it was made of: a page of another making needs another one
 * @property {number} pages how many it has worked for
 * @property {boolean} alive whether it has begun, and nothing has failed
 */

const PATIENCE = 20_000; // ms without news until the learner hears that it takes long

/** @implements {Transport} */
export class WorkerTransport {
  /**
   * @param {string} script address of worker.js
   * @param {Wanted} wanted
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
    this.page = 0; // which of the worker's pages this is
    this.left = new AbortController(); // aborted when another page takes the place of this one
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
    const { signal } = this.left;
    if (this.worker || signal.aborted) return;
    this.wait();
    /** @type {(event: SecurityPolicyViolationEvent) => void} */
    const forbidden = ({ effectiveDirective }) => (this.forbidden ||= effectiveDirective === "worker-src");
    document.addEventListener("securitypolicyviolation", forbidden, { signal });
    try {
      const python = this.python();
      this.page = python.pages += 1;
      this.worker = python.worker;
    } catch (problem) {
      return this.fail("blocked", String(problem));
    }
    this.worker.addEventListener("message", ({ data }) => this.heard(data), { signal });
    this.worker.addEventListener("error", ({ message }) => void this.broken(message), { signal });
    for (const said of [{ ...this.wanted, page: this.page }, ...this.early.splice(0)]) this.worker.postMessage(said);
  }

  /**
   * The worker of the page before, if it fits, or else a new one.
   * @returns {Python}
   */
  python() {
    const { cells, ...rest } = this.wanted;
    const kind = JSON.stringify([this.script, rest]);
    const before = globalThis.fairkiPython;
    if (before?.alive && before.kind === kind) return before;
    before?.worker.terminate();
    const worker = new Worker(this.script, { type: "module" });
    return (globalThis.fairkiPython = { worker, kind, pages: 0, alive: false });
  }

  close() {
    this.left.abort();
    clearTimeout(this.patience);
    this.state = "closed";
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
    if (this.state === "failed" || heard.page !== this.page) return;
    if (globalThis.fairkiPython) globalThis.fairkiPython.alive = heard.kind !== "failed";
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
    if (globalThis.fairkiPython) globalThis.fairkiPython.alive = false;
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
