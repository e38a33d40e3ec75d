"""Opinion poll: one question, fixed answers; held again, the rounds are compared."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.de import activities as de

LONGEST_CASE = 600
"""Characters of what a question is about."""


class Poll(Activity):
    """A poll.

    Settings: ``question``; ``options`` (pairs of key and label, 2 to 12); ``most``, the number of answers that
    each person may tick (1 if left out); ``about``: name and description of a case that the question is about.

    A vote is the key of one option; if ``most`` is above 1, a list of one to ``most`` keys.
    """

    kind = "poll"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "options", "most", "about")
        self.question, self.options = self._text("question"), self._options()
        self.most = settings.get("most", 1)
        if isinstance(self.most, bool) or not isinstance(self.most, int):
            raise self._unfit(de.MOST_NOT_WHOLE)
        if not 1 <= self.most <= len(self.options):
            raise self._unfit(de.most_beyond(len(self.options)))
        self.about = self._about(settings.get("about", ()))

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        about = {"about": self.about} if self.about else {}
        return {
            "kind": self.kind,
            "question": self.question,
            "options": [{"id": key, "label": label} for key, label in self.options.items()],
            "most": self.most,
            **about,
        }

    def accept(self, value: Any, round: int = 1) -> str | list[str]:
        picked = [value] if self.most == 1 else value
        if not isinstance(picked, list) or not 1 <= len(picked) <= self.most:
            raise not_an_answer()
        for key in picked:
            if not isinstance(key, str) or key not in self.options:
                raise not_an_answer()
        if len(set(picked)) < len(picked):
            raise not_an_answer()
        return value if self.most == 1 else [key for key in self.options if key in picked]

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        counts = {number: self._count(values) for number, values in rounds.items()}
        sizes = {number: len(values) for number, values in rounds.items()}
        first = min(rounds)
        bars = [
            {
                "label": label,
                "share": counts[shown][key] / sizes[shown],
                "text": share_text(counts[shown][key], sizes[shown]),
                "earlier": [
                    {
                        "label": de.round_name(number),
                        "share": counts[number][key] / sizes[number],
                        "text": share_text(counts[number][key], sizes[number]),
                    }
                    for number in rounds
                    if number != shown
                ],
            }
            for key, label in self.options.items()
        ]
        names = [de.ANSWERS] if len(rounds) == 1 else [de.round_name(number) for number in rounds]
        table = [
            [label, *(share_text(counts[number][key], sizes[number]) for number in rounds)]
            for key, label in self.options.items()
        ]
        notes = [self._most_often(counts[shown], sizes[shown])]
        if len(rounds) > 1:
            summary = self._moved(counts, sizes, first, shown)
            notes += [
                de.answered_by_round(sizes.items()),
                de.NOBODY_KNOWS_OPINIONS,
            ]
        else:
            summary, notes = f"{de.answered(sizes[shown])} {notes[0]}", []
        if self.most > 1:
            notes.append(de.SEVERAL_POSSIBLE)
        return self._shape(
            sizes[shown],
            de.about(self.about[0], self.question) if self.about else self.question,
            summary,
            notes=notes,
            bars=bars,
            columns=[de.ANSWER, *names],
            rows=table,
        )

    def _about(self, texts: Any) -> list[str]:
        if not isinstance(texts, list | tuple) or len(texts) not in (0, 2):
            raise self._unfit(de.NO_CASE_TEXTS)
        if not all(isinstance(text, str) and 0 < len(text.strip()) <= LONGEST_CASE for text in texts):
            raise self._unfit(de.NO_CASE_TEXTS)
        return list(texts)

    def _count(self, values: list[Any]) -> Counter[str]:
        return Counter(key for value in values for key in (value if isinstance(value, list) else [value]))

    def _most_often(self, counts: Counter[str], size: int) -> str:
        top = max(counts.values())
        leaders = [label for key, label in self.options.items() if counts[key] == top]
        if len(leaders) > 2:
            return de.SEVERAL_IN_FRONT
        if len(leaders) == 2:
            return de.two_in_front(leaders, share_text(top, size))
        return de.most_often(leaders[0], share_text(top, size))

    def _moved(self, counts: dict[int, Counter[str]], sizes: dict[int, int], first: int, last: int) -> str:
        """The strongest changes from the first to the last round, in the percentages that are shown."""
        before, after = (
            {key: round(100 * counts[number][key] / sizes[number]) for key in self.options}
            for number in (first, last)
        )
        change = {key: after[key] - before[key] for key in self.options}
        parts = []
        for verb, most in ((de.WON, max(change.values())), (de.LOST, min(change.values()))):
            if (most > 0) != (verb == de.WON) or not most:
                continue  # with several answers per person, all shares may grow or shrink
            moved = [key for key, by in change.items() if by == most]
            if len(moved) > 2:
                parts.append(de.several_moved(verb))
                continue
            parts.append(de.moved(verb, [(self.options[key], before[key], after[key]) for key in moved]))
        return " ".join(parts) or de.nothing_moved(first, last)
