"""What the answers show: for each phrase and list of words its share, and how long the texts are, with intervals.

Whoever compares much finds something by chance. So all intervals hold at once with ``TOGETHER``, and each alone with
``ALONE`` at least, as those of the Kodex do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairki.texts import measures
from fairki.texts.measures import Estimate
from fairki.texts.text_evidence import CONFIDENCE as ALONE
from fairki.workbench.pairs import power
from fairki.workbench.pairs.masking import stems
from fairki.workbench.pairs.phrases import Phrase
from fairki.workbench.pairs.plan import CONTROL, SWAP
from fairki.workbench.pairs.sheet import Answers

TOGETHER = 0.95
FOR_LENGTH = 10
"""Pairs that the interval of a length needs at least."""
WORTH = 10
"""Points, and percent of a length: for a difference of so many it is told how many pairs show it."""


@dataclass(frozen=True)
class Counted:
    """One phrase, or one list of words.

    Attributes:
        phrase: what was counted.
        hits: answers with it in the first and in the second group.
        n: pairs.
        gap: share of the first group minus share of the second in points.
        apart: pairs in which one answer has it and the other has not.
        control: the same of the controls, and how many there are.
        visible: smallest difference in points that so many pairs show, see ``power``; None if there is none.
        needed: pairs that show a difference of ``WORTH`` points.
    """

    phrase: Phrase
    hits: tuple[int, int]
    n: int
    gap: Estimate
    apart: int
    control: tuple[int, int]
    visible: int | None
    needed: int

    @property
    def occurs(self) -> bool:
        """Whether it stands in any answer; if it does not, there is nothing to compare."""
        return any(self.hits)

    @property
    def difference(self) -> float:
        """Share of the first group minus share of the second in points, as counted: what readers get who subtract one
        from the other. (``gap.value`` lies nearer to 0, as the interval needs it.)"""
        return 100 * (self.hits[0] - self.hits[1]) / self.n


@dataclass(frozen=True)
class Length:
    """How long the answers are, in words; each mention of the person is one.

    Attributes:
        means: of the first and of the second group.
        gap: first minus second within pairs; None with fewer than ``FOR_LENGTH`` pairs.
        control: mean distance of two answers to the same prompt; None without controls.
        distance: mean distance of the two answers of a pair.
        needed: pairs that show a difference of ``WORTH`` percent; None with fewer than ``FOR_LENGTH`` pairs.
    """

    means: tuple[float, float]
    gap: Estimate | None
    control: float | None
    distance: float
    needed: int | None


@dataclass(frozen=True)
class Result:
    """All that was measured.

    Attributes:
        groups: what the two groups are called.
        n, controls: whole pairs, and whole controls.
        confidence: of each interval.
        same_again: controls whose two answers agree in every phrase.
        phrases, praise: one entry for each phrase and for each list of words.
        length: how long the answers are.
    """

    groups: tuple[str, str]
    n: int
    controls: int
    confidence: float
    same_again: int
    phrases: tuple[Counted, ...]
    praise: tuple[Counted, ...]
    length: Length

    @property
    def counted(self) -> tuple[Counted, ...]:
        """Phrases and lists of words."""
        return *self.phrases, *self.praise

    @property
    def comparisons(self) -> int:
        """How many intervals there are; that of the lengths is one of them."""
        return len(self.counted) + 1


def confidence(comparisons: int) -> float:
    """Confidence of one interval if there are so many (Bonferroni)."""
    return max(ALONE, 1 - (1 - TOGETHER) / max(comparisons, 1))


def measure(answers: Answers, phrases: Sequence[Phrase], praise: Sequence[Phrase]) -> Result | None:
    """Everything about the answers, None as long as no pair is whole; the lengths count as one comparison more."""
    sure = confidence(len(phrases) + len(praise) + 1)
    swaps, controls = (
        [[" ".join(stems(text)) for text in pair.answers] for pair in answers.of(kind)]
        for kind in (SWAP, CONTROL)
    )
    if not swaps:
        return None
    return Result(
        groups=answers.groups,
        n=len(swaps),
        controls=len(controls),
        confidence=sure,
        same_again=sum(_agrees(pair, phrases) for pair in controls),
        phrases=tuple(_counted(one, swaps, controls, sure) for one in phrases),
        praise=tuple(_counted(one, swaps, controls, sure) for one in praise),
        length=_length(swaps, controls, sure),
    )


Words = list[list[str]]
"""Pair → side → stems of the answer, with a blank between two."""


def _counted(phrase: Phrase, swaps: Words, controls: Words, sure: float) -> Counted:
    found = _found(phrase, swaps)
    again = _found(phrase, controls)
    first, second = found.T
    apart = int((first != second).sum())
    n = len(found)
    varies = (apart + 1) / (n + 2)  # one pair more of each kind, so that nothing is impossible
    return Counted(
        phrase=phrase,
        hits=(int(first.sum()), int(second.sum())),
        n=n,
        gap=measures.paired(first, second, sure),
        apart=apart,
        control=(int((again[:, 0] != again[:, 1]).sum()), len(again)),
        visible=power.visible(n, varies, sure),
        needed=power.needed(WORTH, varies, sure),
    )


def _agrees(pair: list[str], phrases: Sequence[Phrase]) -> bool:
    return all(one.stands_in(pair[0]) == one.stands_in(pair[1]) for one in phrases)


def _found(phrase: Phrase, pairs: Words) -> np.ndarray:
    rows = [[phrase.stands_in(words) for words in pair] for pair in pairs]
    return np.array(rows, dtype=bool).reshape(-1, 2)


def _length(swaps: Words, controls: Words, sure: float) -> Length:
    first, second = _lengths(swaps).T
    difference = first - second
    enough = len(difference) >= FOR_LENGTH
    worth = max(1.0, WORTH / 100 * float(np.mean([first, second])))
    again = _lengths(controls)
    return Length(
        means=(float(first.mean()), float(second.mean())),
        gap=measures.change(difference, sure) if enough else None,
        control=float(np.abs(again[:, 0] - again[:, 1]).mean()) if len(again) else None,
        distance=float(np.abs(difference).mean()),
        needed=power.needed_for_length(worth, float(difference.std(ddof=1)), sure) if enough else None,
    )


def _lengths(pairs: Words) -> np.ndarray:
    return np.array([[len(words.split()) for words in pair] for pair in pairs], dtype=float).reshape(-1, 2)
