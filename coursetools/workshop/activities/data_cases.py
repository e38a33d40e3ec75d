"""„Was darf hinein?“: a vote per case, what of a company may go into a program that writes; then the reason.

The cases are those of the course (``fairki.reference.data_cases``): its suggestion is no law, and the room may differ.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.de import activities as de
from fairki import reference
from fairki.reference import DATA_ANSWERS

MOST_CASES = 8
TRUTH = "truth"
"""Mark in a result: the course's suggestion."""


class DataCases(Activity):
    """A vote on some cases, one per round; further rounds ask the last one again.

    Settings: ``question``; ``cases``: 2 to ``MOST_CASES`` ids of cases.

    A vote is a key of ``DATA_ANSWERS``.
    """

    kind = "data_cases"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "cases")
        self.question = self._text("question")
        known = {case.id: case for case in reference.data_cases()}
        chosen = settings.get("cases")
        if not isinstance(chosen, list | tuple) or not 2 <= len(chosen) <= MOST_CASES:
            raise self._unfit(de.no_cases(MOST_CASES))
        if unknown := [one for one in chosen if not isinstance(one, str) or one not in known]:
            raise self._unfit(de.no_case(str(unknown[0])))
        if len(set(chosen)) < len(chosen):
            raise self._unfit(de.CASE_TWICE)
        self.cases = [known[one] for one in chosen]
        self.phases = tuple(chosen)

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        """As in a poll; ``about`` describes the case in sentences."""
        case = self._case(round)
        return {
            "kind": self.kind,
            "question": self.question,
            "about": [case.title, de.case_has(case.have), de.case_wants(case.want)],
            "options": [{"id": key, "label": label} for key, label in DATA_ANSWERS.items()],
            "most": 1,
        }

    def accept(self, value: Any, round: int = 1) -> str:
        if not isinstance(value, str) or value not in DATA_ANSWERS:
            raise not_an_answer()
        return value

    def on_paper(self) -> list[tuple[str, str]]:
        return [
            (
                f"{case.title}. {de.case_has(case.have)} {de.case_wants(case.want)}",
                " ".join([de.course_suggests(DATA_ANSWERS[case.answer]), *_why(case)]),
            )
            for case in self.cases
        ]

    def _case(self, round: int) -> reference.DataCase:
        return self.cases[min(round, len(self.cases)) - 1]

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        case, counts, size = self._case(shown), Counter(rounds[shown]), len(rounds[shown])
        agree = share_text(counts[case.answer], size)
        return self._shape(
            size,
            case.title,
            f"{de.course_suggests(DATA_ANSWERS[case.answer])} {de.room_agrees(agree)}",
            notes=[*_why(case), de.NO_LAW],
            marked_notes=[TRUTH],
            bars=[
                {"label": label, "share": counts[key] / size, "text": share_text(counts[key], size)}
                for key, label in DATA_ANSWERS.items()
            ],
            columns=[de.CASE, *DATA_ANSWERS.values(), de.SUGGESTION],
            rows=[self._row(self._case(number), votes) for number, votes in rounds.items()],
        )

    def _row(self, case: reference.DataCase, votes: list[str]) -> list[str]:
        shares = [share_text(votes.count(key), len(votes)) for key in DATA_ANSWERS]
        return [case.title, *shares, DATA_ANSWERS[case.answer]]


def _why(case: reference.DataCase) -> list[str]:
    """The reason first, then what the contract has to say, if it matters, and what can be talked about."""
    contract = [de.contract_first(case.contract)] if case.contract else []
    return [case.why, *contract, de.to_talk(case.talk)]
