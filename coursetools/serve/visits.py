"""Open pages and their kernels: prepared ahead, given out when a page connects, ended as soon as nobody needs them."""

import asyncio
import hashlib
import math
import time
import uuid
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from coursetools import machine, notebooks
from coursetools.kernels.spec import NAME
from coursetools.serve.demand import Demand
from coursetools.serve.drawn import Drawn
from coursetools.serve.rendering import DIGEST, Renderer
from coursetools.serve.site import Page
from coursetools.serve.tickets import (
    FULL,
    GONE,
    LOAD_AGAIN,
    InVain,
    PageFailed,
    Rendered,
    Socket,
    Ticket,
    TooManyPages,
)
from coursetools.serve.tracebacks import plain
from coursetools.serve.turns import Turns

# Seconds until a kernel is ended that nobody uses: connection lost before the page asked anything (robots, previews;
# such a page takes any kernel when it comes back), connection lost later (a phone in the pocket comes back),
# connected but untouched (a forgotten tab: it says again what it said when it is touched, and so has the same kernel),
# in reserve for readers who answer nothing (the next one gets the page as quickly, its kernel half a second later).
UNUSED, LOST, UNTOUCHED, IN_RESERVE = 60, 10 * 60, 10 * 60, 10 * 60
IDLE = 60  # seconds untouched, after which a page gives its kernel to somebody who finds none
SWEEP = 15
STARTED = 60  # until a kernel must run, on a busy machine as well
AGAIN = 1  # until a page is drawn for which there was no place

SHARE = 3  # of four places that there are, so many may belong to one address
WAITING = 2  # one of so many places may be taken by kernels that wait for readers


@dataclass
class Visit:
    """One kernel, from the start of its preparation to its end; without a `ticket` it waits in reserve.

    `weight`: how many pages whoever waits for it had before; a reserve comes last. `used`: whether it was told
    anything; `busy`: whether it works on that.
    """

    page: Page
    preparation: "asyncio.Task[Rendered]" = field(init=False)
    ticket: Ticket | None = None
    socket: Socket | None = None
    used: bool = False
    busy: bool = False
    weight: float = math.inf
    since: float = field(default_factory=time.monotonic)
    kernel_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def overdue(self, now: float) -> bool:
        """Whether nobody needs this kernel any more."""
        if not self.preparation.done():
            return False  # somebody waits for it; who goes meanwhile ends it
        if self.ticket is None:
            patience = IN_RESERVE
        elif self.socket is not None:
            patience = UNTOUCHED
        else:
            patience = LOST if self.used else UNUSED
        return now - self.since > patience


class Visits:
    """Hands out pages, and a kernel to each page that connects.

    A page is shown as it was rendered last (``drawn``: also by an earlier process) and costs nothing but its bytes. It
    connects when it has something to say. Then it gets a kernel that waits in reserve for readers like this one, its
    notebook already executed, or one that starts now: its learner can read and begin, and its messages wait. Should
    that kernel come to another page than the one shown (a lesson that is not reproducible), the browser is told to
    load the page again, and the kernel waits for it.

    `room` says whether the machine can carry one more kernel beside as many as there are.
    """

    def __init__(
        self,
        kernels: Any,
        renderer: Renderer,
        environment: dict[str, str],
        room: Callable[[int], bool],
        log: Any,
        drawn: Drawn | None = None,
    ):
        self.kernels, self.renderer, self.log = kernels, renderer, log
        self.environment, self.room, self.drawn = environment, room, drawn
        self.visits: dict[str, Visit] = {}  # by kernel
        self.guests: dict[str, Visit] = {}  # by the number that a page gave itself
        self.reserve: dict[str, list[Visit]] = {}  # by the path of the page
        self.demand = Demand()
        self.latest: dict[str, Rendered] = {}
        self.endings: set[asyncio.Task[None]] = set()  # asyncio itself does not hold on to tasks
        self.turns = Turns(machine.processors())
        self.giving = asyncio.Lock()

    async def prepare_all(self, pages: list[Page], done: Callable[[Page, bool], None]) -> None:
        """Draw each page that is not yet drawn; calls `done(page, successful)` after each. No kernel stays."""
        todo = deque(pages)

        async def work() -> None:
            while todo:  # all workers share it
                page = todo.popleft()
                if not await self._drawn(page, done):
                    todo.append(page)

        await asyncio.gather(*(work() for _ in range(machine.processors())))

    def recall(self, pages: list[Page]) -> None:
        """Show again at once what was drawn before."""
        for page in pages:
            self._known(page)

    async def _drawn(self, page: Page, done: Callable[[Page, bool], None]) -> bool:
        """Draw a page; whether nothing remains to be done for it. Others come first, if there was no place."""
        if not self._known(page):
            async with self.giving:
                await self._make_room()
                visit = self._start(page) if self.room(len(self.visits)) else None
                if visit:
                    self.reserve.setdefault(page.path, []).append(visit)
            if visit is None:
                await asyncio.sleep(AGAIN)
                return False
            await asyncio.wait([visit.preparation])
            if visit.preparation.cancelled():  # a visitor needed its place
                await asyncio.sleep(AGAIN)
                return False
            if failure := visit.preparation.exception():
                done(page, False)
                if isinstance(failure.__cause__, CellExecutionError):
                    return True
                await asyncio.sleep(SWEEP)  # there may be more memory then
                return False
            if visit.ticket is None and not self.demand.readers(page.path):
                await self._end(visit)
        done(page, True)
        return True

    def _known(self, page: Page) -> bool:
        """Whether the page is drawn, now or earlier."""
        if page.path not in self.latest and self.drawn and (kept := self.drawn.load(page)):
            self.latest[page.path] = Rendered(*kept)
        return page.path in self.latest

    async def open(self, page: Page) -> Rendered:
        """`page` for a new visitor. It gets no kernel before it connects, but one may wait for it.

        Raises:
            PageFailed: if the notebook cannot be run.
            TooManyPages: if the page is not drawn yet, and a kernel could not be had.
        """
        self.demand.seen(page.path)
        if self._known(page):
            self._fill(page)
            return self.latest[page.path]
        async with self.giving:
            waiting = self.reserve.setdefault(page.path, [])
            if not waiting:
                await self._make_room()
                if not self.room(len(self.visits)):
                    raise TooManyPages
                waiting.append(self._start(page))
            visit = waiting[0]
        await asyncio.wait([visit.preparation])
        if visit.preparation.cancelled():  # somebody needed its place
            raise TooManyPages
        return visit.preparation.result()

    async def join(self, ticket: Ticket, socket: Socket) -> str:
        """Connect a page with its kernel once that has run its notebook; returns the kernel's id.

        A page has one connection: an earlier one is closed.

        Raises:
            InVain: if there is no kernel for it.
        """
        async with self.giving:
            if socket.left:
                raise InVain(GONE)
            visit, comes = self.guests.get(ticket.visit), False
            if visit is None:
                visit, comes = await self._give(ticket), True
                self.demand.answered(ticket.page.path)
            if socket.left:
                if visit.socket is None and not visit.used:
                    await self._end(visit)
                raise InVain(GONE)
            if visit.socket is not None:
                visit.socket.close(GONE)
            visit.socket = socket
        await asyncio.wait([visit.preparation])
        visit.since = time.monotonic()  # its page had to wait; now it may speak
        if visit.socket is not socket:
            raise InVain(GONE)
        if self.guests.get(ticket.visit) is not visit:  # it failed, or there was no memory left
            raise InVain(FULL if ticket.page.path in self.latest else LOAD_AGAIN)
        if visit.preparation.result().digest != ticket.shown:
            del self.guests[ticket.visit]
            await self._keep(visit)
            raise InVain(LOAD_AGAIN)
        if comes:
            self._fill(ticket.page)
        return visit.kernel_id

    def part(self, number: str, socket: Socket) -> None:
        """Note that the page's connection ended."""
        visit = self.guests.get(number)
        if visit and visit.socket is socket:
            visit.socket, visit.since = None, time.monotonic()
            visit.busy = False  # nobody hears when it is done
            if not visit.preparation.done():  # it has seen nothing of this kernel
                self._later(self.end(number))

    def touch(self, number: str) -> None:
        """Note that the page is in use."""
        if visit := self.guests.get(number):
            visit.used, visit.since = True, time.monotonic()

    def heard(self, number: str, busy: bool) -> None:
        """Note that the page's kernel begins with something, or is done with it."""
        if visit := self.guests.get(number):
            visit.busy, visit.since = busy, time.monotonic()

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
        if visit in (waiting := self.reserve.get(visit.page.path, [])):
            waiting.remove(visit)

    async def _give(self, ticket: Ticket) -> Visit:
        """A kernel for a page that comes for the first time."""
        page = ticket.page
        if not ticket.unused:
            raise InVain(GONE)
        held = await self._held(ticket.who)
        visit = self._waiting(ticket)
        while visit and not await self._lives(visit):
            await self._end(visit)
            visit = self._waiting(ticket)
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

    async def _held(self, who: str) -> int:
        """How many pages somebody has, and may have one more; their idle ones give way."""
        while True:
            theirs = [one for one in self.guests.values() if one.ticket and one.ticket.who == who]
            if self.room(len(theirs) * 4 // SHARE):
                return len(theirs)
            idle = [one for one in self._idle() if one in theirs]
            if not idle:
                raise InVain(FULL)
            await self._end(idle[0])

    def _waiting(self, ticket: Ticket) -> Visit | None:
        """The kernel in reserve that suits a page best: one that fits what it shows, or one that may."""

        def suits(visit: Visit) -> int:
            ready = visit.preparation.done() and not visit.preparation.cancelled()
            return (0 if visit.preparation.result().digest == ticket.shown else 2) if ready else 1

        waiting = self.reserve.get(ticket.page.path)
        if not waiting:
            return None
        waiting.remove(visit := min(waiting, key=suits))
        return visit

    async def _keep(self, visit: Visit) -> None:
        """Put a kernel (back) in reserve; what fits it is shown from now on."""
        visit.ticket = visit.socket = None
        visit.since = time.monotonic()
        if visit.used:  # it knows what somebody said, and nobody else may get that
            await self._end(visit)
            return
        self.reserve.setdefault(visit.page.path, []).insert(0, visit)
        self.latest[visit.page.path] = visit.preparation.result()

    def _fill(self, page: Page) -> None:
        """Let kernels wait for the readers of `page`, as far as there is room."""
        waiting = self.reserve.setdefault(page.path, [])
        while len(waiting) < self.demand.readers(page.path) and self._may_wait():
            waiting.append(self._start(page))

    def _may_wait(self) -> bool:
        return self.room(len(self.visits)) and self.room(WAITING * sum(map(len, self.reserve.values())))

    def _dispensable(self) -> list[Visit]:
        """Kernels that have to go when somebody needs one: of pages that went unused, in reserve, of idle pages."""
        unused = [one for one in self.guests.values() if one.socket is None and not one.used]
        waiting = [one for several in self.reserve.values() for one in several]
        return [*unused, *waiting, *(one for one in self._idle() if one not in unused)]

    def _idle(self) -> list[Visit]:
        """Kernels of pages that could give theirs to somebody, the longest untouched first."""
        now = time.monotonic()
        idle = [
            one
            for one in self.guests.values()
            if one.preparation.done() and not one.busy and now - one.since > IDLE
        ]
        return sorted(idle, key=lambda one: one.since)

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
        if not visit.preparation.done():
            return True
        there = visit.kernel_id in self.kernels
        return (
            there
            and await self.kernels.get_kernel(visit.kernel_id).is_alive()
            and visit.kernel_id in self.visits
        )

    def _start(self, page: Page) -> Visit:
        visit = Visit(page)
        self.visits[visit.kernel_id] = visit
        visit.preparation = asyncio.create_task(self._prepare(visit))
        # A failure is reported to whoever asks for the page; asyncio need not report it as well.
        visit.preparation.add_done_callback(lambda task: task.cancelled() or task.exception())
        return visit

    async def _prepare(self, visit: Visit) -> Rendered:
        page = visit.page
        edition = self.drawn.edition(page) if self.drawn else None
        async with self.turns.turn(lambda: visit.weight):
            try:
                html = await self._render(visit)
            except Exception as error:
                expected = isinstance(error, CellExecutionError | CellTimeoutError | DeadKernelError)
                self.log.error("%s: %s", page.path, plain(str(error)), exc_info=not expected)
                self._forget(visit)
                if isinstance(error, CellExecutionError):  # the page's fault, not that of a full machine
                    self.latest.pop(page.path, None)
                    if self.drawn:
                        self.drawn.forget(page)
                await self._shut_down(visit.kernel_id)
                raise PageFailed(page.path) from error
        digest = hashlib.sha256(html.encode()).hexdigest()[: len(DIGEST)]
        latest = self.latest.get(page.path)
        if latest is None or latest.digest != digest:
            self.latest[page.path] = latest = Rendered(html.replace(DIGEST, digest), digest)
            if self.drawn and edition:
                self.drawn.save(edition, latest.html, digest)
        return latest

    async def _render(self, visit: Visit) -> str:
        kernel_id, page = visit.kernel_id, visit.page
        async with asyncio.timeout(STARTED):
            await self.kernels.start_kernel(
                kernel_id=kernel_id, kernel_name=NAME, path="", env=self.environment
            )
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
