// Makes the image in which everything is loaded that exercises use, and writes it to a file: no foreign line runs here.
// deno run … make.mjs ENVIRONMENT FILE ZIP…
import createModule from "./pyodide.asm.js";
import * as images from "./image.mjs";
import { loadPyodide } from "./pyodide.js";
import { joined, packed } from "./store.mjs";

const PLACE = "/lib/python3.14/site-packages";
const [environment, file, ...zips] = Deno.args;
const here = `${import.meta.dirname}/`;
let tableAtStart; // its length before anything but Python itself put something there

function createPyodideModule(settings) {
  const { instantiateWasm } = settings;
  settings.instantiateWasm = (imports, done) =>
    instantiateWasm(imports, (instance, module) => {
      settings.exported = instance.exports;
      const asked = WebAssembly.Module.imports(module).filter((one) => one.module.startsWith("GOT."));
      settings.ownAddresses = new Set(asked.map((one) => one.name));
      tableAtStart = settings.exported.__indirect_function_table.length;
      return done(instance, module);
    });
  return createModule(settings);
}

images.watchLibraries();
const python = await loadPyodide({
  indexURL: here,
  env: JSON.parse(environment),
  createPyodideModule,
});
const M = python._module;
M.tableAtStart = tableAtStart;
for (const name of zips) {
  python.unpackArchive(Deno.readFileSync(`${here}${name}.zip`), "zip", { extractDir: PLACE });
}
python.runPython("from coursetools.grading.inside import in_deno\nin_deno.load()");
const written = Deno.openSync(file, { write: true, create: true, truncate: true });
for (let rest = joined(packed(images.made(M, null, null))); rest.length; ) rest = rest.subarray(written.writeSync(rest));
