/**
 * The way to a kernel behind a websocket, which a page asks for when it has something to say: reading costs nothing.
 * A line that breaks is mended, and what may have been lost with it is sent again. A kernel that is gone is replaced by
 * another one, which first hears all that the one before was told. See `Transport` in model.js.
 */
import * as protocol from "./protocol.js";
import * as said from "./said.js";

/** @typedef {import("./model.js").State} State */
/** @typedef {import("./model.js").Transport} Transport */
/** @typedef {import("./protocol.js").Binary} Binary */
/** @typedef {import("./protocol.js").Json} Json */
/**
 * What the kernel is to hear, and what is to happen when it is done with it. `old`: another kernel knew it already.
 * @typedef {{ words: import("./said.js").Words, message: Uint8Array<ArrayBuffer>, done: () => void, sent: boolean, old: boolean }} Entry
 */

const LONGEST_PAUSE = 15_000; // ms between two attempts to connect
const PROBED = 3; // attempts without any line, until the course is asked in another way
const REPLAY = 1500; // ms in which the server brings what came while the line was broken
// Why the server closes a connection, see coursetools/serve/visits.py and channels.py.
const [GONE, LOAD_AGAIN, FULL, REFUSED] = [4404, 4409, 4503, 1008];
const [AT_ONCE, PACE] = [250, 25]; // so many messages the server takes at once; ms between later ones, see guard.py
const LIVES = 2; // kernels that may end over the same words, until they are believed to end the next one, too
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
    this.said = new said.Said();
    this.lives = LIVES;
    this.told = 0; // of what another kernel knew
    /** @type {Map<string, Entry>} by id: what the kernel is not done with (or does not yet know) */
    this.unanswered = new Map();
    this.held = false; // what may be lost with the line before waits for its answers, and all later words for it
    this.attempts = 0;
    this.stood = false; // whether there ever was a line
    /** @type {State} */
    this.state = "connecting"; // without a socket: nothing was said yet
    /** @type {Transport["changed"]} */
    this.changed = () => {};
    /** @type {Transport["receive"]} */
    this.receive = () => {};
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  /** Connects as soon as something is to be said. */
  open() {
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
    window.addEventListener("pagehide", () => {
      this.become("closed");
      if (this.socket) navigator.sendBeacon(`${this.base}verlassen/${this.visit}`);
    });
  }

  /**
   * @param {string} comm
   * @param {Json} data
   * @param {Binary[]} buffers
   * @returns {Promise<void>}
   */
  send(comm, data, buffers = []) {
    return new Promise((done) => {
      this.enter({ comm, data, buffers }, done, false);
      if (this.socket) this.goOn();
      else if (!ENDED.includes(this.state)) this.connect();
    });
  }

  /**
   * Puts words among what the kernel is to hear.
   * @param {import("./said.js").Words} words
   * @param {() => void} done
   * @param {boolean} old
   */
  enter(words, done, old) {
    const id = protocol.newId();
    const header = { msg_id: id, msg_type: "comm_msg", session: this.visit, username: "", version: "5.3" };
    const message = protocol.pack("shell", header, { comm_id: words.comm, data: words.data }, words.buffers);
    this.unanswered.set(id, { words, message, done, sent: false, old });
  }

  /** The kernel is gone: the next one begins with what this one knew, as soon as there is something to say. */
  renew() {
    const waiting = [...this.unanswered.values()].filter(({ old }) => !old);
    this.unanswered.clear();
    this.visit = protocol.newId();
    this.used = false;
    this.told = 0;
    const before = this.socket;
    this.socket = null;
    before?.close();
    for (const words of this.said.all) this.enter(words, () => {}, true);
    for (const { words, done } of waiting) this.enter(words, done, false);
    if (waiting.length) this.connect();
  }

  /** Whether the kernel still hears what another one knew. What it says to that, the page shows already. */
  catchingUp() {
    return this.unanswered.values().next().value?.old === true;
  }

  connect() {
    clearTimeout(this.pause);
    const address = new URL(`${this.base}besuch/${this.visit}`, location.href);
    const wanted = { seite: this.page, stand: this.shown, ...(this.used ? {} : { neu: "" }) };
    address.search = new URLSearchParams(wanted).toString();
    address.protocol = address.protocol.replace("http", "ws");
    const socket = new WebSocket(address, [protocol.NAME]);
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    const here = () => socket === this.socket; // one that was replaced has nothing more to say
    socket.addEventListener("open", () => here() && this.opened());
    socket.addEventListener("message", ({ data }) => here() && this.got(protocol.unpack(data)));
    socket.addEventListener("close", ({ code }) => here() && this.closed(code));
  }

  opened() {
    this.attempts = 0;
    this.stood = true;
    if (this.state !== "full") this.become("open"); // there, only a message tells that the place is ours
    const { socket } = this;
    // The kernel may have got these before the line broke; then the server brings the answers now.
    this.held = this.someSent();
    if (this.held) setTimeout(() => this.sayAgain(socket), REPLAY);
    else this.goOn();
  }

  /** Whether there is something on its way that the kernel is not done with. */
  someSent() {
    return [...this.unanswered.values()].some(({ sent }) => sent);
  }

  /**
   * What was lost goes out again, unless the line has broken once more: then it waits for the next one.
   * @param {WebSocket | null} socket
   */
  sayAgain(socket) {
    if (!this.held || socket !== this.socket || socket?.readyState !== WebSocket.OPEN) return;
    for (const entry of this.unanswered.values()) entry.sent = false;
    this.held = false;
    this.goOn();
  }

  /** Says what is not yet said, in order; but of what another kernel knew one thing after the other. */
  goOn() {
    if (this.held) return;
    for (const entry of this.unanswered.values()) {
      if (!entry.sent) this.transmit(entry);
      if (entry.old) return;
    }
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
    } else if (code === GONE) {
      if (this.unanswered.size) this.lives -= 1;
      if (this.lives > 0) this.renew();
      else this.become("gone");
    } else if (code === REFUSED) {
      this.become("failed");
    } else if (code === FULL) {
      this.become("full");
      this.pause = setTimeout(() => this.connect(), NEXT_ATTEMPT[0] + Math.random() * NEXT_ATTEMPT[1]);
    } else {
      this.attempts += 1;
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
    } else if (!this.catchingUp()) {
      this.receive(header.msg_type, content, buffers);
    }
  }

  /** @param {string} id */
  answered(id) {
    const entry = this.unanswered.get(id);
    if (!entry) return;
    this.unanswered.delete(id);
    if (this.held && !this.someSent()) {
      this.held = false;
      this.goOn();
    }
    if (entry.old) {
      this.told += 1;
      setTimeout(() => this.goOn(), this.told < AT_ONCE ? 0 : PACE);
    } else {
      this.said.note(entry.words);
      this.lives = LIVES;
    }
    entry.done();
  }

  /** @param {State} state */
  become(state) {
    if (this.state === state) return;
    this.state = state;
    this.changed(state);
  }
}
