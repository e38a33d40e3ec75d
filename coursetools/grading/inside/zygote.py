"""The process that has everything loaded, and the forks that it makes: stages, and children that are shut in.

``python -m coursetools.grading.inside.zygote <fd> [open]`` listens on the socket ``fd``. Each message ``b"S"`` or
``b"J"`` (side student or judge) comes with a socket; a stage is forked that reads its setup there (see ``stage``).
``open`` leaves out namespaces and the filter of system calls: only for people who said so themselves.
"""

import contextlib
import gc
import importlib
import json
import os
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import traceback

from coursetools.grading.inside import WORK, wire

MODULES = (
    "IPython.core.interactiveshell",
    "numpy",
    "pandas",
    "sklearn.compose",
    "sklearn.linear_model",
    "sklearn.pipeline",
    "fairki.checks",
)
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
    for name in MODULES:
        importlib.import_module(name)
    settle()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    wire.send(control, b"R")
    while True:
        message, descriptors = _with_descriptors(control, 1)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            stage(message, socket.socket(fileno=descriptors[0]), shut_in)
            os._exit(0)
        os.close(descriptors[0])


def settle() -> None:
    """Keep what is in memory out of the garbage collector, so that forks go on sharing it."""
    gc.collect()
    gc.freeze()


def stage(side: bytes, control: socket.socket, shut_in: bool) -> None:
    """Prepare for one exercise, say ``b"R"`` with what was found (or ``b"E"`` with a traceback), and fork children.

    The setup is JSON: ``limits`` (fields of ``job.Limits``) and what ``student.prepare`` or ``judge.prepare`` takes.
    """
    try:
        setup = json.loads(wire.receive(control)[1])
        side_module = importlib.import_module(
            "coursetools.grading.inside." + ("student" if side == b"S" else "judge")
        )
        work, found = side_module.prepare(setup)
        settle()
        wire.send(control, b"R", json.dumps(found).encode())
    except wire.Gone:
        return
    except BaseException:
        wire.send(control, b"E", traceback.format_exc().encode())
        return
    while True:
        message, descriptors = _with_descriptors(control, 2)
        if not message:
            return
        if os.fork() == 0:
            control.close()
            guard(work, setup["limits"], *map(_socket, descriptors), shut_in)
            os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)


def guard(work, limits: dict, channel: socket.socket, report: socket.socket, shut_in: bool) -> None:
    """Fork the child that does ``work(channel)``, watch over it, and report how it ended.

    ``report`` takes ``i`` (interrupt the child) and ``k`` (kill it); if it is closed, the child is killed, too.
    When the child and with it its whole process namespace is gone, one JSON message follows: ``code`` (exit code, or
    minus the signal), ``cpu`` (seconds), ``memory`` (most resident bytes) and ``full`` (whether nothing more went into
    its folder); or ``error`` if it could not start.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    folder = None if shut_in else tempfile.mkdtemp()
    try:
        if shut_in:
            from coursetools.grading.inside import isolate

            isolate.leave_namespaces()
        child = os.fork()
    except OSError as error:
        wire.send(report, b"r", json.dumps({"error": str(error)}).encode())
        return
    if child == 0:
        _be_the_child(work, limits, channel, report, folder)
    channel.close()
    handle = os.pidfd_open(child)
    poll = select.poll()
    poll.register(report, select.POLLIN)
    poll.register(handle, select.POLLIN)
    alive, listening = True, True
    while alive:
        for descriptor, _ in poll.poll():
            if descriptor == handle:
                alive = False
            elif listening:
                order = _order(report)
                if order == b"i":
                    signal.pidfd_send_signal(handle, signal.SIGINT)
                else:
                    signal.pidfd_send_signal(handle, signal.SIGKILL)
                    if folder:
                        os.killpg(child, signal.SIGKILL)
                    poll.unregister(report)
                    listening = False
    _, status, used = os.wait4(child, 0)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)
    own = resource.getrusage(resource.RUSAGE_SELF)
    found = {
        "code": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime + own.ru_utime + own.ru_stime,
        "memory": used.ru_maxrss * 1024,
        "full": shut_in and _is_full(WORK),
    }
    with contextlib.suppress(wire.Gone):
        wire.send(report, b"r", json.dumps(found).encode())


def _be_the_child(work, limits: dict, channel: socket.socket, report: socket.socket, folder) -> None:
    code = 70
    try:
        report.close()
        os.setsid()
        size = _address_space()
        if folder is None:
            from coursetools.grading.inside import isolate

            isolate.private_folders(limits["folder"])
            os.chdir(WORK)
            isolate.limit(
                size + limits["memory"],
                int(limits["total_seconds"]) + 1,
                limits["folder"],
                limits["threads"],
            )
            isolate.give_up_rights()
        else:
            os.chdir(folder)
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        os.close(null)
        work(channel)
        code = 0
    except wire.Gone:
        code = 0
    finally:
        os._exit(code)


def _is_full(folder: str) -> bool:
    space = os.statvfs(folder)
    return space.f_bavail == 0 or space.f_favail == 0


def _address_space() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _order(report: socket.socket) -> bytes:
    try:
        return report.recv(1)
    except OSError:
        return b""


def _with_descriptors(control: socket.socket, count: int) -> tuple[bytes, list[int]]:
    try:
        message, descriptors, _, _ = socket.recv_fds(control, 1, count)
    except OSError:
        return b"", []
    return message, list(descriptors)


def _socket(descriptor: int) -> socket.socket:
    return socket.socket(fileno=descriptor)


if __name__ == "__main__":
    main(int(sys.argv[1]), shut_in=sys.argv[2:] != ["open"])
