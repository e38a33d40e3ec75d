"""The connection between a page and its kernel."""

import asyncio
from contextlib import suppress
from typing import Any, cast

from jupyter_client.session import Session
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado import web
from tornado.iostream import IOStream, StreamBufferFullError
from tornado.websocket import WebSocketClosedError, WebSocketHandler, WebSocketProtocol13

from coursetools.serve import guard, hosts, tally
from coursetools.serve.site import OWN_DATA_PATH
from coursetools.serve.tickets import FULL, InVain, Ticket
from coursetools.serve.tracebacks import places
from coursetools.serve.visits import Visits

PING = 45
"""Seconds after which a page is asked again whether it is there, and in which it has to answer. Proxies hang up where
nothing was said for a minute."""
REFUSED = 1008  # the standard's code for a message against the rules
NUDGE = 0.5  # seconds until a kernel that said nothing is asked again
FORWARDED = {"comm_open", "comm_msg", "comm_close", "status", "error"}


class Nobody(IdentityProvider):
    """Everybody is the same nameless visitor: no login, no cookie."""

    def get_user(self, handler: Any) -> User:
        """The nameless visitor."""
        return User("niemand")


class GuardedConnection(ZMQChannelsWebsocketConnection):
    """Lets through what `guard` admits, and of the kernel's messages those that a page can use."""

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self.rate = guard.Rate()
        self.new = False

    async def prepare(self) -> None:
        """Take the kernel's key; that the kernel lives and is ready is known."""
        await self._register_session()  # type: ignore[no-untyped-call]  # jupyter_server has no types there
        self.session.key = self.kernel_manager.session.key

    def create_stream(self) -> None:
        """Connect to the two of the kernel's four channels that a page needs."""
        self.new = True
        for channel in ("iopub", "shell"):
            connect = getattr(self.kernel_manager, f"connect_{channel}")
            self.channels[channel] = stream = connect(identity=self.session.bsession)
            stream.channel = channel

    def nudge(self) -> asyncio.Future[None]:
        """Ask the kernel for a sign of life until one is heard: then all that it says will be.

        jupyter_server opens two more channels for this, which is dear where many pages come at once. A page that
        comes back has its old channels, and on them perhaps already what it waits for.
        """
        return asyncio.ensure_future(self._hear())

    async def _hear(self) -> None:
        if not self.new:
            return
        iopub, shell = self.channels["iopub"], self.channels["shell"]
        heard = asyncio.Event()
        iopub.on_recv(lambda _: heard.set())
        shell.on_recv(lambda _: None)
        while not heard.is_set() and not iopub.closed():
            self.session.send(shell, "kernel_info_request")
            with suppress(TimeoutError):
                await asyncio.wait_for(heard.wait(), NUDGE)

    def handle_incoming_message(self, incoming_msg: bytes | str) -> None:
        """Pass a message on to the kernel, or end the connection."""
        if not self.channels:
            return
        try:
            self.rate.take()
            message = guard.admit(incoming_msg)
        except guard.Refused as reason:
            self.log.error("a message to a kernel was refused: %s", reason)
            tally.refuse("message")
            self.websocket_handler.close(REFUSED)
            return
        checked = self.session.msg(message.type, content=message.content)
        checked["header"]["msg_id"] = checked["msg_id"] = message.id
        self.session.send(self.channels["shell"], checked, buffers=[*message.buffers])

    def handle_outgoing_message(self, stream: Any, outgoing_msg: list[bytes]) -> None:
        """Pass a message on to the page; what an error says goes to the log only.

        A page that does not read what it is sent loses its connection.
        """
        parts: list[Any] = self.session.feed_identities(outgoing_msg)[1][1:]
        kind = self.session.unpack(parts[0])["msg_type"]
        if stream.channel != "iopub" or kind not in FORWARDED:
            return
        if kind == "status":
            busy = self.session.unpack(parts[3])["execution_state"] == "busy"
            cast(Channels, self.websocket_handler).heard(busy)
        if kind == "error":
            error = self.session.unpack(parts[3])
            self.log.error("%s in a page: %s", error["ename"], places(error["traceback"]))
            parts[3] = b"{}"
        try:
            self._on_zmq_reply(stream, parts)  # type: ignore[no-untyped-call]  # jupyter_server has no types there
        except WebSocketClosedError:
            pass  # the page is just going
        except StreamBufferFullError:
            self.log.error("a page did not read what it was sent")
            tally.refuse("unread")
            cast(Channels, self.websocket_handler).hang_up()


class Channels(KernelWebsocketHandler):
    """The address to which a page connects."""

    @property
    def visits(self) -> Visits:
        """The open pages."""
        visits: Visits = self.settings["visits"]
        return visits

    def _ask_now_and_then(self) -> None:
        # Tornado's own way: jupyter_server's counts in another unit, of which Tornado warns. Not before the kernel is
        # ready: until then, nobody would hear the answer.
        line = cast(WebSocketProtocol13, self.ws_connection)
        line.params.ping_interval = line.params.ping_timeout = PING
        line.start_pinging()

    @property
    def _stream(self) -> IOStream:
        return cast(WebSocketProtocol13, self.ws_connection).stream

    def check_origin(self, origin: str | None = None) -> bool:
        """Only pages of this course may connect, and programs that are no browser."""
        origin = origin or self.get_origin()
        return origin is None or self.settings["hosts"].same(origin, self.request.host)

    async def get(self, visit: str) -> None:
        """Accept the connection; whether there is a kernel for it is found out in `open`."""
        self.connection, self.left = None, False
        page = self.settings["site"].pages.get(self.get_query_argument("seite", ""))
        if page is None or (page.path == OWN_DATA_PATH and hosts.passed_on(self.request)):
            raise web.HTTPError(404)
        shown, unused = self.get_query_argument("stand", ""), self.get_query_argument("neu", None) is not None
        self.ticket = Ticket(visit, page, shown, unused, self.settings["hosts"].sender(self.request) or visit)
        await WebSocketHandler.get(self, visit=visit)

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """The one protocol that the guard reads."""
        return guard.PROTOCOL if guard.PROTOCOL in subprotocols else None

    async def open(self, visit: str) -> None:
        """Connect, as soon as the kernel is ready; a page that comes in vain is told why."""
        if self.selected_subprotocol is None:
            self.log.error("a connection with a foreign protocol was refused")
            self.close(REFUSED)
            return
        self.settings["lines"].add(self)
        # The kernel says several words to each answer; held back, the second would wait 40 ms until the first is read.
        self.set_nodelay(True)
        # Tornado notices that a page is gone only while it waits for messages, which is after `open`.
        self._stream.set_close_callback(self.on_close)
        try:
            kernel = await self.visits.join(self.ticket, self)
        except InVain as reason:
            if reason.code == FULL:
                tally.refuse("full")
            self.close(reason.code)
            return
        if self.left:  # a page may go at any time
            return
        self.kernel_id = kernel
        self.connection = GuardedConnection(
            parent=self.kernel_manager.get_kernel(kernel), websocket_handler=self, config=self.config
        )
        self.connection.session.session = visit
        await self.connection.prepare()
        await super().open(kernel)  # type: ignore[no-untyped-call]  # jupyter_server has no types there
        if not self.left:
            self._ask_now_and_then()
            with suppress(WebSocketClosedError):
                self.write_message(connected(self.connection.session), binary=True)

    def on_message(self, ws_message: bytes | str) -> None:
        """Take a message from the page."""
        if self.connection:
            self.visits.touch(self.ticket.visit)
            self.connection.handle_incoming_message(ws_message)

    def write_message(
        self, message: bytes | str | dict[str, Any], binary: bool = False
    ) -> "asyncio.Future[None]":
        """Tell the page something; that it went meanwhile is no fault, and nobody waits to hear of it."""
        sent = super().write_message(message, binary)
        sent.add_done_callback(lambda done: done.cancelled() or done.exception())
        return sent

    def heard(self, busy: bool) -> None:
        """Note that the kernel begins with something, or is done with it."""
        self.visits.heard(self.ticket.visit, busy)

    def on_close(self) -> None:
        """Note that the page is gone."""
        if self.left:
            return
        self.left = True
        self.settings["lines"].discard(self)
        self.visits.part(self.ticket.visit, self)
        if self.connection and self.connection.channels:
            super().on_close()  # type: ignore[no-untyped-call]  # jupyter_server has no types there

    def hang_up(self) -> None:
        """End the connection at once; whoever does not listen would not hear a reason."""
        self._stream.close()


def connected(session: Session) -> bytes:
    """What a page hears first: its kernel is there and waits."""
    message = session.msg("status", {"execution_state": "idle"})
    frame: bytes = serialize_msg_to_ws_v1(message, "iopub", session.pack)  # type: ignore[no-untyped-call]  # as above
    return frame
