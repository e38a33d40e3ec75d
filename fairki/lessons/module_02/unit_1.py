"""Unit 1, four pictures of fairness: an opinion, four definitions to try, and what remains of the opinion."""

from fairki import ui
from fairki.lessons.module_02 import figures
from fairki.lessons.module_02.de import unit_1 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.ui.thresholds import group

BEFORE, LIMITS, TOGETHER, AFTER = "02.meinung", "02.grenzen", "02.zugleich", "02.meinung.nachher"
START = (80, 80)
"""Where the two sliders stand at first."""


def opinion_before() -> Scene:
    """Which definition would you choose? No answer is wrong."""
    return Scene(ui.Choice(BEFORE, label=de.BEFORE, options=de.OPINIONS))


def thresholds() -> Scene:
    """One threshold per group; try to satisfy all four definitions."""
    return Scene(
        ui.Thresholds(
            LIMITS,
            figures.THRESHOLDS,
            figures.WORTH,
            de.MEANINGS,
            START,
            label=de.LIMITS,
        ),
        first=the_people,
    )


def the_people() -> Shown:
    """The people of each group and its rates."""
    people = figures.people()
    groups = [group(name, rates, people[name]) for name, rates in figures.rates().items()]
    return Shown(traits={ui.Thresholds: {"groups": groups}})


def all_at_once() -> Scene:
    """Guess how many definitions can hold together, then see."""
    return Demonstration(
        ui.Guess(TOGETHER, question=de.TOGETHER, kind="choice", options=de.TOGETHER_OPTIONS),
        reveal=how_many_go_together,
    )


def how_many_go_together(answers: Answers) -> Shown:
    """The most that any position of the sliders reaches, and why it is not all."""
    counts = figures.held_together()
    older, younger = (rates[0].base for rates in figures.rates().values())
    most = max(counts)
    return Shown(
        de.together(most, len(counts), counts.count(most), older, younger), hit=answers[TOGETHER] == str(most)
    )


def opinion_after() -> Scene:
    """The same question again; both opinions side by side."""
    return Scene(
        ui.Choice(AFTER, label=de.AFTER, options=[option[:2] for option in de.OPINIONS]),
        ui.Text(),
        needs=[BEFORE],
        reveal=what_became_of_the_opinion,
    )


def what_became_of_the_opinion(answers: Answers) -> Shown:
    """Whether it is still the same, and what speaks for and against it."""
    after = answers[AFTER]
    return Shown() if after is None else Shown(de.opinions(answers[BEFORE], after))
