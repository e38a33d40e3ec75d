"""What the room does together: one class per kind of activity, without any input or output (see ``Activity``).

For those who build on it:

- ``KINDS[step.activity](step.settings)`` makes one; ``public``, ``accept`` and ``result`` do the rest.
- ``phases`` is empty for most: their rounds repeat the same question. ``kodex_vote`` has one phase per round;
  opening its next round starts its next phase, and ``public(round, rounds)`` needs the earlier rounds.
- ``result(values, rounds, fewest, approved)``: all rounds up to and including the one shown.
"""

from coursetools.workshop.activities.activity import FEWEST, Activity
from coursetools.workshop.activities.poll import Poll

KINDS: dict[str, type[Activity]] = {one.kind: one for one in (Poll,)}
"""kind → class."""

__all__ = ["FEWEST", "KINDS", "Activity", "Poll"]
