"""The public server with a workshop: the pages of the course, and a room to vote in."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import segno

from coursetools.serve.app import FairkiVoila, given, settings
from coursetools.serve.ending import leave
from coursetools.serve.site import site
from coursetools.workshop import addresses, guide_handlers, handlers
from coursetools.workshop.de import terminal as de
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.session import FEWEST
from coursetools.workshop.store import Held, Store, Stored, erase_file, file_of
from coursetools.workshop.workshop import Agendas, Workshop, of_course, report
from fairki import manifest
from fairki.errors import SetupError
from fairki.speech import day

MOST_SEATS = 300
FILE = Path("workshop") / "workshop.db"
"""Where a workshop lives by default, below the folder of the course."""


def run(
    root: Path,
    agenda: str,
    host: str = "0.0.0.0",
    port: int = 8866,
    database: str | None = None,
    anew: bool = False,
    seats: int = 0,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the built course and a workshop until Ctrl-C or SIGTERM; then this process ends.

    A workshop that was not ended goes on with every confirmed vote and at the same port, unless `anew`: then it is
    deleted. A new one follows the agenda with the id `agenda` and has so many `seats` with printed codes (0: whoever
    comes joins). `database` is an address for SQLAlchemy.

    Raises:
        BadFileError: if the manifest or an agenda is missing or damaged.
        SetupError: if there is no such agenda, the database cannot be used, or the course cannot listen here.
    """
    root = Path(root).resolve()
    agendas = of_course()
    if agenda not in agendas.ready:
        raise SetupError(*de.no_agenda(agenda, list(agendas.ready)))
    if seats and not FEWEST <= seats <= MOST_SEATS:
        raise SetupError(*de.bad_seats(seats, FEWEST, MOST_SEATS))
    store, stored = _opened(database or f"sqlite:///{root / FILE}", anew)
    course = WorkshopVoila(
        site=site(manifest.read(root), root),
        say=say,
        ip=host,
        port=stored.port if stored else port,
        open_browser=False,
        root_dir=str(root / ".build"),
        config=settings(root),
        store=store,
        stored=stored,
        agendas=agendas,
        first_agenda=agenda,
        seats=seats,
    )
    course.initialize([])
    course.start()
    leave()


def _opened(url: str, anew: bool) -> tuple[Store, Stored | None]:
    """The database at `url`, and the workshop in it that goes on; if `anew`, it is deleted, whatever state it is in."""
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
        return Store(url), None
    if stored and anew:
        store.erase()
        return Store(url), None
    return store, stored


class WorkshopVoila(FairkiVoila):
    """Serves one course and one workshop; `stored` is the workshop that goes on, if there is one."""

    store: Store = given()
    stored: Stored | None = given(allow_none=True)
    agendas: Agendas = given()
    first_agenda: str = given()
    seats: int = given(0)

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """The workshop's addresses, the guides, and what the course has."""
        mine = handlers.routes(self.base_url) + guide_handlers.routes(self.base_url)
        return mine + super().init_handlers()

    def announce(self) -> None:
        """Open the room and say how to get in."""
        known = self.stored
        stored = replace(known, port=self.port) if known else begin(self._agenda(), self.port, self.seats)
        room, token = open_room(self.store, stored, report(self.log))
        sites = [f"http://{host}:{self.port}{self.base_url}" for host in addresses.reachable(self.ip)]
        join, *others = [f"{site}mitmachen" for site in sites]
        workshop = Workshop(room, self.agendas, join, self.base_url, self._over, others)
        workshop.publish(self.app.settings["assets"], self.app.settings["addresses"])
        self.app.settings["workshop"] = self.workshop = workshop
        if known:
            self.say(de.goes_on(day(known.day)))
            self.say(de.its_agenda(known.session.agenda["title"]))
            if known.port != self.port:
                self.say(de.OTHER_PORT)
            if self.seats:
                self.say(de.SEATS_STAY)
        code = room.record.session.code
        self.say(de.join(workshop.join, code))
        self.say(qr(f"{workshop.join}/{code}"))
        if others:
            self.say(de.SEVERAL_NETWORKS)
            for other in others:
                self.say(f"            {other}")
            self.say(de.CHOOSE_ADDRESS)
        if room.record.session.seats:
            self.say(de.SEATS)
        self.say(de.FOR_YOU_ALONE)
        self.say(f"{workshop.join.removesuffix('mitmachen')}leitung#{token}")
        super().announce()

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """The writer of the workshop, and what the course needs.

        A workshop that goes on has a room full of people: votes come first, the rest is prepared when asked for.
        """
        room = self.workshop.room
        return [room.write(), *([self.visits.sweep()] if self.stored else [room.warm_up(), *super().jobs()])]

    def stop(self) -> None:
        """End every kernel, and let go of the database."""
        super().stop()
        self.workshop.room.close()
        self.farewell()

    def farewell(self) -> None:
        """Say what becomes of a workshop that was not ended."""
        if not self.workshop.room.ended:
            self.say(de.NOT_ENDED)

    def _agenda(self) -> dict[str, Any]:
        return self.agendas.ready[self.first_agenda]

    def _over(self) -> None:
        self.say(de.ENDED)


def qr(address: str) -> str:
    """A QR code for the terminal, one line of blocks for two rows of points."""
    rows = [[bool(point) for point in row] for row in segno.make(address, micro=False).matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    # Light points are drawn: terminals are mostly dark, and cameras want a light margin.
    signs = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return "\n".join(
        "".join(signs[upper, lower] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
