"""What the room found, step by step: the one thing that all files of a room are made of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursetools.workshop.session import CLOSED, REVEALED

if TYPE_CHECKING:
    from coursetools.workshop.room import Room


@dataclass(frozen=True)
class Finding:
    """What one step found.

    Attributes:
        step: id of the step.
        title: title of the step.
        result: as ``Activity.result`` gives it, with enough answers.
    """

    step: str
    title: str
    result: dict[str, Any]


@dataclass(frozen=True)
class Findings:
    """What a room found up to now.

    Attributes:
        title: of the agenda.
        day: when this was put together.
        fewest: answers from which on there are figures.
        found: the steps whose voting is closed and that have enough answers, in the order of the agenda.
    """

    title: str
    day: dt.date
    fewest: int
    found: Sequence[Finding]


async def gather(room: "Room") -> Findings:
    """What the room found; never a single answer, nothing below the least number, no text that was not let through."""
    session, found = room.record.session, []
    for step, content in session.steps.items():
        if content["kind"] != "activity" or session.phase(step).state not in (CLOSED, REVEALED):
            continue
        result = await room.whole_result(step)
        if result and result["enough"]:
            found.append(Finding(step, content["title"], result))
    return Findings(session.agenda["title"], dt.date.today(), session.fewest, tuple(found))


def shares(result: dict[str, Any]) -> list[dict[str, Any]]:
    """The bars of a result that are shares of answers; what other bars mean (places, points), its table says."""
    points = result["kind"] == "kodex_vote" and len(result["table"]["columns"]) != 3
    return [] if result["kind"] == "ranking" or points else list(result["bars"])


def series(result: dict[str, Any]) -> dict[str, list[float | None]]:
    """Name of a round (or of a part of the room) → share of each bar; the round that is shown is the last, named ""."""
    bars = result["bars"]
    names = list(dict.fromkeys(one["label"] for bar in bars for one in bar["earlier"]))
    found: dict[str, list[float | None]] = {
        name: [next((one["share"] for one in bar["earlier"] if one["label"] == name), None) for bar in bars]
        for name in names
    }
    return found | {"": [bar["share"] for bar in bars]}


def tells_more(result: dict[str, Any]) -> bool:
    """Whether the table of a result says something that its bars do not."""
    rows = result["table"]["rows"]
    return bool(rows) and [row[-1] for row in rows] != [bar["text"] for bar in result["bars"]]
