"""``grade`` where Python lacks what only POSIX has: ``python without_posix.py COURSE PILE [elsewhere]``.

The libraries of others ask for the platform when they are imported, so they come first; then all that Windows lacks
is taken away, and only then comes the course. With ``elsewhere``, a worker does the grading that can read no hand-in.
"""

import os
import select
import signal
import socket
import sys
from concurrent.futures import Executor, Future
from importlib.abc import MetaPathFinder
from pathlib import Path

import nbgrader.apps  # noqa: F401  the library with all that it needs
import psutil  # noqa: F401
import sqlalchemy.dialects.sqlite  # noqa: F401
from rich.console import Console

MODULES = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")
NAMES = {
    os: (
        "fork",
        "getegid",
        "geteuid",
        "getgid",
        "getuid",
        "killpg",
        "pidfd_open",
        "setsid",
        "sysconf",
        "wait4",
    ),
    select: ("epoll", "poll"),
    signal: ("SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "setitimer"),
    socket: ("AF_UNIX", "MSG_DONTWAIT", "recv_fds", "send_fds"),
}


class Missing(MetaPathFinder):
    """Finds nothing, and keeps others from finding it."""

    def find_spec(self, name, path=None, target=None):
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


class Elsewhere(Executor):
    """A worker that can read no hand-in."""

    def submit(self, work, assignment, job, *_):
        from coursetools.grading.job import Incident, Result

        done = Future()
        done.set_result(Result(job.key, (), (Incident("unreadable", "", "unlesbar"),), b"", 0.0, 0.0))
        return done


def hide() -> None:
    """Take away what Windows lacks."""
    for name in MODULES:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Missing())
    for owner, names in NAMES.items():
        for name in names:
            if hasattr(owner, name):
                delattr(owner, name)


if __name__ == "__main__":
    hide()
    from coursetools.grading.grade import grade

    root, pile = map(Path, sys.argv[1:3])
    grade(root, pile, Console(width=200), executor=Elsewhere() if sys.argv[3:] else None)
