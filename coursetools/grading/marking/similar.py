"""Answers that are alike, word by word. It says nothing about why: there are many good reasons."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

FEWEST_WORDS = 8
"""Shorter answers are alike by chance."""
NEARLY = 0.7
"""Share of the runs of ``RUN`` words that two answers have in common, of all that they have: from here on they count
as nearly the same. In an answer of 60 words that is three words changed."""
RUN = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Alike:
    """Another answer that is alike: whose, and whether every word is the same."""

    other: str
    same: bool


def alike(texts: Mapping[str, str], given: Iterable[str] = ()) -> dict[str, list[Alike]]:
    """Who wrote nearly the same as whom.

    Args:
        texts: id → answer.
        given: texts that everybody had before them; what is taken from there does not count.
    """
    known = set().union(*(_runs(_words(text)) for text in given))
    words = {name: _words(text) for name, text in texts.items()}
    runs = {name: _runs(said) - known for name, said in words.items() if len(said) >= FEWEST_WORDS}
    found: dict[str, list[Alike]] = {}
    for one, other in combinations([name for name, own in runs.items() if len(own) > FEWEST_WORDS - RUN], 2):
        both = len(runs[one] & runs[other])
        if both >= NEARLY * (len(runs[one]) + len(runs[other]) - both):
            same = words[one] == words[other]
            found.setdefault(one, []).append(Alike(other, same))
            found.setdefault(other, []).append(Alike(one, same))
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))
