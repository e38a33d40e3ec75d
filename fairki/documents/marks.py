"""Rows of marks as small PNGs for documents: the signs of the audit's cards, as many as there are cases."""

import struct
import zlib
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float64]
"""For each pixel, how far it lies outside a shape (inside: below 0)."""

FOUND, MISSED, ACCUSED, ALONE = "found", "missed", "accused", "alone"
COLOURS = {FOUND: "1F6F4A", MISSED: "A12622", ACCUSED: "8F4006", ALONE: "0B5C66"}
"""Those of the cards on white."""
SIDE = 48
"""Pixels of a mark with the room around it; at most 4 mm on paper, so sharp in print."""
_R = 18.0
_THIN, _THICK = 1.6 / 6 * _R / 2, 2.6 / 6 * _R / 2  # the picture grammar's lines, halved for both sides


def row(mark: str, count: int) -> bytes:
    """A row of equal marks (PNG on white)."""
    return _png(np.tile(_tile(mark), (1, count, 1)))


@cache
def _tile(mark: str) -> NDArray[np.uint8]:
    """One mark. Edges are smooth: a pixel is as dark as the part of it that the mark covers."""
    y, x = np.mgrid[:SIDE, :SIDE] - (SIDE - 1) / 2
    ink, paper = _DRAWN[mark](x, y)
    covered = np.clip(0.5 - ink, 0, 1) * np.clip(0.5 + paper, 0, 1)
    colour = np.array(list(bytes.fromhex(COLOURS[mark])))
    pixels: NDArray[np.uint8] = np.rint(255 - covered[..., None] * (255 - colour)).astype(np.uint8)
    return pixels


def _found(x: Field, y: Field) -> tuple[Field, Field]:
    check = np.minimum(_line(x, y, (-8, 0.5), (-2.5, 6.5)), _line(x, y, (-2.5, 6.5), (8.5, -6.5)))
    return np.hypot(x, y) - _R, check - _THIN


def _missed(x: Field, y: Field) -> tuple[Field, Field]:
    return _ring(x, y, _THICK), _nothing(x)


def _accused(x: Field, y: Field) -> tuple[Field, Field]:
    sign = np.minimum(_line(x, y, (0, -9), (0, 2)), _line(x, y, (0, 9), (0, 9)))
    return (np.abs(x) + np.abs(y) - 1.22 * _R) * np.sqrt(0.5), sign - _THIN


def _alone(x: Field, y: Field) -> tuple[Field, Field]:
    return np.minimum(_ring(x, y, _THIN), _line(x, y, (-6, 0), (6, 0)) - _THIN), _nothing(x)


_DRAWN: dict[str, Callable[[Field, Field], tuple[Field, Field]]] = {
    FOUND: _found,
    MISSED: _missed,
    ACCUSED: _accused,
    ALONE: _alone,
}
"""Mark → its shape, and what is cut out of it."""


def _ring(x: Field, y: Field, half: float) -> Field:
    return np.abs(np.hypot(x, y) - (_R - half)) - half


def _line(x: Field, y: Field, start: tuple[float, float], end: tuple[float, float]) -> Field:
    """How far each pixel is from a line between two points."""
    (left, top), (along, down) = start, (end[0] - start[0], end[1] - start[1])
    part = np.clip(((x - left) * along + (y - top) * down) / (along**2 + down**2 or 1), 0, 1)
    return np.hypot(x - left - part * along, y - top - part * down)


def _nothing(x: Field) -> Field:
    return np.full_like(x, np.inf)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Pixels (rows, columns, red/green/blue) as a file; that small a writer needs no library of images."""
    high, wide, _ = pixels.shape
    lines = b"".join(b"\0" + line.tobytes() for line in pixels)
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
