"""Open pages and their kernels: prepared ahead, given out when a page connects, ended as soon as nobody needs them."""

import asyncio
import gzip
import hashlib
import math
import os
import time
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from coursetools import notebooks
from coursetools.kernels.spec import NAME
from coursetools.serve.rendering import DIGEST, Renderer
from coursetools.serve.site import Page
from coursetools.serve.tracebacks import plain
from coursetools.serve.turns import Turns

# Seconds until a kernel is ended that nobody uses: connection lost before the page asked anything (robots, previews;
# such a page takes any kernel when it comes back), connection lost later (a phone in the pocket comes back),
# connected but untouched (a forgotten tab), in reserve for a page that nobody opens (the next visitor gets the page
# as quickly, its kernel half a second later).
UNUSED, LOST, UNTOUCHED, IN_RESERVE = 60, 10 * 60, 4 * 60 * 60, 30 * 60
SWEEP = 15

# Why a connection is closed; fairki/web/transport_kernel.js knows the same numbers.
GONE, LOAD_AGAIN, FULL, RESTARTS = 4404, 4409, 4503, 4012

SHARE = 3  # of four places that there are, so many may belong to one address


class Socket(Protocol):
    """A page's connection; `left`: whether it has ended."""

    left: bool

    def close(self, code: int) -> None:
        """End it and tell the page why."""


class PageFailed(Exception):
    """The notebook of a page cannot be run to its end; the log has the reason."""


class TooManyPages(Exception):
    """More pages are open than this machine can carry."""


class InVain(Exception):
    """A page cannot have a kernel; `code` says why."""

    def __init__(self, code: int):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Ticket:
    """What a page shows when it connects.

    Attributes:
        visit: the number that the page gave itself when it was loaded.
        page: what it is.
        shown: digest of what it shows.
        unused: whether it has never asked a kernel anything, so that any that fits will do.
        who: from where; an address, or the page itself where addresses say nothing.
    """

    visit: str
    page: Page
    shown: str
    unused: bool
    who: str


@dataclass
class Visit:
    """One kernel, from the start of its preparation to its end; without a `ticket` it waits in reserve.

    `weight`: how many pages whoever waits for it had before; a reserve comes last.
    """

    page: Page
    preparation: "asyncio.Task[Rendered]" = field(init=False)
    ticket: Ticket | None = None
    socket: Socket | None = None
    used: bool = False
    weight: float = math.inf
    since: float = field(default_factory=time.monotonic)
    kernel_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def overdue(self, now: float) -> bool:
        """Whether nobody needs this kernel any more."""
        if self.ticket is None:
            patience = IN_RESERVE
        elif self.socket is not None:
            patience = UNTOUCHED
        else:
            patience = LOST if self.used else UNUSED
        return now - self.since > patience


@dataclass(frozen=True)
class Rendered:
    """A finished page; `digest` names what it shows."""

    html: str
    digest: str

    @cached_property
    def packed(self) -> bytes:
        """The page, compressed at the first use."""
        return gzip.compress(self.html.encode())


class Visits:
    """Hands out pages, and a kernel to each page that connects.

    A page is shown as it was rendered last and costs nothing but its bytes. When it connects, it gets the kernel that
    waits in reserve, its notebook already executed, or one that starts now: its learner can read and begin, and its
    messages wait. Should that kernel come to another page than the one shown (a lesson that is not reproducible), the
    browser is told to load the page again, and the kernel waits for it.

    `room` says whether the machine can carry one more kernel beside as many as there are.
    """

    def __init__(
        self,
        kernels: Any,
        renderer: Renderer,
        environment: dict[str, str],
        room: Callable[[int], bool],
        log: Any,
    ):
        self.kernels, self.renderer, self.log = kernels, renderer, log
        self.environment, self.room = environment, room
        self.visits: dict[str, Visit] = {}  # by kernel
        self.guests: dict[str, Visit] = {}  # by the number that a page gave itself
        self.reserve: dict[str, Visit] = {}  # by the path of the page
        self.latest: dict[str, Rendered] = {}
        self.endings: set[asyncio.Task[None]] = set()  # asyncio itself does not hold on to tasks
        self.turns = Turns(os.cpu_count() or 1)
        self.giving = asyncio.Lock()

    async def prepare_all(self, pages: list[Page], done: Callable[[Page, bool], None]) -> None:
        """Put one kernel per page in reserve, as far as there is room; calls `done(page, successful)` after each."""

        async def prepare(page: Page) -> None:
            visit = self._fill(page)
            if visit is None:
                return
            await asyncio.wait([visit.preparation])
            done(page, not visit.preparation.cancelled() and visit.preparation.exception() is None)

        await asyncio.gather(*map(prepare, pages))

    async def open(self, page: Page) -> Rendered:
        """`page` for a new visitor. It gets no kernel before it connects.

        Raises:
            PageFailed: if the notebook cannot be run.
            TooManyPages: if a kernel could not be had.
        """
        if page.path not in self.reserve and not self.has_room():
            raise TooManyPages
        if page.path not in self.latest:
            async with self.giving:
                await self._make_room()
                visit = self._fill(page)
            if visit is None:
                raise TooManyPages
            await asyncio.wait([visit.preparation])
            if visit.preparation.cancelled():  # somebody needed its place
                raise TooManyPages
            return visit.preparation.result()
        return self.latest[page.path]

    async def join(self, ticket: Ticket, socket: Socket) -> str:
        """Connect a page with its kernel once that has run its notebook; returns the kernel's id.

        A page has one connection: an earlier one is closed.

        Raises:
            InVain: if there is no kernel for it.
        """
        async with self.giving:
            if socket.left:
                raise InVain(GONE)
            visit = self.guests.get(ticket.visit) or await self._give(ticket)
            if socket.left:
                if visit.socket is None and not visit.used:
                    await self._end(visit)
                raise InVain(GONE)
            if visit.socket is not None:
                visit.socket.close(GONE)
            visit.socket = socket
        await asyncio.wait([visit.preparation])
        if visit.socket is not socket:
            raise InVain(GONE)
        if self.guests.get(ticket.visit) is not visit:
            raise InVain(LOAD_AGAIN)
        if visit.preparation.result().digest != ticket.shown:
            del self.guests[ticket.visit]
            await self._keep(visit)
            raise InVain(LOAD_AGAIN)
        self._fill(ticket.page)
        return visit.kernel_id

    def part(self, number: str, socket: Socket) -> None:
        """Note that the page's connection ended."""
        visit = self.guests.get(number)
        if visit and visit.socket is socket:
            visit.socket, visit.since = None, time.monotonic()
            if not visit.preparation.done():  # it has seen nothing of this kernel
                self._later(self.end(number))

    def touch(self, number: str) -> None:
        """Note that the page is in use."""
        if visit := self.guests.get(number):
            visit.used, visit.since = True, time.monotonic()

    async def end(self, number: str) -> None:
        """End the kernel of the page that gave itself this number, and tell it if it is still there."""
        if visit := self.guests.get(number):
            await self._end(visit)

    async def _end(self, visit: Visit) -> None:
        self._forget(visit)
        if visit.socket is not None:
            visit.socket.close(GONE)
        await self._stop(visit)

    def _forget(self, visit: Visit) -> None:
        self.visits.pop(visit.kernel_id, None)
        if visit.ticket and self.guests.get(visit.ticket.visit) is visit:
            del self.guests[visit.ticket.visit]
        if self.reserve.get(visit.page.path) is visit:
            del self.reserve[visit.page.path]

    async def _give(self, ticket: Ticket) -> Visit:
        """A kernel for a page that comes for the first time."""
        page = ticket.page
        if not ticket.unused:
            raise InVain(GONE)
        held = sum(one.ticket is not None and one.ticket.who == ticket.who for one in self.guests.values())
        if not self.room(held * 4 // SHARE):
            raise InVain(FULL)
        visit = self.reserve.pop(page.path, None)
        if visit and not await self._lives(visit):
            await self._end(visit)
            visit = None
        if visit and visit.preparation.done() and visit.preparation.result().digest != ticket.shown:
            await self._keep(visit)
            raise InVain(LOAD_AGAIN)
        if visit is None:
            await self._make_room()
            if not self.room(len(self.visits)):
                raise InVain(FULL)
            visit = self._start(page)
        visit.ticket, visit.weight, visit.since = ticket, held, time.monotonic()
        self.guests[ticket.visit] = visit
        return visit

    async def _keep(self, visit: Visit) -> None:
        """Put a kernel (back) in reserve, if none is there; what fits the reserve is shown from now on."""
        visit.ticket = visit.socket = None
        visit.since = time.monotonic()
        if visit.used:  # it knows what somebody said, and nobody else may get that
            await self._end(visit)
            return
        reserve = self.reserve.setdefault(visit.page.path, visit)
        if reserve is not visit:
            await self._end(visit)
        if reserve.preparation.done() and not reserve.preparation.cancelled():
            self.latest[visit.page.path] = reserve.preparation.result()

    def _fill(self, page: Page) -> Visit | None:
        """The kernel in reserve for `page`; None if there is no room for one."""
        if page.path not in self.reserve and self.room(len(self.visits)):
            self.reserve[page.path] = self._start(page)
        return self.reserve.get(page.path)

    def _dispensable(self) -> list[Visit]:
        """Kernels that have to go when somebody needs one: in reserve, and of pages that went unused."""
        unused = [one for one in self.guests.values() if one.socket is None and not one.used]
        return [*unused, *self.reserve.values()]

    def has_room(self) -> bool:
        """Whether there is a place for somebody who comes now."""
        return self.room(len(self.visits) - len(self._dispensable()))

    async def _make_room(self) -> None:
        while not self.room(len(self.visits)) and (dispensable := self._dispensable()):
            await self._end(dispensable[0])

    async def end_all(self) -> None:
        """End every kernel. The pages are not told: they try to connect until the course is there again."""
        visits = list(self.visits.values())
        for known in (self.visits, self.guests, self.reserve):
            known.clear()
        await asyncio.gather(*map(self._stop, visits))

    async def sweep(self) -> None:
        """End, again and again, the kernels that nobody needs any more."""
        while True:
            await asyncio.sleep(SWEEP)
            now = time.monotonic()
            for visit in list(self.visits.values()):
                if visit.overdue(now):
                    await self._end(visit)

    async def _lives(self, visit: Visit) -> bool:
        alive = not visit.preparation.done() or await self.kernels.get_kernel(visit.kernel_id).is_alive()
        return alive and visit.kernel_id in self.visits

    def _start(self, page: Page) -> Visit:
        visit = Visit(page)
        self.visits[visit.kernel_id] = visit
        visit.preparation = asyncio.create_task(self._prepare(visit))
        # A failure is reported to whoever asks for the page; asyncio need not report it as well.
        visit.preparation.add_done_callback(lambda task: task.cancelled() or task.exception())
        return visit

    async def _prepare(self, visit: Visit) -> Rendered:
        page = visit.page
        async with self.turns.turn(lambda: visit.weight):
            try:
                html = await self._render(visit)
            except Exception as error:
                expected = isinstance(error, CellExecutionError | CellTimeoutError | DeadKernelError)
                self.log.error("%s: %s", page.path, plain(str(error)), exc_info=not expected)
                self._forget(visit)
                self.latest.pop(page.path, None)
                await self._shut_down(visit.kernel_id)
                raise PageFailed(page.path) from error
        digest = hashlib.sha256(html.encode()).hexdigest()[: len(DIGEST)]
        latest = self.latest.get(page.path)
        if latest is None or latest.digest != digest:
            self.latest[page.path] = latest = Rendered(html.replace(DIGEST, digest), digest)
        return latest

    async def _render(self, visit: Visit) -> str:
        kernel_id, page = visit.kernel_id, visit.page
        await self.kernels.start_kernel(kernel_id=kernel_id, kernel_name=NAME, path="", env=self.environment)
        self.kernels.add_restart_callback(kernel_id, lambda: self._died(visit), "dead")
        notebook = notebooks.load(page.notebook)
        executed = await self.renderer.execute(notebook, self.kernels.get_kernel(kernel_id))
        return await self.renderer.page(executed, page.title, page.path)

    def _died(self, visit: Visit) -> None:
        if visit.preparation.done():  # before, the preparation itself takes note
            self._later(self._end(visit))

    def _later(self, ending: Coroutine[Any, Any, None]) -> None:
        self.endings.add(task := asyncio.ensure_future(ending))
        task.add_done_callback(self.endings.discard)

    async def _stop(self, visit: Visit) -> None:
        visit.preparation.cancel()
        await asyncio.wait([visit.preparation])
        await self._shut_down(visit.kernel_id)

    async def _shut_down(self, kernel_id: str) -> None:
        if kernel_id in self.kernels:
            await self.kernels.shutdown_kernel(kernel_id, now=True)
