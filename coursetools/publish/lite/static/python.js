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
  /** @type {Promise<never>} */
  const refused = new Promise((_, reject) => fetching.anyType(reject)); // Pyodide itself would wait for ever
  refused.catch(() => {}); // told where it is waited for
  /** @type {Needs} */
  const { python, start, late, bytes, language, firm } = await (await fetching.found(here("needs.json"))).json();
  const zips = [...start.map((name) => here(python + name)), here("kernel.zip")];
  let loaded = 0;
  const expected = bytes["kernel.zip"] + start.reduce((sum, name) => sum + bytes[name], 0);
  const count = (/** @type {number} */ more) => tell({ kind: "loading", share: (loaded += more) / expected });
  const arriving = zips.map((address) => fetching.fetched(address, count)); // beside Pyodide itself
  for (const one of arriving) one.catch(() => {}); // told where it is waited for
  const { loadPyodide: load } = await import(here(`${python}pyodide.js`));
  const env = { HOME: "/home/pyodide", JUPYTER_WIDGETS_ECHO: "0" };
  const settings = { ...options, packages: [], indexURL: here(python), env, convertNullToNone: true }; // no answer is null
  const py = await Promise.race([load(settings), refused]);
  const place = py.runPython("import site; site.getsitepackages()[0]");
  const unpack = (/** @type {Uint8Array} */ zip) => py.unpackArchive(zip, "zip", { extractDir: place });
  for (const one of arriving) unpack(await one);
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
