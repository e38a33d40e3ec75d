/** Runs a page of the edition without a server in its own Python, as its worker does: node played.mjs FOLDER PLAYER, on stdin the page, those before it in the same Python, and answers. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, player] = process.argv.slice(2);
const { pages, answers } = JSON.parse(readFileSync(0, "utf-8"));
const wanted = pages.map((page) => {
  const html = readFileSync(`${folder}/${page}`, "utf-8");
  return JSON.parse(html.split('id="fairki-python">')[1].split("</script>")[0]);
});
const { python, start, late } = wanted[0];
const packed = `${folder}/${python.replace("../", "")}`;
const { loadPyodide } = await import(pathToFileURL(`${packed}pyodide.js`).href);
const env = { HOME: "/home", JUPYTER_WIDGETS_ECHO: "0" };
const py = await loadPyodide({ indexURL: packed, env, convertNullToNone: true });
const place = py.runPython("import site; site.getsitepackages()[0]");
const unpack = (name) => py.unpackArchive(new Uint8Array(readFileSync(packed + name)), "zip", { extractDir: place });
start.forEach(unpack);
py.pyimport("fairki.browser.bridge").OnDemand(py.toPy(late), unpack).install();
py.runPython(readFileSync(player, "utf-8"));
process.stdout.write(py.globals.get("play")(py.toPy(wanted.map(({ cells }) => cells)), py.toPy(answers)));
