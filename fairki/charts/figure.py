"""A figure as plotly.js reads it, as plain data: plotly itself takes a second to load, and megabytes in a browser."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Figure:
    """What plotly.js draws (https://plotly.com/javascript/reference), always plain JSON.

    Attributes:
        layout: axes, sizes, texts and shapes.
        data: the traces, the lowest first.
    """

    layout: dict[str, Any]
    data: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.layout = _plain(self.layout)

    def bars(self, **trace: Any) -> None:
        """Horizontal bars."""
        self.data.append(_plain({"type": "bar", "orientation": "h", **trace}))

    def points(self, **trace: Any) -> None:
        """Marks, lines or both."""
        self.data.append(_plain({"type": "scatter", **trace}))

    def note(self, text: str, **place: Any) -> None:
        """A text at a place, without an arrow."""
        self.layout.setdefault("annotations", []).append(_plain({"text": text, "showarrow": False, **place}))

    def shape(self, **drawn: Any) -> None:
        """A rectangle or line."""
        self.layout.setdefault("shapes", []).append(_plain(drawn))

    def change(self, **layout: Any) -> None:
        """Change parts of the layout; what is not named stays, also within ``xaxis``, ``margin`` and the like."""
        _merge(self.layout, _plain(layout))

    def json(self) -> dict[str, Any]:
        """The figure as plotly.js takes it."""
        return {"data": self.data, "layout": self.layout}


def _merge(old: dict[str, Any], new: Mapping[str, Any]) -> None:
    for name, value in new.items():
        if isinstance(value, Mapping):
            _merge(old.setdefault(name, {}), value)
        else:
            old[name] = value


def _plain(value: Any) -> Any:
    """As JSON: lists for columns and arrays, nothing for what is not a number; entries that are None are left out."""
    if hasattr(value, "tolist"):  # of numpy and pandas
        value = value.tolist()
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items() if each is not None}
    if isinstance(value, list | tuple | range):
        return [_plain(each) for each in value]
    return None if isinstance(value, float) and math.isnan(value) else value
