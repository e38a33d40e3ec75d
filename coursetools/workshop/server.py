"""The public server with workshops: the pages of the course, and rooms to vote in."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import segno

from coursetools.serve import de as course_de
from coursetools.serve.app import FairkiVoila, given, limited, settings
from coursetools.serve.ending import leave
from coursetools.serve.logs import USUAL, Logs
from coursetools.serve.metrics import Gauge
from coursetools.serve.public import Public
from coursetools.serve.site import site
from coursetools.web_names import readable
from coursetools.workshop import addresses, guide_handlers, handlers
from coursetools.workshop.de import terminal as de
from coursetools.workshop.kept_rooms import FILE, Kept, opened
from coursetools.workshop.page_files import PageFiles
from coursetools.workshop.replicas import Replica
from coursetools.workshop.room import Room, begin, open_room
from coursetools.workshop.rooms import Rooms
from coursetools.workshop.saving import Held
from coursetools.workshop.session import FEWEST
from coursetools.workshop.store import Stored, file_of
from coursetools.workshop.ways_in import WaysIn
from coursetools.workshop.workshop import Agendas, Workshop, of_course, report
from fairki import manifest
from fairki.errors import SetupError
from fairki.speech import day

MOST_SEATS = 300
VARIABLE = "FAIRKI_WORKSHOP"
"""Environment variable: the database."""
CALM = 20.0
"""Seconds after a restart in which a room full of people has the machine for itself."""


def run(
    root: Path,
    agenda: str,
    host: str = "0.0.0.0",
    port: int = 8866,
    database: str | None = None,
    anew: bool = False,
    seats: int = 0,
    rooms: int = 1,
    say: Callable[[str], None] = print,
    address: str = "",
    trusted: Sequence[str] = (),
    logs: Logs = USUAL,
    figures: str = "",
    ways_in: Path | None = None,
    pages_at_once: int = 0,
) -> None:
    """Serve the built course and a workshop until Ctrl-C or SIGTERM; then this process ends.

    A workshop that was not ended goes on with every confirmed vote and at the same port, unless `anew`: then it is
    deleted. A new one follows the agenda with the id `agenda` and has so many `seats` with printed codes (0: whoever
    comes joins). `database` is an address for SQLAlchemy; of several servers on one database server, one leads, and the
    others stand by (see ``replicas``). With several `rooms`, each is a workshop of its own.
    `address`, `trusted`: see ``Public.of``; `figures`: see ``metrics.place``; `pages_at_once`: as for the course.
    How to join and to lead is told to `say`, or stands in the file `ways_in`, which nobody else may read, where what is
    said is kept by others (see ``WaysIn``).

    Raises:
        BadFileError: if the manifest or an agenda is missing or damaged.
        SetupError: if there is no such agenda, the database cannot be used, the course cannot listen here, something
            in `address`, `trusted` or `figures` is none, or `ways_in` cannot be written or is another server's.
    """
    root = Path(root).resolve()
    agendas = of_course()
    if agenda not in agendas.ready:
        raise SetupError(*de.no_agenda(agenda, list(agendas.ready)))
    if seats and not FEWEST <= seats <= MOST_SEATS:
        raise SetupError(*de.bad_seats(seats, FEWEST, MOST_SEATS))
    public = Public.of(address, trusted)
    os.environ.pop(VARIABLE, None)  # kernels inherit the environment, and this may hold a password
    url = database or f"sqlite:///{root / FILE}"
    server = file_of(url) is None
    held = WaysIn(ways_in) if ways_in else None
    try:
        kept = opened(url, rooms, anew)
    except Held:
        if anew or not server:
            raise
        kept = []
    first = kept[0].stored if kept and not public.origin else None  # a proxy knows this server by its port
    course = WorkshopVoila(
        site=site(manifest.read(root), root),
        say=say,
        public=public,
        base_url=public.path,
        ip=host,
        port=first.port if first else port,
        open_browser=False,
        root_dir=str(root / ".build"),
        metrics_at=figures,
        logs=logs,
        config=settings(root, logs),
        kept=kept,
        database=url if server else "",
        rooms_wanted=rooms,
        agendas=agendas,
        first_agenda=agenda,
        seats=seats,
        ways_in=held,
        **limited(pages_at_once),
    )
    course.initialize([])
    course.start()
    leave()


class WorkshopVoila(FairkiVoila):
    """Serves one course and its workshops.

    `kept`: their databases, each with the workshop that goes on; none, if another server has them. `database`: the
    address of a database server that others may share, `rooms_wanted`: how many workshops are to be there. `ways_in`:
    where only those look who lead.
    """

    kept: list[Kept] = given()
    database: str = given("")
    rooms_wanted: int = given(1)
    agendas: Agendas = given()
    first_agenda: str = given()
    seats: int = given(0)
    ways_in: WaysIn | None = given(None)

    def init_settings(self) -> dict[str, Any]:
        """Those of the course; and all streams that are open."""
        inherited: dict[str, Any] = super().init_settings()
        return inherited | {"streams": set()}

    def init_handlers(self) -> list[tuple[Any, ...]]:
        """The workshops' addresses, the guides, and what the course has."""
        mine = handlers.routes(self.base_url) + guide_handlers.routes(self.base_url)
        return mine + super().init_handlers()

    def announce(self) -> None:
        """Open the rooms and say how to get in."""
        known = self.app.settings
        known["workshop_pages"] = PageFiles(known["assets"], known["addresses"])
        self.writers: list[asyncio.Task[None]] = []
        known["workshops"] = self.rooms = Rooms()
        self.replica = Replica(self.database, self.rooms_wanted, self._lead, self._leave, self.say)
        if self.kept:
            self.replica.rooms = self._lead(self.kept)
        else:
            self._stands(de.STANDS_BY)
        super().announce()

    def _lead(self, kept: list[Kept]) -> list[Room]:
        """Open the rooms of these databases."""
        hosts = [f"http://{host}:{self.port}" for host in addresses.reachable(self.ip)]
        sites = [site + self.base_url for site in ([self.public.origin] if self.public.origin else hosts)]
        try:
            opened = [self._open(one, sites) for one in kept]
        except BaseException:  # who holds the database and leads nothing keeps it from all others
            for one in kept:
                one.store.close()
            raise
        self.app.settings["workshops"] = self.rooms = Rooms([workshop for workshop, _ in opened])
        ways_in = []
        for number, ((workshop, token), one) in enumerate(zip(opened, kept, strict=True), 1):
            if len(opened) > 1:
                workshop.label = de.room(number)
                ways_in.append(f"──── {workshop.label} ────")
            ways_in += self._about(workshop, one.stored) + self._ways_in(workshop, token)
        found = [workshop.room for workshop in self.rooms.all]
        self.writers = [self.ioloop.asyncio_loop.create_task(room.write()) for room in found]
        self._tell(ways_in)
        return found

    def _leave(self) -> None:
        """Have no rooms any more; their writers end by themselves."""
        self.log.error("workshop: the session of the database was lost")
        self.app.settings["workshops"] = self.rooms = Rooms()
        self._stands(de.LOST)

    def _open(self, one: Kept, sites: list[str]) -> tuple[Workshop, str]:
        """A workshop, and a token for who leads it."""
        known = one.stored
        stored = replace(known, port=self.port) if known else begin(self._agenda(), self.port, self.seats)
        room, token = open_room(one.store, stored, report(self.log))
        join, *others = [f"{site}mitmachen" for site in sites]
        workshop = Workshop(room, self.agendas, join, self.base_url, self._over, others)
        return workshop, token

    def _about(self, workshop: Workshop, known: Stored | None) -> list[str]:
        """What became of a workshop that goes on."""
        if known is None:
            return []
        said = [de.goes_on(day(known.day)), de.its_agenda(known.session.agenda["title"])]
        if known.port != self.port and not self.public.origin:
            said.append(de.OTHER_PORT)
        return said + ([de.SEATS_STAY] if self.seats else [])

    def _ways_in(self, workshop: Workshop, token: str) -> list[str]:
        """How people join, and where to lead."""
        session = workshop.room.record.session
        said = [de.join(readable(workshop.join), session.code), qr(f"{workshop.join}/{session.code}")]
        if others := workshop.addresses[1:]:
            said += [de.SEVERAL_NETWORKS, *(f"            {other}" for other in others), de.CHOOSE_ADDRESS]
        if session.seats:
            said.append(de.SEATS)
        return [*said, de.FOR_YOU_ALONE, f"{workshop.join.removesuffix('mitmachen')}leitung#{token}"]

    def _tell(self, lines: list[str]) -> None:
        """Say this to whoever leads: here, or where nobody else reads it."""
        if self.ways_in is None:
            for line in lines:
                self.say(line)
            return
        if self._note(self.ways_in, "\n".join(lines)):
            self.say(de.ways_in(self.ways_in.file))

    def _stands(self, line: str) -> None:
        """Say how things stand, also to whoever looks for a way in where there is none."""
        self.say(line)
        if self.ways_in and all(workshop.room.ended for workshop in self.rooms.all):
            self._note(self.ways_in, line)

    def _note(self, file: WaysIn, text: str) -> bool:
        """Whether the file of the ways in says this now; a room goes on without it, too."""
        try:
            file.write(text)
        except SetupError as error:
            self.say(f"{error.happened} {error.remedy}")
            return False
        return True

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """What the workshops need beside their writers, and what the course needs.

        A workshop that goes on has a room full of people: votes come first, then the pages, one after another.
        """
        shared = [self.replica.keep()] if self.database else []
        if any(one.stored for one in self.kept):
            return [*shared, self._prepare_slowly(), self.visits.sweep()]
        warm = [self.rooms.first.room.warm_up()] if self.kept else []
        return [*shared, *warm, *super().jobs()]

    async def _prepare_slowly(self) -> None:
        self.visits.recall(list(self.site.pages.values()))
        await asyncio.sleep(CALM)
        for page in self.site.pages.values():
            await self.visits.prepare_all([page], self._prepared)

    async def say_goodbye(self) -> None:
        """Tell everybody in the rooms to wait, and keep what they have said."""
        for stream in tuple(self.app.settings["streams"]):
            stream.pause()
        await asyncio.gather(*(one.room.settle() for one in self.rooms.all))
        await super().say_goodbye()

    def gauges(self) -> list[Gauge]:
        """Those of the course, and of all rooms together."""
        rooms = [one.room for one in self.rooms.all if not one.room.ended]
        return [
            *super().gauges(),
            Gauge("workshop_rooms", course_de.METRICS_ROOMS, {(): len(rooms)}),
            Gauge("workshop_listening", course_de.METRICS_LISTENING, {(): len(self.app.settings["streams"])}),
            Gauge("workshop_trouble", course_de.METRICS_TROUBLE, {(): any(room.trouble for room in rooms)}),
        ]

    def stop(self) -> None:
        """End every kernel, and let go of the databases."""
        super().stop()
        for writer in self.writers:
            writer.cancel()
        for workshop in self.rooms.all:
            workshop.room.close()
        self.farewell()

    def farewell(self) -> None:
        """Say what becomes of a workshop that was not ended."""
        if not all(workshop.room.ended for workshop in self.rooms.all):
            self.say(de.NOT_ENDED)

    def _agenda(self) -> dict[str, Any]:
        return self.agendas.ready[self.first_agenda]

    def _over(self) -> None:
        self._stands(de.ENDED)


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
