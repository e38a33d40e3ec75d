/* What the facilitator's page and the projector share: the token, the stream of events, and making elements.
   Both run in a current browser, so this is plain JavaScript without a library. */
window.fairkiLive = (function () {
  "use strict";
  const SILENCE = 40000; // ms without a sign of life after which we connect again
  const STALE = 20000; // the same for a page that has just woken up
  const SLOWEST = 10; // s between two tries
  const base = document.body.dataset.base;
  const drawn = new WeakMap(); // element → what it shows

  // The token stands in the fragment once. From then on only this tab knows it, also after a reload.
  function token(key) {
    const given = location.hash.slice(1);
    if (given) {
      keep(key, given);
      history.replaceState(null, "", location.pathname);
    }
    // A link opened in a tab that shows this page already changes nothing but the fragment.
    window.addEventListener("hashchange", () => location.reload());
    try {
      return given || sessionStorage.getItem(key) || "";
    } catch {
      return given;
    }
  }

  function keep(key, value) {
    try {
      if (value) sessionStorage.setItem(key, value);
      else sessionStorage.removeItem(key);
    } catch {
      // storage is switched off: the page works until it is reloaded
    }
  }

  // `news` gets each state, `line` whether we are connected, `over` the status that ends it all (401 or 410).
  function listen(path, key, { news, line, over }) {
    let current = null;
    let heard = 0;
    let tries = 0;
    let timer = 0;
    let done = false;

    async function connect() {
      clearTimeout(timer);
      if (current) current.abort();
      const mine = (current = new AbortController());
      heard = Date.now();
      try {
        const answer = await fetch(base + path, {
          headers: { Authorization: `Bearer ${key}` },
          cache: "no-store",
          signal: mine.signal,
        });
        if (answer.status === 401 || answer.status === 410) return stop(() => over(answer.status));
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        await read(answer.body.getReader(), mine);
      } catch {
        // no network, or the server is gone: try again
      }
      if (mine !== current || done) return;
      current = null;
      line(false);
      tries += 1;
      const wait = Math.min(SLOWEST, 2 ** (tries - 1)) * (0.75 + Math.random() / 2);
      timer = setTimeout(connect, wait * 1000);
    }

    async function read(reader, mine) {
      const decoder = new TextDecoder();
      let text = "";
      for (;;) {
        const part = await reader.read();
        if (mine !== current || part.done) return;
        heard = Date.now();
        tries = 0;
        line(true);
        const events = (text + decoder.decode(part.value, { stream: true })).split("\n\n");
        text = events.pop();
        const rows = events.flatMap((event) => event.split("\n")).filter((row) => row.startsWith("data: "));
        if (!rows.length) continue;
        const state = JSON.parse(rows[rows.length - 1].slice(6));
        if (state.ended) done = true;
        queueMicrotask(() => news(state)); // a fault of the page must not look like a lost connection
        if (done) return;
      }
    }

    function stop(then) {
      done = true;
      clearTimeout(timer);
      then();
    }

    const wake = () => {
      if (!done && (!current || Date.now() - heard > STALE)) connect();
    };
    window.addEventListener("online", wake);
    window.addEventListener("pageshow", wake);
    document.addEventListener("visibilitychange", () => document.hidden || wake());
    setInterval(() => !done && current && Date.now() - heard > SILENCE && connect(), 5000);
    connect();
  }

  // An element: attributes, `on` with listeners, and children (elements, texts, or nothing).
  function make(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") Object.entries(value).forEach(([event, run]) => node.addEventListener(event, run));
      else if (name === "look") Object.entries(value).forEach(([one, text]) => node.style.setProperty(one, text));
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
    }
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
    return node;
  }

  // Draw a part of the page anew if what it shows has changed. The focus stays, and so does what is unfolded.
  function redraw(place, shows, build) {
    const now = JSON.stringify(shows);
    if (drawn.get(place) === now) return;
    drawn.set(place, now);
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.name || "" : null;
    const unfolded = new Set([...place.querySelectorAll("details[open]")].map((one) => one.dataset.name));
    place.replaceChildren(...[build()].flat().filter(Boolean));
    place.querySelectorAll("details").forEach((one) => {
      if (unfolded.has(one.dataset.name)) one.open = true;
    });
    if (focused === null) return;
    const again = [...place.querySelectorAll("[data-name]")].find((one) => one.dataset.name === focused && focused);
    (again || place).focus();
  }

  // A text that screen readers announce only when it changes.
  function put(place, text) {
    if (place && place.textContent !== text) place.textContent = text;
  }

  // An address to type: what browsers add by themselves is left out, and it may only break before a slash.
  function addressed(address) {
    const parts = address.replace(/^http:\/\//, "").split("/");
    return parts.map((part, at) => (at ? [make("wbr"), `/${part}`] : part));
  }

  return { base, token, keep, listen, make, redraw, put, addressed };
})();
