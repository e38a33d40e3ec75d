/**
 * The notebooks' Python: that of the pages, with IPython. The kernel of JupyterLite imports this instead of Pyodide
 * and calls `loadPyodide`; it finds there what it would fetch otherwise.
 */
import * as fetching from "../../../../fairki/web/fetching.js";

/**
 * @typedef {object} Needs
 * @property {string} python where Pyodide and the packed libraries lie, from here
 * @property {string[]} start what every page needs, in this order
 * @property {Record<string, string[]>} late name of a module → what has to be fetched for it
 * @property {Record<string, number>} bytes name of each of these files → its size
 * @property {string} language
 * @property {string} firm where the file of a company lies beside the course; empty: the shipped one
 */

/** @param {string} path */
const here = (path) => new URL(path, import.meta.url).href;
/** @param {object} told see `Told` in start.js */
const tell = (told) => postMessage({ fairki: told });

/** @param {object} options of the kernel */
export async function loadPyodide(options) {
  try {
    const py = await begun(options);
    tell({ kind: "ready" });
    return py;
  } catch (problem) {
    tell({ kind: "failed" });
    throw problem;
  }
}

/** @param {object} options */
async function begun(options) {
  /** @type {Needs} */
  const { python, start, late, bytes, language, firm } = await (await fetching.found(here("needs.json"))).json();
  const addresses = [...start.map((name) => here(python + name)), here("kernel.zip")];
  let loaded = 0;
  const expected = bytes["kernel.zip"] + start.reduce((sum, name) => sum + bytes[name], 0);
  const count = (/** @type {number} */ more) => tell({ kind: "loading", share: (loaded += more) / expected });
  const env = { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0" };
  const { py, place, unpack } = await fetching.begun(here(python), addresses, { ...options, packages: [], env }, count);
  tell({ kind: "starting" });
  const bring = (/** @type {string} */ name) => {
    tell({ kind: "late" });
    try {
      unpack(fetching.fetchedNow(here(python + name), bytes[name]));
    } finally {
      tell({ kind: "there" }); // or not: then the cell says so
    }
  };
  py.FS.chdir(place); // tables are found by their names: data/….csv
  py.pyimport("fairki.browser.notebook").prepare(py.toPy(late), bring, language, firm && `${place}/${firm}`);
  return py;
}
