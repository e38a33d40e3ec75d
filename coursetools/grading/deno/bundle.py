"""The folder that the third wall shows to a child: Python for WebAssembly, the libraries and what a child runs.

The same pieces as in the browser edition, from the same cache; but all of Python's own library, and IPython. Worked
answers, solutions and tests are not in it.
"""

import hashlib
import io
import json
import os
import secrets
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from filelock import FileLock

from coursetools import course_folder
from coursetools.files import write_atomically
from coursetools.grading import inside
from coursetools.grading.kept import Shelf
from coursetools.publish import packing, runtime_files
from coursetools.publish.packing import Bundle, Files
from coursetools.publish.packs import PACKS
from coursetools.publish.supply import CACHE, Supply
from fairki import company
from fairki.errors import SetupError

FOLDER = Path(".build") / "deno"
KEPT = Path(".build") / "deno-exercises"
"""Not in ``FOLDER``: what lies there may be read until the first hand-in comes."""
DONE, MADE_OF = "fertig", "woraus"
"""Files in a folder that is complete: which one it is, and what names all that it was made of."""
SCRIPTS = [
    Path(__file__).with_name(f"{name}.mjs")
    for name in ("supervisor", "worker", "image", "libraries", "stand_ins", "store", "key", "make")
]
SUPERVISOR, MAKE, IMAGE = "supervisor.mjs", "make.mjs", "loaded.image"
STDLIB, IPYTHON, OURS = "python_stdlib_whole", "ipython", "grading"
ZIPS = ("numpy", "pandas", "scipy", "sklearn", "narwhals", "fairlearn", "widgets", IPYTHON, OURS)
"""What is unpacked, in this order."""
ENVIRONMENT = {
    company.VARIABLE: "",
    "HOME": inside.WORK,
    "IPYTHONDIR": inside.WORK,
    "LANG": "C.UTF-8",
    "PYTHONHASHSEED": "0",
    "TMPDIR": inside.WORK,
}
"""Of Python, as in ``sandbox``."""
PERMISSIONS = (
    *("--no-prompt", "--no-remote", "--no-npm", "--no-config", "--no-lock", "--cached-only"),
    "--deny-import",  # by itself, Deno trusts some hosts
)
OF_IPYTHON = (
    *("asttokens", "executing", "ipython", "ipython-pygments-lexers", "jedi", "matplotlib-inline", "parso"),
    *("prompt_toolkit", "pure_eval", "pygments", "stack_data", "traitlets", "wcwidth"),
)
"""IPython and what it imports in WebAssembly, by their names on PyPI."""


def folder(
    deno: str,
    root: Path | None = None,
    source: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """The folder, made anew only if something in it has changed.

    Args:
        deno: the program, which compiles the libraries.
        root: in whose ``.build`` it lies; None: the folder of the course.
        source: a folder with what otherwise comes from the network.
        say: called with a German line before something takes long.

    Raises:
        SetupError: something cannot be had or made here.
        BadFileError: a file in ``source`` is another one.
    """
    root = root or course_folder.where()
    cache, place = root / CACHE, root / FOLDER
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "lock"):
        made_of = _made_of()
        if there := _there(place, made_of):
            return there
        supply = Supply(cache / "supply", source, say)
        compiler = [deno, "run", "--allow-all", "--no-prompt", "--no-config", "--no-lock", "--quiet"]
        zips = runtime_files.zipped(cache, supply.pyodide, _bundles(supply), say, compiler)
        files = runtime_files.python(supply.pyodide) | {path.name: path.read_bytes() for path in SCRIPTS}
        files |= {"python_stdlib.zip" if name == STDLIB else f"{name}.zip": zips[name] for name in zips}
        made = _laid_out(place, files, lambda folder: _make_image(deno, folder))
        write_atomically(made / MADE_OF, made_of)
        return made


def _there(place: Path, made_of: str) -> Path | None:
    """The folder below ``place`` that was made of just this: nothing needs to be unpacked to know that."""
    for one in place.glob(f"*/{MADE_OF}"):
        if one.read_text(encoding="ascii") == made_of and (one.parent / DONE).exists():
            return one.parent
    return None


def _made_of() -> str:
    """Names all that the folder is made of: our own files, the lists of those of IPython and the libraries, each with
    its checksums, and the code that knows the checksums of all that comes from elsewhere."""
    ours = runtime_files.course() | _inside()
    ours |= {str(path): path.read_bytes() for path in [*SCRIPTS, Path(__file__)]}
    ours |= {str(path): path.read_bytes() for path in Path(packing.__file__).parent.glob("*.py")}
    installed = {*OF_IPYTHON, *(name for pack in PACKS for name in pack.installed)}
    ours |= {name: (metadata.distribution(name).read_text("RECORD") or "").encode() for name in installed}
    return _digest(ours)


def _digest(files: Files) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def shelf(folder: Path) -> Shelf:
    """Where exercises are kept that were prepared with this ``folder``, as it was made this time."""
    return Shelf(folder.parents[2] / KEPT, (folder / DONE).read_text())


def _make_image(deno: str, folder: Path) -> None:
    """Load once what each hand-in begins with."""
    program = [deno, "run", "--quiet", *PERMISSIONS, f"--allow-read={folder}", f"--allow-write={folder}"]
    made = subprocess.run(
        [*program, str(folder / MAKE), json.dumps(ENVIRONMENT), str(folder / IMAGE), *ZIPS],
        env=os.environ | {"NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1"},
        capture_output=True,
        text=True,
        errors="replace",
    )
    if made.returncode != 0:
        raise SetupError(
            f"Python für Deno lässt sich hier nicht laden ({' '.join(made.stderr.split())[-300:]}).",
            "Prüfen Sie, ob 2 GB Arbeitsspeicher frei sind, und rufen Sie den Befehl noch einmal auf.",
        )


def _bundles(supply: Supply) -> dict[str, Bundle]:
    libraries, _ = runtime_files.libraries(supply)
    bundles = {name: bundle for name, bundle in libraries.items() if name in ZIPS}
    with zipfile.ZipFile(io.BytesIO(supply.pyodide["python_stdlib.zip"])) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    bundles[STDLIB] = Bundle(packing.STDLIB, files)
    bundles[IPYTHON] = Bundle(packing.SITE, _ipython())
    course = {name: content for name, content in runtime_files.course().items() if not is_hidden(name)}
    bundles[OURS] = Bundle(packing.SITE, course | _inside())
    return bundles


def is_hidden(name: str) -> bool:
    """Whether a file of the course is none of a hand-in's business."""
    return name.startswith("fairki/reference/answers/")


def _ipython() -> Files:
    files = {
        path: content for name in OF_IPYTHON for path, content in packing.of_environment(name)[0].items()
    }
    left_out = ("/tests/", "/typeshed/", ".so")  # the last: this machine's own code
    return {path: files[path] for path in files if not any(part in path for part in left_out)}


def _inside() -> Files:
    package = Path(inside.__file__).parent
    files = {f"coursetools/grading/inside/{path.name}": path.read_bytes() for path in package.glob("*.py")}
    return files | {"coursetools/__init__.py": b"", "coursetools/grading/__init__.py": b""}


def _laid_out(place: Path, files: Files, finish: Callable[[Path], None]) -> Path:
    """A folder below ``place`` with these files, named after their content; older ones go."""
    folder = place / _digest(files)[:16]
    if "," in str(folder):
        raise SetupError(
            f"Hier lässt sich nicht bewerten: Der Pfad enthält ein Komma ({folder}).",
            "Legen Sie den Ordner des Kurses an einen Ort ohne Komma im Namen.",
        )
    done = folder / DONE
    if not done.exists():
        for name, content in files.items():
            write_atomically(folder / name, content)
        finish(folder)
        done.write_text(secrets.token_hex(8))
    for other in place.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder
