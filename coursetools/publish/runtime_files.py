"""The folder ``py/`` of the browser edition: Python, the libraries and the course, as a page fetches them."""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from coursetools.files import write_atomically
from coursetools.publish import packing
from coursetools.publish.packing import Bundle, Files, Licence
from coursetools.publish.packs import PACKS, STDLIB, Pack
from coursetools.publish.supply import VERSION, Supply
from fairki import home, manifest

KEPT = 3
"""How many other versions of a zip stay in the cache: for other branches, and editions with another company."""
COURSE = "fairki"
"""The name of the course's own zip. Its name changes with it; all others stay with their folder."""
PYTHON = (
    Licence(
        "Pyodide",
        VERSION,
        "MPL-2.0",
        "https://github.com/pyodide/pyodide/blob/main/LICENSE\n\nIn pyodide.js und pyodide.asm.js ist geändert, wie die"
        " zweite Datei heißt und welche Namen beim Laden einer Bibliothek angesehen werden. Die Standardbibliothek ist"
        " übersetzt und gekürzt.",
    ),
    Licence("Python", "3.14.0", "PSF-2.0", "https://docs.python.org/3.14/license.html"),
)
"""Their package has no text; it stands at these addresses."""


CHANGED = {
    "pyodide.mjs": {"pyodide.asm.mjs": "pyodide.asm.js"},
    "pyodide.asm.mjs": {
        # Each library that is loaded looked at all symbols of all before it, half of the time that pandas and
        # scikit-learn took to start. Now it looks at those that are new since the last one.
        "var GOT={};": "var GOT={},NEW={};",
        'rtn=GOT[symName]=new WebAssembly.Global({value:"i32",mutable:true},-1)': (
            'rtn=GOT[symName]=NEW[symName]=new WebAssembly.Global({value:"i32",mutable:true},-1)'
        ),
        "reportUndefinedSymbols=()=>{for(var[symName,entry]of Object.entries(GOT)){": (
            "reportUndefinedSymbols=()=>{for(var[symName,entry]of Object.entries(NEW)){"
        ),
        "throw new Error(`bad export type for '${symName}': ${typeof value} (${value})`)}}}};": (
            "throw new Error(`bad export type for '${symName}': ${typeof value} (${value})`)}}}NEW={}};"
        ),
    },
}
"""What is changed in Pyodide's scripts: before → after, each once in its file."""
_NOT_OF_PAGES = re.compile(r"(^|/)__pycache__/|^fairki/kurs/|\.(pyc|ts|md|js|css)$")
"""The page itself has scripts and styles; Python in the browser reads none (``fairki.web.wanted``)."""


@dataclass(frozen=True)
class Runtime:
    """What a page needs to run Python.

    Attributes:
        folder: where its files lie in the edition; the name changes with what is in it, except for the course.
        start: names of the zips that every page unpacks into ``site-packages``, in this order.
        late: module at the top → names of the zips that its import needs, in this order.
        bytes: name of a file → its size.
        licences: of everything in it.
    """

    folder: str
    start: tuple[str, ...]
    late: dict[str, tuple[str, ...]]
    bytes: dict[str, int]
    licences: tuple[Licence, ...]
    _files: Files

    def write(self, folder: Path) -> None:
        """Put the files into ``folder``/``self.folder``."""
        for name, content in self._files.items():
            write_atomically(folder / self.folder / name, content)


def build(
    cache: Path, *, source: Path | None, say: Callable[[str], None], beside: Files | None = None
) -> Runtime:
    """Fetch, slim, compile and pack; what is in ``cache`` and still right is used again.

    Args:
        cache: a folder for what was fetched and packed; others who build there wait for each other.
        source: a folder with the files of ``supply``, for a machine without a network.
        say: called with a German line before something takes long.
        beside: more files for the folder in which the course lies in the browser.

    Raises:
        SetupError: something cannot be had or made here.
        BadFileError: a file in ``source`` is another one.
    """
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "lock"):
        supply = Supply(cache / "supply", source, say)
        pyodide = supply.pyodide
        bundles, licences = libraries(supply)
        bundles[COURSE] = Bundle(packing.SITE, course() | (beside or {}))
        zips = zipped(cache, pyodide, bundles, say)
    course_zip = f"{COURSE}-{digest(zips[COURSE])}.zip"
    files = python(pyodide) | {f"{name}.zip": content for name, content in zips.items() if name != COURSE}
    folder = f"py/{digest(*files.values())}"
    files[course_zip] = zips[COURSE]
    return Runtime(
        folder=folder,
        start=(*(f"{pack.name}.zip" for pack in PACKS if not pack.imports), course_zip),
        late={name: _with_needs(pack) for pack in PACKS for name in pack.imports},
        bytes={name: len(content) for name, content in files.items()},
        licences=tuple(sorted([*PYTHON, *licences], key=lambda one: one.name.lower())),
        _files=files,
    )


def _with_needs(pack: Pack) -> tuple[str, ...]:
    before = [zip_name for other in PACKS if other.name in pack.needs for zip_name in _with_needs(other)]
    return tuple(dict.fromkeys([*before, f"{pack.name}.zip"]))


def digest(*contents: bytes) -> str:
    """A name for these files, in this order."""
    return hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in contents)).hexdigest()[:16]


def _laid_out(folder: Path, pyodide: Files) -> Path:
    """The folder with Pyodide as Node starts it."""
    for name, content in pyodide.items():
        if not (folder / name).exists() or (folder / name).read_bytes() != content:
            write_atomically(folder / name, content)
    return folder


def libraries(supply: Supply) -> tuple[dict[str, Bundle], list[Licence]]:
    """Name of a zip → what is in it; and the licences of all."""
    with zipfile.ZipFile(io.BytesIO(supply.pyodide[f"{STDLIB.name}.zip"])) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/") and STDLIB.wants(name)]
        bundles = {STDLIB.name: Bundle(packing.STDLIB, {name: archive.read(name) for name in names})}
    wheels = supply.wheels(tuple(name for pack in PACKS for name in pack.wheels))
    licences = []
    for pack in PACKS:
        parts = [packing.of_wheel(wheels[name]) for name in pack.wheels]
        parts += [packing.of_environment(name) for name in pack.installed]
        licences += [licence for _, licence in parts]
        files = {name: content for part, _ in parts for name, content in part.items() if pack.wants(name)}
        bundles[pack.name] = Bundle(packing.SITE, files | dict(pack.instead))
    return bundles, licences


def course() -> Files:
    """The course as it lies here: what pages read of it stands beside the libraries in the browser."""
    files = {home.COURSE / manifest.FILE_NAME: manifest.FILE_NAME}
    files |= {
        path: f"fairki/{path.relative_to(home.PACKAGE).as_posix()}" for path in home.PACKAGE.rglob("*.*")
    }
    files |= {path: f"data/{path.name}" for path in (home.COURSE / "data").glob("*.csv")}
    return {
        name: path.read_bytes()
        for path, name in files.items()
        if path.is_file() and not _NOT_OF_PAGES.search(name)
    }


def zipped(
    folder: Path,
    pyodide: Files,
    bundles: dict[str, Bundle],
    say: Callable[[str], None],
    program: Sequence[str] = (),
) -> dict[str, bytes]:
    """Name → zip, out of the cache in ``folder`` or made anew; of other versions the newest stay.

    Args:
        program: see ``packing.pack``.
    """
    cache = folder / "packed"
    made = {
        name: found for name, bundle in bundles.items() if (found := _kept(cache, f"{name}-{bundle.key}"))
    }
    stale = {name: bundle for name, bundle in bundles.items() if name not in made}
    if len(stale) > 1:
        say("Bibliotheken werden für den Browser übersetzt (einmal, etwa zwei Minuten) …")
    tools = folder / "pyodide"
    fresh = packing.pack(_laid_out(tools, pyodide), stale, program) if stale else {}
    for name, content in fresh.items():
        for old in sorted(cache.glob(f"{name}-*.zip"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
        fingerprint = hashlib.sha256(content).hexdigest()
        write_atomically(cache / f"{name}-{bundles[name].key}-{fingerprint}.zip", content)
        made[name] = content
    return {name: made[name] for name in bundles}


def _kept(cache: Path, name: str) -> bytes | None:
    """The zip with this name, if it is there and whole: its digest stands behind the name."""
    for path in cache.glob(f"{name}-*.zip"):
        content = path.read_bytes()
        if path.stem.removeprefix(f"{name}-") == hashlib.sha256(content).hexdigest():
            return content
    return None


def changed(name: str, script: str, changes: dict[str, str]) -> str:
    """The script ``name`` with all ``changes``.

    Raises:
        RuntimeError: what is to be changed is not there, or more than once.
    """
    for before, after in changes.items():
        if script.count(before) != 1:
            raise RuntimeError(f"{name} is of a version for which this change was not made: {before}")
        script = script.replace(before, after)
    return script


def python(pyodide: Files) -> Files:
    """Pyodide's own files. Its modules end in ``.js``, which every web server knows, and it lists no packages."""
    scripts = {
        name: changed(name, pyodide[name].decode().split("//# sourceMappingURL=")[0], changes)
        for name, changes in CHANGED.items()
    }
    listed = json.loads(pyodide["pyodide-lock.json"])
    return {
        "pyodide.js": scripts["pyodide.mjs"].encode(),
        "pyodide.asm.js": scripts["pyodide.asm.mjs"].encode(),
        "pyodide.asm.wasm": pyodide["pyodide.asm.wasm"],
        "pyodide-lock.json": json.dumps(listed | {"packages": {}}).encode(),
    }
