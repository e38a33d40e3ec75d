"""The exercise feedback says the same as the world behind it, and its goals can be reached in more than one way."""

import itertools
import re

import pytest
from banks import released

from fairki.feedback import complaints, silence
from fairki.ui.exercise import Exercise


@pytest.fixture(scope="module")
def questions():
    return Exercise(released("feedback")).questions


def test_the_signs_are_those_of_the_world(questions):
    assert dict(questions["a2"].options) == complaints.SIGNS


def test_the_channels_cost_what_the_world_says(questions):
    days = {key: int(re.search(r"\((\d+)\sTage\)", label)[1]) for key, label in questions["a4"].options}
    assert days == {key: offer.days for key, offer in silence.OFFERS.items()}


def test_the_verdicts_are_those_of_the_world(questions):
    for key, label in questions["a1"].options:
        assert complaints.VERDICTS[key].startswith(label)


def test_several_choices_of_channels_reach_the_goal_in_other_years_and_no_cheap_one_does():
    """Years that the exercise does not use; the goal is the one of its last check."""
    years = [silence.year(seed) for seed in range(200, 210)]
    good = [
        offered
        for count in range(1, 9)
        for offered in itertools.combinations(silence.OFFERS, count)
        if silence.cost(offered) <= 20
        and sum(silence.reached(offered, year) for year in years) / len(years) >= 0.325
    ]
    assert len(good) >= 2
    assert all(silence.NOTICE in offered and silence.cost(offered) > 12 for offered in good)
    assert not any(silence.GESTURES.keys() & offered for offered in good)
