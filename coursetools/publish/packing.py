"""The zips of the browser edition: without what no page needs, compiled by the Python that will run them."""

import base64
import hashlib
import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email import message_from_bytes
from functools import cached_property
from importlib import metadata
from pathlib import Path

from coursetools import machine, web_tools
from fairki.errors import SetupError

COMPILER = Path(__file__).with_name("compile.mjs")
SITE = "lib/python3.14/site-packages"
STDLIB = "lib/python314.zip"
"""Where libraries lie below the root in the browser, and Python's own."""
EPOCH = (2020, 1, 1, 0, 0, 0)
"""The time of every file in a zip: the same bytes on every day."""

_LICENCE = re.compile(r"(^|/)(licen[cs]es?/.+|(licen[cs]e|copying|notice)[^/]*(?<!\.py))$", re.IGNORECASE)

Files = dict[str, bytes]
"""Path in a zip → content."""


@dataclass(frozen=True)
class Licence:
    """What a part of the edition may be used for: its name on the page, its version, and the words."""

    name: str
    version: str
    kind: str
    text: str


def of_wheel(content: bytes) -> tuple[Files, Licence]:
    """The files of a wheel, and its licence."""
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        return _parted({name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/")})


def of_environment(name: str) -> tuple[Files, Licence]:
    """The files of a library as they lie in this environment, each as its own list says; and its licence.

    Raises:
        SetupError: one was changed or is gone.
    """
    files = {}
    for path in metadata.distribution(name).files or ():
        if path.hash is None or path.parts[0] == "..":
            continue  # what was made at the installation
        try:
            content = path.read_binary()
        except OSError:
            content = b""
        digest = hashlib.new(path.hash.mode, content).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != path.hash.value:
            raise SetupError(
                f"In der Umgebung des Kurses wurde eine Datei von {name} verändert: {path}.",
                "Löschen Sie den Ordner .venv, und starten Sie noch einmal: Er wird neu eingerichtet.",
            )
        files[path.as_posix()] = content
    return _parted(files)


def _parted(files: Files) -> tuple[Files, Licence]:
    """The files with a short word about what they are instead of a long one, and their licence."""
    place = next(name for name in files if name.endswith(".dist-info/METADATA"))
    about = message_from_bytes(files[place])
    name, version = str(about["Name"]), str(about["Version"])
    kind = about["License-Expression"] or about["License"] or ""
    if not kind or "\n" in kind or len(kind) > 60:
        classes = [str(line) for line in about.get_all("Classifier", []) if line.startswith("License ::")]
        kind = ", ".join(line.rsplit(" :: ", 1)[-1] for line in classes)
    texts = [
        content.decode("utf-8", "replace").strip() for path, content in files.items() if _LICENCE.search(path)
    ]
    licence = Licence(name, version, str(kind), "\n\n".join(dict.fromkeys(texts)))
    short = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode()
    return files | {place: short}, licence


@dataclass(frozen=True)
class Bundle:
    """What becomes one zip: the folder of the browser into which it is laid out, and its files there."""

    place: str
    files: Files

    @cached_property
    def key(self) -> str:
        """A digest of all that decides about the bytes of the zip."""
        digest = hashlib.sha256(COMPILER.read_bytes() + self.place.encode())
        for name, content in sorted(self.files.items()):
            digest.update(f"\0{name}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()[:16]


def pack(pyodide: Path, bundles: dict[str, Bundle], program: Sequence[str] = ()) -> dict[str, bytes]:
    """Name → zip, each with what Python makes of its sources instead of them.

    Args:
        pyodide: the folder with Pyodide, as it came from npm.
        bundles: by name; they are compiled side by side.
        program: what runs a script with all rights; none: Node.

    Raises:
        SetupError: Node is missing, or the sources cannot be compiled.
    """
    sources = {
        f"{bundle.place}/{name}": content
        for bundle in bundles.values()
        for name, content in bundle.files.items()
        if name.endswith(".py")
    }
    largest_first = sorted(sources, key=lambda name: -len(sources[name]))
    workers = machine.processors()
    shares = [{name: sources[name] for name in largest_first[start::workers]} for start in range(workers)]
    run = program or [str(web_tools.node())]
    with ThreadPoolExecutor(workers) as pool:
        compiled: Files = {}
        for share in pool.map(lambda share: _compile(pyodide, share, run), shares):
            compiled |= share
        filled = [_filled(bundle, compiled) for bundle in bundles.values()]
        return dict(zip(bundles, pool.map(zipped, filled), strict=True))


def _filled(bundle: Bundle, compiled: Files) -> Files:
    return {
        name + "c" if name.endswith(".py") else name: compiled.get(f"{bundle.place}/{name}c", content)
        for name, content in bundle.files.items()
    }


def _compile(pyodide: Path, sources: Files, run: Sequence[str]) -> Files:
    if not sources:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "sources.zip", Path(folder) / "compiled.zip"
        before.write_bytes(zipped(sources, zipfile.ZIP_STORED))
        done = subprocess.run(
            [*run, COMPILER, pyodide.resolve(), before, after],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise SetupError(
                "Die Bibliotheken ließen sich nicht für den Browser übersetzen.",
                f"Ist genug Arbeitsspeicher frei? Starten Sie noch einmal. Letzte Meldung: {done.stderr[-500:]}",
            )
        with zipfile.ZipFile(after) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Files, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The files as a zip: the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how, compresslevel=9) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = how
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
