"""The process behind one open page: an IPython kernel without history, profile or start-up files."""

import itertools
import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread
from types import SimpleNamespace
from typing import Any

from traitlets.config import Config

from coursetools.kernels import limits

# One thread: a kernel shares the machine with many others, and a thread pool does not survive a fork.
# No echo: one page per kernel, so nobody else needs to hear of a change.
ENVIRONMENT = {
    "JUPYTER_WIDGETS_ECHO": "0",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}

# Nothing of a visit is kept on disk, and the learner's own IPython settings must not reach a lesson.
SETTINGS = Config(
    {
        "HistoryManager": {"enabled": False},
        "IPKernelApp": {
            "capture_fd_output": False,
            "exec_PYTHONSTARTUP": False,
            "ignore_cwd": True,
            "log_level": "ERROR",
            "logging_config": {
                "formatters": {"discreet": {"()": "coursetools.discreet.Discreet"}},
                "handlers": {"console": {"formatter": "discreet"}},
            },
        },
    }
)


def serve(connection_file: str, **settings: Any) -> None:
    """Run a kernel on the sockets named in `connection_file` until it is shut down.

    `settings`: further traits of `ipykernel.kernelapp.IPKernelApp`.
    """
    without_debugger()
    from ipykernel.kernelapp import IPKernelApp

    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    app = IPKernelApp.instance(connection_file=connection_file, config=SETTINGS, **settings)
    with _modules_out_of_sight():
        app.initialize([])  # type: ignore[no-untyped-call]  # ipykernel has no types there
    number_comms()
    app.start()  # type: ignore[no-untyped-call]  # as above


def without_debugger() -> None:
    """Keep ipykernel from loading debugpy: a served page has no use for it, and it takes time and memory."""
    sys.modules["debugpy"] = None  # type: ignore[assignment]  # this is how Python is told that there is none


def number_comms() -> None:
    """Name widgets 1, 2, 3 … in the order of their making.

    Two kernels that ran the same notebook then know the same widgets by the same names, so that a page
    rendered from the one fits the other (see `coursetools.serve.pool`).
    """
    import comm

    create, numbers = comm.create_comm, itertools.count(1)

    def create_numbered(*args: Any, comm_id: str | None = None, **kwargs: Any) -> Any:
        return create(*args, comm_id=comm_id or f"{next(numbers):032x}", **kwargs)

    comm.create_comm = create_numbered


@contextmanager
def _modules_out_of_sight() -> Iterator[None]:
    # ipykernel lists the files of all loaded modules for its debugger, which we do not have. Reading two
    # thousand names changes their reference counts, and so copies 8 MB that kernels would otherwise share.
    from ipykernel import ipkernel

    vars(ipkernel)["sys"] = SimpleNamespace(**{**vars(sys), "modules": {}})
    try:
        yield
    finally:
        vars(ipkernel)["sys"] = sys


def serve_forked(connection_file: str, cwd: str, env: dict[str, str]) -> None:
    """`serve` in a fresh child of the fork server: own session, own folder, own environment."""
    os.setsid()
    for number in (signal.SIGTERM, signal.SIGHUP):  # the fork server ignores them
        signal.signal(number, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    Thread(target=_end_with_the_server, daemon=True).start()
    limits.settle()
    serve(connection_file, parent_handle=1)  # 1: has a parent, which we watch ourselves


def _end_with_the_server() -> None:
    # The kernel's parent is the fork server, which lives as long as any kernel does: ipykernel's own check
    # would never notice that the web server was killed. The pipe to the web server does.
    server = parent_process()
    assert server is not None  # this is a child of the fork server
    server.join()
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    serve(sys.argv[1])
