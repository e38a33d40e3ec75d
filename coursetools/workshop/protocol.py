"""What the room found, added up: all that outlives a workshop, and only if the facilitator takes it along."""

import datetime as dt
from typing import Any

from coursetools.workshop.de import papers as de
from coursetools.workshop.room import Room
from coursetools.workshop.session import CLOSED, REVEALED
from fairki.documents.layout import Heading, Items, Paper, Part, Prose, Table

FILE_NAME = "protokoll.docx"


async def paper(room: Room) -> Paper:
    """The protocol: each activity whose voting is closed and that has enough answers; never a single answer."""
    parts: list[Part] = []
    for step, content in room.record.session.steps.items():
        if content["kind"] == "activity" and room.record.session.phase(step).state in (CLOSED, REVEALED):
            result = await room.whole_result(step)
            if result and result["enough"]:
                parts += [Heading(content["title"]), *_described(result)]
    if not parts:
        parts = [Prose(de.NOTHING_YET)]
    return Paper(
        de.PROTOCOL,
        room.record.session.agenda["title"],
        dt.date.today(),
        [*parts, Prose(de.sums_alone(room.record.session.fewest), muted=True)],
    )


def _described(result: dict[str, Any]) -> list[Part]:
    parts: list[Part] = [Heading(result["title"], 2), Prose(result["summary"])]
    table = result["table"]
    if table["rows"]:
        parts.append(Table(tuple(table["columns"]), tuple(tuple(map(str, row)) for row in table["rows"])))
    if result["texts"]:
        parts.append(Items(tuple(result["texts"])))
    return parts + [Prose(note) for note in result["notes"]]
