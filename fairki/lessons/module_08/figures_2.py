"""The figures behind unit 2: forms filled in from notes, and answers from memory and from sheets."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from fairki.texts import crm, sheets
from fairki.texts.crm import Autofill, Check, Copying, Filled
from fairki.texts.regression import MISSING
from fairki.texts.sheets import Answers, Facts, Folder, Memory, Questions

SEED = 2
"""Of the twenty seeds that were looked at, one whose figures lie near the means of all."""
NOTES, QUESTIONS = 5000, 4000


@dataclass(frozen=True)
class Visits:
    """Notes of visits: what is true, and what the notes say of it."""

    record: np.ndarray
    notes: np.ndarray

    def where(self, field: int, usual: bool) -> int:
        """Number of the first note that lacks this field and no other.

        Args:
            usual: whether the true word is the one that customers have most often.
        """
        lacks = np.asarray(self.notes == MISSING)
        most = np.bincount(self.record[:, field]).argmax()
        wanted = (self.record[:, field] == most) == usual
        return int((lacks[:, field] & (lacks.sum(axis=1) == 1) & wanted).argmax())


@cache
def visits() -> Visits:
    """Notes that no model has learnt from."""
    rng = _rng(1)
    record = crm.customers(NOTES, rng)
    return Visits(record, crm.with_gaps(record, rng))


@cache
def filled(says_open: bool = False) -> Filled:
    """The forms, by a model that learnt from forms filled from memory, or from forms that say „offen“."""
    return Autofill.learn(_rng(2), says_open).fill(visits().notes)


def copying(says_open: bool = False) -> Copying:
    """What became of the gaps."""
    return crm.compare(visits().notes, visits().record, filled(says_open))


def checks() -> tuple[Check, Check]:
    """The program's own doubt, and notes and forms laid side by side."""
    parts = (visits().notes, visits().record, filled())
    return crm.by_confidence(*parts), crm.by_record(*parts)


@dataclass(frozen=True)
class Replies:
    """Answers to the same questions in several ways; what is wrong is measured by what is true today.

    Attributes:
        memory, likeliest: from memory as learnt, and always the likeliest.
        sheet: from current sheets, with an answer to everything.
        asking: from current sheets, asking back where two fit equally.
        old: as ``asking``, from outdated sheets.
    """

    facts: Facts
    questions: Questions
    memory: Answers
    likeliest: Answers
    sheet: Answers
    asking: Answers
    old: Answers

    def wrong(self, answers: Answers) -> float:
        """Wrong ones in percent of all questions."""
        return 100 * float(answers.wrong(self.questions, self.facts).mean())

    def asked_back(self, answers: Answers) -> float:
        """Questions that were answered with a question, in percent."""
        return 100 * float((~answers.given).mean())

    def well_cited(self, answers: Answers) -> float:
        """Wrong answers that cite the right sheet, in percent of the wrong ones."""
        wrong = answers.wrong(self.questions, self.facts)
        return 100 * float(answers.cites_rightly(self.questions)[wrong].mean())


@cache
def replies() -> Replies:
    """All answers."""
    rng = _rng(3)
    facts = Facts.draw(rng)
    questions = sheets.ask(QUESTIONS, facts, rng)
    memory = Memory.learn(facts, rng)
    folder, outdated = Folder.make(facts, rng), Folder.make(facts, rng, outdated=1.0)
    return Replies(
        facts,
        questions,
        memory.answer(questions, rng),
        memory.answer(questions, rng, temperature=0.0),
        folder.answer(questions, rng, asks_back=False),
        folder.answer(questions, rng),
        outdated.answer(questions, rng),
    )


def changed() -> float:
    """Of the facts that were asked for, those that have changed since the old sheets, in percent."""
    facts, asked = replies().facts, (replies().questions.article, replies().questions.topic)
    return 100 * float((facts.today[asked] != facts.before[asked]).mean())


def _rng(part: int) -> np.random.Generator:
    return np.random.default_rng([SEED, part])
