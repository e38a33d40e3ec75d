"""Packages with own rules and systems without a server: pure Python goes along, anything else is refused."""

import re
from importlib import metadata

from coursetools.publish import packing
from coursetools.publish.packs import PACKS
from fairki.errors import SetupError
from fairki.plugins import loading

COMPILED = (".so", ".pyd", ".dll", ".dylib")
HAD = {name.lower() for pack in PACKS for name in (*pack.wheels, *pack.installed)} | {"fairki"}
"""What a package may need: it is in the browser, too."""


def files() -> packing.Files:
    """Path beside the libraries in the browser → content, of all packages with own rules or systems.

    Raises:
        SetupError: a package cannot run in a browser.
    """
    points = [point for group in loading.GROUPS for point in loading.entry_points(group)]
    found: packing.Files = {}
    for point in points:
        if point.dist is None:
            raise _refused(point.value, "Es ist nicht richtig installiert")
        found |= _of(point.dist, point)
    return found


def _of(dist: metadata.Distribution, point: metadata.EntryPoint) -> packing.Files:
    made = {path.as_posix(): path for path in dist.files or () if path.parts[0] != ".."}
    if compiled := [name for name in made if name.endswith(COMPILED)]:
        raise _refused(dist.name, f"{compiled[0]} ist für diesen Rechner übersetzt")
    top = point.module.split(".")[0]
    if not {f"{top}.py", f"{top}/__init__.py"} & made.keys():
        raise _refused(dist.name, f"{top} liegt nicht bei dem, was installiert ist")
    for needed in dist.requires or ():
        name = re.split(r"[^\w.-]", needed, maxsplit=1)[0].lower().replace("_", "-")
        if "extra ==" not in needed and name not in HAD:
            raise _refused(dist.name, f"Es braucht {name}, und das gibt es im Browser nicht")
    return packing.of_environment(dist.name)[0]


def _refused(package: str, why: str) -> SetupError:
    return SetupError(
        f"Das Paket „{package}“ mit eigenen Regeln oder Systemen läuft nicht im Browser: {why}.",
        "Ohne Server geht nur reines Python, mit pip install eingerichtet (ohne -e). Entfernen Sie das Paket, oder "
        "nehmen Sie serve.",
    )
