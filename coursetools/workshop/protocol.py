"""What the room found, added up: all that outlives a workshop, and only if the facilitator takes it along."""

import datetime as dt

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
        parts = [Prose("Noch gibt es keine Abstimmung mit genug Antworten.")]
    note = (
        f"Dieses Protokoll enthält nur Summen, und nur ab {room.record.session.fewest} Antworten. "
        "Namen hat der Workshop nie erfragt. Die einzelnen Antworten werden am Ende gelöscht."
    )
    return Paper(
        "Protokoll des Workshops",
        room.record.session.agenda["title"],
        dt.date.today(),
        [*parts, Prose(note, muted=True)],
    )


def _described(result: dict) -> list[Part]:
    parts: list[Part] = [Heading(result["title"], 2), Prose(result["summary"])]
    table = result["table"]
    if table["rows"]:
        parts.append(Table(tuple(table["columns"]), tuple(tuple(map(str, row)) for row in table["rows"])))
    if result["texts"]:
        parts.append(Items(tuple(result["texts"])))
    return parts + [Prose(note) for note in result["notes"]]
