"""``build_course.py paket``: one archive that installs and serves the course on a machine without a network."""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coursetools import own_company, sources
from coursetools.paket import arrived, de, libraries, papers
from coursetools.paket.targets import PYTHONS, SYSTEMS, Target
from coursetools.workshop.options import WrongCallError
from fairki import home, manifest
from fairki.errors import SetupError

CONTENTS = (
    "build_course.py",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "course.toml",
    "coursetools",
    "data",
    "deploy",
    "docs",
    "environment.yml",
    "exercises",
    "fairki",
    "Kurs starten.cmd",
    "Kurs starten.command",
    "LICENSE",
    "LICENSE-content",
    "modules",
    "nbgrader_config.py",
    "pyproject.toml",
    "README.md",
    "SECURITY.md",
    "solutions",
    "uv.lock",
)
"""Of the course's folder just this: hand-ins, rooms and whatever else people keep there is nobody's business."""
_NEVER = ("__pycache__", ".pyc", ".ipynb_checkpoints", ".egg-info")
_PRIVATE = ("deploy/tls/", "deploy/sicherungen/")
"""Where deploy/compose.yaml lets people keep a key and backups."""
_PACKED_ALREADY = (".whl", ".zip", ".png", ".wasm.gz", ".woff2")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same files make the same archive


@dataclass(frozen=True)
class Wish:
    """What somebody wants: for which machine ("" stands for this one's), where to ("" for here), and what with it.

    Attributes:
        edition: makes the edition without a server in a folder; None: the archive has none.
    """

    place: str = ""
    system: str = ""
    machine: str = ""
    python: str = ""
    edition: Callable[[Path], None] | None = None


def target(wish: Wish) -> Target:
    """The machine that is meant.

    Raises:
        WrongCallError: there is no such machine.
    """
    here = arrived.here()
    system = wish.system or here["system"]
    usual = here["machine"] if system == here["system"] else SYSTEMS.get(system, ("x86_64",))[0]
    found = Target(system, wish.machine or usual, wish.python or here["python"])
    if found.machine not in SYSTEMS.get(system, ()) or found.python not in PYTHONS:
        possible = [f"{one} ({machine})" for one, machines in SYSTEMS.items() for machine in machines]
        raise WrongCallError(*de.no_such_target(found.system, found.machine, found.python, possible))
    return found


def run(root: Path, wish: Wish, say: Callable[[str], None]) -> Path:
    """Make the archive; returns its file. It is put in its place in one step.

    Raises:
        WrongCallError: there is no such machine.
        SetupError: something that is needed cannot be had.
    """
    if home.INSTALLED:
        raise SetupError(*de.ONLY_IN_FOLDER)
    machine = target(wish)
    version = manifest.read(root).version
    name = f"fairki-{version}-{machine}"
    where = sources.named(os.environ, root, alone=False)
    wanted = libraries.needed(root, machine)
    wheels = libraries.fetch(root, wanted, where, say)
    files = {f"{sources.WHEELS}/{one}": content for one, content in wheels.items()}
    files |= _course(root) | _company(root)
    if wish.edition:
        files |= _edition(wish.edition)
    about = [papers.read(one, content) for one, content in wheels.items()]
    digests = {file.name: file.sha256 for file in wanted}
    files |= papers.licences(about, {one: len(content) for one, content in wheels.items()})
    files[papers.BILL] = papers.bill(libraries.bill(root), about, digests, version)
    files[de.READ_ME] = _read_me(machine, version, bool(wish.edition))
    files[arrived.ABOUT] = _about(machine, version)
    sums = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {one}\n" for one, content in sorted(files.items())
    )
    files[arrived.SUMS] = sums.encode()
    file = _place(wish.place, name)
    _write(file, name, files)
    say(de.finished(str(file), file.stat().st_size, len(wheels), str(machine)))
    return file


def _course(root: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in CONTENTS:
        found |= _files(root / name, name)
    return {name: content for name, content in found.items() if not name.startswith(_PRIVATE)}


def _company(root: Path) -> dict[str, bytes]:
    """The company's folder, where there is one; the course finds it there by itself."""
    folder = own_company.usual(root)
    if folder.is_file():
        return {f"{own_company.FOLDER}/{folder.name}": folder.read_bytes()}
    return _files(folder, own_company.FOLDER)


def _edition(make: Callable[[Path], None]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / de.EDITION
        make(folder)
        return _files(folder, de.EDITION)


def _files(path: Path, name: str) -> dict[str, bytes]:
    """Path in the archive → bytes, of a file or of all in a folder that is not hidden."""
    if path.is_file():
        return {name: path.read_bytes()}
    found = {one.relative_to(path): one for one in path.rglob("*") if one.is_file()}
    return {
        f"{name}/{inner.as_posix()}": one.read_bytes()
        for inner, one in found.items()
        if not any(part.startswith(".") or part.endswith(_NEVER) for part in inner.parts)
    }


def _read_me(machine: Target, version: str, edition: bool) -> bytes:
    text = de.WHAT_IS_HERE.format(
        version=version,
        system=machine.system,
        machine=machine.machine,
        python=machine.python,
        python_call=de.CALLED[machine.system].format(python=machine.python),
        needs=de.NEEDS[machine.system],
        edition=de.HAS_EDITION if edition else "",
    )
    return text.encode()


def _about(machine: Target, version: str) -> bytes:
    said = {"format": arrived.FORMAT, "version": version, "system": machine.system}
    return json.dumps({**said, "machine": machine.machine, "python": machine.python}, indent=1).encode()


def _place(named: str, name: str) -> Path:
    place = Path(named or ".").resolve()
    return place if place.suffix == ".zip" else place / f"{name}.zip"


def _write(file: Path, name: str, files: dict[str, bytes]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.neu")
    try:
        with zipfile.ZipFile(beside, "w") as archive:
            for path, content in sorted(files.items()):
                info = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
                info.create_system = 3  # on every system the same, with rights that Unix understands
                runs = content.startswith(b"#!") or path.endswith(".command")
                info.external_attr = (0o100755 if runs else 0o100644) << 16
                packed = path.endswith(_PACKED_ALREADY)
                archive.writestr(info, content, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
