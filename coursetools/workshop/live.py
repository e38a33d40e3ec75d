"""Telling many listeners that something changed, and computing results while they wait."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


class Tick:
    """Counts changes; a listener that slept through ten of them wakes up once and looks at the newest state."""

    def __init__(self) -> None:
        self.count = 0
        self._next: asyncio.Future[None] | None = None

    def move(self) -> None:
        """Something changed."""
        self.count += 1
        if self._next is not None:
            self._next.set_result(None)
            self._next = None

    def after(self, count: int) -> asyncio.Future[None]:
        """Is done once `self.count` is beyond `count`."""
        future = asyncio.get_running_loop().create_future() if self._next is None else self._next
        if self.count > count:
            future = asyncio.get_running_loop().create_future()
            future.set_result(None)
        else:
            self._next = future
        return future


class Results:
    """The newest result of each step, computed in a thread of its own, once per state of its votes."""

    def __init__(self, done: Callable[[], None], failed: Callable[[BaseException], None]):
        self._thread = ThreadPoolExecutor(1, "workshop-results")
        self._known: dict[str, tuple[Any, dict[str, Any] | None]] = {}
        self._jobs: dict[str, tuple[Any, asyncio.Future[dict[str, Any]]]] = {}
        self._done, self._failed = done, failed

    def get(self, step: str, state: Any, compute: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
        """The result for this `state` of the votes; None as long as it is being computed, or if that fails."""
        known = self._known.get(step)
        if known and known[0] == state:
            return known[1]
        if step not in self._jobs:
            future = asyncio.get_running_loop().run_in_executor(self._thread, compute)
            self._jobs[step] = state, future
            future.add_done_callback(lambda _: self._finish(step))
        return None

    def computing(self, step: str) -> bool:
        """Whether a result is on its way."""
        return step in self._jobs

    async def wait(
        self, step: str, state: Any, compute: Callable[[], dict[str, Any]]
    ) -> dict[str, Any] | None:
        """The result for this `state`, or None if it cannot be computed."""
        while self.get(step, state, compute) is None and step in self._jobs:
            await asyncio.wait([self._jobs[step][1]])
        return self._known[step][1] if self._known.get(step, (None,))[0] == state else None

    async def warm_up(self, compute: Callable[[], None]) -> None:
        """Do something in the same thread; what fails is only reported."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, compute)
        except Exception as error:
            self._failed(error)

    def close(self) -> None:
        """Compute nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _finish(self, step: str) -> None:
        state, future = self._jobs.pop(step)
        if future.cancelled():
            return
        result = None
        if error := future.exception():
            self._failed(error)
        else:
            result = future.result()
        self._known[step] = state, result
        self._done()
