"""The addresses for facilitators and the projector (their contract: ``coursetools.workshop.handlers``)."""

import asyncio

from coursetools.workshop import protocol, refusals
from coursetools.workshop.commands import COMMANDS
from coursetools.workshop.handler_base import Post, WorkshopHandler
from coursetools.workshop.store import FACILITATOR, PROJECTOR
from coursetools.workshop.streams import Stream
from fairki.documents.layout import WORD_TYPE, word

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
        if run is None:
            raise refusals.bad_request()
        await run(self.settings["workshop"], body)
        self.answer({"revision": self.room.record.session.revision})


class Protocol(WorkshopHandler):
    """What the room found, added up."""

    async def get(self) -> None:
        """As a Word file."""
        self.room.admit(self.token, FACILITATOR)
        if self.room.ended:
            raise refusals.ended()
        paper = await protocol.paper(self.room)
        made = await asyncio.get_running_loop().run_in_executor(None, word, paper)
        self.set_header("Content-Type", WORD_TYPE)
        self.set_header("Content-Disposition", f'attachment; filename="{protocol.FILE_NAME}"')
        self.finish(made)
