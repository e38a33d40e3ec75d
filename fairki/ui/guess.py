"""Question, the learner's guess, then the answer (style rule S1)."""

import math
from collections.abc import Sequence
from typing import Any

import traitlets as t

from fairki.ui import de
from fairki.ui.base import Block, Json, script


def number_in(block: Block, value: Json, low: float, high: float) -> float:
    """A finite number moved into ``low … high``.

    Raises:
        BadAnswerError: ``value`` is no number.
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not -math.inf < value < math.inf:
        raise block.refusal()
    return min(max(value, low), high)


class Guess(Block):
    """Asks for a guess and shows the answer only after it.

    ``value`` (a number, or the value of the chosen option) is set when the learner presses the button.
    React to it and set ``answer``; it appears in a live region.

    Args:
        key: name in the browser store.
        question: the question, in plain words.
        kind: ``"number"`` (a slider from low to high) or ``"choice"`` (the options).
        unit: unit behind the number, such as ``"%"``.
        low, high, step: the slider's range; used with ``"number"``.
        options: ``[[value, label, hint?], …]``; used with ``"choice"``.
        button: text of the button.
        decision: whether the learner decides something rather than guesses: the page says so.
        answer: HTML from our own Python only; anything a person typed must be escaped before.
        verdict: whether the guess was right; "" where none is, such as an opinion or a number.
    """

    _esm = script("guess")

    question = t.Unicode().tag(sync=True)
    kind = t.Enum(("number", "choice"), "number").tag(sync=True)
    unit = t.Unicode().tag(sync=True)
    low = t.Float(0).tag(sync=True)
    high = t.Float(100).tag(sync=True)
    step = t.Float(1).tag(sync=True)
    options: t.List[Json] = t.List().tag(sync=True)
    button = t.Unicode().tag(sync=True)
    decision = t.Bool(False).tag(sync=True)
    answer = t.Unicode().tag(sync=True)
    verdict = t.Enum(("", "right", "other"), "").tag(sync=True)
    asks = t.Int(1).tag(sync=True)

    def __init__(
        self,
        key: str = "",
        question: str = "",
        kind: str = "number",
        unit: str = "%",
        low: float = 0,
        high: float = 100,
        step: float = 1,
        options: Sequence[Json] = (),
        button: str = de.REVEAL,
        answer: str = "",
        **block: Any,
    ) -> None:
        super().__init__(
            key=key,
            question=question,
            kind=kind,
            unit=unit,
            low=low,
            high=high,
            step=step,
            options=[list(option) for option in options],
            button=button,
            answer=answer,
            **block,
        )

    def accept(self, value: Json) -> Json:
        """A number within the range, or the value of an option."""
        if self.kind == "number":
            return number_in(self, value, self.low, self.high)
        if value not in [option[0] for option in self.options]:
            raise self.refusal()
        return value
