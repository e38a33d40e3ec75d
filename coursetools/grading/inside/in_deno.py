"""A child where nothing can be forked: Python in WebAssembly in an isolate of its own.

``deno/worker.mjs`` calls ``load``, ``prepare`` and ``serve``. The pipe to the grader are two descriptors; no object of
JavaScript is used for it, because who gets hold of one gets hold of JavaScript. (Deno's permissions stand behind that:
JavaScript can do nothing.)
"""

import gc
import importlib
import json
import os
import shutil
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from typing import Any

from coursetools.grading.inside import MODULES, WORK, wire
from fairki import remembered

OF_JAVASCRIPT = ("js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "micropip")
SLICE = 0.05
"""Seconds; in between, a sleep hears of an interrupt."""


class Pipe:
    """What ``wire`` needs of a socket. It takes what is behind descriptors 0 and 1 away from there."""

    def __init__(self) -> None:
        self._from, self._to = os.dup(0), os.dup(1)
        null = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(null, number)

    def recv(self, most: int) -> bytes:
        """At least one byte, unless the other side has ended."""
        return os.read(self._from, most)

    def send(self, data: Any, flags: int = 0) -> int:
        """How many bytes were taken."""
        return os.write(self._to, data)


_pipe: Any = None
_work: Callable[[Any], None]


def load() -> None:
    """What every exercise needs."""
    for name in MODULES:
        importlib.import_module(name)
    for name in ("student", "judge"):
        importlib.import_module(f"coursetools.grading.inside.{name}")
    sys.modules["coursetools.grading.inside.student"].the_shell()
    hide_javascript()
    time.sleep = in_slices(time.sleep)  # type: ignore[assignment]  # it takes what has an index, too
    warnings.filterwarnings(
        "ignore", module=r"sklearn\b"
    )  # Pyodide's is another version than the course's own
    settle()


def prepare() -> None:
    """Take the setup of a side of an exercise (``S`` or ``J``), prepare and say what was found, as ``zygote.stage``.

    To a judge come behind its setup the results that an earlier one remembered (each ``k``, then ``.``); behind the
    answer go those that this one needed, unless it knew all of them.
    """
    global _pipe, _work
    _pipe = _pipe or Pipe()
    try:
        side, body = wire.receive(_pipe)
        name = "student" if side == b"S" else "judge"
        module = importlib.import_module(f"coursetools.grading.inside.{name}")
        if side == b"J":
            take_along()
        _work, found = module.prepare(json.loads(body))
        if side == b"J":
            drop_unasked()
        clear()
        settle()
        wire.send(_pipe, b"R", json.dumps(found).encode())
        if side == b"J":
            hand_over()
    except BaseException:
        wire.send(_pipe, b"E", traceback.format_exc().encode())


def take_along() -> None:
    """Put on the shelf what comes: results of earlier judges of the exercise."""
    shelf = remembered.shelf = remembered.Shelf()
    while (message := wire.receive(_pipe))[0] == b"k":
        shelf.results[message[1][: remembered.KEY]] = message[1][remembered.KEY :]


def drop_unasked() -> None:
    """Leave on the shelf what was needed, and what it was made from: the rest belongs to other hidden inputs."""
    if shelf := remembered.shelf:
        shelf.results = shelf.wanted()


def hand_over() -> None:
    """Send the results that were needed, one by one, so that they take no room in the image."""
    shelf = remembered.shelf
    if shelf and shelf.more:
        for key, result in shelf.results.items():
            wire.send(_pipe, b"k", key + result)
    wire.send(_pipe, b".")


def settle() -> None:
    """Leave what is in memory alone, so that images of it differ little."""
    gc.collect()
    gc.freeze()


def serve() -> None:
    """Work until the grader has ended."""
    try:
        _work(_pipe)
    except wire.Gone:
        return


def clear() -> None:
    """Leave nothing in the work folder, and no path of the trainer's in the environment."""
    os.environ.pop("_", None)
    for name in os.listdir(WORK):
        shutil.rmtree(os.path.join(WORK, name), ignore_errors=True)


def hide_javascript() -> None:
    """Let imports find no way to JavaScript. Only the first layer: whoever digs it out meets Deno's permissions."""
    sys.meta_path[:] = [
        finder for finder in sys.meta_path if not type(finder).__module__.startswith("_pyodide")
    ]
    known = [name for name in sys.modules if name.partition(".")[0] in OF_JAVASCRIPT]
    for name in (*known, *OF_JAVASCRIPT):
        sys.modules[name] = None  # type: ignore[assignment]  # so an import of it fails


def in_slices(sleep: Callable[[float], None]) -> Callable[[float], None]:
    """A ``time.sleep`` that can be interrupted; WebAssembly's own cannot."""

    def sleep_in_slices(seconds: float, /) -> None:
        until = time.monotonic() + seconds
        while seconds > SLICE:
            sleep(SLICE)
            seconds = until - time.monotonic()
        if seconds > 0:
            sleep(seconds)

    sleep_in_slices.__name__ = sleep_in_slices.__qualname__ = "sleep"
    return sleep_in_slices
