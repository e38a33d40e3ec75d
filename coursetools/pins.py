"""Pins of the lock file that their makers took back, or that are old; asked of the index only where there is one."""

import os
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from packaging.utils import InvalidSdistFilename, canonicalize_name, parse_sdist_filename
from packaging.version import InvalidVersion, Version

from coursetools import sources
from coursetools.sources import Link, NotThereError, Sources
from fairki import speech

PATIENCE = 4
"""Seconds until an index that does not answer is given up."""
_AT_ONCE = 16
_SHOWN = 8


def warnings(root: Path, where: Sources | None = None) -> list[str]:
    """German sentences about pins: which were taken back, which are a major version behind, or that nobody could ask.

    Args:
        root: the folder with ``uv.lock``; a course that was installed as a package has none, and nothing is said.
        where: what is asked; the sources that uv and pip were told of by default.
    """
    path = root / "uv.lock"
    if not path.exists():
        return []
    where = where or sources.named(os.environ, root)
    packages = tomllib.loads(path.read_text(encoding="utf-8"))["package"]
    pinned = [(one["name"], Version(one["version"])) for one in packages if "registry" in one["source"]]
    try:
        where.offered(pinned[0][0], PATIENCE)  # one question shows whether anybody answers
    except NotThereError as error:
        return [
            f"Ob Bibliotheken zurückgezogen oder veraltet sind, ließ sich nicht erfragen. Letzte Meldung: {error}"
        ]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        offered = list(pool.map(lambda pin: _offered(pin[0], where), pinned))
    taken_back, old, unknown = [], [], []
    for (name, version), links in zip(pinned, offered, strict=True):
        if not links:
            unknown.append(name)
        elif is_taken_back(version, links):
            taken_back.append(f"{name} {version}")
        elif (newest := newest_of(links)) and newest.release[0] > version.release[0]:
            old.append(f"{name} {version} (neu: {newest})")
    said = []
    if taken_back:
        said.append(
            f"Zurückgezogen: {speech.together(taken_back)}. Holen Sie eine andere Fassung:"
            " .venv/bin/uv lock --upgrade-package NAME, und prüfen Sie mit allen Tests."
        )
    if old:
        said.append(
            f"Eine Hauptfassung oder mehr zurück: {_few(old)}. Lesen Sie, was sich dort geändert hat."
        )
    if unknown:
        said.append(f"Das Paketverzeichnis sagte nichts zu {_few(unknown)}.")
    return said


def is_taken_back(version: Version, links: list[Link]) -> bool:
    """Whether all files of a version that an index offers were taken back."""
    own = [link.yanked for link in links if _version(link.name) == version]
    return bool(own) and all(own)


def newest_of(links: list[Link]) -> Version | None:
    """The newest version that is finished and was not taken back; None if there is none."""
    found = [version for link in links if not link.yanked and (version := _version(link.name))]
    return max((one for one in found if not one.is_prerelease), default=None)


def _offered(name: str, where: Sources) -> list[Link]:
    try:
        links = where.offered(name, PATIENCE)
    except NotThereError:
        return []
    return [link for link in links if not _misread(link.name, name)]


def _misread(file: str, name: str) -> bool:
    """Whether a source file of old times would be taken for another package's, as ``selenium-2.0-dev-9429.tar.gz``."""
    try:
        return parse_sdist_filename(file)[0] != canonicalize_name(name)
    except (InvalidVersion, InvalidSdistFilename):
        return False


def _version(file: str) -> Version | None:
    try:
        if file.endswith(".whl"):
            return Version(file.split("-")[1])
        return parse_sdist_filename(file)[1]
    except (InvalidVersion, InvalidSdistFilename, IndexError):
        return None  # eggs and installers of old times


def _few(names: list[str]) -> str:
    rest = len(names) - _SHOWN
    shown = ", ".join(names[:_SHOWN])
    return f"{shown} und {speech.number(rest)} weitere" if rest > 0 else shown
