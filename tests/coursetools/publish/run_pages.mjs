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
python.globals.set("late", python.toPy(wanted.late));
python.globals.set("fetch", (name) => {
  fetched.push(name);
  unpack(name);
});
python.runPython(`
import importlib, sys, types
from importlib.machinery import PathFinder

importlib.invalidate_caches()
there = set()

class Late:
    def find_spec(name, path=None, target=None):
        if path is None and name in late:
            for zip_name in late.pop(name):
                if zip_name not in there:
                    there.add(zip_name)
                    fetch(zip_name)
            importlib.invalidate_caches()
            return PathFinder.find_spec(name)

class Shell:
    kernel = None
    events = types.SimpleNamespace(trigger=lambda *names: None)

    def showtraceback(self, *names):
        raise

def module(name, **content):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = []
    vars(sys.modules[name]).update(content)

shown = types.SimpleNamespace
module("IPython", get_ipython=Shell, version_info=(9, 0, 0))
module("IPython.display", HTML=str, Markdown=str, display=lambda *shown: None, clear_output=lambda: None)
module("IPython.core")
module("IPython.core.getipython", get_ipython=Shell)
module("IPython.core.interactiveshell", InteractiveShell=Shell)
sys.meta_path.insert(0, Late)
import comm
from comm.base_comm import BaseComm

class Silent(BaseComm):
    def publish_msg(self, *message, **more):
        pass

comm.create_comm = Silent
`);
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
