"""People on a line of scores, a bar per group, and which definitions of fairness hold: all of it in the browser."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from fairki.definitions import DEFINITIONS, TOLERANCE, Rates
from fairki.ui.base import Block, Json, script, text_of


class Thresholds(Block):
    """One bar per group, pushed through its people; the four definitions light up or go out.

    ``value`` is the threshold of each group, in the order of the groups; there may be two groups or more.

    Args:
        key: name in the browser store.
        thresholds: what the bars can be set to: whole numbers, one apart, from a scale that ends at 100.
        worth: what the firm earns with a right and with a wrong acceptance, in Euro.
        meanings: key of a definition → German sentence: what it compares.
        start: threshold of each group at first.
        groups: the groups as ``group`` makes them, in the order of ``start``.
    """

    _esm = script("thresholds")
    _css = text_of("picture.css") + text_of("thresholds.css")

    thresholds: t.List[Json] = t.List().tag(sync=True)
    groups: t.List[Json] = t.List().tag(sync=True)
    definitions: t.List[Json] = t.List().tag(sync=True)
    tolerance = t.Float().tag(sync=True)
    worth: t.List[Json] = t.List().tag(sync=True)
    start: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self,
        key: str,
        thresholds: Sequence[int],
        worth: tuple[float, float],
        meanings: Mapping[str, str],
        start: Sequence[int],
        groups: Sequence[Json] = (),
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            thresholds=list(thresholds),
            groups=list(groups),
            definitions=[
                {"id": one.id, "title": one.title, "rates": list(one.rates), "meaning": meanings[one.id]}
                for one in DEFINITIONS.values()
            ],
            tolerance=TOLERANCE,
            worth=list(worth),
            start=list(start),
            value=list(start),
            **block,
        )

    def accept(self, value: Json) -> Json:
        """One of the thresholds for each group."""
        fits = isinstance(value, list) and len(value) == len(self.start)
        if not fits or any(type(one) is not int or one not in self.thresholds for one in value):
            raise self.refusal()
        return value

    def set_state(self, sync_data: dict[str, Json]) -> None:
        """As in every block; without an answer the bars go back to their start."""
        if "value" in sync_data and sync_data["value"] is None:
            sync_data = {"value": self.start}
        super().set_state(sync_data)


def group(name: str, rates: Sequence[Rates], people: Sequence[tuple[float, int]]) -> Json:
    """A group as the block draws it.

    Args:
        name: German name.
        rates: its rates at each threshold.
        people: score and truth (1/0) of each of its people in the picture, lowest score first.
    """
    return {
        "name": name,
        "n": rates[0].n,
        "good": round(rates[0].n * rates[0].base),
        "counts": [_counts(one) for one in rates],
        "people": [[score for score, truth in people if truth == one] for one in (0, 1)],
    }


def _counts(rates: Rates) -> list[int]:
    """Right and wrong acceptances: from these and the size of the group a browser gets all rates, to the last digit."""
    good = rates.n * rates.base
    return [round(good * rates.hit), round((rates.n - good) * rates.wrong)]
