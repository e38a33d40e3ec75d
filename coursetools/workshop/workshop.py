"""The workshop as the server has it: its room, its agendas, and what its listeners are sent."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from coursetools.web_names import readable
from coursetools.workshop import agenda, composed, own_questions, views
from coursetools.workshop.de import refusals as de
from coursetools.workshop.room import Room
from coursetools.workshop.session import Refused
from fairki import company

MOST_COMMANDS = 500
"""So many commands are known again."""


def _of_steps(steps: list[tuple[str, int]], title: str) -> dict[str, Any]:
    return composed.of_steps(steps, title).plain()


@dataclass(frozen=True)
class Agendas:
    """What a workshop can follow.

    Attributes:
        ready: id → agenda as plain JSON (see ``coursetools.workshop.session``).
        of_units: makes an own one from ids of units; raises a FairkiError if it cannot.
        units: ``{"id", "number", "title", "module", "minutes"}`` of every unit that can be ticked.
        of_steps: makes one from pairs of a step's id and minutes, and a title; raises a FairkiError if it cannot.
        steps: every step that one can be made of (``composed.offered``).
        questions: steps with the questions that the company has prepared.
        cases: ``{"id", "name", "text"}`` of the company's own everyday uses of AI, to vote on.
    """

    ready: Mapping[str, dict[str, Any]]
    of_units: Callable[[list[str]], dict[str, Any]]
    units: list[dict[str, Any]] = field(default_factory=list)
    of_steps: Callable[[list[tuple[str, int]], str], dict[str, Any]] = _of_steps
    steps: list[dict[str, Any]] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    cases: list[dict[str, str]] = field(default_factory=list)


def of_course() -> Agendas:
    """The agendas of the course.

    Raises:
        BadFileError: if one of their files is damaged.
    """
    firm = company.current()
    return Agendas(
        {name: one.plain() for name, one in composed.ready().items()},
        lambda units: agenda.of_units(units).plain(),
        agenda.units(),
        steps=composed.offered(),
        questions=[agenda.plain(one) for one in own_questions.prepared(firm).values()],
        cases=own_questions.cases(firm),
    )


class Workshop:
    """One workshop on one server.

    Args:
        room: what is going on.
        agendas: what it can follow.
        join: the address that people join at, such as ``http://192.168.1.20:8866/mitmachen``, as long as the
            facilitator chooses none of `others`.
        base: where the site begins, such as ``/``.
        over: is called when the facilitator has ended the workshop.
        others: further addresses of this machine; which one phones can reach depends on their network.
    """

    def __init__(
        self,
        room: Room,
        agendas: Agendas,
        join: str,
        base: str,
        over: Callable[[], None],
        others: Sequence[str] = (),
    ):
        self.room, self.agendas, self.base, self.over = room, agendas, base, over
        self.addresses = [join, *others]
        self.label = ""  # says which one this is, if there are several on the server
        self._streams: dict[int, deque[Callable[[], None]]] = {}
        self._commands: dict[str, asyncio.Future[Any]] = {}
        self._shared: dict[str, tuple[int, Any]] = {}

    @property
    def join(self) -> str:
        """The address that people join at."""
        chosen = self.room.record.session.address
        return chosen if chosen in self.addresses else self.addresses[0]

    # ---- what listeners are sent ----

    def phone_state(self, number: int) -> str:
        """The state of one phone as JSON; all but what is its own is made once for all."""
        parts: tuple[str, str] = self._once("phone", self.room.phones.count, lambda: views.phone(self.room))
        before, after = parts
        whole = before + views.own(self.room, number) + after if after else before
        time = views.timed(self.room)  # by the server's clock now, not when the rest was made
        return f"{whole[:-1]}, {time}}}" if time else whole

    def facilitator_state(self) -> str:
        """The state of a facilitator's page as JSON; the clock goes on between two changes."""
        return json.dumps(
            views.facilitator(self.room, self._joining(), self.addresses, self.base) | {"label": self.label},
            ensure_ascii=False,
        )

    def projector_state(self) -> str:
        """The state of the projector's page as JSON."""
        return json.dumps(views.projector(self.room, self._joining()), ensure_ascii=False)

    @contextmanager
    def listening(self, number: int, close: Callable[[], None], most: int) -> Iterator[None]:
        """Count an open stream of a participant; their oldest one makes room (a phone that woke up has a new one)."""
        streams = self._streams.setdefault(number, deque())
        if len(streams) >= most:
            streams[0]()
        streams.append(close)
        self.room.connected[number] += 1
        self.room.staff.move()
        try:
            yield
        finally:
            streams.remove(close)
            self.room.connected[number] -= 1
            if not streams:
                self._streams.pop(number, None)
                del self.room.connected[number]
            self.room.staff.move()

    # ---- for facilitators ----

    def sheet(self) -> dict[str, Any]:
        """The run sheet, and what else could be followed."""
        ready = [
            {
                "id": name,
                "title": agenda["title"],
                "minutes": agenda["minutes"],
                "steps": [[step["id"], step["minutes"]] for step in agenda["steps"]],
            }
            for name, agenda in self.agendas.ready.items()
        ]
        more = {name: getattr(self.agendas, name) for name in ("units", "steps", "questions", "cases")}
        return views.sheet(self.room, {"agendas": ready, **more})

    def agenda(self, name: str) -> dict[str, Any]:
        """A ready agenda.

        Raises:
            Refused: if there is none of this name.
        """
        if name not in self.agendas.ready:
            raise Refused("unknown_agenda", *de.NO_AGENDA)
        return self.agendas.ready[name]

    def own_agenda(self, units: list[Any]) -> dict[str, Any]:
        """An agenda of these units, in the order of the course.

        Raises:
            Refused: if one is unknown, or there is none.
        """
        known = [unit["id"] for unit in self.agendas.units if unit["id"] in units]
        if not known or len(known) < len(units):
            raise Refused("unknown_agenda", *de.NO_OWN_AGENDA)
        return self.agendas.of_units(known)

    def check_address(self, address: str) -> None:
        """See whether people can be told to join there.

        Raises:
            Refused: if it is none of the addresses of this machine.
        """
        if address not in self.addresses:
            raise Refused("unknown_address", *de.UNKNOWN_ADDRESS)

    async def once(self, id: str, run: Callable[[], Awaitable[None]]) -> None:
        """Carry out a command, however often a network brings it; each time it ends as it did at first."""
        if id not in self._commands:
            self._commands[id] = asyncio.ensure_future(run())
            if len(self._commands) > MOST_COMMANDS:
                self._commands.pop(next(iter(self._commands)))
        await asyncio.shield(self._commands[id])

    async def end(self) -> None:
        """Delete everything and say so.

        Raises:
            Refused: if it cannot be deleted.
        """
        await self.room.end()
        self.over()

    def _joining(self) -> dict[str, Any]:
        join, code = self.join, self.room.record.session.code
        # A browser keeps a picture as long as its address is the same.
        shown = quote(join.partition("://")[2].partition("/")[0], safe="")
        return {"address": readable(join), "qr": f"{self.base}mitmachen/{code}/qr.svg?{shown}"}

    def _once(self, what: str, count: int, make: Callable[[], Any]) -> Any:
        if self._shared.get(what, (None,))[0] != count:
            self._shared[what] = count, make()
        return self._shared[what][1]


def report(log: logging.Logger) -> Callable[[BaseException], None]:
    """Writes down faults of ours; the log learns what failed, never who was there."""
    return lambda error: log.error("workshop: %s", type(error).__name__, exc_info=error)
