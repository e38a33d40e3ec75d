"""Open pages and their kernels: prepared ahead, shared where possible, ended as soon as nobody needs them."""

import asyncio
import hashlib
import os
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from coursetools import notebooks
from coursetools.kernels.spec import NAME
from coursetools.serve.rendering import KERNEL_ID, Renderer
from coursetools.serve.site import Page
from coursetools.serve.tracebacks import plain

# Seconds until a kernel is ended that nobody uses: never connected (robots, previews), connection lost
# (a phone in the pocket comes back), connected but untouched (a forgotten tab), in reserve for a page
# that nobody opens (the next visitor gets the page as quickly, its kernel half a second later).
NEVER_CONNECTED, LOST, UNTOUCHED, IN_RESERVE = 60, 10 * 60, 4 * 60 * 60, 30 * 60
SWEEP = 15

GONE, LOAD_AGAIN = 4404, 4409  # why a connection is closed; page.js knows the same numbers


class Socket(Protocol):
    """A page's connection."""

    def close(self, code: int) -> None:
        """End it and tell the page why."""


class PageFailed(Exception):
    """The notebook of a page cannot be run to its end; the log has the reason."""


class TooManyPages(Exception):
    """More pages are open than this machine can carry."""


@dataclass
class Visit:
    """One kernel, from the start of its preparation to its end.

    `shown` is the digest of the page that the browser got, None as long as the kernel waits in reserve.
    """

    page: Page
    preparation: asyncio.Task | None = None
    shown: str | None = None
    sockets: set[Socket] = field(default_factory=set)
    ever_connected: bool = False
    since: float = field(default_factory=time.monotonic)
    kernel_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def overdue(self, now: float) -> bool:
        """Whether nobody needs this kernel any more."""
        if self.shown is None:
            patience = IN_RESERVE
        elif self.sockets:
            patience = UNTOUCHED
        else:
            patience = LOST if self.ever_connected else NEVER_CONNECTED
        return now - self.since > patience


@dataclass(frozen=True)
class Rendered:
    """A finished page; `digest` names it without its kernel. `steady`: the rendering before was the same."""

    html: str
    digest: str
    steady: bool


class Visits:
    """Hands out pages, each with a kernel of its own.

    One kernel per page waits in reserve, its notebook already executed. When more visitors come at once,
    they get the page as it was rendered last and a kernel that is still starting: they can read and begin,
    and their messages wait. Should that kernel come to another page than the one shown (a lesson that is
    not reproducible), the browser is told to load the page again.
    """

    def __init__(self, kernels: Any, renderer: Renderer, environment: dict[str, str], limit: int, log: Any):
        self.kernels, self.renderer, self.log = kernels, renderer, log
        self.environment, self.limit = environment, limit
        self.visits: dict[str, Visit] = {}
        self.reserve: dict[str, Visit] = {}
        self.latest: dict[str, Rendered] = {}
        self.endings: set[asyncio.Task] = set()  # asyncio itself does not hold on to tasks
        self.turns = asyncio.Semaphore(os.cpu_count() or 1)

    async def prepare_all(self, pages: list[Page], done: Callable[[Page, bool], None]) -> None:
        """Put one kernel per page in reserve; calls `done(page, successful)` after each."""

        async def prepare(page: Page) -> None:
            visit = self.reserve[page.path] = self._start(page)
            await asyncio.wait([visit.preparation])
            done(page, not visit.preparation.cancelled() and visit.preparation.exception() is None)

        await asyncio.gather(*map(prepare, pages))

    async def open(self, page: Page) -> str:
        """The HTML of `page` for a new visitor.

        Raises:
            PageFailed: if the notebook cannot be run.
            TooManyPages: if the limit is reached.
        """
        visit = self.reserve.pop(page.path, None)
        if visit is None or not await self._lives(visit):
            if len(self.visits) >= self.limit:
                raise TooManyPages
            visit = self._start(page)
        visit.since = time.monotonic()
        rendered = self.latest.get(page.path)
        if visit.preparation.done() or rendered is None or not rendered.steady:
            rendered = await asyncio.shield(visit.preparation)
        visit.shown = rendered.digest
        if page.path not in self.reserve and len(self.visits) < self.limit:
            self.reserve[page.path] = self._start(page)
        return rendered.html.replace(KERNEL_ID, visit.kernel_id)

    async def join(self, kernel_id: str, socket: Socket) -> int | None:
        """Connect a page with its kernel once that has run its notebook; returns why not, or None."""
        visit = self.visits.get(kernel_id)
        if visit is None or visit.shown is None:
            return GONE
        visit.ever_connected = True
        visit.sockets.add(socket)
        await asyncio.wait([visit.preparation])
        if kernel_id not in self.visits or visit.preparation.result().digest != visit.shown:
            return LOAD_AGAIN
        return None

    def part(self, kernel_id: str, socket: Socket) -> None:
        """Note that the page's connection ended."""
        if visit := self.visits.get(kernel_id):
            visit.sockets.discard(socket)
            visit.since = time.monotonic()

    def touch(self, kernel_id: str) -> None:
        """Note that the page is in use."""
        if visit := self.visits.get(kernel_id):
            visit.since = time.monotonic()

    async def end(self, kernel_id: str) -> None:
        """End the kernel and tell its page, if there is one."""
        visit = self.visits.pop(kernel_id, None)
        if visit is None:
            return
        if self.reserve.get(visit.page.path) is visit:
            del self.reserve[visit.page.path]
        for socket in list(visit.sockets):
            socket.close(GONE)
        await self._stop(visit)

    async def end_all(self) -> None:
        """End every kernel. The pages are not told: they try to connect until the course is there again."""
        visits = list(self.visits.values())
        self.visits.clear()
        await asyncio.gather(*map(self._stop, visits))

    async def sweep(self) -> None:
        """End, again and again, the kernels that nobody needs any more."""
        while True:
            await asyncio.sleep(SWEEP)
            now = time.monotonic()
            for visit in list(self.visits.values()):
                if visit.overdue(now):
                    await self.end(visit.kernel_id)

    async def _lives(self, visit: Visit) -> bool:
        if visit.kernel_id not in self.visits:
            return False
        return not visit.preparation.done() or await self.kernels.get_kernel(visit.kernel_id).is_alive()

    def _start(self, page: Page) -> Visit:
        visit = Visit(page)
        self.visits[visit.kernel_id] = visit
        visit.preparation = asyncio.create_task(self._prepare(visit))
        # A failure is reported to whoever asks for the page; asyncio need not report it as well.
        visit.preparation.add_done_callback(lambda task: task.cancelled() or task.exception())
        return visit

    async def _prepare(self, visit: Visit) -> Rendered:
        page = visit.page
        async with self.turns:
            try:
                html = await self._render(visit)
            except Exception as error:
                expected = isinstance(error, CellExecutionError | CellTimeoutError | DeadKernelError)
                self.log.error("%s: %s", page.path, plain(str(error)), exc_info=not expected)
                self.visits.pop(visit.kernel_id, None)
                self.latest.pop(page.path, None)
                await self._shut_down(visit.kernel_id)
                raise PageFailed(page.path) from error
        digest = hashlib.sha256(html.encode()).hexdigest()
        before = self.latest.get(page.path)
        rendered = Rendered(html, digest, steady=before is None or before.digest == digest)
        self.latest[page.path] = rendered
        return rendered

    async def _render(self, visit: Visit) -> str:
        kernel_id, page = visit.kernel_id, visit.page
        await self.kernels.start_kernel(kernel_id=kernel_id, kernel_name=NAME, path="", env=self.environment)
        self.kernels.add_restart_callback(kernel_id, lambda: self._died(visit), "dead")
        notebook = notebooks.load(page.notebook)
        executed = await self.renderer.execute(notebook, self.kernels.get_kernel(kernel_id))
        return await self.renderer.page(executed, page.title)

    def _died(self, visit: Visit) -> None:
        if visit.preparation.done():  # before, the preparation itself takes note
            self.endings.add(ending := asyncio.ensure_future(self.end(visit.kernel_id)))
            ending.add_done_callback(self.endings.discard)

    async def _stop(self, visit: Visit) -> None:
        visit.preparation.cancel()
        await asyncio.wait([visit.preparation])
        await self._shut_down(visit.kernel_id)

    async def _shut_down(self, kernel_id: str) -> None:
        if kernel_id in self.kernels:
            await self.kernels.shutdown_kernel(kernel_id, now=True)
