"""Server-sent events: a listener is sent the newest state, and skips what it slept through."""

import asyncio
import json
import socket
from collections.abc import Callable
from typing import cast

import psutil
from tornado.http1connection import HTTP1Connection
from tornado.iostream import StreamClosedError

try:
    import resource
except ModuleNotFoundError:  # Windows, see descriptors.SELECTED
    resource = None  # type: ignore[assignment]  # it is asked for before each use

from coursetools.serve.descriptors import SELECTED
from coursetools.workshop import refusals
from coursetools.workshop.handler_base import WorkshopHandler
from coursetools.workshop.live import Tick

HEARTBEAT = 15  # seconds
SPARE = 64  # connections and files that stay free for votes, pages, and whoever leads
GONE = 45_000  # milliseconds after which a phone that acknowledges nothing counts as gone


class Stream(WorkshopHandler):
    """Server-sent events: the newest state, whenever there is one."""

    def initialize(self) -> None:
        """Ask for no compression: it would cost a quarter of a megabyte per phone."""
        self.request.headers["Accept-Encoding"] = "identity"

    def pause(self) -> None:
        """Say that the workshop is to be waited for, and end."""
        self._paused = True
        self.on_connection_close()

    def on_connection_close(self) -> None:
        """Stop waiting."""
        if self._gone is not None and not self._gone.done():
            self._gone.set_result(None)

    _gone: asyncio.Future[None] | None = None
    _paused = False

    async def follow(self, tick: Tick, state: Callable[[], str], pace: float = 0.0) -> None:
        """Send `state()` now and after each tick, until the connection ends, or the workshop, here or everywhere.

        Whoever asks with HEAD waits for no end.
        """
        room = self.room
        if crowded(len(self.settings["streams"])):
            self.set_header("Connection", "close")
            raise refusals.no_stream()
        self._gone = asyncio.get_running_loop().create_future()
        self.set_header("Content-Type", "text/event-stream; charset=utf-8")
        self.set_header("X-Accel-Buffering", "no")  # a proxy in between must not collect events
        if self.request.method == "HEAD":
            return
        _give_up_early(cast(HTTP1Connection, self.request.connection).stream.socket)
        open_now: set[Stream] = self.settings["streams"]
        open_now.add(self)
        try:
            while not (self._gone.done() or room.away):
                seen, over = tick.count, room.ended
                self.write(f"event: stand\nid: {room.record.session.revision}\ndata: {state()}\n\n")
                await self.flush()
                if over:
                    return
                await asyncio.wait([self._gone], timeout=pace) if pace else None
                while not self._gone.done() and tick.count == seen:
                    change = tick.after(seen)
                    await asyncio.wait(
                        [change, self._gone], timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED
                    )
                    if not change.done() and not self._gone.done():
                        self.write(": \n\n")
                        await self.flush()
            if self._paused or room.away:
                said = {"session": room.name, "pause": True}
                self.write(f"event: pause\ndata: {json.dumps(said)}\n\n")
                await self.flush()
        except StreamClosedError:
            pass
        finally:
            open_now.discard(self)


def crowded(listening: int) -> bool:
    """Whether so few connections can still be opened that a listener, beside so many, had better ask now and then."""
    if resource is None:
        return listening >= SELECTED // 2
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return soft != resource.RLIM_INFINITY and soft - psutil.Process().num_fds() < SPARE


def _give_up_early(connection: socket.socket) -> None:
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE)
