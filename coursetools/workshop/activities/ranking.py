"""Ranking: everybody puts the same things into an order; shown is the mean place of each."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer
from coursetools.workshop.de import activities as words
from coursetools.workshop.de import own_questions as de
from fairki import speech

MOST = 8
"""Things that somebody can put into an order on a phone."""


class Ranking(Activity):
    """A ranking.

    Settings: ``question``; ``options`` (pairs of key and label, 2 to ``MOST``).

    A vote is a list of all keys, the first place first.
    """

    kind = "ranking"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "options")
        self.question, self.options = self._text("question"), self._options()
        if len(self.options) > MOST:
            raise self._unfit(de.too_many_to_rank(MOST))

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "question": self.question,
            "options": [{"id": key, "label": label} for key, label in self.options.items()],
        }

    def own(self, number: int) -> dict[str, Any]:
        """An order of this phone's own to begin with, so that whatever stands first in the form has no lead."""
        return {"order": [str(key) for key in np.random.default_rng(number).permutation(list(self.options))]}

    def accept(self, value: Any, round: int = 1) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(key, str) for key in value):
            raise not_an_answer()
        if sorted(value) != sorted(self.options):
            raise not_an_answer()
        return list(value)

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        places = {number: self._places(votes) for number, votes in rounds.items()}
        now, votes = places[shown], rounds[shown]
        order = sorted(self.options, key=lambda key: now[key])
        bars = [
            {
                "label": self.options[key],
                "share": self._share(now[key]),
                "text": de.mean_place(now[key]),
                "earlier": [
                    {
                        "label": words.round_name(number),
                        "share": self._share(before[key]),
                        "text": de.mean_place(before[key]),
                    }
                    for number, before in places.items()
                    if number != shown
                ],
            }
            for key in order
        ]
        rows = [
            [
                speech.number(place),
                self.options[key],
                *(speech.number(mean[key], 1) for mean in places.values()),
                speech.number(sum(vote[0] == key for vote in votes)),
            ]
            for place, key in enumerate(order, 1)
        ]
        means = [de.MEAN_PLACE] if len(rounds) == 1 else [de.mean_of_round(number) for number in rounds]
        front = [self.options[key] for key in order if now[key] == now[order[0]]]
        return self._shape(
            len(votes),
            self.question,
            f"{words.answered(len(votes))} {de.in_front(front, now[order[0]])}",
            notes=[de.HOW_RANKED],
            bars=bars,
            columns=[de.PLACE, words.ANSWER, *means, de.FIRST_PLACES],
            rows=rows,
        )

    def _places(self, votes: Sequence[list[str]]) -> dict[str, float]:
        """Key → its mean place."""
        return {key: sum(vote.index(key) + 1 for vote in votes) / len(votes) for key in self.options}

    def _share(self, place: float) -> float:
        """How long the bar of a mean place is: the first place is whole, the last one nothing."""
        return (len(self.options) - place) / (len(self.options) - 1)
