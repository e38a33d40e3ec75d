"""Scale: one step between two ends; shown are the middle of the room and how the answers spread."""

from collections.abc import Mapping
from statistics import median_low
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Rounds
from coursetools.workshop.activities.poll import Poll
from coursetools.workshop.de import activities as words
from coursetools.workshop.de import own_questions as de

MOST_STEPS, USUAL_STEPS = 10, 5


class Scale(Poll):
    """A scale.

    Settings: ``question``; ``low``, ``high``: what its two ends mean; ``steps``: how many there are (2 to
    ``MOST_STEPS``, 5 if left out).

    A vote is the number of a step as a text, from ``"1"``.
    """

    kind = "scale"

    def __init__(self, settings: Mapping[str, Any]):
        self.settings = dict(settings)
        self._only("question", "low", "high", "steps")
        self.low, self.high = self._text("low"), self._text("high")
        self.steps = settings.get("steps", USUAL_STEPS)
        if isinstance(self.steps, bool) or not isinstance(self.steps, int):
            raise self._unfit(de.bad_steps(MOST_STEPS))
        if not 2 <= self.steps <= MOST_STEPS:
            raise self._unfit(de.bad_steps(MOST_STEPS))
        ends = {1: self.low, self.steps: self.high}
        options = [[str(step), de.step(step, ends.get(step, ""))] for step in range(1, self.steps + 1)]
        super().__init__({"question": settings.get("question"), "options": options})

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "question": self.question,
            "options": [{"id": key, "label": key} for key in self.options],
            "ends": [self.low, self.high],
            "most": 1,
        }

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        found = super()._result(shown, rounds, fewest, approved)
        middles = {number: median_low(map(int, votes)) for number, votes in rounds.items()}
        before = {number: middle for number, middle in middles.items() if number != shown}
        summary = f"{words.answered(len(rounds[shown]))} {de.middle_step(middles[shown], self.steps)}"
        moved = [de.middle_before(min(before), before[min(before)])] if before else []
        return {**found, "summary": summary, "notes": [*moved, *found["notes"]]}
