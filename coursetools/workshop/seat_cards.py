"""Cards to cut out, one for each seat: where to join, and a code that only one seat has."""

import datetime as dt

from coursetools.web_names import readable
from coursetools.workshop.de import papers as de
from coursetools.workshop.room import Room
from fairki.documents.layout import Paper, Prose, Table

FILE_NAME = "platzkarten.docx"


def paper(room: Room, join: str) -> Paper:
    """The cards of a workshop that people join at the address `join`; in no order that says anything."""
    session = room.record.session
    where = de.where(readable(join).removeprefix("http://"), session.code)
    cards = [(de.seat(spelled(seat)), where) for seat in sorted(session.seats)]
    cards += [("", "")] * (len(cards) % 2)
    rows = tuple(zip(cards[::2], cards[1::2], strict=True))
    return Paper(
        de.SEAT_CARDS,
        session.agenda["title"],
        dt.date.today(),
        [Prose(de.SEATS_HOW), Table((de.TO_CUT_OUT, de.TO_CUT_OUT), rows, height=1.6)],
    )


def spelled(seat: str) -> str:
    """A code as people type it: ``ABCD-2345``."""
    return f"{seat[:4]}-{seat[4:]}"
