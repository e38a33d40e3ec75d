"""The front door: lets connections in, as many as the machine carries, and sees out those who only stand in the way."""

import asyncio
import socket
import time
from collections import deque
from collections.abc import Awaitable
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
from tornado.ioloop import IOLoop
from tornado.iostream import IOStream
from tornado.routing import Router
from tornado.web import Application

from coursetools.serve import tally
from coursetools.serve.capacity import Capacity
from coursetools.serve.handlers import Stranger, WithoutSlash
from coursetools.serve.hosts import Hosts

PATIENCE = 20  # seconds for the head of a request, for its body, and for the next one on the same connection
MOST_WAITING = 1024  # connections that have not yet asked anything
STALLED = 30  # seconds in which somebody took nothing of an answer
CROWDED = 3  # the same, when others find no place
WATCH = 5  # seconds between two looks
MOST_AT_DOOR = 16  # connections for which there is no place yet
NEXT_TRY = 0.1  # seconds until they try again
LARGEST_BODY, LARGEST_HEAD = 1 << 16, 1 << 14  # bytes
SENT_AHEAD = 1 << 17  # bytes that the system keeps for one reader; left to itself it takes some megabytes
LARGEST_UNREAD = 8 << 20  # bytes that wait for one reader; the largest file of a page has 5 MB


class Gate(Router):
    """Leads to the application, if somebody asked for this course, and not from a page of another site.

    A proxy may pass on addresses whole, or without the part before `base`, where the course begins for people.
    """

    def __init__(self, application: Application, hosts: Hosts, base: str = "/"):
        self.application, self.hosts, self.base = application, hosts, base

    def find_handler(self, request: HTTPServerRequest, **options: Any) -> HTTPMessageDelegate | None:
        """Who answers."""
        if not self.hosts.known(request):
            return self.application.get_handler_delegate(request, Stranger, {"reason": "host"})
        if self.hosts.foreign(request):
            return self.application.get_handler_delegate(request, Stranger, {"reason": "origin"})
        if f"{request.path}/" == self.base:
            return self.application.get_handler_delegate(request, WithoutSlash, {"base": self.base})
        if not request.path.startswith(self.base):
            request.path = self.base + request.path.lstrip("/")
        return self.application.find_handler(request, **options)


class Front(HTTPServer):
    """Serves `router` to as many as `capacity` allows.

    When all places are taken, those go who have asked nothing for the longest time, then those who do not read. Until
    then a few newcomers wait at the door; who waits longer than ``PATIENCE`` is sent away.
    """

    def initialize(  # type: ignore[override]  # Tornado hands over what a server is made with, whatever it is
        self, router: Router, capacity: Capacity
    ) -> None:
        """As `HTTPServer` does, with limits for everything that could be without one."""
        super().initialize(
            router,
            idle_connection_timeout=PATIENCE,
            body_timeout=PATIENCE,
            max_body_size=LARGEST_BODY,
            max_header_size=LARGEST_HEAD,
        )
        self.most_waiting = min(MOST_WAITING, capacity.kept // 2)
        self.capacity = capacity
        self.streams: dict[IOStream, tuple[int, float]] = {}  # bytes taken, and since when no more
        self.waiting: dict[object, IOStream] = {}  # by connection, the longest first
        # who waits for a place, with its address, and since when
        self.door: deque[tuple[IOStream, tuple[Any, ...], float]] = deque()
        capacity.connections = lambda: len(self.streams)

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Serve a new connection as soon as there is a place."""
        if not self.door and self._has_room():
            self._serve(stream, address)
        elif len(self.door) < MOST_AT_DOOR:
            self.door.append((stream, address, time.monotonic()))
            if len(self.door) == 1:
                IOLoop.current().call_later(NEXT_TRY, self._open_door)
        else:
            tally.refuse("door")
            stream.close()

    def _open_door(self) -> None:
        while self.door and self._has_room():
            self._serve(*self.door.popleft()[:2])
        while self.door and time.monotonic() - self.door[0][2] > PATIENCE:
            tally.refuse("door")
            self.door.popleft()[0].close()
        if self.door:
            IOLoop.current().call_later(NEXT_TRY, self._open_door)

    def _has_room(self) -> bool:
        self._tidy()
        return len(self.streams) < self.capacity.most_connections or self._make_room()

    def _serve(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        stream.max_write_buffer_size = LARGEST_UNREAD
        stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENT_AHEAD)
        self.streams[stream] = (0, time.monotonic())
        super().handle_stream(stream, address)

    def start_request(self, server_conn: Any, request_conn: Any) -> HTTPMessageDelegate:
        """Wait for the next request of a connection."""
        self.waiting.pop(server_conn, None)
        self.waiting[server_conn] = server_conn.stream
        if len(self.waiting) > self.most_waiting:
            self._see_out_longest()
        return Watched(super().start_request(server_conn, request_conn), lambda: self.answered(server_conn))

    def answered(self, server_conn: Any) -> None:
        """Note that a connection has asked something."""
        self.waiting.pop(server_conn, None)

    def on_close(self, server_conn: Any) -> None:
        """Forget a connection."""
        self.waiting.pop(server_conn, None)
        super().on_close(server_conn)

    async def quiet(self, seconds: float) -> None:
        """Wait until every connection has its answer, at most so long."""
        until = time.monotonic() + seconds
        while len(self.streams) > len(self.waiting) and time.monotonic() < until:
            await asyncio.sleep(0.01)
            self._tidy()

    async def watch(self) -> None:
        """End, again and again, connections of those who do not take what they asked for."""
        while True:
            await asyncio.sleep(WATCH)
            self._tidy()
            for stream in self._stalled(STALLED):
                tally.refuse("unread")
                stream.close()

    def _tidy(self) -> None:
        self.streams = {stream: seen for stream, seen in self.streams.items() if not stream.closed()}

    def _make_room(self) -> bool:
        if self.waiting:
            self._see_out_longest()
        elif stalled := self._stalled(CROWDED):
            tally.refuse("unread")
            stalled[0].close()
        else:
            return False
        self._tidy()
        return True

    def _see_out_longest(self) -> None:
        tally.refuse("silent")
        first = next(iter(self.waiting))
        self.waiting.pop(first).close()

    def _stalled(self, seconds: float) -> list[IOStream]:
        """Connections on which something waits to be taken, and nothing was for so long."""
        now, found = time.monotonic(), []
        for stream, (taken, since) in self.streams.items():
            if not stream.writing() or stream._total_write_done_index != taken:
                self.streams[stream] = (stream._total_write_done_index, now)
            elif now - since >= seconds:
                found.append(stream)
        return found


class Watched(HTTPMessageDelegate):
    """Passes a request on to `inner`, and calls `asked` when it is complete."""

    def __init__(self, inner: HTTPMessageDelegate, asked: Any):
        self.inner, self.asked = inner, asked

    def headers_received(self, start_line: Any, headers: Any) -> Awaitable[None] | None:
        """The head; one without a body is complete, and a websocket takes over its connection here."""
        if not {"Content-Length", "Transfer-Encoding"} & {*headers}:
            self.asked()
        return self.inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """A part of the body."""
        return self.inner.data_received(chunk)

    def finish(self) -> None:
        """The end of the request."""
        self.asked()
        self.inner.finish()

    def on_connection_close(self) -> None:
        """The connection ended first."""
        self.inner.on_connection_close()
