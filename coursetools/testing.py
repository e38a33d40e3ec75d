"""``build_course.py test``: what the tests need of this machine, then pytest."""

import subprocess
import sys
from pathlib import Path

from rich.console import Console

from coursetools import machine, web_tools
from fairki.errors import SetupError

MEMORY_PER_WORKER = 1500 << 20
"""Bytes: a browser, a course server with some kernels, and the tests themselves."""


def run(root: Path, arguments: list[str], console: Console) -> int:
    """Run pytest in ``root`` with ``arguments``; returns its exit code.

    Raises:
        SetupError: a part that the tests need is missing and cannot be installed from here.
    """
    prepare(console)
    web_tools.install(root, lambda line: console.print(line, markup=False, soft_wrap=True))
    given = any(argument.startswith("-n") for argument in arguments)
    default = [] if given else ["-n", str(workers()), "--dist", "loadgroup", "--no-loadscope-reorder"]
    return subprocess.call([sys.executable, "-m", "pytest", *default, *arguments], cwd=root)


def prepare(console: Console) -> None:
    """Install every part that is missing, or say how; where a part cannot be had at all, its tests say so.

    Raises:
        SetupError: one command would do it, but only with the rights of root.
    """
    parts = machine.missing()
    if parts and machine.can_install():
        machine.install(parts, lambda line: console.print(line, markup=False, soft_wrap=True))
        return
    parts = [part for part in parts if not part.instead()]
    if not parts:
        return
    names = ", ".join(part.name for part in parts)
    if machine.has_apt():
        raise SetupError(f"Für die Tests fehlt: {names}.", f"Bitte geben Sie ein: {machine.command(parts)}")
    if machine.CHROMIUM in parts:
        raise SetupError(
            f"Für die Tests fehlt: {names}.",
            "Ohne Chromium geht es nicht: Installieren Sie es von chromium.org. Liegt es an einem anderen Ort, nennen"
            " Sie ihn in der Umgebungsvariable FAIRKI_CHROMIUM.",
        )
    console.print(f"Auf diesem Rechner fehlt: {names}. Was das braucht, wird nicht geprüft.")


def workers() -> int:
    """How many tests run side by side: one per processor, as far as memory reaches."""
    memory = machine.free_memory()
    by_memory = machine.processors() if memory is None else memory // MEMORY_PER_WORKER
    return max(1, min(machine.processors(), by_memory))
