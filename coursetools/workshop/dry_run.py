"""Dry run: everything about a workshop that can be checked the day before, in one list."""

import asyncio
import datetime as dt
import errno
import ipaddress
import logging
import queue
import shutil
import socket
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from threading import Event, Thread

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from coursetools import build, machine
from coursetools.serve.assets import Assets, publish
from coursetools.serve.capacity import MEMORY_PER_PAGE
from coursetools.serve.handlers import Static
from coursetools.serve.site import site
from coursetools.workshop import composed, guide, handlers
from coursetools.workshop.addresses import own, reachable
from coursetools.workshop.de import dry_run as de
from coursetools.workshop.de.terminal import no_agenda
from coursetools.workshop.kept_rooms import FILE
from coursetools.workshop.page_files import PageFiles
from coursetools.workshop.record import check
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.rooms import Rooms
from coursetools.workshop.server import qr
from coursetools.workshop.store import Store
from coursetools.workshop.workshop import Agendas, Workshop, of_course, report
from fairki import manifest
from fairki.documents.word_file import word
from fairki.errors import FairkiError
from fairki.speech import day

DISK = 200 << 20  # bytes; votes of a day take a few, the rest is for logs and the pages' kernels
PAGES_AT_ONCE = 10
"""Course pages that a workshop needs open at once; phones need none."""
PATIENCE = 5  # seconds for an answer over the network
FOR_A_PHONE = 120  # seconds in which somebody can open the page with a phone


@dataclass(frozen=True)
class Finding:
    """One line of the list: whether it is `good`, `what` was found, and what to do if it is not."""

    good: bool
    what: str
    remedy: str = ""


def run(
    root: Path,
    agenda_id: str,
    host: str = "0.0.0.0",
    port: int = 8866,
    database: str | None = None,
    say: Callable[[str], None] = print,
    wait: float | None = None,
) -> bool:
    """Check everything, and say it in German; arguments as for ``server.run``. Returns whether all is good.

    A phone has `wait` seconds to open the page: by default FOR_A_PHONE, and none where nobody looks at a terminal.
    """
    if wait is None:
        wait = FOR_A_PHONE if sys.stdout.isatty() else 0
    root = Path(root).resolve()
    findings = []
    for finding in chain(
        course(root),
        files(agenda_id),
        [storage(root, database), space(root), memory()],
        network(host, port, wait, say),
    ):
        findings.append(finding)
        say(f"{'✓' if finding.good else '✗'} {finding.what}")
        if not finding.good:
            say(f"    → {finding.remedy}")
    for line in de.PROJECTOR:
        say(line)
    wrong = sum(not finding.good for finding in findings)
    if wrong:
        say(de.left(wrong))
    else:
        say(de.READY if wait else de.READY_BUT_PHONE)
    return not wrong


def course(root: Path) -> Iterator[Finding]:
    """Whether the course in `root` is built, and all that it shows is there."""
    try:
        shown = site(manifest.read(root), root)
        stale = [stage.title for stage in build.STAGES if stage.stale(root)]
    except FairkiError as error:
        yield Finding(False, error.happened, error.remedy)
        return
    yield Finding(
        not stale,
        de.BUILT if not stale else de.stale(stale),
        de.BUILD,
    )
    needed = [page.notebook for page in shown.pages.values()]
    needed += [*shown.downloads.values(), *shown.datasheets.values()]
    missing = [path.name for path in needed if not path.is_file()]
    yield Finding(
        not missing,
        de.all_there(len(needed)) if not missing else de.missing(missing),
        de.BUILD,
    )


def files(agenda_id: str) -> Iterator[Finding]:
    """Whether the agendas and the guides can be made."""
    try:
        ready = of_course().ready
        for one in ready.values():
            check(begin(one, 0).session)
        if agenda_id not in ready:
            yield Finding(False, *no_agenda(agenda_id, list(ready)))
        else:
            yield Finding(True, de.agenda_loads(ready[agenda_id]["title"]))
        today = dt.date.today()
        papers = [guide.guide(module.id, today) for module in manifest.read().modules]
        papers += [guide.run_sheet(one, today) for one in composed.ready().values()]
        for paper in papers:
            word(paper)
        yield Finding(True, de.papers(len(papers)))
    except FairkiError as error:
        yield Finding(False, error.happened, error.remedy)


def storage(root: Path, database: str | None = None) -> Finding:
    """Whether votes can be kept; what is made for the check goes again."""
    url = database or f"sqlite:///{root / FILE}"
    before = (root / FILE).parent.exists()
    try:
        store = Store(url)
        try:
            stored = store.load()
        finally:
            store.close()
        if stored is None:
            store = Store(url)
            store.erase()
            if database is None and not before:
                with suppress(OSError):
                    (root / FILE).parent.rmdir()
    except FairkiError as error:
        where = (root / FILE).parent if database is None else "--datenbank"  # may hold a password
        return Finding(False, f"{error.happened} ({where})", error.remedy)
    if stored:
        return Finding(
            True,
            de.not_ended(day(stored.day)),
        )
    return Finding(True, de.CAN_BE_KEPT)


def space(root: Path) -> Finding:
    """Whether there is room on the disk."""
    free = shutil.disk_usage(root).free
    return Finding(
        free >= DISK,
        de.free(free >> 20),
        de.make_room(DISK >> 20),
    )


def memory() -> Finding:
    """Whether there is memory for some pages of the course at once."""
    free = machine.free_memory()
    if free is None:
        return Finding(True, de.MEMORY_UNKNOWN)
    pages = free // MEMORY_PER_PAGE
    return Finding(
        pages >= PAGES_AT_ONCE,
        de.memory(pages),
        de.close_others(PAGES_AT_ONCE),
    )


def network(host: str, port: int, wait: float = 0, say: Callable[[str], None] = print) -> Iterator[Finding]:
    """Whether the port is free, this machine has addresses in a network, the phone page answers, and a phone came."""
    try:
        sockets = bind_sockets(port, host)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            yield Finding(
                False,
                *de.port_taken(port),
            )
        else:
            yield Finding(
                False,
                *de.cannot_listen(host, port),
            )
        return
    port = sockets[0].getsockname()[1]
    yield Finding(True, de.port_free(port))
    addresses = [one for one in reachable(host) if not _is_local(one)]
    if not addresses:
        for one in sockets:
            one.close()
        yield Finding(
            False,
            *de.NO_NETWORK,
        )
        return
    if len(addresses) == 1:
        yield Finding(True, de.one_address(addresses[0]))
    else:
        yield Finding(
            True,
            de.addresses(addresses),
        )
    with _served(sockets) as (code, came):
        for address in addresses:
            good = _answers(f"http://{address}:{port}/mitmachen/{code}")
            yield Finding(
                good,
                de.page_answers(f"{address}:{port}", good),
                de.FIREWALL,
            )
        if wait:
            yield _phone([f"{address}:{port}" for address in addresses], code, came, wait, say)


def _phone(
    places: list[str], code: str, came: "queue.Queue[str]", wait: float, say: Callable[[str], None]
) -> Finding:
    """Whether somebody opens the page from another device; says where it is."""
    say(de.OPEN_NOW)
    say(qr(f"http://{places[0]}/mitmachen/{code}"))
    for place in places:
        say(f"    http://{place}/mitmachen/{code}")
    say(de.waits(round(wait)))
    try:
        place = came.get(timeout=wait)
    except (queue.Empty, KeyboardInterrupt):
        return Finding(
            False,
            *de.NO_PHONE,
        )
    return Finding(True, de.phone_came(place, place == places[0]))


def _is_local(address: str) -> bool:
    try:
        return ipaddress.ip_address(socket.gethostbyname(address.strip("[]"))).is_loopback
    except OSError:  # also for an address in the newer form, which is none of this machine alone
        return ":" not in address or address == "[::1]"


def _answers(page: str) -> bool:
    # Straight there, as a phone goes; a proxy of this machine would not know the address.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(page, timeout=PATIENCE) as answer:
            return answer.status == 200 and b"<html" in answer.read()
    except (OSError, urllib.error.URLError):
        return False


@contextmanager
def _served(sockets: list[socket.socket]) -> Iterator[tuple[str, "queue.Queue[str]"]]:
    """A workshop of its own behind the sockets, for a moment.

    Gives its code, and where other devices opened its page: each as the address that they used, with the port.
    """
    mine = own()
    came: queue.Queue[str] = queue.Queue()

    def note(handler: RequestHandler) -> None:
        asked = handler.request
        if asked.path.startswith("/mitmachen/") and (asked.remote_ip or "").partition("%")[0] not in mine:
            came.put(asked.host)

    with tempfile.TemporaryDirectory(prefix="fairki-probelauf-") as folder:
        store = Store(f"sqlite:///{Path(folder) / 'workshop.db'}")
        room, _ = open_room(store, begin(_EMPTY, 0), report(logging.getLogger(__name__)))
        assets = Assets("/")
        workshop = Workshop(room, Agendas({}, lambda units: _EMPTY), "", "/", lambda: None)
        pages = PageFiles(assets, addresses := publish(assets))
        started, loop = Event(), asyncio.new_event_loop()
        over = asyncio.Event()

        async def serve() -> None:
            application = Application(
                [*handlers.routes("/"), (r"/static/([0-9a-f]{16}/[\w.-]+)", Static)],
                workshops=Rooms([workshop]),
                workshop_pages=pages,
                assets=assets,
                addresses=addresses,
                log_function=note,
            )
            server = HTTPServer(application)
            server.add_sockets(sockets)
            writer = asyncio.create_task(room.write())
            started.set()
            await over.wait()
            server.stop()
            await server.close_all_connections()
            writer.cancel()

        thread = Thread(target=lambda: loop.run_until_complete(serve()))
        thread.start()
        started.wait(PATIENCE)
        try:
            yield room.record.session.code, came
        finally:
            loop.call_soon_threadsafe(over.set)
            thread.join(PATIENCE)
            loop.close()
            room.close()


_EMPTY = {"id": "probelauf", "title": de.TITLE, "minutes": 0, "steps": []}
