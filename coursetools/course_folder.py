"""The course's folder where the package was installed with pip: laid out where ``fairki`` is called.

What people change in it stays theirs: a newer version takes the place of what is as it was laid out; a changed file
stays where it lies, with the course's own beside it under ``<name>.neu``.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coursetools.files import write_atomically
from fairki import home, manifest
from fairki.errors import BadFileError

VARIABLE = "FAIRKI_ROOT"
"""Environment variable: the course's folder, where that is not the one in which ``fairki`` is called."""
RECORD = Path(".build") / "kurs.json"
"""What was laid out: ``{"format": 1, "course": version, "files": {path: SHA-256}}``."""
FORMAT = 1


def where() -> Path:
    """The course's folder: the one named in `VARIABLE`, the one this package lies in, or where one is now."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return Path.cwd() if home.INSTALLED else home.COURSE


def lay_out(root: Path, say: Callable[[str], None], source: Path = home.COURSE) -> None:
    """Put the course into ``root``, or bring it up to date there.

    Args:
        root: an empty folder, or one into which the course was laid out before.
        say: called with one German line about what was done; nothing is said if there was nothing to do.
        source: the course as it came with the package.

    Raises:
        BadFileError: other things lie in ``root``, or a newer course than this one.
    """
    laid = _laid(root)
    version = manifest.read(source).version
    if laid is None and any(root.iterdir()):
        raise BadFileError(
            f"In diesem Ordner liegt kein Kurs, aber anderes: {root}.",
            "Der Kurs braucht einen eigenen Ordner. Legen Sie einen leeren an, wechseln Sie hinein, und rufen Sie"
            f" „{home.COMMAND}“ dort auf.",
        )
    before = laid["files"] if laid else {}
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in _files(source)}
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    if before == digests:
        return
    beside = []
    for name, content in files.items():
        target = root / name
        if before.get(name) == digests[name]:
            continue  # nothing new; what somebody made of it is theirs
        if target.exists() and hashlib.sha256(target.read_bytes()).hexdigest() not in (
            before.get(name),
            digests[name],
        ):
            target = target.with_name(f"{target.name}.neu")
            beside.append(name)
        write_atomically(target, content)
    for name in before.keys() - files.keys():
        gone = root / name
        if gone.exists() and hashlib.sha256(gone.read_bytes()).hexdigest() == before[name]:
            gone.unlink()
    record = {"format": FORMAT, "course": version, "files": digests}
    write_atomically(root / RECORD, json.dumps(record, indent=1))
    if not beside:
        from coursetools import release  # costs a second, and is needed once

        release.vouch(root)
    say(f"Der Kurs, Fassung {version}, liegt jetzt in diesem Ordner: {root}")
    for name in beside:
        say(f"Sie haben {name} geändert. Ihre Datei bleibt; die neue liegt daneben: {name}.neu")


def changed(root: Path, folder: str) -> list[str]:
    """Notebooks in ``folder`` that people changed or added since the course was laid out in ``root``, if it was."""
    laid: dict[str, str] = (_laid(root) or {"files": {}})["files"]
    found = {path.relative_to(root).as_posix(): path for path in sorted((root / folder).rglob("*.ipynb"))}
    return [
        name
        for name, path in found.items()
        if laid and laid.get(name) != hashlib.sha256(path.read_bytes()).hexdigest()
    ]


def _files(source: Path) -> list[Path]:
    return sorted(path for path in source.rglob("*") if path.is_file())


def _laid(root: Path) -> dict[str, Any] | None:
    try:
        record: dict[str, Any] = json.loads((root / RECORD).read_text(encoding="utf-8"))
        if record["format"] == FORMAT and isinstance(record["files"], dict):
            return record
    except FileNotFoundError:
        # `clean` removes .build: whatever lies here then is looked at as if people had changed it
        return {"files": {}} if (root / manifest.FILE_NAME).exists() else None
    except (ValueError, KeyError, TypeError):
        return {"files": {}}
    raise BadFileError(
        f"In diesem Ordner liegt ein neuerer Kurs, als dieses Programm kennt: {root}.",
        "Bringen Sie das Programm auf den neuesten Stand: pip install --upgrade fairki",
    )
