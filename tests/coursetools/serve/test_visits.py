"""Pages and their kernels, with kernels and a renderer that only pretend."""

import asyncio
import logging
from pathlib import Path
from types import SimpleNamespace

import pytest

from coursetools.serve import visits as module
from coursetools.serve.rendering import KERNEL_ID
from coursetools.serve.site import Page
from coursetools.serve.visits import GONE, LOAD_AGAIN, PageFailed, TooManyPages, Visits

PAGE = Page("modul/01_probe", "Probe", Path("probe.ipynb"))


class Kernels(dict):
    """Knows which kernels run."""

    async def start_kernel(self, kernel_id: str, **_):
        self[kernel_id] = SimpleNamespace(died=None, alive=True, is_alive=lambda: self._is_alive(kernel_id))

    async def _is_alive(self, kernel_id):
        return self[kernel_id].alive

    def add_restart_callback(self, kernel_id, callback, event):
        assert event == "dead"
        self[kernel_id].died = callback

    def get_kernel(self, kernel_id):
        return self[kernel_id]

    async def shutdown_kernel(self, kernel_id, now):
        assert now
        del self[kernel_id]


class Renderer:
    """Renders `texts` one after the other (the last one again and again); an exception is raised.

    Waits while `gate` is closed.
    """

    def __init__(self, *texts):
        self.texts, self.gate = list(texts), asyncio.Event()
        self.gate.set()

    async def execute(self, notebook, kernel):
        text = self.texts.pop(0) if len(self.texts) > 1 else self.texts[0]
        await self.gate.wait()
        if isinstance(text, Exception):
            raise text
        return text

    async def page(self, executed, title):
        return f"{title} {KERNEL_ID} {executed}"


class Socket:
    """A page's connection; keeps the code it was closed with."""

    code = None

    def close(self, code):
        self.code = code


@pytest.fixture(autouse=True)
def _no_files(monkeypatch):
    monkeypatch.setattr(module.notebooks, "load", lambda path: None)


def make(*texts, limit=100) -> Visits:
    """Visits of pages that read like `texts`."""
    return Visits(Kernels(), Renderer(*texts), {}, limit, logging.getLogger("test"))


def kernel_of(html: str) -> str:
    """The kernel that a page was given."""
    return html.split()[1]


def run(test):
    """Run an asynchronous test to its end."""
    return asyncio.run(asyncio.wait_for(test, 5))


async def settle():
    """Let everything that can go on go on."""
    for _ in range(50):
        await asyncio.sleep(0)


def test_a_page_comes_from_the_reserve_which_is_filled_again():
    async def test():
        visits = make("x")
        await visits.prepare_all([PAGE], lambda page, good: None)
        waiting = visits.reserve[PAGE.path].kernel_id
        assert kernel_of(await visits.open(PAGE)) == waiting
        assert visits.reserve[PAGE.path].kernel_id != waiting

    run(test())


def test_every_visitor_has_a_kernel_of_their_own():
    async def test():
        visits = make("x")
        pages = await asyncio.gather(*(visits.open(PAGE) for _ in range(10)))
        assert len({kernel_of(page) for page in pages}) == 10

    run(test())


def test_visitors_at_once_get_the_page_before_their_kernel_is_ready_and_join_it_then():
    async def test():
        visits = make("x")
        await visits.open(PAGE)
        visits.renderer.gate.clear()
        pages = [await visits.open(PAGE) for _ in range(5)]
        joining = asyncio.create_task(visits.join(kernel_of(pages[-1]), Socket()))
        await settle()
        assert not joining.done()
        visits.renderer.gate.set()
        assert await joining is None

    run(test())


def test_a_page_that_reads_otherwise_than_its_kernel_is_loaded_again_and_not_shared_any_more():
    async def test():
        visits = make("x", "y", "z")
        await visits.open(PAGE)
        second = await visits.open(PAGE)  # shared: its kernel will come to y
        assert "x" in second
        assert await visits.join(kernel_of(second), Socket()) == LOAD_AGAIN
        third = await visits.open(PAGE)
        assert await visits.join(kernel_of(third), Socket()) is None

    run(test())


def test_a_failing_notebook_fails_for_each_visitor_and_leaves_no_kernel():
    async def test():
        visits, seen = make(ValueError("kaputt")), []
        await visits.prepare_all([PAGE], lambda page, good: seen.append(good))
        assert seen == [False]
        for _ in range(2):
            with pytest.raises(PageFailed):
                await visits.open(PAGE)
        assert not visits.kernels and not visits.visits

    run(test())


def test_a_notebook_that_failed_once_is_tried_again():
    async def test():
        visits = make(ValueError("kaputt"), "x")
        with pytest.raises(PageFailed):
            await visits.open(PAGE)
        assert "x" in await visits.open(PAGE)

    run(test())


def test_a_shared_page_whose_own_kernel_fails_is_loaded_again():
    async def test():
        visits = make("x", ValueError("kaputt"))
        await visits.open(PAGE)
        page = await visits.open(PAGE)
        assert await visits.join(kernel_of(page), Socket()) in (LOAD_AGAIN, GONE)
        with pytest.raises(PageFailed):
            await visits.open(PAGE)

    run(test())


def test_beyond_the_limit_visitors_are_turned_away_until_somebody_leaves():
    async def test():
        visits = make("x", limit=2)
        pages = [await visits.open(PAGE), await visits.open(PAGE)]
        with pytest.raises(TooManyPages):
            await visits.open(PAGE)
        await visits.end(kernel_of(pages[0]))
        await visits.open(PAGE)

    run(test())


def test_leaving_ends_the_kernel_at_once_also_while_it_starts():
    async def test():
        visits = make("x")
        first = await visits.open(PAGE)
        visits.renderer.gate.clear()
        second = await visits.open(PAGE)
        for page in (first, second):
            await visits.end(kernel_of(page))
            assert kernel_of(page) not in visits.kernels
            assert await visits.join(kernel_of(page), Socket()) == GONE

    run(test())


def test_nobody_can_join_a_kernel_in_reserve():
    async def test():
        visits = make("x")
        await visits.prepare_all([PAGE], lambda page, good: None)
        assert await visits.join(visits.reserve[PAGE.path].kernel_id, Socket()) == GONE

    run(test())


def test_a_page_is_told_when_its_kernel_dies():
    async def test():
        visits, socket = make("x"), Socket()
        kernel = kernel_of(await visits.open(PAGE))
        assert await visits.join(kernel, socket) is None
        visits.kernels[kernel].died()
        await settle()
        assert socket.code == GONE and kernel not in visits.kernels

    run(test())


@pytest.mark.parametrize("noticed", [True, False])
def test_a_kernel_that_died_in_reserve_is_not_handed_out(noticed):
    async def test():
        visits = make("x")
        await visits.prepare_all([PAGE], lambda page, good: None)
        dead = visits.reserve[PAGE.path].kernel_id
        if noticed:
            visits.kernels[dead].died()
            await settle()
        else:
            visits.kernels[dead].alive = False
        assert kernel_of(await visits.open(PAGE)) != dead

    run(test())


@pytest.mark.parametrize(
    ("happens", "patience"),
    [([], module.NEVER_CONNECTED), (["join", "part"], module.LOST), (["join"], module.UNTOUCHED)],
)
def test_a_kernel_is_ended_when_nobody_needs_it_any_more(monkeypatch, happens, patience):
    now = [1000.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])

    async def test():
        visits, socket = make("x"), Socket()
        kernel = kernel_of(await visits.open(PAGE))
        if "join" in happens:
            await visits.join(kernel, socket)
        if "part" in happens:
            visits.part(kernel, socket)
        visit = visits.visits[kernel]
        assert not visit.overdue(now[0] + patience)
        assert visit.overdue(now[0] + patience + 1)
        now[0] += patience
        visits.touch(kernel)
        assert not visit.overdue(now[0] + 1)

    run(test())


def test_a_reserve_that_nobody_asks_for_is_given_up_and_the_page_still_opens_at_once():
    async def test():
        visits = make("x")
        await visits.prepare_all([PAGE], lambda page, good: None)
        waiting = visits.reserve[PAGE.path]
        assert not waiting.overdue(waiting.since + module.IN_RESERVE - 1)
        assert waiting.overdue(waiting.since + module.IN_RESERVE + 1)
        await visits.end(waiting.kernel_id)
        assert not visits.kernels and not visits.reserve
        visits.renderer.gate.clear()
        assert "x" in await visits.open(PAGE)

    run(test())


def test_sweeping_ends_overdue_kernels_and_no_others(monkeypatch):
    monkeypatch.setattr(module, "SWEEP", 0.01)

    async def test():
        visits = make("x")
        old, young = kernel_of(await visits.open(PAGE)), kernel_of(await visits.open(PAGE))
        visits.visits[old].since -= module.NEVER_CONNECTED + 1
        sweeping = asyncio.create_task(visits.sweep())
        await asyncio.sleep(0.1)
        sweeping.cancel()
        assert old not in visits.kernels and young in visits.kernels

    run(test())
