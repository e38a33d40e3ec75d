"""The addresses for facilitators and the projector (their contract: ``coursetools.workshop.handlers``)."""

import secrets

from coursetools.workshop import earlier, refusals
from coursetools.workshop.commands import COMMANDS, Call
from coursetools.workshop.handler_base import NONCE, Post, WorkshopHandler
from coursetools.workshop.store import FACILITATOR, PROJECTOR
from coursetools.workshop.streams import Stream

PACE = 0.34  # seconds between two events


class FacilitatorEvents(Stream):
    """What a facilitator's page listens to."""

    async def get(self) -> None:
        """Until it goes."""
        self.room.admit(self.token, FACILITATOR)
        workshop = self.workshop
        await self.follow(self.room.staff, workshop.facilitator_state, PACE)


class ProjectorEvents(Stream):
    """What the projector's page listens to."""

    async def get(self) -> None:
        """Until it goes."""
        self.room.admit(self.token, FACILITATOR, PROJECTOR)
        workshop = self.workshop
        await self.follow(self.room.staff, workshop.projector_state, PACE)


class Sheet(WorkshopHandler):
    """The run sheet."""

    def get(self) -> None:
        """All of it."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()
        self.answer(self.workshop.sheet())


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
        call = Call(self.workshop, body, id)
        await call.workshop.once(id, lambda: run(call))
        self.answer({"revision": self.room.record.session.revision})


class EarlierRoom(Post):
    """The file of an earlier room."""

    largest = earlier.LARGEST

    async def post(self) -> None:
        """Have its figures stand beside those of this room, and of rooms that stand there already."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()
        found = earlier.read(self.body())
        await self.room.order(lambda session: session.stand_beside(earlier.one_more(session.earlier, found)))
        self.answer({"revision": self.room.record.session.revision})
