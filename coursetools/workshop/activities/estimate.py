"""Estimate: everybody names a number; shown are the middle, the spread and, if there is one, the true value."""

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import numpy as np

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.activities.truths import TRUTHS
from coursetools.workshop.de import activities as de
from fairki import speech
from fairki.errors import BadAnswerError

CLASSES = 8
"""Most bars of the picture."""
TRUTH = "truth"
"""Mark of the note that says what is right."""
MOST_STEPS = 10_000


class Estimate(Activity):
    """An estimate.

    Settings: ``question``; ``unit`` (text after the number, "" for none); ``low``, ``high`` (least and greatest
    answer); ``step`` (distance of two answers, 1 if left out); ``truth``: the true value as a number or as a name
    in ``truths.TRUTHS``; left out if nobody knows it.

    A vote is a number from ``low`` to ``high``; it is rounded to a whole number of steps.
    """

    kind = "estimate"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "unit", "low", "high", "step", "truth")
        self.question = self._text("question")
        self.unit = settings.get("unit", "")
        if not isinstance(self.unit, str) or len(self.unit) > 30:
            raise self._unfit(de.UNIT_TOO_LONG)
        self.low, self.high = self._number("low"), self._number("high")
        self.step = self._number("step") if "step" in settings else 1
        if not self.low < self.high or not 0 < self.step <= self.high - self.low:
            raise self._unfit(de.NO_SCALE)
        if (self.high - self.low) / self.step > MOST_STEPS:
            raise self._unfit(de.STEP_TOO_SMALL)
        exponent = Decimal(str(self.step)).normalize().as_tuple().exponent
        assert isinstance(exponent, int)  # the step is finite
        self.digits = max(0, -exponent)
        truth = settings.get("truth")
        if truth is not None and truth not in TRUTHS:
            self._number("truth")

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "question": self.question,
            "unit": self.unit,
            "low": self.low,
            "high": self.high,
            "step": self.step,
        }

    def accept(self, value: Any, round: int = 1) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise not_an_answer()
        if not self.low <= value <= self.high:  # refuses NaN, too
            raise BadAnswerError(
                de.OUT_OF_SCALE,
                de.possible(self._shown(self.low), self._shown(self.high)),
            )
        steps = math.floor((value - self.low) / self.step + 0.5)
        return min(_number(self.low + steps * self.step, self.digits), self.high)

    def warm_up(self) -> None:
        self._truth()

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        values = np.array(rounds[shown], dtype=float)
        middle, low, high = self._middle(values)
        truth = self._truth()
        summary = de.middle(self._shown(middle), self._shown(low), self._shown(high))
        notes = []
        if truth is not None:
            away = round(middle, self.digits) - round(truth, self.digits)  # as shown
            notes = [de.right(self._shown(truth)), self._compared(away)]
        if len(rounds) > 1:
            first = min(rounds)
            before = self._middle(np.array(rounds[first], dtype=float))
            notes.append(
                de.middle_before(first, self._shown(before[0]), _narrower(before, (middle, low, high)))
            )
            notes.append(de.NOBODY_KNOWS_ESTIMATES)
        rows = [
            [
                de.round_name(number),
                speech.number(len(given)),
                *map(self._shown, self._middle(np.array(given))),
            ]
            for number, given in rounds.items()
        ]
        return self._shape(
            len(values),
            self.question,
            summary,
            notes=notes,
            marked_notes=[] if truth is None else [TRUTH],
            bars=self._bars(values),
            columns=de.ESTIMATE_COLUMNS,
            rows=rows + ([[de.RIGHT, "", self._shown(truth), "", ""]] if truth is not None else []),
        )

    def _compared(self, away: float) -> str:
        if round(abs(away), self.digits) == 0:
            return de.EXACT
        by = speech.number(abs(away), self.digits)
        if self.unit == "%":
            by = speech.points(abs(away) / 100, self.digits)
        return de.away(by, away > 0)

    def _middle(self, values: np.ndarray) -> tuple[float, float, float]:
        """Median and the bounds of the middle half; each is an answer that was given."""
        low, middle, high = np.percentile(values, [25, 50, 75], method="inverted_cdf")
        return float(middle), float(low), float(high)

    def _bars(self, values: np.ndarray) -> list[dict[str, Any]]:
        """How many answers lie in each of at most ``CLASSES`` classes of equal width."""
        steps = round((self.high - self.low) / self.step) + 1
        width = math.ceil(steps / CLASSES)
        classes = np.floor((values - self.low) / self.step + 0.5).astype(int) // width
        bars = []
        for number in range(math.ceil(steps / width)):
            count = int((classes == number).sum())
            start = self.low + number * width * self.step
            end = min(start + (width - 1) * self.step, self.high)
            label = (
                self._shown(start)
                if start == end
                else de.between(speech.number(start, self.digits), self._shown(end))
            )
            bars.append(
                {"label": label, "share": count / len(values), "text": share_text(count, len(values))}
            )
        return bars

    def _truth(self) -> float | None:
        truth = self.settings.get("truth")
        return TRUTHS[truth]() if isinstance(truth, str) else truth

    def _shown(self, value: float) -> str:
        return speech.number(value, self.digits) + (f"\N{NO-BREAK SPACE}{self.unit}" if self.unit else "")

    def _number(self, name: str) -> float:
        value = self.settings.get(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._unfit(de.no_number(name))
        if abs(value) > 1e9 or not math.isfinite(value):
            raise self._unfit(de.no_number(name))
        return value


def _number(value: float, digits: int) -> float:
    """Rounded to ``digits``; whole where there are none."""
    return round(value, digits) if digits else round(value)


def _narrower(before: tuple[float, float, float], after: tuple[float, float, float]) -> str:
    """Whether the middle half has become narrower or wider."""
    was, now = before[2] - before[1], after[2] - after[1]
    if math.isclose(was, now):
        return de.AS_WIDE
    return de.NARROWER if now < was else de.WIDER
