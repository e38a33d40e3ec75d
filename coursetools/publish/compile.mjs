// Compiles sources with the Python that will run them: node compile.mjs FOLDER IN OUT
// FOLDER has Pyodide; IN and OUT are zips without compression: x/y.py, as it will lie below the root in the browser,
// becomes x/y.pyc. Docstrings go, as with -OO, because nobody reads them in a page; assertions stay.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, from, to] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const python = await loadPyodide({ indexURL: `${folder}/`, env: { PYTHONNODEBUGRANGES: "1" } }); // lines, no columns
const compiled = python.runPython(`
import ast, gc, importlib._bootstrap_external as imports, io, sys, zipfile

gc.disable()  # trees of syntax are many objects, and none of them waits for the collector
sys.setrecursionlimit(10_000)
HAVE_DOCSTRINGS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

def short(source):
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, HAVE_DOCSTRINGS):
            match node.body:
                case [ast.Expr(ast.Constant(str())) as text]:
                    node.body[:] = [ast.copy_location(ast.Pass(), text)]
                case [ast.Expr(ast.Constant(str())), *rest]:
                    node.body[:] = rest
    return tree

def compiled(data):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data.to_bytes())) as sources, zipfile.ZipFile(out, "w") as done:
        for name in sources.namelist():
            level = 2 if "/numpy/" in name else 0  # numpy asserts what its docstrings say
            code = compile(short(sources.read(name)), f"/{name}", "exec", dont_inherit=True, optimize=level)
            done.writestr(name + "c", imports._code_to_hash_pyc(code, bytes(8), checked=False))
    return out.getvalue()

compiled
`);
process.on("uncaughtException", (error) => {
  console.error(error.message); // Python's words are in it; its place in Pyodide's scripts helps nobody
  process.exit(1);
});
const answer = compiled(new Uint8Array(readFileSync(from)));
writeFileSync(to, answer.toJs());
