"""„Braucht es hier KI?“: questions about one use, and what an honest answer to them comes to."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairki.errors import BadAnswerError
from fairki.need import de

YES, NO, UNSURE = "ja", "nein", "unklar"
NO_AI, SMALLER, NOT_THIS_WAY, OPEN, WITH_CARE = "nein", "kleiner", "so_nicht", "offen", "ja"


@dataclass(frozen=True)
class Question:
    """One question about a use of AI.

    Attributes:
        id: its key.
        text: the question.
        good: the answer that speaks for AI here.
        otherwise: where the other answer leads: ``NO_AI``, ``SMALLER`` or ``NOT_THIS_WAY``.
        todo: what to find out or to change, as a German sentence.
    """

    id: str
    text: str
    good: str
    otherwise: str
    todo: str


def _question(id: str, good: str, otherwise: str) -> Question:
    text, todo = de.QUESTIONS[id]
    return Question(id, text, good, otherwise, todo)


QUESTIONS = (
    _question("problem", YES, NO_AI),
    _question("einfacher", NO, SMALLER),
    _question("fehler", YES, NOT_THIS_WAY),
    _question("daten", YES, NOT_THIS_WAY),
    _question("offen", YES, NOT_THIS_WAY),
    _question("kuemmern", YES, NOT_THIS_WAY),
    _question("aufwand", YES, SMALLER),
)


@dataclass(frozen=True)
class Verdict:
    """What the answers come to.

    Attributes:
        result: ``NO_AI``, ``SMALLER``, ``NOT_THIS_WAY``, ``OPEN`` or ``WITH_CARE``.
        because: the questions that decided it.
    """

    result: str
    because: tuple[Question, ...]


def judge(answers: Mapping[str, str]) -> Verdict | None:
    """The verdict, or None as long as a question has no answer.

    No problem means no AI; then the simpler tool; then what must not stay as it is; then what is unclear.

    Args:
        answers: id of a question → ``YES``, ``NO`` or ``UNSURE``.

    Raises:
        BadAnswerError: an unknown question or answer.
    """
    known = {question.id for question in QUESTIONS}
    if not set(answers) <= known or not set(answers.values()) <= {YES, NO, UNSURE}:
        raise BadAnswerError(*de.BAD_ANSWERS)
    if len(answers) < len(QUESTIONS):
        return None
    for result in (NO_AI, SMALLER, NOT_THIS_WAY):
        because = tuple(
            q for q in QUESTIONS if q.otherwise == result and answers[q.id] not in (q.good, UNSURE)
        )
        if because:
            return Verdict(result, because)
    unclear = tuple(q for q in QUESTIONS if answers[q.id] == UNSURE)
    return Verdict(OPEN if unclear else WITH_CARE, unclear)
