/** A chart in four forms: title sentence, summary, figure, table. The figure comes last and only when near. */
import * as common from "./common.js";
import * as chart_texts from "../../web/texts/chart_texts.js";
import * as twin from "./twin.js";

const { h } = common;

const CONFIG = {
  displayModeBar: false,
  responsive: true,
  scrollZoom: false,
  doubleClick: false,
  showTips: false,
};
const PATIENCE = 60_000; // ms; plotly.js has about 5 MB
const PRINT_WIDTH = 640; // CSS pixels that fit on A4

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  const title = common.heading(model.get("level"), { class: "fk-chart-title" });
  const summary = h("p", { class: "fk-chart-summary" });
  const figure = h("div", { class: "fk-figure", role: "img" });
  const details = h("details", { class: "fk-numbers" });
  const node = h("section", { class: "fk-panel fk-chart" }, title, summary, figure, details);
  block.root.append(node);

  /** @type {any} */
  let plotly = null;
  let near = false;
  let waiting = false;

  function write() {
    title.textContent = model.get("title");
    if (summary.textContent !== model.get("summary")) summary.textContent = model.get("summary");
    if (summary.textContent) common.announceFromNow(summary);
    figure.setAttribute("aria-label", chart_texts.figure(model.get("summary")));
    figure.style.minHeight = `${model.get("height")}px`;
    figure.hidden = !model.get("figure_json");
    node.hidden = !model.get("title") && figure.hidden;
    const open = details.open;
    details.replaceChildren(...twin.table(model.get("table"), model.get("title")));
    details.hidden = !details.hasChildNodes();
    details.open = open;
    paint();
    if (!figure.hidden && common.hasRestored()) whenIdle(() => loadPlotly(model).catch(() => {})); // for paper
  }

  // Title, summary, table and figure arrive as one message but as several events.
  function writeSoon() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      write();
    });
  }

  /** Draws the figure if it is near, or at once for paper: printing waits for nobody. */
  function paint({ print = false } = {}) {
    const source = model.get("figure_json");
    if (!source || !(near || print)) return;
    plotly ??= globalThis.Plotly ?? null;
    if (!plotly) {
      if (near) load();
      return;
    }
    delete figure.dataset.state;
    const swap = dark() && !print ? model.get("dark_colours") : {};
    const { data, layout } = recoloured(source, swap);
    const size = { height: model.get("height"), ...(print ? { width: PRINT_WIDTH } : {}) };
    plotly.react(figure, data, { ...layout, ...size }, CONFIG);
  }

  async function load() {
    figure.dataset.state = "loading";
    try {
      await loadPlotly(model);
    } catch {
      figure.dataset.state = "failed";
      details.open = true;
      return;
    }
    paint();
  }

  function dark() {
    const probe = h("span", { style: "color: light-dark(#000, #fff)" });
    node.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour === "rgb(255, 255, 255)";
  }

  const onTheme = () => paint();
  const onPrint = () => paint({ print: true });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const labTheme = new MutationObserver(onTheme);
  const sight = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near = true;
      sight.disconnect();
      paint();
    },
    { rootMargin: "600px" },
  );

  write();
  sight.observe(node);
  scheme.addEventListener("change", onTheme);
  labTheme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  window.addEventListener("beforeprint", onPrint);
  window.addEventListener("afterprint", onTheme);
  const names = ["title", "summary", "table", "height", "figure_json"].map((name) => `change:${name}`);
  for (const name of names) model.on(name, writeSoon);
  return {
    stop() {
      for (const name of names) model.off(name, writeSoon);
      sight.disconnect();
      labTheme.disconnect();
      scheme.removeEventListener("change", onTheme);
      window.removeEventListener("beforeprint", onPrint);
      window.removeEventListener("afterprint", onTheme);
      plotly?.purge(figure);
    },
  };
}

/** @typedef {import("./common.js").Face} Face */

/**
 * A copy of the figure (plotly writes into what it gets) with other colours.
 * @param {unknown} source
 * @param {Record<string, string>} partners
 */
function recoloured(source, partners) {
  return JSON.parse(JSON.stringify(source).replace(/#[0-9a-f]{6}/g, (colour) => partners[colour] ?? colour));
}

// eslint-disable-next-line compat/compat -- not in Safari: it waits instead
const whenIdle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 2000));

/**
 * plotly.js, once per page: from the address that the page names, otherwise from the kernel.
 * @param {Face} model
 * @returns {Promise<any>}
 */
function loadPlotly(model) {
  if (globalThis.Plotly) return Promise.resolve(globalThis.Plotly);
  globalThis.fairkiPlotly ??= fetchPlotly(model).catch((error) => {
    globalThis.fairkiPlotly = null; // the next chart may have more luck
    throw error;
  });
  return globalThis.fairkiPlotly;
}

/** @param {Face} model */
async function fetchPlotly(model) {
  const named = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="fairki-plotly"]'))?.content;
  const address = named || URL.createObjectURL(await fromKernel(model));
  const script = h("script", { src: address });
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error("plotly.js did not load")));
  });
  document.head.append(script);
  await loaded;
  return globalThis.Plotly;
}

/**
 * @param {Face} model
 * @returns {Promise<Blob>}
 */
function fromKernel(model) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => finish(reject, new Error("the kernel sent no plotly.js")), PATIENCE);

    /**
     * @param {any} content
     * @param {DataView<ArrayBuffer>[]} buffers
     */
    function onMessage(content, buffers) {
      if (content?.type !== "plotly") return;
      const unpacked = new Blob([buffers[0]]).stream().pipeThrough(new DecompressionStream("gzip"));
      finish(resolve, new Response(unpacked, { headers: { "Content-Type": "text/javascript" } }).blob());
    }

    /**
     * @param {(result: any) => void} settle
     * @param {unknown} result
     */
    function finish(settle, result) {
      clearTimeout(late);
      model.off("msg:custom", onMessage);
      settle(result);
    }

    model.on("msg:custom", onMessage);
    model.send({ type: "plotly" });
  });
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["level"], valid: () => false }),
};
