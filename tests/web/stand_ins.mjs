/** What the scripts find in a browser, as much as they need of it. Each test of the runtime begins with new ones. */

/** localStorage: names are properties, like a browser's; `room` is the longest text that it takes. */
export class Storage {
  static room = Infinity;
  getItem(name) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name, text) {
    if (text.length > Storage.room) throw new DOMException("full", "QuotaExceededError");
    this[name] = String(text);
  }
  removeItem(name) {
    delete this[name];
  }
}

/** A browser that keeps nothing, not even for reading. */
export const forbidden = new Proxy(
  {},
  {
    get() {
      throw new DOMException("no", "SecurityError");
    },
    ownKeys() {
      throw new DOMException("no", "SecurityError");
    },
  },
);

/** A websocket that says what the test wants. */
export class Socket extends EventTarget {
  static OPEN = 1;
  static CLOSED = 3;
  static all = [];
  static get last() {
    return Socket.all.at(-1);
  }
  readyState = 0;
  sent = [];
  constructor(address, protocols) {
    super();
    this.address = address;
    this.protocols = protocols;
    Socket.all.push(this);
  }
  send(message) {
    this.sent.push(message);
  }
  open() {
    this.readyState = Socket.OPEN;
    this.dispatchEvent(new Event("open"));
  }
  close(code = 1006) {
    this.readyState = Socket.CLOSED;
    this.dispatchEvent(Object.assign(new Event("close"), { code }));
  }
  say(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

/** Puts a browser in place: window, document, an empty localStorage, websockets, an address. */
export function browser() {
  Storage.room = Infinity;
  Socket.all = [];
  const beacons = [];
  const parts = {
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { hidden: false, querySelector: () => null }),
    localStorage: new Storage(),
    WebSocket: Socket,
    location: new URL("https://kurs.test/modul/01"),
    navigator: { sendBeacon: (address) => beacons.push(address) },
    fairkiShared: undefined,
  };
  for (const [name, value] of Object.entries(parts)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return { ...parts, beacons };
}

/** An element without sight: attributes, children, text, and events that rise to its parents. */
export class Element extends EventTarget {
  children = [];
  attributes = {};
  parent = null;
  value = "";
  constructor(tag) {
    super();
    this.tag = tag;
  }
  get id() {
    return this.attributes.id ?? "";
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (name === "value") this.value = String(value);
    if (name === "checked") this.checked = true;
  }
  append(...nodes) {
    for (const node of nodes) if (node instanceof Element) node.parent = this;
    this.children.push(...nodes);
  }
  appendChild(node) {
    this.append(node);
    return node;
  }
  get textContent() {
    return this.children.map((child) => (child instanceof Element ? child.textContent : child)).join("");
  }
  set textContent(text) {
    this.children = text ? [text] : [];
  }
  dispatchEvent(event) {
    super.dispatchEvent(event);
    return event.bubbles && this.parent ? this.parent.dispatchEvent(new event.constructor(event.type, event)) : true;
  }
  focus() {
    Element.focused = this;
  }
  /** All elements below with this tag. */
  all(tag) {
    const below = this.children.filter((child) => child instanceof Element);
    return below.flatMap((child) => [...(child.tag === tag ? [child] : []), ...child.all(tag)]);
  }
  /** What somebody types, presses or does. */
  type(text) {
    this.value = text;
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }
  press(key) {
    this.dispatchEvent(Object.assign(new Event("keydown", { cancelable: true }), { key }));
  }
  click() {
    this.dispatchEvent(new Event("click", { bubbles: true }));
  }
}
