"""What waits in the room's one line: somebody arrives, a vote, a command, the end."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from coursetools.workshop.session import Session
from coursetools.workshop.store import Vote


@dataclass
class Change:
    """Something that waits for the writer; whoever asked for it waits for `answer`."""

    answer: asyncio.Future[Any] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def done(self, value: Any = None) -> None:
        """It is on the disk."""
        if not self.answer.done():  # whoever waited has gone
            self.answer.set_result(value)

    def refuse(self, error: BaseException) -> None:
        """It does not go."""
        if not self.answer.done():
            self.answer.set_exception(error)


@dataclass(kw_only=True)
class Join(Change):
    """Somebody with a token of this digest arrives."""

    hashed: str


@dataclass(kw_only=True)
class Cast(Change):
    """A vote, given in `step`; the answer is the vote as it is stored."""

    step: str
    vote: Vote


@dataclass
class Order(Change):
    """A command; `make` gives the next session, which is the answer; `reset`: a step whose activity loses its votes.

    One with an `id` comes into effect once, also if it comes again to another server.
    """

    make: Callable[[Session], Session] = lambda session: session
    reset: str | None = None
    id: str = ""


@dataclass
class Clear(Change):
    """Devices that never voted and do not listen are forgotten; there is no answer."""


@dataclass
class End(Change):
    """The end; there is no answer."""
