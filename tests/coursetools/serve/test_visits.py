"""Pages and their kernels, with kernels and a renderer that only pretend."""

import asyncio
import itertools
import logging
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from nbclient.exceptions import CellExecutionError, DeadKernelError

from coursetools.serve import visits as module
from coursetools.serve.demand import READING, Demand
from coursetools.serve.rendering import DIGEST
from coursetools.serve.site import Page
from coursetools.serve.tickets import FULL, GONE, LOAD_AGAIN, InVain, PageFailed, Ticket, TooManyPages
from coursetools.serve.turns import Turns
from coursetools.serve.visits import Visits

BROKEN = CellExecutionError("", "ValueError", "kaputt")
PAGE = Page("modul/01_probe", "Probe", Path("probe.ipynb"))
OTHER = Page("modul/02_anders", "Anders", Path("anders.ipynb"))


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

    async def page(self, executed, title, path):
        return f"{title} {DIGEST} {executed}"


class Socket:
    """A page's connection; keeps the code it was closed with."""

    code, left = None, False

    def close(self, code):
        self.code = code


@pytest.fixture(autouse=True)
def _no_files(monkeypatch):
    monkeypatch.setattr(module.notebooks, "load", lambda path: None)


def make(*texts, limit=100) -> Visits:
    """Visits of pages that read like `texts`."""
    return Visits(Kernels(), Renderer(*texts), {}, lambda there: there < limit, logging.getLogger("test"))


_numbers = itertools.count()


def ticket(rendered, page=PAGE, number=None, unused=True, who=None) -> Ticket:
    """What a page shows that was `rendered`."""
    number = number or f"{next(_numbers):032x}"
    return Ticket(number, page, rendered.digest, unused, who or number)


async def come(visits, page=PAGE, **changes) -> tuple[Ticket, str, Socket]:
    """Open a page and connect: what it shows, its kernel and its connection."""
    mine, socket = ticket(await visits.open(page), page, **changes), Socket()
    return mine, await visits.join(mine, socket), socket


async def in_vain(joining) -> int:
    """Why a page cannot have a kernel."""
    with pytest.raises(InVain) as reason:
        await joining
    return reason.value.code


async def ready(visits, *pages) -> None:
    """Prepare pages ahead."""
    await visits.prepare_all(list(pages) or [PAGE], lambda page, good: None)


def run(test):
    """Run an asynchronous test to its end."""
    return asyncio.run(asyncio.wait_for(test, 5))


async def settle():
    """Let everything that can go on go on."""
    for _ in range(50):
        await asyncio.sleep(0)


def test_a_course_at_rest_has_no_kernel_and_all_its_pages():
    async def test():
        visits = make("x")
        await ready(visits, PAGE, OTHER)
        assert not visits.kernels and set(visits.latest) == {PAGE.path, OTHER.path}

    run(test())


def test_kernels_wait_for_readers_as_many_as_read_but_never_on_more_than_half_of_the_places():
    async def test():
        visits = make("x", limit=10)
        await ready(visits)
        for readers in (1, 2, 3, 4, 5, 5, 5):
            assert "x" in (await visits.open(PAGE)).html
            assert len(visits.visits) == readers and not visits.guests

    run(test())


def test_readers_who_answer_nothing_are_waited_for_no_longer_after_a_while(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    demand = Demand()
    for _ in range(3):
        demand.seen(PAGE.path)
    now[0] += READING - 1
    demand.seen(PAGE.path)
    demand.answered(PAGE.path)
    assert demand.readers(PAGE.path) == 3 and demand.readers(OTHER.path) == 0
    now[0] += 2
    assert demand.readers(PAGE.path) == 1


def test_a_page_says_what_it_shows_and_is_packed_once():
    async def test():
        visits = make("x")
        rendered = await visits.open(PAGE)
        assert rendered.digest in rendered.html and DIGEST not in rendered.html
        await come(visits)
        await settle()
        assert (await visits.open(PAGE)).packed is rendered.packed

    run(test())


def test_who_connects_gets_a_kernel_that_waits_and_others_wait_for_those_who_still_read():
    async def test():
        visits = make("x")
        await visits.open(PAGE)
        [waiting] = visits.reserve[PAGE.path]
        other, mine = ticket(await visits.open(PAGE)), ticket(await visits.open(PAGE))
        assert await visits.join(mine, Socket()) == waiting.kernel_id
        assert await visits.join(other, Socket()) != waiting.kernel_id
        assert len(visits.reserve[PAGE.path]) == 1  # for the one who still reads

    run(test())


def test_every_visitor_has_a_kernel_of_their_own():
    async def test():
        visits = make("x")
        came = await asyncio.gather(*(come(visits) for _ in range(10)))
        assert len({kernel for _, kernel, _ in came}) == 10

    run(test())


def test_visitors_at_once_see_the_page_before_their_kernel_is_ready_and_join_it_then():
    async def test():
        visits = make("x")
        await visits.open(PAGE)
        visits.renderer.gate.clear()
        joining = [asyncio.create_task(come(visits)) for _ in range(5)]
        await settle()
        assert sum(one.done() for one in joining) == 1
        visits.renderer.gate.set()
        assert len({(await one)[1] for one in joining}) == 5

    run(test())


def test_a_page_that_reads_otherwise_than_its_kernel_is_loaded_again_and_fits_then():
    async def test():
        visits = make("x", "y", "z")
        shown = await visits.open(PAGE)
        first, second = ticket(shown), ticket(shown)
        await visits.join(first, Socket())
        assert await in_vain(visits.join(second, Socket())) == LOAD_AGAIN  # its kernel came to y
        again = await visits.open(PAGE)
        assert "y" in again.html
        assert await visits.join(ticket(again), Socket())

    run(test())


def test_a_kernel_that_somebody_used_goes_to_nobody_else_whatever_they_say_to_have_seen():
    async def test():
        visits = make("x", limit=1)
        shown = await visits.open(PAGE)
        mine = ticket(shown)
        kernel = await visits.join(mine, Socket())
        visits.touch(mine.visit)
        pretended = replace(mine, shown="f" * len(mine.shown), unused=False)
        assert await in_vain(visits.join(pretended, Socket())) == LOAD_AGAIN
        assert await visits.join(ticket(await visits.open(PAGE)), Socket()) != kernel
        assert kernel not in visits.kernels

    run(test())


def test_a_failing_notebook_fails_for_each_visitor_and_leaves_no_kernel():
    async def test():
        visits, seen = make(BROKEN), []
        await visits.prepare_all([PAGE], lambda page, good: seen.append(good))
        assert seen == [False]
        for _ in range(2):
            with pytest.raises(PageFailed):
                await visits.open(PAGE)
        assert not visits.kernels and not visits.visits and not visits.reserve[PAGE.path]

    run(test())


def test_a_notebook_that_failed_once_is_tried_again():
    async def test():
        visits = make(BROKEN, "x")
        with pytest.raises(PageFailed):
            await visits.open(PAGE)
        assert "x" in (await visits.open(PAGE)).html

    run(test())


def test_a_page_whose_own_kernel_fails_is_loaded_again():
    async def test():
        visits = make("x", BROKEN)
        shown = await visits.open(PAGE)
        await visits.join(ticket(shown), Socket())
        assert await in_vain(visits.join(ticket(shown), Socket())) == LOAD_AGAIN
        with pytest.raises(PageFailed):
            await visits.open(PAGE)

    run(test())


def test_a_kernel_that_ends_before_it_is_ready_takes_no_page_away_and_its_visitor_is_asked_to_wait():
    async def test():
        visits = make("x", DeadKernelError("no memory"), "x")
        shown = await visits.open(PAGE)
        await visits.join(ticket(shown), Socket())
        mine = ticket(shown)
        assert await in_vain(visits.join(mine, Socket())) == FULL
        assert await visits.open(PAGE) is shown
        assert await visits.join(mine, Socket())

    run(test())


def test_a_page_for_which_there_was_no_place_or_no_memory_is_drawn_later_and_the_others_meanwhile(
    monkeypatch,
):
    monkeypatch.setattr(module, "AGAIN", 0)
    monkeypatch.setattr(module, "SWEEP", 0)

    async def test():
        visits, seen = make(DeadKernelError("no memory"), "x", limit=0), []
        visits.room = lambda there: bool(places)
        places = []
        preparing = asyncio.create_task(
            visits.prepare_all([PAGE, OTHER], lambda page, good: seen.append((page.path, good)))
        )
        await settle()
        assert not preparing.done() and not seen
        places.append("somebody left")
        await preparing
        assert set(visits.latest) == {PAGE.path, OTHER.path} and not visits.kernels
        assert sorted(good for _, good in seen) == [False, True, True]

    run(test())


def test_a_page_whose_kernel_somebody_needed_while_it_was_drawn_is_drawn_later(monkeypatch):
    monkeypatch.setattr(module, "AGAIN", 0)

    async def test():
        visits = make("x")
        visits.renderer.gate.clear()
        preparing = asyncio.create_task(ready(visits))
        await settle()
        await visits._end(*visits.reserve[PAGE.path])
        visits.renderer.gate.set()
        await preparing
        assert PAGE.path in visits.latest

    run(test())


def test_beyond_the_limit_visitors_are_turned_away_until_somebody_leaves():
    async def test():
        visits = make("x", limit=2)
        first, *_ = await come(visits)
        loaded = ticket(await visits.open(PAGE))
        await come(visits)
        assert "x" in (await visits.open(PAGE)).html  # to read costs nothing
        with pytest.raises(TooManyPages):
            await visits.open(OTHER)  # which nobody has drawn yet
        assert await in_vain(visits.join(loaded, Socket())) == FULL
        await visits.end(first.visit)
        await visits.open(PAGE)
        assert await visits.join(loaded, Socket())

    run(test())


def test_kernels_in_reserve_make_room_for_visitors_of_other_pages():
    async def test():
        visits = make("x", limit=2)
        await ready(visits, PAGE, OTHER)
        await visits.open(OTHER)
        await settle()
        assert len(visits.reserve[OTHER.path]) == 1
        await come(visits)
        await come(visits)
        assert not visits.reserve[OTHER.path] and len(visits.guests) == len(visits.kernels) == 2

    run(test())


def test_a_page_that_asked_nothing_and_went_makes_room_but_one_in_use_does_not():
    async def test():
        visits = make("x", limit=1)
        mine, _, socket = await come(visits)
        visits.part(mine.visit, socket)
        other, _, socket = await come(visits)
        assert mine.visit not in visits.guests
        visits.touch(other.visit)
        visits.part(other.visit, socket)
        assert await in_vain(come(visits)) == FULL

    run(test())


def test_a_page_untouched_for_a_while_gives_its_kernel_to_somebody_who_finds_none_the_longest_first():
    async def test():
        visits = make("x", limit=3)
        (long, _, socket), (short, _, _), (busy, _, _) = [await come(visits) for _ in range(3)]
        for mine, seconds in ((long, 2), (short, 1), (busy, -1)):
            visits.touch(mine.visit)
            visits.guests[mine.visit].since -= module.IDLE + seconds
        await come(visits)
        assert socket.code == GONE and set(visits.guests) >= {short.visit, busy.visit}
        await come(visits)
        assert short.visit not in visits.guests
        assert await in_vain(come(visits)) == FULL  # nobody who is at work loses a kernel

    run(test())


def test_a_kernel_that_works_for_long_is_taken_from_nobody_and_a_lost_line_keeps_none_for_ever():
    async def test():
        visits = make("x", limit=1)
        mine, _, socket = await come(visits)
        visits.touch(mine.visit)
        visits.heard(mine.visit, busy=True)
        visits.guests[mine.visit].since -= module.IDLE + 1
        assert await in_vain(come(visits)) == FULL
        visits.heard(mine.visit, busy=False)
        assert await in_vain(come(visits)) == FULL
        visits.part(mine.visit, socket)
        visits.guests[mine.visit].since -= module.IDLE + 1
        await come(visits)
        assert mine.visit not in visits.guests

    run(test())


def test_who_reads_on_after_a_broken_line_counts_once():
    async def test():
        visits = make("x")
        mine, kernel, _ = await come(visits)
        for _ in range(3):
            await visits.open(PAGE)
        back = replace(mine, unused=False)
        assert await visits.join(back, Socket()) == kernel
        assert visits.demand.readers(PAGE.path) == 3

    run(test())


def test_one_address_takes_three_quarters_of_the_places_at_most():
    async def test():
        visits = make("x", limit=8)
        for _ in range(6):
            await come(visits, who="192.0.2.1")
        assert await in_vain(come(visits, who="192.0.2.1")) == FULL
        await come(visits, who="192.0.2.2")

    run(test())


def test_of_the_pages_of_one_address_an_idle_one_gives_way_to_the_next():
    async def test():
        visits = make("x", limit=8)
        came = [await come(visits, who="192.0.2.1") for _ in range(6)]
        idle, _, socket = came[2]
        visits.guests[idle.visit].since -= module.IDLE + 1
        await come(visits, who="192.0.2.1")
        assert socket.code == GONE and len(visits.guests) == 6

    run(test())


def test_who_has_few_pages_waits_for_nobody_who_has_many():
    async def test():
        visits = make("x")
        visits.turns = Turns(1)
        shown = await visits.open(PAGE)
        visits.renderer.gate.clear()
        many = [asyncio.create_task(visits.join(ticket(shown, who="192.0.2.1"), Socket())) for _ in range(6)]
        await settle()
        one = asyncio.create_task(visits.join(ticket(shown, who="192.0.2.2"), Socket()))
        await settle()
        finished = []
        for task in (*many, one):
            task.add_done_callback(finished.append)
        visits.renderer.gate.set()
        await asyncio.gather(*many, one)
        assert finished.index(one) <= 2  # after the one in reserve and the one at work

    run(test())


def test_leaving_ends_the_kernel_at_once_also_while_it_starts():
    async def test():
        visits = make("x")
        first, kernel, _ = await come(visits)
        await settle()
        visits.renderer.gate.clear()
        second = ticket(await visits.open(PAGE))
        joining = asyncio.create_task(visits.join(second, Socket()))
        await settle()
        await visits.end(first.visit)
        await visits.end(second.visit)
        assert kernel not in visits.kernels and second.visit not in visits.guests
        assert await in_vain(joining) == FULL
        again = Ticket(first.visit, PAGE, first.shown, False, "")
        assert await in_vain(visits.join(again, Socket())) == GONE

    run(test())


def test_who_goes_before_the_kernel_is_ready_leaves_none():
    async def test():
        visits, socket = make("x"), Socket()
        shown = await visits.open(PAGE)
        await visits.join(ticket(shown), Socket())
        visits.renderer.gate.clear()
        mine = ticket(shown)
        joining = asyncio.create_task(visits.join(ticket(shown), Socket()))
        leaving = asyncio.create_task(visits.join(mine, socket))
        await settle()
        visits.part(mine.visit, socket)
        await settle()
        assert mine.visit not in visits.guests
        assert await in_vain(leaving) == GONE
        visits.renderer.gate.set()
        assert await joining

    run(test())


def test_who_goes_while_others_are_served_takes_no_kernel():
    async def test():
        visits = make("x")
        mine, socket = ticket(await visits.open(PAGE)), Socket()
        [waiting] = visits.reserve[PAGE.path]
        async with visits.giving:
            joining = asyncio.create_task(visits.join(mine, socket))
            await settle()
            socket.left = True
            visits.part(mine.visit, socket)
        assert await in_vain(joining) == GONE
        assert not visits.guests and visits.reserve[PAGE.path] == [waiting]
        assert list(visits.kernels) == [waiting.kernel_id]

    run(test())


def test_a_page_that_comes_back_has_its_kernel_and_its_older_connection_ends():
    async def test():
        visits = make("x")
        mine, kernel, old = await come(visits)
        back, new = Ticket(mine.visit, PAGE, mine.shown, False, mine.who), Socket()
        assert await visits.join(back, new) == kernel
        assert (old.code, new.code) == (GONE, None)
        visits.part(mine.visit, old)  # says nothing about the new one
        assert visits.guests[mine.visit].socket is new

    run(test())


def test_a_page_is_told_when_its_kernel_dies():
    async def test():
        visits = make("x")
        _, kernel, socket = await come(visits)
        visits.kernels[kernel].died()
        await settle()
        assert socket.code == GONE and kernel not in visits.kernels

    run(test())


@pytest.mark.parametrize("noticed", ["at once", "later", "by another"])
def test_a_kernel_that_died_in_reserve_is_not_handed_out(noticed):
    async def test():
        visits = make("x")
        await visits.open(PAGE)
        dead = visits.reserve[PAGE.path][0].kernel_id
        if noticed == "by another":
            del visits.kernels[dead]
        elif noticed == "at once":
            visits.kernels[dead].died()
            await settle()
        else:
            visits.kernels[dead].alive = False
        assert (await come(visits))[1] != dead

    run(test())


@pytest.mark.parametrize(
    ("happens", "patience"),
    [(["part"], module.UNUSED), (["touch", "part"], module.LOST), ([], module.UNTOUCHED)],
)
def test_a_kernel_is_ended_when_nobody_needs_it_any_more(monkeypatch, happens, patience):
    now = [1000.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])

    async def test():
        visits = make("x")
        mine, kernel, socket = await come(visits)
        if "touch" in happens:
            visits.touch(mine.visit)
        if "part" in happens:
            visits.part(mine.visit, socket)
        visit = visits.visits[kernel]
        assert not visit.overdue(now[0] + patience)
        assert visit.overdue(now[0] + patience + 1)
        now[0] += patience
        visits.touch(mine.visit)
        assert not visit.overdue(now[0] + 1)

    run(test())


def test_a_reserve_that_nobody_asks_for_is_given_up_and_the_page_still_opens_at_once():
    async def test():
        visits = make("x")
        await visits.open(PAGE)
        [waiting] = visits.reserve[PAGE.path]
        assert not waiting.overdue(waiting.since + module.IN_RESERVE - 1)
        assert waiting.overdue(waiting.since + module.IN_RESERVE + 1)
        await visits._end(waiting)
        assert not visits.kernels and not visits.reserve[PAGE.path]
        visits.renderer.gate.clear()
        assert "x" in (await visits.open(PAGE)).html

    run(test())


def test_sweeping_ends_overdue_kernels_and_no_others(monkeypatch):
    monkeypatch.setattr(module, "SWEEP", 0.01)

    async def test():
        visits = make("x")
        (old, kernel, socket), (_, young, _) = await come(visits), await come(visits)
        visits.part(old.visit, socket)
        visits.guests[old.visit].since -= module.UNUSED + 1
        sweeping = asyncio.create_task(visits.sweep())
        await asyncio.sleep(0.1)
        sweeping.cancel()
        assert kernel not in visits.kernels and young in visits.kernels

    run(test())
