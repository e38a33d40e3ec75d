"""``build_course.py test``: the browser that the tests need, then pytest."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from rich.console import Console

from fairki.errors import SetupError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ["chromium", "fonts-liberation"]


def run(root: Path, arguments: list[str], console: Console) -> int:
    """Run pytest in ``root`` with ``arguments``; returns its exit code.

    Raises:
        SetupError: if there is no Chromium and it cannot be installed from here.
    """
    if find_browser() is None:
        install_browser(console)
    default = (
        [] if any(a == "-n" or a.startswith("-n=") for a in arguments) else ["-n", "2", "--dist", "loadgroup"]
    )
    return subprocess.call([sys.executable, "-m", "pytest", *default, *arguments], cwd=root)


def find_browser() -> str | None:
    """Path of a Chromium or Chrome on this machine, or None. FAIRKI_CHROMIUM names another one."""
    named = os.environ.get("FAIRKI_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def install_browser(console: Console) -> None:
    """Install Debian's Chromium when that is possible without asking anybody."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise SetupError(
            "Für die Tests fehlt der Browser Chromium.",
            "Installieren Sie ihn: unter Debian mit „sudo apt install chromium“, sonst von chromium.org."
            " Liegt er an einem anderen Ort, nennen Sie ihn in der Umgebungsvariable FAIRKI_CHROMIUM.",
        )
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with console.status("Der Test-Browser Chromium wird installiert …"):
        for command in ([apt, "update", "-q"], [apt, "install", "-y", "-q", *PACKAGES]):
            done = subprocess.run(
                command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
            )
    if done.returncode != 0 or find_browser() is None:
        raise SetupError(
            "Der Browser Chromium ließ sich nicht installieren.",
            f"Bitte installieren Sie ihn von Hand. Letzte Meldung: {done.stderr.strip()[-300:]}",
        )
