"""The connection between a page and its kernel."""

from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.websocket import WebSocketHandler

from coursetools.serve import guard
from coursetools.serve.tracebacks import places

REFUSED = 1008  # the standard's code for a message against the rules
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

    def create_stream(self) -> None:
        """Connect to the two of the kernel's four channels that a page needs."""
        for channel in ("iopub", "shell"):
            connect = getattr(self.kernel_manager, f"connect_{channel}")
            self.channels[channel] = stream = connect(identity=self.session.bsession)
            stream.channel = channel

    def handle_incoming_message(self, incoming_msg: bytes | str) -> None:
        """Pass a message on to the kernel, or end the connection."""
        if not self.channels:
            return
        try:
            self.rate.take()
            message = guard.admit(incoming_msg)
        except guard.Refused as reason:
            self.log.error("a message to a kernel was refused: %s", reason)
            self.websocket_handler.close(REFUSED)
            return
        checked = self.session.msg(message.type, content=message.content)
        checked["header"]["msg_id"] = checked["msg_id"] = message.id
        self.session.send(self.channels["shell"], checked, buffers=message.buffers)

    def handle_outgoing_message(self, stream: Any, outgoing_msg: list[bytes]) -> None:
        """Pass a message on to the page; what an error says goes to the log only."""
        parts = self.session.feed_identities(outgoing_msg)[1][1:]
        kind = self.session.unpack(parts[0])["msg_type"]
        if stream.channel != "iopub" or kind not in FORWARDED:
            return
        if kind == "error":
            error = self.session.unpack(parts[3])
            self.log.error("%s in a page: %s", error["ename"], places(error["traceback"]))
            parts[3] = b"{}"
        self._on_zmq_reply(stream, parts)


class Channels(KernelWebsocketHandler):
    """The address to which a page connects."""

    @property
    def visits(self) -> Any:
        """The open pages."""
        return self.settings["visits"]

    async def get(self, kernel_id: str) -> None:
        """Accept the connection; whether there is a kernel for it is found out in `open`."""
        self.kernel_id, self.connection, self.left = kernel_id, None, False
        await WebSocketHandler.get(self, kernel_id=kernel_id)

    def select_subprotocol(self, subprotocols: list[str]) -> str | None:
        """The one protocol that the guard reads."""
        return guard.PROTOCOL if guard.PROTOCOL in subprotocols else None

    async def open(self, kernel_id: str) -> None:
        """Connect, as soon as the kernel is ready; a page that comes in vain is told why."""
        if self.selected_subprotocol is None:
            self.log.error("a connection with a foreign protocol was refused")
            self.close(REFUSED)
            return
        in_vain = await self.visits.join(kernel_id, self)
        if in_vain is not None:
            self.close(in_vain)
        elif not self.left:
            await self.pre_get()
            if not self.left:  # a page may go at any time
                await super().open(kernel_id)

    def on_message(self, ws_message: bytes | str) -> None:
        """Take a message from the page."""
        if self.connection:
            self.visits.touch(self.kernel_id)
            self.connection.handle_incoming_message(ws_message)

    def on_close(self) -> None:
        """Note that the page is gone."""
        self.left = True
        self.visits.part(self.kernel_id, self)
        if self.connection and self.connection.channels:
            super().on_close()
