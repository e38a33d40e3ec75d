"""Unit 3, in the open: secret use, why it happens, what helps, and what the law says."""

from fairki import reference, ui
from fairki.lessons.module_00.de import unit_3 as de
from fairki.lessons.module_00.de.self_check import QUESTIONS
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

SHADOW, REASONS, QUIZ = "00.schatten", "00.gruende", "00.selbsttest"


def shadow() -> Scene:
    """An estimate of secret use that no outside figure can answer."""
    return Demonstration(
        ui.Guess(SHADOW, question=de.SHADOW, unit=de.SHADOW_UNIT, high=10), reveal=what_an_estimate_says
    )


def what_an_estimate_says(answers: Answers) -> Shown:
    """What it can and cannot say, and how to find out."""
    return Shown(de.shadow(round(answers[SHADOW])))


def reasons() -> Scene:
    """Why somebody uses AI in secret, and what would help."""
    return Scene(
        ui.Choice(
            REASONS,
            de.REASONS,
            options=[[name, reason] for name, reason, _ in de.WHY_SECRET],
            kind="checkbox",
        ),
        ui.Text(),
        reveal=what_helps,
    )


def what_helps(answers: Answers) -> Shown:
    """Something that helps against each of the chosen reasons."""
    chosen = answers[REASONS] or []
    given = [(reason, help) for name, reason, help in de.WHY_SECRET if name in chosen]
    return Shown(de.helps(given) if given else de.NO_REASON)


def literacy() -> Scene:
    """What the law says about knowing enough."""
    return Scene(ui.Text(de.literacy(reference.law("kompetenz"))))


def self_check() -> Scene:
    """Five questions on the whole module."""
    return Scene(ui.Quiz(QUIZ, questions=QUESTIONS))
