"""Two true explanations of one decision: both add up, and they contradict each other."""

import numpy as np
import pytest

from fairki import explanations, models
from fairki.worlds import recruiting


@pytest.fixture(scope="module")
def case():
    return explanations.case()


def test_the_parts_of_an_explanation_add_up_to_the_difference_of_the_scores():
    past, people = recruiting.generate(seed=1), recruiting.fresh_year(seed=1)
    model = models.fit(past, recruiting.FEATURES, past["eingeladen"])
    for others in (people, people.head(300), people[people["geschlecht"] == "weiblich"]):
        for place in (0, 7, 501):
            person = people.iloc[[place]]
            found = explanations.explain(model, person, others, "anderen")
            difference = models.score(model, person)[0] - models.score(model, others).mean()
            assert found.parts.sum() == pytest.approx(difference, abs=1e-9)
            assert set(found.parts.index) == set(recruiting.FEATURES)


def test_the_strongest_reason_comes_first(case):
    sizes = case.first.parts.abs().to_numpy()
    assert (np.diff(sizes) <= 0).all()


def test_the_two_explanations_contradict_each_other(case):
    assert case.first.strongest_against == "geschlecht"
    assert case.first.sign("geschlecht") == -1 and case.second.sign("geschlecht") == 0
    assert case.first.sign("auszeit_monate") == -1 and case.second.sign("auszeit_monate") == 1


def test_the_person_is_rejected_as_a_woman_and_would_be_invited_as_a_man(case):
    place = case.people.index.get_loc(case.person.index[0])
    assert case.person["geschlecht"].item() == "weiblich" and case.decisions[place] == 0
    past = recruiting.generate(seed=explanations.SEED)
    model = models.fit(past, recruiting.FEATURES, past["eingeladen"])
    bar = models.score(model, case.people)[case.decisions == 1].min()
    assert models.score(model, case.person.assign(geschlecht="männlich"))[0] >= bar
