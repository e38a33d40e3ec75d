"""The folder ``notebooks`` of the edition: a page that lists the exercises, and JupyterLite, which opens one."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from coursetools.publish import runtime_files, supply
from coursetools.publish.lite import app, kernel
from coursetools.publish.packing import Files, Licence
from coursetools.publish.runtime_files import Runtime
from coursetools.publish.supply import Supply
from fairki import web

STATIC = Path(__file__).parent / "static"
KERNEL_ZIP = "kernel.zip"
SCRIPTS = ("start.js", "python.js")
NAME = "notebooks"
PAGE = "notebooks/index.html"
"""Where JupyterLite opens a notebook, below the folder (``?path=….ipynb``): its scripts know it by this name."""
EPOCH = "2020-01-01T00:00:00Z"
POLICY = "; ".join(
    (
        "default-src 'self'",
        # JupyterLab checks its settings with functions that it makes of texts; Python is WebAssembly, which is less
        "script-src 'self' 'unsafe-eval'",
        "worker-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # JupyterLab lays itself out by styles that its scripts write
        "img-src 'self' data: blob:",  # its icons, and pictures in a notebook
        "font-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
    )
)
"""What JupyterLite's page may do; all other pages may less (``site.POLICY``)."""
DISABLED = (
    "@jupyterlite/application-extension:service-worker-manager",  # works without, also where there can be none
    "@jupyterlite/application-extension:share-file",
    "@jupyterlite/application-extension:licenses-client",
    "@jupyterlite/repl-extension",
    "@jupyterlab/launcher-extension",
    "@jupyterlab/terminal-extension",
    "@jupyterlab/workspaces-extension",
    "@jupyterlab/console-extension",
    "@jupyterlab/tooltip-extension:consoles",
    "@jupyterlite/notebook-application-extension:logo",  # leads to a page that is not here
    "@jupyterlab/apputils-extension:notification",  # it asks for news elsewhere
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/help-extension",  # leads out of the course
    "@jupyter-notebook/help-extension",
    "@jupyter-notebook/console-extension",
    "@jupyter-notebook/tree-extension",
    "@jupyter-notebook/application-extension:pages",  # JupyterLite's other pages are not here
    "@jupyter-notebook/notebook-extension:open-tree-tab",
    "@jupyter-notebook/notebook-extension:checkpoints",  # says since when there is one: never
    "@jupyter-notebook/notebook-extension:edit-notebook-metadata",
    "@jupyter-notebook/notebook-extension:kernel-logo",
    "@jupyter-notebook/notebook-extension:trusted",  # nothing here runs unless somebody wants it to
)
HIDDEN = {
    "jp-mainmenu-file": (
        "filebrowser:open-path",
        "filebrowser:open-url",
        "filemenu:create-console",
        "filemenu:logout",
        "filemenu:shutdown",
        "notebook:trust",
    ),
    "jp-mainmenu-run": ("notebook:run-in-console",),
    "jp-mainmenu-help": ("help:licenses",),  # they stand on the course's own page
    "jp-mainmenu-kernel": ("kernelmenu:reconnect-to-kernel", "kernelmenu:shutdownAll"),
}
"""Menu → what has no meaning here."""
SETTINGS: dict[str, dict[str, Any]] = {
    "@jupyterlab/translation-extension:plugin": {"locale": app.LANGUAGE},
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 10},  # seconds
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none"
    },  # all cells are there, for search and print
    "@jupyterlab/mainmenu-extension:plugin": {
        "menus": [
            {"id": menu, "items": [{"command": one, "disabled": True} for one in commands]}
            for menu, commands in HIDDEN.items()
        ]
    },
}
KERNEL = {
    "disablePyPIFallback": True,
    "loadPyodideOptions": {  # what python.js has brought already
        "packages": ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython"]
    },
}


@dataclass(frozen=True)
class Notebooks:
    """JupyterLite and its Python, ready to be written beside a ``Runtime``.

    Attributes:
        licences: of everything in it.
    """

    licences: tuple[Licence, ...]
    _lasting: Files
    _translations: Files

    def files(self, exercises: dict[str, Path], runtime: Runtime, needs: dict[str, Any]) -> Files:
        """All files below the edition's folder, apart from the two pages.

        Args:
            exercises: slug → its notebook.
            runtime: is written by somebody else.
            needs: what ``site`` tells every page's worker.
        """
        lasting = self._lasting | {name: web.module(STATIC / name).encode() for name in SCRIPTS}
        told = {name: needs[name] for name in ("start", "late", "language", "firm")}
        told["python"] = f"../../{runtime.folder}/"
        told["bytes"] = runtime.bytes | {KERNEL_ZIP: len(lasting[KERNEL_ZIP])}
        lasting["needs.json"] = json.dumps(told).encode()
        inner = runtime_files.digest(*(name.encode() + lasting[name] for name in sorted(lasting)))
        files = {f"{inner}/{path}": content for path, content in lasting.items()}
        files |= {f"api/translations/{path}": content for path, content in self._translations.items()}
        notebooks = {f"{slug}.ipynb": path.read_bytes() for slug, path in exercises.items()}
        files |= {f"files/{name}": content for name, content in notebooks.items()}
        files["api/contents/all.json"] = json.dumps(_listing(notebooks)).encode()
        return {f"{NAME}/{path}": content for path, content in files.items()}


def settings(files: Files) -> dict[str, Any]:
    """What JupyterLite's page is told of these files; addresses begin with ``./`` for the folder ``notebooks``."""
    inner = folder_of(files)
    extensions = f"{NAME}/{inner}/extensions/"
    kernel_files = {
        f"extensions/{path.removeprefix(extensions)}": content
        for path, content in files.items()
        if path.startswith(extensions)
    }
    return {
        "appName": "Notebooks",
        "appVersion": "0.8.6",
        "appUrl": "./notebooks",
        "baseUrl": "./",
        "contentsAllJsonFile": "all.json",
        "defaultKernelName": "python3",
        "disabledExtensions": DISABLED,
        "federated_extensions": [app.entry(kernel_files)],
        "fullLabextensionsUrl": f"./{inner}/extensions",
        "fullStaticUrl": f"./{inner}/build",
        "litePluginSettings": {f"{app.EXTENSION}:kernel": KERNEL | {"pyodideUrl": f"./{inner}/python.js"}},
        "notebookPage": "notebooks",
        "settingsOverrides": SETTINGS,
        "settingsUrl": f"./{inner}/build/schemas",
        "themesUrl": f"./{inner}/build/themes",
    }


def folder_of(files: Files) -> str:
    """The name of the folder that changes with what is in it."""
    return next(path for path in files if path.endswith("/start.js")).split("/")[1]


def _listing(notebooks: Files) -> dict[str, Any]:
    """The notebooks, as Jupyter lists a folder."""
    entry = {"content": None, "created": EPOCH, "format": None, "last_modified": EPOCH, "mimetype": None}
    content = [
        entry | {"name": name, "path": name, "size": len(file), "type": "notebook", "writable": True}
        for name, file in notebooks.items()
    ]
    own = {"content": content, "format": "json", "name": "", "path": "", "size": None, "type": "directory"}
    return entry | own | {"writable": True}


def build(cache: Path, *, source: Path | None, say: Callable[[str], None]) -> Notebooks:
    """Fetch JupyterLite and pack what its Python needs; what is in ``cache`` and still right is used again.

    Raises:
        SetupError: something cannot be had or made here.
        BadFileError: a file in ``source`` is another one.
    """
    with FileLock(cache / "lock"):
        held = Supply(cache / "supply", source, say)
        with zipfile.ZipFile(io.BytesIO(held.wheel(supply.JUPYTERLITE_KERNEL))) as wheel:
            bundle, licences = kernel.bundle(held, wheel)
            lasting, more = app.files(held, wheel)
        translations, german = app.translations(held)
        packed = runtime_files.zipped(cache, held.pyodide, {kernel.NAME: bundle}, say)
    lasting[KERNEL_ZIP] = packed[kernel.NAME]
    return Notebooks((*licences, *more, german), lasting, translations)
