"""Free answers are marked by a person, in nbgrader's formgrader; it listens on this machine alone, with a token."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import webbrowser
from pathlib import Path

from rich.console import Console

from coursetools import machine
from coursetools.grading import grade, gradebook
from coursetools.grading.person import AUTOGRADED
from coursetools.screen import has_screen
from fairki import home
from fairki.errors import BadFileError, SetupError

HOST = "127.0.0.1"
LOG = Path(".build", "formgrader.log")
SECONDS_TO_START = 60
# Nothing from elsewhere, whatever stands in a hand-in or in nbgrader's own pages.
POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self'; frame-ancestors 'self'"
)


def run(root: Path, console: Console, url: str | None = None, open_browser: bool = True) -> None:
    """Show the formgrader until Ctrl-C, then write feedback and overview with what was decided.

    Raises:
        BadFileError: nothing was graded yet.
        SetupError: it does not start.
        BadFileError: afterwards, if the pages of an exercise could not be written; the others are there.
    """
    root = Path(root).resolve()
    if not any((root / grade.FOLDER / AUTOGRADED).glob("*/*/*.ipynb")):
        raise BadFileError(
            "Es gibt noch keine bewertete Abgabe.",
            f"Bewerten Sie zuerst automatisch: {home.COMMAND} grade QUELLE",
        )
    token, port = secrets.token_urlsafe(24), _free_port()
    address = f"http://{HOST}:{port}/formgrader"
    log = root / LOG
    log.parent.mkdir(exist_ok=True)
    with log.open("w", encoding="utf-8") as lines:
        server = subprocess.Popen(
            _command(port),
            cwd=root,
            env=os.environ | {"JUPYTER_TOKEN": token} | ({gradebook.URL: url} if url else {}),
            stdout=lines,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches only us; we end it in order
        )
    try:
        _wait(server, address, token, log)
        console.print(f"Formgrader (englisch): {address}?token={token}")
        console.print("Unter „Manual Grading“ stehen die freien Antworten. Zum Beenden drücken Sie Strg+C.")
        if open_browser and has_screen():
            webbrowser.open(f"{address}?token={token}")
        server.wait()
    except KeyboardInterrupt:
        pass
    finally:
        _end(server)
    assignments, broken = grade.exercises(root)
    with grade.alone(root), gradebook.Gradebook(root, url) as book:
        grade.write_reports(book, assignments, root / grade.FOLDER, broken=broken)
    grade.name_broken(broken, "Punkte und Kommentare stehen in der Notendatei.")
    console.print("Rückmeldungen und Übersicht sind auf dem neuesten Stand.")


def _command(port: int) -> list[str]:
    settings = {
        "ip": HOST,
        "port": port,
        "port_retries": 0,
        "open_browser": False,
        "terminals_enabled": False,
        "jpserver_extensions": "{'nbgrader.server_extensions.formgrader': True}",
        "tornado_settings": repr({"headers": {"Content-Security-Policy": POLICY}}),
    }
    options = [f"--ServerApp.{name}={value}" for name, value in settings.items()]
    # As root (in a container, for instance) Jupyter asks for this; there is no other user to protect.
    return [
        sys.executable,
        "-m",
        "jupyter_server",
        *options,
        *(["--allow-root"] if machine.as_root() else []),
    ]


def _wait(server: subprocess.Popen[bytes], address: str, token: str, log: Path) -> None:
    request = urllib.request.Request(address, headers={"Authorization": f"token {token}"})
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(request, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise SetupError("Der Formgrader startet nicht.", f"Die Ursache steht in {log}.")


def _end(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
