"""Small groups: each phone is told its group, or says its colour; one phone of a group writes the answer of all.

A vote says in which group a phone is. So a result tells how large the groups are, and beside each what it has
answered, if the facilitator has let that through.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from coursetools.workshop.activities import written
from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.de import activities as words
from coursetools.workshop.de import own_questions as de

RANDOM, COLOUR = "random", "colour"
COLOURS = tuple(de.GROUPS)
LONGEST, USUAL = 280, 4
"""Characters of an answer; groups, unless somebody says otherwise."""


class Groups(Activity):
    """Small groups with a task.

    Settings: ``question``: their task; ``groups``: how many (2 to 8, 4 if left out); ``by``: ``RANDOM`` (the session
    puts everybody who is there into one, see ``Record.seated``) or ``COLOUR`` (each phone says its own).

    A vote is ``{"group": id, "text": text}``; the text is left out by all but one phone of a group.
    """

    kind = "groups"
    moderated = True
    as_they_come = True

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "groups", "by")
        self.question = self._text("question")
        count, self.by = settings.get("groups", USUAL), settings.get("by", RANDOM)
        if isinstance(count, bool) or not isinstance(count, int) or not 2 <= count <= len(COLOURS):
            raise self._unfit(de.bad_groups(len(COLOURS)))
        if self.by not in (RANDOM, COLOUR):
            raise self._unfit(de.BAD_WAY)
        self.groups = COLOURS[:count]

    @property
    def assigned(self) -> tuple[str, ...]:
        return self.groups if self.by == RANDOM else ()

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "question": self.question,
            "by": self.by,
            "longest": LONGEST,
            "groups": [{"id": one, "label": de.group(one)} for one in self.groups],
        }

    def accept(self, value: Any, round: int = 1) -> dict[str, str]:
        if not isinstance(value, dict) or not {"group"} <= set(value) <= {"group", "text"}:
            raise not_an_answer()
        if not isinstance(value["group"], str) or value["group"] not in self.groups:
            raise not_an_answer()
        text = written.needed(value["text"], LONGEST) if "text" in value else ""
        return {"group": value["group"], "text": text} if text else {"group": value["group"]}

    def claim(self, value: Any) -> str:
        return str(value["group"]) if "text" in value else ""

    def texts_of(self, value: Any) -> tuple[str, ...]:
        return (value["text"],) if "text" in value else ()

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        votes = rounds[shown]
        sizes = Counter(vote["group"] for vote in votes)
        said = {vote["group"]: vote["text"] for vote in votes if vote.get("text") in approved}
        return self._shape(
            len(votes),
            self.question,
            de.groups_answered(len(said), len(self.groups)),
            bars=[
                {
                    "label": de.group(one),
                    "share": sizes[one] / len(votes),
                    "text": share_text(sizes[one], len(votes)),
                }
                for one in self.groups
            ],
            columns=[de.GROUP, de.DEVICES, words.ANSWER],
            rows=[
                [de.group(one), share_text(sizes[one], len(votes)), said.get(one, "")] for one in self.groups
            ],
        )
