"""The databases of a server's workshops: one for each, so that one can end, or be damaged, without the others.

Beside a file they are files, on a database server schemas.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursetools.workshop import postgres
from coursetools.workshop.de import terminal as de
from coursetools.workshop.record import check
from coursetools.workshop.rooms import MOST
from coursetools.workshop.saving import Held
from coursetools.workshop.store import Store, Stored, erase_file, erase_tables, file_of
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
    are in. Whoever has the first one has all.

    Raises:
        Held: another server has them.
        SetupError: one cannot be used.
    """
    if not 1 <= rooms <= MOST:
        raise SetupError(*de.bad_rooms(rooms, MOST))
    found = [_opened(url, anew)]
    try:
        for number, address, there in _beside(url, found[0].store):
            if number > rooms and not there:
                continue
            one = _opened(address, anew)
            if number > rooms and one.stored is None:
                one.store.erase()
                one.store.close()
            else:
                found.append(one)
    except BaseException:
        for one in found:
            one.store.close()
        raise
    return found


def _beside(url: str, first: Store) -> Iterator[tuple[int, str, bool]]:
    """Number and address of each further workshop that there can be, and whether there was one."""
    if file := file_of(url):
        for number in range(2, MOST + 1):
            beside = file.with_name(f"{file.stem}-{number}{file.suffix}")
            yield number, f"sqlite:///{beside}", beside.exists()
    elif first.engine.dialect.name == "postgresql":
        known = postgres.rooms(first.engine)
        for number in range(2, MOST + 1):
            yield number, postgres.of_room(url, number), number in known


def _opened(url: str, anew: bool) -> Kept:
    try:
        store = Store(url)
        stored = _loaded(store)
    except Held:
        raise
    except SetupError:
        if not anew:
            raise
        _erase(url)
        return Kept(Store(url))
    if stored and anew:
        store.erase()
        store.close()
        return Kept(Store(url))
    return Kept(store, stored)


def _loaded(store: Store) -> Stored | None:
    """The workshop in a database, if it can be led on."""
    stored = store.load()
    try:
        if stored:
            check(stored.session)
    except Exception as error:  # whatever a faulty agenda makes an activity say
        store.close()
        raise store.damaged() from error
    return stored


def _erase(url: str) -> None:
    """Delete a workshop that cannot be read."""
    if (file := file_of(url)) is None:
        erase_tables(url)
    elif file.exists():
        erase_file(file)
