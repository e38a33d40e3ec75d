"""Whoever comes while all places are taken waits a moment at the door, and is served when one is free."""

import asyncio
import socket
import time

import pytest
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler

from coursetools.serve import front
from coursetools.serve.capacity import SPARE, Capacity

PLACES = 2
ASK = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n"


class Large(RequestHandler):
    """More than the system keeps for somebody who does not read."""

    def get(self) -> None:
        """Answer."""
        self.write(bytes(4 << 20))


class Small(RequestHandler):
    """A word."""

    def get(self) -> None:
        """Answer."""
        self.write("willkommen")


async def connected(port: int, sent: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A new connection that has asked something."""
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    plain.connect(("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=plain, limit=4096)
    writer.write(sent)
    return reader, writer


async def newcomer(full_for: float) -> tuple[float, bytes]:
    """Seconds and answer of somebody who comes when others just took all places, who take no more of their answer."""
    listening, port = bind_unused_port()
    application = Application([("/large", Large), ("/small", Small)])
    server = front.Front(application, Capacity(SPARE + PLACES, pages=0))
    server.add_socket(listening)
    links = [await connected(port, ASK % b"large") for _ in range(PLACES)]
    while len(server.streams) < PLACES or not all(stream.writing() for stream in server.streams):
        await asyncio.sleep(0.01)
    begin = time.monotonic()
    links.append(await connected(port, ASK % b"small"))
    try:
        answer = await asyncio.wait_for(links[-1][0].read(4096), full_for)
    except ConnectionResetError:
        answer = b""
    finally:
        for _, writer in links:
            writer.close()
        server.stop()
        await server.close_all_connections()
    return time.monotonic() - begin, answer


def test_a_newcomer_waits_until_somebody_who_does_not_read_has_to_go(monkeypatch):
    monkeypatch.setattr(front, "CROWDED", 1)
    seconds, answer = asyncio.run(newcomer(20))
    assert answer.endswith(b"willkommen") and seconds > 0.5


def test_nobody_waits_at_the_door_for_ever(monkeypatch):
    monkeypatch.setattr(front, "CROWDED", 60)
    monkeypatch.setattr(front, "PATIENCE", 1)
    assert asyncio.run(newcomer(20))[1] == b""


def test_a_full_door_sends_the_next_one_away_at_once(monkeypatch):
    monkeypatch.setattr(front, "CROWDED", 60)
    monkeypatch.setattr(front, "MOST_AT_DOOR", 0)
    seconds, answer = asyncio.run(newcomer(20))
    assert answer == b"" and seconds < 10


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(front, "NEXT_TRY", 0.05)
