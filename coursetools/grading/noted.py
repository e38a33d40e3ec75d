"""Notes that grading keeps for itself: small JSON files that say which version of their form they have."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from fairki.errors import BadFileError

_Found = TypeVar("_Found")


def read(path: Path, version: int, take: Callable[[Any], _Found], complaint: tuple[str, str]) -> _Found:
    """What ``take`` makes of the note in ``path``.

    Args:
        version: the one that this course writes.
        take: may raise what a note of another form leads to.
        complaint: what is said then.

    Raises:
        BadFileError: the note is damaged, or another version of the course wrote it.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != version:
            raise ValueError("written by another version of the course")
        return take(kept)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadFileError(*complaint) from None
