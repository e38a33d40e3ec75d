"""Unit 1, three ways: machine alone, people alone, people with proposals, and how many cases are worth it."""

from dataclasses import replace

from fairki import people, ui
from fairki.documents.review_setup import WAYS
from fairki.html import Markup
from fairki.lessons.module_06 import figures
from fairki.lessons.module_06.de import unit_1 as de
from fairki.lessons.module_06.de.shared import MACHINE_ALONE
from fairki.lessons.module_06.figures import ALONE, EXAMPLE, MACHINE, SETUPS, mean
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.people import Setup

WAY, ALL, CASES = "06.weg", "06.alle", "06.faelle"


def three_ways() -> Scene:
    """Guess which way makes the fewest wrong decisions, then see the numbers of all three."""
    return Demonstration(
        ui.Guess(WAY, question=de.WAY, kind="choice", options=de.WAYS), reveal=which_way_is_best
    )


def which_way_is_best(answers: Answers) -> Shown:
    """The way with the fewest wrong decisions, and all three side by side in numbers."""
    ways = _ways()
    wrong = {name: mean(setup, "wrong") for name, setup in ways.items()}
    best = min(wrong, key=wrong.__getitem__)
    hit = WAYS[answers[WAY]] == best
    return Shown(de.ways(hit, best, wrong[best], figures.side_by_side(ways), mean(ALONE, "hours")), hit=hit)


def _ways() -> dict[str, Setup]:
    return {name: SETUPS[id] for id, name in WAYS.items()}


def women_of_ways() -> Scene:
    """The share of women by each way, once the guess is made."""
    return Scene(
        ui.Text(de.GUESS_FIRST),
        ui.Chart(visible=False),
        needs=[WAY],
        reveal=how_many_women,
    )


def how_many_women(answers: Answers) -> Shown:
    """All three ways in a picture."""
    if answers[WAY] is None:
        return Shown(de.GUESS_FIRST)
    return Shown(picture=figures.share_of_women(de.WAYS_TITLE, _ways()))


def assumptions() -> Markup:
    """What the experiment assumes about people at work."""
    return de.assumptions()


def more_cases() -> Scene:
    """Guess what it brings to review everything, then see."""
    return Demonstration(
        ui.Guess(ALL, question=de.MORE, kind="choice", options=de.MORE_OPTIONS), reveal=what_more_cases_bring
    )


def what_more_cases_bring(answers: Answers) -> Shown:
    """Some cases, all cases, and some cases by lot."""
    everything, by_lot = Setup(cases=people.APPLICATIONS), replace(EXAMPLE, which=people.RANDOM)
    some, all_ = ({name: mean(setup, name) for name in ("wrong", "hours")} for setup in (EXAMPLE, everything))
    hit = answers[ALL] == "mehr"
    return Shown(de.more(hit, EXAMPLE.cases, some, all_, mean(by_lot, "wrong")), hit=hit)


def capacity() -> Scene:
    """How many cases a fair team reviews, and what that brings; computed at the first answer, so that the page is
    there at once."""
    return Scene(
        ui.Slider(CASES, de.CASES, low=0, high=people.APPLICATIONS, step=100, value=EXAMPLE.cases),
        ui.Text(de.CASES_FIRST),
        waits=True,
        reveal=what_capacity_brings,
    )


def what_capacity_brings(answers: Answers) -> Shown:
    """The chosen number of cases beside the machine alone."""
    setup = Setup(cases=round(answers[CASES]))
    measures = figures.side_by_side({MACHINE_ALONE: MACHINE, de.SETTING: setup})
    return Shown(de.capacity(measures, mean(setup, "hours") > people.FRESH_HOURS))
