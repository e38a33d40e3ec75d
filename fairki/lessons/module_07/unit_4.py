"""Unit 4, three commitments: today's opinions beside the first ones, a plan, and a day to look again."""

from fairki import ui
from fairki.documents import action_plan
from fairki.lessons import misconceptions
from fairki.lessons.module_00.unit_1 import OPINIONS as FIRST_OPINIONS
from fairki.lessons.module_07.de import unit_4 as de
from fairki.lessons.module_07.de.self_check import QUESTIONS
from fairki.lessons.module_07.kept import KEPT, kept_in
from fairki.lessons.scene import Answers, Scene, Shown

OPINIONS = {f"07.meinung.{asked['id']}": first for first, asked in FIRST_OPINIONS.items()}
"""Key of an opinion today → key of the same opinion at the beginning."""
QUIZ = "07.selbsttest"


def opinions() -> list[Scene]:
    """The three opening questions again; today's answer beside the first one."""
    return [
        Scene(
            ui.Choice(key, asked["question"], options=asked["scale"], kind="scale"),
            ui.Text(),
            needs=[KEPT],
            reveal=what_was_said_first,
        )
        for key, asked in zip(OPINIONS, FIRST_OPINIONS.values(), strict=True)
    ]


def what_was_said_first(answers: Answers) -> Shown:
    """The one opinion that is asked here, today and at the beginning."""
    ((key, today),) = ((key, answer) for key, answer in answers.items() if key in OPINIONS)
    if today is None:
        return Shown()
    words = {value: label for value, label in FIRST_OPINIONS[OPINIONS[key]]["scale"]}
    first = kept_in(answers).get(OPINIONS[key])
    return Shown(de.opinion(words.get(first) if isinstance(first, str) else None, words[today]))


def misconceptions_compared() -> Scene:
    """The three misconceptions: what was answered before and after."""
    return Scene(ui.Text(), needs=[KEPT], reveal=before_and_after)


def before_and_after(answers: Answers) -> Shown:
    """How the cases before and after were answered."""
    return misconceptions.compared(kept_in(answers))


def commitments() -> list[Scene]:
    """Three commitments with person, day and sign."""
    return [
        Scene(ui.Text(de.example_plan(), live=False)),
        Scene(
            ui.Plan(action_plan.KEY, de.COMMITMENTS, action_plan.ROWS, action_plan.FIELDS, action_plan.DAY),
            ui.Text(),
            reveal=what_is_promised,
        ),
    ]


def what_is_promised(answers: Answers) -> Shown:
    """How many commitments there are and what they leave open."""
    made = action_plan.commitments(answers[action_plan.KEY] or [])
    return Shown(de.plan(made) if made else de.NO_COMMITMENT)


def again() -> Scene:
    """When to look again."""
    return Scene(ui.Choice(action_plan.AGAIN, de.AGAIN, list(action_plan.TIMES.items()), "scale"))


def self_check() -> Scene:
    """Five questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))
