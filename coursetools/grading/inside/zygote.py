"""The process that has everything loaded, and the forks that it makes: stages, and children that are shut in.

``python -m coursetools.grading.inside.zygote <fd> [open]`` listens on the socket ``fd``. Each message comes with a
socket, and a process is forked that reads its setup there. ``b"E"`` is for an exercise: the process prepares the
student's side (see ``exercise``) and listens itself. ``b"S"`` or ``b"J"`` is for a side of it, student or judge: a
stage (see ``stage``). ``open`` leaves out namespaces and the filter of system calls: only for people who said so
themselves.
"""

import contextlib
import gc
import importlib
import json
import os
import pickle
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Set
from typing import Any

from coursetools.grading.inside import MODULES, alarm, children, wire
from fairki import remembered

NOBODY = 65534
SIDES = {b"S": "coursetools.grading.inside.student", b"J": "coursetools.grading.inside.judge"}
Prepared = tuple[Callable[[socket.socket], None], dict[str, Any]]
"""What ``student.prepare`` and ``judge.prepare`` return."""


def main(fd: int, shut_in: bool) -> None:
    """Serve until the other side of the socket ``fd`` is closed."""
    if shut_in:  # only here, because the file knows Linux only
        from coursetools.grading.inside import isolate
    if shut_in and os.geteuid() == 0:  # limits on processes do not bind root, and files in /proc obey it
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        isolate.own_proc()
    control = socket.socket(fileno=fd)
    control.set_inheritable(False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's to handle
    gc.disable()  # it would look through all that was loaded again and again
    for name in MODULES:
        importlib.import_module(name)
    for side in SIDES.values():
        importlib.import_module(side)
    sys.modules[SIDES[b"S"]].the_shell()
    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    serve(control, shut_in)


def serve(control: socket.socket, shut_in: bool, student: Prepared | None = None) -> None:
    """Say ``b"R"``, and fork what is asked for until the other side is closed; ``student`` is what a stage for hand-ins
    need not prepare any more."""
    wire.send(control, b"R")
    while True:
        message, descriptors = children.with_descriptors(control, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            theirs = socket.socket(fileno=descriptors[0])
            if message == b"E":
                exercise(theirs, shut_in)
            else:
                stage(message, theirs, shut_in, student if message == b"S" else None)
            os._exit(0)
        os.close(descriptors[0])


def settle() -> None:
    """Keep what is in memory out of the garbage collector, so that forks go on sharing it."""
    gc.collect()
    gc.freeze()


def exercise(control: socket.socket, shut_in: bool) -> None:
    """Prepare the student's side of an exercise, then serve: both sides find worlds, models and systems made.

    The setup is that of ``student.prepare``. What fails or takes too long here does so again in a stage, which tells.
    """
    from coursetools.grading.inside import student

    try:
        setup = json.loads(wire.receive(control)[1])
        take_along(control)
        prepared, seconds = None, setup["limits"]["prepare_seconds"] / 4
        started = time.monotonic()
        with contextlib.suppress(Exception, SystemExit), alarm.within(seconds):
            prepared = student.prepare(setup)
        hand_over(control)
        settle()
        in_time = time.monotonic() - started < seconds  # a cell that was stopped may have hidden that
        serve(control, shut_in, prepared if in_time else None)
    except wire.Gone:
        return


def take_along(control: socket.socket) -> Set[bytes]:
    """Put on the shelf what comes next: what an earlier process handed over. Returns what stood there before it."""
    kept = wire.receive(control)[1]
    before = remembered.shelf.results if remembered.shelf else {}
    remembered.shelf = remembered.Shelf(before | (pickle.loads(kept) if kept else {}))
    return before.keys()


def hand_over(control: socket.socket, known: Set[bytes] = frozenset()) -> None:
    """Send what stands on the shelf and is not ``known``; nothing if no result is new.

    To be called before a hand-in runs here.
    """
    results, more = (remembered.shelf.results, remembered.shelf.more) if remembered.shelf else ({}, False)
    own = {key: result for key, result in results.items() if key not in known}
    wire.send(control, b"k", pickle.dumps(own) if more else b"")


def stage(side: bytes, control: socket.socket, shut_in: bool, prepared: Prepared | None) -> None:
    """Prepare for one exercise, say ``b"R"`` with what was found (or ``b"E"`` with a traceback), and fork children.

    The setup is JSON: ``limits`` (fields of ``job.Limits``) and what ``student.prepare`` or ``judge.prepare`` takes.
    ``prepared`` is what that returned already.
    Behind each setup comes what earlier processes remembered, and behind the answer what this one remembers.
    """
    try:
        setup = json.loads(wire.receive(control)[1])
        if prepared:  # its watch over hand-ins knows the shelf that stands here
            wire.receive(control)
        known: Set[bytes] = frozenset() if prepared else take_along(control)
        work, found = prepared or sys.modules[SIDES[side]].prepare(setup)
        settle()
        wire.send(control, b"R", json.dumps(found).encode())
        if side == b"J":
            hand_over(control, known)
    except wire.Gone:
        return
    except BaseException:
        wire.send(control, b"E", traceback.format_exc().encode())
        return
    children.Children(control, work, setup["limits"], shut_in).serve()


if __name__ == "__main__":
    main(int(sys.argv[1]), shut_in=sys.argv[2:] != ["open"])
