"""What a facilitator may ask for: the name of a command → what it does with the workshop."""

import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursetools.workshop import earlier, own_questions, raised_cards, refusals
from coursetools.workshop.de import earlier as de_earlier
from coursetools.workshop.handler_base import taken
from coursetools.workshop.record import check
from coursetools.workshop.session import Refused, Session
from coursetools.workshop.timer import MORE, ON, PAUSE, START, STOP

if TYPE_CHECKING:
    from coursetools.workshop.workshop import Workshop

Body = Mapping[str, Any]
ACTIONS = (START, PAUSE, ON, MORE, STOP)
"""What can be done with the room's time."""


@dataclass(frozen=True)
class Call:
    """A command as it came: for which workshop, what it says, and its `id`, under which it comes into effect once."""

    workshop: "Workshop"
    body: Body
    id: str

    async def order(self, make: Callable[[Session], Session], reset: str | None = None) -> None:
        """Have the room change its session; see ``Room.order``."""
        await self.workshop.room.order(make, reset, self.id)


async def _go(call: Call) -> None:
    step = None
    if call.body.get("step", "") is not None:
        (step,) = taken(call.body, step=str)
    await call.order(lambda session: session.go(step, time.time()))


async def _open(call: Call) -> None:
    step, round_ = taken(call.body, step=str, round=int)
    record = call.workshop.room.record
    await call.order(lambda session: record.seated(session.open(step, round_), step))


async def _close(call: Call) -> None:
    (step,) = taken(call.body, step=str)
    await call.order(lambda session: session.close(step))


async def _reveal(call: Call) -> None:
    (step,) = taken(call.body, step=str)
    await call.order(lambda session: session.reveal(step))


async def _reset(call: Call) -> None:
    (step,) = taken(call.body, step=str)
    await call.order(lambda session: session.reset(step), reset=step)


async def _fewest(call: Call) -> None:
    (number,) = taken(call.body, number=int)
    record = call.workshop.room.record
    await call.order(lambda session: session.show_from(number, voted=bool(record.votes)))


async def _address(call: Call) -> None:
    (address,) = taken(call.body, address=str)
    call.workshop.check_address(address)
    await call.order(lambda session: session.show_address(address))


async def _remove_silent(call: Call) -> None:
    await call.workshop.room.remove_silent()


async def _timer(call: Call) -> None:
    action, minutes = taken(call.body, action=str, minutes=int)
    if action not in ACTIONS:
        raise refusals.bad_request()
    await call.order(lambda session: session.time(action, minutes, time.time()))


async def _cards(call: Call) -> None:
    (on,) = taken(call.body, on=bool)
    await call.order(lambda session: session.count_cards(on, secrets.token_hex(32)))


async def _raised(call: Call) -> None:
    step, round_, counts = taken(call.body, step=str, round=int, counts=dict)
    if any(type(number) is not int for number in counts.values()):
        raise refusals.bad_request()
    await raised_cards.count(call.workshop.room, step, round_, counts)


async def _promises(call: Call) -> None:
    def ask(session: Session) -> Session:
        if earlier.STEP in session.steps:
            raise Refused("already_asked", *de_earlier.ASKED_ALREADY)
        return session.ask(
            earlier.STEP, earlier.question(session.earlier), own_questions.place(session, False)
        )

    await call.order(ask)


async def _forget_earlier(call: Call) -> None:
    await call.order(lambda session: session.stand_beside(None))


async def _rules(call: Call) -> None:
    (on,) = taken(call.body, on=bool)
    await call.order(lambda session: session.show_rules(on))


async def _free_text(call: Call) -> None:
    step, on = taken(call.body, step=str, on=bool)
    await call.order(lambda session: session.allow_text(step, on))


async def _moderate(call: Call) -> None:
    step, shown = taken(call.body, step=str, shown=bool)
    texts = taken(call.body, texts=list)[0] if "texts" in call.body else taken(call.body, text=str)
    if not all(isinstance(text, str) for text in texts):
        raise refusals.bad_request()
    await call.order(lambda session: session.moderate(step, texts, shown))


async def _answered(call: Call) -> None:
    step, text, on = taken(call.body, step=str, text=str, on=bool)
    await call.order(lambda session: session.mark(step, text, on))


async def _agenda(call: Call) -> None:
    if "steps" in call.body:
        steps, title = taken(call.body, steps=list, title=str)
        agenda = call.workshop.agendas.of_steps(_pairs(steps), title)
    elif "units" in call.body:
        agenda = call.workshop.own_agenda(*taken(call.body, units=list))
    else:
        agenda = call.workshop.agenda(*taken(call.body, agenda=str))

    def follow(session: Session) -> Session:
        check(new := session.follow(own_questions.along(session, agenda)))
        return new

    await call.order(follow)


def _pairs(steps: list[Any]) -> list[tuple[str, int]]:
    """Id and minutes of each step."""
    for pair in steps:
        if type(pair) is not list or list(map(type, pair)) != [str, int]:
            raise refusals.bad_request()
    return [(id, minutes) for id, minutes in steps]


async def _ask(call: Call) -> None:
    kind, settings, minutes = taken(call.body, kind=str, settings=dict, minutes=int)
    now = call.body.get("now", False)
    step = own_questions.step(kind, settings, minutes)

    def ask(session: Session) -> Session:
        id = own_questions.next_id(session.steps)
        asked = session.ask(id, step, own_questions.place(session, now is True))
        if now is not True:
            return asked
        return call.workshop.room.record.seated(asked.go(id, time.time()).open(id), id)

    await call.order(ask)


async def _rewrite(call: Call) -> None:
    id, kind, settings, minutes = taken(call.body, step=str, kind=str, settings=dict, minutes=int)
    step = own_questions.step(kind, settings, minutes)
    await call.order(lambda session: session.rewrite(_own(id), step))


async def _drop(call: Call) -> None:
    (id,) = taken(call.body, step=str)
    await call.order(lambda session: session.drop(_own(id)))


def _own(step: str) -> str:
    if not own_questions.is_own(step):
        raise refusals.bad_request()
    return step


async def _end(call: Call) -> None:
    if call.body.get("confirm") != "beenden":
        raise refusals.bad_request()
    await call.workshop.end()


COMMANDS: dict[str, Callable[[Call], Awaitable[None]]] = {
    "go": _go,
    "open": _open,
    "close": _close,
    "reveal": _reveal,
    "reset": _reset,
    "fewest": _fewest,
    "timer": _timer,
    "promises": _promises,
    "forget_earlier": _forget_earlier,
    "rules": _rules,
    "cards": _cards,
    "raised": _raised,
    "free_text": _free_text,
    "moderate": _moderate,
    "answered": _answered,
    "agenda": _agenda,
    "ask": _ask,
    "rewrite": _rewrite,
    "drop": _drop,
    "address": _address,
    "remove_silent": _remove_silent,
    "end": _end,
}
