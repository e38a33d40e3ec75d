"""Cards to cut out, one for each seat: where to join, and a code that only one seat has."""

import datetime as dt

from coursetools.workshop.room import Room
from fairki.documents.layout import Paper, Prose, Table

FILE_NAME = "platzkarten.docx"
HOW = (
    "Schneiden Sie die Karten auseinander, mischen Sie sie, und lassen Sie alle eine ziehen. "
    "Schreiben Sie nicht auf, wer welche Karte hat: So bleiben die Antworten geheim. "
    "Wer das Gerät wechselt, gibt dort denselben Code ein."
)


def paper(room: Room, join: str) -> Paper:
    """The cards of a workshop that people join at the address `join`; in no order that says anything."""
    session = room.record.session
    where = f"{join.removeprefix('http://')} · Code {session.code}"
    cards = [(f"Ihr Platzcode: {spelled(seat)}", where) for seat in sorted(session.seats)]
    cards += [("", "")] * (len(cards) % 2)
    rows = tuple(zip(cards[::2], cards[1::2], strict=True))
    return Paper(
        "Platzkarten",
        session.agenda["title"],
        dt.date.today(),
        [Prose(HOW), Table(("Zum Ausschneiden", "Zum Ausschneiden"), rows, height=1.6)],
    )


def spelled(seat: str) -> str:
    """A code as people type it: ``ABCD-2345``."""
    return f"{seat[:4]}-{seat[4:]}"
