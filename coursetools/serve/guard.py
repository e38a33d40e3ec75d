"""What a page may say to its kernel: it may talk to widgets that exist, and nothing else.

The public site runs no code but ours. A message is taken apart here, checked, and put together anew from
the checked parts, so that the kernel never reads what this file has not understood.
"""

import json
import time
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

PROTOCOL = "v1.kernel.websocket.jupyter.org"
LARGEST_MESSAGE = 1 << 20  # bytes
METHODS = ("update", "custom")  # not request_state: the page has all states, and few bytes would ask for many
MOST_PARTS = 64  # channel, header, parent, metadata, content, buffers


class Refused(Exception):
    """A message that a page has no business to send."""


@dataclass(frozen=True)
class Message:
    """A checked message for the kernel's shell channel."""

    type: str
    id: str
    content: dict[str, Any]
    buffers: list[bytes]


def admit(frame: bytes | str) -> Message:
    """The message in a frame of `PROTOCOL`: a message to a widget, or the question whether the kernel lives.

    Raises:
        Refused: if it is anything else, or not well formed.
    """
    channel, head, _parent, _metadata, body, *buffers = _parts(frame)
    header, content = _object(head), _object(body)
    kind, message_id = header.get("msg_type"), header.get("msg_id")
    if not isinstance(message_id, str) or len(message_id) > 64:
        raise Refused("no message id")
    if (channel, kind) == (b"shell", "kernel_info_request"):
        return Message("kernel_info_request", message_id, {}, [])
    if (channel, kind) == (b"shell", "comm_msg"):
        comm, data = content.get("comm_id"), content.get("data")
        if not isinstance(comm, str) or not isinstance(data, dict):
            raise Refused("no message to a widget")
        if data.get("method") not in METHODS:
            raise Refused("nothing that a page asks of a widget")
        return Message("comm_msg", message_id, {"comm_id": comm, "data": data}, buffers)
    raise Refused("not allowed")


def _parts(frame: bytes | str) -> list[bytes]:
    # 8 bytes: number of offsets; 8 bytes each: where a part begins, the last one: where the frame ends.
    if isinstance(frame, str) or not 8 <= len(frame) <= LARGEST_MESSAGE:
        raise Refused("no binary frame of permitted size")
    count = int.from_bytes(frame[:8], "little")
    if not 6 <= count <= MOST_PARTS + 1 or len(frame) < 8 * (count + 1):
        raise Refused("wrong number of parts")
    offsets = [int.from_bytes(frame[8 * i : 8 * (i + 1)], "little") for i in range(1, count + 1)]
    if offsets[0] != 8 * (count + 1) or offsets[-1] != len(frame) or offsets != sorted(offsets):
        raise Refused("parts do not fit")
    return [frame[start:end] for start, end in pairwise(offsets)]


def _object(text: bytes) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused("no JSON") from error
    if not isinstance(value, dict):
        raise Refused("no JSON object")
    return _without_halves(value) if b"\\u" in text or b"\xed" in text else value


def _without_halves(value: dict[str, Any]) -> dict[str, Any]:
    """Without halves of characters, as of an emoji that was cut in two: nothing behind the guard could pass them on."""
    text = json.dumps(value, ensure_ascii=False)
    whole: dict[str, Any] = json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore"))
    return whole


class Rate:
    """Lets a burst of messages pass and then so many per second."""

    def __init__(self, burst: int = 300, per_second: float = 50.0):
        self.burst, self.per_second = burst, per_second
        self.left, self.at = float(burst), time.monotonic()

    def take(self) -> None:
        """Count one message.

        Raises:
            Refused: if there were too many.
        """
        now = time.monotonic()
        self.left = min(self.burst, self.left + (now - self.at) * self.per_second)
        self.at = now
        if self.left < 1:
            raise Refused("too many messages")
        self.left -= 1
