"""A year of operation, month by month: where a plan looks, what it sees, when it raises an alarm."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script, text_of


class Months(Block):
    """A line of twelve months that runs with a plan; what happened is told when the year is over.

    A new plan makes the run on the page out of date; it stays until the learner lets the year run again. ``value``
    are the last two plans that ran to the end, each as in ``plan``.

    Args:
        groups: German names of the groups, in any number.
        bounds: lowest and highest number that a plan can have, in the order of ``plan``.

    Traits:
        lanes: what the plan watches: ``title`` and ``short`` name, ``note`` (its limits as German text), ``domain``
            (lowest and highest value drawn), ``usual`` (value of a usual month, or None) and ``limits``.
        years: one entry per year, as the script's ``Year`` says: ``looks`` with a value and the bounds of its interval
            per lane, ``end`` (the last month of the run), ``since`` and ``until`` (first and last month of what
            changed, or None), ``fault``, ``harmed`` (per month how many of each group), ``missing`` (they never
            came), ``log``, and three German texts for when the year is over: ``verdict``, ``story``, ``toll``.
        plan: the numbers of the plan that these years ran with.
    """

    _esm = script("months")
    _css = text_of("picture.css") + text_of("months.css")

    groups: t.List[str] = t.List().tag(sync=True)
    lanes: t.List[Json] = t.List().tag(sync=True)
    years: t.List[Json] = t.List().tag(sync=True)
    plan: t.List[int] = t.List().tag(sync=True)

    def __init__(
        self, groups: Sequence[str] = (), bounds: Sequence[tuple[int, int]] = (), **block: Any
    ) -> None:
        super().__init__(groups=list(groups), **block)
        self.bounds = tuple(bounds)

    def accept(self, value: Json) -> Json:
        """At most two plans, each of whole numbers within the bounds."""
        if not isinstance(value, list) or len(value) > 2 or not all(map(self._fits, value)):
            raise self.refusal()
        return value or None

    def _fits(self, plan: Json) -> bool:
        return (
            isinstance(plan, list)
            and len(plan) == len(self.bounds)
            and all(
                type(n) is int and low <= n <= high for n, (low, high) in zip(plan, self.bounds, strict=True)
            )
        )
