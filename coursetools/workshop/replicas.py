"""Several servers on one database: one of them leads its workshops, the others stand by and take over when it is gone.

Taking over is what a new start of the same command would be: what was stored goes on, with its code and all tokens; if
nothing is stored, a new workshop begins.
"""

import asyncio
from collections.abc import Callable, Sequence

from coursetools.workshop.de.store import NOT_OPENED
from coursetools.workshop.kept_rooms import Kept, opened
from coursetools.workshop.postgres import HANGS
from coursetools.workshop.room import Room
from coursetools.workshop.saving import Held, Lost, NotSaved
from fairki.errors import FairkiError, SetupError

BEAT = 1.0
"""Seconds between two signs of life, and between two attempts to take over."""


class Replica:
    """This server's part in the workshops of a database server.

    Args:
        url: their address.
        count: how many there are.
        lead: opens the rooms of databases that are ours now, and gives them.
        leave: is called when they are not any more.
        say: gets German lines for the person at the console.
    """

    def __init__(
        self,
        url: str,
        count: int,
        lead: Callable[[list[Kept]], Sequence[Room]],
        leave: Callable[[], None],
        say: Callable[[str], None],
    ):
        self.url, self.count, self.lead, self.leave, self.say = url, count, lead, leave, say
        self.rooms: Sequence[Room] = ()
        self._said = ""

    async def keep(self) -> None:
        """Show signs of life as long as the workshops are ours, and try to get them as long as they are not."""
        while True:
            await asyncio.sleep(BEAT)
            if not self.rooms:
                await self._try()
            elif not await self._ours():
                for room in self.rooms:
                    room.give_up()
                self.rooms = ()
                self.leave()

    async def _ours(self) -> bool:
        beats = asyncio.gather(*(room.beat() for room in self.rooms))
        try:
            await asyncio.wait_for(beats, HANGS)
        except (Lost, TimeoutError):
            return False
        except NotSaved:
            pass  # as a full disk: it is ours all the same
        return True

    async def _try(self) -> None:
        try:
            self.rooms = self.lead(await asyncio.to_thread(opened, self.url, self.count, False))
            self._said = ""
        except Held:
            pass
        except (SetupError, NotSaved) as error:
            self._once(error)
        except Exception:  # whatever stood in the way: the next attempt may go
            self._once(SetupError(*NOT_OPENED))

    def _once(self, error: FairkiError) -> None:
        """Say what stands in the way, but not each second."""
        if self._said != error.happened:
            self._said = error.happened
            self.say(f"{error.happened} {error.remedy}")
