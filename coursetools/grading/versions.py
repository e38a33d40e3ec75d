"""Which versions of a hand-in were seen: the one that counts, and those that were left aside.

Kept is a fingerprint of each and its day, under the pseudonym: no name, no place, no time of day.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursetools.files import set_aside, write_atomically

FILE, VERSION = "fassungen.json", 1

Changed = tuple[float, ...]
"""When a file was changed: date and time as a zip has them, seconds since 1970, or nothing."""


@dataclass(frozen=True)
class Versions:
    """The versions that were seen of one hand-in.

    Attributes:
        days: of each, from the first to the newest one; None where nobody knows.
        used: the place of the one that counts, from 1.
    """

    days: tuple[dt.date | None, ...]
    used: int


def note(folder: Path, seen: Mapping[tuple[str, str], Iterable[tuple[str, Changed]]]) -> None:
    """Note in the grading folder ``folder`` what came in.

    Args:
        seen: pseudonym and slug → (digest, when it was changed) of each version, the newest last.
    """
    kept = _read(folder)
    for (pseudonym, slug), versions in seen.items():
        known = kept.setdefault(pseudonym, {}).setdefault(slug, [])
        there = {digest for digest, _ in known}
        for digest, changed in versions:
            if digest not in there:
                there.add(digest)
                known.append([digest, _day(changed)])
    _write(folder, kept)


def of(folder: Path, digests: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], Versions]:
    """The versions of each hand-in.

    Args:
        digests: pseudonym and slug → digest of what counts.
    """
    kept, found = _read(folder), {}
    for (pseudonym, slug), digest in digests.items():
        known = kept.get(pseudonym, {}).get(slug, [])
        places = [place for place, (one, _) in enumerate(known, 1) if one == digest]
        if places:
            days = tuple(dt.date.fromisoformat(day) if day else None for _, day in known)
            found[pseudonym, slug] = Versions(days, places[0])
    return found


def forget(folder: Path, pseudonym: str) -> None:
    """Forget all that was seen of one person."""
    kept = _read(folder)
    if kept.pop(pseudonym, None) is not None:
        _write(folder, kept)


def _day(changed: Changed) -> str:
    with suppress(ValueError, OverflowError, OSError):
        if len(changed) == 1:
            return dt.date.fromtimestamp(changed[0]).isoformat()
        if len(changed) >= 3:
            return dt.date(*map(int, changed[:3])).isoformat()
    return ""


def _read(folder: Path) -> dict[str, dict[str, list[list[str]]]]:
    """What is noted. It decides nothing: what cannot be read is set aside, and the course begins a new note."""
    path = Path(folder) / FILE
    if not path.exists():
        return {}
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if kept["version"] != VERSION:
            raise ValueError("written by another version of the course")
        hand_ins: dict[str, dict[str, list[list[str]]]] = kept["hand_ins"]
        for theirs in hand_ins.values():
            for versions in theirs.values():
                for digest, day in versions:
                    if not isinstance(digest, str) or (day and not dt.date.fromisoformat(day)):
                        raise ValueError("damaged")
    except (ValueError, KeyError, TypeError, AttributeError):
        set_aside(path)
        return {}
    return hand_ins


def _write(folder: Path, kept: Mapping[str, Any]) -> None:
    content = json.dumps({"version": VERSION, "hand_ins": kept}, indent=1, sort_keys=True)
    path = Path(folder) / FILE
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        write_atomically(path, content, mode=0o600)
