/**
 * Starts JupyterLite on its page, wherever the edition lies: addresses in its settings become those of this server.
 * Says how far Python is, in words that the page brings along (`data-…` of `#stand`).
 */

const root = new URL("..", location.href).pathname;
const settings = /** @type {HTMLElement} */ (document.getElementById("jupyter-config-data"));
const state = /** @type {HTMLElement} */ (document.getElementById("stand"));

/**
 * What Python's worker says of itself.
 * @typedef {{ kind: "loading", share: number } | { kind: "starting" } | { kind: "ready" } | { kind: "late" } | { kind: "there" } | { kind: "failed" }} Told
 */

/** @param {Told} told */
function tell(told) {
  const word = { loading: "loading", starting: "starting", ready: "", late: "late", there: "", failed: "failed" }[told.kind];
  const share = told.kind === "loading" ? Math.round(100 * told.share) : 0;
  state.textContent = word && (state.dataset[word] ?? "").replace("{share}", String(share));
  state.hidden = !word;
}

/**
 * JupyterLab joins two kinds of addresses with the root by itself.
 * @param {string} name
 * @param {unknown} value
 */
function placed(name, value) {
  const is = /Url$/.test(name) && !/^(licenses|themes)/.test(name) && typeof value === "string";
  return is ? value.replace(/^\.\//, root) : value;
}

/** JupyterLite starts Python in a worker of its own making; what that one says of itself comes here. */
class Heard extends Worker {
  /**
   * @param {string | URL} address
   * @param {WorkerOptions} [options]
   */
  constructor(address, options) {
    super(address, options);
    this.addEventListener("message", ({ data }) => data?.fairki && tell(data.fairki));
    this.addEventListener("error", () => tell({ kind: "failed" }));
  }
}
window.Worker = Heard;

try {
  await new Promise((resolve, reject) => {
    const asked = indexedDB.open("fairki-notebooks");
    asked.onsuccess = resolve;
    asked.onerror = reject;
  });
} catch {
  /** @type {HTMLElement} */ (document.getElementById("ohne-speicher")).hidden = false;
}

/** The way back stands beside the menus, as soon as these are there: on phones nothing is above them. */
const back = /** @type {HTMLElement} */ (document.getElementById("zurueck"));
const placing = new MutationObserver(() => {
  const line = document.getElementById("menu-panel");
  if (!line) return;
  placing.disconnect();
  line.append(back);
  back.hidden = false;
});
placing.observe(document.body, { childList: true, subtree: true });

/**
 * English → German, for names that JupyterLab does not translate.
 * @type {Record<string, string>}
 */
const labels = JSON.parse(document.getElementById("namen")?.textContent ?? "{}");

/** @param {Element} part */
function translate(part) {
  const german = labels[part.getAttribute("aria-label") ?? ""];
  if (german) part.setAttribute("aria-label", german);
}

new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "attributes") translate(/** @type {Element} */ (target));
    for (const part of addedNodes) {
      if (part instanceof Element) [part, ...part.querySelectorAll("[aria-label]")].forEach(translate);
    }
  }
}).observe(document.body, { attributeFilter: ["aria-label"], childList: true, subtree: true });

settings.textContent = JSON.stringify(JSON.parse(settings.textContent ?? ""), placed);
const script = document.createElement("script");
script.src = `${JSON.parse(settings.textContent).fullStaticUrl}/notebooks/bundle.js`;
script.addEventListener("error", () => tell({ kind: "failed" }));
document.head.append(script);

export {};
