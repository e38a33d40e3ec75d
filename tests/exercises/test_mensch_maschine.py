"""Task A4 of „mensch-maschine“: which set-ups its hidden years pay, over a whole grid of them."""

from functools import cache

import pytest
from banks import most_points, solution

from fairki import checks, people

CELLS = {
    cell["metadata"].get("nbgrader", {}).get("grade_id"): "".join(cell["source"])
    for cell in solution("mensch-maschine")["cells"]
}
TESTS = ("a4-test-1", "a4-test-2", "a4-test-3")
MINUTES = (2, 4, 6, 10)


@cache
def names() -> dict:
    """What the exercise's first cell defines."""
    found: dict = {}
    exec(CELLS["start"], found)
    return found


def earned(answer: dict) -> tuple[str, ...]:
    """The checks of A4 that a set-up passes, hidden tests included."""
    passed = []
    for name in TESTS:
        try:
            exec(CELLS[name], names() | {"aufbau": answer})
        except checks.NotYetRight:
            continue
        passed.append(name)
    return tuple(passed)


def grid(way: str, team: str, which: str = "zufall") -> list[dict]:
    plan = {"weg": way, "team": team, "auswahl": which}
    return [
        plan | {"faelle": cases, "minuten": minutes} for cases in range(0, 2001, 200) for minutes in MINUTES
    ]


def lot(cases: int, minutes: float) -> dict:
    return {"weg": "kombination", "team": "linde", "auswahl": "zufall", "faelle": cases, "minuten": minutes}


def reaches_the_goal(answer: dict) -> bool:
    """Whether the years that learners can see fulfil the goal as the task states it."""
    mean, known = names()["im_mittel"], names()["BEKANNT"]
    setup = people.Setup(
        answer["weg"],
        names()["TEAMS"][answer["team"]],
        answer["faelle"],
        answer["auswahl"],
        answer["minuten"],
    )
    fewer = mean(names()["ALLEIN"], "wrong", known) - mean(setup, "wrong", known)
    return mean(setup, "women", known) >= 0.37 and fewer >= 10 and mean(setup, "hours", known) <= 80


@pytest.fixture(autouse=True)
def _quiet(capsys):
    """Swallows what the visible check tells."""


@pytest.mark.parametrize("which", people.WHICH)
def test_who_reaches_the_goal_in_the_known_years_gets_every_point(which):
    good = list(filter(reaches_the_goal, grid("kombination", "linde", which)))
    assert good
    assert {earned(answer) for answer in good} == {TESTS}


@pytest.mark.parametrize("which", people.WHICH)
@pytest.mark.parametrize("team", ["ahorn", "birke"])
def test_a_team_that_waves_through_or_judges_unfairly_earns_nothing(team, which):
    assert {earned(answer) for answer in grid("kombination", team, which)} == {()}


@pytest.mark.parametrize("team", ["ahorn", "birke", "linde"])
def test_people_alone_earn_nothing_however_many_they_read(team):
    assert {earned(answer) for answer in grid("mensch", team)} == {()}


def test_nobody_and_everything_at_once_earn_nothing():
    assert earned({"weg": "automatisch"}) == ()
    assert earned(lot(2000, 6)) == ()


def test_a_good_set_up_earns_all_that_the_task_is_worth():
    assert sum(most_points("mensch-maschine")[name] for name in earned(lot(800, 6))) == 8
