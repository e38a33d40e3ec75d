"""The workshop that is going on: its doors, and one writer through which all changes go.

Changes wait in one line. The writer takes all votes and joins at its head together, checks each against the session as
it is then, has the store keep them in one commit, and only then changes what this process knows and answers. A command
goes alone. So votes and commands have one order, the same in memory and on the disk.
"""

import asyncio
import datetime as dt
import secrets
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from coursetools.serve.guard import Rate
from coursetools.serve.guard import Refused as TooFast
from coursetools.workshop import earlier, refusals, tokens
from coursetools.workshop.changes import Cast, Change, Clear, End, Join, Order
from coursetools.workshop.entrance import Entrance
from coursetools.workshop.live import Results, Tick
from coursetools.workshop.record import Record, check
from coursetools.workshop.saving import Lost, NotSaved
from coursetools.workshop.session import CLOSED, REVEALED, Refused, Session
from coursetools.workshop.store import FACILITATOR, PROJECTOR, Place, Store, Stored, Vote
from fairki.errors import FairkiError

LARGEST_BATCH = 500  # changes in one commit
PAUSE = 0.005  # seconds after a commit in which changes gather for the next one; nobody waits in a quiet room
QUIET, LATEST = 0.1, 0.5
"""The log of the database, which shows the order of commits, is emptied when nothing came for ``QUIET`` seconds, or so
many seconds after it was last empty."""
MOST_REPLACED = 64  # earlier votes of one device in one round that are known again
UNEVEN = 3  # participants; at most so many more have odd numbers than even ones, or the other way round


class Room:
    """One workshop. Its methods are called in the event loop.

    Attributes:
        record: what it knows; only what the store has kept.
        phones, staff: tick when phones or facilitators and projectors have something new to see.
        connected: participant → open streams.
        trouble: a German sentence when the last change could not be stored.
        projector: a token for the projector, good as long as this process lives.
        away: whether this process has given it up, for another one to lead on.
    """

    def __init__(self, store: Store, stored: Stored, report: Callable[[BaseException], None]):
        self.store, self.name, self.keys = store, stored.name, dict(stored.keys)
        self.record = Record(stored.session, stored.participants, stored.votes, stored.shown)
        self.ended, self.away, self.report = False, False, report
        self.trouble: str | None = None
        self.phones, self.staff = Tick(), Tick()
        self.connected: Counter[int] = Counter()
        self.projector = ""
        self.results = Results(self._computed, report)
        self._rates: dict[int, Rate] = {}
        self.entrance = Entrance()
        self.counting = asyncio.Lock()  # of raised cards
        self._replaced: dict[tuple[Place, int], deque[str]] = {}
        self._line: deque[Change] = deque()
        self._waiting = asyncio.Event()
        self._writing = False
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

    async def join(self, token: str) -> None:
        """Let somebody in who will show this token; whoever is in stays in.

        Raises:
            Refused: if the room is full, the workshop is over, or its seats have codes and this is none.
        """
        seats = self.record.session.seats
        if seats and not tokens.known(tokens.digest(token), map(tokens.digest, seats)):
            raise refusals.seat_needed()
        await self.change(Join(hashed=tokens.digest(token)))

    async def vote(self, number: int, step: str, round_: int, nonce: str, value: Any) -> Vote:
        """Keep a vote; returns it as it is stored, once it is on the disk.

        Raises:
            Refused: if the session does not take it, or it cannot be stored.
            BadAnswerError: if the activity does not take the value.
        """
        self._must_go_on()
        record = self.record
        if known := self._repeated(number, step, round_, nonce):
            return known
        record.session.admit(step, round_)
        value = record.activity(step).accept(value, round_)
        if record.misplaced(step, number, value):
            raise refusals.bad_request()
        vote = Vote(record.session.activity(step), round_, number, nonce, value)
        kept: Vote = await self.change(Cast(step=step, vote=vote))
        return kept

    async def remove_silent(self) -> None:
        """Forget the devices that never voted and do not listen; one that comes back joins again by itself.

        Raises:
            Refused: if that cannot be stored.
        """
        await self.change(Clear())

    async def order(
        self, make: Callable[[Session], Session], reset: str | None = None, id: str = ""
    ) -> Session:
        """Carry out a command; one with an `id` once, however often it comes, also after a restart.

        Raises:
            Refused: if it does not go, or cannot be stored.
        """
        session: Session = await self.change(Order(make=make, reset=reset, id=id))
        return session

    async def end(self) -> None:
        """Delete everything, here and on the disk.

        Raises:
            Refused: if it cannot be deleted.
        """
        await self.change(End())

    async def write(self) -> None:
        """The writer: keeps what waits in line, until cancelled, or the room is given up."""
        now = asyncio.get_running_loop().time
        untidy: float | None = None  # since when
        while not self.away:
            try:
                await asyncio.wait_for(self._waiting.wait(), None if untidy is None else QUIET)
            except TimeoutError:
                await self._run(self.store.tidy)
                untidy = None
                continue
            self._waiting.clear()
            while self._line and not (self.ended or self.away):
                await self._write(self._head())
                untidy = untidy or now()
                if now() - untidy > LATEST and not (self.ended or self.away):
                    await self._run(self.store.tidy)
                    untidy = None
                await asyncio.sleep(PAUSE)
            if self.ended:  # nothing is there any more
                untidy = None

    async def settle(self) -> None:
        """Wait until all that came so far is on the disk and answered."""
        while self._line or self._writing:
            await asyncio.sleep(PAUSE)

    async def beat(self) -> None:
        """Show the database that we live.

        Raises:
            Lost: the room is not ours any more.
            NotSaved: the database does not work.
        """
        await self._run(self.store.beat)

    def give_up(self) -> None:
        """Leave the room to whoever gets it next: nothing is confirmed any more, and nobody waits here."""
        self.away = True
        for change in self._line:
            change.refuse(refusals.elsewhere())
        self._line.clear()
        self._waiting.set()
        self._tick()
        self.results.close()
        self._thread.submit(self.store.close)  # behind what may hang there
        self._thread.shutdown(wait=False)

    def close(self) -> None:
        """Let go of the database; what was confirmed is there."""
        self.results.close()
        self._thread.shutdown()
        self.store.close()

    # ---- results ----

    def result(self, step: str) -> dict[str, Any] | None:
        """The result of a step once voting is closed; None before, and as long as it is being computed."""
        if self.record.session.phase(step).state not in (CLOSED, REVEALED) or self.ended:
            return None
        found = self.results.get(step, *self.record.computation(step))
        return earlier.beside(found, self.record.session.earlier, step, self.record.session.fewest)

    async def whole_result(self, step: str) -> dict[str, Any] | None:
        """The result of a step whose voting is closed, waiting for it; None if it is open, or cannot be computed."""
        if self.record.session.phase(step).state not in (CLOSED, REVEALED):
            return None
        found = await self.results.wait(step, *self.record.computation(step))
        return earlier.beside(found, self.record.session.earlier, step, self.record.session.fewest)

    async def warm_up(self) -> None:
        """Prepare the results of this agenda, so that nobody waits for the first ones."""
        for step, content in self.record.session.steps.items():
            if content["kind"] == "activity" and not self.ended:
                await self.results.warm_up(self.record.activity(step).warm_up)

    # ---- the writer ----

    async def change(self, change: Change) -> Any:
        """Have a change wait in line; its answer, once it is on the disk."""
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
        self._writing = True
        try:
            match batch[0]:
                case Order():
                    await self._carry_out(batch[0])
                case Clear():
                    await self._forget(self.record.silent(self.connected))
                    self._tick()
                    batch[0].done()
                case End():
                    await self._end(batch[0])
                case _:
                    going: list[Join | Cast] = []
                    for one in batch:
                        if isinstance(one, Join | Cast) and self._goes(one, going):
                            going.append(one)
                    await self._keep(going)
            if self.trouble:
                self._note(None)
        except Exception as error:
            lost = isinstance(error, Lost)  # `replicas` takes note
            if isinstance(error, NotSaved) and not lost:
                self._note(error.happened)
            if not lost and (isinstance(error, NotSaved) or not isinstance(error, FairkiError)):
                self.report(error)
            for change in batch:
                change.refuse(error)
        finally:
            self._writing = False

    async def _keep(self, changes: list[Join | Cast]) -> None:
        casts = [change for change in changes if isinstance(change, Cast)]
        joins = {one.hashed: one for one in changes if isinstance(one, Join)}
        for hashed in self.record.people.keys() & joins.keys():  # the request came twice
            joins.pop(hashed).done()
        joins = await self._with_room(joins, {cast.vote.participant for cast in casts})
        people = dict(zip(sorted(joins), self._numbers(len(joins)), strict=True))
        given: dict[tuple[Place, int], list[Vote]] = {}
        for cast in casts:
            earlier = given.setdefault(_ballot(cast.vote), [])
            if cast.vote.nonce in [vote.nonce for vote in earlier[:-1]]:
                cast.refuse(refusals.replaced())
            elif not earlier or earlier[-1].nonce != cast.vote.nonce:
                earlier.append(self.record.noted(cast.vote))
        votes = [earlier[-1] for earlier in given.values()]
        if people or votes:
            everybody = [(number, hashed) for hashed, number in people.items()]
            await self._run(self.store.add, everybody, votes)
        for ballot, votes_there in given.items():
            before = self.record.votes.get(ballot[0], {}).get(ballot[1])
            gone = [vote.nonce for vote in ([before] if before else []) + votes_there[:-1]]
            if gone:
                self._replaced.setdefault(ballot, deque(maxlen=MOST_REPLACED)).extend(gone)
        self.record.add(people, votes)
        for change in changes:
            change.done(change.vote if isinstance(change, Cast) else None)
        self.staff.move()

    async def _with_room(self, joins: dict[str, Join], voters: set[int]) -> dict[str, Join]:
        """The joins that there is room for; in a full room, silent devices make room."""
        excess = len(self.record.people) + len(joins) - refusals.MOST_PEOPLE
        if excess <= 0:
            return joins
        silent = [one for one in self.record.silent(self.connected) if self.record.people[one] not in voters]
        if silent[:excess]:
            await self._forget(silent[:excess])
        room = max(0, refusals.MOST_PEOPLE - len(self.record.people))
        for one in list(joins)[room:]:
            joins.pop(one).refuse(refusals.full())
        return joins

    def _numbers(self, count: int) -> list[int]:
        """New numbers for people; random, so that they say nothing about who came first.

        Odd and even ones are never more than ``UNEVEN`` apart: an activity may show its halves different words. One
        apart would be fairer still, but would tell those who saw somebody arrive which half that person is in.
        """
        taken = set(self.record.people.values())
        more_odd = sum(1 if number % 2 else -1 for number in taken)
        fresh: list[int] = []
        while len(fresh) < count:
            number = secrets.randbits(48)
            if abs(more_odd) >= UNEVEN:
                number = number & ~1 | (more_odd < 0)
            if number not in taken:
                taken.add(number)
                fresh.append(number)
                more_odd += 1 if number % 2 else -1
        return fresh

    async def _carry_out(self, order: Order) -> None:
        if order.id in self.record.session.done:  # its answer was lost, perhaps with the server that gave it
            order.done(self.record.session)
            return
        session = order.make(self.record.session).noting(order.id)
        reset = order.reset and self.record.session.activity(order.reset)
        shown = {place: values for place, values in self.record.due(session).items() if place[0] != reset}
        await self._run(self.store.save, session, reset, shown)
        self.record.follow(session, reset, shown)
        if reset:
            self._replaced = {
                ballot: gone for ballot, gone in self._replaced.items() if ballot[0][0] != reset
            }
        self._tick()
        order.done(session)

    async def _forget(self, hashes: list[str]) -> None:
        await self._run(self.store.remove, hashes)
        for hashed in hashes:
            self._rates.pop(self.record.people[hashed], None)
        self.record.remove(hashes)

    async def _end(self, end: End) -> None:
        await self._run(self.store.erase)
        self.ended, self.trouble = True, None
        for change in self._line:
            change.refuse(refusals.ended())
        self._line.clear()
        self._rates.clear()
        self._replaced.clear()
        self.record.clear()
        self.results.close()
        self._tick()
        end.done()

    async def _run(self, function: Callable[..., Any], *arguments: Any) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def _goes(self, change: Join | Cast, before: Sequence[Join | Cast]) -> bool:
        """Whether the session takes this now, behind those `before` it; answers it if not."""
        if change.answer.done():  # whoever waited has gone
            return False
        try:
            if isinstance(change, Join):
                return True
            vote = change.vote
            if vote.participant not in self.record.numbers:  # forgotten a moment ago
                raise refusals.unknown_token()
            if known := self._repeated(vote.participant, change.step, vote.round, vote.nonce):
                change.done(known)
                return False
            self.record.session.admit(change.step, vote.round)
            if self.record.claimed(vote, (one.vote for one in before if isinstance(one, Cast))):
                raise refusals.claimed()
        except Refused as error:
            change.refuse(error)
            return False
        return True

    def _repeated(self, number: int, step: str, round_: int, nonce: str) -> Vote | None:
        """The stored vote, if this is the same one again.

        Raises:
            Refused: if it is one that a later one has replaced; a network may bring it twice, and late.
        """
        if known := self.record.repeated(number, step, round_, nonce):
            return known
        if step in self.record.session.steps:
            place = self.record.session.activity(step), round_
            if nonce in self._replaced.get((place, number), ()):
                raise refusals.replaced()
        return None

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
        if self.away:
            raise refusals.elsewhere()
        if self.ended:
            raise refusals.ended()


def _ballot(vote: Vote) -> tuple[Place, int]:
    return (vote.step, vote.round), vote.participant


def begin(agenda: Mapping[str, Any], port: int, seats: int = 0) -> Stored:
    """A new workshop that follows `agenda`, with so many printed codes for seats; 0: whoever comes joins."""
    codes = tuple(tokens.new_seats(seats))
    session = Session(tokens.new_code(), agenda, seats=codes)
    return Stored(session, secrets.token_hex(6), dt.date.today(), port)


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
