"""The search finds the smallest change there is, respects what people can change, and says so when there is none."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki import models
from fairki.feedback import counterfactuals as cf
from fairki.worlds import credit, recruiting
from fairki.worlds.world import MAN, WOMAN


@pytest.fixture(scope="module")
def year():
    return recruiting.fresh_year(seed=3)


@pytest.fixture(scope="module")
def decider(year):
    history = recruiting.generate(seed=3)
    return cf.of_model(models.fit(history, recruiting.FEATURES, history["eingeladen"]), year)


def row(table, place):
    return table.iloc[place].to_dict()


def test_the_decider_decides_about_the_table_as_the_model_does(decider, year):
    assert decider.invites(year).sum() == round(0.3 * len(year))
    assert ((decider.missing(year) <= 0) == decider.invites(year)).all()


def exhaustive(decider, person, levers, most_columns):
    """Independent of the search: walk the whole grid, one person at a time, and keep the smallest distance."""
    options = [[(person[lever.column], 0), *lever.levels(person[lever.column])] for lever in levers]
    best = None
    for chosen in itertools.product(*options):
        if 0 < sum(steps > 0 for _, steps in chosen) <= most_columns:
            other = person | {lever.column: value for lever, (value, _) in zip(levers, chosen, strict=True)}
            distance = sum(steps for _, steps in chosen)
            if (best is None or distance < best) and decider.score(pd.DataFrame([other]))[0] >= decider.bar:
                best = distance
    return best


weights = st.floats(-2, 2, allow_nan=False).map(lambda x: round(x, 2))


@settings(max_examples=60)
@given(
    st.tuples(weights, weights, weights, weights), st.floats(-5, 30), st.integers(0, 20), st.integers(1, 3)
)
def test_the_shortest_way_is_as_short_as_an_exhaustive_search_finds(weight, bar, start, most_columns):
    levers = (
        cf.Lever("a", 3, cf.UP, 0, 20, 3),
        cf.Lever("b", 0.5, cf.EITHER, 0, 2, 2),
        cf.Lever("c", 2, cf.DOWN, 0, 20, 2),
        cf.Switch("d", (0, 1)),
    )
    person = {"a": start, "b": 1.2, "c": start, "d": 0}
    decider = cf.Decider(lambda table: table[list("abcd")].to_numpy(dtype=float) @ np.array(weight), bar)
    answer = cf.search(decider, person, levers, most_columns)
    if decider.invites(pd.DataFrame([person]))[0]:
        assert answer.ways == () and "schon eine Zusage" in answer.reason
        return
    wanted = exhaustive(decider, person, levers, most_columns)
    if wanted is None:
        assert answer.ways == () and answer.reason
    else:
        assert answer.ways[0].distance == wanted
        assert answer.reason == ""


def test_on_the_learnt_model_too_nothing_shorter_exists(decider, year):
    declined = np.flatnonzero(~decider.invites(year) & (decider.missing(year) < 4))[:4]
    for place in declined:
        person = row(year, place)
        levers = (cf.TEST, cf.SKILL)
        ways = cf.search(decider, person, levers).ways
        assert (ways[0].distance if ways else None) == exhaustive(decider, person, levers, 2)


def test_every_way_turns_the_decision_around_and_no_step_less_would_do(decider, year):
    declined = np.flatnonzero(~decider.invites(year) & (decider.missing(year) < 3))[:10]
    seen = 0
    for place in declined:
        person = row(year, place)
        for way in cf.search(decider, person).ways:
            seen += 1
            after = person | {change.column: change.after for change in way.changes}
            assert decider.invites(pd.DataFrame([after]))[0]
            assert way.distance == sum(change.steps for change in way.changes)
            for change in way.changes:
                lever = next(lever for lever in cf.CAN_CHANGE if lever.column == change.column)
                less = dict((steps, value) for value, steps in lever.levels(change.before)) | {
                    0: change.before
                }
                weaker = after | {change.column: less[change.steps - 1]}
                assert not decider.invites(pd.DataFrame([weaker]))[0]
    assert seen >= 10


def test_only_what_may_change_changes_and_only_in_its_direction(decider, year):
    for place in np.flatnonzero(~decider.invites(year) & (decider.missing(year) < 5))[:15]:
        for way in cf.search(decider, row(year, place), shown=20).ways:
            assert {change.column for change in way.changes} <= {"test", "fachkenntnisse", "erfahrung"}
            assert all(change.after > change.before for change in way.changes)
            assert len(way.changes) <= cf.MOST_COLUMNS


def test_a_bound_may_shorten_the_last_step_and_is_never_crossed():
    lever = cf.Lever("test", 5, cf.UP, 0, 100, 8)
    assert list(lever.levels(92)) == [(97, 1), (100, 2)]
    assert list(lever.levels(100)) == []
    assert list(cf.GRADE.levels(1.3)) == [(1.1, 1), (1.0, 2)]
    assert list(cf.Lever("x", 1, cf.EITHER, 0, 3, 5).levels(1)) == [(2, 1), (3, 2), (0, 1)]


def test_where_there_is_no_way_the_answer_says_so(decider, year):
    hopeless = row(year, int(np.argmax(decider.missing(year))))
    answer = cf.search(decider, hopeless)
    assert answer.ways == ()
    assert "keinen Weg" in answer.reason and "Eignungstest" in answer.reason
    best_of_all = hopeless | {"test": 100}
    assert "lässt sich keine" in cf.search(decider, best_of_all, (cf.TEST,)).reason


def test_the_same_question_gets_the_same_answer(decider, year):
    person = row(year, int(np.flatnonzero(~decider.invites(year) & (decider.missing(year) < 2))[0]))
    assert cf.search(decider, person, cf.ANYTHING) == cf.search(decider, person, cf.ANYTHING)


def test_a_diagnosis_reveals_who_was_declined_for_being_a_woman(decider, year):
    declined = ~decider.invites(year)
    as_men = decider.invites(year.assign(geschlecht=MAN))
    flips = np.flatnonzero(declined & as_men & (year["geschlecht"] == WOMAN).to_numpy())
    stays = np.flatnonzero(declined & ~as_men & (year["geschlecht"] == WOMAN).to_numpy())
    assert len(flips) > 20
    assert all(cf.diagnose(decider, row(year, place))["geschlecht"] for place in flips[:10])
    assert not any(cf.diagnose(decider, row(year, place))["geschlecht"] for place in stays[:10])


def test_a_system_that_ignores_a_column_never_depends_on_it(year):
    fair = cf.with_bar(recruiting.visible_qualification, year, 0.3)
    for place in range(30):
        assert cf.diagnose(fair, row(year, place)) == dict.fromkeys(cf.QUESTIONS, False)


def test_there_is_nothing_to_ask_about_a_gap_that_nobody_had(year):
    nobody = row(year, 0) | {"auszeit_monate": 0, "teilzeit": 1, "geschlecht": MAN}
    assert cf.asked(nobody, "auszeit_monate") == {}
    assert cf.asked(nobody, "teilzeit") == {"teilzeit": 0}
    assert cf.asked(nobody, "geschlecht") == {"geschlecht": WOMAN}


def test_the_search_serves_the_world_of_credit_as_well():
    table = credit.generate(seed=1)
    decider = cf.with_bar(lambda people: -people["mahnungen"].to_numpy(dtype=float), table, 0.5)
    person = row(table, int(table["mahnungen"].argmax()))
    answer = cf.search(decider, person, (cf.Lever("mahnungen", 1, cf.DOWN, 0, 100, 50),))
    assert answer.ways[0].changes[0].after == -decider.bar


def test_the_bar_of_nobody_lets_nobody_pass(year):
    assert not cf.with_bar(recruiting.visible_qualification, year, 0).invites(year).any()


def test_sentences_are_german():
    way = cf.Way((cf.Change("test", 60, 75, 3, "Punkte"), cf.Change("teilzeit", 1, 0, 1)))
    assert way.sentence == "Eignungstest: 75 statt 60 Punkte und Teilzeit gewünscht: nein statt ja"
    assert (
        cf.Change("fachkenntnisse", 5.3, 6.8, 3, "Punkte").sentence == "Fachkenntnisse: 6,8 statt 5,3 Punkte"
    )
