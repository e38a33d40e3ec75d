"""„Ein Satz über …“: half of the room describes a woman, half a man, with the same facts, and a model learns from it.

Nobody is told before the vote what differs, and a phone gets only the words of its own half (``own``). A vote says
which Anrede its phone showed: that is what it was about, also if somebody who was forgotten comes back with another
number. The halves are compared only if each has as many votes as any result needs, and later only if so many are new
in it, or none: with fewer, those who have told each other what they read could work out a single vote.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coursetools.workshop.activities.activity import FEWEST, Activity, Rounds, not_an_answer, share_text
from coursetools.workshop.de import activities as de
from fairki import speech
from fairki.texts import corpus
from fairki.texts import room as texts

ANREDE, PROMISE = corpus.SLOTS[corpus.ANREDE], corpus.SLOTS[corpus.AUSBLICK]
BLANKS = {corpus.SLOTS[slot]: numbers for slot, numbers in texts.OFFERED.items()}
"""What a phone asks for → the numbers of the words that it offers."""
HALVES = (corpus.WOMAN, corpus.MAN)
ROOMS = (10, 20, 50, 100, 300)
"""Sizes of a room about which it is said beforehand what its votes can show."""


class Sentence(Activity):
    """The vote on words about one employee.

    Settings: ``question``, which must not tell what differs.

    A vote maps ``ANREDE`` and each of ``BLANKS`` to the number of a word.
    """

    kind = "sentence"

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question")
        self.question = self._text("question")

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        """As in ``Activity``: ``facts`` (pairs), ``blanks`` (id and options), ``beforehand`` (what a room can see)."""
        return {
            "kind": self.kind,
            "question": self.question,
            "facts": _facts(),
            "blanks": [
                {"id": slot, "options": [{"id": one, "label": corpus.options(slot)[one]} for one in numbers]}
                for slot, numbers in BLANKS.items()
            ],
            "beforehand": [
                de.HALVES_BEFOREHAND,
                de.seen_by_size((n, texts.detectable(n - n // 2, n // 2)) for n in ROOMS),
                de.SMALLER_POSSIBLE,
            ],
        }

    def own(self, number: int) -> dict[str, Any]:
        """``ANREDE``, and ``sentence``: parts with their ``text``, or with the ``blank`` that stands there."""
        anrede = HALVES[number % 2]
        parts = corpus.parts(texts.person(anrede))
        return {
            ANREDE: anrede,
            "sentence": [{"blank": one.slot} if one.written else {"text": one.text} for one in parts],
        }

    def on_paper(self) -> list[tuple[str, str]]:
        return [(f"{name}: {value}", "") for name, value in _facts()]

    def accept(self, value: Any, round: int = 1) -> dict[str, int]:
        possible = {ANREDE: HALVES, **BLANKS}
        if not isinstance(value, dict) or set(value) != set(possible):
            raise not_an_answer()
        for slot, numbers in possible.items():
            if type(value[slot]) is not int or value[slot] not in numbers:
                raise not_an_answer()
        return {slot: value[slot] for slot in possible}

    def part(self, value: dict[str, int], shown: Sequence[dict[str, int]], fewest: int) -> int | None:
        return value[ANREDE] if _compared(shown, fewest) else None

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        votes = rounds[shown]
        if not _compared(votes, fewest):
            return self._shape(
                len(votes),
                de.HALF_TOO_SMALL,
                de.half_too_small(len(votes), fewest),
                bars=_bars(votes, ()),
                columns=[de.OUTLOOK, de.VOTES],
                rows=[[bar["label"], bar["text"]] for bar in _bars(votes, ())],
            )
        room = texts.learn(texts.texts((vote[ANREDE], *(vote[slot] for slot in BLANKS)) for vote in votes))
        return self._shape(
            len(votes),
            de.gap_title(room),
            f"{de.TOLD} {de.gap_found(room)} {de.gap_verdict(room)}",
            notes=[
                de.gap_meaning(room),
                de.sees(texts.detectable(room.women.n, room.men.n)),
                de.MODEL_TAKES_LIKELIEST,
                de.ONE_OUTLOOK,
            ],
            bars=_bars(votes, HALVES),
            spans=[
                {
                    "label": de.GAP,
                    "women": room.women.share,
                    "men": room.men.share,
                    "value": room.gap,
                    "low": room.low,
                    "high": room.high,
                    "outside": room.proven,
                    "text": de.gap_span(room),
                }
            ],
            columns=de.SENTENCE_COLUMNS,
            rows=[
                [
                    _name(half),
                    corpus.text(found.text),
                    share_text(found.promised, found.n),
                    speech.percent(found.chance),
                ]
                for half, found in zip(HALVES, (room.women, room.men), strict=True)
            ],
        )


def _compared(votes: Sequence[dict[str, int]], fewest: int) -> bool:
    """Whether both halves have enough votes to be told apart."""
    sizes = Counter(vote[ANREDE] for vote in votes)
    return min(sizes[half] for half in HALVES) >= fewest


def _name(half: int) -> str:
    return corpus.options(ANREDE)[half]


def _facts() -> list[list[str]]:
    """What everybody reads about the person: ten facts."""
    row = dict(zip(corpus.SLOTS, texts.person(corpus.WOMAN).tolist(), strict=True))
    from_texts = [
        [corpus.title(slot), corpus.options(slot)[row[slot]]]
        for slot in ("bereich", "aufgabe", "umfang", "leistung")
    ]
    return [*from_texts, de.since(corpus.options("jahre")[row["jahre"]]), *map(list, de.FACTS)]


def _bars(votes: list[dict[str, int]], halves: tuple[int, ...]) -> list[dict[str, Any]]:
    """How often each outlook was chosen, by all and in each half."""

    def row(outlook: int, among: list[dict[str, int]]) -> dict[str, Any]:
        count = sum(vote[PROMISE] == outlook for vote in among)
        return {"share": count / len(among), "text": share_text(count, len(among))}

    return [
        {
            "label": label,
            **row(outlook, votes),
            "earlier": [
                {"label": _name(half), **row(outlook, [vote for vote in votes if vote[ANREDE] == half])}
                for half in halves
            ],
        }
        for outlook, label in enumerate(corpus.options(PROMISE))
    ]
