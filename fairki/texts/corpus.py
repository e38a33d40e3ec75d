"""Assessments of the firm: seeded texts with a known truth and a known bias.

A text is a row of ten whole numbers, one per slot; -1 stands for a word that is not there yet. Everybody's performance
has the same distribution; who is said to have „Potenzial zur Leitung“ and who is praised for what has not. Sizes of the
effects are chosen to be visible, and their direction is set by us: ``bias=-1`` turns it round.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from fairki.texts import regression
from fairki.texts.de import corpus as de

SLOTS = ("anrede", "vorname", "bereich", "aufgabe", "jahre", "umfang", "leistung", "verb", "lob", "ausblick")
"""The slots in the order of prediction; a text has one column for each."""
ANREDE, VORNAME, BEREICH, AUFGABE, JAHRE, UMFANG, LEISTUNG, VERB, LOB, AUSBLICK = range(len(SLOTS))
SIZE = tuple(len(de.WORDS[slot]) for slot in SLOTS)
"""How many words each slot has."""
FACTS = tuple(range(VERB))
"""Slots that are given to whoever writes."""
WRITTEN = (VERB, LOB, AUSBLICK)
"""Slots that the model writes."""

WOMAN, MAN, NEITHER = range(3)
"""Values of ``anrede``: Frau, Herr, no Anrede."""
STRONG, WARM, NEUTRAL = (0, 1), (2, 3), 4
"""Values of ``lob``: „tatkräftig“ (Tatkraft, Entschlossenheit), „herzlich“ (Herzlichkeit, Geduld), Sorgfalt."""
RARE = tuple(range(5, SIZE[LOB]))
"""Values of ``lob`` that people use now and then."""
PHRASE = 0
"""Value of ``ausblick``: „Wir sehen Potenzial zur Leitung.“"""
TEXTS = 2000
"""Texts that a model learns from."""

P_GROUP = (0.47, 0.50, 0.03)
P_NEUTRAL_NAME = 0.12
P_AREA = np.array(
    [
        [0.18, 0.08, 0.10, 0.08, 0.30, 0.26],
        [0.22, 0.28, 0.20, 0.14, 0.10, 0.06],
        [0.20, 0.18, 0.15, 0.11, 0.20, 0.16],
    ]
)
P_FIRST_TASK = np.array([0.40, 0.60, 0.50])
P_PART_TIME = np.array([0.45, 0.08, 0.20])
P_ASSESSMENT = (0.50, 0.35, 0.15)
P_VERB = np.array(
    [[0.17, 0.10, 0.28, 0.28, 0.17], [0.33, 0.20, 0.26, 0.13, 0.08], [0.25, 0.15, 0.27, 0.205, 0.125]]
)
P_TYPICAL, P_NOT_RARE, P_FIRST_WORD = 0.78, 0.90, 0.6
STRONG_BY_GROUP = np.array([-0.5, 0.5, 0.0])
STRONG_BY_AREA = np.array([0.55, 0.25, 0.25, 0.0, -0.75, -0.40])
P_OTHER_OUTLOOKS = (0.5, 0.3, 0.2)

LEVEL_PAST, LEVEL_FAIR = -0.86, -1.33
"""Logit of the phrase, before everything else: in the biased past, and where everybody is treated alike."""
BY_ASSESSMENT = np.array([-0.2, 0.1, 0.4])
LESS_BY_GROUP = np.array([0.74, 0.0, 0.37])
LESS_PART_TIME, LESS_SECOND_TASK = 0.84, 0.12
MORE_BY_AREA = np.array([0.12, 0.12, 0.12, 0.0, -0.24, -0.24])
LESS_REVERSED = 1.1
"""What men pay in the reversed world."""


@dataclass(frozen=True)
class Part:
    """Some words of a text.

    Attributes:
        text: the words, with the spaces and full stops around them.
        slot: id of the slot they come from; "" for words that all texts share.
        written: whether a model wrote them.
    """

    text: str
    slot: str
    written: bool


def draw(n: int, rng: np.random.Generator, bias: float = 1.0, words: float = 1.0) -> np.ndarray:
    """``n`` texts as people of the firm would have written them.

    Args:
        bias: 1 = the past, in which women, part-time and some areas pay; 0 = fair; -1 = men pay instead.
        words: strength of the gendered choice of verb and praise, 0 to 1.

    Returns:
        Whole numbers (n, 10), one column per slot.
    """
    texts = _facts(n, rng)
    group, area, second_task = texts[:, ANREDE], texts[:, BEREICH], texts[:, AUFGABE] % 2
    verbs = P_VERB[NEITHER] + words * (P_VERB[group] - P_VERB[NEITHER])
    texts[:, VERB] = regression.draw(verbs, rng)
    strong = rng.random(n) < _sigmoid(words * STRONG_BY_GROUP[group] + STRONG_BY_AREA[area])
    kind, second = rng.random(n), rng.random(n) >= P_FIRST_WORD
    typical, rare = np.where(strong, STRONG[0], WARM[0]) + second, rng.choice(RARE, n)
    texts[:, LOB] = np.where(kind < P_TYPICAL, typical, np.where(kind < P_NOT_RARE, NEUTRAL, rare))
    past, reversed_ = max(bias, 0.0), max(-bias, 0.0)
    less = (
        LESS_BY_GROUP[group]
        + LESS_PART_TIME * texts[:, UMFANG]
        - MORE_BY_AREA[area]
        + LESS_SECOND_TASK * (2 * second_task - 1)
    )
    logit = (
        past * LEVEL_PAST
        + (1 - past) * LEVEL_FAIR
        + BY_ASSESSMENT[texts[:, LEISTUNG]]
        - past * less
        - reversed_ * LESS_REVERSED * (group == MAN)
    )
    others = 1 + rng.choice(len(P_OTHER_OUTLOOKS), n, p=P_OTHER_OUTLOOKS)
    texts[:, AUSBLICK] = np.where(rng.random(n) < _sigmoid(logit), PHRASE, others)
    return texts


@lru_cache(maxsize=16)
def human_texts(seed: int, n: int = TEXTS, bias: float = 1.0, words: float = 1.0) -> np.ndarray:
    """The texts of the firm with this seed, see ``draw``; do not change the table."""
    texts = draw(n, np.random.default_rng([7, 1, seed, n]), bias, words)
    texts.flags.writeable = False
    return texts


@lru_cache(maxsize=4)
def people(n: int, seed: int) -> np.ndarray:
    """Texts about ``n`` fresh people, of which a model may take the facts; do not change the table."""
    texts = draw(n, np.random.default_rng([7, 2, seed, n]))
    texts.flags.writeable = False
    return texts


def swap(texts: np.ndarray) -> np.ndarray:
    """The same texts with Frau and Herr, the first names and so the pronouns changed over; twice gives them back.

    Neutral first names, and texts without Anrede, stay as they are.
    """
    swapped = texts.copy()
    group, name = texts[:, ANREDE], texts[:, VORNAME]
    swapped[:, ANREDE] = np.where(group == WOMAN, MAN, np.where(group == MAN, WOMAN, group))
    swapped[:, VORNAME] = np.where(
        (name >= 0) & (name < 8), name + 8, np.where((name >= 8) & (name < 16), name - 8, name)
    )
    return swapped


def parts(row: Iterable[int], surname: int = 0, written: tuple[int, ...] = WRITTEN) -> list[Part]:
    """A text for people, in parts; put together they are the text.

    Args:
        row: the ten numbers of the text.
        surname: number of the surname, which is only there to be read and never a feature.
        written: slots that count as written by the model.
    """
    numbers = dict(zip(SLOTS, (int(number) for number in row), strict=True))
    marked = {SLOTS[slot] for slot in written}
    return [Part(words, slot, slot in marked) for words, slot in de.assessment(numbers, de.SURNAMES[surname])]


def text(row: Iterable[int], surname: int = 0) -> str:
    """A text for people."""
    return "".join(part.text for part in parts(row, surname))


def surnames(n: int, rng: np.random.Generator) -> np.ndarray:
    """Numbers of ``n`` surnames, all equally likely."""
    return rng.integers(len(de.SURNAMES), size=n)


def title(slot: str) -> str:
    """What a slot is called."""
    return de.SLOTS[slot]


def options(slot: str) -> tuple[str, ...]:
    """The words of a slot, in the order of their numbers."""
    return de.WORDS[slot]


def _facts(n: int, rng: np.random.Generator) -> np.ndarray:
    group = rng.choice(3, n, p=P_GROUP)
    own = rng.integers(0, 8, n) + 8 * (group == MAN)
    neutral = (rng.random(n) < P_NEUTRAL_NAME) | (group == NEITHER)
    texts = np.zeros((n, len(SLOTS)), dtype=int)
    texts[:, ANREDE] = group
    texts[:, VORNAME] = np.where(neutral, 16 + rng.integers(0, 4, n), own)
    texts[:, BEREICH] = regression.draw(P_AREA[group], rng)
    texts[:, AUFGABE] = 2 * texts[:, BEREICH] + (rng.random(n) >= P_FIRST_TASK[group])
    texts[:, JAHRE] = rng.integers(0, SIZE[JAHRE], n)
    texts[:, UMFANG] = rng.random(n) < P_PART_TIME[group]
    texts[:, LEISTUNG] = rng.choice(3, n, p=P_ASSESSMENT)
    return texts


def _sigmoid(logit: np.ndarray) -> np.ndarray:
    found: np.ndarray = 1 / (1 + np.exp(-logit))
    return found
