"""A company's index of packages on loopback, and a small course whose lock file names addresses that nobody has."""

import base64
import csv
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import distribution
from pathlib import Path

UV = str(Path(sys.executable).with_name("uv"))
PAGE = "/artefakte/api/pypi/simple/"
"""Where the index begins: a company's has a path."""
NOBODY = "https://nobody.invalid"

PYPROJECT = """
[project]
name = "klein"
version = "1.0"
requires-python = ">=3.11,<3.15"
dependencies = ["eins"]
[project.optional-dependencies]
trainer = ["zwei"]
postgres = []
publish = []
[dependency-groups]
setup = ["uv"]
bau = ["mauerwerk"]
test = []
[tool.uv]
default-groups = ["setup"]
[build-system]
requires = ["mauerwerk"]
build-backend = "mauerwerk"
"""
BACKEND = """
import base64, hashlib, os, zipfile

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "klein-1.0-py3-none-any.whl"
    files = {
        "klein.pth": os.getcwd(),
        "klein-1.0.dist-info/METADATA": "Metadata-Version: 2.1\\nName: klein\\nVersion: 1.0\\n",
        "klein-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
        record = "".join(f"{file},,\\n" for file in [*files, "klein-1.0.dist-info/RECORD"])
        archive.writestr("klein-1.0.dist-info/RECORD", record)
    return name
"""


class Index:
    """It serves the wheels of a folder as PEP 503 says, as a server does or as a proxy does.

    Attributes:
        asked: the path of each request that it let in.
        login: ``name:password`` that it wants; "" if everybody may ask.
        hashes: whether it says of each file what its SHA-256 is; many do not.
    """

    def __init__(self, wheels: Path, login: str = "", hashes: bool = False) -> None:
        self.asked: list[str] = []
        self.login, self.hashes = login, hashes
        index = self

        class Request(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index._answer(self)

            do_HEAD = do_GET

            def log_message(self, *_: object) -> None:
                """Nothing: the tests look at what was asked."""

        self._wheels = wheels
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Request)
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_address[1]}"

    @property
    def url(self) -> str:
        """Address of the index, with the login."""
        return f"http://{self.login + '@' if self.login else ''}{self.host}{PAGE}"

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        wanted = "Basic " + base64.b64encode(self.login.encode()).decode()
        if self.login and request.headers.get("Authorization") != wanted:
            self._send(request, 401, b"", "text/plain")
            return
        path = re.sub(r"^http://[^/]+", "", request.path)
        self.asked.append(path)
        if path.startswith("/dateien/"):
            file = self._wheels / path.rpartition("/")[2]
            self._send(request, 200, file.read_bytes(), "application/octet-stream")
            return
        name = path.removeprefix(PAGE).strip("/")
        found = [one for one in sorted(self._wheels.glob("*.whl")) if one.name.split("-")[0] == name]
        links = "".join(
            f'<a href="../../../../../dateien/{self._address(one)}">{one.name}</a><br>' for one in found
        )
        self._send(
            request, 200 if found else 404, f"<!DOCTYPE html><html><body>{links}</body></html>".encode()
        )

    def _address(self, file: Path) -> str:
        return file.name + (f"#sha256={hashlib.sha256(file.read_bytes()).hexdigest()}" if self.hashes else "")

    def _send(
        self, request: BaseHTTPRequestHandler, status: int, content: bytes, kind: str = "text/html"
    ) -> None:
        request.send_response(status)
        if status == 401:
            request.send_header("WWW-Authenticate", 'Basic realm="Pakete"')
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(content)


@contextmanager
def running(wheels: Path, login: str = "", hashes: bool = False) -> Iterator[Index]:
    """An index of the wheels in a folder, as long as the block runs; see `Index`."""
    index = Index(wheels, login, hashes)
    threading.Thread(target=index.server.serve_forever, daemon=True).start()
    try:
        yield index
    finally:
        index.server.shutdown()
        index.server.server_close()


def make_wheel(folder: Path, name: str, code: str) -> Path:
    """A wheel of one module."""
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": code.encode(),
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    return _write(folder / f"{name}-1.0-py3-none-any.whl", files, f"{info}/RECORD")


def _wheel_of_uv(folder: Path) -> Path:
    """The uv that is installed here, as the wheel it came from."""
    found = distribution("uv")
    names = {
        str(file): Path(str(file.locate())) for file in found.files or [] if "__pycache__" not in str(file)
    }
    files = {}
    for name, path in names.items():
        if path.name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json"):
            continue
        scripts = f"uv-{found.version}.data/scripts/"
        files[scripts + path.name if name.startswith("..") else name] = path.read_bytes()
    (tag,) = re.findall(r"(?m)^Tag: (.+)$", files[f"uv-{found.version}.dist-info/WHEEL"].decode())[:1]
    return _write(folder / f"uv-{found.version}-{tag}.whl", files, f"uv-{found.version}.dist-info/RECORD")


def _write(path: Path, files: dict[str, bytes], record: str) -> Path:
    lines = io.StringIO()
    rows = csv.writer(lines, lineterminator="\n")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.writerow([name, f"sha256={digest}", len(content)])
            info = zipfile.ZipInfo(name)
            info.external_attr = 0o755 << 16
            archive.writestr(info, content)
        rows.writerow([record, "", ""])
        archive.writestr(zipfile.ZipInfo(record), lines.getvalue())
    return path


def small_course(root: Path, folder: Path) -> tuple[Path, Path]:
    """A course of two libraries with the door of the real one in ``root``; its folder, and that of its wheels.

    Its lock file names addresses that nobody has: whoever asks them, and not the company's index, fails.
    """
    course, wheels = folder / "kurs", folder / "raeder"
    wheels.mkdir(parents=True)
    for name, code in {"eins": "WERT = 1\n", "zwei": "WERT = 2\n", "mauerwerk": BACKEND}.items():
        make_wheel(wheels, name, code)
    _wheel_of_uv(wheels)
    (course / "coursetools" / "paket").mkdir(parents=True)
    for name in ("build_course.py", "coursetools/sources.py", "coursetools/paket/arrived.py"):
        shutil.copy(root / name, course / name)
    (course / "fairki").mkdir()
    (course / "fairki" / "leer.py").touch()
    shutil.copy(root / "course.toml", course)
    (course / "coursetools" / "__main__.py").write_text("import eins, zwei\nprint('Der Kurs läuft.')\n")
    (course / "pyproject.toml").write_text(PYPROJECT)
    with running(wheels, hashes=True) as index:
        plain = clean_environment(folder, UV_DEFAULT_INDEX=index.url)
        subprocess.run([UV, "lock", "--quiet"], cwd=course, env=plain, check=True)
        lock = (course / "uv.lock").read_text().replace(f"http://{index.host}", NOBODY)
    (course / "uv.lock").write_text(lock)
    assert {one["name"] for one in tomllib.loads(lock)["package"]} == {
        "eins",
        "klein",
        "mauerwerk",
        "uv",
        "zwei",
    }
    return course, wheels


def clean_environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment in which nobody named an index, with a cache of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("UV_", "PIP_", "FAIRKI_", "XDG_"))
        and not re.search("proxy|SSL_CERT|CA_BUNDLE|VIRTUAL_ENV", name, re.IGNORECASE)
    }
    own = {"UV_CACHE_DIR": str(folder / "cache"), "PIP_CONFIG_FILE": os.devnull, "UV_HTTP_RETRIES": "0"}
    return {**kept, **own, **more}


def set_up(
    course: Path, before: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Call the door of ``course``, as somebody does who has just unpacked it."""
    return subprocess.run(
        [*before, sys.executable, "build_course.py", "serve"],
        cwd=course,
        env=clean_environment(course.parent, **environment),
        capture_output=True,
        text=True,
        timeout=300,
    )
