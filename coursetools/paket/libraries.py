"""Which wheels a machine needs, by the lock file; fetched once, believed only by their hashes."""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from coursetools import sources
from coursetools.files import write_atomically
from coursetools.paket import de
from coursetools.paket.targets import Target
from coursetools.sources import File, NotThereError, OtherFileError, Sources
from fairki.errors import SetupError

EXTRAS = ("trainer", "postgres")
"""What the archive has beside the course: what set-up installs, too, and what a company's database needs."""
BUILDERS = "bau"
CACHE = Path(".build") / "paket"
_AT_ONCE = 8


def needed(root: Path, target: Target) -> list[File]:
    """The wheels that set-up installs or uses on a machine, sorted by name; each library's best one.

    Raises:
        SetupError: a library has no wheel for it.
    """
    packages = {
        (one["name"], one["version"]): one
        for one in tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))["package"]
        if "version" in one  # all but the course itself
    }
    found, missing = [], []
    for name, version in _pinned(root, target):
        ranked = [
            (rank, file.name, file)
            for file in sources.files([packages[name, version]], name)
            if (rank := target.rank(file.name)) is not None
        ]
        if ranked:
            found.append(min(ranked)[2])
        else:
            missing.append(name)
    if missing:
        raise SetupError(*de.no_wheels(missing, str(target)))
    return sorted(found, key=lambda file: file.name)


def fetch(root: Path, files: list[File], where: Sources, say: Callable[[str], None]) -> dict[str, bytes]:
    """Name of each wheel → its bytes, out of the cache or from where ``where`` says.

    Raises:
        SetupError: one cannot be had, or is another file.
    """
    kept = {file.name: root / CACHE / file.name for file in files}
    found = {
        file.name: content
        for file in files
        if kept[file.name].exists()
        and hashlib.sha256(content := kept[file.name].read_bytes()).hexdigest() == file.sha256
    }
    lacking = [file for file in files if file.name not in found]
    if lacking:
        say(de.FETCHING)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for file, content in zip(lacking, pool.map(lambda one: _one(one, where), lacking), strict=True):
            write_atomically(kept[file.name], content)
            found[file.name] = content
    return found


def bill(root: Path) -> dict[str, Any]:
    """All that the lock file holds of these libraries, as uv's own bill of materials (CycloneDX 1.5)."""
    made: dict[str, Any] = json.loads(_export(root, "cyclonedx1.5"))
    return made


def _one(file: File, where: Sources) -> bytes:
    try:
        return where.fetch(file)
    except NotThereError as error:
        raise SetupError(*de.not_fetched(file.name, str(error))) from None
    except OtherFileError as error:
        raise SetupError(*de.other_file(str(error))) from None


def _pinned(root: Path, target: Target) -> list[tuple[str, str]]:
    """Name and version of all that the lock file names for a machine."""
    lines = _export(
        root, "requirements.txt", "--no-hashes", "--no-annotate", "--no-header", "--no-emit-project"
    )
    found = [Requirement(line) for line in lines.splitlines() if line.strip()]
    wanted = {(one.name, str(one.specifier).removeprefix("==")) for one in found if target.wants(one.marker)}
    return sorted(wanted)


def _export(root: Path, form: str, *more: str) -> str:
    uv = Path(sys.executable).with_name("uv.exe" if os.name == "nt" else "uv")
    command = [str(uv), "export", "--frozen", "--quiet", "--format", form, "--group", BUILDERS, *more]
    for extra in EXTRAS:
        command += ["--extra", extra]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SetupError(*de.not_exported(done.stderr.strip()[-300:]))
    return done.stdout
