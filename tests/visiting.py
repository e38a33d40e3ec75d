"""Visitors of a course server for tests: they load a page, connect as its script does, and talk to the kernel."""

import json
import re
import secrets
import urllib.error
import urllib.request
from itertools import pairwise

import websocket
from serving import Server

from coursetools.serve import guard


def fetch(address: str, method: str = "GET", **headers: str):
    """Status, headers and text of an answer, whatever its status."""
    request = urllib.request.Request(address, method=method, headers=headers)
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode("utf-8", "replace")


def shown(html: str) -> str:
    """The digest of what a page shows."""
    return re.search(r'<meta name="fairki-shown" content="([^"]+)">', html)[1]


def frame(
    channel="shell",
    header=None,
    content=None,
    buffers=(),
    **changes,
) -> bytes:
    """A frame as a browser makes it, by default an update of a widget; `changes`: `count`, `offsets` to forge them."""
    header = {"msg_id": "1", "msg_type": "comm_msg"} if header is None else header
    if content is None:
        content = {"comm_id": "7", "data": {"method": "update", "state": {"value": 1}}}
    raw = [content if isinstance(content, bytes) else json.dumps(content).encode()]
    parts = [channel.encode(), *(json.dumps(part).encode() for part in (header, {}, {})), *raw, *buffers]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    offsets = changes.get("offsets", offsets)
    numbers = [changes.get("count", len(offsets)), *offsets]
    return b"".join(number.to_bytes(8, "little") for number in numbers) + b"".join(parts)


def unpack(data: bytes) -> list[bytes]:
    """The parts of a frame: channel, header, parent, metadata, content, buffers."""
    count = int.from_bytes(data[:8], "little")
    offsets = [int.from_bytes(data[8 * i : 8 * (i + 1)], "little") for i in range(1, count + 1)]
    return [data[start:end] for start, end in pairwise(offsets)]


class Visitor:
    """Somebody on a page. `number` is what the page calls itself; `code` with what the server ended the connection."""

    def __init__(self, server: Server, path: str = "modul/probe", digest: str | None = None):
        self.server, self.path = server, path
        self.number, self.code, self.socket = secrets.token_hex(16), None, None
        if digest is None:
            self.status, self.headers, self.html = fetch(server.url + path)
            digest = shown(self.html) if self.status == 200 else ""
        self.digest = digest

    def address(self, new: bool = True) -> str:
        """Where the page connects."""
        base = self.server.url.replace("http", "ws")
        return f"{base}besuch/{self.number}?seite={self.path}&stand={self.digest}{'&neu=' if new else ''}"

    def connect(
        self, new: bool = True, protocols=(guard.PROTOCOL,), timeout: float = 60, **options
    ) -> "Visitor":
        """Open the connection, without waiting for the kernel."""
        # in a header of its own, so that a server that agrees to none is no error of the library
        offer = [f"Sec-WebSocket-Protocol: {', '.join(protocols)}"] if protocols else []
        self.socket = websocket.create_connection(self.address(new), header=offer, timeout=timeout, **options)
        return self

    def hear(self) -> tuple[dict, dict, dict] | None:
        """Header, parent and content of the next message; None when the server ended the connection."""
        while True:
            kind, data = self.socket.recv_data()
            if kind == websocket.ABNF.OPCODE_CLOSE:
                self.code = int.from_bytes(data[:2], "big")
                return None
            if kind == websocket.ABNF.OPCODE_BINARY:
                _, header, parent, _, content, *_ = unpack(data)
                return json.loads(header), json.loads(parent), json.loads(content)

    def welcome(self) -> bool:
        """Wait until the kernel is there; False if the server ended the connection instead."""
        while heard := self.hear():
            if heard[0]["msg_type"] == "status":
                return True
        return False

    def send(self, message: bytes | str) -> None:
        """Send a message by hand."""
        (self.socket.send_binary if isinstance(message, bytes) else self.socket.send)(message)

    def answered(self, message: bytes) -> bool:
        """Send a message, and wait until the kernel is done with it; False if the connection was ended instead."""
        sent = json.loads(unpack(message)[1])["msg_id"]
        self.send(message)
        while heard := self.hear():
            _, parent, content = heard
            if parent.get("msg_id") == sent and content.get("execution_state") == "idle":
                return True
        return False

    def hang_up(self) -> None:
        """End the connection without a word."""
        if self.socket:
            self.socket.shutdown()

    def leave(self) -> int:
        """Leave the page as a browser does; the status of the answer."""
        status = fetch(f"{self.server.url}verlassen/{self.number}", "POST")[0]
        self.hang_up()
        return status
