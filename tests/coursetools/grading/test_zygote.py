"""The process before both sides of an exercise: the student's side is prepared there, once."""

import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

import pytest

from coursetools.grading.inside import student, wire, zygote
from coursetools.grading.job import Limits
from coursetools.grading.sandbox import Stage

COUNTS = "import builtins\nbuiltins.times = getattr(builtins, 'times', 0) + 1\n"


@contextmanager
def stage(locked: str, prepare_seconds: float) -> Iterator[Stage]:
    """A stage for hand-ins for an exercise with this locked cell."""
    limits = asdict(Limits(prepare_seconds=prepare_seconds))
    setup = json.dumps({"locked": [("start", locked)], "answers": ["found"], "limits": limits}).encode()
    here, there = socket.socketpair()
    if (child := os.fork()) == 0:
        here.close()
        student.the_shell()
        zygote.exercise(there, shut_in=False)
        os._exit(0)
    there.close()
    control, theirs = socket.socketpair()
    with here, control, theirs:
        wire.send(here, b"s", setup)
        wire.send(here, b"k")
        assert [wire.receive(here, deadline=time.monotonic() + 60)[0] for _ in range(2)] == [b"k", b"R"]
        socket.send_fds(here, [b"S"], [theirs.fileno()])
        wire.send(control, b"s", setup)
        wire.send(control, b"k")
        kind, told = wire.receive(control, deadline=time.monotonic() + 60)
        yield Stage(control, json.loads(told)) if kind == b"R" else pytest.fail(told.decode())
    os.waitpid(child, 0)


def times_that_the_locked_cell_ran(of: Stage) -> int:
    child = of.child()
    child.send(b"r", b"import builtins\nfound = builtins.times")
    while (message := child.receive(1 << 20, time.monotonic() + 60))[0] != b"a":
        pass
    while child.receive(1 << 20, time.monotonic() + 60)[0] != b".":
        pass
    child.send(b"e")
    assert child.receive(1 << 20, time.monotonic() + 60) == (b"p", b"")  # nothing of ours was replaced
    child.end()
    return int(message[1].partition(b"\0")[2])


def test_a_locked_cell_runs_once_for_all_hand_ins():
    with stage(COUNTS, 120) as one:
        assert [times_that_the_locked_cell_ran(one) for _ in range(2)] == [1, 1]


def test_a_locked_cell_that_does_not_end_in_time_is_left_behind_and_runs_again_in_the_stage():
    waits_in_the_first_process = f"import os\nwhile os.getppid() == {os.getpid()}:\n    pass"
    with stage(COUNTS + waits_in_the_first_process, 12) as one:
        assert times_that_the_locked_cell_ran(one) == 2
