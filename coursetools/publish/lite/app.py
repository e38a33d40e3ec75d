"""JupyterLite's own files: of its one page for notebooks, without what helps only its authors."""

import io
import json
import re
import tarfile
import zipfile

from coursetools.publish import packing, supply
from coursetools.publish.lite import de
from coursetools.publish.packing import Files, Licence
from coursetools.publish.runtime_files import changed
from coursetools.publish.supply import Supply

EXTENSION = "@jupyterlite/pyodide-kernel-extension"
LANGUAGE = "de_DE"
DOMAINS = ("jupyterlab", "notebook", "jupyterlite")
"""Where JupyterLite looks words up."""
LIBRARIES = "build/third-party-licenses.json"
"""Licences of the libraries in JupyterLite's scripts, as they come with it."""

_LEFT_OUT = re.compile(
    r"\.map$|\.LICENSE\.txt$"
    r"|^build/(lab|tree|repl|consoles|edit)/"  # other pages
    r"|^build/fa-.*\.(eot|svg|ttf)$"  # for browsers before woff
    r"|/static/(pypi/|coincident)"  # see CHANGED
)
CHANGED = {
    "716.1d74af797dfc39b7.js": {
        "||crossOriginIsolated": "",  # as below
        # The exercises' notebooks name this kernel, and what is handed in names it, too.
        'name:"python",display_name:"Python (Pyodide)"': 'name:"python3",display_name:"Python 3"',
    },
    "961.280617ca62fa675b.js": {
        # A server may isolate its pages: they take the same way as all others then, which needs no headers.
        "crossOriginIsolated?t(new URL(s(8831),s.b)):": "",
        "crossOriginIsolated?((t=": "false?((t=",
    },
    "comlink.worker.d93db2604b33e926.js": {
        'Function("url","return import(url)")(e)': "import(e)",  # a text that becomes code needs one more permission
    },
}
"""What is changed in the scripts of the kernel: file → before → after, each once."""


def files(held: Supply, wheel: zipfile.ZipFile) -> tuple[Files, list[Licence]]:
    """Path → content, and the licences.

    Args:
        held: has the wheel of JupyterLite.
        wheel: of the kernel.
    """
    core = held.wheel(supply.JUPYTERLITE)
    _, licence = packing.of_wheel(core)
    with zipfile.ZipFile(io.BytesIO(core)) as outer:
        content = outer.read(next(name for name in outer.namelist() if name.endswith(".tgz")))
    found: Files = {}
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            path = member.name.removeprefix("package/")
            if path.startswith("build/") and member.isfile() and not _LEFT_OUT.search(path):
                file = archive.extractfile(member)
                found[path] = file.read() if file else b""
    found["build/schemas/all_federated.json"] = b"[]"  # settings of extensions; the kernel has none
    return found | _extension(wheel), [licence]


def _extension(wheel: zipfile.ZipFile) -> Files:
    """The kernel, as JupyterLite loads it."""
    found: Files = {}
    for name in wheel.namelist():
        _, inside, path = name.partition(f"/{EXTENSION}/")
        if inside and not name.endswith("/") and not _LEFT_OUT.search(name):
            content = wheel.read(name)
            if changes := CHANGED.get(path.removeprefix("static/")):
                content = changed(path, content.decode(), changes).encode()
            found[f"extensions/{EXTENSION}/{path}"] = content
    return found


def entry(found: Files) -> dict[str, str]:
    """What JupyterLite is told of the kernel among these files."""
    about = json.loads(found[f"extensions/{EXTENSION}/package.json"])
    built: dict[str, str] = about["jupyterlab"]["_build"]
    return {"name": EXTENSION, "extension": built["extension"], "load": built["load"]}


def translations(held: Supply) -> tuple[Files, Licence]:
    """The German of JupyterLab, with ours where it has none; and its licence."""
    content = held.wheel(supply.JUPYTERLAB_GERMAN)
    _, licence = packing.of_wheel(content)
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        paths = [name for name in wheel.namelist() if re.search(r"/(jupyterlab|notebook)\.json$", name)]
        domains = {
            path.rpartition("/")[2].removesuffix(".json"): json.loads(wheel.read(path)) for path in paths
        }
    own = {english: [german] for english, german in de.WORDS.items()}
    own |= {english: [german, german] for english, german in de.COUNTED.items()}
    own |= {f"menu\x04{english}": german for english, german in own.items()}
    domains = {name: domains.get(name, domains[DOMAINS[0]]) | own for name in DOMAINS}
    names = {LANGUAGE: {"displayName": "German", "nativeName": "Deutsch"}}
    return {
        "all.json": json.dumps({"data": names, "message": ""}).encode(),
        f"{LANGUAGE}.json": json.dumps({"data": domains, "message": ""}, ensure_ascii=False).encode(),
    }, licence
