"""The search, last step of unit 2: a set-up to adjust, whether one is best in everything, and wishes of one's own."""

from collections.abc import Mapping

import pandas as pd

from fairki import charts, people, ui
from fairki.documents import review_setup as paper
from fairki.documents.review_setup import GOAL_KEYS, SETUP_KEYS, START
from fairki.html import NOTHING, Markup
from fairki.lessons.module_06 import figures
from fairki.lessons.module_06.de import set_up as de
from fairki.lessons.module_06.de import unit_1
from fairki.lessons.module_06.figures import YEARS
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.people import AUTOMATIC, COMBINED, HUMAN, Setup

BEST = "06.bester"
WISHED, ADJUSTED = tuple(GOAL_KEYS.values()), tuple(SETUP_KEYS.values())
MOST_WRONG = 350
"""Most wrong decisions that a goal can allow."""


def goal() -> Scene:
    """Three wishes for a set-up."""
    women, wrong, hours = WISHED
    return Scene(
        ui.Slider(women, de.GOALS[women], low=30, high=48, unit="%", value=START["frauen"]),
        ui.Slider(wrong, de.GOALS[wrong], low=200, high=MOST_WRONG, step=5, value=START["fehler"]),
        ui.Slider(
            hours, de.GOALS[hours], low=0, high=200, step=5, unit=de.HOURS_UNIT, value=START["stunden"]
        ),
    )


def search() -> Scene:
    """The set-up to adjust, and whether it reaches the goal."""
    way, team, which, cases, minutes = ADJUSTED
    return Scene(
        ui.Choice(way, label=de.CONTROLS[way], options=[one[:2] for one in unit_1.WAYS]),
        ui.Choice(team, label=de.CONTROLS[team], options=de.TEAMS),
        ui.Choice(which, label=de.CONTROLS[which], options=de.WHICH_OPTIONS),
        ui.Slider(cases, de.CONTROLS[cases], low=0, high=people.APPLICATIONS, step=50, value=START["faelle"]),
        ui.Slider(
            minutes,
            de.CONTROLS[minutes],
            low=2,
            high=people.LONGEST_MINUTES,
            unit=de.MINUTES_UNIT,
            value=START["minuten"],
        ),
        ui.Text(),
        needs=WISHED,
        reveal=does_it_reach_the_goal,
    )


def does_it_reach_the_goal(answers: Answers) -> Shown:
    """What is to be chosen for this way, and once all of that is, the verdict."""
    way, team, which, cases, minutes = ADJUSTED
    with_team = answers[way] in (HUMAN, COMBINED)
    visible = dict.fromkeys((team, cases, minutes), with_team) | {which: answers[way] == COMBINED}
    given = _given(answers)
    setup = paper.setup_of(given)
    if setup is None:
        missing = [label for key, label in de.CONTROLS.items() if visible.get(key, True) and key not in given]
        return Shown(de.still_open(missing), visible=visible)
    return Shown(verdict(setup, paper.goal_of(given)), visible=visible)


def _given(answers: Answers) -> dict[str, object]:
    return {key: answer for key, answer in answers.items() if answer is not None}


def verdict(setup: Setup, goal: people.Goal) -> Markup:
    """Whether the set-up reaches the goal, and whether others with the same team do."""
    years = figures.years(setup)
    met = [goal.met(outcome) for outcome in years]
    told = de.verdict(
        goal,
        {measure: people.band(years, measure) for measure in de.WISHES},
        {measure: sum(one[measure] for one in met) for measure in de.WISHES},
        sum(map(goal.reached, years)),
        people.RELIABLE * YEARS,
        YEARS,
    )
    return told + hint(setup, goal)


def hint(setup: Setup, goal: people.Goal) -> Markup:
    """How many set-ups of the grid reach the goal with this team. Nothing without a team."""
    if setup.way == AUTOMATIC:
        return NOTHING
    team = next(id for id, reviewer in people.REVIEWERS.items() if reviewer == setup.reviewer)
    known = figures.outcomes(team)
    good = [one for one, years in known.items() if figures.reliable(goal, years)]
    return de.hint(setup.reviewer.name, len(known), good)


def is_there_a_best() -> Scene:
    """Guess whether one set-up is best in everything, then see what each costs and brings."""
    return Demonstration(
        ui.Guess(BEST, question=de.BEST, kind="choice", options=de.BEST_OPTIONS),
        ui.Chart(visible=False),
        needs=WISHED,
        reveal=what_each_costs,
    )


def what_each_costs(answers: Answers) -> Shown:
    """The winner of each wish, and all sensible set-ups with a fair team: hours against the share of women."""
    known = figures.outcomes("fair")
    average = {
        setup: {name: people.band(years, name).mean for name in de.WISHES} for setup, years in known.items()
    }
    goal = paper.goal_of(_given(answers))
    # who reads too little alone overlooks so many that no goal of this page allows it
    sensible = [setup for setup in average if average[setup]["wrong"] <= MOST_WRONG]
    reaching = {setup for setup in sensible if figures.reliable(goal, known[setup])}
    winners = {name: _winner(average, name) for name in de.WISHES}
    return Shown(
        de.no_best({name: (setup, average[setup]) for name, setup in winners.items()}),
        charts.trade_off(
            pd.DataFrame(
                {
                    "name": [de.short(setup) for setup in sensible],
                    "kind": [paper.WAYS[setup.way] for setup in sensible],
                    "across": [average[setup]["hours"] for setup in sensible],
                    "up": [average[setup]["women"] for setup in sensible],
                    "marked": [setup in reaching for setup in sensible],
                }
            ),
            *de.TRADE_AXES,
            de.TRADE_MARKS,
            title=de.TRADE_TITLE,
            summary=de.trade_summary(len(sensible), MOST_WRONG, len(reaching)),
        ),
    )


def _winner(average: Mapping[Setup, Mapping[str, float]], measure: str) -> Setup:
    best = max if measure == "women" else min
    return best(average, key=lambda setup: average[setup][measure])
