"""What one sees of texts and of a model that writes them: who gets the phrase, which words for whom, what a name does.

Shares are percent, differences are points, men minus women. Where a model is looked at, fresh people are the ones
written about.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fairki.texts import corpus, measures
from fairki.texts.corpus import (
    ANREDE,
    AUFGABE,
    AUSBLICK,
    BEREICH,
    LEISTUNG,
    LOB,
    MAN,
    NEITHER,
    PHRASE,
    RARE,
    SLOTS,
    STRONG,
    UMFANG,
    VORNAME,
    WARM,
    WOMAN,
    WRITTEN,
)
from fairki.texts.language_model import LanguageModel, train
from fairki.texts.measures import Estimate
from fairki.texts.streams import stream

MANY = 20_000
"""Fresh people over whom an expected share is taken."""
TEMPERATURES = (1.0, 0.7, 0.5, 0.3, 0.0)
CLUES = ((), (ANREDE,), (VORNAME,), (BEREICH, AUFGABE), (UMFANG,))
"""Slots that are struck out one group after the other: nothing, Anrede and pronouns, first name, area and task,
working hours."""


@dataclass(frozen=True)
class Shares:
    """Share of the phrase in each group, in percent; ``gap`` is men minus women in points.

    Attributes:
        women, men, neither: with „Frau“, „Herr“ and without Anrede.
    """

    women: float
    men: float
    neither: float

    @property
    def gap(self) -> float:
        """Men minus women, in points."""
        return self.men - self.women


@dataclass(frozen=True)
class Wording:
    """Which praise texts use.

    Attributes:
        strong_women, strong_men: share of „tatkräftig“ words among „tatkräftig“ and „herzlich“ ones, in percent.
        rare: share of texts with one of the rare words, in percent.
    """

    strong_women: float
    strong_men: float
    rare: float


@dataclass(frozen=True)
class Heat:
    """What a model writes at one temperature."""

    temperature: float
    shares: Shares
    wording: Wording


@dataclass(frozen=True)
class Clue:
    """What is left of the gap once words are struck out of the texts, for learning and for writing.

    Attributes:
        hidden: ids of all slots that are struck out.
        gap: in points.
        left: in percent of the gap with all words.
    """

    hidden: tuple[str, ...]
    gap: float
    left: float


@dataclass(frozen=True)
class Pair:
    """One person's text, written twice with the same random numbers.

    Attributes:
        man, woman: the texts (10,).
        chance_man, chance_woman: chance of the phrase for these facts, in percent.
        surname: number of the surname.
    """

    man: np.ndarray
    woman: np.ndarray
    chance_man: float
    chance_woman: float
    surname: int


def shares(texts: np.ndarray, outlook: int = PHRASE) -> Shares:
    """How many texts of each group have an outlook."""
    return _shares(texts, (texts[:, AUSBLICK] == outlook).astype(float))


def outcome(texts: np.ndarray, confidence: float, outlook: int = PHRASE) -> Estimate:
    """Men minus women in points, comparing only people with equal assessment."""
    known = texts[texts[:, ANREDE] != NEITHER]
    return measures.stratified(
        known[:, AUSBLICK] == outlook, known[:, ANREDE] == MAN, known[:, LEISTUNG], confidence
    )


def wording(texts: np.ndarray) -> Wording:
    """Which praise the texts use for whom."""
    strong = np.isin(texts[:, LOB], STRONG)
    typical = strong | np.isin(texts[:, LOB], WARM)
    women, men = (100 * float(strong[typical & (texts[:, ANREDE] == group)].mean()) for group in (WOMAN, MAN))
    return Wording(women, men, 100 * float(np.isin(texts[:, LOB], RARE).mean()))


def written(
    model: LanguageModel, seed: int, temperature: float = 1.0, n: int = 8000, forbid: Sequence[int] = ()
) -> np.ndarray:
    """Texts of the model about ``n`` fresh people, without praise that is forbidden."""
    return model.write(corpus.people(n, seed), temperature, stream(3, seed), forbid)


def expected(model: LanguageModel, seed: int, temperature: float = 1.0, forbid: Sequence[int] = ()) -> Shares:
    """Chance of the phrase over ``MANY`` fresh people: what the model writes without the chance of the draw."""
    texts = written(model, seed, temperature, MANY, forbid)
    return _shares(texts, model.chances(texts, temperature))


def by_temperature(
    model: LanguageModel, seed: int, temperatures: Sequence[float] = TEMPERATURES
) -> list[Heat]:
    """The same model at several temperatures, for the same people."""
    found = []
    for temperature in temperatures:
        texts = written(model, seed, temperature, MANY)
        found.append(Heat(temperature, _shares(texts, model.chances(texts, temperature)), wording(texts)))
    return found


def without_clues(texts: np.ndarray, seed: int) -> list[Clue]:
    """What is left of the gap while the words of ``CLUES`` are struck out, one group after the other."""
    found: list[Clue] = []
    hidden: tuple[int, ...] = ()
    for more in CLUES:
        hidden += more
        gap = expected(train(texts, hide=hidden), seed).gap
        whole = found[0].gap if found else gap
        found.append(Clue(tuple(SLOTS[slot] for slot in hidden), gap, 100 * gap / whole))
    return found


def as_men_and_women(n: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Texts about the same ``n`` fresh people twice: as men, as women; only Anrede and first name differ."""
    people = corpus.people(2 * n, seed)
    known = people[people[:, ANREDE] != NEITHER][:n]
    men = np.where((known[:, ANREDE] == MAN)[:, None], known, corpus.swap(known))
    return men, corpus.swap(men)


def swap_effect(
    model: LanguageModel, seed: int, temperature: float = 1.0, n: int = 8000, forbid: Sequence[int] = ()
) -> float:
    """What the name alone changes in the chance of the phrase, in points, over ``n`` people."""
    chances = []
    for people in as_men_and_women(n, seed):
        texts = model.write(people, temperature, stream(4, seed), forbid)
        chances.append(model.chances(texts, temperature).mean())
    return 100 * float(chances[0] - chances[1])


def swap_pair(model: LanguageModel, seed: int, temperature: float = 1.0) -> Pair:
    """The first of many people whose texts as a man and as a woman are not the same, random numbers being equal.

    If a name changes nothing in this model, the first of all.
    """
    men, women = (model.write(people, temperature, stream(5, seed)) for people in as_men_and_women(200, seed))
    differ = (men[:, WRITTEN] != women[:, WRITTEN]).any(axis=1)
    at = int(differ.argmax())
    return Pair(
        men[at],
        women[at],
        100 * model.exact_chance(men[at], temperature),
        100 * model.exact_chance(women[at], temperature),
        int(corpus.surnames(1, stream(6, seed))[0]),
    )


def _shares(texts: np.ndarray, chances: np.ndarray) -> Shares:
    of_group = [chances[texts[:, ANREDE] == group] for group in (WOMAN, MAN, NEITHER)]
    return Shares(*(100 * float(found.mean()) if len(found) else float("nan") for found in of_group))
