"""Messages between the grader and the processes in the sandbox: a kind (one byte), a length, a body.

Bytes from a hand-in's process are untrusted: the reader says how much it takes and how long it waits.
"""

import select
import socket
import struct
import time

FULL = b"full"
"""Body of the message that a cell is done, if it left no memory for the next one."""
HEAD = struct.Struct(">cI")
_AT_ONCE = getattr(socket, "MSG_DONTWAIT", 0)  # with a deadline, a full buffer must not hold us


class Gone(Exception):
    """The other side has ended, or it does not keep to the form of messages (then the reason says so)."""


class Late(Exception):
    """Nothing (complete) came in time."""


def packed(kind: bytes, body: bytes = b"") -> bytes:
    """A message as it goes over the wire."""
    return HEAD.pack(kind, len(body)) + body


def send(channel: socket.socket, kind: bytes, body: bytes = b"", deadline: float | None = None) -> None:
    """Send one message.

    Raises:
        Gone, Late: as above; ``deadline`` is a ``time.monotonic``.
    """
    data = memoryview(packed(kind, body))
    while data:
        _wait(channel, select.POLLOUT, deadline)
        try:
            data = data[channel.send(data, 0 if deadline is None else _AT_ONCE) :]
        except BlockingIOError:
            continue
        except OSError as error:
            raise Gone(str(error)) from None


def receive(
    channel: socket.socket, most: int = 1 << 30, deadline: float | None = None
) -> tuple[bytes, bytes]:
    """Kind and body of the next message.

    Raises:
        Gone: the other side has ended, or announces more than ``most`` bytes.
        Late: it is ``deadline`` (a ``time.monotonic``) and the message is not complete.
    """
    kind, length = HEAD.unpack(_exactly(channel, HEAD.size, deadline))
    if length > most:
        raise Gone("too long")
    return kind, _exactly(channel, length, deadline)


def _exactly(channel: socket.socket, length: int, deadline: float | None) -> bytes:
    data = bytearray()
    while len(data) < length:
        _wait(channel, select.POLLIN, deadline)
        try:
            piece = channel.recv(min(length - len(data), 1 << 20))
        except OSError as error:
            raise Gone(str(error)) from None
        if not piece:
            raise Gone("ended")
        data += piece
    return bytes(data)


def _wait(channel: socket.socket, event: int, deadline: float | None) -> None:
    if deadline is None:
        return
    poll = select.poll()
    poll.register(channel, event)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise Late
