"""Whether an archive arrived whole, and on a machine that it was made for.

Standard library only: ``build_course.py`` loads this file by its path, before anything is installed.
"""

import hashlib
import json
import os
import platform
import sys
from pathlib import Path

ABOUT, SUMS = "paket.json", "pruefsummen.txt"
"""What the archive says of itself, and the checksums of all its other files, as ``sha256sum -c`` reads them."""
FORMAT = 1
PROGRAM = ("wheels/", "fairki/", "coursetools/", "build_course.py", "uv.lock", "pyproject.toml")
"""What nobody is meant to change; everything else may be another one than in the list."""
_SYSTEMS = {"win32": "windows", "darwin": "macos"}
_MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}


def here() -> dict[str, str]:
    """What kind of machine this is, in the words of an archive."""
    machine = platform.machine().lower()
    return {
        "system": _SYSTEMS.get(sys.platform, "linux"),
        "machine": _MACHINES.get(machine, machine),
        "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
    }


def made_for(root: str | Path) -> dict[str, str] | None:
    """The kind of machine that the archive in ``root`` was made for; None if its file cannot be read.

    Raises:
        ValueError: a newer program made it; says by which version.
    """
    try:
        about = json.loads(Path(root, ABOUT).read_text(encoding="utf-8"))
        if about["format"] <= FORMAT:
            return {name: str(about[name]) for name in here()}
        newer = str(about["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    raise ValueError(newer)


def damaged(root: str | Path) -> list[str]:
    """Files of the program that are missing or not what the list says; the list itself if it cannot be read."""
    try:
        lines = Path(root, SUMS).read_text(encoding="utf-8").splitlines()
        listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    except (OSError, ValueError):
        return [SUMS]
    if not all(any(name.startswith(part) for name in listed) for part in PROGRAM):
        return [SUMS]
    return [
        name for name, digest in listed.items() if name.startswith(PROGRAM) and sum_of(root, name) != digest
    ]


def sum_of(root: str | Path, name: str) -> str:
    """The SHA-256 of a file; "" if it cannot be read."""
    try:
        with open(os.path.join(root, *name.split("/")), "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
