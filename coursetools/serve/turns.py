"""Who comes next: a few at a time, and those who already have much wait for those who have little."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager


class Turns:
    """Lets `at_once` through; of those who wait the lightest comes next, among equals whoever came first."""

    def __init__(self, at_once: int):
        self._free = at_once
        self._waiting: dict[asyncio.Future[None], Callable[[], float]] = {}

    @asynccontextmanager
    async def turn(self, weight: Callable[[], float]) -> AsyncIterator[None]:
        """Wait, and hold a turn until the end of the block; `weight` may change while waiting."""
        if self._free:
            self._free -= 1
        else:
            await self._wait(weight)
        try:
            yield
        finally:
            self._next()

    async def _wait(self, weight: Callable[[], float]) -> None:
        mine = asyncio.get_running_loop().create_future()
        self._waiting[mine] = weight
        try:
            await mine
        except asyncio.CancelledError:
            if self._waiting.pop(mine, None) is None:  # it was our turn just now
                self._next()
            raise

    def _next(self) -> None:
        waiting = [one for one in self._waiting if not one.done()]  # a cancelled one is about to go
        if waiting:
            lightest = min(waiting, key=lambda one: self._waiting[one]())
            del self._waiting[lightest]
            lightest.set_result(None)
        else:
            self._free += 1
