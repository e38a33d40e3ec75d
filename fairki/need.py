"""„Braucht es hier KI?“: questions about one use, and what an honest answer to them comes to."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairki.errors import BadAnswerError

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


QUESTIONS = (
    Question(
        "problem",
        "Löst die KI hier ein Problem, das jemand wirklich hat?",
        YES,
        NO_AI,
        "Fragen Sie die Menschen, die damit arbeiten sollen, was ihnen fehlt.",
    ),
    Question(
        "einfacher",
        "Reicht auch ein einfaches Mittel: eine Vorlage, eine feste Regel, eine Suche, ein Gespräch?",
        NO,
        SMALLER,
        "Probieren Sie zuerst das einfache Mittel aus, zwei Wochen lang.",
    ),
    Question(
        "fehler",
        "Fällt ein Fehler rechtzeitig auf, und kann ihn jemand beheben?",
        YES,
        NOT_THIS_WAY,
        "Legen Sie fest, wer Ergebnisse prüft und wie man Fehler meldet.",
    ),
    Question(
        "daten",
        "Dürfen Sie die nötigen Daten dafür verwenden?",
        YES,
        NOT_THIS_WAY,
        "Klären Sie das mit der Person, die bei Ihnen für Datenschutz zuständig ist.",
    ),
    Question(
        "offen",
        "Könnten Sie es den Betroffenen offen sagen?",
        YES,
        NOT_THIS_WAY,
        "Schreiben Sie den Hinweis für die Betroffenen. Dann sehen Sie, ob Sie dazu stehen.",
    ),
    Question(
        "kuemmern",
        "Hat jemand die Zeit und den Auftrag, sich darum zu kümmern?",
        YES,
        NOT_THIS_WAY,
        "Nennen Sie eine zuständige Person und geben Sie ihr Zeit dafür.",
    ),
    Question(
        "aufwand",
        "Ist der Nutzen den Aufwand wert: Geld, Strom, Arbeit?",
        YES,
        SMALLER,
        "Schätzen Sie beides grob. Vielleicht genügt ein kleineres Modell, oder es genügt einmal pro Woche.",
    ),
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
        raise BadAnswerError(
            "Diese Antworten passen nicht zu den Fragen.", "Bitte antworten Sie noch einmal."
        )
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
