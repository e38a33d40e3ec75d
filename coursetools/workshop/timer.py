"""A time that the facilitator gives the room, such as five minutes for a talk in pairs. It rings nothing."""

from dataclasses import dataclass
from typing import Any

MOST_MINUTES = 120
START, PAUSE, ON, MORE, STOP = "start", "pause", "on", "more", "stop"
"""What a facilitator may do with it."""


@dataclass(frozen=True)
class Timer:
    """`left` seconds at `since` (seconds since 1970), from when on they run; at rest there is no `since`."""

    left: int
    since: int | None = None

    def remaining(self, now: float) -> int:
        """Seconds that are left."""
        return max(0, self.left - (0 if self.since is None else int(now) - self.since))

    def after(self, action: str, minutes: int, now: float) -> "Timer":
        """What it is after PAUSE, ON, or so many MORE minutes."""
        left, runs = self.remaining(now), int(now)
        if action == PAUSE:
            return Timer(left)
        if action == ON:
            return Timer(left, runs)
        return Timer(min(left + 60 * minutes, 60 * MOST_MINUTES), None if self.since is None else runs)

    def plain(self, now: float) -> dict[str, Any]:
        """What pages are told, whose clocks may be wrong: seconds that are left `now`, and whether they run."""
        return {"left": self.remaining(now), "running": self.since is not None}
