"""Messages arrive whole or not at all, and nobody waits longer than they said."""

import socket
import threading
import time

import pytest

from coursetools.grading.inside import wire

SOON = 0.2
HANGS = 5  # seconds after which a call that should have ended by itself is a fault


@pytest.fixture
def pair():
    here, there = socket.socketpair()
    here.settimeout(HANGS)
    there.settimeout(HANGS)
    with here, there:
        yield here, there


def later() -> float:
    return time.monotonic() + SOON


@pytest.mark.parametrize("body", [b"", b"x", bytes(range(256)) * 20_000], ids=len)
@pytest.mark.parametrize("limited", [False, True])
def test_a_message_arrives_as_it_was_sent(pair, body, limited):
    here, there = pair
    deadline = time.monotonic() + HANGS if limited else None
    sender = threading.Thread(target=wire.send, args=(here, b"k", body, deadline))
    sender.start()
    assert wire.receive(there, deadline=deadline) == (b"k", body)
    sender.join()


def test_several_messages_keep_their_order_and_their_ends(pair):
    here, there = pair
    for kind, body in ((b"a", b"12"), (b"b", b""), (b"c", b"3")):
        wire.send(here, kind, body)
    assert [wire.receive(there) for _ in range(3)] == [(b"a", b"12"), (b"b", b""), (b"c", b"3")]


def test_a_body_may_be_just_as_long_as_the_reader_takes(pair):
    here, there = pair
    wire.send(here, b"k", b"12345")
    assert wire.receive(there, most=5) == (b"k", b"12345")
    wire.send(here, b"k", b"123456")
    with pytest.raises(wire.Gone, match="too long"):
        wire.receive(there, most=5)


@pytest.mark.parametrize("limited", [False, True])
def test_who_has_ended_is_gone_for_readers_and_writers(pair, limited):
    here, there = pair
    here.sendall(b"k\0\0")  # half a head
    here.close()
    deadline = later() if limited else None
    with pytest.raises(wire.Gone, match="ended"):
        wire.receive(there, deadline=deadline)
    with pytest.raises(wire.Gone):
        wire.send(there, b"k", b"nobody reads this", deadline)


@pytest.mark.parametrize(
    "begun", [b"", b"k\0\0", b"k\0\0\0\x05123"], ids=["nothing", "half a head", "half a body"]
)
def test_a_reader_waits_until_its_deadline_and_no_longer(pair, begun):
    here, there = pair
    here.sendall(begun)
    deadline = later()
    with pytest.raises(wire.Late):
        wire.receive(there, deadline=deadline)
    assert deadline <= time.monotonic() < deadline + HANGS / 2


def test_a_writer_whose_reader_sleeps_waits_until_its_deadline_and_no_longer(pair):
    here, _ = pair
    deadline = later()
    with pytest.raises(wire.Late):
        wire.send(here, b"k", bytes(10 << 20), deadline)
    assert deadline <= time.monotonic() < deadline + HANGS / 2


def test_after_the_deadline_not_even_what_is_there_is_read(pair):
    here, there = pair
    wire.send(here, b"k", b"x")
    with pytest.raises(wire.Late):
        wire.receive(there, deadline=time.monotonic() - 1)
