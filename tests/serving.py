"""A course server for tests: the real application in a process of its own, and a look at its kernels."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import psutil
import pytest
from nbformat import v4

from coursetools import notebooks, pages
from coursetools.serve.logs import LOG

FEW_MODULES = "from coursetools.kernels import provisioner; provisioner.PRELOAD = 'few_modules'"
"""Python that runs before a server of a small course: its kernels start in half the time (see ``few_modules``)."""
NOT_AHEAD = "app.FairkiVoila.jobs = lambda self: [self.visits.sweep()]"
"""Python that lets no page be drawn before somebody asks for it."""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
"""Where such a server finds it."""
START = """
from pathlib import Path
from urllib.parse import urlsplit
from coursetools.serve import app, visits
{preamble}
app.run(Path({root!r}), port={port}, open_browser=False, say=lambda line: print(line, flush=True))
"""
ADDRESS = re.compile(r"Der Kurs läuft: (http://\S+)")


class Heard:
    """A program in a process of its own; ``lines`` is what it has said so far."""

    def __init__(self, *command: object, env: Mapping[str, str] = ENVIRONMENT):
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [str(word) for word in command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=env,
        )
        threading.Thread(target=_read, args=[self.process.stdout, self.lines], daemon=True).start()

    @property
    def said(self) -> str:
        """All that it has said so far."""
        return "\n".join(self.lines)

    def hears(self, pattern: str | re.Pattern[str], seconds: float = 120) -> re.Match[str]:
        """The first thing that it says and that fits; it has to come while the process lives."""

        def found() -> re.Match[str] | None:
            ended = self.process.poll() is not None
            match = re.search(pattern, self.said)
            assert match or not ended, self.said
            return match

        return wait_for(found, seconds, str(pattern))

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Send a signal and wait for the end."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.process.wait(30)


def _read(said: IO[str], lines: list[str]) -> None:
    for line in said:
        lines.append(line.rstrip())


class Server(Heard):
    """Serves the built course in `root`; `preamble` is Python that runs first (to set limits, for instance)."""

    def __init__(self, root: Path, port: int = 0, preamble: str = ""):
        self.root = root
        super().__init__(sys.executable, "-c", START.format(root=str(root), port=port, preamble=preamble))
        self.url = self.hears(ADDRESS)[1]
        self.port = urlsplit(self.url).port

    @property
    def log(self) -> str:
        """What the server has written down."""
        path = self.root / LOG
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def kernels(self) -> list[psutil.Process]:
        """The running kernels: the children of the fork server."""
        return [kernel for child in children(self.process.pid) for kernel in children(child.pid)]


def children(pid: int) -> list[psutil.Process]:
    """Running children of a process."""
    try:
        return [child for child in psutil.Process(pid).children() if alive(child)]
    except psutil.NoSuchProcess:
        return []


def alive(process: psutil.Process) -> bool:
    """Whether the process runs (one that only waits for its parent to take note does not)."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_for(condition, seconds: float, what: str):
    """The first true value of `condition()`; fails after `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited {seconds} s in vain: {what}")


def free_ports(count: int) -> list[int]:
    """Ports that nobody has at the moment."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    found: list[int] = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return found


def listens(port: int) -> bool:
    """Whether somebody answers there, on this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


MANIFEST = """
[course]
title = "Fairer und kluger KI-Einsatz"
version = "1"

[steps]
1 = "Bewusstsein schaffen"
2 = "Werte definieren"

[aspects]
werte = "Werte definieren"
"""
MODULE = """
[[modules]]
id = "0{number}"
slug = "{slug}"
title = "{slug}"
step = 1
minutes = 10
about = "Nur für Tests."
goals = ["Sie prüfen etwas."]
units = [{{ id = "1", title = "Einheit", minutes = 10 }}]
"""


def notebook_server(folder: Path, preamble: str = "", **modules: list[str]) -> Server:
    """Serves a `notebook_course`."""
    return Server(notebook_course(folder, **modules), preamble=f"{FEW_MODULES}\n{preamble}")


def notebook_course(folder: Path, more: str = "", **modules: list[str]) -> Path:
    """Builds a course made of notebooks given as ``name=[cell, …]``; a cell that starts with # is prose.

    `more` ends its manifest.
    """
    (folder / "modules").mkdir()
    manifest = MANIFEST
    for number, (slug, cells) in enumerate(modules.items(), 1):
        manifest += MODULE.format(number=number, slug=slug)
        made = [(v4.new_markdown_cell if c.startswith("#") else v4.new_code_cell)(c) for c in cells]
        text = notebooks.dumps(notebooks.normalise(v4.new_notebook(cells=made)))
        (folder / "modules" / f"{slug}.ipynb").write_text(text, encoding="utf-8")
    (folder / "course.toml").write_text(manifest + more, encoding="utf-8")
    pages.build(folder)
    return folder


@pytest.fixture
def serve_notebooks(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """`notebook_server` in a folder of its own, ended after the test."""
    servers = []

    def serve(preamble: str = "", **modules: list[str]) -> Server:
        folder = tmp_path / f"kurs{len(servers)}"
        folder.mkdir()
        servers.append(notebook_server(folder, preamble, **modules))
        return servers[-1]

    yield serve
    for server in servers:
        server.stop()
