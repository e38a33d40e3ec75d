"""The addresses of all files that facilitators take along (their contract: ``coursetools.workshop.handlers``).

Office files are zips, whose end says that they are whole. Files of plain text travel inside the workshop's JSON.
"""

import asyncio
from collections.abc import Callable

from coursetools.workshop import earlier, protocol, refusals, seat_cards
from coursetools.workshop.exports import csv_file, excel_file, room_kodex, slides_file
from coursetools.workshop.exports.findings import Findings, gather
from coursetools.workshop.handler_base import WorkshopHandler
from coursetools.workshop.store import FACILITATOR
from fairki.documents.layout import WORD_TYPE
from fairki.documents.word_file import word

EXCEL_NAME, SLIDES_NAME, CSV_NAME = "ergebnisse.xlsx", "ergebnisse.pptx", "ergebnisse.csv"
KODEX_NAME, ROOM_NAME = "kodex-des-raums.toml", "raum.json"


class FacilitatorFile(WorkshopHandler):
    """A file for who leads, as long as the workshop goes on."""

    def admit(self) -> None:
        """Let nobody else pass."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()

    async def hand_out(self, make: Callable[[], bytes], kind: str, name: str) -> None:
        """Answer with an office file, made in a thread."""
        made = await asyncio.get_running_loop().run_in_executor(None, make)
        self.set_header("Content-Type", kind)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(made)

    def tell(self, text: str, name: str) -> None:
        """Answer with a file of plain text."""
        self.answer({"name": name, "text": text})


class Results(FacilitatorFile):
    """What the room found up to now, for the page that prints it."""

    async def get(self) -> None:
        """All results, as the projector showed them."""
        self.admit()
        found = await gather(self.room)
        shown = [{"step": one.title, "result": one.result} for one in found.found]
        self.answer({"title": found.title, "fewest": found.fewest, "results": shown})


class Protocol(FacilitatorFile):
    """What the room found, added up."""

    async def get(self) -> None:
        """As a Word file."""
        self.admit()
        found = await gather(self.room)
        await self.hand_out(lambda: word(protocol.paper(found)), WORD_TYPE, protocol.FILE_NAME)


class OfficeResults(FacilitatorFile):
    """What the room found, to go on working with."""

    def initialize(self, make: Callable[[Findings], bytes], kind: str, name: str) -> None:
        """`make` writes a file of this `kind` and `name`."""
        self.make, self.kind, self.name = make, kind, name

    async def get(self) -> None:
        """As an office file."""
        self.admit()
        found = await gather(self.room)
        await self.hand_out(lambda: self.make(found), self.kind, self.name)


class TableResults(FacilitatorFile):
    """What the room found, for any program that reads tables."""

    async def get(self) -> None:
        """As CSV."""
        self.admit()
        self.tell(csv_file.table(await gather(self.room)), CSV_NAME)


class RoomKodex(FacilitatorFile):
    """The room's Kodex."""

    def get(self) -> None:
        """As the file that the Kodex-Baukasten opens."""
        self.admit()
        self.tell(room_kodex.of_room(self.room).dumps(), KODEX_NAME)


class RoomFile(FacilitatorFile):
    """What the next room may compare itself with, and is asked about."""

    async def get(self) -> None:
        """As the file that it opens."""
        self.admit()
        self.tell(earlier.file(await gather(self.room)), ROOM_NAME)


class SeatCards(FacilitatorFile):
    """Cards with the codes of the seats."""

    async def get(self) -> None:
        """As a Word file."""
        self.admit()
        if not self.room.record.session.seats:
            raise refusals.no_seats()
        paper = seat_cards.paper(self.room, self.workshop.join)
        await self.hand_out(lambda: word(paper), WORD_TYPE, seat_cards.FILE_NAME)


EXCEL = {"make": excel_file.workbook, "kind": excel_file.TYPE, "name": EXCEL_NAME}
SLIDES = {"make": slides_file.slides, "kind": slides_file.TYPE, "name": SLIDES_NAME}
