"""Unit 4, the board meets: a case to decide, and logs that show where the chain of controls broke."""

from collections.abc import Callable, Iterable
from typing import Any

from fairki import ui
from fairki.documents.ethics_board import SECTION
from fairki.governance import board, log, roles
from fairki.lessons.module_04 import figures, paper
from fairki.lessons.module_04.de import unit_4 as de
from fairki.lessons.module_04.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Scene, Shown

SEVERAL = len(board.CASES) > 1
"""Whether there is a case to choose."""
DECIDED = {
    one.id: (one.decision_key, *([one.conditions_key] if one.conditions else [])) for one in board.CASES
}
"""Id of a case → what is asked about it."""
WHICH = (board.CASE_KEY, *(one.decision_key for one in board.CASES)) if SEVERAL else ()
"""What tells which case is the chosen one."""
LOG, QUIZ = "04.protokoll", "04.selbsttest"
LOG_QUIZZES = {id: f"{LOG}.{id}" for id in figures.CASES}
"""Id of a log → key of its quiz."""


def case() -> Scene:
    """The case and the perspectives on it; where there are several, one to choose."""
    if not SEVERAL:
        return Scene(ui.Text(live=False), first=lambda: what_is_decided({}))
    options = [[one.id, one.title] for one in board.CASES]
    return Scene(
        ui.Choice(board.CASE_KEY, de.CASE, options, asks=0), ui.Text(), needs=WHICH, reveal=what_is_decided
    )


def what_is_decided(answers: Answers) -> Shown:
    """The case, how large it is, and the perspectives."""
    found = board.chosen(answers)
    return Shown(de.case(found.told, found.size(), found.voices))


def decide() -> Scene:
    """Decision and conditions."""
    blocks = []
    for one in board.CASES:
        decisions = [[id, *texts] for id, texts in one.decisions.items()]
        blocks.append(ui.Choice(one.decision_key, de.DECISION, decisions, visible=one is board.CASES[0]))
        if one.conditions:
            blocks.append(
                ui.Choice(
                    one.conditions_key,
                    de.CONDITIONS,
                    list(one.conditions.items()),
                    kind="checkbox",
                    visible=one is board.CASES[0],
                )
            )
    return Scene(*blocks, needs=WHICH, reveal=what_can_be_decided)


def what_can_be_decided(answers: Answers) -> Shown:
    """The questions about the case that was chosen."""
    return Shown(visible=_seen(answers, lambda one: DECIDED[one.id]))


def give_reasons() -> Scene:
    """Reasons for the decision; then what the months after brought."""
    blocks = []
    for one in board.CASES:
        blocks += [
            ui.Note(one.reason_key, de.REASON, de.REASON_HINT, 3, visible=one is board.CASES[0]),
            ui.Note(
                one.objection_key,
                de.OBJECTION,
                de.OBJECTION_HINT,
                3,
                de.OBJECTION,
                visible=one is board.CASES[0],
            ),
        ]
    decided = [key for keys in DECIDED.values() for key in keys]
    return Scene(*blocks, ui.Text(), needs=[*WHICH, *decided], reveal=what_followed)


def what_followed(answers: Answers) -> Shown:
    """Half a year later; not before there is a decision and a reason for it."""
    seen = _seen(answers, lambda one: (one.reason_key, one.objection_key))
    found = board.chosen(answers)
    decision = answers[found.decision_key]
    if decision is None:
        return Shown(de.NO_DECISION, visible=seen)
    if not answers[found.reason_key]:
        return Shown(de.NO_REASON, visible=seen)
    conditions = answers.get(found.conditions_key) or ()
    return Shown(de.followed(found.what_followed(decision, conditions)), visible=seen)


def _seen(answers: Answers, keys: Callable[[board.Case], Iterable[str]]) -> dict[str, bool]:
    """Which blocks are of the case that was chosen."""
    found = board.chosen(answers)
    return {key: one is found for one in board.CASES for key in keys(one)}


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
