"""The process that has everything loaded, and the forks that it makes: stages, and children that are shut in.

``python -m coursetools.grading.inside.zygote <fd> [open]`` listens on the socket ``fd``. Each message comes with a
socket, and a process is forked that reads its setup there. ``b"E"`` is for an exercise: the process runs its locked
cells once (see ``exercise``) and listens itself. ``b"S"`` or ``b"J"`` is for a side of it, student or judge: a stage
(see ``stage``). ``open`` leaves out namespaces and the filter of system calls: only for people who said so themselves.
"""

import contextlib
import gc
import importlib
import io
import json
import os
import pickle
import signal
import socket
import sys
import traceback
from collections.abc import Set

from coursetools.grading.inside import MODULES, alarm, children, wire
from fairki import remembered

NOBODY = 65534


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
    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    serve(control, shut_in)


def serve(control: socket.socket, shut_in: bool) -> None:
    """Say ``b"R"``, and fork what is asked for until the other side is closed."""
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
                stage(message, theirs, shut_in)
            os._exit(0)
        os.close(descriptors[0])


def settle() -> None:
    """Keep what is in memory out of the garbage collector, so that forks go on sharing it."""
    gc.collect()
    gc.freeze()


def exercise(control: socket.socket, shut_in: bool) -> None:
    """Run the locked cells of an exercise, so that both its sides find worlds, models and systems made; then serve.

    The setup is that of ``student.prepare``. What fails or takes too long here does so again in a stage, which tells.
    """
    from fairki import checks

    try:
        setup = json.loads(wire.receive(control)[1])
        take_along(control)
        with (
            contextlib.suppress(Exception, SystemExit),
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
        ):
            run_locked([source for _, source in setup["locked"]], setup["limits"]["prepare_seconds"] / 4)
        checks.forget()
        hand_over(control)
        settle()
        serve(control, shut_in)
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


def run_locked(sources: list[str], seconds: float) -> None:
    """Run these cells in a namespace of their own; a TimeoutError ends what takes longer."""
    from IPython.core.inputtransformer2 import TransformerManager

    names = {"__name__": "__main__"}
    with alarm.within(seconds):
        for source in sources:
            exec(compile(TransformerManager().transform_cell(source), "<locked>", "exec"), names)


def stage(side: bytes, control: socket.socket, shut_in: bool) -> None:
    """Prepare for one exercise, say ``b"R"`` with what was found (or ``b"E"`` with a traceback), and fork children.

    The setup is JSON: ``limits`` (fields of ``job.Limits``) and what ``student.prepare`` or ``judge.prepare`` takes.
    Behind each setup comes what earlier processes remembered, and behind the answer what this one remembers.
    """
    try:
        setup = json.loads(wire.receive(control)[1])
        known = take_along(control)
        side_module = importlib.import_module(
            "coursetools.grading.inside." + ("student" if side == b"S" else "judge")
        )
        work, found = side_module.prepare(setup)
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
