"""What phones, facilitators and the projector see, as plain JSON (its form: ``coursetools.workshop.handlers``)."""

import json
import time
from collections.abc import Mapping
from typing import Any

from coursetools.workshop import earlier, raised_cards, tokens
from coursetools.workshop.de import agenda as de
from coursetools.workshop.room import Room
from coursetools.workshop.session import HIDDEN, OPEN, REVEALED

_OWN = "\0own\0"  # no text of ours has a NUL in it


def phone(room: Room) -> tuple[str, str]:
    """A phone's state as JSON in two parts; what only this phone is told (see `own`) belongs between them."""
    if room.ended:
        return json.dumps(_head(room)), ""
    session = room.record.session
    step = _step(room)
    if step and step["activity"]:
        result = room.result(step["id"]) if step["activity"]["state"] == REVEALED else None
        step["activity"] |= {"summary": result and result["summary"], _OWN: None}
    text = json.dumps(_head(room) | {"title": session.agenda["title"], "step": step}, ensure_ascii=False)
    before, _, after = text.partition(json.dumps({_OWN: None})[1:-1])
    return before, after


def own(room: Room, number: int) -> str:
    """A participant's vote in the current activity, and what only this phone shows of it: members of a JSON object."""
    vote, step = room.record.mine(number), room.record.session.step
    told = {
        "mine": vote and {"nonce": vote.nonce, "value": vote.value},
        "own": room.record.own(step["id"], number) if step and _seen(room, step["id"]) else {},
    }
    return json.dumps(told, ensure_ascii=False)[1:-1]


def timed(room: Room) -> str:
    """The room's time now, as a member of a JSON object; "" at the end."""
    return "" if room.ended else f'"timer": {json.dumps(_timer(room))}'


def projector(room: Room, join: dict[str, Any]) -> dict[str, Any]:
    """What the room sees. `join`: the address to join at, and that of its QR code."""
    if room.ended:
        return _head(room)
    step = _step(room)
    if step and step["kind"] == "talk":
        step["ask"] = (room.record.session.step or {}).get("ask", [])
    if step and step["activity"]:
        revealed = step["activity"]["state"] == REVEALED
        step["activity"] |= _answers(room, step["id"]) | (
            _result(room, step["id"]) if revealed else _NO_RESULT
        )
    session = room.record.session
    if session.counting and step and step["activity"] and step["activity"]["public"]:
        step["activity"]["public"] = raised_cards.shown(room.record, step["id"])
    return _head(room) | {
        "title": session.agenda["title"],
        "code": session.code,
        "join": join,
        "people": len(room.record.people),
        "timer": _timer(room),
        "rules": (session.agenda.get("rules") or list(de.RULES)) if session.rules else None,
        "step": step,
    }


def facilitator(room: Room, join: dict[str, Any], addresses: list[str], base: str) -> dict[str, Any]:
    """What a facilitator sees. `join` as for `projector`; `addresses`: to choose from; `base`: where the site is."""
    if room.ended:
        return _head(room)
    session = room.record.session
    at = session.position
    active = at if session.step is not None and session.step["kind"] == "activity" else None
    return _head(room) | {
        "plan": session.plan,
        "code": session.code,
        "join": join | {"addresses": addresses},
        "seats": len(session.seats) or None,
        "projector": f"{base}leinwand#{room.projector}",
        "position": at,
        "people": len(room.record.people),
        "connected": len(room.connected),
        "silent": len(room.record.silent(room.connected)),
        "elapsed": {"workshop": _since(session.started), "step": _since(session.entered)},
        "fewest": session.fewest,
        "trouble": room.trouble,
        "timer": _timer(room),
        "rules": session.rules,
        "earlier": session.earlier and {name: session.earlier[name] for name in ("day", "title", "promises")},
        "beside": [{name: one[name] for name in ("day", "title")} for one in earlier.rooms(session.earlier)],
        "cards": {
            "on": session.counting,
            "letters": raised_cards.lettered(room.record, active) if active and session.counting else [],
            "counted": raised_cards.counted(room.record, active) if active else 0,
        },
        "phases": {
            one: _phase(room, one) for one, step in session.steps.items() if step["kind"] == "activity"
        },
        "texts": _texts(room, active) if active else [],
        "public": room.record.public(active) if active else None,
        **(_result(room, active) if active else _NO_RESULT),
    }


def sheet(room: Room, known: Mapping[str, Any]) -> dict[str, Any]:
    """The run sheet, and what is `known` beside it: what else could be followed, put together, or asked."""
    session = room.record.session
    return {"plan": session.plan, "agenda": session.agenda, **known}


_NO_RESULT = {"result": None, "computing": False, "too_few": None, "new": None}


def _head(room: Room) -> dict[str, Any]:
    return {"revision": room.record.session.revision, "session": room.name, "ended": room.ended}


def _step(room: Room) -> dict[str, Any] | None:
    session = room.record.session
    step = session.step
    if step is None:
        return None
    activity = None
    if step["kind"] == "activity":
        phase = session.phase(step["id"])
        activity = {
            "kind": step["activity"],
            "state": phase.state,
            "round": phase.round,
            "public": room.record.public(step["id"]) if _seen(room, step["id"]) else None,
        }
    return {
        "id": step["id"],
        "title": step["title"],
        "kind": step["kind"],
        "page": step.get("page") if step["kind"] == "page" else None,
        "activity": activity,
    }


def _seen(room: Room, step: str) -> bool:
    return room.record.session.phase(step).state != HIDDEN


def _answers(room: Room, step: str) -> dict[str, int]:
    return {"answers": room.record.answers(step), "finished": room.record.finished(step)}


def _result(room: Room, step: str) -> dict[str, Any]:
    session = room.record.session
    if session.phase(step).state in (HIDDEN, OPEN):
        return _NO_RESULT
    result = room.result(step)
    too_few, for_new = room.record.lacking(step)
    place = session.activity(step), session.phase(step).round
    return {
        "result": result,
        "computing": room.results.computing(step),
        "too_few": too_few or None,
        "new": {"answers": room.record.fresh(place), "missing": for_new} if for_new else None,
    }


def _phase(room: Room, step: str) -> dict[str, Any]:
    record, session = room.record, room.record.session
    phase = session.phase(step)
    answers = [record.answers(step, number) for number in range(1, phase.round + 1)]
    return {
        "state": phase.state,
        "round": phase.round,
        "next": None if phase.state == HIDDEN else session.last_round(step) + 1,
        "answers": answers[-1],
        "finished": record.finished(step),
        "rounds": answers,
        "names": list(record.activity(step).phases),
        "free_text": session.settings(step).get("free_text"),
        "moderated": record.activity(step).moderated,
    }


def _texts(room: Room, step: str) -> list[dict[str, Any]]:
    record, session = room.record, room.record.session
    activity = record.activity(step)
    *_, values = record.rounds(step).values()
    there = len(values)
    if activity.as_they_come:
        values, there = record.given(step), len(record.people)
    if there < session.fewest:
        return []
    texts = {text for value in values for text in activity.texts_of(value)}
    if activity.as_they_come:  # what was let through stays, whatever becomes of the phone
        texts |= session.texts(step)
    answered = session.answered.get(session.activity(step), frozenset())
    # In an order that says neither who wrote something nor when.
    return [
        {"text": text, "shown": text in session.texts(step), "answered": text in answered}
        for text in sorted(texts, key=tokens.digest)
    ]


def _timer(room: Room) -> dict[str, Any] | None:
    timer = room.record.session.timer
    return timer.plain(time.time()) if timer else None


def _since(moment: int | None) -> int | None:
    return None if moment is None else max(0, int(time.time()) - moment)
