"""The workshop that is going on: who takes part, what they voted, and one writer through which all changes go.

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
from dataclasses import dataclass, field, replace
from typing import Any

from coursetools.serve.guard import Rate
from coursetools.serve.guard import Refused as TooFast
from coursetools.workshop import tokens
from coursetools.workshop.activities import KINDS, Activity
from coursetools.workshop.live import Results, Tick
from coursetools.workshop.session import CLOSED, REVEALED, Refused, Session
from coursetools.workshop.store import FACILITATOR, PROJECTOR, NotSaved, Store, Stored, Vote
from fairki.errors import FairkiError

MOST_PEOPLE = 1000
LARGEST_BATCH = 500  # changes in one commit


def ended() -> Refused:
    """For whoever comes after the end."""
    return Refused(
        "ended",
        "Dieser Workshop ist beendet. Alles ist gelöscht.",
        "Sie können diese Seite schließen. Danke!",
    )


def _full() -> Refused:
    return Refused(
        "full",
        f"In diesem Workshop sind schon {MOST_PEOPLE} Geräte.",
        "Schauen Sie bei jemandem in der Nähe mit hinein.",
    )


def _haste() -> Refused:
    return Refused(
        "too_fast",
        "Das waren sehr viele Anfragen auf einmal.",
        "Warten Sie einen Moment. Es geht gleich weiter.",
    )


def _unknown() -> Refused:
    return Refused(
        "unknown_token",
        "Dieser Zugang gehört nicht zu diesem Workshop.",
        "Treten Sie bitte noch einmal bei. Wer leitet, nimmt die Adresse, die beim Start im Terminal steht.",
    )


@dataclass
class Change:
    """Something that waits for the writer."""

    answer: asyncio.Future = field(default_factory=lambda: asyncio.get_running_loop().create_future())


@dataclass
class Join(Change):
    """Somebody arrives; the answer is their number."""

    hashed: str = ""


@dataclass
class Cast(Change):
    """A vote, given in `step`; the answer is the vote as it is stored."""

    step: str = ""
    vote: Vote | None = None


@dataclass
class Order(Change):
    """A command; `make` gives the next session, which is the answer; `reset`: a step whose activity loses its votes."""

    make: Callable[[Session], Session] = lambda session: session
    reset: str | None = None


@dataclass
class End(Change):
    """The end; there is no answer."""


class Room:
    """One workshop. Its methods are called in the event loop.

    Attributes:
        session: the state after the last command.
        votes: (step that the activity belongs to, round) → participant → vote; only what the store has kept.
        phones, staff: tick when phones or facilitators and projectors have something new to see.
        connected: participant → open streams.
        trouble: a German sentence when the last change could not be stored.
        projector: a token for the projector, good as long as this process lives.
    """

    def __init__(self, store: Store, stored: Stored, report: Callable[[BaseException], None]):
        self.store, self.name, self.session = store, stored.name, stored.session
        self.keys, self.people = dict(stored.keys), dict(stored.participants)
        self.votes: dict[tuple[str, int], dict[int, Vote]] = {}
        for vote in stored.votes:
            self.votes.setdefault((vote.step, vote.round), {})[vote.participant] = vote
        self.ended, self.trouble, self.report = False, None, report
        self.phones, self.staff = Tick(), Tick()
        self.connected: Counter[int] = Counter()
        self.projector = ""
        self.results = Results(self._computed, report)
        self._tallies: Counter[str] = Counter()
        self._rates: dict[int, Rate] = {}
        self._joins = Rate(burst=2 * MOST_PEOPLE, per_second=20)
        self._activities: dict[str, Activity] = {}
        self._publics: dict[str, dict] = {}
        self._line: deque[Change] = deque()
        self._waiting = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, "workshop-store")

    # ---- who is there ----

    def participant(self, token: str) -> int:
        """The number of the participant with this token.

        Raises:
            Refused: if there is none, or the workshop is over.
        """
        self._must_go_on()
        # The way to an entry depends on its hash, which tells nothing about a token.
        number = self.people.get(tokens.digest(token))
        if number is None:
            raise _unknown()
        return number

    def admit(self, token: str, *roles: str) -> None:
        """Let a facilitator or projector pass.

        Raises:
            Refused: if no key of these roles fits.
        """
        if not self.ended:
            among = [hashed for hashed, role in self.keys.items() if role in roles]
            if not tokens.known(tokens.digest(token), among):
                raise _unknown()
        elif not tokens.known(tokens.digest(token), self.keys):
            raise ended()

    def pace(self, number: int) -> None:
        """Count a request of a participant.

        Raises:
            Refused: if there were too many.
        """
        try:
            self._rates.setdefault(number, Rate(burst=30, per_second=3)).take()
        except TooFast as error:
            raise _haste() from error

    # ---- changes ----

    async def join(self) -> str:
        """A token for somebody new.

        Raises:
            Refused: if the room is full, or the workshop is over.
        """
        try:
            self._joins.take()
        except TooFast as error:
            raise _haste() from error
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
        if known := self._repeated(number, step, round_, nonce):
            return known
        self.session.admit(step, round_)
        value = self.activity(step).accept(value, round_)
        vote = Vote(self.session.activity(step), round_, number, nonce, value)
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

    # ---- what there is to see ----

    def activity(self, step: str) -> Activity:
        """The activity of a step."""
        one = self.session.activity(step)
        if one not in self._activities:
            self._activities[one] = make(self.session, one)
        return self._activities[one]

    def public(self, step: str) -> dict:
        """What the activity of a step shows before anybody has voted in its current round."""
        if step not in self._publics:
            *earlier, (round_, _) = self.rounds(step).items()
            self._publics[step] = self.activity(step).public(round_, dict(earlier), self.session.fewest)
        return self._publics[step]

    def rounds(self, step: str) -> dict[int, list]:
        """Round → values, up to the step's current one; in no order that says who voted when."""
        activity = self.session.activity(step)
        return {
            number: [vote.value for _, vote in sorted(self.votes.get((activity, number), {}).items())]
            for number in range(1, self.session.phase(step).round + 1)
        }

    def answers(self, step: str, round_: int | None = None) -> int:
        """How many have voted in a round, by default in the step's current one."""
        round_ = self.session.phase(step).round if round_ is None else round_
        return len(self.votes.get((self.session.activity(step), round_), ()))

    def mine(self, number: int) -> Vote | None:
        """A participant's vote in the current round of the current step."""
        step, session = self.session.step, self.session
        if step is None or step["kind"] != "activity":
            return None
        place = session.activity(step["id"]), session.phase(step["id"]).round
        return self.votes.get(place, {}).get(number)

    def result(self, step: str) -> dict | None:
        """The result of a step once voting is closed; None before, and as long as it is being computed."""
        if self.session.phase(step).state not in (CLOSED, REVEALED) or self.ended:
            return None
        return self.results.get(step, *self._computation(step))

    async def whole_result(self, step: str) -> dict | None:
        """The result of a step whose voting is closed, waiting for it; None if it cannot be computed."""
        return await self.results.wait(step, *self._computation(step))

    async def warm_up(self) -> None:
        """Prepare the results of this agenda, so that nobody waits for the first ones."""
        for step, content in self.session.steps.items():
            if content["kind"] == "activity" and not self.ended:
                await self.results.warm_up(self.activity(step).warm_up)

    # ---- helpers ----

    def _computation(self, step: str) -> tuple[tuple, Callable[[], dict]]:
        session, activity, rounds = self.session, self.activity(step), self.rounds(step)
        last, texts = max(rounds), session.texts(step)
        tally = self._tallies[session.activity(step)]
        state = (session.plan, last, tally, session.fewest, texts, activity)
        return state, lambda: activity.result(rounds[last], rounds, session.fewest, texts)

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
                if not change.answer.done():
                    change.answer.set_exception(error)

    async def _keep(self, changes: list[Join | Cast]) -> None:
        number = max(self.people.values(), default=0)
        joins = [change for change in changes if isinstance(change, Join)]
        people = [(number + place, join.hashed) for place, join in enumerate(joins, 1)]
        votes = [change.vote for change in changes if isinstance(change, Cast)]
        await self._run(self.store.add, people, votes)
        self.people.update((hashed, number) for number, hashed in people)
        for vote in votes:
            self.votes.setdefault((vote.step, vote.round), {})[vote.participant] = vote
            self._tallies[vote.step] += 1
        for change in changes:
            _answer(change, change.vote if isinstance(change, Cast) else None)
        self.staff.move()

    async def _carry_out(self, order: Order) -> None:
        session = order.make(self.session)
        reset = order.reset and self.session.activity(order.reset)
        await self._run(self.store.save, session, reset)
        if session.plan != self.session.plan or session.free_text != self.session.free_text:
            self._activities.clear()
        self.session = session
        self._publics.clear()
        if reset is not None:
            for place in [place for place in self.votes if place[0] == reset]:
                del self.votes[place]
            self._tallies[reset] += 1
        self._tick()
        _answer(order, session)

    async def _end(self, end: End) -> None:
        await self._run(self.store.erase)
        self.ended, self.trouble = True, None
        for change in self._line:
            if not change.answer.done():
                change.answer.set_exception(ended())
        for kept in (self._line, self.votes, self.people, self._rates, self._tallies, self._publics):
            kept.clear()
        self.results.close()
        self._tick()
        _answer(end, None)

    async def _run(self, function: Callable, *arguments: Any) -> None:
        await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    def _goes(self, change: Change) -> bool:
        """Whether the session takes this now; answers it if not."""
        if change.answer.done():  # whoever waited has gone
            return False
        try:
            if isinstance(change, Join):
                if len(self.people) >= MOST_PEOPLE:
                    raise _full()
                return True
            vote = change.vote
            if known := self._repeated(vote.participant, change.step, vote.round, vote.nonce):
                change.answer.set_result(known)
                return False
            self.session.admit(change.step, vote.round)
        except Refused as error:
            change.answer.set_exception(error)
            return False
        return True

    def _repeated(self, number: int, step: str, round_: int, nonce: str) -> Vote | None:
        if step not in self.session.steps:
            return None
        known = self.votes.get((self.session.activity(step), round_), {}).get(number)
        return known if known and known.nonce == nonce else None

    def _note(self, trouble: str | None) -> None:
        self.trouble = trouble
        self.staff.move()

    def _computed(self) -> None:
        step = self.session.position
        if step and self.session.phase(step).state == REVEALED:
            self.phones.move()
        self.staff.move()

    def _tick(self) -> None:
        self.phones.move()
        self.staff.move()

    def _must_go_on(self) -> None:
        if self.ended:
            raise ended()


def _answer(change: Change, value: Any) -> None:
    if not change.answer.done():  # whoever waited has gone
        change.answer.set_result(value)


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


def make(session: Session, step: str) -> Activity:
    """The activity of a step."""
    return KINDS[session.steps[step]["activity"]](session.settings(step))


def check(session: Session) -> None:
    """Make every activity of the agenda once.

    Raises:
        BadFileError: if one does not fit.
    """
    for step, content in session.steps.items():
        if content["kind"] == "activity":
            make(session, session.activity(step))
