"""The public server with a workshop: the pages of the course, and a room to vote in."""

import socket
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import segno
from traitlets import Any as AnyTrait

from coursetools.serve.app import FairkiVoila, settings
from coursetools.serve.site import site
from coursetools.workshop import guide_handlers, handlers
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.store import Store, Stored
from coursetools.workshop.workshop import Agendas, Workshop, of_course, report
from fairki import manifest
from fairki.documents.layout import day
from fairki.errors import SetupError

FILE = Path("workshop") / "workshop.db"
"""Where a workshop lives by default, below the folder of the course."""
EVERYWHERE = ("0.0.0.0", "::")


def run(
    root: Path,
    agenda: str,
    host: str = "0.0.0.0",
    port: int = 8866,
    database: str | None = None,
    anew: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Serve the built course and a workshop until Ctrl-C or SIGTERM.

    A workshop that was not ended goes on with every confirmed vote and at the same port, unless `anew`: then it is
    deleted. A new one follows the agenda with the id `agenda`. `database` is an address for SQLAlchemy.

    Raises:
        BadFileError: if the manifest or an agenda is missing or damaged.
        SetupError: if there is no such agenda, the database cannot be used, or the course cannot listen here.
    """
    root = Path(root).resolve()
    agendas = of_course()
    if agenda not in agendas.ready:
        raise SetupError(f"Den Ablauf „{agenda}“ gibt es nicht.", f"Es gibt: {', '.join(agendas.ready)}.")
    url = database or f"sqlite:///{root / FILE}"
    store = Store(url)
    stored = store.load()
    if stored and anew:
        store.erase()
        store, stored = Store(url), None
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
    )
    course.initialize([])
    course.start()


class WorkshopVoila(FairkiVoila):
    """Serves one course and one workshop; `stored` is the workshop that goes on, if there is one."""

    store: Store = AnyTrait()
    stored: Stored | None = AnyTrait(allow_none=True)
    agendas: Agendas = AnyTrait()
    first_agenda: str = AnyTrait()

    def init_handlers(self) -> list[tuple]:
        """The workshop's addresses, the guides, and what the course has."""
        mine = handlers.routes(self.base_url) + guide_handlers.routes(self.base_url)
        return mine + super().init_handlers()

    def announce(self) -> None:
        """Open the room and say how to get in."""
        known = self.stored
        stored = replace(known, port=self.port) if known else begin(self._agenda(), self.port)
        room, token = open_room(self.store, stored, report(self.log))
        site_address = f"http://{own_address(self.ip)}:{self.port}{self.base_url}"
        workshop = Workshop(room, self.agendas, f"{site_address}mitmachen", self.base_url, self._over)
        workshop.publish(self.app.settings["assets"], self.app.settings["addresses"])
        self.app.settings["workshop"] = self.workshop = workshop
        if known:
            self.say(f"Der Workshop vom {day(known.day)} geht weiter, mit allen bestätigten Stimmen.")
            self.say(f"Sein Ablauf: {known.session.agenda['title']}. Mit --neu beginnt ein neuer Workshop.")
            if known.port != self.port:
                self.say("Sein Anschluss ist ein anderer als zuvor. Bitte treten alle noch einmal bei.")
        code = room.record.session.code
        self.say(f"Mitmachen:  {workshop.join}   Code: {code}")
        self.say(qr(f"{workshop.join}/{code}"))
        self.say("Nur für Sie, die Leitung (nicht zeigen, nicht weitergeben):")
        self.say(f"{site_address}leitung#{token}")
        super().announce()

    def jobs(self) -> list[Coroutine]:
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
            self.say(
                "Der Workshop ist noch nicht beendet, seine Stimmen sind gespeichert. Derselbe Befehl setzt ihn fort. "
                "Mit --neu wird er gelöscht, und ein neuer beginnt."
            )

    def _agenda(self) -> dict[str, Any]:
        return self.agendas.ready[self.first_agenda]

    def _over(self) -> None:
        self.say("Der Workshop ist beendet. Alles ist gelöscht. Die Seiten des Kurses laufen weiter.")


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


def own_address(ip: str) -> str:
    """How other devices in the network reach this machine."""
    if ip not in EVERYWHERE:
        return f"[{ip}]" if ":" in ip else ip
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; only asks which way it would go
            return probe.getsockname()[0]
        except OSError:
            return socket.gethostname()
