"""Plain inputs: a choice, a slider, a note."""

from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui.base import Block, Json, script
from fairki.ui.guess import number_in

LONGEST_NOTE = 10_000  # characters; a whole page of thoughts, but no novel in the browser store


class Choice(Block):
    """Chooses at once among options.

    ``value`` is the value of the option or, for ``"checkbox"``, the list of values.

    Args:
        key: name in the browser store.
        label: the question or name above the options.
        options: ``[[value, label, hint?], …]``.
        kind: ``"radio"``, ``"scale"`` (radio buttons side by side where there is room), ``"checkbox"`` or
            ``"select"``. Boxes to tick are complete whatever is ticked, so a page waits for none.
    """

    _esm = script("choice")

    options: t.List[Json] = t.List().tag(sync=True)
    kind = t.Enum(("radio", "scale", "checkbox", "select"), "radio").tag(sync=True)

    def __init__(
        self, key: str = "", label: str = "", options: Sequence[Json] = (), kind: str = "radio", **block: Any
    ) -> None:
        block = {"asks": 0 if kind == "checkbox" else 1} | block
        super().__init__(
            key=key, label=label, options=[list(option) for option in options], kind=kind, **block
        )

    def accept(self, value: Json) -> Json:
        """Values of options that exist."""
        values = [option[0] for option in self.options]
        if self.kind != "checkbox":
            if value not in values:
                raise self.refusal()
            return value
        if not isinstance(value, list):
            raise self.refusal()
        return [known for known in values if known in value] or None


class Slider(Block):
    """A number on a scale; ``value`` is never None and starts at ``low`` unless given.

    Args:
        key: name in the browser store.
        label: what the number means.
        low, high, step: the scale.
        unit: unit behind the number, such as ``"%"``.
        value: where the slider starts.
    """

    _esm = script("slider")

    low = t.Float(0).tag(sync=True)
    high = t.Float(100).tag(sync=True)
    step = t.Float(1).tag(sync=True)
    unit = t.Unicode().tag(sync=True)
    start = t.Float().tag(sync=True)

    def __init__(
        self,
        key: str = "",
        label: str = "",
        low: float = 0,
        high: float = 100,
        step: float = 1,
        unit: str = "",
        value: float | None = None,
        **block: Any,
    ) -> None:
        start = low if value is None else value
        super().__init__(
            key=key, label=label, low=low, high=high, step=step, unit=unit, start=start, value=start, **block
        )

    def accept(self, value: Json) -> Json:
        """A number within the scale."""
        return number_in(self, value, self.low, self.high)

    def set_state(self, sync_data: dict[str, Json]) -> None:
        """As in every block; an emptied slider goes back to its start."""
        if "value" in sync_data and sync_data["value"] is None:
            sync_data = {"value": self.start}
        super().set_state(sync_data)


class Note(Block):
    """A text field for own thoughts; ``value`` is the text, kept on the learner's device.

    Args:
        key: name in the browser store.
        label: the question above the field.
        hint: one sentence that helps to start.
        rows: height of the field in lines.
        optional: name of a field that is no part of the path, such as its label: it is folded behind „Wenn Sie
            mögen: …“ until somebody opens it or it holds text; empty: the field is open.
    """

    _esm = script("note")

    hint = t.Unicode().tag(sync=True)
    rows = t.Int(4).tag(sync=True)
    optional = t.Unicode().tag(sync=True)
    longest = t.Int(LONGEST_NOTE).tag(sync=True)

    def __init__(
        self, key: str = "", label: str = "", hint: str = "", rows: int = 4, optional: str = "", **block: Any
    ) -> None:
        super().__init__(key=key, label=label, hint=hint, rows=rows, optional=optional, **block)

    def accept(self, value: Json) -> Json:
        """A text, cut to the longest length."""
        if not isinstance(value, str):
            raise self.refusal()
        return value[: self.longest] or None
