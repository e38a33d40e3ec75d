"""Unit 4, and my work? Who does what, whom to ask, and a self-check."""

from fairki import reference, ui
from fairki.lessons import misconceptions
from fairki.lessons.module_01.de import unit_4 as de
from fairki.lessons.module_01.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Scene, Shown

TASKS = {f"01.aufgabe.{name}": label for name, label in de.TASKS}
ASKED, QUIZ = "01.gefragt", "01.selbsttest"


def tasks() -> Scene:
    """Who does which task: no right answers, but a look at what stays with people."""
    return Scene(
        *(ui.Choice(key, label=label, options=de.WHO_DOES_IT, kind="select") for key, label in TASKS.items()),
        ui.Text(),
        reveal=who_does_what,
    )


def who_does_what(answers: Answers) -> Shown:
    """The learner's division of tasks, described and not judged."""
    chosen = [answers[key] for key in TASKS if answers[key]]
    missing = len(TASKS) - len(chosen)
    return Shown(de.tasks_missing(missing) if missing else de.tasks(chosen))


def who_was_asked() -> Scene:
    """Whom to ask before a system comes."""
    return Scene(
        ui.Choice(
            ASKED,
            label=de.ASKED,
            options=[[name, label] for name, label, _ in de.WHO_IS_ASKED],
            kind="checkbox",
        ),
        ui.Text(),
        waits=True,
        reveal=who_is_missing,
    )


def who_is_missing(answers: Answers) -> Shown:
    """Those who are not asked, and why it would be worth it."""
    chosen = answers[ASKED] or []
    missing = [(label, why) for name, label, why in de.WHO_IS_ASKED if name not in chosen]
    return Shown(de.asked(missing, reference.law("mitbestimmung")))


def asked_again() -> list[Scene]:
    """Does a model betray who decided? And what was said before."""
    return misconceptions.after(misconceptions.MODEL)


def self_check() -> Scene:
    """Six questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))
