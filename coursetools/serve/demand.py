"""Who reads just now and may answer soon: so many kernels are worth to wait for them."""

import time
from collections import deque

READING = 15 * 60  # seconds after which a reader who has answered nothing is no longer waited for
MOST_KNOWN = 100  # readers of one page; more kernels would never wait


class Demand:
    """Counts the views of each page that have not (yet) led to an answer. Nobody is told apart."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[float]] = {}

    def seen(self, path: str) -> None:
        """Somebody opened the page at `path`."""
        self._seen.setdefault(path, deque(maxlen=MOST_KNOWN)).append(time.monotonic())

    def answered(self, path: str) -> None:
        """A reader of the page has a kernel now."""
        if seen := self._seen.get(path):
            seen.popleft()

    def readers(self, path: str) -> int:
        """How many may answer soon."""
        seen = self._seen.get(path, deque())
        while seen and time.monotonic() - seen[0] > READING:
            seen.popleft()
        return len(seen)
