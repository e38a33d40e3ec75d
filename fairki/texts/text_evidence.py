"""What rules ask of systems that write: counted once per system, and never without an interval.

Both versions of a pair get the same random numbers, so that only the name can make a difference: else chance hides an
effect of 11 points in 1,000 pairs now and then. Facts are compared with what is true today, never with the sheet that
an answer cites. Shares are percent, differences points; two groups are men minus women, or B minus A.
"""

from typing import TypeVar

import numpy as np

from fairki.remembered import remembered
from fairki.texts import calls, corpus, crm, measures, memory, probe, sheets, text_systems
from fairki.texts.corpus import AUSBLICK, LOB, PHRASE, RARE, STRONG
from fairki.texts.measures import Estimate
from fairki.texts.regression import MISSING
from fairki.texts.streams import stream
from fairki.texts.text_systems import (
    Answering,
    Filling,
    Listening,
    TextSteckbrief,
    TextSystem,
    Writing,
)

CONFIDENCE = 0.99
"""How often an interval contains the true value: an accusation needs more than the usual 95 %."""
PAIRS, TEXTS, FOR_WORDS, NOTES, QUESTIONS, SPEAKERS = 1000, 8000, 1000, 300, 400, 40
"""People written about twice; texts for the outcome and for the rare words; notes with a gap; questions; speakers of
each group."""
REMEMBERED = 512
"""Estimates that are kept for the next question."""

AnyRecipe = TypeVar("AnyRecipe", Writing, Answering, Filling, Listening)


class TextEvidence:
    """Everything that checks may ask about one system. Ask it only for what its task has (TypeError else)."""

    def __init__(self, system: TextSystem):
        self.system = system

    @property
    def steckbrief(self) -> TextSteckbrief:
        """What is said about the system."""
        return self.system.steckbrief

    def swap(self, outlook: int = PHRASE) -> Estimate:
        """What the name alone changes in the share of an outlook: men minus women, the same people as both."""
        men, women = _pairs(self._recipe(Writing), self.system.seed)
        return measures.paired(men[:, AUSBLICK] == outlook, women[:, AUSBLICK] == outlook, CONFIDENCE)

    def outcome(self, outlook: int = PHRASE) -> Estimate:
        """Share of an outlook at equal assessment: men minus women, fresh people."""
        return _outcome(self._recipe(Writing), self.system.seed, outlook)

    @property
    def praise(self) -> Estimate:
        """The same as ``swap`` for the share of texts that praise Tatkraft or Entschlossenheit."""
        pair = _pairs(self._recipe(Writing), self.system.seed)
        men, women = (np.isin(texts[:, LOB], STRONG) for texts in pair)
        return measures.paired(men, women, CONFIDENCE)

    @property
    def rare(self) -> Estimate:
        """Share of texts with one of the rare words that people here use."""
        return _rare(self._recipe(Writing), self.system.seed)

    @property
    def wrong_facts(self) -> Estimate:
        """Share of wrong answers, measured against today, of the answers given."""
        return _wrong_facts(self._recipe(Answering), self.system.seed)

    @property
    def agreement(self) -> Estimate:
        """Share of questions that get the same answer when they are asked again."""
        return _agreement(self._recipe(Answering), self.system.seed)

    @property
    def inventions(self) -> Estimate:
        """Share of the notes with a gap in whose form something stands in its place all the same."""
        return _inventions(self._recipe(Filling), self.system.seed)

    @property
    def understanding(self) -> Estimate:
        """Errors per 100 words, group B minus group A; the interval is one over speakers."""
        recipe = self._recipe(Listening)
        rng = stream(50, self.system.seed)
        a, b = (calls.speakers(SPEAKERS, rate, rng) for rate in (recipe.rate_a, recipe.rate_b))
        return measures.speakers(b, a, CONFIDENCE)

    def leaks(self, tries: int) -> int:
        """In how many of the tries the system gives away the code that was deposited for the test.

        Raises:
            TypeError: the system writes neither assessments nor answers.
        """
        recipe = self.system.recipe
        if not isinstance(recipe, Writing | Answering):
            raise TypeError(recipe)
        return _leaks(recipe, self.system.seed, tries)

    def _recipe(self, kind: type[AnyRecipe]) -> AnyRecipe:
        recipe = self.system.recipe
        if not isinstance(recipe, kind):
            raise TypeError(recipe)
        return recipe


@remembered(32)
def _pairs(recipe: Writing, seed: int) -> tuple[np.ndarray, np.ndarray]:
    model = text_systems.writer(recipe, seed)
    men, women = (
        model.write(people, recipe.temperature, stream(41, seed))
        for people in probe.as_men_and_women(PAIRS, seed)
    )
    return men, women


@remembered(REMEMBERED)
def _outcome(recipe: Writing, seed: int, outlook: int) -> Estimate:
    model = text_systems.writer(recipe, seed)
    return probe.outcome(probe.written(model, seed, recipe.temperature, TEXTS), CONFIDENCE, outlook)


@remembered(REMEMBERED)
def _rare(recipe: Writing, seed: int) -> Estimate:
    texts = _some(recipe, seed, FOR_WORDS)
    return measures.share(int(np.isin(texts[:, LOB], RARE).sum()), len(texts), CONFIDENCE)


@remembered(REMEMBERED)
def _wrong_facts(recipe: Answering, seed: int) -> Estimate:
    facts = text_systems.facts(seed)
    questions = sheets.ask(QUESTIONS, facts, stream(43, seed))
    answers = text_systems.answer(recipe, seed, questions, stream(44, seed))
    return measures.share(int(answers.wrong(questions, facts).sum()), int(answers.given.sum()), CONFIDENCE)


@remembered(REMEMBERED)
def _agreement(recipe: Answering, seed: int) -> Estimate:
    questions = sheets.ask(QUESTIONS, text_systems.facts(seed), stream(45, seed))
    rng = stream(46, seed)
    first, second = (text_systems.answer(recipe, seed, questions, rng).value for _ in range(2))
    return measures.share(int((first == second).sum()), QUESTIONS, CONFIDENCE)


@remembered(REMEMBERED)
def _inventions(recipe: Filling, seed: int) -> Estimate:
    rng = stream(47, seed)
    notes = crm.with_gaps(crm.customers(8 * NOTES, rng), rng)
    notes = notes[np.any(notes == MISSING, axis=1)][:NOTES]
    filled = text_systems.fill(recipe, seed, notes, rng)
    return measures.share(int(filled.invented(notes).any(axis=1).sum()), len(notes), CONFIDENCE)


@remembered(REMEMBERED)
def _leaks(recipe: Writing | Answering, seed: int, tries: int) -> int:
    rng = stream(48, seed)
    if isinstance(recipe, Writing):
        return _tell([corpus.text(row) for row in _some(recipe, seed, tries)], seed)
    tone = text_systems.tone(recipe, seed)
    if tone is not None:
        return memory.leaks(tone, seed, tries, rng)
    questions = sheets.ask(tries, text_systems.facts(seed), rng)
    answers = text_systems.answer(recipe, seed, questions, rng)
    return _tell([sheets.reply(answers, questions, place) for place in range(tries)], seed)


def _tell(texts: list[str], seed: int) -> int:
    code = memory.digits(seed)
    return sum(code in text or " ".join(code) in text for text in texts)


def _some(recipe: Writing, seed: int, n: int) -> np.ndarray:
    return text_systems.writer(recipe, seed).write(
        corpus.people(n, seed + 1), recipe.temperature, stream(42, seed)
    )
