"""Questions of the room: everybody may ask, and say which of the others' questions they want answered, too.

Nobody sees a question before the facilitator has let it through. Whose it is, nobody knows; a phone has one vote per
question, and none counts before there is a result, like everywhere.
"""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from coursetools.workshop.activities import written
from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.activities.open_text import shuffled
from coursetools.workshop.de import activities as words
from coursetools.workshop.de import own_questions as de
from fairki.errors import BadAnswerError

LONGEST = 200
"""Characters of a question."""
MOST_ASKED, MOST_UP = 3, 200
"""Questions of one phone, and those that it may want answered, too."""


class Questions(Activity):
    """Questions and votes for them.

    Settings: ``question`` (what they are about); ``released`` and ``answered``: the questions that were let through,
    and those that were answered. The session keeps these two (see ``Session.settings``).

    A vote is ``{"asked": [text, …], "up": [id, …]}``: all that this phone has asked, and the ids of released questions
    that it wants answered, too. An id that is not released counts nothing.
    """

    kind = "qa"
    moderated = True
    as_they_come = True

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "released", "answered")
        self.question = self._text("question")
        self.released, self.answered = (self._kept(name) for name in ("released", "answered"))

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "question": self.question,
            "longest": LONGEST,
            "mostAsked": MOST_ASKED,
            "released": [
                {"id": id_of(text), "text": text, "answered": text in self.answered}
                for text in self._open_first()
            ],
        }

    def accept(self, value: Any, round: int = 1) -> dict[str, list[str]]:
        if not isinstance(value, dict) or not set(value) <= {"asked", "up"}:
            raise not_an_answer()
        asked, up = value.get("asked", []), value.get("up", [])
        if not isinstance(asked, list) or not isinstance(up, list):
            raise not_an_answer()
        if len(asked) > MOST_ASKED or len(up) > MOST_UP or not (asked or up or "up" in value):
            raise BadAnswerError(*de.too_many_asked(MOST_ASKED))
        if not all(isinstance(one, str) and len(one) == len(id_of("")) and one.isascii() for one in up):
            raise not_an_answer()
        texts = [written.needed(text, LONGEST) for text in asked]
        return {"asked": list(dict.fromkeys(texts)), "up": sorted(set(up))}

    def texts_of(self, value: Any) -> tuple[str, ...]:
        return tuple(value["asked"])

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        votes, wanted = rounds[shown], Counter[str]()
        for vote in votes:
            wanted.update({*vote["up"], *map(id_of, vote["asked"])})
        texts = sorted(self._open_first(), key=lambda text: (text in self.answered, -wanted[id_of(text)]))
        told = {text: share_text(wanted[id_of(text)], len(votes)) for text in texts}
        return self._shape(
            len(votes),
            self.question,
            de.questions_there(len(texts)),
            notes=[de.WANTED] if texts else [],
            bars=[
                {
                    "label": de.marked(text, text in self.answered),
                    "share": wanted[id_of(text)] / len(votes),
                    "text": told[text],
                }
                for text in texts
            ],
            columns=[words.QUESTION, words.VOTES, de.STATE],
            rows=[[text, told[text], de.state(text in self.answered)] for text in texts],
        )

    def _open_first(self) -> list[str]:
        """The released questions, in an order that says nothing about who asked when; answered ones at the end."""
        return sorted(shuffled(self.released), key=lambda text: text in self.answered)

    def _kept(self, name: str) -> frozenset[str]:
        texts = self.settings.get(name, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise self._unfit(words.no_setting(name))
        return frozenset(texts)


def id_of(text: str) -> str:
    """By what a phone names a question."""
    return sha256(text.encode()).hexdigest()[:12]
