"""Questions of customers, and two ways to answer them: from memory, or from a sheet that the answer cites.

The firm sells articles of a few types; of each article there are facts on a few topics, and some have changed since
the old replies were written. A model of the old replies answers from memory. A folder of sheets is searched for the
one that fits the question best, and its fact is copied: right as long as it is the right sheet, and of today.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from fairki.texts import regression
from fairki.texts.de import sheets as de

ARTICLES, TYPES, TOPICS, VALUES = 40, 8, 3, 6
"""How many articles, types (article ``a`` has the type ``a`` mod ``TYPES``), topics, and values of a topic."""
CHANGED = 0.25
"""Share of the facts that have changed since the old replies."""
OUTDATED = 0.03
"""Share of the sheets in a well-kept folder that still say what was true before."""
REPLIES = 2000
"""Old replies that the memory learns from."""
ASKS_BACK = -1
"""In place of an answer's value: it asks which article is meant."""
NOTHING = -1
"""In place of what a question does not name, or an answer does not cite."""

_NAMES_TYPE, _NAMES_NUMBER, _NAMES_TOPIC = 0.95, 0.88, 0.96
_WRONG_NUMBER = 0.03
_TIE = 1e-9
_STEPS = 120


@dataclass(frozen=True)
class Facts:
    """What is true of the articles.

    Attributes:
        today, before: the value of each topic (columns) of each article (rows): now, and when the old replies
            were written.
        popularity: how likely a question is about each article.
    """

    today: np.ndarray
    before: np.ndarray
    popularity: np.ndarray

    @classmethod
    def draw(cls, rng: np.random.Generator) -> "Facts":
        before = rng.integers(0, VALUES, (ARTICLES, TOPICS))
        changed = rng.random(before.shape) < CHANGED
        today = np.where(changed, (before + rng.integers(1, VALUES, before.shape)) % VALUES, before)
        popularity = 1 / (6 + rng.permutation(ARTICLES))
        return cls(today, before, popularity / popularity.sum())


@dataclass(frozen=True)
class Questions:
    """What customers ask.

    Attributes:
        article, topic: what each question means.
        names_type, names_topic: whether it says so.
        number: the number of the article that it names, by mistake now and then another's; ``NOTHING`` if none.
    """

    article: np.ndarray
    topic: np.ndarray
    names_type: np.ndarray
    number: np.ndarray
    names_topic: np.ndarray

    def __len__(self) -> int:
        return len(self.article)

    def text(self, place: int) -> str:
        """The question in words."""
        kind = int(self.article[place]) % TYPES if self.names_type[place] else None
        number = int(self.number[place])
        return de.question(
            int(self.topic[place]) if self.names_topic[place] else None,
            de.article(kind, None if number == NOTHING else number),
        )


def ask(n: int, facts: Facts, rng: np.random.Generator) -> Questions:
    """``n`` questions about popular articles and any topic."""
    article, topic = rng.choice(ARTICLES, n, p=facts.popularity), rng.integers(0, TOPICS, n)
    mistaken = rng.random(n) < _WRONG_NUMBER
    number = np.where(mistaken, (article + rng.integers(1, ARTICLES, n)) % ARTICLES, article)
    return Questions(
        article=article,
        topic=topic,
        names_type=rng.random(n) < _NAMES_TYPE,
        number=np.where(rng.random(n) < _NAMES_NUMBER, number, NOTHING),
        names_topic=rng.random(n) < _NAMES_TOPIC,
    )


@dataclass(frozen=True)
class Answers:
    """What was answered.

    Attributes:
        value: the value of each answer, or ``ASKS_BACK``.
        article, topic: the sheet that it cites; ``NOTHING`` where it cites none.
        candidates: where it asks back, the sheets that fit equally (article, topic); elsewhere empty.
    """

    value: np.ndarray
    article: np.ndarray
    topic: np.ndarray
    candidates: Sequence[Sequence[tuple[int, int]]] = field(default=(), repr=False)

    @property
    def given(self) -> np.ndarray:
        """Yes or no: an answer, and no question back."""
        found: np.ndarray = self.value != ASKS_BACK
        return found

    def wrong(self, questions: Questions, facts: Facts) -> np.ndarray:
        """Yes or no: answered, and not what is true today."""
        found: np.ndarray = self.given & (self.value != facts.today[questions.article, questions.topic])
        return found

    def cites_rightly(self, questions: Questions) -> np.ndarray:
        """Yes or no: it cites the sheet that the question means, whatever that says."""
        found: np.ndarray = (self.article == questions.article) & (self.topic == questions.topic)
        return found


@dataclass(frozen=True)
class Memory:
    """A model that has learnt from old replies, and knows no sheet.

    Attributes:
        likely: probability of each value, by article and topic.
    """

    likely: np.ndarray

    @classmethod
    def learn(cls, facts: Facts, rng: np.random.Generator, n: int = REPLIES) -> "Memory":
        """Learns from ``n`` old replies to questions about popular articles; they were right when they were written."""
        article, topic = rng.choice(ARTICLES, n, p=facts.popularity), rng.integers(0, TOPICS, n)
        weights = regression.fit(
            _features(article, topic), facts.before[article, topic], VALUES, steps=_STEPS
        )
        everything = np.indices((ARTICLES, TOPICS)).reshape(2, -1)
        likely = regression.softmax(_features(*everything) @ weights)
        return cls(likely.reshape(ARTICLES, TOPICS, VALUES))

    def answer(self, questions: Questions, rng: np.random.Generator, temperature: float = 1.0) -> Answers:
        """Answers to questions that it understands fully; temperature 0 takes the likeliest value."""
        likely = self.likely[questions.article, questions.topic]
        if temperature:
            value = regression.draw(regression.softmax(np.log(likely) / temperature), rng)
        else:
            value = likely.argmax(axis=1)
        nothing = np.full(len(questions), NOTHING)
        return Answers(value, nothing, nothing)


def _features(article: np.ndarray, topic: np.ndarray) -> np.ndarray:
    """Article, topic, and both together."""
    rows = np.column_stack([article, topic, article * TOPICS + topic])
    return regression.one_hot(rows, (0, 1, 2), (ARTICLES, TOPICS, ARTICLES * TOPICS))


@dataclass(frozen=True)
class Folder:
    """A sheet for each article and topic.

    Attributes:
        values: what each sheet says; one row per article, one column per topic.
    """

    values: np.ndarray

    @classmethod
    def make(cls, facts: Facts, rng: np.random.Generator, outdated: float = OUTDATED) -> "Folder":
        """Sheets of today, of which the share ``outdated`` still says what was true before; 1: all old."""
        old = rng.random(facts.today.shape) < outdated
        return cls(np.where(old, facts.before, facts.today))

    def answer(self, questions: Questions, rng: np.random.Generator, asks_back: bool = True) -> Answers:
        """Copies the fact of the sheet that fits best.

        Args:
            asks_back: asks which article is meant if several sheets fit equally; else takes one of them by lot.
        """
        fits = _similarity(questions)
        best = fits >= fits.max(axis=1, keepdims=True) - _TIE
        tied = best.sum(axis=1) > 1
        sheet = np.where(best, rng.random(best.shape), -1).argmax(axis=1)
        article, topic = np.divmod(sheet, TOPICS)
        value = self.values[article, topic]
        if not asks_back:
            return Answers(value, article, topic)
        choices = [
            [divmod(int(one), TOPICS) for one in np.flatnonzero(row)] if several else []
            for row, several in zip(best, tied, strict=True)
        ]
        return Answers(
            np.where(tied, ASKS_BACK, value),
            np.where(tied, NOTHING, article),
            np.where(tied, NOTHING, topic),
            choices,
        )


def _similarity(questions: Questions) -> np.ndarray:
    """Cosine of each question (rows) and each sheet, words weighted by ln(1 + sheets / sheets with this word)."""
    sheets = ARTICLES * TOPICS
    article, topic = np.divmod(np.arange(sheets), TOPICS)
    weights = [np.log1p(sheets / holding) for holding in (sheets / TYPES, TOPICS, ARTICLES)]
    names = (
        np.where(questions.names_type, questions.article % TYPES, NOTHING),
        questions.number,
        np.where(questions.names_topic, questions.topic, NOTHING),
    )
    product, length = np.zeros((len(questions), sheets)), np.zeros(len(questions))
    for named, of_sheet, weight in zip(names, (article % TYPES, article, topic), weights, strict=True):
        product += weight**2 * (named[:, None] == of_sheet)
        length += weight**2 * (named != NOTHING)
    # all sheets have three words and the same length
    found: np.ndarray = (
        product / np.sqrt(np.maximum(length, _TIE) * sum(weight**2 for weight in weights))[:, None]
    )
    return found


def sheet(article: int, topic: int, value: int, today: bool = True) -> str:
    """A sheet in words, with the day of its information."""
    return de.sheet(topic, value, de.article(article % TYPES, article), today)


def reply(answers: Answers, questions: Questions, place: int) -> str:
    """An answer in words: the fact with the sheet it comes from, or the question which article is meant."""
    value, asked = int(answers.value[place]), questions.article[place]
    if value == ASKS_BACK:
        return de.ask_back([de.named(kind % TYPES, kind, topic) for kind, topic in answers.candidates[place]])
    cited = int(answers.article[place])
    topic = int(questions.topic[place] if cited == NOTHING else answers.topic[place])
    article = int(asked if cited == NOTHING else cited)
    return de.reply(topic, value, de.article(article % TYPES, article), cites=cited != NOTHING)
