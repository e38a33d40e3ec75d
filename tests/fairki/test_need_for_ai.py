"""„Braucht es hier KI?“ ends in an honest yes, no or smaller."""

import pytest

from fairki import need
from fairki.errors import BadAnswerError

FOR_AI = {question.id: question.good for question in need.QUESTIONS}


def judged(**changed):
    return need.judge(FOR_AI | changed)


def test_only_when_everything_speaks_for_it_the_answer_is_yes():
    assert judged() == need.Verdict(need.WITH_CARE, ())


@pytest.mark.parametrize(
    ("changed", "result"),
    [
        ({"problem": "nein"}, need.NO_AI),
        ({"problem": "nein", "einfacher": "ja"}, need.NO_AI),
        ({"einfacher": "ja"}, need.SMALLER),
        ({"aufwand": "nein"}, need.SMALLER),
        ({"einfacher": "ja", "offen": "nein"}, need.SMALLER),
        ({"offen": "nein"}, need.NOT_THIS_WAY),
        ({"daten": "nein", "fehler": "unklar"}, need.NOT_THIS_WAY),
        ({"daten": "unklar"}, need.OPEN),
    ],
)
def test_the_gravest_answer_decides(changed, result):
    assert judged(**changed).result == result


def test_every_single_question_can_turn_the_answer_and_is_named():
    for question in need.QUESTIONS:
        turned = need.NO if question.good == need.YES else need.YES
        found = judged(**{question.id: turned})
        assert found == need.Verdict(question.otherwise, (question,))
        assert judged(**{question.id: need.UNSURE}) == need.Verdict(need.OPEN, (question,))


def test_there_is_no_verdict_before_the_last_answer():
    assert need.judge({}) is None
    assert need.judge({k: v for k, v in FOR_AI.items() if k != "daten"}) is None


@pytest.mark.parametrize("answers", [{"fremd": "ja"}, {"daten": "vielleicht"}])
def test_foreign_answers_are_refused(answers):
    with pytest.raises(BadAnswerError):
        need.judge(answers)
