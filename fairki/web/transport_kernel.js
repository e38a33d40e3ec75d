/**
 * The way to a kernel behind a websocket. A line that breaks is mended, and what may have been lost with it is sent
 * again. See `Transport` in model.js.
 */
import * as protocol from "./protocol.js";

/** @typedef {import("./model.js").State} State */
/** @typedef {import("./model.js").Transport} Transport */
/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */
/** @typedef {{ message: Uint8Array<ArrayBuffer>, done: () => void, sent: boolean, answered: boolean }} Entry */

const LONGEST_PAUSE = 15_000; // ms between two attempts to connect
const PROBED = 3; // attempts without any line, until the course is asked in another way
const REPLAY = 1500; // ms in which the server brings what came while the line was broken
// Why the server closes a connection, see coursetools/serve/visits.py and channels.py.
const [GONE, LOAD_AGAIN, FULL, REFUSED] = [4404, 4409, 4503, 1008];
const NEXT_ATTEMPT = [5_000, 10_000]; // ms until a page asks again for a place: at least, and by chance so much more
/** @type {State[]} */
const ENDED = ["outdated", "gone", "failed", "closed"];
const RESTARTS = 4012; // as above: the course ends, and is soon there again

/** @implements {Transport} */
export class KernelTransport {
  /** @param {{ base: string, page: string, shown: string }} place the address of the course; the page, and as which it is shown */
  constructor({ base, page, shown }) {
    this.base = base;
    this.page = page;
    this.shown = shown;
    this.visit = protocol.newId(); // known to this page and to the course, and to nobody else
    this.used = false; // as long as no kernel answered, any that fits will do
    /** @type {Map<string, Entry>} by id: what the kernel is not done with (or does not yet know) */
    this.unanswered = new Map();
    this.paused = false; // the course said that it would be back
    this.attempts = 0;
    this.stood = false; // whether there ever was a line
    /** @type {State} */
    this.state = "connecting";
    /** @type {Transport["changed"]} */
    this.changed = () => {};
    /** @type {Transport["receive"]} */
    this.receive = () => {};
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  /** Connects, and stays so until the page is left. */
  open() {
    this.connect();
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    window.addEventListener("pagehide", () => {
      this.become("closed");
      navigator.sendBeacon(`${this.base}verlassen/${this.visit}`);
    });
  }

  /**
   * @param {string} comm
   * @param {Json} data
   * @param {Binary[]} buffers
   * @returns {Promise<void>}
   */
  send(comm, data, buffers = []) {
    const id = protocol.newId();
    const header = { msg_id: id, msg_type: "comm_msg", session: this.visit, username: "", version: "5.3" };
    const message = protocol.pack("shell", header, { comm_id: comm, data }, buffers);
    return new Promise((done) => {
      const entry = { message, done, sent: false, answered: false };
      this.unanswered.set(id, entry);
      this.transmit(entry);
    });
  }

  connect() {
    clearTimeout(this.pause);
    const address = new URL(`${this.base}besuch/${this.visit}`, location.href);
    const wanted = { seite: this.page, stand: this.shown, ...(this.used ? {} : { neu: "" }) };
    address.search = new URLSearchParams(wanted).toString();
    address.protocol = address.protocol.replace("http", "ws");
    this.socket = new WebSocket(address, [protocol.NAME]);
    this.socket.binaryType = "arraybuffer";
    this.socket.addEventListener("open", () => this.opened());
    this.socket.addEventListener("message", ({ data }) => this.got(protocol.unpack(data)));
    this.socket.addEventListener("close", ({ code }) => this.closed(code));
  }

  opened() {
    this.attempts = 0;
    this.stood = true;
    if (this.state !== "full") this.become("open"); // there, only a message tells that the place is ours
    /** @type {[Entry[], Entry[]]} */
    const [lost, fresh] = [[], []];
    for (const entry of this.unanswered.values()) (entry.sent ? lost : fresh).push(entry);
    for (const entry of fresh) this.transmit(entry);
    // The kernel may have got these before the line broke; then the server brings the answers now.
    setTimeout(() => lost.filter((entry) => !entry.answered).forEach((entry) => this.transmit(entry)), REPLAY);
  }

  /** @param {Entry} entry */
  transmit(entry) {
    entry.sent = this.socket?.readyState === WebSocket.OPEN;
    if (entry.sent) this.socket?.send(entry.message);
  }

  /** @param {number} code */
  closed(code) {
    if (ENDED.includes(this.state)) return;
    if (code === LOAD_AGAIN) {
      this.become("outdated");
    } else if (code === GONE && this.paused) {
      this.become("outdated"); // the course is there again, and the page was told that it goes on by itself
    } else if (code === GONE || code === REFUSED) {
      this.become(code === GONE ? "gone" : "failed");
    } else if (code === FULL) {
      this.become("full");
      this.pause = setTimeout(() => this.connect(), NEXT_ATTEMPT[0] + Math.random() * NEXT_ATTEMPT[1]);
    } else {
      this.attempts += 1;
      this.paused ||= code === RESTARTS;
      if (code === RESTARTS) this.become("restarts");
      else if (this.attempts > 1 && !["cut", "restarts"].includes(this.state)) this.become("offline");
      if (this.attempts >= PROBED && !this.stood) void this.probe();
      this.pause = setTimeout(() => this.connect(), Math.min(LONGEST_PAUSE, 250 * 2 ** this.attempts));
    }
  }

  /** Never was there a line: whether the course is there at all. */
  async probe() {
    const there = await fetch(`${this.base}gesund`, { cache: "no-store" }).then(
      (response) => response.ok,
      () => false,
    );
    if (there && this.state === "offline") this.become("cut");
  }

  /** Connects now if it is only waiting to. */
  hurry() {
    if (!ENDED.includes(this.state) && this.socket?.readyState === WebSocket.CLOSED) this.connect();
  }

  /** @param {import("./protocol.js").Message} message */
  got({ header, parent, content, buffers }) {
    if (this.state === "full") this.become("open");
    this.used ||= header.msg_type !== "status" || this.unanswered.has(parent.msg_id);
    if (header.msg_type === "status") {
      if (content.execution_state === "dead") this.closed(GONE);
      if (content.execution_state === "idle") this.answered(parent.msg_id);
    } else {
      this.receive(header.msg_type, content, buffers);
    }
  }

  /** @param {string} id */
  answered(id) {
    const entry = this.unanswered.get(id);
    if (!entry) return;
    entry.answered = true;
    this.unanswered.delete(id);
    entry.done();
  }

  /** @param {State} state */
  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.changed(state);
  }
}
