"""One threshold per group, and which definitions of fairness hold: all of it in the browser, at once."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import traitlets as t

from fairki.definitions import DEFINITIONS, TOLERANCE, Rates
from fairki.ui.base import Block, Json, script, text_of


class Thresholds(Block):
    """Two sliders, one per group; the four definitions light up or go out.

    ``value`` is the threshold of each group, in the order of the groups.

    Args:
        key: name in the browser store.
        thresholds: what the sliders can be set to: whole numbers, one apart.
        groups: name of a group → its rates at each threshold.
        gains: what the firm earns per 100 people of all groups: name of a group → its part at each threshold.
        meanings: key of a definition → German sentence: what it compares.
        start: threshold of each group at first.
    """

    _esm = script("thresholds")
    _css = text_of("thresholds.css")

    thresholds: t.List[Json] = t.List().tag(sync=True)
    groups: t.List[Json] = t.List().tag(sync=True)
    definitions: t.List[Json] = t.List().tag(sync=True)
    tolerance = t.Float().tag(sync=True)
    start: t.List[Json] = t.List().tag(sync=True)

    def __init__(
        self,
        key: str,
        thresholds: Sequence[int],
        groups: Mapping[str, Sequence[Rates]],
        gains: Mapping[str, Sequence[float]],
        meanings: Mapping[str, str],
        start: Sequence[int],
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            thresholds=list(thresholds),
            groups=[
                {
                    "name": name,
                    "base": rates[0].base,
                    "odds": rates[0].odds,
                    "rates": [_plain(one) for one in rates],
                    "gains": list(gains[name]),
                }
                for name, rates in groups.items()
            ],
            definitions=[
                {"id": one.id, "title": one.title, "rates": list(one.rates), "meaning": meanings[one.id]}
                for one in DEFINITIONS.values()
            ],
            tolerance=TOLERANCE,
            start=list(start),
            value=list(start),
            **block,
        )

    def accept(self, value: Json) -> Json:
        """One of the thresholds for each group."""
        fits = isinstance(value, list) and len(value) == len(self.groups)
        if not fits or any(type(one) is not int or one not in self.thresholds for one in value):
            raise self.refusal()
        return value

    def set_state(self, sync_data: dict[str, Json]) -> None:
        """As in every block; without an answer the sliders go back to their start."""
        if "value" in sync_data and sync_data["value"] is None:
            sync_data = {"value": self.start}
        super().set_state(sync_data)


def _plain(rates: Rates) -> dict[str, Json]:
    """The four rates as JSON; what cannot be measured is None."""
    names = ("selected", "hit", "wrong", "precision")
    values = {name: getattr(rates, name) for name in names}
    return {name: None if math.isnan(value) else value for name, value in values.items()}
