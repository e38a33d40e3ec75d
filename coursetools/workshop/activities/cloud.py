"""Word cloud: everybody writes a few words; those that were let through are counted by their stem."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from coursetools.workshop.activities import written
from coursetools.workshop.activities.activity import (
    FEWEST,
    Activity,
    Rounds,
    not_an_answer,
    share_text,
)
from coursetools.workshop.de import activities as words
from coursetools.workshop.de import own_questions as de

LONGEST = 30
"""Characters of a word; a short expression fits."""
MOST_WORDS, USUAL_WORDS = 5, 3
MOST_SHOWN = 40
"""Groups of words in the cloud."""


class Cloud(Activity):
    """A word cloud.

    Settings: ``question``; ``most``: how many words each person may write (1 to ``MOST_WORDS``, 3 if left out).

    A vote is a list of one to ``most`` words. What means the same to the stemmer („fair“, „faire“) is one group, called
    by its most frequent form.
    """

    kind = "cloud"
    moderated = True

    def __init__(self, settings: Mapping[str, Any]):
        super().__init__(settings)
        self._only("question", "most")
        self.question, self.most = self._text("question"), settings.get("most", USUAL_WORDS)
        if isinstance(self.most, bool) or not isinstance(self.most, int) or not 1 <= self.most <= MOST_WORDS:
            raise self._unfit(de.bad_words(MOST_WORDS))

    def public(self, round: int = 1, rounds: Rounds | None = None, fewest: int = FEWEST) -> dict[str, Any]:
        return {"kind": self.kind, "question": self.question, "words": self.most, "longest": LONGEST}

    def accept(self, value: Any, round: int = 1) -> list[str]:
        if not isinstance(value, list) or not 1 <= len(value) <= self.most:
            raise not_an_answer()
        found = {word.casefold(): word for word in (written.needed(one, LONGEST) for one in value)}
        return sorted(found.values())

    def texts_of(self, value: Any) -> tuple[str, ...]:
        return tuple(value)

    def _result(
        self, shown: int, rounds: dict[int, list[Any]], fewest: int, approved: frozenset[str]
    ) -> dict[str, Any]:
        votes = rounds[shown]
        people, forms = _grouped([[word for word in vote if word in approved] for vote in votes])
        groups = sorted(people, key=lambda stem: (-people[stem], _name(forms[stem]).casefold()))[:MOST_SHOWN]
        return self._shape(
            len(votes),
            self.question,
            f"{words.answered(len(votes))} {de.cloud([(_name(forms[one]), people[one]) for one in groups])}",
            notes=[de.GROUPED_BY_STEM] if any(len(forms[stem]) > 1 for stem in groups) else [],
            bars=[
                {
                    "label": _name(forms[stem]),
                    "share": people[stem] / len(votes),
                    "text": share_text(people[stem], len(votes)),
                }
                for stem in groups
            ],
            columns=[de.WORD, de.PEOPLE, de.FORMS],
            rows=[
                [
                    _name(forms[stem]),
                    share_text(people[stem], len(votes)),
                    ", ".join(sorted(forms[stem], key=str.casefold)),
                ]
                for stem in groups
            ],
        )


def _grouped(votes: Sequence[Sequence[str]]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Stem → how many people wrote it, and stem → its forms with how often each was written."""
    import snowballstemmer

    stemmer = snowballstemmer.stemmer("german")  # a new one each time: it remembers words
    people: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for vote in votes:
        stems = {word: " ".join(stemmer.stemWords(word.casefold().split())) for word in vote}
        people.update(set(stems.values()))
        for word, stem in stems.items():
            forms.setdefault(stem, Counter())[word] += 1
    return people, forms


def _name(forms: Counter[str]) -> str:
    """The form that was written most often; of several the shortest, then the first of the alphabet."""
    return min(forms, key=lambda form: (-forms[form], len(form), form.casefold(), form))
