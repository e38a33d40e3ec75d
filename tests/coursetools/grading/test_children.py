"""What a stage hears of its children: descriptors that come with a message, and whether a folder is full."""

import json
import os
import socket
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from coursetools.grading.inside import children, wire


@pytest.fixture
def pair():
    here, there = socket.socketpair()
    there.settimeout(5)
    with here, there:
        yield here, there


def test_descriptors_come_with_their_message(pair):
    here, there = pair
    with open(os.devnull) as one, open(os.devnull) as other:
        socket.send_fds(here, [b"F"], [one.fileno(), other.fileno()])
    message, descriptors = children.with_descriptors(there, 2)
    assert message == b"F" and len(descriptors) == 2
    for descriptor in descriptors:
        os.close(descriptor)


def test_a_message_without_descriptors_and_the_end_are_told_apart(pair):
    here, there = pair
    here.send(b"cannot be shut in")
    assert children.with_descriptors(there, 1, most=1000) == (b"cannot be shut in", [])
    here.close()
    assert children.with_descriptors(there, 1) == (b"", [])


def test_whoever_takes_only_what_is_there_does_not_wait(pair):
    _, there = pair
    there.settimeout(None)
    assert children.with_descriptors(there, 1, at_once=True) == (b"", [])


@pytest.mark.parametrize(
    ("free_bytes", "free_names", "full"), [(1, 1, False), (0, 1, True), (1, 0, True), (0, 0, True)]
)
def test_a_folder_is_full_without_bytes_or_without_names(monkeypatch, free_bytes, free_names, full):
    space = SimpleNamespace(f_bavail=free_bytes, f_favail=free_names)
    monkeypatch.setattr(os, "fstatvfs", lambda _: space)
    assert children._is_full(3) is full


def test_of_a_child_without_walls_no_folder_is_left(pair, tmp_path, monkeypatch):
    control, theirs = pair
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def work(channel: socket.socket) -> None:
        (Path.cwd() / "spur").touch()
        channel.send(str(Path.cwd()).encode())

    theirs.settimeout(None)
    stage = os.fork()
    if stage == 0:
        control.close()
        children.Children(theirs, work, {}, shut_in=False).serve()
        os._exit(0)
    theirs.close()
    (channel, far), (report, other) = socket.socketpair(), socket.socketpair()
    with channel, far, report, other:
        socket.send_fds(control, [b"F"], [far.fileno(), other.fileno()])
        far.close()
        other.close()
        channel.settimeout(30)
        assert Path(channel.recv(1000).decode()).parent == tmp_path
        _, told = wire.receive(report, 10_000, time.monotonic() + 30)
    assert json.loads(told)["code"] == 0
    assert list(tmp_path.iterdir()) == []
    control.close()
    assert os.waitpid(stage, 0)[1] == 0
