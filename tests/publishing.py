"""The edition without a server for tests: built once in a run, and handed out by a web server that knows nothing."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from filelock import FileLock

BUILD = """
import shutil, sys
from pathlib import Path
from coursetools import pages
from coursetools.publish import command, options
root, course, folder = map(Path, sys.argv[1:])
for name in ("course.toml", "modules", "exercises", "data"):
    (shutil.copytree if (root / name).is_dir() else shutil.copy)(root / name, course / name)
pages.build(course)
(course / command.CACHE.parent).mkdir(exist_ok=True)
(course / command.CACHE).symlink_to(root / command.CACHE)
(root / command.CACHE).mkdir(parents=True, exist_ok=True)
command.run(course, options.Wish(folder, {}, notebooks=True), print)
"""


class Careless(SimpleHTTPRequestHandler):
    """A server as some platforms are: what it does not know is a stream of bytes, nothing is packed or kept."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (the standard library's own)
        ".html": "text/html",
        ".js": "text/javascript",
        ".css": "text/css",
        ".svg": "image/svg+xml",
        "": "application/octet-stream",
    }

    def guess_type(self, path) -> str:
        """Its ending says it, and nothing else."""
        return self.extensions_map.get(Path(path).suffix, "application/octet-stream")

    def log_message(self, *names) -> None:
        """Nothing is written down."""


class Published:
    """The edition in ``folder``, below a path of a server: ``url`` is its address."""

    def __init__(self, folder: Path, handler: Callable[..., Careless] = Careless):
        self.folder = folder
        self.server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(handler, directory=str(folder.parent.parent))
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        way = folder.relative_to(folder.parent.parent).as_posix()
        self.url = f"http://localhost:{self.server.server_address[1]}/{way}/"

    def stop(self) -> None:
        """End the server."""
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def edition(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``publish`` makes; all processes of one run share it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "intranet" / "kurse" / "ki"
    with FileLock(shared / "edition.lock"):
        if not folder.exists():
            course = shared / "course-of-the-edition"
            course.mkdir()
            folder.parent.mkdir(parents=True)
            done = subprocess.run(
                [sys.executable, "-c", BUILD, root, course, folder], capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def published(edition: Path) -> Iterator[Published]:
    """The edition, with an address."""
    one = Published(edition)
    yield one
    one.stop()
