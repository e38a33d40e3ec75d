"""Pictures in answers: shown only if they are pictures, passed on only without what is not seen (place, author)."""

import base64
import binascii
import struct
from collections.abc import Iterator

KINDS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
"""How a file begins, and what it is then."""
_SEEN = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs")
"""Parts of a PNG that change what is seen."""
_SCAN, _END, _NO_LENGTH = 0xDA, 0xD9, (0x01, *range(0xD0, 0xD8))
_HIDDEN = (*range(0xE1, 0xEE), 0xEF, 0xFE)
"""Parts of a JPEG that hold other things than the picture; 0xEE says how colours are to be read."""


def address(data: bytes) -> str | None:
    """A picture as an address that a page can show; None if it is none. What somebody called it does not count."""
    kind = next((kind for begin, kind in KINDS.items() if data.startswith(begin)), None)
    return f"data:{kind};base64,{base64.b64encode(data).decode()}" if kind else None


def decoded(text: str) -> bytes:
    """What Base64 stands for; nothing if it is none."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def bare(data: bytes) -> bytes | None:
    """The picture without what is not seen; None if that cannot be told apart."""
    try:
        if data.startswith(b"\x89PNG"):
            return data[:8] + b"".join(_png(data))
        if data.startswith(b"\xff\xd8\xff"):
            return b"\xff\xd8" + b"".join(_jpeg(data))
    except (struct.error, IndexError):
        return None
    return None


def _png(data: bytes) -> Iterator[bytes]:
    at, kind = 8, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if end > len(data):
            raise IndexError("it ends too early")
        if kind in _SEEN:
            yield data[at:end]
        at = end


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        if data[at] != 0xFF:
            raise IndexError("no part begins here")
        kind = data[at + 1]
        if kind in (_SCAN, _END):  # from here on there is nothing but the picture
            yield data[at:]
            return
        length = 0 if kind in _NO_LENGTH else struct.unpack_from(">H", data, at + 2)[0]
        if kind not in _HIDDEN:
            yield data[at : at + 2 + length]
        at += 2 + length
