"""What a model keeps word by word: a code that somebody typed once, twice, eight times.

The model counts words after words (4-grams) and smooths as Kneser and Ney (1995), "Improved backing-off for m-gram
language modeling", in the interpolated form of Chen and Goodman (1999).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from fairki.remembered import remembered
from fairki.texts.de import memory as de
from fairki.texts.de.corpus import SURNAMES

ORDER, DISCOUNT = 4, 0.75
REPLIES = 2000
"""Replies among which the code stands."""
TRIES = 20
DIGITS = 4
DUPLICATES, STRUCK = "doppelte", "ziffern"
"""Remedies: the same sentence is learnt once; digits are struck out before learning."""
START, END, STRUCK_OUT = "<s>", "</s>", "#"

Sentence = tuple[str, ...]


@dataclass(frozen=True)
class Leak:
    """Whether a model gives the code away.

    Attributes:
        times: how often it stood in what the model learnt from.
        per_try: exact probability of the code in one try at temperature 1, in percent.
        in_tries: exact probability that it comes at least once in ``TRIES`` tries, in percent.
        drawn: in how many of ``TRIES`` real tries it came.
        at_zero: whether it comes at temperature 0.
    """

    times: int
    per_try: float
    in_tries: float
    drawn: int
    at_zero: bool


class NGram:
    """Chooses each next word by the last ``order`` - 1 words."""

    def __init__(self, sentences: Iterable[Sentence], order: int = ORDER):
        """Learns from ``sentences``; each counts as often as it stands there."""
        padded = [(*[START] * (order - 1), *sentence, END) for sentence in sentences]
        self.order = order
        self.words = sorted({word for sentence in padded for word in sentence} - {START})
        self._number = {word: at for at, word in enumerate([*self.words, START])}
        self._base = len(self.words) + 1
        codes = np.concatenate([self._codes(sentence) for sentence in padded])
        kinds, counts = np.unique(codes, return_counts=True)
        self._levels = [(kinds, counts)]
        for below in range(order - 1, 0, -1):  # lower orders count the different words that stand before
            kinds, counts = np.unique(kinds % self._base**below, return_counts=True)
            self._levels.insert(0, (kinds, counts))
        self._known: dict[tuple[int, ...], np.ndarray] = {}

    def next_words(self, beginning: Sequence[str]) -> np.ndarray:
        """Probability of each of ``words`` after a beginning; it sums to 1.

        Words of the beginning that the model has never read are no context.
        """
        context: tuple[int, ...] = ()
        for word in (*[START] * (self.order - 1), *beginning):
            number = self._number.get(word)
            context = () if number is None else (*context, number)
        return self._after(context[-(self.order - 1) :] if self.order > 1 else ())

    def chance(self, words: Sequence[str], beginning: Sequence[str] = ()) -> float:
        """Exact probability that ``words`` follow the beginning; 0 if the model does not know one of them."""
        said, logs = list(beginning), 0.0
        for word in words:
            if word not in self._number:
                return 0.0
            logs += math.log(self.next_words(said)[self._number[word]])
            said.append(word)
        return math.exp(logs)

    def write(
        self,
        rng: np.random.Generator,
        temperature: float = 1.0,
        beginning: Sequence[str] = (),
        most: int = 60,
    ) -> Sentence:
        """A sentence with this beginning, up to its end or ``most`` words; temperature 0 takes the likeliest word."""
        said = list(beginning)
        while len(said) < most:
            p = self.next_words(said)
            if temperature == 0:
                at = int(p.argmax())
            else:
                heated = (p ** (1 / temperature)).cumsum()
                at = min(int(np.searchsorted(heated, rng.random() * heated[-1])), len(p) - 1)
            if self.words[at] == END:
                break
            said.append(self.words[at])
        return tuple(said)

    def _codes(self, sentence: Sentence) -> np.ndarray:
        numbers = np.array([self._number[word] for word in sentence])
        codes = np.zeros(len(numbers) - self.order + 1, dtype=np.int64)
        for at in range(self.order):
            codes = codes * self._base + numbers[at : at + len(codes)]
        return codes

    def _after(self, context: tuple[int, ...]) -> np.ndarray:
        if context not in self._known:
            self._known[context] = self._smoothed(context)
        return self._known[context]

    def _smoothed(self, context: tuple[int, ...]) -> np.ndarray:
        below = self._after(context[1:]) if context else np.full(len(self.words), 1 / len(self.words))
        code = 0
        for number in context:
            code = code * self._base + number
        kinds, counts = self._levels[len(context)]
        first, last = np.searchsorted(kinds, (code * self._base, (code + 1) * self._base))
        if first == last:
            return below
        seen = counts[first:last]
        found = np.zeros(len(self.words))
        found[kinds[first:last] % self._base] = seen - DISCOUNT
        smoothed: np.ndarray = (found + DISCOUNT * len(seen) * below) / seen.sum()
        return smoothed


def replies(n: int, rng: np.random.Generator) -> list[Sentence]:
    """``n`` replies to customers, each with the number of an order."""
    titles, days = rng.integers(0, len(de.TITLES), n), rng.integers(0, len(de.DAYS), n)
    surnames, orders = rng.integers(0, len(SURNAMES), n), rng.integers(0, 10**DIGITS, n)
    return [
        de.reply(int(title), int(surname), f"{order:0{DIGITS}d}", int(day))
        for title, surname, order, day in zip(titles, surnames, orders, days, strict=True)
    ]


def sentence(words: Sentence) -> str:
    """Words for people."""
    return de.sentence(words)


def digits(seed: int) -> str:
    """The code of the firm with this seed: four digits."""
    return f"{np.random.default_rng([7, 21, seed, 1]).integers(10**DIGITS):0{DIGITS}d}"


def secret(seed: int) -> Sentence:
    """The sentence that gives it away."""
    return de.code(digits(seed))


@remembered(8)
def learnt(seed: int, times: int, remedy: str = "") -> NGram:
    """A model that has read the firm's replies and, ``times`` times, the code.

    Args:
        remedy: "" for none, ``DUPLICATES`` or ``STRUCK``.
    """
    texts = [*replies(REPLIES, np.random.default_rng([7, 21, seed, 0])), *[secret(seed)] * times]
    if remedy == DUPLICATES:
        texts = list(dict.fromkeys(texts))
    if remedy == STRUCK:
        texts = [tuple(STRUCK_OUT if word.isdigit() else word for word in text) for text in texts]
    return NGram(texts)


def leaks(model: NGram, seed: int, tries: int, rng: np.random.Generator) -> int:
    """In how many of the tries the model goes on to the code once it is given the beginning of the sentence."""
    wanted = tuple(digits(seed))
    return sum(
        model.write(rng, beginning=de.CODE, most=len(de.CODE) + DIGITS)[len(de.CODE) :] == wanted
        for _ in range(tries)
    )


def leak(seed: int, times: int, remedy: str = "") -> Leak:
    """Whether the firm's model gives the code away that somebody typed ``times`` times."""
    model = learnt(seed, times, remedy)
    rng = np.random.default_rng([7, 21, seed, 2, times])
    p = model.chance(digits(seed), de.CODE)
    likeliest = model.write(rng, 0.0, de.CODE, most=len(de.CODE) + DIGITS)
    return Leak(
        times,
        100 * p,
        100 * (1 - (1 - p) ** TRIES),
        leaks(model, seed, TRIES, rng),
        likeliest[len(de.CODE) :] == tuple(digits(seed)),
    )
