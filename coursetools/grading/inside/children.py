"""The children of one stage: forked for one hand-in each, shut in, watched over, and reported on."""

import contextlib
import json
import os
import resource
import select
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coursetools.grading.inside import WORK, wire


@dataclass(frozen=True)
class _Child:
    """A running child.

    Attributes:
        pid, handle: its number, and a descriptor that can be read once it has ended.
        report: takes the orders for it, and what is to be said in the end.
        setup: what it says of its setting up: a descriptor of its work folder, or why that failed.
        folder: its work folder if it is not shut in.
    """

    pid: int
    handle: int
    report: socket.socket
    setup: socket.socket
    folder: str | None


class Children:
    """All children that a stage has at a time.

    Args:
        control: each message ``b"F"`` on it comes with two sockets of a new child, ``channel`` and ``report``.
        work: what a child does with its ``channel``.
        limits: fields of ``job.Limits``.
        shut_in: False leaves out namespaces and the filter of system calls.

    ``report`` takes ``i`` (interrupt the child) and ``k`` (kill it); if it is closed, the child is killed, too.
    When the child and with it its whole process namespace is gone, one JSON message follows: ``code`` (exit code, or
    minus the signal), ``cpu`` (seconds), ``memory`` (most resident bytes) and ``full`` (whether nothing more went into
    its folder); or ``error`` if it could not be shut in.
    """

    def __init__(
        self,
        control: socket.socket,
        work: Callable[[socket.socket], None],
        limits: dict[str, Any],
        shut_in: bool,
    ):
        self._control, self._work, self._limits, self._shut_in = control, work, limits, shut_in
        self._running: dict[int, _Child] = {}  # by handle and by descriptor of the report
        self._poll = select.poll()

    def serve(self) -> None:
        """Fork and watch until the control socket is closed and the last child has ended."""
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._poll.register(self._control, select.POLLIN)
        wanted = True
        while wanted or self._running:
            for descriptor, _ in self._poll.poll():
                if wanted and descriptor == self._control.fileno():
                    message, descriptors = with_descriptors(self._control, 2)
                    if len(descriptors) == 2:
                        self._start(*(socket.socket(fileno=one) for one in descriptors))
                    elif not message:
                        self._poll.unregister(self._control)
                        wanted = False
                elif child := self._running.get(descriptor):  # else it ended in this very round
                    self._bury(child) if descriptor == child.handle else self._obey(child)

    def _start(self, channel: socket.socket, report: socket.socket) -> None:
        folder = None if self._shut_in else tempfile.mkdtemp()
        setup, theirs = socket.socketpair()
        ids = os.getuid(), os.getgid()
        try:
            if self._shut_in:
                from coursetools.grading.inside import isolate

                pid = isolate.fork_apart()
            else:
                pid = os.fork()
        except OSError as error:
            with contextlib.suppress(wire.Gone):
                wire.send(report, b"r", json.dumps({"error": str(error)}).encode())
            for one in (channel, report, setup, theirs):
                one.close()
            return
        if pid == 0:
            self._forget_others()
            report.close()
            setup.close()
            _be_the_child(self._work, self._limits, channel, theirs, ids, folder)
        channel.close()
        theirs.close()
        child = _Child(pid, os.pidfd_open(pid), report, setup, folder)
        for descriptor in (child.handle, report.fileno()):
            self._running[descriptor] = child
            self._poll.register(descriptor, select.POLLIN)

    def _forget_others(self) -> None:
        """In a new child: it inherits no way to other children, nor to the grader's side."""
        self._control.close()
        for child in set(self._running.values()):
            child.report.close()
            child.setup.close()
            os.close(child.handle)

    def _obey(self, child: _Child) -> None:
        try:
            order = child.report.recv(1)
        except OSError:
            order = b""
        if order == b"i":
            signal.pidfd_send_signal(child.handle, signal.SIGINT)
            return
        signal.pidfd_send_signal(child.handle, signal.SIGKILL)
        if child.folder:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
        self._poll.unregister(child.report)

    def _bury(self, child: _Child) -> None:
        _, status, used = os.wait4(child.pid, 0)
        if child.folder:
            shutil.rmtree(child.folder, ignore_errors=True)
        message, folders = with_descriptors(child.setup, 1, most=1000, at_once=True)
        found: dict[str, float | str] = {
            "code": os.waitstatus_to_exitcode(status),
            "cpu": used.ru_utime + used.ru_stime,
            "memory": used.ru_maxrss * 1024,
            "full": any(map(_is_full, folders)),
        }
        if message and not folders:
            found = {"error": message.decode(errors="replace")}
        with contextlib.suppress(wire.Gone):
            wire.send(child.report, b"r", json.dumps(found).encode())
        for descriptor in (child.handle, child.report.fileno()):
            del self._running[descriptor]
            with contextlib.suppress(KeyError):
                self._poll.unregister(descriptor)
        for descriptor in (child.handle, *folders):
            os.close(descriptor)
        child.report.close()
        child.setup.close()


def with_descriptors(
    control: socket.socket, count: int, most: int = 1, at_once: bool = False
) -> tuple[bytes, list[int]]:
    """A message of at most ``most`` bytes, and up to ``count`` descriptors with it; empty if there is none.

    With ``at_once`` it does not wait for one. (The flags of ``socket.recv_fds`` would say so, but Python ignores them.)
    """
    if at_once and not select.select([control], [], [], 0)[0]:
        return b"", []
    try:
        message, descriptors, _, _ = socket.recv_fds(control, most, count)
    except OSError:
        return b"", []
    return message, list(descriptors)


def _be_the_child(
    work: Callable[[socket.socket], None],
    limits: dict[str, Any],
    channel: socket.socket,
    setup: socket.socket,
    ids: tuple[int, int],
    folder: str | None,
) -> None:
    """Shut this process in, do ``work``, and end it."""
    code = 70
    try:
        os.setsid()
        size = _address_space()
        if folder is None:
            from coursetools.grading.inside import isolate

            try:
                isolate.own_user(*ids)
                isolate.private_folders(limits["folder"])
            except OSError as error:
                setup.send(str(error).encode()[:1000])
                raise
            os.chdir(WORK)
            here = os.open(WORK, os.O_RDONLY)
            socket.send_fds(setup, [b"F"], [here])
            os.close(here)
            isolate.limit(
                size + limits["memory"],
                int(limits["total_seconds"]) + 1,
                limits["folder"],
                limits["threads"],
            )
            isolate.give_up_rights()
        else:
            os.chdir(folder)
        setup.close()
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


def _is_full(folder: int) -> bool:
    space = os.fstatvfs(folder)
    return space.f_bavail == 0 or space.f_favail == 0


def _address_space() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
