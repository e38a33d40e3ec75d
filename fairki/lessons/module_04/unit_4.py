"""Unit 4, the board meets: a case to decide, and logs that show where the chain of controls broke."""

from typing import Any

from fairki import ui
from fairki.documents.ethics_board import SECTION
from fairki.governance import board, log, roles
from fairki.lessons.module_04 import figures, paper
from fairki.lessons.module_04.de import unit_4 as de
from fairki.lessons.module_04.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Scene, Shown

DECISION, CONDITIONS = board.DECISION_KEY, board.CONDITIONS_KEY
REASON, OBJECTION = board.REASON_KEY, board.OBJECTION_KEY
LOG, QUIZ = "04.protokoll", "04.selbsttest"
LOG_QUIZZES = {id: f"{LOG}.{id}" for id in figures.CASES}
"""Id of a log → key of its quiz."""


def case() -> Scene:
    """The case and four perspectives on it."""
    return Scene(ui.Text(live=False), first=what_is_decided)


def what_is_decided() -> Shown:
    """The case, how large it is, and the perspectives."""
    return Shown(de.case(board.CASE, figures.scale(), board.VOICES))


def decide() -> Scene:
    """Decision and conditions."""
    return Scene(
        ui.Choice(
            DECISION, label=de.DECISION, options=[[id, *texts] for id, texts in board.DECISIONS.items()]
        ),
        ui.Choice(CONDITIONS, label=de.CONDITIONS, options=list(board.CONDITIONS.items()), kind="checkbox"),
    )


def give_reasons() -> Scene:
    """Reasons for the decision; then what the months after brought."""
    return Scene(
        ui.Note(REASON, label=de.REASON, hint=de.REASON_HINT, rows=3),
        ui.Note(OBJECTION, label=de.OBJECTION, hint=de.OBJECTION_HINT, rows=3, optional=de.OBJECTION),
        ui.Text(),
        needs=[DECISION, CONDITIONS],
        reveal=what_followed,
    )


def what_followed(answers: Answers) -> Shown:
    """Half a year later; not before there is a decision and a reason for it."""
    if answers[DECISION] is None:
        return Shown(de.NO_DECISION)
    if not answers[REASON]:
        return Shown(de.NO_REASON)
    return Shown(
        de.followed(board.what_followed(answers[DECISION], answers[CONDITIONS] or (), figures.scale()))
    )


def minutes() -> Scene:
    """The minutes of the board as a Word file."""
    return paper.save(SECTION, de.SAVE, de.FILE)


def reconstruct() -> Scene:
    """Three logs of a wrong decision to choose from."""
    return Scene(
        ui.Choice(LOG, label=de.LOG, options=list(de.CASES.items()), kind="scale"),
        ui.Text(),
        needs=[roles.KEY],
        reveal=what_the_log_says,
    )


def what_the_log_says(answers: Answers) -> Shown:
    """The log that was chosen, and who answers for it in the learner's role table."""
    chosen = answers[LOG]
    if chosen is None:
        return Shown(de.NO_LOG)
    question, task, duty = roles.FOUNDING_QUESTIONS[2]
    names = roles.holders(answers[roles.KEY] or {}, task, duty)
    return Shown(de.log(figures.logs()[chosen]) + de.who_answers(question, names))


def ask_the_log() -> Scene:
    """Who decided, and where did the chain break? Each log has questions of its own."""
    quizzes = (
        ui.Quiz(LOG_QUIZZES[id], questions=log_questions(found), label=de.LOG_QUIZ, visible=False)
        for id, found in figures.logs().items()
    )
    return Scene(*quizzes, needs=[LOG], reveal=whose_questions)


def whose_questions(answers: Answers) -> Shown:
    """The questions on the log that was chosen."""
    return Shown(visible={key: id == answers[LOG] for id, key in LOG_QUIZZES.items()})


def log_questions(found: log.Log) -> list[dict[str, Any]]:
    """The quiz on a log: who decided, where the chain broke, what mends it. Answers are read from the entries."""
    (broken,) = log.breaks(found)
    return de.log_questions(found.case, log.decided_by(found).who, broken)


def self_check() -> Scene:
    """Questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))
