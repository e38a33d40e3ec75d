"""What a facilitator may ask for: the name of a command → what it does with the workshop."""

import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
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


async def _go(workshop: "Workshop", body: Body) -> None:
    step = None
    if body.get("step", "") is not None:
        (step,) = taken(body, step=str)
    await workshop.room.order(lambda session: session.go(step, time.time()))


async def _open(workshop: "Workshop", body: Body) -> None:
    step, round_ = taken(body, step=str, round=int)
    record = workshop.room.record
    await workshop.room.order(lambda session: record.seated(session.open(step, round_), step))


async def _close(workshop: "Workshop", body: Body) -> None:
    (step,) = taken(body, step=str)
    await workshop.room.order(lambda session: session.close(step))


async def _reveal(workshop: "Workshop", body: Body) -> None:
    (step,) = taken(body, step=str)
    await workshop.room.order(lambda session: session.reveal(step))


async def _reset(workshop: "Workshop", body: Body) -> None:
    (step,) = taken(body, step=str)
    await workshop.room.order(lambda session: session.reset(step), reset=step)


async def _fewest(workshop: "Workshop", body: Body) -> None:
    (number,) = taken(body, number=int)
    record = workshop.room.record
    await workshop.room.order(lambda session: session.show_from(number, voted=bool(record.votes)))


async def _address(workshop: "Workshop", body: Body) -> None:
    await workshop.show_address(*taken(body, address=str))


async def _remove_silent(workshop: "Workshop", body: Body) -> None:
    await workshop.room.remove_silent()


async def _timer(workshop: "Workshop", body: Body) -> None:
    action, minutes = taken(body, action=str, minutes=int)
    if action not in ACTIONS:
        raise refusals.bad_request()
    await workshop.room.order(lambda session: session.time(action, minutes, time.time()))


async def _cards(workshop: "Workshop", body: Body) -> None:
    (on,) = taken(body, on=bool)
    await workshop.room.order(lambda session: session.count_cards(on, secrets.token_hex(32)))


async def _raised(workshop: "Workshop", body: Body) -> None:
    step, round_, counts = taken(body, step=str, round=int, counts=dict)
    if any(type(number) is not int for number in counts.values()):
        raise refusals.bad_request()
    await raised_cards.count(workshop.room, step, round_, counts)


async def _promises(workshop: "Workshop", body: Body) -> None:
    def ask(session: Session) -> Session:
        if earlier.STEP in session.steps:
            raise Refused("already_asked", *de_earlier.ASKED_ALREADY)
        return session.ask(
            earlier.STEP, earlier.question(session.earlier), own_questions.place(session, False)
        )

    await workshop.room.order(ask)


async def _forget_earlier(workshop: "Workshop", body: Body) -> None:
    await workshop.room.order(lambda session: session.stand_beside(None))


async def _rules(workshop: "Workshop", body: Body) -> None:
    (on,) = taken(body, on=bool)
    await workshop.room.order(lambda session: session.show_rules(on))


async def _free_text(workshop: "Workshop", body: Body) -> None:
    step, on = taken(body, step=str, on=bool)
    await workshop.room.order(lambda session: session.allow_text(step, on))


async def _moderate(workshop: "Workshop", body: Body) -> None:
    step, shown = taken(body, step=str, shown=bool)
    texts = taken(body, texts=list)[0] if "texts" in body else taken(body, text=str)
    if not all(isinstance(text, str) for text in texts):
        raise refusals.bad_request()
    await workshop.room.order(lambda session: session.moderate(step, texts, shown))


async def _answered(workshop: "Workshop", body: Body) -> None:
    step, text, on = taken(body, step=str, text=str, on=bool)
    await workshop.room.order(lambda session: session.mark(step, text, on))


async def _agenda(workshop: "Workshop", body: Body) -> None:
    if "steps" in body:
        steps, title = taken(body, steps=list, title=str)
        agenda = workshop.agendas.of_steps(_pairs(steps), title)
    elif "units" in body:
        agenda = workshop.own_agenda(*taken(body, units=list))
    else:
        agenda = workshop.agenda(*taken(body, agenda=str))

    def follow(session: Session) -> Session:
        check(new := session.follow(own_questions.along(session, agenda)))
        return new

    await workshop.room.order(follow)


def _pairs(steps: list[Any]) -> list[tuple[str, int]]:
    """Id and minutes of each step."""
    for pair in steps:
        if type(pair) is not list or list(map(type, pair)) != [str, int]:
            raise refusals.bad_request()
    return [(id, minutes) for id, minutes in steps]


async def _ask(workshop: "Workshop", body: Body) -> None:
    kind, settings, minutes = taken(body, kind=str, settings=dict, minutes=int)
    now = body.get("now", False)
    # What asked for it stays with the question: the same request asks nothing anew, whichever server it comes to.
    step = own_questions.step(kind, settings, minutes) | {"asked": body.get("id")}

    def ask(session: Session) -> Session:
        if step["asked"] and step["asked"] in [one.get("asked") for one in session.steps.values()]:
            return session
        id = own_questions.next_id(session.steps)
        asked = session.ask(id, step, own_questions.place(session, now is True))
        if now is not True:
            return asked
        return workshop.room.record.seated(asked.go(id, time.time()).open(id), id)

    await workshop.room.order(ask)


async def _rewrite(workshop: "Workshop", body: Body) -> None:
    id, kind, settings, minutes = taken(body, step=str, kind=str, settings=dict, minutes=int)
    step = own_questions.step(kind, settings, minutes)
    await workshop.room.order(lambda session: session.rewrite(_own(id), step))


async def _drop(workshop: "Workshop", body: Body) -> None:
    (id,) = taken(body, step=str)
    await workshop.room.order(lambda session: session.drop(_own(id)))


def _own(step: str) -> str:
    if not own_questions.is_own(step):
        raise refusals.bad_request()
    return step


async def _end(workshop: "Workshop", body: Body) -> None:
    if body.get("confirm") != "beenden":
        raise refusals.bad_request()
    await workshop.end()


COMMANDS: dict[str, Callable[["Workshop", Body], Awaitable[None]]] = {
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
