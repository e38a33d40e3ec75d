"""Rights to see scores: who sees too much, who is missing, and what a month brings."""

import pytest

from fairki.governance import rights

NEEDED = {score: list(rights.needed(score)) for score in rights.SCORES}
EVERYBODY = {score: list(rights.ROLES) for score in rights.SCORES}


def test_whoever_works_on_a_case_and_the_person_herself_need_the_score_and_nobody_else():
    for score in rights.SCORES:
        assert rights.too_much(NEEDED, score) == rights.missing(NEEDED, score) == []
        assert rights.too_much(EVERYBODY, score) == [
            role for role in rights.ROLES if role not in (rights.HANDLES[score], rights.SELF)
        ]
        assert rights.missing({}, score) == [rights.HANDLES[score], rights.SELF]


@pytest.mark.parametrize("seed", range(20))
def test_more_rights_answer_no_more_questions_and_bring_needless_looks(seed):
    enough, all_of_them, none = (rights.month(one, seed) for one in (NEEDED, EVERYBODY, {}))
    assert enough.needless == enough.open == all_of_them.open == 0
    assert all_of_them.needless == all_of_them.looks - enough.looks
    assert 15 < all_of_them.needless < 60
    assert enough.looks == sum(rights.CASES.values()) + sum(rights.QUESTIONS.values())
    assert (none.looks, none.open) == (0, none.questions)


def test_a_right_for_one_score_answers_no_question_about_another():
    found = rights.month({"anfrage": ["vertrieb"]})
    assert found.looks == rights.CASES["anfrage"]
    assert found.open == rights.QUESTIONS["bewerbung"] + rights.QUESTIONS["gespraech"]
