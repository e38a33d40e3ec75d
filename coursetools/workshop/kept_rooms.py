"""The databases of a server's workshops: one for each, so that one can end, or be damaged, without the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursetools.workshop.de import terminal as de
from coursetools.workshop.rooms import MOST
from coursetools.workshop.store import Held, Store, Stored, erase_file, file_of
from fairki.errors import SetupError

FILE = Path("workshop") / "workshop.db"
"""Where a workshop lives by default, below the folder of the course."""


@dataclass(frozen=True)
class Kept:
    """A database, and the workshop in it that goes on, if there is one."""

    store: Store
    stored: Stored | None = None


def opened(url: str, rooms: int, anew: bool) -> list[Kept]:
    """The databases of so many workshops; the first one is at `url`, the others lie beside it.

    Workshops that were not ended go on, also those beyond `rooms`. If `anew`, they are deleted, whatever state they
    are in.

    Raises:
        SetupError: one cannot be used, or `url` has no files beside it.
    """
    if not 1 <= rooms <= MOST:
        raise SetupError(*de.bad_rooms(rooms, MOST))
    if rooms > 1 and file_of(url) is None:
        raise SetupError(*de.ROOMS_NEED_FILES)
    found = [_opened(url, anew)]
    for number, file in _beside(url):
        if number > rooms and not file.exists():
            continue
        one = _opened(f"sqlite:///{file}", anew)
        if number > rooms and one.stored is None:
            one.store.erase()
        else:
            found.append(one)
    return found


def _beside(url: str) -> Iterator[tuple[int, Path]]:
    """Number and file of each further workshop that there can be."""
    if file := file_of(url):
        for number in range(2, MOST + 1):
            yield number, file.with_name(f"{file.stem}-{number}{file.suffix}")


def _opened(url: str, anew: bool) -> Kept:
    file = file_of(url)
    try:
        store = Store(url)
        stored = store.load()
    except Held:
        raise
    except SetupError:
        if not (anew and file and file.exists()):
            raise
        erase_file(file)
        return Kept(Store(url))
    if stored and anew:
        store.erase()
        return Kept(Store(url))
    return Kept(store, stored)
