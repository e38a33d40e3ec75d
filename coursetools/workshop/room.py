"""The workshop that is going on: its doors, and one writer through which all changes go.

Changes wait in one line. The writer takes all votes and joins at its head together, checks each against the session as
it is then, has the store keep them in one commit, and only then changes what this process knows and answers. A command
goes alone. So votes and commands have one order, the same in memory and on the disk.
"""

import asyncio
import datetime as dt
import secrets
from collections import Counter, deque
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from coursetools.serve.guard import Rate
from coursetools.serve.guard import Refused as TooFast
from coursetools.workshop import refusals, tokens
from coursetools.workshop.changes import Cast, Change, End, Join, Order
from coursetools.workshop.live import Results, Tick
from coursetools.workshop.record import Record, check
from coursetools.workshop.session import CLOSED, REVEALED, Refused, Session
from coursetools.workshop.store import FACILITATOR, PROJECTOR, NotSaved, Store, Stored, Vote
from fairki.errors import FairkiError

LARGEST_BATCH = 500  # changes in one commit


class Room:
    """One workshop. Its methods are called in the event loop.

    Attributes:
        record: what it knows; only what the store has kept.
        phones, staff: tick when phones or facilitators and projectors have something new to see.
        connected: participant → open streams.
        trouble: a German sentence when the last change could not be stored.
        projector: a token for the projector, good as long as this process lives.
    """

    def __init__(self, store: Store, stored: Stored, report: Callable[[BaseException], None]):
        self.store, self.name, self.keys = store, stored.name, dict(stored.keys)
        self.record = Record(stored.session, stored.participants, stored.votes)
        self.ended, self.trouble, self.report = False, None, report
        self.phones, self.staff = Tick(), Tick()
        self.connected: Counter[int] = Counter()
        self.projector = ""
        self.results = Results(self._computed, report)
        self._rates: dict[int, Rate] = {}
        self._joins = Rate(burst=2 * refusals.MOST_PEOPLE, per_second=20)
        self._line: deque[Change] = deque()
        self._waiting = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, "workshop-store")

    # ---- doors ----

    def participant(self, token: str) -> int:
        """The number of the participant with this token.

        Raises:
            Refused: if there is none, or the workshop is over.
        """
        self._must_go_on()
        # The way to an entry depends on its hash, which tells nothing about a token.
        number = self.record.people.get(tokens.digest(token))
        if number is None:
            raise refusals.unknown_token()
        return number

    def admit(self, token: str, *roles: str) -> None:
        """Let a facilitator or projector pass.

        Raises:
            Refused: if no key of these roles fits.
        """
        if not self.ended:
            among = [hashed for hashed, role in self.keys.items() if role in roles]
            if not tokens.known(tokens.digest(token), among):
                raise refusals.unknown_token()
        elif not tokens.known(tokens.digest(token), self.keys):
            raise refusals.ended()

    def pace(self, number: int) -> None:
        """Count a request of a participant.

        Raises:
            Refused: if there were too many.
        """
        try:
            self._rates.setdefault(number, Rate(burst=30, per_second=3)).take()
        except TooFast as error:
            raise refusals.haste() from error

    # ---- changes ----

    async def join(self) -> str:
        """A token for somebody new.

        Raises:
            Refused: if the room is full, or the workshop is over.
        """
        try:
            self._joins.take()
        except TooFast as error:
            raise refusals.haste() from error
        token = tokens.new_token()
        await self._change(Join(hashed=tokens.digest(token)))
        return token

    async def vote(self, number: int, step: str, round_: int, nonce: str, value: Any) -> Vote:
        """Keep a vote; returns it as it is stored, once it is on the disk.

        Raises:
            Refused: if the session does not take it, or it cannot be stored.
            BadAnswerError: if the activity does not take the value.
        """
        self._must_go_on()
        record = self.record
        if known := record.repeated(number, step, round_, nonce):
            return known
        record.session.admit(step, round_)
        value = record.activity(step).accept(value, round_)
        vote = Vote(record.session.activity(step), round_, number, nonce, value)
        return await self._change(Cast(step=step, vote=vote))

    async def order(self, make: Callable[[Session], Session], reset: str | None = None) -> Session:
        """Carry out a command.

        Raises:
            Refused: if it does not go, or cannot be stored.
        """
        return await self._change(Order(make=make, reset=reset))

    async def end(self) -> None:
        """Delete everything, here and on the disk.

        Raises:
            Refused: if it cannot be deleted.
        """
        await self._change(End())

    async def write(self) -> None:
        """The writer: keeps what waits in line, until cancelled."""
        while True:
            await self._waiting.wait()
            self._waiting.clear()
            while self._line and not self.ended:
                await self._write(self._head())

    def close(self) -> None:
        """Let go of the database; what was confirmed is there."""
        self.results.close()
        self._thread.shutdown()
        self.store.close()

    # ---- results ----

    def result(self, step: str) -> dict | None:
        """The result of a step once voting is closed; None before, and as long as it is being computed."""
        if self.record.session.phase(step).state not in (CLOSED, REVEALED) or self.ended:
            return None
        return self.results.get(step, *self.record.computation(step))

    async def whole_result(self, step: str) -> dict | None:
        """The result of a step whose voting is closed, waiting for it; None if it cannot be computed."""
        return await self.results.wait(step, *self.record.computation(step))

    async def warm_up(self) -> None:
        """Prepare the results of this agenda, so that nobody waits for the first ones."""
        for step, content in self.record.session.steps.items():
            if content["kind"] == "activity" and not self.ended:
                await self.results.warm_up(self.record.activity(step).warm_up)

    # ---- the writer ----

    async def _change(self, change: Change) -> Any:
        self._must_go_on()
        self._line.append(change)
        self._waiting.set()
        return await change.answer

    def _head(self) -> list[Change]:
        batch = [self._line.popleft()]
        if isinstance(batch[0], Join | Cast):
            while self._line and isinstance(self._line[0], Join | Cast) and len(batch) < LARGEST_BATCH:
                batch.append(self._line.popleft())
        return batch

    async def _write(self, batch: list[Change]) -> None:
        try:
            match batch[0]:
                case Order():
                    await self._carry_out(batch[0])
                case End():
                    await self._end(batch[0])
                case _:
                    await self._keep([change for change in batch if self._goes(change)])
            if self.trouble:
                self._note(None)
        except Exception as error:
            if isinstance(error, NotSaved):
                self._note(error.happened)
            if isinstance(error, NotSaved) or not isinstance(error, FairkiError):
                self.report(error)
            for change in batch:
                change.refuse(error)

    async def _keep(self, changes: list[Join | Cast]) -> None:
        number = max(self.record.people.values(), default=0)
        joins = [change for change in changes if isinstance(change, Join)]
        people = {join.hashed: number + place for place, join in enumerate(joins, 1)}
        votes = [change.vote for change in changes if isinstance(change, Cast)]
        await self._run(self.store.add, [(number, hashed) for hashed, number in people.items()], votes)
        self.record.add(people, votes)
        for change in changes:
            change.done(change.vote if isinstance(change, Cast) else None)
        self.staff.move()

    async def _carry_out(self, order: Order) -> None:
        session = order.make(self.record.session)
        reset = order.reset and self.record.session.activity(order.reset)
        await self._run(self.store.save, session, reset)
        self.record.follow(session, reset)
        self._tick()
        order.done(session)

    async def _end(self, end: End) -> None:
        await self._run(self.store.erase)
        self.ended, self.trouble = True, None
        for change in self._line:
            change.refuse(refusals.ended())
        self._line.clear()
        self._rates.clear()
        self.record.clear()
        self.results.close()
        self._tick()
        end.done()

    async def _run(self, function: Callable, *arguments: Any) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def _goes(self, change: Change) -> bool:
        """Whether the session takes this now; answers it if not."""
        if change.answer.done():  # whoever waited has gone
            return False
        try:
            if isinstance(change, Join):
                if len(self.record.people) >= refusals.MOST_PEOPLE:
                    raise refusals.full()
                return True
            vote = change.vote
            if known := self.record.repeated(vote.participant, change.step, vote.round, vote.nonce):
                change.done(known)
                return False
            self.record.session.admit(change.step, vote.round)
        except Refused as error:
            change.refuse(error)
            return False
        return True

    def _note(self, trouble: str | None) -> None:
        self.trouble = trouble
        self.staff.move()

    def _computed(self) -> None:
        step = self.record.session.position
        if step and self.record.session.phase(step).state == REVEALED:
            self.phones.move()
        self.staff.move()

    def _tick(self) -> None:
        self.phones.move()
        self.staff.move()

    def _must_go_on(self) -> None:
        if self.ended:
            raise refusals.ended()


def begin(agenda: Mapping[str, Any], port: int) -> Stored:
    """A new workshop that follows `agenda`."""
    return Stored(Session(tokens.new_code(), agenda), secrets.token_hex(6), dt.date.today(), port)


def open_room(store: Store, stored: Stored, report: Callable[[BaseException], None]) -> tuple[Room, str]:
    """A new workshop or one that was not ended, and a new token for its facilitator; earlier ones stay good.

    Raises:
        NotSaved: if that cannot be stored.
        BadFileError: if an activity in the agenda does not fit.
    """
    check(stored.session)
    facilitator, projector = tokens.new_token(), tokens.new_token()
    fresh = {tokens.digest(facilitator): FACILITATOR, tokens.digest(projector): PROJECTOR}
    stored = replace(stored, keys={**stored.keys, **fresh})
    store.begin(stored)
    room = Room(store, stored, report)
    room.projector = projector
    return room, facilitator
