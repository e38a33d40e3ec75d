"""The addresses for facilitators and the projector (their contract: ``coursetools.workshop.handlers``)."""

import asyncio
import secrets

from coursetools.workshop import protocol, refusals, seat_cards
from coursetools.workshop.commands import COMMANDS
from coursetools.workshop.handler_base import NONCE, Post, WorkshopHandler
from coursetools.workshop.store import FACILITATOR, PROJECTOR
from coursetools.workshop.streams import Stream
from fairki.documents.layout import WORD_TYPE, Paper
from fairki.documents.word_file import word

PACE = 0.34  # seconds between two events


class FacilitatorEvents(Stream):
    """What a facilitator's page listens to."""

    async def get(self) -> None:
        """Until it goes."""
        self.room.admit(self.token, FACILITATOR)
        workshop = self.settings["workshop"]
        await self.follow(self.room.staff, workshop.facilitator_state, PACE)


class ProjectorEvents(Stream):
    """What the projector's page listens to."""

    async def get(self) -> None:
        """Until it goes."""
        self.room.admit(self.token, FACILITATOR, PROJECTOR)
        workshop = self.settings["workshop"]
        await self.follow(self.room.staff, workshop.projector_state, PACE)


class Sheet(WorkshopHandler):
    """The run sheet."""

    def get(self) -> None:
        """All of it."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()
        self.answer(self.settings["workshop"].sheet())


class Command(Post):
    """What a facilitator wants."""

    async def post(self) -> None:
        """Do it."""
        self.room.admit(self.token, FACILITATOR)
        body = self.body()
        run = COMMANDS.get(str(body.get("command")))
        id = body.get("id", secrets.token_hex(8))
        if run is None or not isinstance(id, str) or not NONCE.fullmatch(id):
            raise refusals.bad_request()
        self.about = {"id": id}
        workshop = self.settings["workshop"]
        await workshop.once(id, lambda: run(workshop, body))
        self.answer({"revision": self.room.record.session.revision})


class Protocol(WorkshopHandler):
    """What the room found, added up."""

    async def get(self) -> None:
        """As a Word file."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()
        await self.hand_out(await protocol.paper(self.room), protocol.FILE_NAME)

    async def hand_out(self, paper: Paper, name: str) -> None:
        """Answer with a Word file."""
        made = await asyncio.get_running_loop().run_in_executor(None, word, paper)
        self.set_header("Content-Type", WORD_TYPE)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(made)


class SeatCards(Protocol):
    """Cards with the codes of the seats."""

    async def get(self) -> None:
        """As a Word file."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()
        if not self.room.record.session.seats:
            raise refusals.no_seats()
        await self.hand_out(seat_cards.paper(self.room, self.settings["workshop"].join), seat_cards.FILE_NAME)
