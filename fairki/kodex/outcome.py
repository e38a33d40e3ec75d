"""What the check of one rule on one system ends with."""

from dataclasses import dataclass

HELD, BROKEN, UNCLEAR = "held", "broken", "unclear"
STATUSES = (HELD, BROKEN, UNCLEAR)
"""Ids; how they read stands where they are shown."""


@dataclass(frozen=True)
class Outcome:
    """What came out.

    Attributes:
        status: ``HELD``, ``BROKEN`` or ``UNCLEAR``.
        why: one sentence.
        figure: what was measured, in the unit of the rule's blank (points, percent, days …); None if nothing.
        low, high: interval around it (see ``evidence.CONFIDENCE``); None where nothing is estimated.
        affected: people of this system whom a broken rule concerns; None if not known.
    """

    status: str
    why: str
    figure: float | None = None
    low: float | None = None
    high: float | None = None
    affected: int | None = None
