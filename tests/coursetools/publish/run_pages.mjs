// Loads the folder of a runtime as a page's worker does, and runs pages: node run_pages.mjs < JSON > JSON
// In: {folder, start, late, pages: {name: cells}, then: Python}. Out: {times, mistakes, fetched, then}.
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => {
  console.error(error.message.slice(-1500)); // not the line of Pyodide, which is its whole script
  process.exit(1);
});
const wanted = JSON.parse(await text(process.stdin));
const SITE = "/lib/python3.14/site-packages";
const times = {};
let before = performance.now();
const mark = (name) => {
  const now = performance.now();
  times[name] = Math.round(now - before);
  before = now;
};
const { loadPyodide } = await import(pathToFileURL(`${wanted.folder}/pyodide.js`).href);
const python = await loadPyodide({
  indexURL: `${wanted.folder}/`,
  env: { HOME: "/home", JUPYTER_WIDGETS_ECHO: "0" },
  stdout: () => {},
  stderr: () => {},
});
mark("Python");
const fetched = [];
const unpack = (name) =>
  python.unpackArchive(new Uint8Array(readFileSync(`${wanted.folder}/${name}`)), "zip", { extractDir: SITE });
wanted.start.forEach(unpack);
mark("unpacked");
const { Bridge, OnDemand } = python.pyimport("fairki.browser.bridge");
const fetch = (name) => {
  fetched.push(name);
  unpack(name);
};
OnDemand(python.toPy(wanted.late), fetch).install();
Bridge(() => {}); // nothing is told: the cells are run here, as in a kernel, and compute what they show
for (const name of ["numpy", "pandas", "fairki.ui"]) {
  python.runPython(`import ${name}`);
  mark(name);
}
const mistakes = {};
for (const [name, cells] of Object.entries(wanted.pages)) {
  try {
    const space = python.toPy({ __name__: "__main__" });
    for (const cell of cells) python.runPython(cell, { globals: space });
  } catch (error) {
    mistakes[name] = error.message.slice(-600);
  }
  mark(name);
}
const then = python.runPython(wanted.then);
mark("then");
console.log(JSON.stringify({ times, mistakes, fetched, then: then?.toJs?.({ dict_converter: Object.fromEntries }) ?? then }));
