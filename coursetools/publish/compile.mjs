// Compiles sources with the Python that will run them: node compile.mjs FOLDER IN OUT
// FOLDER has Pyodide; IN and OUT are zips without compression: x/y.py, as it will lie below the root in the browser,
// becomes x/y.pyc. Docstrings become empty, because nobody reads them in a page; assertions stay.
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
        if isinstance(node, HAVE_DOCSTRINGS) and node.body:
            match node.body[0]:
                case ast.Expr(ast.Constant(str())) as first:
                    first.value.value = ""
    return tree

def compiled(data):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data.to_bytes())) as sources, zipfile.ZipFile(out, "w") as done:
        for name in sources.namelist():
            code = compile(short(sources.read(name)), f"/{name}", "exec", dont_inherit=True)
            done.writestr(name + "c", imports._code_to_hash_pyc(code, bytes(8), checked=False))
    return out.getvalue()

compiled
`);
const answer = compiled(new Uint8Array(readFileSync(from)));
writeFileSync(to, answer.toJs());
