"""Runs a module where Python lacks what only POSIX has: ``python without_posix.py -m MODULE [ARGUMENT …]``.

The libraries of others ask for the platform when they are imported, so they come first; then all that Windows lacks
is taken away, and only then comes the course. Modules of the course that it starts with ``sys.executable`` lack the
same; those of others would ask for the platform anew.
"""

import asyncio
import os
import runpy
import select
import selectors
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
from importlib.abc import MetaPathFinder
from pathlib import Path

import filelock  # noqa: F401
import ipykernel.kernelapp  # noqa: F401
import nbgrader.apps  # noqa: F401  the library with all that it needs
import psutil  # noqa: F401
import sqlalchemy.dialects.sqlite  # noqa: F401
import voila.app  # noqa: F401

MODULES = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")
NAMES = {
    os: (
        "fork",
        "forkpty",
        "getegid",
        "geteuid",
        "getgid",
        "getpgid",
        "getuid",
        "killpg",
        "mkfifo",
        "nice",
        "openpty",
        "pidfd_open",
        "posix_spawn",
        "sched_getaffinity",
        "setsid",
        "statvfs",
        "sysconf",
        "uname",
        "wait4",
        "waitid",
    ),
    select: ("epoll", "poll"),
    signal: (
        "SIGALRM",
        "SIGCHLD",
        "SIGHUP",
        "SIGKILL",
        "SIGUSR1",
        "SIGUSR2",
        "pthread_sigmask",
        "setitimer",
        "sigwait",
    ),
    socket: ("AF_UNIX", "MSG_DONTWAIT", "TCP_USER_TIMEOUT", "recv_fds", "send_fds"),
}
AGAIN = """#!/bin/sh
case "$2" in
  coursetools.*) exec {python} {script} "$@" ;;
  *) exec {python} "$@" ;;
esac
"""
KILL, SEND, TWO_ENDS, UNIX = signal.SIGKILL, os.kill, socket.socketpair, socket.AF_UNIX


class Missing(MetaPathFinder):
    """Finds nothing, and keeps others from finding it."""

    def find_spec(self, name, path=None, target=None):
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def no_handler(*_):
    raise NotImplementedError  # what the event loops of Windows say


def hide() -> None:
    """Take away what Windows lacks; what Python itself does in another way there goes on working."""
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Missing())
    for owner, names in NAMES.items():
        for name in names:
            if hasattr(owner, name):
                delattr(owner, name)
    os.kill = lambda process, number: SEND(process, KILL if number == signal.SIGTERM else number)  # as there
    subprocess.Popen.kill = lambda process: process.send_signal(KILL)
    socket.socketpair = lambda *_: TWO_ENDS(UNIX)
    selectors.DefaultSelector = selectors.SelectSelector
    asyncio.SelectorEventLoop.add_signal_handler = no_handler
    sys.platform = "elsewhere"


if __name__ == "__main__":
    _, _, module, *arguments = sys.argv
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        again = Path(folder) / "python"
        python, script = shlex.quote(sys.executable), shlex.quote(os.path.abspath(__file__))
        again.write_text(AGAIN.format(python=python, script=script), encoding="utf-8")
        again.chmod(0o755)
        hide()
        sys.executable = str(again)
        sys.argv = [module, *arguments]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
