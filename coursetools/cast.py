"""The drawn people of the course: derived from ``cast.toml`` with Open Peeps (DiceBear), in git, so that serving
needs no Node."""

import json
import os
import subprocess
import tomllib
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

from coursetools import web_tools
from coursetools.files import write_atomically
from fairki.company import cast
from fairki.errors import SetupError

SCRIPT = Path(__file__).with_suffix(".mjs")


def write(root: Path, say: Callable[[str], None]) -> None:
    """Draw everybody of ``cast.toml`` anew; a drawing that is no longer there goes.

    Raises:
        SetupError: Node or its packages are missing, or they refuse an option of ``cast.toml``.
    """
    web_tools.install(root, say)
    drawn = draw(root)
    for old in cast.FOLDER.iterdir():
        if old.suffix in (cast.ENDING, cast.PIXELS) and old.name not in drawn:
            old.unlink()
    for name, content in drawn.items():
        write_atomically(cast.FOLDER / name, content)


def draw(root: Path) -> dict[str, bytes]:
    """Name of a file → its bytes, as ``write`` puts them there; needs the tools of ``web_tools`` below ``root``.

    Raises:
        SetupError: the packages refuse an option of ``cast.toml``.
    """
    listed = tomllib.loads(cast.LIST.read_text(encoding="utf-8"))
    done = subprocess.run(
        [web_tools.node(), "--input-type=module"],
        input=SCRIPT.read_text(encoding="utf-8"),
        cwd=root / web_tools.FOLDER,  # where the script finds its packages
        env={**os.environ, "CAST": json.dumps(listed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise SetupError(
            "Die Menschen des Kurses ließen sich nicht zeichnen.",
            f"Prüfen Sie {cast.LIST.name}. Letzte Meldung: {done.stderr.strip()[-300:]}",
        )
    return {name: b64decode(content) for name, content in json.loads(done.stdout).items()}
