"""Opinion poll: one question, fixed answers; held again, the rounds are compared."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from fairki import speech


class Poll(Activity):
    """A poll.

    Settings: ``question``; ``options`` (pairs of key and label, 2 to 12); ``most``, the number of answers that
    each person may tick (1 if left out).

    A vote is the key of one option; if ``most`` is above 1, a list of one to ``most`` keys.
    """

    kind = "poll"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "options", "most")
        self.question, self.options = self._text("question"), self._options()
        self.most = settings.get("most", 1)
        if isinstance(self.most, bool) or not isinstance(self.most, int):
            raise self._unfit("„most“ ist keine ganze Zahl")
        if not 1 <= self.most <= len(self.options):
            raise self._unfit(f"„most“ liegt nicht zwischen 1 und {len(self.options)}")

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict:
        return {
            "kind": self.kind,
            "question": self.question,
            "options": [{"id": key, "label": label} for key, label in self.options.items()],
            "most": self.most,
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

    def _result(self, shown: int, rounds: dict[int, list], fewest: int, approved: frozenset[str]) -> dict:
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
                        "label": f"Runde {number}",
                        "share": counts[number][key] / sizes[number],
                        "text": share_text(counts[number][key], sizes[number]),
                    }
                    for number in rounds
                    if number != shown
                ],
            }
            for key, label in self.options.items()
        ]
        names = ["Antworten"] if len(rounds) == 1 else [f"Runde {number}" for number in rounds]
        table = [
            [label, *(share_text(counts[number][key], sizes[number]) for number in rounds)]
            for key, label in self.options.items()
        ]
        notes = [self._most_often(counts[shown], sizes[shown])]
        if len(rounds) > 1:
            summary = self._moved(counts, sizes, first, shown)
            answered = ", ".join(f"in Runde {n} {speech.number(size)}" for n, size in sizes.items())
            notes += [
                f"Geantwortet haben {answered}.",
                "Wer seine Meinung geändert hat, weiß niemand. Verglichen wird nur der ganze Raum.",
            ]
        else:
            answered = speech.count_of(sizes[shown], "Person hat", "Personen haben")
            summary, notes = f"{answered} geantwortet. {notes[0]}", []
        if self.most > 1:
            notes.append("Mehrere Antworten waren möglich. Zusammen können es mehr als 100 % sein.")
        return self._shape(
            sizes[shown],
            self.question,
            summary,
            notes=notes,
            bars=bars,
            columns=["Antwort", *names],
            rows=table,
        )

    def _count(self, values: list) -> Counter:
        return Counter(key for value in values for key in (value if isinstance(value, list) else [value]))

    def _most_often(self, counts: Counter, size: int) -> str:
        top = max(counts.values())
        leaders = [f"„{label}“" for key, label in self.options.items() if counts[key] == top]
        if len(leaders) > 2:
            return "Mehrere Antworten liegen gleichauf."
        if len(leaders) == 2:
            return f"Gleichauf vorn liegen {' und '.join(leaders)} mit je {share_text(top, size)}."
        return f"Am häufigsten: {leaders[0]} mit {share_text(top, size)}."

    def _moved(self, counts: dict[int, Counter], sizes: dict[int, int], first: int, last: int) -> str:
        """The strongest changes from the first to the last round, in the percentages that are shown."""
        before, after = (
            {key: round(100 * counts[number][key] / sizes[number]) for key in self.options}
            for number in (first, last)
        )
        change = {key: after[key] - before[key] for key in self.options}
        parts = []
        for verb, most in (("gewonnen", max(change.values())), ("verloren", min(change.values()))):
            if (most > 0) != (verb == "gewonnen") or not most:
                continue  # with several answers per person, all shares may grow or shrink
            moved = [key for key, by in change.items() if by == most]
            if len(moved) > 2:
                parts.append(f"Mehrere Antworten haben gleich viel {verb}.")
                continue
            told = speech.together(
                f"„{self.options[key]}“: von {speech.percent(before[key] / 100)} auf {speech.percent(after[key] / 100)}"
                for key in moved
            )
            parts.append(f"Am meisten {verb} {'hat' if len(moved) == 1 else 'haben'} {told}.")
        return " ".join(parts) or f"Von Runde {first} bis Runde {last} hat sich nichts verschoben."
