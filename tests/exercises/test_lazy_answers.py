"""Lazy answers earn little, sincere ones everything; all of both, and dice, are in ``benchmarks/lazy_answers.py``."""

import pytest
from banks import SLUGS, sincere
from habits import JUDGEMENT, answers, habits, read
from judging import paper

HABITS = habits()
SAMPLE = 12  # habits per exercise; the exercises together see seven times as many


@pytest.mark.parametrize("slug", SLUGS)
def test_no_lazy_habit_earns_more_than_a_third_or_all_of_a_question_that_asks_for_judgement(slug):
    whole, asked = paper(slug), read(slug)[0]
    for habit in HABITS[SLUGS.index(slug) :: len(HABITS) // SAMPLE]:
        given = answers(slug, habit, whole.questions)
        found = {question: whole.of_question(question, given[question]) for question in whole.questions}
        assert sum(found.values()) <= sum(whole.most.values()) / 3, (habit.name, found)
        for question in found:
            if question in asked and asked[question].kind in JUDGEMENT:
                assert found[question] < whole.most_of(question), (habit.name, given[question])


@pytest.mark.parametrize("slug", SLUGS)
def test_good_answers_of_any_opinion_earn_everything(slug):
    bank = sincere(slug)
    assert len(bank) == len({str(given) for given in bank}) == 20
    for given in bank[SLUGS.index(slug) :: 5]:
        for question in given.keys() - {"about"}:
            said = paper(slug).complaints(question, given[question])
            assert not any(said.values()), (given["about"], given[question], said)


def test_there_are_enough_habits_and_no_two_are_the_same():
    assert len({habit.name for habit in HABITS}) == len(HABITS) >= 300
    for slug in SLUGS:
        kinds = {str(answers(slug, habit, paper(slug).questions)) for habit in HABITS}
        assert len(kinds) >= 250, (slug, len(kinds))
